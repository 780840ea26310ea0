#include <algorithm>

#include "engine/student/plan_parts.h"

namespace palpera::student {
namespace {

// As a chip, but a long finding wraps within the card.
bool evidence_chip(ui::Ui& ui, const std::string& name, const present::DifferentialRow::Evidence& evidence,
                   bool& first) {
    const ui::Role ink = evidence.against ? ui::Role::ink2 : ui::Role::ok;
    const ui::TextLook look{ui::Type::caption, ui::Weight::strong, ink};
    const float room = ui::box().right - ui::box().left, sides = ui.px(36);
    const ui::Lines lines = ui::wrap(ui, evidence.text, look, room - sides);
    const float width = std::min(room, lines.size.x + sides);
    ui::flow(ui, width, first, 6);
    const ui::Rect place = ui::claim(ui, {width, lines.size.y + ui.px(8)});
    const ui::Touch touch = ui::touch(ui, place, {.name = name, .label = evidence.text, .rounding = 6});
    ui::fill(ui, place, evidence.against ? ui::Role::sunken : ui::Role::ok_tint, 6);
    if (touch.hovered) ui::outline(ui, place, ink, 6);
    ui::draw_icon(ui, {place.min.x + ui.px(14), place.min.y + ui.px(12)},
                  evidence.against ? ui::icon::remove : ui::icon::add, 16, ink);
    ui::draw_lines(ui, {place.min.x + ui.px(28), place.min.y + ui.px(4)}, lines, look);
    return touch.pressed;
}

// Findings with a fact behind them, each once.
std::vector<present::NotedRow> linkable(PlanPart& part) {
    std::vector<present::NotedRow> rows;
    for (present::NotedRow& row : present::noted_rows(part.words(), part.view.encounter)) {
        const bool known = std::ranges::find(rows, row.fact, &present::NotedRow::fact) != rows.end();
        if (!row.fact.empty() && !known) rows.push_back(std::move(row));
    }
    return rows;
}

// 0 for, 1 against, -1 neither.
int stand(const present::DifferentialRow& diagnosis, const std::string& fact) {
    const auto found = std::ranges::find(diagnosis.evidence, fact, &present::DifferentialRow::Evidence::fact);
    return found == diagnosis.evidence.end() ? -1 : found->against ? 1 : 0;
}

void draw_link_row(PlanPart& part, const present::DifferentialRow& diagnosis, const present::NotedRow& row) {
    ui::Ui& ui = part.ui;
    const present::Context& words = part.words();
    ui::paragraph(ui, row.text);
    const int now = stand(diagnosis, row.fact);
    const int chosen = ui::segmented(ui, "plan.link." + row.fact,
                                     {{"for", words("assessment/evidence_for"), ui::icon::add},
                                      {"against", words("assessment/evidence_against"), ui::icon::remove}},
                                     now, true);
    if (chosen != now) {
        part.asked.push_back(act(library::Verb::link, row.fact + " " + diagnosis.condition));
        part.asked.back().against = chosen == 1;
    }
    ui::divider(ui, 8);
}

}  // namespace

void draw_evidence(PlanPart& part, const present::DifferentialRow& row) {
    ui::Ui& ui = part.ui;
    bool first = true, open = false;
    for (const present::DifferentialRow::Evidence& evidence : row.evidence)
        open = evidence_chip(ui, "plan.evidence." + row.condition + "." + evidence.fact, evidence, first) || open;
    const std::string name = "plan.evidence." + row.condition;
    const ui::ChipLook look{.icon = ui::icon::add, .name = name, .dashed = true};
    const std::string& label = part.words()("assessment/add_finding");
    ui::flow(ui, ui::chip_width(ui, label, look), first, 6);
    open = ui::chip(ui, label, look).pressed || open;
    if (open) part.state.evidence_for = row.condition;
}

void draw_evidence_choice(PlanPart& part) {
    if (part.state.evidence_for.empty()) return;
    ui::Ui& ui = part.ui;
    const present::Context& words = part.words();
    const std::vector<present::DifferentialRow> rows = present::differential_rows(words, part.view.encounter);
    const auto diagnosis = std::ranges::find(rows, part.state.evidence_for, &present::DifferentialRow::condition);
    if (diagnosis == rows.end()) {
        part.state.evidence_for.clear();
        return;
    }
    const bool opens = ui.registry.find_before("plan.link.done") == nullptr;
    bool open = true;
    ui::Modal modal(ui, "plan.link", 480);
    ui::paragraph(ui, diagnosis->name, ui::card_heading);
    const std::vector<present::NotedRow> findings = linkable(part);
    if (findings.empty()) {
        ui::empty_state(ui, ui::icon::edit_note, words("encounter/findings_empty"),
                        words("encounter/findings_empty_hint"));
    } else {
        const float most = ui::window_rect().height() - ui.px(32 + 40 + 60 + 52);
        const ui::Rect place = ui::rect(ImGui::GetCursorScreenPos(), {ui::width_left(ui), std::min(most, ui.px(440))});
        ui::Area area(ui, "plan.link.rows", place, {.padding = 4, .new_column = false});
        for (const present::NotedRow& row : findings) draw_link_row(part, *diagnosis, row);
    }
    ui::gap(ui, 8);
    {
        ui::Line line(ui, 36);
        line.from_right();
        if (ui::button(ui, "plan.link.done", words("general/close"), {.kind = ui::ButtonKind::primary})) open = false;
    }
    if (opens) ui.focus.move_to("plan.link.done");
    if (!open || modal.dismissed()) {
        ui.focus.move_to("plan.evidence." + part.state.evidence_for);
        part.state.evidence_for.clear();
    }
}

}  // namespace palpera::student
