// What newer guidelines make of a visit that was begun under older ones.
#include "engine/student/debrief_parts.h"

namespace palpera::student {
namespace {

// The mark of now, what it is about, and below it how it was judged then and is judged now.
void draw_change(DebriefPart& part, const present::DebriefRevision::Line& line) {
    ui::Ui& ui = part.ui;
    const float indent = ui.px(28), width = ui::width_left(ui) - indent;
    const std::string judged = part.words.fill("debrief/revision_line", {{"then", line.then}, {"now", line.now}});
    const ui::Lines title = ui::wrap(ui, line.title, ui::body_strong, width);
    const ui::Lines below = ui::wrap(ui, judged, ui::body_quiet, width);
    const ui::Rect place = ui::claim(ui, {ui::width_left(ui), title.size.y + below.size.y + ui.px(8)});
    if (const auto outcome = outcome_of(line.mark))
        ui::draw_outcome(ui, {place.min.x + ui.px(10), place.min.y + ui.px(14)}, *outcome);
    const ImVec2 at{place.min.x + indent, place.min.y + ui.px(4)};
    ui::draw_lines(ui, at, title, ui::body_strong);
    ui::draw_lines(ui, {at.x, at.y + title.size.y}, below, ui::body_quiet);
}

}  // namespace

void draw_revision(DebriefPart& part) {
    if (!part.debrief.revision) return;
    const present::DebriefRevision& revision = *part.debrief.revision;
    ui::Ui& ui = part.ui;
    ui::Card card(ui);
    {
        ui::Line line(ui, 24, 8);
        ui::icon_picture(ui, ui::icon::history, 20, ui::Role::focus);
        ui::text(ui, part.words("debrief/revision_title"), ui::card_heading);
    }
    for (const std::string& guideline : revision.guidelines) ui::paragraph(ui, guideline, ui::body_quiet);
    ui::paragraph(ui, revision.scores, ui::body_strong);
    for (const present::DebriefRevision::Line& line : revision.lines) draw_change(part, line);
    if (!revision.rest.empty()) ui::paragraph(ui, revision.rest, ui::body_quiet);
}

}  // namespace palpera::student
