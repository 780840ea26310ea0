#pragma once

#include <string>
#include <vector>

#include "engine/present/investigations.h"
#include "engine/student/investigations.h"

namespace palpera::student {

// What the regions of the investigations share while a frame is drawn.
struct Investigating {
    ui::Ui& ui;
    const VisitView& view;
    InvestigationsState& state;
    Actions& actions;
    std::vector<present::InboxRow> inbox;

    const std::string& words(std::string_view key) const { return view.context(key); }
    void act(library::Verb verb, const std::string& test);
    // Shows the result, and reads it first where it is new.
    void open(const present::InboxRow& row);
};

void draw_search(Investigating& now);
void draw_catalogue(Investigating& now);
// Of the test that is chosen: side, priority, the button that orders.
void draw_order(Investigating& now);
float order_height(const Investigating& now);

void draw_inbox(Investigating& now);
// The same as a row of pills, where there is no column for it.
void draw_inbox_tabs(Investigating& now);
void draw_wait(Investigating& now);

void draw_viewer(Investigating& now);
// The drawings of a result, one at a time, on a light box.
void draw_light_box(Investigating& now, const std::vector<present::DrawingRow>& drawings);

}  // namespace palpera::student
