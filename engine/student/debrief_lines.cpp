// The explained lines: what was done or not, why it counts, where that is written, and the way back to it.
#include <algorithm>
#include <cmath>
#include <numeric>

#include "engine/student/debrief_parts.h"

namespace palpera::student {
namespace {

using present::DebriefLine;
using ui::Rect;

constexpr ui::TextLook title_look = ui::body_strong;
constexpr ui::TextLook why_look = ui::body_quiet;
constexpr ui::TextLook chip_look{ui::Type::caption, ui::Weight::strong, ui::Role::primary};
constexpr ui::TextLook beyond_look{ui::Type::caption, ui::Weight::strong, ui::Role::ink2};

// One document with the statements that are cited of it.
struct Cited {
    std::string label, tip;
    bool beyond = false;
};

std::vector<Cited> cited(const DebriefPart& part, const DebriefLine& line) {
    std::vector<Cited> chips;
    std::vector<std::string> titles;
    for (const DebriefLine::Source& source : line.sources) {
        if (source.id.empty()) {
            chips.push_back({source.title, part.words.fill("debrief/beyond_source", {{"source", source.title}}), true});
            titles.push_back("");
            continue;
        }
        const std::string quote = source.id + ": " + source.quote;
        const auto known = std::ranges::find(titles, source.title);
        if (known == titles.end()) {
            chips.push_back({source.title + ", " + source.id, quote, false});
            titles.push_back(source.title);
        } else {
            Cited& chip = chips[static_cast<std::size_t>(known - titles.begin())];
            chip.label += ", " + source.id;
            chip.tip += "\n" + quote;
        }
    }
    return chips;
}

// All on one chip: the first statement by name, the rest as a number.
std::vector<Cited> summed(const std::vector<Cited>& chips, const DebriefLine& line) {
    if (line.sources.size() < 2) return chips;
    const DebriefLine::Source& first = line.sources.front();
    Cited one{first.title + (first.id.empty() ? "" : ", " + first.id), "", chips.front().beyond};
    one.label += " +" + std::to_string(line.sources.size() - 1);
    for (const Cited& chip : chips) one.tip += (one.tip.empty() ? "" : "\n") + chip.tip;
    return {one};
}

ui::Lines chip_lines(const DebriefPart& part, const Cited& chip, float width) {
    return ui::wrap(part.ui, chip.label, chip_look, width - part.ui.px(36));
}
float chip_height(const DebriefPart& part, const Cited& chip, float width) {
    return chip_lines(part, chip, width).size.y + part.ui.px(8);
}

// A source with its name on as many lines as it takes; pressed, it shows the sources.
void draw_chip(DebriefPart& part, const std::string& name, const Cited& chip, Rect place) {
    ui::Ui& ui = part.ui;
    const ui::Lines lines = chip_lines(part, chip, place.width());
    place.max.x = std::min(place.max.x, place.min.x + lines.size.x + ui.px(38));
    const ui::Touch touch = ui::touch(ui, place, {.name = name, .label = chip.label, .rounding = 6});
    ui::fill(ui, place, touch.hovered ? ui::Role::surface2 : ui::Role::surface, 6);
    ui::outline(ui, place, touch.hovered ? ui::Role::edge : ui::Role::line, 6);
    const ui::TextLook look = chip.beyond ? beyond_look : chip_look;
    ui::draw_icon(ui, {place.min.x + ui.px(16), place.min.y + ui.px(12)}, ui::icon::menu_book, 16, look.role);
    ui::draw_lines(ui, {place.min.x + ui.px(28), place.min.y + ui.px(4)}, lines, look);
    ui::tooltip(ui, touch, chip.tip);
    if (!touch.pressed) return;
    part.state.page = DebriefPage::sources;
    part.state.compact_page = 4;
}

void draw_chips(DebriefPart& part, const std::string& name, const std::vector<Cited>& chips, Rect place) {
    for (std::size_t i = 0; i < chips.size(); ++i) {
        const float height = chip_height(part, chips[i], place.width());
        draw_chip(part, name + ".source." + std::to_string(i), chips[i],
                  {place.min, {place.max.x, place.min.y + height}});
        place.min.y += height + part.ui.px(4);
    }
}

void draw_mark(DebriefPart& part, const DebriefLine& line, ImVec2 middle) {
    if (const auto outcome = outcome_of(line.mark))
        ui::draw_outcome(part.ui, middle, *outcome);
    else
        ui::draw_icon(part.ui, middle, ui::icon::info, 20, ui::Role::ink3);
}

ui::Role points_role(const DebriefLine& line) {
    if (line.mark == pathway::Mark::harmful) return ui::Role::harm;
    return line.points.starts_with("+") ? ui::Role::ok : ui::Role::ink;
}

// The columns of a row, in pixels of the window.
struct Columns {
    float mark = 0, time = 0, title = 0, why = 0, sources = 0, points = 0, rewind = 0;
};

Columns columns_of(const DebriefPart& part, LineShape shape) {
    const ui::Ui& ui = part.ui;
    Columns columns;
    columns.mark = ui.px(30);
    for (const DebriefLine& line : part.debrief.lines) {
        columns.time = std::max(columns.time, ui::measure(ui, line.time, ui::body).x);
        columns.points = std::max(
            {columns.points, ui::measure(ui, line.points, title_look).x, ui::measure(ui, line.of, ui::caption).x});
    }
    columns.time += ui.px(14);
    columns.points += ui.px(16);
    columns.rewind = ui::button_width(ui, part.words("debrief/rewind_here"),
                                      {.size = ui::ButtonSize::small, .icon = ui::icon::replay}) +
                     ui.px(12);
    columns.sources = ui.px(200);
    const float room =
        ui::width_left(ui) - columns.mark - columns.time - columns.points - columns.rewind - columns.sources;
    if (shape == LineShape::stacked) {
        columns.title = columns.why = room;
    } else {
        columns.title = std::round(room * 0.36f);
        columns.why = room - columns.title;
    }
    return columns;
}

// Everything is read on the chosen line and where there is much room; else the beginning, so that lines can be
// compared.
constexpr int closed_lines = 2;

bool is_open(const DebriefPart& part, int index) {
    return part.state.selected == index || ui::size_class(part.ui).width == ui::Width::extra;
}

// The words of a line, measured before they are drawn: the row is as high as they are.
struct RowText {
    ui::Lines title, why;
    std::vector<Cited> chips;
    float height = 0;
};

RowText measured(const DebriefPart& part, const DebriefLine& line, const Columns& columns, LineShape shape, bool open) {
    const ui::Ui& ui = part.ui;
    RowText text;
    text.title = ui::wrap(ui, line.title, title_look, columns.title - ui.px(16));
    text.why = ui::wrap(ui, line.why, why_look, columns.why - ui.px(16), open ? 0 : closed_lines);
    text.chips = cited(part, line);
    if (!open) text.chips = summed(text.chips, line);
    float chips = 0;
    for (const Cited& chip : text.chips) chips += chip_height(part, chip, columns.sources - ui.px(12)) + ui.px(4);
    const float words = shape == LineShape::stacked ? text.title.size.y + text.why.size.y
                                                    : std::max(text.title.size.y, text.why.size.y);
    const float points = line.of.empty() ? ui.px(20) : ui.px(36);
    text.height = std::round(std::max({words, chips - ui.px(4), points, ui.px(28)}) + ui.px(16));
    return text;
}

// Registers what draw_lines draws, so that it is read and measured as any text.
void words_at(DebriefPart& part, ImVec2 at, const ui::Lines& lines, const std::string& words, ui::TextLook look) {
    ui::draw_lines(part.ui, at, lines, look);
    part.ui.registry.add({.kind = ui::ItemKind::text,
                          .label = words,
                          .rect = ui::rect(at, lines.size),
                          .clip = ui::window_rect(),
                          .scrolls = true});
}

void draw_points(DebriefPart& part, const DebriefLine& line, Rect place) {
    ui::Ui& ui = part.ui;
    const ui::TextLook look{ui::Type::body, ui::Weight::strong, points_role(line), true};
    ui::draw_text(ui, {place.min, {place.max.x, place.min.y + ui.px(20)}}, line.points, look, 1);
    if (!line.of.empty())
        ui::draw_text(ui, {{place.min.x, place.min.y + ui.px(20)}, {place.max.x, place.min.y + ui.px(36)}}, line.of,
                      ui::caption, 1);
}

void draw_row(DebriefPart& part, int index, const std::string& name, LineShape shape, const Columns& columns) {
    ui::Ui& ui = part.ui;
    const DebriefLine& line = part.debrief.lines[static_cast<std::size_t>(index)];
    const bool open = is_open(part, index);
    const RowText text = measured(part, line, columns, shape, open);
    const Rect place = ui::claim(ui, {ui::width_left(ui), text.height});
    const bool chosen = part.state.selected == index;
    const Rect reach{{place.min.x - ui.px(8), place.min.y}, {place.max.x + ui.px(8), place.max.y}};
    const float sources = place.max.x - columns.rewind - columns.points - columns.sources;
    const ui::Touch touch =
        ui::touch(ui, {reach.min, {sources - ui.px(4), place.max.y}},
                  {.name = name, .kind = ui::ItemKind::row, .label = line.title, .checked = chosen, .rounding = 6});
    if (chosen)
        ui::fill(ui, reach, ui::Role::primary_tint, 6);
    else if (touch.hovered)
        ui::fill(ui, reach, ui::Role::surface2, 6);
    if (touch.pressed) choose_line(part, index);
    if (text.why.cut) ui::tooltip(ui, touch, line.why);
    const float top = std::round(place.min.y + ui.px(8));
    float x = place.min.x;
    draw_mark(part, line, {x + ui.px(10), top + ui.px(10)});
    x += columns.mark;
    ui::draw_text(ui, {{x, top}, {x + columns.time, top + ui.px(20)}}, line.time,
                  {ui::Type::body, ui::Weight::regular, ui::Role::ink2, true});
    x += columns.time;
    words_at(part, {x, top}, text.title, line.title, title_look);
    if (shape == LineShape::stacked)
        words_at(part, {x, top + text.title.size.y}, text.why, line.why, why_look);
    else
        words_at(part, {x + columns.title, top}, text.why, line.why, why_look);
    draw_chips(part, name, text.chips,
               {{sources, top - ui.px(2)}, {sources + columns.sources - ui.px(12), place.max.y}});
    x = place.max.x - columns.rewind - columns.points;
    draw_points(part, line, {{x, top}, {x + columns.points - ui.px(8), place.max.y}});
    const ImVec2 below = ImGui::GetCursorScreenPos();
    if (line.action > 0) {
        ImGui::SetCursorScreenPos({place.max.x - columns.rewind + ui.px(12), top - ui.px(4)});
        draw_rewind(part, name + ".rewind", line.action);
    }
    ImGui::SetCursorScreenPos({below.x, place.max.y});
    ImGui::Dummy({0, 0});
    ImGui::SetCursorScreenPos({below.x, place.max.y});
}

// In a narrow window: time and points over the words, sources and the way back below them.
void draw_narrow(DebriefPart& part, int index, const std::string& name) {
    ui::Ui& ui = part.ui;
    const DebriefLine& line = part.debrief.lines[static_cast<std::size_t>(index)];
    ui::gap(ui, 8);
    {
        ui::Line top(ui, 24, 8);
        const Rect mark = top.place({ui.px(20), ui.px(20)});
        draw_mark(part, line, mark.middle());
        top.from_right();
        const std::string points = line.points + (line.of.empty() ? "" : " " + line.of);
        ui::text(ui, points, {ui::Type::body, ui::Weight::strong, points_role(line), true});
        top.from_left();
        ui::text(ui, line.time, ui::body_quiet);
    }
    ui::paragraph(ui, line.title, title_look);
    ui::paragraph(ui, line.why, why_look);
    const std::vector<Cited> chips = cited(part, line);
    for (std::size_t i = 0; i < chips.size(); ++i) {
        const float width = ui::width_left(ui);
        const Rect place = ui::claim(ui, {width, std::max(ui.px(28), chip_height(part, chips[i], width))});
        draw_chip(part, name + ".source." + std::to_string(i), chips[i], place);
    }
    if (line.action > 0) draw_rewind(part, name + ".rewind", line.action);
    ui::gap(ui, 8);
}

bool is_narrow(const ui::Ui& ui) { return ui::size_class(ui).width == ui::Width::compact; }

std::string name_of(int index) { return "debrief.line." + std::to_string(index); }

// All: as time went, what has no time last. What is to learn from: what weighed most first.
std::vector<int> shown(const DebriefPart& part) {
    const auto& lines = part.debrief.lines;
    std::vector<int> indices;
    for (std::size_t i = 0; i < lines.size(); ++i)
        if (passes(lines[i], part.state.filter)) indices.push_back(static_cast<int>(i));
    if (part.state.filter != 2) return indices;
    std::ranges::stable_sort(indices, [&](int a, int b) {
        const auto &one = lines[static_cast<std::size_t>(a)].at, &other = lines[static_cast<std::size_t>(b)].at;
        if (one && other) return *one < *other;
        return one.has_value() && !other.has_value();
    });
    return indices;
}

int count_of(const DebriefPart& part, int filter) {
    return static_cast<int>(
        std::ranges::count_if(part.debrief.lines, [&](const DebriefLine& line) { return passes(line, filter); }));
}

}  // namespace

bool passes(const DebriefLine& line, int filter) {
    if (filter == 0) return line.to_learn;
    return filter == 2 || line.mark == pathway::Mark::matched;
}

void draw_lines_head(DebriefPart& part) {
    ui::Ui& ui = part.ui;
    std::vector<ui::Option> options;
    const std::pair<const char*, const char*> filters[] = {
        {"learn", "debrief/filter_learn"}, {"matched", "debrief/filter_matched"}, {"all", "debrief/filter_all"}};
    for (int i = 0; i < 3; ++i)
        options.push_back({filters[i].first, part.words(filters[i].second) + " " + std::to_string(count_of(part, i))});
    ui::Line line(ui, 32);
    const int before = part.state.filter;
    if (!is_narrow(ui)) {
        line.from_right();
        part.state.filter = ui::segmented(ui, "debrief.filter", options, before, true);
        line.from_left();
        ui::text(ui, part.words("debrief/explanations"), ui::card_heading);
    } else {
        part.state.filter = ui::segmented(ui, "debrief.filter", options, before, true, true);
    }
}

void draw_lines(DebriefPart& part, LineShape shape) {
    ui::Ui& ui = part.ui;
    const std::vector<int> indices = shown(part);
    if (indices.empty()) {
        ui::gap(ui, 12);
        ui::empty_state(ui, ui::icon::check_circle, part.words("debrief/nothing_to_learn"), "");
        return;
    }
    const Columns columns = columns_of(part, shape);
    for (int index : indices) {
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const bool chosen = index == part.state.selected;
        if (index != indices.front() && !chosen) ui::horizontal_line(ui, at.x, at.x + ui::width_left(ui), at.y);
        if (is_narrow(ui))
            draw_narrow(part, index, name_of(index));
        else
            draw_row(part, index, name_of(index), shape, columns);
        if (!chosen || !part.state.follow) continue;
        const bool scrolls_alone = !ui::size_class(ui).is_short;
        if (scrolls_alone) ImGui::SetScrollHereY(0.5f);
        part.state.follow = false;
        ui.redraw.now();
    }
    if (part.state.filter != 2) return;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ui::horizontal_line(ui, at.x, at.x + ui::width_left(ui), at.y);
    ui::gap(ui, 8);
    ui::text(ui, part.words.fill("debrief/lines_sum", {{"points", part.debrief.score_text}}), ui::body_strong);
    ui::gap(ui, 8);
}

void draw_chosen_line(DebriefPart& part) {
    const bool any =
        part.state.selected >= 0 && static_cast<std::size_t>(part.state.selected) < part.debrief.lines.size();
    if (!any) return;
    const LineShape shape = ui::size_class(part.ui).logical.x < 1180 ? LineShape::stacked : LineShape::row;
    {
        ui::Card card(part.ui, {.padding = 12});
        draw_row(part, part.state.selected, "debrief.chosen", shape, columns_of(part, shape));
    }
    if (!part.state.follow) return;
    ImGui::SetScrollHereY(1);
    part.state.follow = false;
    part.ui.redraw.now();
}

}  // namespace palpera::student
