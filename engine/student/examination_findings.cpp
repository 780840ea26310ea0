// The right column: the patient, what has been found so far, own notes.
#include <algorithm>

#include "engine/present/visit.h"
#include "engine/student/examination_parts.h"
#include "engine/student/icon_names.h"

namespace palpera::student {
namespace {

float cell_width(const ui::Ui& ui) { return ui::size_class(ui).width == ui::Width::medium ? 66.0f : 72.0f; }

void draw_finding(Examining& now, const present::FindingRow& row) {
    ui::FindingCell right{row.right, row.right_abnormal}, left{row.left, row.left_abnormal};
    if (!row.sided) right = {row.whole, row.whole_abnormal};
    // A side that has not been examined is a dash: one value alone would read as that of both.
    if (row.sided && right.empty()) right.words = "–";
    if (row.sided && left.empty()) left.words = "–";
    const std::string name = "examination.finding." + std::to_string(row.action);
    if (ui::finding_row(now.ui, row.name, right, left, {.name = name, .column = cell_width(now.ui), .most_lines = 4})) {
        now.state.shown = row.action;
        now.state.page = 0;  // of a compact window: where the read-out is
        now.ui.redraw.now();
    }
}

}  // namespace

void draw_patient(Examining& now) {
    ui::Ui& ui = now.ui;
    const present::PatientCard patient = present::patient_card(now.view.context, now.view.encounter);
    ui::Card card(ui, {.padding = 12, .space_after = 8});
    ui::Columns columns(ui, {44, 0}, 12);
    columns.next();
    // What was just done to the patient shows in the face until something else is done.
    const auto last =
        present::read_out(now.view.context, now.view.encounter, static_cast<int>(now.view.encounter.events.size()));
    ui::pain_face(ui, std::max(patient.pain_face, last ? last->pain.value_or(0) : 0), 42);
    columns.next();
    ui::text(ui, patient.position, ui::body_strong);
    const std::string pain = patient.pain
                                 ? now.view.context.fill("encounter/pain_now", {{"n", std::to_string(*patient.pain)}})
                                 : now.words("encounter/pain_not_asked");
    ui::paragraph(ui, pain, ui::caption);
}

void draw_findings(Examining& now) {
    ui::Ui& ui = now.ui;
    const std::vector<present::FindingGroup> groups = present::finding_groups(now.view.context, now.view.encounter);
    ui::Card card(ui, {.padding = 16, .space_after = 8});
    std::size_t count = 0;
    for (const present::FindingGroup& group : groups) count += group.rows.size();
    if (count == 0) {
        ui::text(ui, now.words("examination/findings_title"), ui::card_heading);
        ui::paragraph(ui, now.words("examination/findings_empty_hint"), ui::body_quiet);
        return;
    }
    ui::finding_head(ui, now.words("examination/findings_title"), std::to_string(count), now.words("general/right"),
                     now.words("general/left"), cell_width(ui));
    for (std::size_t i = 0; i < groups.size(); ++i) {
        if (i > 0) ui::divider(ui, 6);
        ui::finding_group(ui, icon_named(groups[i].icon), groups[i].name);
        for (const present::FindingRow& row : groups[i].rows) draw_finding(now, row);
    }
}

void draw_notes(Examining& now) {
    ui::Ui& ui = now.ui;
    ui::Card card(ui, {.padding = 16});
    ui::text(ui, now.words("encounter/own_notes"), ui::card_heading);
    for (const present::NotedRow& row : present::noted_rows(now.view.context, now.view.encounter)) {
        if (row.kind == present::NotedRow::Kind::own) ui::paragraph(ui, row.text, ui::body_quiet);
    }
    const ui::FieldTouch field = ui::text_field(ui, "examination.own_note", now.state.own_note,
                                                {.hint = now.words("encounter/own_note_hint"), .most = 500});
    if (!field.entered || now.state.own_note.find_first_not_of(' ') == std::string::npos) return;
    library::Action action;
    action.verb = library::Verb::note;
    action.text = now.state.own_note;
    now.actions.push_back(std::move(action));
    now.state.own_note.clear();
}

}  // namespace palpera::student
