#include "engine/student/choice_list.h"
#include "engine/student/differential_bars.h"
#include "engine/student/plan_parts.h"

namespace palpera::student {
namespace {

using Rows = std::vector<present::DifferentialRow>;

void draw_sum(PlanPart& part, const Rows& rows) {
    const int sum = sum_of(rows);
    const bool whole = sum == 100;
    const std::string words = part.words().fill("assessment/sum", {{"n", std::to_string(sum)}});
    ui::chip(part.ui, words,
             {.tint = whole ? ui::Role::ok_tint : ui::Role::missed_tint,
              .ink = whole ? ui::Role::ok : ui::Role::missed,
              .icon = whole ? ui::icon::check_circle : ui::icon::warning});
}

void draw_head(PlanPart& part, const Rows& rows) {
    ui::Ui& ui = part.ui;
    const present::Context& words = part.words();
    const std::string full = no_more_diagnoses(words, rows);
    {
        ui::Line line(ui, 36);
        line.from_right();
        if (ui::button(ui, "plan.add_diagnosis", words("assessment/add_diagnosis"),
                       {.kind = ui::ButtonKind::quiet, .icon = ui::icon::add, .disabled_because = full}))
            part.state.choosing_diagnosis = true;
        if (!rows.empty()) draw_sum(part, rows);
        line.from_left();
        // In a compact window the page's name stands above.
        if (ui::size_class(ui).width != ui::Width::compact) ui::text(ui, words("assessment/title"), ui::title);
    }
    const bool even = rows.empty() || sum_of(rows) == 100;
    if (even) {
        ui::paragraph(ui, words("assessment/hint"), ui::body_quiet);
    } else {
        const ui::ButtonLook look{.kind = ui::ButtonKind::text, .size = ui::ButtonSize::small};
        ui::Columns columns(ui, {0, ui::button_width(ui, words("assessment/even_out"), look) / ui.scale + 1}, 8);
        columns.next();
        ui::gap(ui, 4);
        ui::paragraph(ui, words.fill("assessment/sum_left", {{"n", std::to_string(100 - sum_of(rows))}}),
                      ui::body_quiet);
        columns.next();
        if (ui::button(ui, "plan.even_out", words("assessment/even_out"), look)) part.asked.push_back(evened_out(rows));
    }
    ui::gap(ui, 8);
}

// On one line where it fits, else below each other.
void draw_name(PlanPart& part, const present::DifferentialRow& row, bool main) {
    ui::Ui& ui = part.ui;
    const ui::TextLook code{ui::Type::body, ui::Weight::regular, ui::Role::ink3};
    const std::string& label = part.words()("assessment/main_diagnosis");
    const ui::ChipLook chip{.tint = ui::Role::primary_tint, .ink = ui::Role::primary, .icon = ui::icon::flag};
    const float named = ui::measure(ui, row.name, ui::card_heading).x + ui::measure(ui, row.code, code).x + ui.px(10);
    const float room = ui::width_left(ui);
    const bool beside = main && named + ui::chip_width(ui, label, chip) + ui.px(8) < room;
    if (named < room) {
        ui::Line line(ui, 28);
        line.from_right();
        if (beside) ui::chip(ui, label, chip);
        line.from_left();
        ui::text(ui, row.name, ui::card_heading);
        ui::text(ui, row.code, code);
    } else {
        ui::paragraph(ui, row.name, ui::card_heading);
        ui::paragraph(ui, row.code, code);
    }
    if (main && !beside) ui::chip(ui, label, chip);
}

void draw_diagnosis(PlanPart& part, const Rows& rows, std::size_t i) {
    ui::Ui& ui = part.ui;
    const present::DifferentialRow& row = rows[i];
    const std::string percent = present::percent(row.percent, part.words().language);
    ui::Card card(ui, {.selected = i == 0});
    {
        const float width = std::max(56.0f, ui::measure(ui, percent, ui::title).x / ui.scale + 1);
        ui::Columns columns(ui, {20, 0, width, 28}, 8);
        columns.next();
        ui::gap(ui, 4);
        ui::text(ui, std::to_string(i + 1), {ui::Type::body, ui::Weight::strong, ui::Role::ink3});
        columns.next();
        draw_name(part, row, i == 0);
        columns.next();
        {
            ui::Line line(ui, 28);
            line.from_right();
            ui::text(ui, percent, ui::title);
        }
        columns.next();
        if (rows.size() > 1 && ui::icon_button(ui, "plan.remove." + row.condition, ui::icon::close,
                                               part.words()("assessment/remove_diagnosis"), {.size = 28})) {
            part.state.moved = {};
            if (auto action = without_diagnosis(rows, row.condition)) part.asked.push_back(std::move(*action));
        }
    }
    draw_percent_slider(ui, "plan.percent", part.words(), rows, i, part.state.moved, true);
    draw_evidence(part, row);
}

void choose_diagnosis(PlanPart& part, const Rows& rows) {
    const present::Context& words = part.words();
    const ChoiceList list{.name = "plan.diagnoses",
                          .heading = words("encounter/differential_add"),
                          .hint = words("assessment/search_hint"),
                          .from = {present::Choices::diagnoses},
                          .taken = [&](const present::ChoiceRow& row) { return holds_diagnosis(rows, row.act); }};
    const auto chosen = draw_choices(part.ui, words, list, part.state.diagnosis_search, part.state.choosing_diagnosis);
    if (!chosen) return;
    part.state.moved = {};
    if (auto action = with_diagnosis(rows, *chosen)) part.asked.push_back(std::move(*action));
}

}  // namespace

void draw_assessment(PlanPart& part) {
    ui::Ui& ui = part.ui;
    const present::Context& words = part.words();
    Rows rows = present::differential_rows(words, part.view.encounter);
    take_over(rows, part.state.moved);
    draw_head(part, rows);
    for (std::size_t i = 0; i < rows.size(); ++i) draw_diagnosis(part, rows, i);
    if (rows.empty()) {
        ui::Card card(ui);
        if (ui::empty_state(ui, ui::icon::fact_check, words("assessment/empty"), words("assessment/empty_hint"),
                            "plan.first_diagnosis", words("encounter/differential_add")))
            part.state.choosing_diagnosis = true;
    } else {
        ui::Columns columns(ui, {20, 0}, 8);
        columns.next();
        ui::icon_picture(ui, ui::icon::lock, 16);
        columns.next();
        ui::paragraph(ui, words("assessment/recorded"), ui::caption);
    }
    if (part.asked.empty()) {
        take_over(rows, part.state.moved);
        if (auto moved = settled(ui, rows, part.state.moved)) part.asked.push_back(std::move(*moved));
    }
    if (part.state.choosing_diagnosis) choose_diagnosis(part, rows);
}

}  // namespace palpera::student
