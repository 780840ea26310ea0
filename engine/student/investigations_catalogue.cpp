// What can be ordered, and the card that orders it.
#include <algorithm>
#include <cmath>

#include "engine/student/investigations_parts.h"
#include "engine/ui/icons.h"

namespace palpera::student {
namespace {

using library::Side;
using library::Urgency;
using present::TestRow;
using ui::Rect;
using ui::Role;

// Right edges of the columns; the name takes what is left of them.
struct Places {
    Rect name, cost, radiation, delay, add;
};

Places places_in(ui::Ui& ui, Rect row) {
    const auto cut = [&](float width) { return cut_right(ui, row, width); };
    Places at;
    at.add = cut(34);
    at.delay = cut(62);
    cut(6);
    at.radiation = cut(52);
    cut(4);
    at.cost = cut(76);
    cut(4);
    at.name = row;
    return at;
}

void draw_heads(Investigating& now) {
    ui::Ui& ui = now.ui;
    const Rect row = ui::claim(ui, {ui::width_left(ui), ui.px(28)});
    const Places at = places_in(ui, row);
    ui::draw_text(ui, at.name, now.words("investigations/column_test"), ui::caption_strong);
    ui::draw_text(ui, at.cost, now.words("investigations/column_cost"), ui::caption_strong, 1);
    ui::draw_text(ui, at.radiation.grown(ui.px(3)), now.words("investigations/column_radiation"), ui::caption_strong,
                  0.5f);
    ui::draw_text(ui, at.delay, now.words("investigations/column_result"), ui::caption_strong, 1);
    ui::horizontal_line(ui, row.min.x, row.max.x, row.max.y);
}

// Three little discs, or a dash for what has no radiation at all.
void draw_radiation(ui::Ui& ui, Rect place, int dose) {
    if (dose == 0) return ui::draw_text(ui, place, "–", ui::caption, 0.5f);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    for (int i = 0; i < 3; ++i) {
        const ImVec2 at{place.middle().x + ui.px(12) * static_cast<float>(i - 1), place.middle().y};
        if (i < dose) {
            list.AddCircleFilled(at, ui.px(4.5f), ui.colour(Role::missed));
        } else {
            list.AddCircle(at, ui.px(4), ui.colour(Role::edge), 0, std::max(1.0f, ui.px(1)));
        }
    }
}

void draw_sign(ui::Ui& ui, Rect place, bool chosen, bool ordered) {
    const float half = ui.px(14);
    const ImVec2 at{place.max.x - half, place.middle().y};
    const Rect box{{at.x - half, at.y - half}, {at.x + half, at.y + half}};
    if (ordered && !chosen) return ui::draw_icon(ui, at, ui::icon::check, 20, Role::ok);
    if (chosen) {
        ui::fill(ui, box, Role::primary, 6);
    } else {
        ui::outline(ui, box, Role::line, 6);
    }
    ui::draw_icon(ui, at, ui::icon::add, 20, chosen ? Role::on_primary : Role::ink);
}

void draw_test(Investigating& now, const TestRow& test) {
    ui::Ui& ui = now.ui;
    const bool chosen = now.state.chosen == test.id;
    const ui::TextLook look{ui::Type::body, chosen ? ui::Weight::strong : ui::Weight::regular, Role::ink};
    const float width = places_in(ui, ui::rect({0, 0}, {ui::width_left(ui), 1})).name.width();
    const ui::Lines lines = ui::wrap(ui, test.name, look, width);
    const ui::Lines below = ui::wrap(ui, test.detail, ui::caption, width);
    const float text = lines.size.y + (test.detail.empty() ? 0 : below.size.y);
    const Rect row = ui::claim(ui, {ui::width_left(ui), std::max(ui.px(40), text + ui.px(10))});
    const ui::Touch touch = ui::touch(
        ui, row,
        {.name = "investigations.test." + test.id, .kind = ui::ItemKind::row, .label = test.name, .checked = chosen});
    const Rect ground{{row.min.x - ui.px(6), row.min.y}, {row.max.x + ui.px(6), row.max.y}};
    if (chosen || touch.hovered) ui::fill(ui, ground, chosen ? Role::primary_tint : Role::surface2, 8);
    const Places at = places_in(ui, row);
    const float y = std::round(row.middle().y - text / 2);
    ui::draw_lines(ui, {at.name.min.x, y}, lines, look);
    if (!test.detail.empty()) ui::draw_lines(ui, {at.name.min.x, y + lines.size.y}, below, ui::caption);
    ui::draw_text(ui, at.cost, test.cost, {ui::Type::body, ui::Weight::regular, Role::ink, true}, 1);
    draw_radiation(ui, at.radiation, test.radiation);
    ui::draw_text(ui, at.delay, test.delay, ui::caption, 1);
    draw_sign(ui, at.add, chosen, test.ordered);
    constexpr const char* doses[] = {"", "investigations/radiation_low", "investigations/radiation_medium",
                                     "investigations/radiation_high"};
    if (test.radiation > 0) ui::tooltip(ui, touch, now.words(doses[std::min(test.radiation, 3)]));
    if (!touch.pressed) return;
    now.state.chosen = chosen ? "" : test.id;
    now.state.side = Side::none;
    now.state.urgency = Urgency::routine;
    ui.redraw.now();
}

std::vector<present::TestGroup> groups(const Investigating& now) {
    return present::test_groups(now.view.context, now.view.encounter, now.state.search, now.state.kind);
}

const library::Test* chosen_test(const Investigating& now) {
    return anatomy::find(now.view.context.library.catalogue.tests, now.state.chosen);
}

void draw_side(Investigating& now) {
    ui::Ui& ui = now.ui;
    constexpr Side sides[] = {Side::right, Side::left, Side::both};
    const auto* at = std::find(std::begin(sides), std::end(sides), now.state.side);
    ui::text(ui, now.words("investigations/choose_side"), ui::caption_strong);
    const int chosen = ui::segmented(ui, "investigations.side",
                                     {{"right", now.words("general/right")},
                                      {"left", now.words("general/left")},
                                      {"both", now.words("general/both")}},
                                     at == std::end(sides) ? -1 : static_cast<int>(at - sides), true, true);
    if (chosen >= 0) now.state.side = sides[chosen];
}

void draw_priority(Investigating& now) {
    ui::Ui& ui = now.ui;
    ui::text(ui, now.words("investigations/priority"), ui::caption_strong);
    const int chosen = ui::segmented(ui, "investigations.urgency",
                                     {{"routine", now.words("investigations/routine")},
                                      {"urgent", now.words("investigations/urgent")},
                                      {"emergency", now.words("investigations/emergency")}},
                                     static_cast<int>(now.state.urgency), true, true);
    if (chosen >= 0) now.state.urgency = static_cast<Urgency>(chosen);
}

void order(Investigating& now, const library::Test& test) {
    library::Action action;
    action.verb = library::Verb::order;
    action.subject = test.id;
    action.side = test.sided ? now.state.side : Side::none;
    action.urgency = now.state.urgency;
    now.actions.push_back(std::move(action));
    now.state.chosen.clear();
    now.state.side = Side::none;
    now.ui.redraw.now();
}

}  // namespace

void draw_search(Investigating& now) {
    ui::Ui& ui = now.ui;
    std::size_t found = 0;
    for (const present::TestGroup& group : groups(now)) found += group.tests.size();
    const std::string trailing = now.view.context.fill(
        "general/hits",
        {{"shown", std::to_string(found)}, {"total", std::to_string(present::test_count(now.view.context))}});
    const bool narrowed = !now.state.search.empty();
    ui::search_field(ui, "investigations.search", now.state.search, now.words("investigations/search_hint"),
                     now.words("general/clear_search"), narrowed ? trailing : "");
    constexpr const char* kinds[] = {"", "laboratory", "imaging", "physiology"};
    ui::gap(ui, 4);
    bool first = true;
    for (const char* kind : kinds) {
        const std::string name = *kind ? kind : "all";
        const std::string& label = now.words("investigations/kind_" + name);
        ui::flow(ui, ui::measure(ui, label, ui::body_strong).x + ui.px(28), first);
        if (ui::filter_pill(ui, "investigations.kind." + name, label, now.state.kind == kind)) now.state.kind = kind;
    }
}

void draw_catalogue(Investigating& now) {
    ui::Ui& ui = now.ui;
    draw_heads(now);
    bool any = false;
    for (const present::TestGroup& group : groups(now)) {
        ui::list_heading(ui, group.name);
        for (const TestRow& test : group.tests) draw_test(now, test);
        any = true;
    }
    if (any) return;
    ui::gap(ui, 16);
    ui::empty_state(ui, ui::icon::search, now.view.context.fill("general/no_hits", {{"text", now.state.search}}),
                    now.words("general/no_hits_hint"));
}

float order_height(const Investigating& now) {
    const library::Test* test = chosen_test(now);
    return test && test->sided ? 200.0f : 146.0f;
}

void draw_order(Investigating& now) {
    ui::Ui& ui = now.ui;
    const library::Test* test = chosen_test(now);
    if (!test) return;
    const present::Context& context = now.view.context;
    const std::string cost = present::money(test->cost, context);
    {
        ui::Columns columns(ui, {0, ui::measure(ui, cost, ui::card_heading).x / ui.scale + 4}, 12);
        columns.next();
        ui::paragraph(ui, context.in(test->name), ui::body_strong);
        columns.next();
        ui::text(ui, cost, ui::body_strong);
    }
    if (test->sided) draw_side(now);
    draw_priority(now);
    ui::gap(ui, 4);
    const std::string label = test->delay.value == 0 ? now.words("investigations/order_now")
                                                     : context.fill("investigations/order_with_delay",
                                                                    {{"delay", present::span(test->delay, context)}});
    // Left open the side would be that of the complaint: a hint.
    const bool open_side = test->sided && now.state.side == Side::none;
    if (ui::button(ui, "investigations.order", label,
                   {.kind = ui::ButtonKind::primary,
                    .fill_width = true,
                    .disabled_because = open_side ? std::string_view(now.words("investigations/choose_side")) : ""})) {
        order(now, *test);
    }
}

}  // namespace palpera::student
