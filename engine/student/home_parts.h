#pragma once

#include <optional>
#include <string>

#include "engine/student/home.h"

namespace palpera::student {

// The parts of the first page; each gives what was asked of it in this frame.
using MaybeAsk = std::optional<HomeAsk>;

// The column at the left: with words in a wide window, icons alone in a medium one.
MaybeAsk draw_rail(ui::Ui& ui, ui::Rect place, const HomeView& view, HomeState& state, bool words);
// The bar of a compact window, and the menu that hangs from it.
MaybeAsk draw_compact_bar(ui::Ui& ui, ui::Rect place, const HomeView& view, HomeState& state);
MaybeAsk draw_hero(ui::Ui& ui, const HomeView& view);
void draw_filters(ui::Ui& ui, const HomeView& view, HomeState& state);
// Above the cards: how many of all are shown, with a way back to all, and in which order they stand.
void draw_order(ui::Ui& ui, const HomeView& view, HomeState& state, std::size_t shown);
// True when the card is pressed. `height` is how high what stands on it was, and is kept; it is drawn as high as
// `tallest`, the highest of its row.
bool draw_case_card(ui::Ui& ui, const HomeView& view, const present::CaseRow& row, float& height, float tallest);
void draw_progress(ui::Ui& ui, const HomeView& view);
MaybeAsk draw_ongoing(ui::Ui& ui, const HomeView& view);
// Over the page: what can be done with a case that has been begun or done before.
MaybeAsk draw_case_sheet(ui::Ui& ui, const HomeView& view, HomeState& state);

}  // namespace palpera::student
