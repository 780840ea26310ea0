#include <algorithm>
#include <array>

#include "engine/student/plan_parts.h"

namespace palpera::student {
namespace {

void draw_done(PlanPart& part, const present::PlanLine& line, bool first) {
    ui::Ui& ui = part.ui;
    if (!first) ui::divider(ui, 6);
    ui::Columns columns(ui, {20, 0}, 12);
    columns.next();
    ui::icon_picture(ui, ui::icon::check_circle, 20, ui::Role::primary);
    columns.next();
    ui::paragraph(ui, line.name);
    if (!line.detail.empty()) ui::paragraph(ui, line.detail, ui::caption);
}

void draw_lines_of(PlanPart& part, const std::vector<const std::vector<present::PlanLine>*>& lists) {
    bool first = true;
    for (const auto* list : lists) {
        for (const present::PlanLine& line : *list) {
            draw_done(part, line, first);
            first = false;
        }
    }
    if (first) ui::paragraph(part.ui, part.words()("plan/empty"), ui::caption);
}

void draw_referral_form(PlanPart& part) {
    ui::Ui& ui = part.ui;
    const present::Context& words = part.words();
    const library::Service* service = library::find(words.library.catalogue.services, part.state.service);
    if (service == nullptr) return part.state.service.clear();
    ui::divider(ui, 8);
    ui::paragraph(ui, words.in(service->name), ui::body_strong);
    ui::paragraph(ui, words.fill("plan/waiting", {{"span", present::span(service->delay, words)}}), ui::caption);
    part.state.urgency = static_cast<library::Urgency>(ui::segmented(
        ui, "plan.urgency",
        {{"routine", words("plan/routine")}, {"urgent", words("plan/urgent")}, {"emergency", words("plan/emergency")}},
        static_cast<int>(part.state.urgency)));
    ui::gap(ui, 4);
    ui::Line line(ui, 36);
    line.from_right();
    const bool sent = ui::button(ui, "plan.refer", words("plan/refer"));
    const bool left = ui::button(ui, "plan.refer.leave", words("general/cancel"), {.kind = ui::ButtonKind::text});
    if (sent) {
        part.asked.push_back(act(library::Verb::refer, service->id));
        part.asked.back().urgency = part.state.urgency;
    }
    if (sent || left) {
        part.state.service.clear();
        ui.focus.move_to("plan.add_referral");
    }
}

struct Span {
    const char* name;
    int amount;
    base::TimeUnit unit;
};
constexpr std::array<Span, 5> follow_ups{{{"1w", 1, base::TimeUnit::weeks},
                                          {"2w", 2, base::TimeUnit::weeks},
                                          {"6w", 6, base::TimeUnit::weeks},
                                          {"3m", 3, base::TimeUnit::months},
                                          {"6m", 6, base::TimeUnit::months}}};

// The last one that was booked; -1: none of these.
int booked(const encounter::Encounter& encounter) {
    int chosen = -1;
    for (const encounter::Event& event : encounter.events) {
        if (event.action.verb != library::Verb::follow_up) continue;
        const auto same = [&](const Span& one) {
            return event.action.span().value == one.amount * base::one(one.unit).value;
        };
        const auto* found = std::ranges::find_if(follow_ups, same);
        chosen = found == follow_ups.end() ? -1 : static_cast<int>(found - follow_ups.begin());
    }
    return chosen;
}

}  // namespace

bool draw_card_head(PlanPart& part, const char* icon, std::string_view heading, std::string_view button,
                    std::string_view label) {
    ui::Ui& ui = part.ui;
    bool pressed = false;
    {
        ui::Line line(ui, 28);
        ui::icon_picture(ui, icon, 20, ui::Role::primary);
        line.from_right();
        if (!label.empty())
            pressed = ui::button(ui, button, label,
                                 {.kind = ui::ButtonKind::text, .size = ui::ButtonSize::small, .icon = ui::icon::add});
        line.from_left();
        ui::text(ui, heading, ui::card_heading);
    }
    ui::divider(ui, 6);
    return pressed;
}

void draw_measures(PlanPart& part, const present::Plan& plan) {
    ui::Card card(part.ui);
    if (draw_card_head(part, ui::icon::self_improvement, part.words()("plan/treatment_and_advice"), "plan.add_measure",
                       part.words()("plan/add")))
        part.state.adding = PlanState::Adding::measure;
    draw_lines_of(part, {&plan.treatments, &plan.advice});
}

void draw_safety_net(PlanPart& part, const present::Plan& plan) {
    ui::Card card(part.ui);
    if (draw_card_head(part, ui::icon::shield, part.words()("plan/safety_net"), "plan.add_safety_net",
                       part.words()("plan/add")))
        part.state.adding = PlanState::Adding::safety_net;
    draw_lines_of(part, {&plan.safety_net});
}

void draw_referrals(PlanPart& part, const present::Plan& plan) {
    ui::Card card(part.ui);
    if (draw_card_head(part, ui::icon::local_hospital, part.words()("plan/referrals"), "plan.add_referral",
                       part.words()("plan/add")))
        part.state.adding = PlanState::Adding::service;
    if (!plan.referrals.empty() || part.state.service.empty()) draw_lines_of(part, {&plan.referrals});
    if (!part.state.service.empty()) draw_referral_form(part);
}

void draw_follow_up(PlanPart& part, const present::Plan& plan) {
    ui::Ui& ui = part.ui;
    const present::Context& words = part.words();
    ui::Card card(ui);
    draw_card_head(part, ui::icon::event_repeat, words("plan/follow_up"));
    ui::paragraph(ui, words("plan/follow_up_with_me"), ui::body_quiet);
    std::vector<ui::Option> options;
    for (const Span& span : follow_ups) {
        const bool weeks = span.unit == base::TimeUnit::weeks;
        options.push_back({span.name, words.count(weeks ? "plan/weeks_short" : "plan/months_short", span.amount)});
    }
    const int now = booked(part.view.encounter);
    const int chosen = ui::segmented(ui, "plan.follow_up", options, now, true);
    if (!plan.follow_up.empty()) ui::remark(ui, ui::icon::check_circle, plan.follow_up, ui::Role::primary);
    if (chosen == now || chosen < 0) return;
    const Span& span = follow_ups[static_cast<std::size_t>(chosen)];
    part.asked.push_back(act(library::Verb::follow_up));
    part.asked.back().amount = span.amount;
    part.asked.back().span_unit = span.unit;
}

void draw_sick_note(PlanPart& part, const present::Plan& plan) {
    ui::Ui& ui = part.ui;
    const present::Context& words = part.words();
    constexpr std::array<int, 4> percents{25, 50, 75, 100}, days{3, 7, 14, 28};
    const auto option = [](int value, std::string label) {
        return ui::Option{std::to_string(value), std::move(label)};
    };
    std::vector<ui::Option> degrees, lengths;
    for (int percent : percents) degrees.push_back(option(percent, present::percent(percent, words.language)));
    for (int length : days) lengths.push_back(option(length, words.count("units/day", length)));
    const auto place = [](const auto& list, int value) {
        return static_cast<int>(std::ranges::find(list, value) - list.begin());
    };
    ui::Card card(ui);
    draw_card_head(part, ui::icon::badge, words("plan/sick_note"));
    if (!plan.sick_notes.empty()) {
        draw_lines_of(part, {&plan.sick_notes});
        ui::divider(ui, 6);
    }
    const int degree = ui::segmented(ui, "plan.sick_percent", degrees, place(percents, part.state.sick_percent));
    part.state.sick_percent = percents[static_cast<std::size_t>(degree)];
    ui::gap(ui, 4);
    ui::Line line(ui, 36);
    line.from_right();
    const bool written = ui::button(ui, "plan.sick_note", words("plan/sick_note_write"));
    line.from_left();
    const int length = ui::combo(ui, "plan.sick_days", lengths, place(days, part.state.sick_days));
    part.state.sick_days = days[static_cast<std::size_t>(length)];
    if (!written) return;
    part.asked.push_back(act(library::Verb::sick_note));
    part.asked.back().number = part.state.sick_percent;
    part.asked.back().amount = part.state.sick_days;
}

}  // namespace palpera::student
