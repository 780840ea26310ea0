#include <algorithm>
#include <functional>

#include "engine/student/choice_list.h"
#include "engine/student/plan_parts.h"

namespace palpera::student {
namespace {

using present::Choices;
using Adding = PlanState::Adding;

constexpr std::size_t most_hits = 3;  // of each kind

bool is_safety_net(const present::Context& context, const present::ChoiceRow& row) {
    constexpr std::string_view advise = "advise ";
    if (!row.act.starts_with(advise)) return false;
    const auto* advice = library::find(context.library.catalogue.advice, row.act.substr(advise.size()));
    return advice != nullptr && advice->group == "safety_net";
}

struct Hits {
    const char* key;  // of the heading
    std::vector<present::ChoiceRow> rows;
};

std::vector<Hits> hits(const present::Context& context, const std::string& search) {
    std::vector<Hits> found;
    for (const auto& [key, from] : {std::pair{"plan/treatments", Choices::treatments},
                                    {"plan/advice", Choices::advice},
                                    {"plan/medicines", Choices::drugs},
                                    {"plan/referrals", Choices::services}}) {
        found.push_back({key, present::choice_rows(context, from, search, most_hits)});
    }
    std::erase_if(found, [](const Hits& one) { return one.rows.empty(); });
    // The kind of what is meant first: what is entered is the first row.
    std::ranges::stable_sort(found, std::greater<>(), [](const Hits& one) { return one.rows.front().score; });
    return found;
}

void take_and_clear(PlanPart& part, const std::string& act) {
    take_choice(part, act);
    part.state.search.clear();
}

void draw_hits(PlanPart& part, ui::Rect field, const ui::FieldTouch& touch) {
    ui::Ui& ui = part.ui;
    const present::Context& words = part.words();
    const std::vector<Hits> found = hits(words, part.state.search);
    if (!found.empty() && (touch.entered || (touch.active && ui.key(ui::Key::down))))
        ui.focus.move_to("plan.hit." + found.front().rows.front().act);
    const float width = std::max(field.width(), std::min(ui.px(400), ui::window_rect().width() - ui.px(32)));
    std::string taken;
    ui::Popover sheet(ui, "plan.hits", {field.max.x - width, field.max.y + ui.px(6)}, width, false);
    for (const Hits& one : found) {
        ui::list_heading(ui, words(one.key));
        for (const present::ChoiceRow& row : one.rows) {
            if (ui::list_row(ui, "plan.hit." + row.act, row.name,
                             {.second_line = row.detail, .height = 32, .most_lines = 3}))
                taken = row.act;
        }
    }
    if (found.empty()) ui::paragraph(ui, words.fill("general/no_hits", {{"text", part.state.search}}), ui::body_quiet);
    if (!taken.empty()) take_and_clear(part, taken);
    if (ui.key(ui::Key::escape) || (sheet.clicked_outside() && !field.holds(ImGui::GetIO().MousePos)))
        part.state.search.clear();
}

bool is_done(PlanPart& part, const std::string& act) { return part.view.encounter.progress.done_at(act).has_value(); }

}  // namespace

void draw_plan_head(PlanPart& part, const present::Plan& plan) {
    ui::Ui& ui = part.ui;
    const present::Context& words = part.words();
    ui::Rect field;
    ui::FieldTouch touch;
    const auto search = [&] {
        field = ui::rect(ImGui::GetCursorScreenPos(), {ui::width_left(ui), ui.px(36)});
        touch = ui::search_field(ui, "plan.search", part.state.search, words("plan/search_hint"),
                                 words("general/clear_search"));
    };
    const std::string made = plan.decisions == 0 ? words("plan/empty") : words.count("plan/choices", plan.decisions);
    if (ui::size_class(ui).width == ui::Width::compact) {
        search();  // the page's name stands above
    } else {
        const float wanted = ui::measure(ui, words("plan/search_hint")).x / ui.scale + 84;
        ui::Columns columns(ui, {0, std::min(wanted, ui::width_left(ui) / ui.scale - 120)}, 12);
        columns.next();
        ui::text(ui, words("plan/title"), ui::title);
        ui::paragraph(ui, made, ui::body_quiet);
        columns.next();
        search();
    }
    ui::gap(ui, 8);
    if (!part.state.search.empty()) draw_hits(part, field, touch);
}

void take_choice(PlanPart& part, const std::string& chosen) {
    const std::size_t space = chosen.find(' ');
    const auto verb = library::verb_of(chosen.substr(0, space));
    if (!verb || space == std::string::npos) return;
    const std::string subject = chosen.substr(space + 1);
    PlanState& state = part.state;
    if (*verb == library::Verb::refer) {
        state.service = subject;
        state.urgency = library::Urgency::routine;
        part.ui.focus.move_to("plan.urgency.routine");
    } else if (*verb == library::Verb::prescribe) {
        const present::DrugChoices choices = present::drug_choices(part.words(), subject);
        state.drug = subject;
        state.dose = choices.usual_dose;
        state.times = choices.usual_times;
        state.days = choices.usual_days;
        state.as_needed = false;
        part.ui.focus.move_to("plan.dose");
    } else {
        part.asked.push_back(act(*verb, subject));
    }
}

void draw_adding(PlanPart& part) {
    const Adding adding = part.state.adding;
    if (adding == Adding::nothing) return;
    const present::Context& words = part.words();
    ChoiceList list{.name = "plan.list", .hint = words("general/search")};
    const auto net = [&](const present::ChoiceRow& row) { return is_safety_net(words, row); };
    if (adding == Adding::measure) {
        list.heading = words("plan/treatment_and_advice");
        list.from = {Choices::treatments, Choices::advice};
        list.belongs = [&](const present::ChoiceRow& row) { return !net(row); };
    } else if (adding == Adding::safety_net) {
        list.heading = words("plan/safety_net");
        list.from = {Choices::advice};
        list.belongs = net;
    } else {
        const bool drugs = adding == Adding::drug;
        list.heading = words(drugs ? "plan/medicines" : "plan/referrals");
        list.from = {drugs ? Choices::drugs : Choices::services};
    }
    if (adding != Adding::drug && adding != Adding::service)
        list.taken = [&](const present::ChoiceRow& row) { return is_done(part, row.act); };
    bool open = true;
    const auto chosen = draw_choices(part.ui, words, list, part.state.adding_search, open);
    if (!open) part.state.adding = Adding::nothing;
    if (chosen) take_choice(part, *chosen);
}

}  // namespace palpera::student
