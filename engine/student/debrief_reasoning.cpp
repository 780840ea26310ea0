// What the findings supported beside what the student thought, and what each question told.
#include <algorithm>
#include <array>
#include <cmath>

#include "engine/student/debrief_parts.h"

namespace palpera::student {
namespace {

constexpr std::array<std::pair<ui::Role, ui::SeriesShape>, 4> looks{{{ui::Role::primary, ui::SeriesShape::disc},
                                                                     {ui::Role::missed, ui::SeriesShape::square},
                                                                     {ui::Role::late, ui::SeriesShape::triangle},
                                                                     {ui::Role::focus, ui::SeriesShape::diamond}}};

std::vector<std::pair<double, double>> line_of(const std::vector<present::DebriefBelief>& beliefs) {
    std::vector<std::pair<double, double>> line;
    for (const present::DebriefBelief& one : beliefs)
        line.emplace_back(static_cast<double>(one.at.value), one.thousandths / 10.0);
    return line;
}

ui::ProbabilityChart chart_of(const present::Debrief& debrief) {
    ui::ProbabilityChart chart;
    chart.last = static_cast<double>(debrief.axis_end.value);
    const present::DebriefReasoning& reasoning = debrief.reasoning;
    for (std::size_t i = 0; i < reasoning.hypotheses.size(); ++i) {
        const present::DebriefHypothesis& one = reasoning.hypotheses[i];
        const bool other = one.condition.empty() || i >= looks.size();
        const auto [role, shape] = other ? std::pair{ui::Role::ink3, ui::SeriesShape::cross} : looks[i];
        chart.series.push_back({one.name, role, shape, line_of(one.supported), line_of(one.student)});
    }
    for (const present::DebriefTick& tick : debrief.ticks)
        chart.times.emplace_back(static_cast<double>(tick.at.value), tick.label);
    if (reasoning.turn) chart.events.push_back({static_cast<double>(reasoning.turn->at.value), reasoning.turn->what});
    for (const present::DebriefMoment& moment : reasoning.moments)
        chart.moments.push_back({static_cast<double>(moment.at.value), moment.readout});
    return chart;
}

void draw_legend(DebriefPart& part) {
    if (part.debrief.reasoning.asked_student)
        ui::probability_legend(part.ui, part.words("debrief/legend_student"), true);
    ui::probability_legend(part.ui, part.words("debrief/legend_findings"), false);
}

// Heading and legend on one line where both have room.
void draw_head(DebriefPart& part) {
    ui::Ui& ui = part.ui;
    const std::string &title = part.words("debrief/chart_title"), &findings = part.words("debrief/legend_findings"),
                      &student = part.words("debrief/legend_student");
    const float needs = ui::measure(ui, title, ui::card_heading).x + ui::measure(ui, findings, ui::caption).x +
                        ui::measure(ui, student, ui::caption).x + ui.px(110);
    if (needs > ui::width_left(ui)) {
        ui::paragraph(ui, title, ui::card_heading);
        ui::Line line(ui, 20, 16);
        if (ui::width_left(ui) <
            ui::measure(ui, findings, ui::caption).x + ui::measure(ui, student, ui::caption).x + ui.px(90))
            return ui::probability_legend(ui, student, true);
        return draw_legend(part);
    }
    ui::Line line(ui, 24, 16);
    line.from_right();
    draw_legend(part);
    line.from_left();
    ui::text(ui, title, ui::card_heading);
}

void draw_chart(DebriefPart& part, float height) {
    ui::Ui& ui = part.ui;
    const ui::Rect place = ui::claim(ui, {ui::width_left(ui), ui.px(height)});
    part.state.moment = ui::probability_chart(ui, place, "debrief.chart", chart_of(part.debrief), part.state.moment);
}

double share_of(const DebriefPart& part, const present::DebriefTold& told) {
    int most = 1000;  // a full bar is a bit or what told most
    for (const present::DebriefTold& one : part.debrief.reasoning.told) most = std::max(most, one.millibits);
    return static_cast<double>(told.millibits) / most;
}

void draw_bits(DebriefPart& part, const present::DebriefTold& told) {
    ui::Ui& ui = part.ui;
    const bool nothing = told.millibits < 10;
    ui::Line line(ui, 20, 8);
    line.from_right();
    line.space(16);
    ui::text(ui, told.bits,
             {ui::Type::body, nothing ? ui::Weight::regular : ui::Weight::strong,
              nothing ? ui::Role::ink3 : ui::Role::ink, true});
    line.from_left();
    ui::bar(ui, part.grown * share_of(part, told), ui::Role::primary, 6, line.left() / ui.scale - 4);
}

void draw_told(DebriefPart& part, const present::DebriefTold& told, const std::vector<float>& widths) {
    ui::Ui& ui = part.ui;
    ui::Columns columns(ui, widths, 12);
    columns.next();
    ui::text(ui, told.time, {ui::Type::body, ui::Weight::regular, ui::Role::ink2, true});
    columns.next();
    ui::paragraph(ui, told.act);
    if (!told.published.empty()) ui::paragraph(ui, told.published, ui::body_quiet);
    columns.next();
    draw_bits(part, told);
    columns.next();
    if (!told.change.empty())
        ui::paragraph(ui, told.change,
                      {ui::Type::body, ui::Weight::regular, told.never_read ? ui::Role::missed : ui::Role::ink2});
    columns.next();
    ui::paragraph(ui, told.cost, {ui::Type::body, ui::Weight::regular, ui::Role::ink2, true});
}

void draw_told_narrow(DebriefPart& part, const present::DebriefTold& told) {
    ui::Ui& ui = part.ui;
    {
        ui::Line line(ui, 24, 8);
        line.from_right();
        ui::text(ui, told.cost, ui::body_quiet);
        line.from_left();
        ui::text(ui, told.time, ui::body_quiet);
    }
    ui::paragraph(ui, told.act);
    if (!told.published.empty()) ui::paragraph(ui, told.published, ui::body_quiet);
    draw_bits(part, told);
    if (!told.change.empty())
        ui::paragraph(ui, told.change,
                      {ui::Type::body, ui::Weight::regular, told.never_read ? ui::Role::missed : ui::Role::ink2});
}

void draw_told_heads(DebriefPart& part, const std::vector<float>& widths) {
    ui::Columns columns(part.ui, widths, 12);
    for (const char* key : {"debrief/column_time", "debrief/column_act", "debrief/column_bits", "debrief/column_change",
                            "debrief/column_cost"}) {
        columns.next();
        ui::text(part.ui, part.words(key), ui::caption_strong);
    }
}

void draw_told_card(DebriefPart& part) {
    ui::Ui& ui = part.ui;
    const std::vector<present::DebriefTold>& all = part.debrief.reasoning.told;
    ui::Card card(ui);
    ui::paragraph(ui, part.words("debrief/told_title"), ui::card_heading);
    if (!part.debrief.reasoning.summary.empty()) ui::paragraph(ui, part.debrief.reasoning.summary);
    ui::paragraph(ui, part.words("debrief/told_note"), ui::caption);
    if (all.empty()) return;
    const bool narrow = ui::size_class(ui).width == ui::Width::compact;
    float time = 0, cost = ui::measure(ui, part.words("debrief/column_cost"), ui::caption_strong).x / ui.scale;
    const ui::TextLook digits{ui::Type::body, ui::Weight::regular, ui::Role::ink2, true};
    for (const present::DebriefTold& one : all) {
        time = std::max(time, ui::measure(ui, one.time, digits).x / ui.scale);
        cost = std::max(cost, ui::measure(ui, one.cost, digits).x / ui.scale);
    }
    const float act = ui::width_left(ui) / ui.scale * 0.36f;
    const std::vector<float> widths{time + 4, act, 180, 0, cost + 4};
    ui::gap(ui, 8);
    if (!narrow) draw_told_heads(part, widths);
    for (const present::DebriefTold& one : all) {
        ui::divider(ui, 6);
        if (narrow)
            draw_told_narrow(part, one);
        else
            draw_told(part, one, widths);
    }
}

void draw_nothing(DebriefPart& part) {
    ui::gap(part.ui, 12);
    ui::empty_state(part.ui, ui::icon::query_stats, part.debrief.reasoning.why_not, "");
}

}  // namespace

void draw_chart_card(DebriefPart& part, float least_height) {
    ui::Card card(part.ui, {.least_height = least_height});
    if (!part.debrief.reasoning.why_not.empty()) {
        ui::paragraph(part.ui, part.words("debrief/chart_title"), ui::card_heading);
        return draw_nothing(part);
    }
    const float before = ImGui::GetCursorScreenPos().y;
    draw_head(part);
    ui::gap(part.ui, 2);
    const float used = (ImGui::GetCursorScreenPos().y - before) / part.ui.scale;
    draw_chart(part, std::max(150.0f, least_height - 32 - used));
}

void draw_reasoning(DebriefPart& part) {
    ui::Ui& ui = part.ui;
    const present::DebriefReasoning& reasoning = part.debrief.reasoning;
    const ui::SizeClass size = ui::size_class(ui);
    const float height = std::clamp(size.logical.y * 0.42f, 150.0f, 400.0f);
    {
        ui::Card card(ui);
        if (!reasoning.why_not.empty()) {
            ui::paragraph(ui, part.words("debrief/chart_title"), ui::card_heading);
            return draw_nothing(part);
        }
        draw_head(part);
        ui::gap(ui, 8);
        draw_chart(part, height);
        ui::gap(ui, 8);
        ui::paragraph(ui, reasoning.choice, ui::caption);
    }
    draw_told_card(part);
}

}  // namespace palpera::student
