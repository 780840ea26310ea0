#include "engine/student/differential_bars.h"

#include <algorithm>

#include "engine/base/text.h"

namespace palpera::student {
namespace {

using Rows = std::vector<present::DifferentialRow>;

constexpr double rest_seconds = 0.5;  // after the last step of a key

const char* trend(const present::DifferentialRow& row) {
    if (row.before < 0 || row.before == row.percent) return ui::icon::remove;
    return row.percent > row.before ? ui::icon::arrow_upward : ui::icon::arrow_downward;
}

}  // namespace

std::string no_more_diagnoses(const present::Context& context, const Rows& rows) {
    if (rows.size() < most_diagnoses) return {};
    return context.fill("refusal/too_many", {{"n", std::to_string(most_diagnoses)}});
}

bool holds_diagnosis(const Rows& rows, const std::string& condition) {
    return std::ranges::find(rows, condition, &present::DifferentialRow::condition) != rows.end();
}

void draw_percent_slider(ui::Ui& ui, std::string_view name, const present::Context& context, const Rows& rows,
                         std::size_t row, MovedPercent& moved, bool ticks) {
    const present::DifferentialRow& one = rows[row];
    int percent = one.percent;
    const std::string label = one.name + ", " + context("assessment/probability");
    if (!ui::slider(ui, std::string(name) + "." + one.condition, label, percent, {.leading = row == 0, .ticks = ticks}))
        return;
    moved = {one.condition, percent, ui.now};
}

std::optional<library::Action> settled(ui::Ui& ui, const Rows& rows, MovedPercent& moved) {
    if (moved.condition.empty()) return std::nullopt;
    const double rested = ui.now - moved.since;
    if (ImGui::IsMouseDown(0) || rested < rest_seconds) {
        ui.redraw.in(std::max(0.0, rest_seconds - rested));
        return std::nullopt;
    }
    moved = {};
    return differential_of(library::Verb::differential, rows);
}

std::optional<library::Action> draw_differential_bars(ui::Ui& ui, const present::Context& context,
                                                      std::string_view name, Rows& rows, MovedPercent& moved) {
    take_over(rows, moved);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const present::DifferentialRow& row = rows[i];
        {
            ui::Line line(ui, 24);
            line.from_right();
            ui::icon_picture(ui, trend(row), 16);
            ui::text(ui, present::percent(row.percent, context.language), i == 0 ? ui::body_strong : ui::body);
            line.from_left();
            ui::text(ui, row.name, i == 0 ? ui::body_strong : ui::body);
        }
        draw_percent_slider(ui, name, context, rows, i, moved, false);
    }
    return settled(ui, rows, moved);
}

void draw_folded_differential(ui::Ui& ui, const present::Context& context, const Rows& rows) {
    const ui::Rect place = ui::claim(ui, {ui::width_left(ui), ui.px(8)});
    ui::fill(ui, place, ui::Role::sunken, 4);
    float from = place.min.x;
    std::vector<std::string> names;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const float to = from + place.width() * static_cast<float>(rows[i].percent) / 100;
        if (to > from + ui.px(2))
            ui::fill(ui, {{from, place.min.y}, {to - ui.px(2), place.max.y}},
                     i == 0 ? ui::Role::primary : ui::Role::edge, 4);
        from = to;
        names.push_back(rows[i].name + " " + present::percent(rows[i].percent, context.language));
    }
    ui::paragraph(ui, base::joined(names, " · "), {ui::Type::caption, ui::Weight::regular, ui::Role::ink2});
}

}  // namespace palpera::student
