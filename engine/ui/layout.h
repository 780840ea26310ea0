#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/ui/context.h"

namespace palpera::ui {

enum class Width { compact, medium, wide, extra };

// What fits, from the window's size divided by the scale: under 880 wide compact, under 1360 medium, under 1760 wide;
// short under 800 high.
struct SizeClass {
    Width width = Width::wide;
    bool is_short = false;
    ImVec2 logical{};  // the window in pixels at 100 %
    friend bool operator==(const SizeClass& a, const SizeClass& b) {
        return a.width == b.width && a.is_short == b.is_short;
    }
};
SizeClass size_class(ImVec2 window, float scale);
SizeClass size_class(const Ui& ui);

Rect window_rect();
// Cut from a rectangle, in pixels at 100 %; the rest stays in `from`.
Rect cut_top(const Ui& ui, Rect& from, float height);
Rect cut_bottom(const Ui& ui, Rect& from, float height);
Rect cut_left(const Ui& ui, Rect& from, float width);
Rect cut_right(const Ui& ui, Rect& from, float width);

// Left and right of fixed width (pixels at 100 %), the centre takes the rest.
struct ThreeColumns {
    Rect left = {}, centre = {}, right = {};
};
ThreeColumns three_columns(const Ui& ui, Rect all, float left, float right);

struct AreaLook {
    Role ground = Role::canvas;  // canvas is not painted: the window is already that colour
    bool card = false;           // surface with hairline, corners and shadow
    bool selected = false;
    float padding = 16;
    float padding_y = -1;  // as padding when below 0
    bool scrolls = true;
    bool line_left = false, line_right = false, line_top = false, line_bottom = false;
    bool new_column = true;   // F6 stops here
    bool follow_end = false;  // stays at the end while more is added, as a conversation does
};

// A part of the window at a fixed place that scrolls alone. All that is drawn until it ends stands in it.
class Area {
public:
    Area(Ui& ui, std::string_view name, Rect rect, AreaLook look = {});
    ~Area();
    Area(const Area&) = delete;
    Area& operator=(const Area&) = delete;
    // What is left of it below the cursor, for things that fill it to the foot.
    Rect rest() const;

private:
    Ui& ui_;
    Rect rect_;
    AreaLook look_;
    float padding_y_;
};

// Cells side by side; each grows down on its own, afterwards the cursor stands below the tallest.
class Columns {
public:
    // Equal shares.
    Columns(Ui& ui, int count, float gap = 12);
    // Widths in pixels at 100 %; 0 or less shares what is left.
    Columns(Ui& ui, std::vector<float> widths, float gap = 12);
    ~Columns();
    Columns(const Columns&) = delete;
    Columns& operator=(const Columns&) = delete;
    // Begins the next cell; after the last one of a row the first of a new row.
    void next();

private:
    void leave();
    std::vector<float> widths_;
    Box outer_;
    float gap_, y_ = 0, foot_ = 0;
    std::size_t cell_ = 0;
    bool inside_ = false;
};

// The bar at the foot of a compact window: at most five pages. Gives the page that is chosen.
struct BarPage {
    std::string name = {}, icon = {}, label = {};
};
int bottom_bar(Ui& ui, Rect rect, const std::vector<BarPage>& pages, int chosen);

}  // namespace palpera::ui
