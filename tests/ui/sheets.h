#pragma once

#include <string>

#include "engine/ui/widgets.h"

namespace palpera::ui_test {

// What a sheet's widgets left on the screen.
struct SheetState {
    int side = 1, percent = 68, priority = 0, stage = 0, weeks = 6, chosen = 0;
    std::string field = "hur länge", question, note;
    bool noted = false, training = true, both_sides = true;
    std::string selected_act = "act.plain_film";
    ui::LaneView view{0, 60};
    std::string pressed;  // the last thing that was pressed
    ui::Toast toast;
};

// Every small widget, as on the picture of components.
void draw_components(ui::Ui& ui, SheetState& state);
// An encounter's history in three columns (one when compact).
void draw_conversation(ui::Ui& ui, SheetState& state);
// Ring, bars, chart, swim-lane and list of a debrief.
void draw_debrief(ui::Ui& ui, SheetState& state);
// Tables, findings, cards of the assessment.
void draw_results(ui::Ui& ui, SheetState& state);

}  // namespace palpera::ui_test
