#include <algorithm>

#include "engine/student/plan_parts.h"

namespace palpera::student {
namespace {

constexpr float most_assessment = 640;

void draw_assessment_area(PlanPart& part, ui::Rect place, float padding, bool line) {
    ui::Area area(part.ui, "plan.assessment", place, {.padding = padding, .padding_y = 16, .line_right = line});
    draw_assessment(part);
}

void draw_plan_columns(PlanPart& part, const present::Plan& plan, ui::Width width) {
    if (width == ui::Width::wide || width == ui::Width::extra) {
        ui::Columns columns(part.ui, width == ui::Width::extra ? 3 : 2, 12);
        columns.next();
        draw_measures(part, plan);
        if (width == ui::Width::extra) columns.next();
        draw_safety_net(part, plan);
        draw_follow_up(part, plan);
        if (width == ui::Width::extra) draw_sick_note(part, plan);
        columns.next();
        draw_medicines(part, plan);
        draw_referrals(part, plan);
        if (width != ui::Width::extra) draw_sick_note(part, plan);
        return;
    }
    draw_measures(part, plan);
    draw_safety_net(part, plan);
    draw_medicines(part, plan);
    draw_referrals(part, plan);
    draw_follow_up(part, plan);
    draw_sick_note(part, plan);
}

void draw_plan_area(PlanPart& part, ui::Rect place, float padding, ui::Width width) {
    const present::Plan plan = present::plan(part.words(), part.view.encounter);
    ui::Area area(part.ui, "plan.plan", place, {.padding = padding, .padding_y = 16});
    draw_plan_head(part, plan);
    draw_plan_columns(part, plan, width);
}

// What is still open, the weightiest first; nothing of it hinders.
struct Remark {
    const char* icon = ui::icon::check_circle;
    std::string words;
    ui::Role role = ui::Role::ok;
};

Remark remark_of(PlanPart& part) {
    const present::Context& words = part.words();
    const encounter::Encounter& encounter = part.view.encounter;
    if (!encounter.visit_open) return {ui::icon::info, words("refusal/visit_has_ended"), ui::Role::ink2};
    if (present::differential_rows(words, encounter).empty())
        return {ui::icon::warning, words("plan/needs_diagnosis"), ui::Role::missed};
    const present::Plan plan = present::plan(words, encounter);
    const auto warned = std::ranges::count_if(
        plan.drugs, [](const present::DrugLine& line) { return line.action > 0 && !line.warning.empty(); });
    if (warned > 0) return {ui::icon::warning, words.count("plan/needs_dose", warned), ui::Role::harm};
    const int awaited = present::patient_card(words, encounter).awaited;
    if (awaited > 0)
        return {ui::icon::hourglass_top, words.count("encounter/end_visit_pending", awaited), ui::Role::missed};
    return {ui::icon::check_circle, words("plan/ready"), ui::Role::ok};
}

void draw_foot(PlanPart& part, ui::Rect place, float padding) {
    ui::Ui& ui = part.ui;
    ui::Area area(
        ui, "plan.foot", place,
        {.ground = ui::Role::surface, .padding = padding, .padding_y = 8, .scrolls = false, .line_top = true});
    const Remark remark = remark_of(part);
    ui::Line line(ui, place.height() / ui.scale - 16, 12);
    line.from_right();
    const bool finished = part.view.encounter.finished;
    const std::string_view why = finished ? std::string_view(part.words()("refusal/finished")) : "";
    if (ui::button(ui, "plan.finish", part.words()("plan/finish"),
                   {.kind = ui::ButtonKind::primary,
                    .size = place.height() < ui.px(60) ? ui::ButtonSize::normal : ui::ButtonSize::large,
                    .icon_after = ui::icon::arrow_forward,
                    .disabled_because = why}))
        part.state.confirming_end = true;
    line.from_left();
    ui::icon_picture(ui, remark.icon, 20, remark.role);
    const ui::TextLook look{ui::Type::body, ui::Weight::strong, remark.role};
    ui::paragraph(ui, remark.words, look, 2);
}

void draw_compact(PlanPart& part, ui::Rect place) {
    const present::Context& words = part.words();
    const ui::Rect foot = ui::cut_bottom(part.ui, place, 56);
    const ui::Rect head = ui::cut_top(part.ui, place, 44);
    {
        ui::Area area(part.ui, "plan.pages", head,
                      {.ground = ui::Role::surface2, .padding = 16, .padding_y = 4, .scrolls = false});
        part.state.page = ui::segmented(part.ui, "plan.page",
                                        {{"assessment", words("assessment/title")}, {"plan", words("plan/title")}},
                                        part.state.page, false, true);
    }
    if (part.state.page == 0)
        draw_assessment_area(part, place, 16, false);
    else
        draw_plan_area(part, place, 16, ui::Width::compact);
    draw_foot(part, foot, 16);
}

void draw_side_by_side(PlanPart& part, ui::Rect place, const ui::SizeClass& size) {
    const ui::Rect foot = ui::cut_bottom(part.ui, place, size.is_short ? 56 : 68);
    const float padding = size.width == ui::Width::medium ? 16 : 24;
    const ui::Rect left = ui::cut_left(part.ui, place, std::min(most_assessment, size.logical.x * 0.45f));
    draw_assessment_area(part, left, padding, true);
    draw_plan_area(part, place, padding, size.width);
    draw_foot(part, foot, padding);
}

}  // namespace

void draw_end_question(PlanPart& part) {
    if (!part.state.confirming_end) return;
    const present::Context& words = part.words();
    const int awaited = present::patient_card(words, part.view.encounter).awaited;
    std::string consequence = words("plan/finish_text");
    if (awaited > 0) consequence = words.count("encounter/end_visit_pending", awaited) + " " + consequence;
    const ui::Reply reply = ui::ask(part.ui, {.name = "plan.end",
                                              .question = words("plan/finish_question"),
                                              .consequence = consequence,
                                              .safe = words("plan/finish_stay"),
                                              .go = words("plan/finish_confirm")});
    if (reply == ui::Reply::none) return;
    part.state.confirming_end = false;
    if (reply == ui::Reply::safe) return;
    std::vector<present::DifferentialRow> rows = present::differential_rows(words, part.view.encounter);
    take_over(rows, part.state.moved);
    part.state.moved = {};
    if (!rows.empty()) part.asked.push_back(differential_of(library::Verb::diagnose, rows));
    if (part.view.encounter.visit_open) part.asked.push_back(act(library::Verb::end_visit));
    part.asked.push_back(act(library::Verb::finish));
}

Actions draw_plan(ui::Ui& ui, ui::Rect place, const VisitView& view, PlanState& state) {
    Actions asked;
    PlanPart part{ui, view, state, asked};
    const ui::SizeClass size = ui::size_class(ui);
    if (size.width == ui::Width::compact)
        draw_compact(part, place);
    else
        draw_side_by_side(part, place, size);
    draw_evidence_choice(part);
    draw_adding(part);
    draw_end_question(part);
    return asked;
}

}  // namespace palpera::student
