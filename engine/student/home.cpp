#include "engine/student/home.h"

#include <algorithm>

#include "engine/student/home_parts.h"

namespace palpera::student {
namespace {

using present::CaseRow;
using ui::Ui;

struct Measures {
    float margin = 32, side = 0;
    int columns = 3;
};

Measures measures(const Ui& ui) {
    switch (ui::size_class(ui).width) {
        case ui::Width::compact: return {16, 0, 1};
        case ui::Width::medium: return {24, 0, 3};
        case ui::Width::wide: return {32, 272, 3};
        case ui::Width::extra: return {32, 320, 4};
    }
    return {};
}

std::string greeting(const HomeView& view) {
    const char* key = view.hour >= 5 && view.hour < 10    ? "home/greeting_morning"
                      : view.hour >= 10 && view.hour < 18 ? "home/greeting_day"
                                                          : "home/greeting_evening";
    return view.context(key) + (view.name.empty() ? "" : ", " + view.name);
}

std::string subtitle(const HomeView& view) {
    if (view.ongoing.empty()) return view.context("home/subtitle_new");
    return view.context.count("home/subtitle_open", static_cast<std::int64_t>(view.ongoing.size()));
}

void draw_search(Ui& ui, const HomeView& view, HomeState& state) {
    ui::search_field(ui, "home.search", state.filter.typed, view.context("home/search_hint"),
                     view.context("general/clear_search"));
}

void draw_head(Ui& ui, const HomeView& view, HomeState& state) {
    if (ui::size_class(ui).width == ui::Width::compact) {
        ui::paragraph(ui, greeting(view), ui::title);
        draw_search(ui, view, state);
        return;
    }
    // As wide as its longest hint, with the magnifier and the key cap.
    const float field = ui::measure(ui, view.context("home/search_hint")).x / ui.scale + 100;
    ui::Columns columns(ui, {0, std::clamp(field, 320.0f, 420.0f)}, 24);
    columns.next();
    ui::text(ui, greeting(view), ui::heading);
    ui::text(ui, subtitle(view), ui::body_quiet);
    columns.next();
    ui::gap(ui, 8);
    draw_search(ui, view, state);
}

std::vector<const CaseRow*> shown_cases(const HomeView& view, const HomeState& state) {
    std::vector<std::string> open;
    for (const OngoingRow& row : view.ongoing) open.push_back(row.patient.id);
    return present::shown(view.cases, view.search, state.filter, open);
}

void draw_none(Ui& ui, const HomeView& view, HomeState& state) {
    ui::gap(ui, 32);
    const auto& words = view.context;
    if (view.cases.empty()) {
        ui::empty_state(ui, ui::icon::folder_open, words("home/no_library"), words("home/no_library_hint"));
    } else if (ui::empty_state(ui, ui::icon::search, words("home/empty"), words("home/empty_hint"), "home.show_all",
                               words("home/empty_button"))) {
        state.filter.clear();
    }
}

// Of the cards that stand in one row with this one, itself among them.
float tallest_beside(const std::vector<const CaseRow*>& rows, std::size_t i, int count, HomeState& state) {
    const std::size_t columns = static_cast<std::size_t>(count), first = i / columns * columns;
    float tallest = 0;
    for (std::size_t k = first; k < std::min(rows.size(), first + columns); ++k)
        tallest = std::max(tallest, state.heights[rows[k]->id]);
    return tallest;
}

MaybeAsk draw_cards(Ui& ui, const HomeView& view, HomeState& state, const std::vector<const CaseRow*>& rows,
                    int count) {
    MaybeAsk asked;
    if (rows.empty()) {
        draw_none(ui, view, state);
        return asked;
    }
    // A library of few cases has wider cards rather than empty columns.
    count = std::min(count, std::max(2, static_cast<int>(view.cases.size())));
    ui::Columns columns(ui, count, 16);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const CaseRow& row = *rows[i];
        columns.next();
        if (!draw_case_card(ui, view, row, state.heights[row.id], tallest_beside(rows, i, count, state))) continue;
        if (row.state == CaseRow::State::fresh) {
            asked = HomeAsk{HomeAsk::Kind::start, row.id};
        } else {
            state.chosen = row.id;
        }
    }
    return asked;
}

MaybeAsk draw_library(Ui& ui, const HomeView& view, HomeState& state, const Measures& m) {
    MaybeAsk asked = draw_hero(ui, view);
    const auto keep = [&](MaybeAsk other) {
        if (other) asked = std::move(other);
    };
    if (m.side == 0 && view.progress.mean) draw_progress(ui, view);
    draw_filters(ui, view, state);
    const std::vector<const CaseRow*> rows = shown_cases(view, state);
    if (m.side == 0) {
        draw_order(ui, view, state, rows.size());
        keep(draw_cards(ui, view, state, rows, m.columns));
        return asked;
    }
    ui::Columns columns(ui, {0, m.side}, 24);
    columns.next();
    draw_order(ui, view, state, rows.size());
    keep(draw_cards(ui, view, state, rows, m.columns));
    columns.next();
    draw_progress(ui, view);
    return asked;
}

MaybeAsk draw_page(Ui& ui, ui::Rect place, const HomeView& view, HomeState& state) {
    const Measures m = measures(ui);
    ui::Area page(ui, "home.page", place, {.padding = m.margin, .padding_y = m.margin > 16 ? 24.0f : 12.0f});
    if (state.page == HomeState::Page::ongoing) return draw_ongoing(ui, view);
    draw_head(ui, view, state);
    ui::gap(ui, 12);
    MaybeAsk asked = draw_library(ui, view, state, m);
    ui::gap(ui, 8);
    ui::paragraph(ui, view.context("program/teaching_notice"), ui::caption);
    return asked;
}

}  // namespace

int next_text_size(int percent) { return percent >= 200 ? 100 : std::min(200, percent / 25 * 25 + 25); }

std::optional<HomeAsk> draw_home(Ui& ui, ui::Rect place, const HomeView& view, HomeState& state) {
    MaybeAsk asked;
    const auto keep = [&](MaybeAsk other) {
        if (other) asked = std::move(other);
    };
    const ui::Width width = ui::size_class(ui).width;
    if (width == ui::Width::compact) {
        const ui::Rect bar = ui::cut_top(ui, place, 48);
        keep(draw_compact_bar(ui, bar, view, state));
    } else {
        const bool words = width != ui::Width::medium;
        const ui::Rect rail = ui::cut_left(ui, place, words ? 224 : 64);
        keep(draw_rail(ui, rail, view, state, words));
    }
    keep(draw_page(ui, place, view, state));
    if (!state.chosen.empty()) keep(draw_case_sheet(ui, view, state));
    return asked;
}

}  // namespace palpera::student
