#pragma once

#include <array>
#include <optional>
#include <string>

#include "engine/present/examination.h"
#include "engine/student/body_view.h"
#include "engine/student/figure_shape.h"
#include "engine/student/visit_view.h"

namespace palpera::student {

// A joint that is led through its range by the pointer.
struct LedJoint {
    std::string joint;
    library::Side side = library::Side::right;
    ImVec2 from = {};  // where it was taken
    const body::Demonstration* shown = nullptr;
    std::string name = {};  // of the movement, once the pointer says which
    double normal = 0;      // degrees at its healthy end
    ImVec2 way = {};        // pixels from its beginning to its end
    int act = 0;            // that examined it; 0: not yet
    float part = 0;
};

// What is painted on the skin whatever tool is in hand.
enum class SkinMap : std::uint8_t { none, dermatomes, nerves };

struct ExaminationState {
    library::Verb verb = library::Verb::palpate;  // of the tool in hand
    std::string modality;                         // of sensation: light_touch, pinprick, vibration, temperature
    std::string search;
    std::string figure_view = "sole";
    library::Side side = library::Side::right;
    bool compare = true;  // examines both sides
    std::string hovered;  // subject under the pointer or the focus
    int shown = 0;        // the act whose read-out is open; 0: the last one
    int last = 0;         // the last act of examination that was seen: a new one opens itself
    std::string own_note;
    int page = 0;                       // of a compact window: figure, list, patient, findings
    std::array<SkinMesh, 2> skin = {};  // of the figure's feet
    BodyView body = {};
    bool turns_body = false;  // the pointer holds it
    bool draws_border = false;
    SkinMap map = SkinMap::none;
    std::optional<LedJoint> led = {};
    std::vector<ImVec2> border = {};  // the line that is being drawn, on the screen
    std::string followed;             // the row that it was last turned to
    double held_since = 1e18;         // when the finger was laid on a place; far off while none is
};

// Tools, the flat figure with its sites, search by name and region, read-out, and the findings so far
// (look/03-examination.png).
Actions draw_examination(ui::Ui& ui, ui::Rect place, const VisitView& view, ExaminationState& state);

}  // namespace palpera::student
