#pragma once

#include <string>

#include "engine/present/visit.h"
#include "engine/student/visit_view.h"

namespace palpera::student {

enum class Stage { history, examination, investigations, assessment };

// What the student left on the screen.
struct FrameState {
    Stage stage = Stage::history;
    bool menu = false;    // of a compact window
    bool ending = false;  // the question is open
    bool again = false;   // its answer: see the patient again, or end the case
    int weeks = 4;
};

struct FrameAsk {
    bool back = false;
    bool keyboard = false, settings = false;
    Actions actions;  // that end the visit
};

// The bar over every stage of a visit: who the patient is, where one is, time, cost, and the end of the visit. `place`
// becomes what is left for the stage.
FrameAsk draw_visit_bar(ui::Ui& ui, ui::Rect& place, const VisitView& view, bool branched, FrameState& state);
// The question that ends the visit, over everything else; draw it after the stage.
FrameAsk draw_visit_end(ui::Ui& ui, const VisitView& view, FrameState& state);

}  // namespace palpera::student
