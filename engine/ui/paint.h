#pragma once

#include <span>

#include "engine/ui/context.h"

namespace palpera::ui {

// Shapes that widgets are made of. Measures are pixels at 100 % unless a rectangle or point says otherwise.
void fill(const Ui& ui, Rect rect, Role role, float rounding = 0, float alpha = 1);
// From one colour above to another below, in steps of one of 256 shades: as many bands as can be told apart.
void fade(const Ui& ui, Rect rect, Role top, Role foot);
void outline(const Ui& ui, Rect rect, Role role, float rounding = 0, float thickness = 1);
void dashed_outline(const Ui& ui, Rect rect, Role role, float rounding, float thickness = 1);
// Elevation 1: surface, hairline, a soft edge below. `selected` draws 2 px of primary.
void card_ground(const Ui& ui, Rect rect, bool selected = false);
// Elevation 2 and 3: popovers, toasts, modals.
void raised_ground(const Ui& ui, Rect rect, float rounding = 12);
void horizontal_line(const Ui& ui, float x0, float x1, float y, Role role = Role::line);
void vertical_line(const Ui& ui, float x, float y0, float y1, Role role = Role::line);
void polyline(const Ui& ui, std::span<const ImVec2> points, Role role, float thickness);
void dashed(const Ui& ui, std::span<const ImVec2> points, Role role, float thickness, float dash = 4, float space = 3);
// The five shapes: disc with tick, dashed ring, disc with clock hands, hollow diamond, triangle with bar.
void draw_outcome(const Ui& ui, ImVec2 middle, Outcome outcome, float size = 17);

}  // namespace palpera::ui
