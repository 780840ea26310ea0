#pragma once

#include <string_view>

#include "engine/ui/context.h"

namespace palpera::ui {

// The edge of a column that can be dragged; drawn after the column and its neighbour. `share` is what the column has of
// its own width, 0.8 to 1.5; pressed twice it goes back to 1. Tab comes to it after what is in the columns: left and
// right move it, Home and Enter put it back. `at_right`: the edge is the column's right one.
void column_edge(Ui& ui, std::string_view name, Rect column, bool at_right, float& share);

}  // namespace palpera::ui
