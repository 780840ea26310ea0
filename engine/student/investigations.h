#pragma once

#include <string>

#include "engine/student/visit_view.h"
#include "engine/ui/light_box.h"

namespace palpera::student {

struct InvestigationsState {
    std::string search;
    std::string kind;    // laboratory, imaging, physiology; empty: all
    std::string chosen;  // test
    library::Side side = library::Side::none;
    library::Urgency urgency = library::Urgency::routine;
    int open_order = -1;  // the report that is open
    bool only_flagged = false;
    // Of the drawing that is shown: which report it belongs to, which of its drawings it is, and how near it is seen.
    struct Film {
        int order = -1;
        int drawing = 0;
        ui::PictureView view;
    } film;
    float catalogue_share = 1, inbox_share = 1;  // of their own widths, as dragged
    int page = 0;                                // of a compact window: catalogue, inbox, viewer
};

// The catalogue, the inbox and the results (look/04-investigations.png).
Actions draw_investigations(ui::Ui& ui, ui::Rect place, const VisitView& view, InvestigationsState& state);

}  // namespace palpera::student
