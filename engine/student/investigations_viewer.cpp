// The result that is open, and all laboratory values beside their reference intervals.
#include <algorithm>
#include <cmath>

#include "engine/base/text.h"
#include "engine/student/investigations_parts.h"
#include "engine/ui/icons.h"

namespace palpera::student {
namespace {

using present::InboxRow;
using present::LabRow;
using present::ReportView;
using ui::Role;

ui::Flag flag_of(const LabRow& row) {
    return row.flag == LabRow::Flag::low    ? ui::Flag::low
           : row.flag == LabRow::Flag::high ? ui::Flag::high
                                            : ui::Flag::none;
}

ui::RangeMark range_of(const LabRow& row) {
    return {.low = 0.25, .high = 0.75, .has_low = row.has_low, .value = row.position};
}

const std::string& flag_word(const Investigating& now, const LabRow& row) {
    return now.words(row.flag == LabRow::Flag::low    ? "investigations/flag_low"
                     : row.flag == LabRow::Flag::high ? "investigations/flag_high"
                                                      : "investigations/within");
}

// Words on the dark ground of a film; there is no picture, so the report has the whole width.
void draw_film(Investigating& now, const ReportView& report) {
    ui::Ui& ui = now.ui;
    const float padding = ui.px(20), width = ui::width_left(ui);
    const ui::TextLook words{ui::Type::reading, ui::Weight::regular, Role::film_text};
    const ui::TextLook quiet{ui::Type::caption, ui::Weight::strong, Role::film_text2};
    const float room = std::min(width - 2 * padding, ui.px(620));
    std::vector<ui::Lines> parts;
    float height = 2 * padding + ui.px(24 + 24);
    for (std::string_view part : base::split(report.text, '\n')) {
        parts.push_back(ui::wrap(ui, part, words, room));
        height += parts.back().size.y + ui.px(8);
    }
    const ui::Rect film = ui::claim(ui, {width, height});
    ui::fill(ui, film, Role::film, 8);
    float y = film.min.y + padding;
    const float x = film.min.x + padding;
    ui::draw_text(ui, ui::rect({x, y}, {room, ui.px(16)}), now.words("investigations/report"), quiet);
    y += ui.px(24);
    for (const ui::Lines& part : parts) {
        ui::draw_lines(ui, {x, y}, part, words);
        y += part.size.y + ui.px(8);
    }
    ui::draw_text(ui, ui::rect({x, film.max.y - padding - ui.px(12)}, {room, ui.px(16)}), report.who,
                  {ui::Type::caption, ui::Weight::regular, Role::film_text2});
    ui.registry.add({.kind = ui::ItemKind::text, .label = report.text, .rect = film, .clip = film, .scrolls = true});
}

void draw_value(Investigating& now, const LabRow& row) {
    ui::Ui& ui = now.ui;
    const bool flagged = row.flag != LabRow::Flag::none;
    {
        ui::Line line(ui, 32);
        ui::text(ui, row.value + "\u00A0" + row.unit, ui::title);
        ui::text(
            ui, flag_word(now, row),
            {ui::Type::body, flagged ? ui::Weight::strong : ui::Weight::regular, flagged ? Role::missed : Role::ink2});
    }
    if (row.reference.empty()) return;
    ui::paragraph(ui, now.words("investigations/column_reference") + " " + row.reference + "\u00A0" + row.unit,
                  ui::body_quiet);
}

void draw_note(Investigating& now, const ReportView& report) {
    ui::Ui& ui = now.ui;
    ui::gap(ui, 8);
    if (report.noted) {
        ui::chip(ui, now.words("encounter/noted"), {.tint = Role::ok_tint, .ink = Role::ok, .icon = ui::icon::check});
        return;
    }
    if (!report.can_note) return;
    ui::Line line(ui, 36);
    if (!ui::button(ui, "investigations.note", now.words("investigations/note_result"),
                    {.kind = ui::ButtonKind::primary, .icon = ui::icon::add})) {
        return;
    }
    library::Action action;
    action.verb = library::Verb::note_finding;
    action.number = report.action;
    now.actions.push_back(std::move(action));
}

void draw_told(Investigating& now, const ReportView& report) {
    ui::Ui& ui = now.ui;
    ui::text(ui, now.words("investigations/report"), ui::caption_strong);
    for (std::string_view part : base::split(report.text, '\n')) ui::paragraph(ui, part, ui::reading);
    ui::gap(ui, 4);
    ui::paragraph(ui, report.who, ui::caption);
    draw_note(now, report);
}

// Drawing and report side by side, or one above the other where that would be too narrow.
void draw_shown(Investigating& now, const ReportView& report) {
    ui::Ui& ui = now.ui;
    const float width = ui::width_left(ui) / ui.scale;
    if (width < 560) {
        draw_light_box(now, report.drawings);
        ui::gap(ui, 8);
        return draw_told(now, report);
    }
    ui::Columns columns(ui, {std::floor(width * 0.62f), 0}, 16);
    columns.next();
    draw_light_box(now, report.drawings);
    columns.next();
    draw_told(now, report);
}

void draw_report(Investigating& now, const ReportView& report) {
    ui::Ui& ui = now.ui;
    ui::Card card(ui, {.padding = 16});
    ui::paragraph(ui, report.title, ui::card_heading);
    if (!report.drawings.empty()) return draw_shown(now, report);
    if (!report.imaging) ui::text(ui, report.time, ui::caption);
    ui::gap(ui, 4);
    if (report.imaging) {
        draw_film(now, report);
    } else if (report.lab) {
        draw_value(now, *report.lab);
    } else {
        for (std::string_view part : base::split(report.text, '\n')) ui::paragraph(ui, part, ui::reading);
    }
    draw_note(now, report);
}

void draw_awaited(Investigating& now, const InboxRow& row) {
    ui::Ui& ui = now.ui;
    ui::Card card(ui, {.padding = 16});
    ui::paragraph(ui, row.name, ui::card_heading);
    ui::text(ui, row.detail, ui::body_quiet);
    if (row.state != InboxRow::State::awaited) return;
    ui::bar(ui, row.waited, Role::edge, 6, 240);
    ui::gap(ui, 8);
    ui::Line line(ui, 36);
    if (ui::button(ui, "investigations.cancel", now.words("investigations/cancel_order"),
                   {.kind = ui::ButtonKind::destructive})) {
        now.act(library::Verb::cancel, row.test);
    }
}

void draw_lab_cells(Investigating& now, ui::Table& table, const LabRow& row, bool narrow) {
    table.text(row.name);
    if (row.awaited) {
        table.awaited("");
        table.skip();
    } else {
        table.value(row.value, flag_of(row));
        table.flag(flag_of(row), flag_word(now, row));
    }
    if (narrow) {
        const bool both = !row.reference.empty() && !row.unit.empty();
        table.text(row.reference + (both ? "\u00A0" : "") + row.unit,
                   {ui::Type::caption, ui::Weight::regular, Role::ink2});
        return;
    }
    table.text(row.reference, ui::body_quiet);
    table.skip();
    table.text(row.unit, ui::body_quiet);
    if (row.awaited || row.reference.empty()) {
        table.text(row.awaited ? row.time : "", ui::caption);
    } else {
        table.range(range_of(row));
    }
}

// Narrow tables have the unit beside the interval and no picture of it.
std::vector<ui::TableColumn> lab_columns(const Investigating& now, bool narrow) {
    std::vector<ui::TableColumn> columns{{now.words("investigations/column_analysis"), 0},
                                         {now.words("investigations/column_value"), 60, true},
                                         {"", 64}};
    if (narrow) {
        columns.push_back({now.words("investigations/column_reference"), 168, true});
        return columns;
    }
    columns.push_back({now.words("investigations/column_reference"), 128, true});
    columns.push_back({"", 8});
    columns.push_back({now.words("investigations/column_unit"), 118});
    columns.push_back({now.words("investigations/column_position"), 112});
    return columns;
}

void draw_lab(Investigating& now, const std::vector<LabRow>& rows) {
    ui::Ui& ui = now.ui;
    const auto flagged =
        std::count_if(rows.begin(), rows.end(), [](const LabRow& row) { return row.flag != LabRow::Flag::none; });
    ui::Card card(ui, {.padding = 16});
    {
        ui::Line line(ui, 32);
        line.from_right();
        const int chosen =
            ui::segmented(ui, "investigations.lab",
                          {{"all", now.words("general/all") + " " + std::to_string(rows.size())},
                           {"flagged", now.words("investigations/show_abnormal") + " " + std::to_string(flagged)}},
                          now.state.only_flagged ? 1 : 0, true);
        now.state.only_flagged = chosen == 1;
        line.from_left();
        ui::text(ui, now.words("investigations/laboratory"), ui::card_heading);
    }
    const bool narrow = ui::width_left(ui) < ui.px(620);
    ui::Table table(ui, lab_columns(now, narrow));
    for (const LabRow& row : rows) {
        const bool marked = row.flag != LabRow::Flag::none;
        if (now.state.only_flagged && !marked) continue;
        table.row({.flagged = marked});
        draw_lab_cells(now, table, row, narrow);
    }
}

}  // namespace

void draw_viewer(Investigating& now) {
    ui::Ui& ui = now.ui;
    const present::Context& context = now.view.context;
    const std::vector<LabRow> lab = present::lab_rows(context, now.view.encounter);
    bool any = !lab.empty();
    if (now.state.open_order >= 0 && static_cast<std::size_t>(now.state.open_order) < now.inbox.size()) {
        const auto order = static_cast<std::size_t>(now.state.open_order);
        if (const auto report = present::report_view(context, now.view.encounter, order)) {
            draw_report(now, *report);
            any = true;
        } else if (now.inbox[order].state != InboxRow::State::fresh) {
            draw_awaited(now, now.inbox[order]);
            any = true;
        }
    }
    if (!lab.empty()) draw_lab(now, lab);
    if (any) return;
    const bool nothing = now.inbox.empty();
    ui::empty_state(ui, ui::icon::inbox,
                    now.words(nothing ? "investigations/inbox_empty" : "investigations/viewer_empty"),
                    nothing ? now.words("investigations/inbox_empty_hint") : std::string());
}

}  // namespace palpera::student
