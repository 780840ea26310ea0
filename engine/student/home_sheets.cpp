#include <algorithm>

#include "engine/student/home_parts.h"

namespace palpera::student {
namespace {

using Kind = HomeAsk::Kind;
using ui::Ui;

MaybeAsk draw_ongoing_card(Ui& ui, const HomeView& view, const OngoingRow& row, bool primary) {
    const std::string number = std::to_string(row.open_index);
    MaybeAsk asked;
    ui::Card card(ui);
    {
        ui::Line line(ui, 44, 12);
        line.from_right();
        if (ui::button(ui, "home.continue." + number, view.context("home/resume_button"),
                       {.kind = primary ? ui::ButtonKind::primary : ui::ButtonKind::secondary,
                        .icon = ui::icon::play_arrow})) {
            asked = HomeAsk{Kind::resume, row.patient.id, row.open_index};
        }
        line.from_left();
        ui::avatar(ui, row.patient.id, row.patient.name, 44);
        ui::text(ui, row.patient.name, ui::body_strong);
    }
    ui::gap(ui, 4);
    ui::paragraph(ui, row.patient.complaint, ui::reading);
    if (row.branched) ui::remark(ui, ui::icon::replay, view.context("debrief/practice_only"), ui::Role::late);
    return asked;
}

// Buttons of the sheet, one below the other: they are long in Swedish and Norwegian.
bool sheet_button(Ui& ui, const char* name, const std::string& label, ui::ButtonKind kind, const char* icon) {
    const bool pressed = ui::button(ui, name, label, {.kind = kind, .icon = icon, .fill_width = true});
    ui::gap(ui, 4);
    return pressed;
}

MaybeAsk draw_choices(Ui& ui, const HomeView& view, const present::CaseRow& row) {
    const auto& words = view.context;
    MaybeAsk asked;
    const auto open = std::ranges::find(view.ongoing, row.id, [](const OngoingRow& one) { return one.patient.id; });
    if (open != view.ongoing.end()) {
        if (sheet_button(ui, "case.resume", words("home/resume_button"), ui::ButtonKind::primary,
                         ui::icon::play_arrow)) {
            asked = HomeAsk{Kind::resume, row.id, open->open_index};
        }
        if (sheet_button(ui, "case.anew", words("home/begin_anew"), ui::ButtonKind::secondary, ui::icon::replay)) {
            asked = HomeAsk{Kind::begin_anew, row.id, open->open_index};
        }
    } else if (sheet_button(ui, "case.again", words("home/again_button"), ui::ButtonKind::primary, ui::icon::replay)) {
        asked = HomeAsk{Kind::start, row.id};
    }
    if (row.best && sheet_button(ui, "case.review", words("home/debrief_button"), ui::ButtonKind::secondary,
                                 ui::icon::fact_check)) {
        asked = HomeAsk{Kind::review, row.id};
    }
    return asked;
}

}  // namespace

MaybeAsk draw_ongoing(Ui& ui, const HomeView& view) {
    MaybeAsk asked;
    ui::text(ui, view.context("home/in_progress"), ui::heading);
    ui::gap(ui, 16);
    if (view.ongoing.empty()) {
        ui::empty_state(ui, ui::icon::play_arrow, view.context("home/in_progress_empty"),
                        view.context("home/in_progress_empty_hint"));
        return asked;
    }
    bool first = true;
    for (const OngoingRow& row : view.ongoing) {
        if (MaybeAsk now = draw_ongoing_card(ui, view, row, first)) asked = std::move(now);
        first = false;
    }
    return asked;
}

MaybeAsk draw_case_sheet(Ui& ui, const HomeView& view, HomeState& state) {
    const auto row = std::ranges::find(view.cases, state.chosen, &present::CaseRow::id);
    if (row == view.cases.end()) {
        state.chosen.clear();
        return std::nullopt;
    }
    const bool opens = !ui.registry.find_before("case.close");
    ui::Modal sheet(ui, "case", 420);
    ui::text(ui, row->name, ui::title);
    ui::text(ui, row->person, ui::body_quiet);
    ui::gap(ui, 8);
    ui::paragraph(ui, row->complaint, ui::reading);
    if (row->best) {
        ui::gap(ui, 4);
        ui::paragraph(ui, view.context.fill("home/best_score", {{"points", std::to_string(*row->best)}}),
                      ui::body_quiet);
    }
    ui::gap(ui, 12);
    MaybeAsk asked = draw_choices(ui, view, *row);
    const bool close = sheet_button(ui, "case.close", view.context("general/close"), ui::ButtonKind::text, nullptr);
    if (opens) ui.focus.move_to(row->state == present::CaseRow::State::open ? "case.resume" : "case.again");
    if (close || sheet.dismissed() || asked) state.chosen.clear();
    return asked;
}

}  // namespace palpera::student
