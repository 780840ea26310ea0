// The nearest conforming course, step by step.
#include <algorithm>

#include "engine/present/debrief_parts.h"

namespace palpera::present {

void tell_course(const DebriefInput& input, const DebriefLines& lines, Debrief& debrief) {
    const Context& context = input.context;
    int done = 0;
    for (const pathway::CourseStep& one : input.sheet.nearest_course) {
        const library::Step* step = step_of(input, one.step);
        if (!step) continue;
        DebriefStep row;
        row.title = context.in(step->text);
        row.mark = one.action > 0 ? pathway::Mark::matched : pathway::Mark::missed;
        const auto& ledger = input.sheet.ledger;
        const auto entry = std::ranges::find_if(ledger, [&](const pathway::LedgerLine& line) {
            return line.statement == one.step && line.component == pathway::Component::necessary_care;
        });
        if (entry != ledger.end()) {
            row.line = lines.line_of_entry[static_cast<std::size_t>(entry - ledger.begin())];
            row.mark = pathway::mark_of(entry->reason);
        }
        if (const encounter::Event* event = event_of(input.encounter, one.action)) {
            row.action = one.action;
            row.time = moment(event->at, context);
            row.act = act_text(event->action, context);
            ++done;
        } else {
            row.time = "–";
            row.act = missing_text(input, *step);
        }
        debrief.course.push_back(std::move(row));
    }
    debrief.course_summary = context.fill(
        "debrief/course_summary", {{"done", std::to_string(done)}, {"all", std::to_string(debrief.course.size())}});
}

}  // namespace palpera::present
