#pragma once

#include <span>
#include <vector>

#include "engine/anatomy/atlas.h"
#include "engine/ui/widgets.h"

namespace palpera::student {

// One foot of the flat figure on the screen: `frame` holds the view's 0 to 1; `mirrored` is the left one.
struct Foot {
    ui::Rect frame = {};
    bool mirrored = false;
    ImVec2 at(anatomy::Point point) const;
};

// The outline filled with skin that darkens towards its edges, then the inner lines.
void draw_foot(const ui::Ui& ui, const anatomy::FigureView& view, const Foot& foot);

// Moves points apart until none lies nearer to another than `least`, across or up and down; all stay in `within`.
void spread(std::vector<ImVec2>& points, float least, ui::Rect within);

}  // namespace palpera::student
