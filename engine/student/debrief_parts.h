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
    std::optional<DebriefAsk> asked = {};
};

// Nothing for what has no mark.
std::optional<ui::Outcome> outcome_of(pathway::Mark mark);

// Ring, verdict, headline and summary.
void draw_score(DebriefPart& part, float least_height);
void draw_domains(DebriefPart& part, float least_height);
void draw_components(DebriefPart& part, float least_height);
// What happened to the patient until the end, and the change that would have won most.
void draw_story(DebriefPart& part, float least_height);
// The four cards side by side.
void draw_summary_cards(DebriefPart& part);

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
