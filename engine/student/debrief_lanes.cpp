// The student's acts against the guideline's windows.
#include <algorithm>
#include <cmath>

#include "engine/student/debrief_parts.h"

namespace palpera::student {
namespace {

constexpr double closest = 5;  // minutes across the lanes

std::string name_of(std::size_t lane, std::size_t mark) {
    return "debrief.act." + std::to_string(lane) + "." + std::to_string(mark);
}

struct Placed {
    std::string name;
    double minute = 0;
    std::size_t line = 0;
};
// Every mark as time goes; those of one minute from the first lane down.
std::vector<Placed> in_time(const present::Debrief& debrief) {
    std::vector<Placed> all;
    for (std::size_t lane = 0; lane < debrief.lanes.size(); ++lane) {
        const auto& marks = debrief.lanes[lane].marks;
        for (std::size_t i = 0; i < marks.size(); ++i)
            all.push_back({name_of(lane, i), static_cast<double>(marks[i].at.value), marks[i].line});
    }
    std::ranges::stable_sort(all, {}, &Placed::minute);
    return all;
}

// Does another mark stand where the words beside this one would?
bool is_crowded(const DebriefPart& part, const std::vector<present::DebriefMark>& marks, std::size_t mine,
                float per_minute) {
    const present::DebriefMark& mark = marks[mine];
    const bool left = mark.mark == pathway::Mark::late || mark.mark == pathway::Mark::harmful;
    const float width = ui::measure(part.ui, mark.label, ui::caption_strong).x + part.ui.px(28);
    return std::ranges::any_of(marks, [&](const present::DebriefMark& other) {
        if (&other == &mark) return false;
        const auto minutes = static_cast<float>((left ? mark.at - other.at : other.at - mark.at).value);
        return minutes >= 0 && minutes * per_minute < width;
    });
}

std::vector<ui::Lane> lanes_of(const DebriefPart& part) {
    const ui::LaneView& view = part.state.view;
    const float room = ui::width_left(part.ui) - part.ui.px(148);
    const float per_minute = room / static_cast<float>(std::max(1.0, view.last - view.first));
    std::vector<ui::Lane> lanes;
    for (std::size_t lane = 0; lane < part.debrief.lanes.size(); ++lane) {
        const present::DebriefLane& from = part.debrief.lanes[lane];
        ui::Lane to{from.name, {}, {}};
        for (const present::DebriefWindow& window : from.windows)
            to.windows.push_back(
                {static_cast<double>(window.from.value), static_cast<double>(window.until.value), window.label});
        for (std::size_t i = 0; i < from.marks.size(); ++i) {
            const present::DebriefMark& mark = from.marks[i];
            const auto outcome = outcome_of(mark.mark);
            if (!outcome) continue;
            const std::string name = name_of(lane, i);
            const bool told = is_crowded(part, from.marks, i, per_minute);
            std::optional<double> due;
            if (mark.due) due = static_cast<double>(mark.due->value);
            const present::DebriefLine& line = part.debrief.lines[mark.line];
            to.marks.push_back({.name = name,
                                .minute = static_cast<double>(mark.at.value),
                                .outcome = *outcome,
                                .label = told ? "" : mark.label,
                                .due = due,
                                .tip = mark.label == line.title ? line.title : mark.label + ": " + line.title});
        }
        lanes.push_back(std::move(to));
    }
    return lanes;
}

// The list goes to the line of the chosen act, whatever was filtered.
void follow_mark(DebriefPart& part, const std::string& name) {
    part.state.mark = name;
    for (const Placed& mark : in_time(part.debrief))
        if (mark.name == name) part.state.selected = static_cast<int>(mark.line);
    const auto line = static_cast<std::size_t>(std::max(0, part.state.selected));
    if (line < part.debrief.lines.size() && !passes(part.debrief.lines[line], part.state.filter)) part.state.filter = 2;
    part.state.follow = true;
}

void zoom_by_keys(DebriefPart& part, double least, double most) {
    const bool nearer = part.ui.typed(U'+'), farther = part.ui.typed(U'-');
    if (!nearer && !farther) return;
    ui::LaneView& view = part.state.view;
    double centre = (view.first + view.last) / 2;
    for (const Placed& mark : in_time(part.debrief))
        if (mark.name == part.state.mark) centre = mark.minute;
    const double span =
        std::clamp((view.last - view.first) * (nearer ? 0.7 : 1 / 0.7), std::min(closest, most - least), most - least);
    view.first = std::clamp(centre - span / 2, least, most - span);
    view.last = view.first + span;
}

// Arrows walk beyond the edge of what is shown: the view goes along.
void walk_beyond(DebriefPart& part, double least, double most) {
    ui::Ui& ui = part.ui;
    ui::LaneView& view = part.state.view;
    if (!ui.focus.ring_on(part.state.mark) || part.state.mark.empty()) return;
    const std::vector<Placed> all = in_time(part.debrief);
    const auto at = std::ranges::find(all, part.state.mark, &Placed::name);
    if (at == all.end()) return;
    const auto hidden = [&](double minute) { return minute < view.first || minute > view.last; };
    auto next = all.end();
    if (at + 1 != all.end() && hidden((at + 1)->minute) && ui.key(ui::Key::right)) next = at + 1;
    if (next == all.end() && at != all.begin() && hidden((at - 1)->minute) && ui.key(ui::Key::left)) next = at - 1;
    if (next == all.end()) return;
    const double span = view.last - view.first;
    view.first = std::clamp(next->minute - span / 2, least, most - span);
    view.last = view.first + span;
    follow_mark(part, next->name);
    ui.focus.move_to(next->name);
}

void draw_window_legend(DebriefPart& part, ui::Line& line) {
    ui::Ui& ui = part.ui;
    const std::string& window = part.words("debrief/guideline_window");
    const ui::TextLook look{ui::Type::caption, ui::Weight::regular, ui::Role::ink2};
    const ui::Rect place = line.place({ui::measure(ui, window, look).x + ui.px(30), ui.px(20)});
    const float middle = place.middle().y;
    ui::fill(ui, {{place.min.x, middle - ui.px(6)}, {place.min.x + ui.px(22), middle + ui.px(6)}},
             ui::Role::primary_tint, 4);
    ui::draw_text(ui, {{place.min.x + ui.px(28), place.min.y}, {place.max.x + 2, place.max.y}}, window, look);
}

void draw_count(DebriefPart& part, const std::pair<pathway::Mark, int>& count) {
    const auto outcome = outcome_of(count.first);
    if (!outcome) return;
    ui::outcome_legend(part.ui, *outcome, part.words("outcome/" + std::string(pathway::name(count.first))),
                       count.second);
}

void draw_head(DebriefPart& part) {
    ui::Ui& ui = part.ui;
    const auto& counts = part.debrief.counts;
    if (ui::width_left(ui) < ui.px(1050)) {
        ui::paragraph(ui, part.words("debrief/steps_title"), ui::card_heading);
        ui::Line line(ui, 24, 16);
        for (const auto& count : counts) draw_count(part, count);
        return draw_window_legend(part, line);
    }
    ui::Line line(ui, 28, 16);
    line.from_right();
    draw_window_legend(part, line);
    for (auto count = counts.rbegin(); count != counts.rend(); ++count) draw_count(part, *count);
    line.from_left();
    ui::text(ui, part.words("debrief/steps_title"), ui::card_heading);
}

}  // namespace

void choose_line(DebriefPart& part, int line) {
    part.state.selected = line;
    part.state.mark.clear();
    for (const Placed& mark : in_time(part.debrief)) {
        if (static_cast<int>(mark.line) != line) continue;
        part.state.mark = mark.name;
        return;
    }
}

void draw_lanes(DebriefPart& part) {
    const double most = static_cast<double>(part.debrief.axis_end.value);
    if (part.state.view.last <= part.state.view.first) part.state.view = {0, most};
    zoom_by_keys(part, 0, most);
    walk_beyond(part, 0, most);
    ui::Card card(part.ui, {.padding = 16});
    draw_head(part);
    std::vector<std::pair<double, std::string>> times;
    for (const present::DebriefTick& tick : part.debrief.ticks)
        times.emplace_back(static_cast<double>(tick.at.value), tick.label);
    const std::string chosen =
        ui::swim_lane(part.ui, "debrief.lanes", lanes_of(part), times, part.state.mark, part.state.view, 0, most);
    if (chosen != part.state.mark) follow_mark(part, chosen);
}

}  // namespace palpera::student
