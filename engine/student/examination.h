#pragma once

#include <string>

#include "engine/present/examination.h"
#include "engine/student/visit_view.h"

namespace palpera::student {

struct ExaminationState {
    present::ToolRow tool;  // verb palpate at first
    std::string search;
    std::string region;
    std::string figure_view = "sole";
    library::Side side = library::Side::right;
    bool compare = true;  // examines both sides
    std::string hovered;  // subject under the pointer or the focus
    int shown = 0;        // the act whose read-out is open; 0: the last one
    bool shown_closed = false;
    std::string own_note;
    int page = 0;  // of a compact window: figure, list, patient, findings
};

// Tools, the flat figure with its sites, search by name and region, read-out, and the findings so far
// (look/03-examination.png).
Actions draw_examination(ui::Ui& ui, ui::Rect place, const VisitView& view, ExaminationState& state);

}  // namespace palpera::student
