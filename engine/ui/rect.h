#pragma once

#include <imgui.h>

#include <algorithm>

namespace palpera::ui {

// In pixels of the window.
struct Rect {
    ImVec2 min = {}, max = {};

    float width() const { return max.x - min.x; }
    float height() const { return max.y - min.y; }
    ImVec2 size() const { return {width(), height()}; }
    ImVec2 middle() const { return {(min.x + max.x) / 2, (min.y + max.y) / 2}; }
    bool holds(ImVec2 point) const {
        return point.x >= min.x && point.x < max.x && point.y >= min.y && point.y < max.y;
    }
    Rect grown(float by) const { return {{min.x - by, min.y - by}, {max.x + by, max.y + by}}; }
    Rect moved(float x, float y) const { return {{min.x + x, min.y + y}, {max.x + x, max.y + y}}; }
    // What both hold; of no size where they do not meet.
    Rect within(Rect other) const {
        Rect both{{std::max(min.x, other.min.x), std::max(min.y, other.min.y)},
                  {std::min(max.x, other.max.x), std::min(max.y, other.max.y)}};
        both.max = {std::max(both.min.x, both.max.x), std::max(both.min.y, both.max.y)};
        return both;
    }
    bool empty() const { return width() <= 0 || height() <= 0; }
    friend bool operator==(const Rect& a, const Rect& b) {
        return a.min.x == b.min.x && a.min.y == b.min.y && a.max.x == b.max.x && a.max.y == b.max.y;
    }
};

inline Rect rect(ImVec2 min, ImVec2 size) { return {min, {min.x + size.x, min.y + size.y}}; }

}  // namespace palpera::ui
