#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/student/debrief.h"

namespace palpera::student {

// What the regions of the debrief are drawn from, and what was asked for in this frame.
struct DebriefPart {
    ui::Ui& ui;
    const present::Context& words;
    const present::Debrief& debrief;
    const std::vector<present::JournalLine>& journal;
    DebriefState& state;
    double grown = 1;  // of rings and bars, 0 to 1: they grow once
    DebriefBody body = {};
    std::optional<DebriefAsk> asked = {};
};

// Nothing for what has no mark.
std::optional<ui::Outcome> outcome_of(pathway::Mark mark);

// Ring, verdict, headline, summary and the change that would have won most.
void draw_score(DebriefPart& part, float least_height);
// Where points were won and how they arose, one of the two at a time.
void draw_parts(DebriefPart& part, float least_height);
// Both, below each other.
void draw_all_parts(DebriefPart& part);
// What happened to the patient until the end.
void draw_story(DebriefPart& part);
// What newer guidelines make of the visit; nothing where they are as they were.
void draw_revision(DebriefPart& part);
// The cards side by side; `chart`: the probabilities among them.
void draw_summary_cards(DebriefPart& part, bool chart);

// The probabilities over the course, as high as told, or why there are none.
void draw_chart_card(DebriefPart& part, float least_height);
// The same large, and what each question told.
void draw_reasoning(DebriefPart& part);
// The numb area that was drawn on the body, over the true one.
void draw_borders(DebriefPart& part);
// The nearest conforming course.
void draw_course(DebriefPart& part);

// The student's acts against the guideline's windows.
void draw_lanes(DebriefPart& part);
// Chooses a line, and with it its first act on the lanes.
void choose_line(DebriefPart& part, int line);

// Does a filter (to learn, matched, all) let a line through?
bool passes(const present::DebriefLine& line, int filter);

enum class LineShape { row, stacked };  // words side by side, or one below the other
// Heading and filter, then the lines that it lets through.
void draw_lines_head(DebriefPart& part);
void draw_lines(DebriefPart& part, LineShape shape);
// The chosen line alone, under the lanes where the list is out of sight.
void draw_chosen_line(DebriefPart& part);

void draw_journal(DebriefPart& part);
void draw_sources(DebriefPart& part);

// A button that rewinds to an action, after asking.
void draw_rewind(DebriefPart& part, const std::string& name, int action);

}  // namespace palpera::student
