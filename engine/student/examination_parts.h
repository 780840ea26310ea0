#pragma once

#include <string>
#include <vector>

#include "engine/student/examination.h"

namespace palpera::student {

// What the regions of the examination share while a frame is drawn.
struct Examining {
    ui::Ui& ui;
    const VisitView& view;
    ExaminationState& state;
    Actions& actions;
    std::vector<present::ToolGroup> tools;
    present::ToolRow tool;  // in hand
    std::vector<present::TargetRow> targets;
    std::string hovered;  // found in this frame

    const std::string& words(std::string_view key) const { return view.context(key); }
    bool on_body() const;    // the patient's body is shown, and not the flat figure
    bool on_figure() const;  // the tool in hand is used on places of the figure that is shown
    // Both sides where sides are compared, else the side given.
    void examine(const present::ToolRow& with, const present::TargetRow& target, library::Side side);
    void take(const present::ToolRow& with);
};

void draw_tools(Examining& now, ui::Rect place);
void draw_tool_rows(Examining& now, float row_height);
// How the patient lies, both sides or one.
void draw_position(Examining& now);
void draw_view_tabs(Examining& now);
// The flat figure.
void draw_figure(Examining& now, ui::Rect place);
// The patient's body; `free`: the part of `centre` where nothing stands before it.
void draw_body(Examining& now, ui::Rect free, ui::Rect centre);
void draw_body_tabs(Examining& now);
// Of light touch and pinprick: the border of what is not felt, drawn on the body. While `draws_border` is set the
// pointer draws and does not turn.
bool can_draw_border(const Examining& now);
void draw_border(Examining& now, ui::Rect place);
// The zones of the newest border of the modality in hand.
std::vector<std::pair<std::string, library::Side>> marked_zones(const Examining& now);
// A joint that the pointer leads: its range is examined as soon as the pointer says which way.
void lead_joint(Examining& now, ui::Rect place);
// The examiner's hand and the face of whom it hurts, while that is shown.
void draw_touch(Examining& now, ui::Rect place);
// Search, and what the tool in hand can be used on, by region.
void draw_targets(Examining& now, int columns);
// What the last act (or the one chosen among the findings) gave. `wide`: words and button beside the findings.
void draw_read_out(Examining& now, bool wide);
void draw_patient(Examining& now);
void draw_findings(Examining& now);
void draw_notes(Examining& now);

}  // namespace palpera::student
