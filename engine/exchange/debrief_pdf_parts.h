#pragma once

#include "engine/exchange/debrief_report.h"
#include "engine/exchange/paper.h"

namespace palpera::exchange {

// A page part: each begins at Paper::y and leaves it below itself.
void draw_heading(Paper& paper, std::string_view words, double keep_with = 60);
void draw_mark(Paper& paper, double x, double y, pathway::Mark mark, double size = 8);

void draw_lanes(Paper& paper, const DebriefReport& report);
void draw_chart(Paper& paper, const DebriefReport& report);

void draw_lines(Paper& paper, const DebriefReport& report);
void draw_course(Paper& paper, const DebriefReport& report);
void draw_borders(Paper& paper, const DebriefReport& report);
void draw_told(Paper& paper, const DebriefReport& report);
void draw_journal(Paper& paper, const DebriefReport& report);
void draw_sources(Paper& paper, const DebriefReport& report);

}  // namespace palpera::exchange
