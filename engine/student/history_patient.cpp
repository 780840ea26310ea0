#include <algorithm>

#include "engine/base/text.h"
#include "engine/student/choice_list.h"
#include "engine/student/differential_bars.h"
#include "engine/student/history_parts.h"

namespace palpera::student {
namespace {

void draw_figures(HistoryPart& part, const present::PatientCard& card) {
    const present::Context& words = part.words();
    const ImVec2 top = ImGui::GetCursorScreenPos();
    std::vector<float> edges;
    {
        ui::Columns columns(part.ui, 3, 24);
        columns.next();
        ui::figure_of(part.ui, words("encounter/clock"), card.time, card.elapsed);
        columns.next();
        edges.push_back(ui::box().left);
        ui::figure_of(part.ui, words("encounter/cost"), card.cost, words("encounter/so_far"));
        columns.next();
        edges.push_back(ui::box().left);
        ui::figure_of(part.ui, words("encounter/findings"), std::to_string(card.noted),
                      words("encounter/findings_noted"));
    }
    const float foot = ImGui::GetCursorScreenPos().y;
    for (float edge : edges) ui::vertical_line(part.ui, edge - part.ui.px(12), top.y, foot - part.ui.px(4));
}

void draw_pain(HistoryPart& part, const present::PatientCard& card) {
    const present::Context& words = part.words();
    if (!card.pain) {
        ui::paragraph(part.ui, words("encounter/pain_not_asked"), ui::caption);
        return;
    }
    ui::Line line(part.ui, 20);
    line.from_right();
    ui::text(part.ui, words.fill("encounter/pain_nrs", {{"n", std::to_string(*card.pain)}}), ui::body_strong);
    line.from_left();
    ui::bar(part.ui, *card.pain / 10.0, ui::Role::missed);
}

const char* icon_of(present::NotedRow::Kind kind) {
    switch (kind) {
        case present::NotedRow::Kind::present: return ui::icon::add_circle;
        case present::NotedRow::Kind::absent: return ui::icon::remove_circle_outline;
        case present::NotedRow::Kind::value: return ui::icon::straighten;
        case present::NotedRow::Kind::own: return ui::icon::edit_note;
    }
    return ui::icon::add_circle;
}

void draw_noted_row(HistoryPart& part, const present::NotedRow& row) {
    ui::Ui& ui = part.ui;
    const bool found = row.kind == present::NotedRow::Kind::present;
    const float clock = ui::measure(ui, row.time, ui::caption).x / ui.scale + 1;
    ui::Columns columns(ui, {20, 0, clock}, 8);
    columns.next();
    ui::icon_picture(ui, icon_of(row.kind), 20, found ? ui::Role::primary : ui::Role::ink2);
    columns.next();
    ui::paragraph(ui, row.text);
    ui::gap(ui, 4);
    columns.next();
    ui::gap(ui, 2);
    ui::text(ui, row.time, ui::caption);
}

void stop_writing(HistoryPart& part) {
    part.state.writing_own = false;
    part.state.own_finding.clear();
    part.ui.focus.move_to("history.own");
}

void draw_own_field(HistoryPart& part) {
    ui::Ui& ui = part.ui;
    const bool opens = ui.registry.find_before("history.own_field") == nullptr;
    const bool escape = ui.focus.is_on("history.own_field") && ui.key(ui::Key::escape);
    const ui::FieldTouch touch = ui::text_field(ui, "history.own_field", part.state.own_finding,
                                                {.hint = part.words()("encounter/own_note_hint"), .most = 500});
    if (opens) ui.focus.move_to("history.own_field");
    const std::string words(base::trimmed(part.state.own_finding));
    bool kept = touch.entered && !words.empty(), left = escape;
    {
        ui::Line line(ui, 36);
        line.from_right();
        const std::string_view why = words.empty() ? std::string_view(part.words()("encounter/own_note_hint")) : "";
        if (ui::button(ui, "history.own_keep", part.words()("encounter/note"), {.disabled_because = why})) kept = true;
        if (ui::button(ui, "history.own_leave", part.words()("general/cancel"), {.kind = ui::ButtonKind::text}))
            left = true;
    }
    if (kept) {
        part.asked.push_back(act(library::Verb::note));
        part.asked.back().text = words;
    }
    if (kept || left) stop_writing(part);
}

}  // namespace

void draw_patient_card(HistoryPart& part, const present::PatientCard& card) {
    ui::Card ground(part.ui);
    {
        ui::Columns columns(part.ui, {64, 0}, 16);
        columns.next();
        ui::pain_face(part.ui, card.pain_face);
        columns.next();
        ui::paragraph(part.ui, card.name, ui::card_heading);
        ui::paragraph(part.ui, card.person, ui::body_quiet);
        draw_pain(part, card);
    }
    ui::divider(part.ui, 12);
    draw_figures(part, card);
}

void draw_noted(HistoryPart& part) {
    ui::Ui& ui = part.ui;
    const std::vector<present::NotedRow> rows = present::noted_rows(part.words(), part.view.encounter);
    ui::Card card(ui);
    {
        ui::Line line(ui, 28);
        line.from_right();
        if (ui::button(ui, "history.own", part.words()("encounter/own_finding"),
                       {.kind = ui::ButtonKind::text, .size = ui::ButtonSize::small, .icon = ui::icon::add}))
            part.state.writing_own = !part.state.writing_own;
        line.from_left();
        ui::text(ui, part.words()("encounter/noted_findings"), ui::card_heading);
    }
    ui::gap(ui, 4);
    for (const present::NotedRow& row : rows) draw_noted_row(part, row);
    if (rows.empty()) {
        ui::text(ui, part.words()("encounter/findings_empty"), ui::body_quiet);
        ui::paragraph(ui, part.words()("encounter/findings_empty_hint"), ui::caption);
    }
    if (part.state.writing_own) draw_own_field(part);
}

void draw_differential(HistoryPart& part, bool folded) {
    ui::Ui& ui = part.ui;
    const present::Context& words = part.words();
    std::vector<present::DifferentialRow> rows = present::differential_rows(words, part.view.encounter);
    ui::Card card(ui);
    {
        const std::string &add = words("general/add"), why = no_more_diagnoses(words, rows);
        const ui::ButtonLook look{.kind = ui::ButtonKind::text,
                                  .size = ui::ButtonSize::small,
                                  .icon = ui::icon::add,
                                  .disabled_because = why};
        ui::Columns columns(ui, {0, ui::button_width(ui, add, look) / ui.scale + 1}, 4);
        columns.next();
        ui::gap(ui, 2);
        ui::paragraph(ui, words("encounter/differential"), ui::card_heading);
        columns.next();
        if (ui::button(ui, "history.add_diagnosis", add, look)) part.state.choosing_diagnosis = true;
    }
    if (rows.empty()) {
        ui::text(ui, words("encounter/differential_empty"), ui::body_quiet);
        ui::paragraph(ui, words("encounter/differential_empty_hint"), ui::caption);
        return;
    }
    if (folded) {
        draw_folded_differential(ui, words, rows);
        return;
    }
    if (auto moved = draw_differential_bars(ui, words, "history.percent", rows, part.state.moved))
        part.asked.push_back(std::move(*moved));
    ui::gap(ui, 4);
    ui::paragraph(ui, words("encounter/differential_hint"), ui::caption);
}

void draw_history_overlays(HistoryPart& part) {
    if (!part.state.choosing_diagnosis) return;
    const present::Context& words = part.words();
    const std::vector<present::DifferentialRow> rows = present::differential_rows(words, part.view.encounter);
    const ChoiceList list{.name = "history.diagnoses",
                          .heading = words("encounter/differential_add"),
                          .hint = words("assessment/search_hint"),
                          .from = {present::Choices::diagnoses},
                          .taken = [&](const present::ChoiceRow& row) { return holds_diagnosis(rows, row.act); }};
    const auto chosen = draw_choices(part.ui, words, list, part.state.diagnosis_search, part.state.choosing_diagnosis);
    if (!chosen) return;
    if (auto action = with_diagnosis(rows, *chosen)) part.asked.push_back(std::move(*action));
}

}  // namespace palpera::student
