#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/present/debrief.h"
#include "engine/student/body_view.h"
#include "engine/ui/widgets.h"

namespace palpera::student {

enum DebriefPage { overview, reasoning, course, log, sources };

struct DebriefState {
    int page = 0;          // DebriefPage
    int compact_page = 0;  // of a compact window: score, reasoning, steps, whole log, sources
    int parts = 0;         // by part of the consultation, how the points arose
    int moment = -1;       // on the probability chart; below 0: none was walked to
    double opened = -1;    // when it was first drawn: rings and bars grow from then
    int filter = 0;        // of the explanations: to learn, matched, all
    int selected = -1;     // line
    std::string mark;      // the act chosen in the swim-lane
    bool follow = false;   // the list scrolls to the chosen line
    ui::LaneView view{0, 0};
    int rewind = 0;  // the action that is asked about
    bool saving = false, as_text = false;
    int border = 0;            // which of those that were drawn is shown
    BodyView body = {};        // that it is shown on
    int body_of = -1;          // the border that it was turned to
    std::string folder, file;  // where it is saved; the file's name without its end
};

// Whose body the findings are shown on; without them they are told in words.
struct DebriefBody {
    Bodies* bodies = nullptr;
    const encounter::Encounter* encounter = nullptr;
};

struct DebriefAsk {
    enum class Kind { rewind, again, save, close } kind = Kind::close;
    int action = 0;  // rewind: to just before this one
};

// The score and why (look/06-debrief.png). Rewinding is asked about before it is asked for.
std::optional<DebriefAsk> draw_debrief(ui::Ui& ui, ui::Rect place, const present::Context& context,
                                       const present::Debrief& debrief,
                                       const std::vector<present::JournalLine>& journal, DebriefState& state,
                                       const DebriefBody& body = {});

}  // namespace palpera::student
