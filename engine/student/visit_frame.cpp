#include "engine/student/visit_frame.h"

#include <algorithm>
#include <array>

#include "engine/present/investigations.h"
#include "engine/student/differential.h"

namespace palpera::student {
namespace {

using library::Verb;
using present::PatientCard;
using ui::Role;
using ui::TextLook;
using ui::Type;
using ui::Ui;
using ui::Weight;

struct StageEntry {
    const char* name;
    const char* icon;
    const char* key;
    ui::Key digit;
};
constexpr std::array<StageEntry, 4> stages{{
    {"history", ui::icon::forum, "encounter/stage_history", ui::Key::digit_1},
    {"examination", ui::icon::touch_app, "encounter/stage_examination", ui::Key::digit_2},
    {"investigations", ui::icon::biotech, "encounter/stage_investigations", ui::Key::digit_3},
    {"assessment", ui::icon::fact_check, "encounter/stage_assessment", ui::Key::digit_4},
}};

void take_stage_keys(Ui& ui, FrameState& state) {
    for (std::size_t i = 0; i < stages.size(); ++i) {
        if (ui.key(stages[i].digit, true)) state.stage = static_cast<Stage>(i);
    }
}

// An icon and a number that can be read from the other side of the room; digits keep their place.
void draw_measure(Ui& ui, const char* icon, const std::string& number, const std::string& tip, const char* name) {
    const TextLook look{Type::body, Weight::strong, Role::ink, true};
    const ui::Rect place = ui::claim(ui, {ui.px(26) + ui::measure(ui, number, look).x + 1, ui.px(24)});
    const ui::Touch touched = ui::touch(
        ui, place, {.name = name, .kind = ui::ItemKind::picture, .label = tip + " " + number, .focusable = false});
    ui::draw_icon(ui, {place.min.x + ui.px(10), place.middle().y}, icon, 20, Role::ink2);
    ui::draw_text(ui, {{place.min.x + ui.px(26), place.min.y}, place.max}, number, look);
    ui::tooltip(ui, touched, tip);
}

// Name over place, in the width that is left but no wider than they are.
float draw_who(Ui& ui, const std::string& above, const std::string& below, bool branched, float most) {
    const TextLook small{Type::caption, branched ? Weight::strong : Weight::regular,
                         branched ? Role::late : Role::ink2};
    const float needed = std::max(ui::measure(ui, above, ui::body_strong).x, ui::measure(ui, below, small).x) + 1;
    const ui::Rect place = ui::claim(ui, {std::min({needed, ui.px(most), ui::width_left(ui)}), ui.px(40)});
    const float middle = place.min.y + ui.px(22);
    ui::draw_text(ui, {place.min, {place.max.x, middle}}, above, ui::body_strong);
    ui::draw_text(ui, {{place.min.x, middle}, place.max}, below, small);
    return place.max.x;
}

// What the practice of a branch is called stands where the place stands otherwise.
std::string below_name(const VisitView& view, const PatientCard& card, bool branched) {
    return branched ? view.context("encounter/branch") : card.place;
}

FrameAsk draw_wide_bar(Ui& ui, ui::Rect bar, const VisitView& view, bool branched, FrameState& state) {
    FrameAsk asked;
    const auto& words = view.context;
    const PatientCard card = present::patient_card(words, view.encounter);
    const bool medium = ui::size_class(ui).width == ui::Width::medium;
    ui::Area area(ui, "visit.bar", bar,
                  {.ground = Role::surface, .padding = 16, .padding_y = 0, .scrolls = false, .line_bottom = true});
    ui::Line line(ui, 56, 12);
    line.from_right();
    if (ui::button(ui, "visit.end", words("encounter/end_visit"), {.kind = ui::ButtonKind::quiet})) state.ending = true;
    draw_measure(ui, ui::icon::payments, card.cost, words("encounter/cost_tip"), "visit.cost");
    draw_measure(ui, ui::icon::schedule, card.time, words("encounter/clock_tip"), "visit.clock");
    line.from_left();
    ui::brand_mark(ui, 24);
    asked.back = ui::icon_button(ui, "visit.back", ui::icon::arrow_back, words("encounter/to_library"));
    ui::avatar(ui, card.id, card.name, 32);
    const float from = draw_who(ui, card.heading, below_name(view, card, branched), branched, medium ? 170 : 240);
    const std::array<int, 4> counts{card.questions, card.examinations, card.orders, card.plans};
    std::vector<ui::StageTab> tabs;
    for (std::size_t i = 0; i < stages.size(); ++i) {
        tabs.push_back({std::string("visit.") + stages[i].name, words(stages[i].key), stages[i].icon, counts[i]});
    }
    const float until = from + ui::width_left(ui);
    const ui::Rect middle{{from + ui.px(12), bar.min.y}, {until, bar.max.y}};
    state.stage = static_cast<Stage>(ui::stage_tabs(ui, middle, tabs, static_cast<int>(state.stage)));
    return asked;
}

FrameAsk draw_menu(Ui& ui, ui::Rect bar, const VisitView& view, FrameState& state) {
    FrameAsk asked;
    const auto& words = view.context;
    ui::Popover menu(ui, "visit.menu_list", {bar.max.x - ui.px(272), bar.max.y + ui.px(4)}, ui.px(256), false);
    const PatientCard card = present::patient_card(words, view.encounter);
    ui::text(ui, words("encounter/cost") + " " + card.cost, ui::body_quiet);
    const auto row = [&](const char* name, const char* icon, const char* key) {
        const bool pressed = ui::list_row(ui, name, words(key), {.icon = icon});
        if (pressed) state.menu = false;
        return pressed;
    };
    if (row("visit.end", ui::icon::check_circle, "encounter/end_visit")) state.ending = true;
    asked.keyboard = row("visit.keyboard", ui::icon::keyboard, "keyboard/title");
    asked.settings = row("visit.settings", ui::icon::settings, "home/settings");
    if (menu.clicked_outside() || ui.key(ui::Key::escape)) state.menu = false;
    return asked;
}

FrameAsk draw_compact_bar(Ui& ui, ui::Rect bar, const VisitView& view, bool branched, FrameState& state) {
    FrameAsk asked;
    const auto& words = view.context;
    const PatientCard card = present::patient_card(words, view.encounter);
    const bool was_open = state.menu;
    {
        ui::Area area(ui, "visit.bar", bar,
                      {.ground = Role::surface, .padding = 12, .padding_y = 0, .scrolls = false, .line_bottom = true});
        ui::Line line(ui, 48, 8);
        line.from_right();
        if (ui::icon_button(ui, "visit.menu", ui::icon::more_horiz, words("general/more"), {.border = true})) {
            state.menu = !was_open;
        }
        draw_measure(ui, ui::icon::schedule, card.time, words("encounter/clock_tip"), "visit.clock");
        std::vector<ui::Option> options;
        for (const StageEntry& stage : stages) options.push_back({stage.name, words(stage.key), stage.icon});
        state.stage = static_cast<Stage>(ui::combo(ui, "visit.stage", options, static_cast<int>(state.stage), 200));
        line.from_left();
        asked.back = ui::icon_button(ui, "visit.back", ui::icon::arrow_back, words("encounter/to_library"));
        ui::avatar(ui, card.id, card.name, 28);
        if (branched) {
            draw_who(ui, card.heading, below_name(view, card, branched), branched, 400);
        } else {
            ui::text(ui, card.heading, ui::body_strong);
        }
    }
    if (state.menu && was_open) {
        const FrameAsk more = draw_menu(ui, bar, view, state);
        asked.keyboard = more.keyboard;
        asked.settings = more.settings;
    }
    return asked;
}

int most_weeks(const encounter::Encounter& encounter) {
    const base::Minutes left = encounter.patient->horizon - encounter.progress.now;
    return static_cast<int>(std::clamp<std::int64_t>(left.value / base::weeks(1).value, 0, 52));
}

library::Action plain(Verb verb) {
    library::Action action;
    action.verb = verb;
    return action;
}

library::Action wait_of(int weeks) {
    library::Action action = plain(Verb::wait);
    action.amount = weeks;
    action.span_unit = base::TimeUnit::weeks;
    return action;
}

// What the student thinks by now is the diagnosis when the case ends.
Actions ending(const VisitView& view, const FrameState& state, bool again) {
    Actions actions;
    const auto rows = present::differential_rows(view.context, view.encounter);
    if (!again && !rows.empty()) actions.push_back(differential_of(Verb::diagnose, rows));
    if (view.encounter.visit_open) actions.push_back(plain(Verb::end_visit));
    actions.push_back(again ? wait_of(state.weeks) : plain(Verb::finish));
    return actions;
}

void draw_awaited(Ui& ui, const VisitView& view) {
    for (const present::InboxRow& row : present::inbox_rows(view.context, view.encounter)) {
        if (row.state != present::InboxRow::State::awaited) continue;
        ui::remark(ui, ui::icon::hourglass_top, row.name + ". " + row.detail, Role::missed);
        ui::gap(ui, 4);
    }
}

void draw_weeks(Ui& ui, const VisitView& view, FrameState& state, int most) {
    ui::Line line(ui, 40, 12);
    line.space(32);
    ui::stepper(ui, "end.weeks", state.weeks, 1, most, 1, "", view.context("encounter/fewer_weeks"),
                view.context("encounter/more_weeks"));
    ui::text(ui, view.context.count("plan/wait_weeks", state.weeks), ui::body_quiet);
}

}  // namespace

FrameAsk draw_visit_bar(Ui& ui, ui::Rect& place, const VisitView& view, bool branched, FrameState& state) {
    take_stage_keys(ui, state);
    const bool compact = ui::size_class(ui).width == ui::Width::compact;
    const ui::Rect bar = ui::cut_top(ui, place, compact ? 48 : 56);
    return compact ? draw_compact_bar(ui, bar, view, branched, state) : draw_wide_bar(ui, bar, view, branched, state);
}

FrameAsk draw_visit_end(Ui& ui, const VisitView& view, FrameState& state) {
    FrameAsk asked;
    if (!state.ending) return asked;
    const auto& words = view.context;
    const int most = most_weeks(view.encounter);
    const bool opens = !ui.registry.find_before("end.go");
    if (opens && view.encounter.planned_visit) {
        const base::Minutes until = *view.encounter.planned_visit - view.encounter.progress.now;
        state.again = true;
        state.weeks = static_cast<int>(until.value / base::weeks(1).value);
    }
    state.weeks = std::clamp(state.weeks, 1, std::max(1, most));
    ui::Modal modal(ui, "end", 440);
    ui::paragraph(ui, words("encounter/end_visit_question"), ui::card_heading);
    ui::paragraph(ui, words("encounter/end_visit_text"), ui::body_quiet);
    ui::gap(ui, 4);
    draw_awaited(ui, view);
    ui::gap(ui, 4);
    const bool again = state.again && most > 0;
    if (ui::radio(ui, "end.finish", words("plan/finish"), !again)) state.again = false;
    if (most > 0) {
        if (ui::radio(ui, "end.again", words("encounter/see_again"), again)) state.again = true;
        if (again) draw_weeks(ui, view, state, most);
    }
    ui::gap(ui, 12);
    const bool stay = ui::button(ui, "end.stay", words("encounter/end_visit_stay"), {.fill_width = true});
    ui::gap(ui, 4);
    if (ui::button(ui, "end.go", words("encounter/end_visit_confirm"),
                   {.kind = ui::ButtonKind::primary, .fill_width = true})) {
        asked.actions = ending(view, state, again);
        state.ending = false;
    }
    if (stay || modal.dismissed()) state.ending = false;
    if (opens) ui.focus.move_to("end.go");
    return asked;
}

}  // namespace palpera::student
