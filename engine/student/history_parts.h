#pragma once

#include "engine/student/history.h"

// The regions of the history; draw_history places them.
namespace palpera::student {

struct HistoryPart {
    ui::Ui& ui;
    const VisitView& view;
    HistoryState& state;
    Actions& asked;
    const present::Context& words() const { return view.context; }
};

void draw_topics(HistoryPart& part, ui::Rect place);
void draw_conversation(HistoryPart& part, ui::Rect place);
// The patient's column: each fills the width it is given and grows down.
void draw_patient_card(HistoryPart& part, const present::PatientCard& card);
void draw_noted(HistoryPart& part);
// `folded`: one bar and the names, where the window is short.
void draw_differential(HistoryPart& part, bool folded);
// What the part's buttons opened over the page.
void draw_history_overlays(HistoryPart& part);

}  // namespace palpera::student
