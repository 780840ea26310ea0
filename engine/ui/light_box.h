#pragma once

#include <string_view>

#include "engine/ui/context.h"

namespace palpera::ui {

// Which part of a picture is seen.
struct PictureView {
    float zoom = 1;             // 1: all of it; at most 8
    ImVec2 middle{0.5f, 0.5f};  // in parts of the picture as it is drawn

    void zoom_by(float factor);
};

struct LightBoxLook {
    std::string_view label = {};  // what the picture shows, in words
    bool mirrored = false;        // left and right exchanged
};

// A picture in a rectangle: fitted, nearer with the wheel, moved by dragging and, where the keyboard is on it, by
// arrows.
void light_box(Ui& ui, std::string_view name, Rect rect, const Picture& picture, PictureView& view,
               const LightBoxLook& look);

}  // namespace palpera::ui
