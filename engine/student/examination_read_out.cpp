// What the last act of examination gave.
#include <algorithm>

#include "engine/student/examination_parts.h"
#include "engine/ui/icons.h"

namespace palpera::student {
namespace {

using present::ReadOut;
using ui::Role;

// Side, provoked pain as a bar with its number, and in words whether it departs from normal.
void draw_row_head(Examining& now, const ReadOut::Row& row) {
    ui::Ui& ui = now.ui;
    ui::Line line(ui, 22);
    line.from_right();
    ui::text(ui, now.words(row.abnormal ? "examination/short_abnormal" : "examination/normal"),
             {ui::Type::caption, ui::Weight::strong, row.abnormal ? Role::missed : Role::ok});
    line.from_left();
    if (!row.side.empty()) ui::text(ui, row.side, ui::body_strong);
    if (!row.pain) return;
    const std::string pain = now.view.context.fill("encounter/pain_nrs", {{"n", std::to_string(*row.pain)}});
    const ui::TextLook look{ui::Type::body, ui::Weight::strong, Role::ink, true};
    const float room = (line.left() - ui::measure(ui, pain, look).x) / ui.scale - 16;
    if (room >= 16) ui::bar(ui, *row.pain / 10.0, row.abnormal ? Role::missed : Role::ok, 8, std::min(64.0f, room));
    ui::text(ui, pain, look);
}

void draw_rows(Examining& now, const ReadOut& out) {
    for (const ReadOut::Row& row : out.rows) {
        draw_row_head(now, row);
        ui::paragraph(now.ui, row.finds, ui::body_quiet);
        ui::gap(now.ui, 2);
    }
}

// The patient's words in a well of their own.
void draw_words(Examining& now, const std::string& says) {
    if (says.empty()) return;
    ui::Ui& ui = now.ui;
    const std::string words = present::quotation(says, now.view.context.language);
    const float icon = ui.px(34), width = ui::width_left(ui);
    const ui::Lines lines = ui::wrap(ui, words, ui::body, width - icon - ui.px(12));
    const ui::Rect place = ui::claim(ui, {width, lines.size.y + ui.px(16)});
    ui::fill(ui, place, Role::sunken, 8);
    ui::draw_icon(ui, {place.min.x + ui.px(18), place.min.y + ui.px(18)}, ui::icon::chat, 16, Role::ink2);
    ui::draw_lines(ui, {place.min.x + icon, place.min.y + ui.px(8)}, lines, ui::body);
    ui.registry.add({.kind = ui::ItemKind::text, .label = words, .rect = place, .clip = place, .scrolls = true});
}

void note(Examining& now, int action) {
    library::Action act;
    act.verb = library::Verb::note_finding;
    act.number = action;
    now.actions.push_back(std::move(act));
}

void draw_note_button(Examining& now, const ReadOut& out) {
    ui::Ui& ui = now.ui;
    if (!out.can_note) return;
    if (out.noted) {
        ui::chip(ui, now.words("encounter/noted"), {.tint = Role::ok_tint, .ink = Role::ok, .icon = ui::icon::check});
        return;
    }
    const bool pressed =
        ui::button(ui, "examination.note_finding", now.words("examination/note_finding"),
                   {.kind = ui::ButtonKind::primary, .key_cap = now.words("keyboard/key_enter"), .fill_width = true});
    if (pressed || (!ui.in_field() && ui.key(ui::Key::enter))) note(now, out.action);
}

}  // namespace

void draw_read_out(Examining& now, bool wide) {
    ui::Ui& ui = now.ui;
    const int action = now.state.shown > 0 ? now.state.shown : now.state.last;
    const std::optional<ReadOut> out = present::read_out(now.view.context, now.view.encounter, action);
    if (!out) {
        ui::empty_state(ui, ui::icon::touch_app, now.words("examination/read_out_empty"),
                        now.words("examination/choose_tool_hint"));
        return;
    }
    {
        ui::Line line(ui, 24);
        line.from_right();
        ui::text(ui, out->time, ui::caption);
    }
    ui::gap(ui, -28);
    const float time = ui::measure(ui, out->time, ui::caption).x / ui.scale + 12;
    {
        ui::Columns head(ui, {0, time}, 0);
        head.next();
        ui::paragraph(ui, out->title, ui::body_strong);
    }
    ui::gap(ui, 4);
    if (!wide) {
        draw_rows(now, *out);
        draw_words(now, out->says);
        ui::gap(ui, 4);
        draw_note_button(now, *out);
        return;
    }
    ui::Columns columns(ui, 2, 24);
    columns.next();
    draw_rows(now, *out);
    columns.next();
    draw_words(now, out->says);
    ui::gap(ui, 4);
    draw_note_button(now, *out);
}

}  // namespace palpera::student
