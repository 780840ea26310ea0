#include <algorithm>

#include "engine/student/plan_parts.h"

namespace palpera::student {
namespace {

std::string with_dots(const std::vector<std::string>& parts) {
    std::string text;
    for (const std::string& part : parts) {
        if (!part.empty()) text += (text.empty() ? "" : " · ") + part;
    }
    return text;
}

bool is_taken(const present::Plan& plan, const std::string& drug) {
    const auto line = std::ranges::find(plan.drugs, drug, &present::DrugLine::drug);
    return line != plan.drugs.end() && !line->stopped;
}

void draw_drug(PlanPart& part, const present::DrugLine& line) {
    ui::Ui& ui = part.ui;
    const present::Context& words = part.words();
    ui::Columns columns(ui, {0, 28, 28}, 4);
    columns.next();
    ui::paragraph(ui, line.name, line.stopped ? ui::body_quiet : ui::body_strong);
    ui::paragraph(ui, with_dots({line.atc, line.form, line.detail}), ui::caption);
    if (!line.stopped) ui::paragraph(ui, with_dots({line.dose, line.times, line.days}));
    if (!line.warning.empty())
        ui::remark(ui, ui::icon::warning, line.warning, ui::Role::harm);
    else if (!line.stopped)
        ui::remark(ui, ui::icon::check_circle, words("plan/no_obstacles"), ui::Role::ok);
    columns.next();
    if (!line.stopped &&
        ui::icon_button(ui, "plan.change." + line.drug, ui::icon::edit, words("plan/change_dose"), {.size = 28}))
        take_choice(part, "prescribe " + line.drug);
    columns.next();
    if (!line.stopped &&
        ui::icon_button(ui, "plan.stop." + line.drug, ui::icon::close, words("plan/stop_medicine"), {.size = 28}))
        part.asked.push_back(act(library::Verb::stop, line.drug));
}

std::size_t choose(ui::Ui& ui, std::string_view name, const std::vector<std::string>& texts, std::size_t chosen,
                   bool& first) {
    std::vector<ui::Option> options;
    float widest = 0;
    for (const std::string& text : texts) {
        options.push_back({std::to_string(options.size()), text});
        widest = std::max(widest, ui::measure(ui, text).x);
    }
    ui::flow(ui, widest + ui.px(48), first, 6);
    return static_cast<std::size_t>(ui::combo(ui, name, options, static_cast<int>(chosen)));
}

library::Action prescription(const PlanState& state, const present::DrugChoices& choices, bool changes) {
    library::Action action = act(changes ? library::Verb::change : library::Verb::prescribe, state.drug);
    action.dose = choices.doses[std::min(state.dose, choices.doses.size() - 1)];
    action.unit = choices.unit;
    action.times = choices.times[std::min(state.times, choices.times.size() - 1)];
    if (changes) return action;
    action.amount = choices.days[std::min(state.days, choices.days.size() - 1)];
    action.as_needed = state.as_needed;
    return action;
}

void draw_form(PlanPart& part, const present::Plan& plan) {
    ui::Ui& ui = part.ui;
    PlanState& state = part.state;
    const present::Context& words = part.words();
    const present::DrugChoices choices = present::drug_choices(words, state.drug);
    if (choices.doses.empty()) return state.drug.clear();
    const bool changes = is_taken(plan, state.drug);
    ui::paragraph(ui, choices.name, ui::body_strong);
    ui::paragraph(ui, with_dots({choices.atc, choices.form}), ui::caption);
    bool first = true;
    state.dose = choose(ui, "plan.dose", choices.dose_texts, state.dose, first);
    state.times = choose(ui, "plan.times", choices.time_texts, state.times, first);
    if (!changes) {
        state.days = choose(ui, "plan.days", choices.day_texts, state.days, first);
        if (ui::checkbox(ui, "plan.as_needed", words("plan/as_needed"), state.as_needed))
            state.as_needed = !state.as_needed;
    }
    const library::Action action = prescription(state, choices, changes);
    const std::string warning = present::prescription_warning(words, part.view.encounter, action);
    if (!warning.empty()) ui::remark(ui, ui::icon::warning, warning, ui::Role::harm);
    ui::gap(ui, 4);
    ui::Line line(ui, 36);
    line.from_right();
    const bool sent = ui::button(ui, "plan.prescribe", words(changes ? "plan/change_dose" : "plan/prescribe"));
    const bool left = ui::button(ui, "plan.prescribe.leave", words("general/cancel"), {.kind = ui::ButtonKind::text});
    if (sent) part.asked.push_back(action);
    if (sent || left) {
        state.drug.clear();
        ui.focus.move_to("plan.add_drug");
    }
}

}  // namespace

void draw_medicines(PlanPart& part, const present::Plan& plan) {
    ui::Ui& ui = part.ui;
    ui::Card card(ui);
    if (draw_card_head(part, ui::icon::medication, part.words()("plan/medicines"), "plan.add_drug",
                       part.words()("plan/add")))
        part.state.adding = PlanState::Adding::drug;
    const bool editing = !part.state.drug.empty();
    bool first = true;
    for (const present::DrugLine& line : plan.drugs) {
        if (!std::exchange(first, false)) ui::divider(ui, 8);
        draw_drug(part, line);
    }
    if (plan.drugs.empty() && !editing) ui::paragraph(ui, part.words()("plan/empty"), ui::caption);
    if (!editing) return;
    if (!first) ui::divider(ui, 8);
    draw_form(part, plan);
}

}  // namespace palpera::student
