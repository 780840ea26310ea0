// What the library is narrowed to, and in which order it stands.
#include <algorithm>

#include "engine/student/home_parts.h"

namespace palpera::student {
namespace {

using present::CaseRow;
using ui::Ui;
using Choices = std::vector<ui::Option>;

Choices distinct(const std::vector<CaseRow>& rows, std::string CaseRow::*id, std::string CaseRow::*name) {
    Choices found;
    for (const CaseRow& row : rows) {
        const auto same = [&](const ui::Option& one) { return one.name == row.*id; };
        if (std::ranges::none_of(found, same)) found.push_back({row.*id, row.*name});
    }
    return found;
}

// The parts of the body from foot to back, the places from near to far, whatever the first case is.
void sort_by(std::initializer_list<const char*> order, Choices& choices) {
    const auto place = [&](const ui::Option& one) { return std::ranges::find(order, one.name) - order.begin(); };
    std::ranges::stable_sort(choices, {}, place);
}

Choices areas(const HomeView& view) {
    Choices choices = distinct(view.cases, &CaseRow::area_id, &CaseRow::area);
    sort_by({"foot", "leg", "back"}, choices);
    return choices;
}

Choices settings(const HomeView& view) {
    Choices choices = distinct(view.cases, &CaseRow::setting_id, &CaseRow::setting);
    sort_by({"primary_care", "emergency", "home"}, choices);
    return choices;
}

// Pills of one kind; pressing the one that is on takes the filter away.
void draw_pills(Ui& ui, const std::string& name, const Choices& choices, std::string& chosen, bool& first) {
    for (const ui::Option& choice : choices) {
        ui::flow(ui, ui::measure(ui, choice.label, ui::body_strong).x + ui.px(26), first, 8);
        const bool on = chosen == choice.name;
        if (ui::filter_pill(ui, name + "." + choice.name, choice.label, on)) chosen = on ? "" : choice.name;
    }
}

// The same as one pill with a list, where there is no room for all or there is little to say of each.
void draw_menu(Ui& ui, const HomeView& view, const std::string& name, const char* label, Choices choices,
               std::string& chosen, bool& first) {
    if (choices.size() < 2) return;
    choices.insert(choices.begin(), {"any", view.context("general/all")});
    const auto place = std::ranges::find(choices, chosen.empty() ? "any" : chosen, &ui::Option::name);
    const int now = place == choices.end() ? 0 : static_cast<int>(place - choices.begin());
    ui::flow(ui, ui::filter_menu_width(ui, view.context(label), choices, now), first, 8);
    const int taken = ui::filter_menu(ui, name, view.context(label), choices, now);
    if (taken != now) chosen = taken == 0 ? "" : choices[static_cast<std::size_t>(taken)].name;
}

void draw_difficulty(Ui& ui, const HomeView& view, HomeState& state, bool& first) {
    std::string chosen = state.filter.difficulty == 0 ? "" : std::to_string(state.filter.difficulty);
    const Choices levels{{"1", view.context("difficulty/basic")},
                         {"2", view.context("difficulty/medium")},
                         {"3", view.context("difficulty/hard")}};
    draw_menu(ui, view, "home.difficulty", "home/filter_difficulty", levels, chosen, first);
    state.filter.difficulty = chosen.empty() ? 0 : chosen.front() - '0';
}

void draw_written_in(Ui& ui, const HomeView& view, HomeState& state, bool& first) {
    Choices languages;
    for (base::Language language : base::every_language) {
        const std::string code(base::code(language));
        if (std::ranges::count(view.cases, code, &CaseRow::language_id) > 0)
            languages.push_back({code, view.context("settings/language_" + code)});
    }
    draw_menu(ui, view, "home.written_in", "home/filter_language", languages, state.filter.language, first);
}

}  // namespace

void draw_filters(Ui& ui, const HomeView& view, HomeState& state) {
    bool first = true;
    present::CaseFilter& filter = state.filter;
    const std::string& label = view.context("home/filter_all");
    ui::flow(ui, ui::measure(ui, label, ui::body_strong).x + ui.px(60), first, 8);
    if (ui::filter_pill(ui, "home.all", label, !filter.narrows(), static_cast<int>(view.cases.size()))) filter.clear();
    if (ui::size_class(ui).width == ui::Width::compact) {
        draw_menu(ui, view, "home.area", "home/filter_area", areas(view), filter.area, first);
        draw_menu(ui, view, "home.setting", "home/filter_setting", settings(view), filter.setting, first);
    } else {
        draw_pills(ui, "home.area", areas(view), filter.area, first);
        draw_pills(ui, "home.setting", settings(view), filter.setting, first);
    }
    draw_difficulty(ui, view, state, first);
    draw_written_in(ui, view, state, first);
    const std::string& undone = view.context("home/filter_undone");
    ui::flow(ui, ui::measure(ui, undone, ui::body_strong).x + ui.px(26), first, 8);
    if (ui::filter_pill(ui, "home.undone", undone, filter.only_undone)) filter.only_undone = !filter.only_undone;
    ui::gap(ui, 4);
}

void draw_order(Ui& ui, const HomeView& view, HomeState& state, std::size_t shown) {
    const auto& words = view.context;
    const Choices orders{{"recommended", words("home/order_recommended")},
                         {"easiest", words("home/order_easiest")},
                         {"hardest", words("home/order_hardest")},
                         {"shortest", words("home/order_shortest")}};
    {
        ui::Line line(ui, 32, 12);
        line.from_right();
        const int taken =
            ui::order_menu(ui, "home.order", words("home/order_tip"), orders, static_cast<int>(state.filter.order));
        state.filter.order = static_cast<present::CaseOrder>(taken);
        line.from_left();
        if (state.filter.narrows()) {
            ui::text(ui,
                     words.fill("home/shown_of",
                                {{"shown", std::to_string(shown)}, {"total", std::to_string(view.cases.size())}}),
                     ui::body_quiet);
            if (shown > 0 && ui::button(ui, "home.clear", words("home/clear_filters"), {.kind = ui::ButtonKind::text}))
                state.filter.clear();
        }
    }
    ui::gap(ui, 4);
}

}  // namespace palpera::student
