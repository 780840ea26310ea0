// What has been ordered: new, awaited, read; and waiting for it.
#include <algorithm>

#include "engine/student/investigations_parts.h"
#include "engine/ui/icons.h"

namespace palpera::student {
namespace {

using present::InboxRow;
using ui::Role;

const char* icon_of(InboxRow::State state) {
    switch (state) {
        case InboxRow::State::fresh: return ui::icon::mark_email_unread;
        case InboxRow::State::awaited: return ui::icon::hourglass_top;
        case InboxRow::State::read: return ui::icon::check_circle;
        case InboxRow::State::cancelled: return ui::icon::close;
    }
    return nullptr;
}

Role role_of(InboxRow::State state) {
    if (state == InboxRow::State::fresh) return Role::primary;
    return state == InboxRow::State::read ? Role::ok : Role::ink2;
}

bool is_open(const Investigating& now, const InboxRow& row) {
    return now.state.open_order == static_cast<int>(row.order);
}

void draw_row(Investigating& now, const InboxRow& row) {
    ui::Ui& ui = now.ui;
    const std::string name = "investigations.inbox." + std::to_string(row.order);
    const ui::RowLook look{.icon = icon_of(row.state),
                           .icon_role = role_of(row.state),
                           .icon_primary_when_selected = false,
                           .second_line = row.detail,
                           .selected = is_open(now, row),
                           .strong = row.state == InboxRow::State::fresh,
                           .height = 52,
                           .most_lines = 3};
    if (ui::list_row(ui, name, row.name, look)) now.open(row);
    if (row.state != InboxRow::State::awaited) return;
    {
        ui::Line line(ui, 28);
        line.space(36);
        line.from_right();
        if (ui::button(ui, name + ".cancel", now.words("investigations/cancel_order"),
                       {.kind = ui::ButtonKind::text, .size = ui::ButtonSize::small})) {
            now.act(library::Verb::cancel, row.test);
        }
        line.from_left();
        ui::bar(ui, row.waited, Role::edge, 6);
    }
}

void draw_group(Investigating& now, InboxRow::State state, std::string_view key) {
    bool first = true;
    for (const InboxRow& row : now.inbox) {
        if (row.state != state) continue;
        if (first) ui::list_heading(now.ui, now.words(key));
        first = false;
        draw_row(now, row);
    }
}

// Amounts of an act are bounded: what is longer is waited in hours or days, never too short.
library::Action wait_of(base::Minutes span) {
    constexpr std::int64_t most = 36'500;
    library::Action action;
    action.verb = library::Verb::wait;
    for (base::TimeUnit unit : {base::TimeUnit::minutes, base::TimeUnit::hours, base::TimeUnit::days}) {
        const std::int64_t one = base::one(unit).value, amount = (span.value + one - 1) / one;
        action.span_unit = unit;
        action.amount = static_cast<int>(std::clamp<std::int64_t>(amount, 1, most));
        if (amount <= most) break;
    }
    return action;
}

}  // namespace

void draw_inbox(Investigating& now) {
    ui::Ui& ui = now.ui;
    const auto ordered = std::count_if(now.inbox.begin(), now.inbox.end(),
                                       [](const InboxRow& row) { return row.state != InboxRow::State::cancelled; });
    {
        ui::Line line(ui, 28);
        line.from_right();
        if (ordered > 0) ui::text(ui, now.view.context.count("investigations/ordered_count", ordered), ui::caption);
        line.from_left();
        ui::text(ui, now.words("investigations/inbox"), ui::card_heading);
    }
    if (now.inbox.empty()) {
        ui::empty_state(ui, ui::icon::inbox, now.words("investigations/inbox_empty"),
                        now.words("investigations/inbox_empty_hint"));
        return;
    }
    draw_group(now, InboxRow::State::fresh, "investigations/inbox_new");
    draw_group(now, InboxRow::State::awaited, "investigations/inbox_awaited");
    draw_group(now, InboxRow::State::read, "investigations/inbox_read");
    draw_group(now, InboxRow::State::cancelled, "investigations/cancelled");
}

void draw_inbox_tabs(Investigating& now) {
    ui::Ui& ui = now.ui;
    bool first = true;
    for (InboxRow::State state : {InboxRow::State::fresh, InboxRow::State::awaited, InboxRow::State::read}) {
        for (const InboxRow& row : now.inbox) {
            if (row.state != state) continue;
            const std::string name = "investigations.inbox." + std::to_string(row.order);
            const bool open = is_open(now, row);
            const ui::ChipLook look{.tint = open ? Role::primary_tint : Role::surface,
                                    .ink = open || state == InboxRow::State::fresh ? Role::primary : Role::ink2,
                                    .icon = icon_of(state),
                                    .name = name,
                                    .outlined = !open};
            ui::flow(ui, ui::chip_width(ui, row.name, look), first, 6);
            if (ui::chip(ui, row.name, look).pressed) now.open(row);
        }
    }
    if (!first) ui::gap(ui, 12);
}

void draw_wait(Investigating& now) {
    ui::Ui& ui = now.ui;
    const auto due = present::next_result(now.view.encounter);
    if (!due) return;
    const base::Minutes span = *due - now.view.encounter.progress.now;
    ui::text(ui, now.words("investigations/wait_title"), ui::body_strong);
    ui::paragraph(ui, now.words("investigations/wait_hint"), ui::caption);
    for (const InboxRow& row : now.inbox) {
        if (row.state != InboxRow::State::awaited || now.view.encounter.orders[row.order].due != *due) continue;
        ui::paragraph(ui, row.detail + " · " + present::span(span, now.view.context), ui::caption_strong);
        break;
    }
    ui::Line line(ui, 36);
    const bool narrow = line.left() < ui.px(320);
    if (ui::button(ui, "investigations.wait", now.words("investigations/next_result"),
                   {.icon = ui::icon::fast_forward, .fill_width = narrow})) {
        now.actions.push_back(wait_of(span));
    }
}

}  // namespace palpera::student
