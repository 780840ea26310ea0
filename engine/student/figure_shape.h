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
    friend bool operator==(const Foot&, const Foot&) = default;
};

// The shaded skin of a foot as it was last drawn. To work out how the light falls takes longer than all the rest of a
// frame, so it is kept as long as nothing has moved.
struct SkinMesh {
    struct Of {
        const anatomy::FigureView* view = nullptr;
        Foot foot = {};
        ui::Appearance appearance = ui::Appearance::light;
        float scale = 0;
        friend bool operator==(const Of&, const Of&) = default;
    };
    struct Corner {
        ImVec2 at;
        ImU32 colour = 0;
    };
    Of of = {};
    std::vector<Corner> corners = {};  // four a cell
};

// The outline filled with skin that darkens towards its edges, then the inner lines.
void draw_foot(const ui::Ui& ui, const anatomy::FigureView& view, const Foot& foot, SkinMesh& kept);

// Moves points apart until none lies nearer to another than `least`, across or up and down; all stay in `within`.
void spread(std::vector<ImVec2>& points, float least, ui::Rect within);

}  // namespace palpera::student
