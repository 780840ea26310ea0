#pragma once

#include <imgui.h>

#include <string>
#include <string_view>
#include <vector>

#include "engine/ui/focus.h"
#include "engine/ui/fonts.h"
#include "engine/ui/frame.h"
#include "engine/ui/pictures.h"
#include "engine/ui/rect.h"
#include "engine/ui/registry.h"
#include "engine/ui/theme.h"

namespace palpera::ui {

class BodyArtist;
class Line;

// What every widget draws with: passed in, never global. One for each window.
struct Ui {
    Appearance appearance = Appearance::light;
    float scale = 1;  // text scale times the display's density
    bool reduce_motion = false;
    Fonts fonts;
    Registry registry;
    Focus focus;
    Redraw redraw;
    Pictures pictures;
    BodyArtist* artist = nullptr;  // nothing where bodies cannot be drawn
    // Fills the clip rectangle of a draw command with the colour that is its data. Where it is set, large grounds are
    // cleared rather than painted: a software rasteriser pays eighty times less for it.
    ImDrawCallback clear_ground = nullptr;
    double now = 0;  // seconds on the window's clock, for motion only
    Line* line = nullptr;

    // Rings wait until all else is drawn, so that they lie on top of neighbours.
    struct Ring {
        Rect rect = {}, clip = {};
        float rounding;
    };
    std::vector<Ring> rings;
    // A card's height is known at its end, so its press is told in the next frame.
    std::string late_press, late_press_before;
    // The list that hangs open; at most one.
    std::string open_list;

    // Pixels for a measure given in pixels at 100 %.
    float px(float at_100) const { return at_100 * scale; }
    ImU32 colour(Role role, float alpha = 1) const;

    // True once a press and only for the topmost layer: a modal keeps the keys from the page below.
    bool key(Key key, bool ctrl = false, bool shift = false);
    // True when this character was typed outside a text field: `/`, the keys of tools. Small letters match capitals.
    bool typed(char32_t character);
    // A text field takes the keys now.
    bool in_field() const;

    // Between ImGui::NewFrame and ImGui::Render.
    void begin_frame();
    void end_frame();

private:
    std::vector<Key> taken_;
};

// Sets ImGui's own style so that nothing of its default look remains. Call when scale or appearance change.
void apply_style(const Ui& ui);

// Edges of the place that widgets fill, in pixels of the window. Cards, columns and areas set it for what is in them.
struct Box {
    float left = 0, right = 0;
};
Box box();
void set_box(Box box);

// Takes the next place in the layout: at the cursor, or in the line that is open.
Rect claim(Ui& ui, ImVec2 size);
// Width left for the next widget, in pixels.
float width_left(const Ui& ui);
// Empty height, in pixels at 100 %. Widgets stand 4 apart without it.
void gap(Ui& ui, float height);

// A line of this height (pixels at 100 %): what is drawn until it ends stands side by side, centred on it. Draw what
// stands at the right first: from_right(), rightmost first, then from_left(): the text there gets the width that is
// left.
class Line {
public:
    explicit Line(Ui& ui, float height, float gap = 8);
    ~Line();
    Line(const Line&) = delete;
    Line& operator=(const Line&) = delete;

    void from_right() { right_ = true; }
    void from_left() { right_ = false; }
    void space(float width);  // extra, in pixels at 100 %
    Rect place(ImVec2 size);
    float left() const;
    Rect rect() const { return rect_; }

private:
    Ui& ui_;
    Line* outer_;
    Rect rect_;
    float left_, right_edge_, gap_;
    bool right_ = false;
};

}  // namespace palpera::ui
