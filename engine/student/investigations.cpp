#include "engine/student/investigations.h"

#include "engine/student/investigations_parts.h"
#include "engine/ui/column_edge.h"
#include "engine/ui/icons.h"

namespace palpera::student {
namespace {

using ui::Area;
using ui::Rect;
using ui::Role;

void draw_left(Investigating& now, Rect place) {
    ui::Ui& ui = now.ui;
    ui::fill(ui, place, Role::surface2);
    ui::vertical_line(ui, place.max.x - 1, place.min.y, place.max.y);
    {
        Area area(ui, "investigations.search_part", cut_top(ui, place, 108), {.padding = 16, .scrolls = false});
        draw_search(now);
    }
    place = {{place.min.x + ui.px(16), place.min.y}, {place.max.x - ui.px(16), place.max.y - ui.px(16)}};
    if (!now.state.chosen.empty()) {
        Rect foot = cut_bottom(ui, place, order_height(now));
        cut_bottom(ui, place, 12);
        Area area(ui, "investigations.order_part", foot, {.card = true, .padding = 16, .padding_y = 12});
        draw_order(now);
    }
    Area area(ui, "investigations.catalogue", place, {.card = true, .padding = 12, .padding_y = 8});
    draw_catalogue(now);
}

bool awaits(const Investigating& now) { return present::next_result(now.view.encounter).has_value(); }

void draw_middle(Investigating& now, Rect place) {
    ui::Ui& ui = now.ui;
    ui::vertical_line(ui, place.max.x - 1, place.min.y, place.max.y);
    if (awaits(now)) {
        const Rect foot = cut_bottom(ui, place, 160).grown(-ui.px(12));
        Area area(ui, "investigations.wait_part", foot,
                  {.card = true, .padding = 16, .padding_y = 12, .new_column = false});
        draw_wait(now);
    }
    Area area(ui, "investigations.inbox", place, {.padding = 12});
    draw_inbox(now);
}

void draw_right(Investigating& now, Rect place) {
    Area area(now.ui, "investigations.viewer", place, {.padding = 16});
    draw_viewer(now);
}

// Without a column of its own the inbox is a row of tabs above the viewer.
void draw_medium(Investigating& now, Rect place) {
    ui::Ui& ui = now.ui;
    draw_left(now, cut_left(ui, place, 432));
    Area area(ui, "investigations.viewer", place, {.padding = 16});
    draw_inbox_tabs(now);
    draw_viewer(now);
    if (!awaits(now)) return;
    ui::Card card(ui, {.padding = 12});
    draw_wait(now);
}

void draw_compact_catalogue(Investigating& now, Rect place) {
    Area area(now.ui, "investigations.catalogue", place, {.padding = 12});
    if (!now.state.chosen.empty()) {
        ui::Card card(now.ui, {.padding = 12});
        draw_order(now);
    }
    draw_search(now);
    draw_catalogue(now);
}

void draw_compact(Investigating& now, Rect place) {
    ui::Ui& ui = now.ui;
    const Rect bar = cut_bottom(ui, place, 48);
    if (now.state.page == 0) {
        draw_compact_catalogue(now, place);
    } else if (now.state.page == 1) {
        Area area(ui, "investigations.inbox", place, {.padding = 12});
        draw_inbox(now);
        if (awaits(now)) {
            ui::gap(ui, 8);
            ui::Card card(ui, {.padding = 12});
            draw_wait(now);
        }
    } else {
        draw_right(now, place);
    }
    now.state.page =
        ui::bottom_bar(ui, bar,
                       {{"investigations.page.catalogue", ui::icon::list, now.words("investigations/page_catalogue")},
                        {"investigations.page.inbox", ui::icon::inbox, now.words("investigations/inbox")},
                        {"investigations.page.viewer", ui::icon::description, now.words("investigations/page_viewer")}},
                       now.state.page);
}

}  // namespace

void Investigating::act(library::Verb verb, const std::string& test) {
    library::Action action;
    action.verb = verb;
    action.subject = test;
    actions.push_back(std::move(action));
}

void Investigating::open(const present::InboxRow& row) {
    if (row.state == present::InboxRow::State::fresh) act(library::Verb::read, row.test);
    state.open_order = static_cast<int>(row.order);
    if (ui::size_class(ui).width == ui::Width::compact) state.page = 2;
    ui.redraw.now();
}

Actions draw_investigations(ui::Ui& ui, Rect place, const VisitView& view, InvestigationsState& state) {
    Actions actions;
    Investigating now{ui, view, state, actions, present::inbox_rows(view.context, view.encounter)};
    if (ui.typed(U'/')) ui.focus.move_to("investigations.search");
    const ui::SizeClass size = ui::size_class(ui);
    if (size.width == ui::Width::compact) {
        draw_compact(now, place);
    } else if (size.width == ui::Width::medium) {
        draw_medium(now, place);
    } else {
        const bool extra = size.width == ui::Width::extra;
        const Rect left = cut_left(ui, place, (extra ? 480 : 432) * state.catalogue_share);
        const Rect middle = cut_left(ui, place, (extra ? 320 : 268) * state.inbox_share);
        draw_left(now, left);
        draw_middle(now, middle);
        draw_right(now, place);
        ui::column_edge(ui, "investigations.catalogue.edge", left, true, state.catalogue_share);
        ui::column_edge(ui, "investigations.inbox.edge", middle, true, state.inbox_share);
    }
    return actions;
}

}  // namespace palpera::student
