#pragma once

#include <string_view>

#include "engine/ui/context.h"

namespace palpera::ui {

struct Touch {
    bool pressed = false;  // by the mouse, Enter or Space
    bool hovered = false;
    bool held = false;
    bool ring = false;  // the keyboard's focus shows here
};

struct Target {
    std::string_view name = {};
    ItemKind kind = ItemKind::button;
    std::string_view label = {};
    bool enabled = true;
    bool checked = false;
    float rounding = 8;  // of the focus ring, pixels at 100 %
    int reserved = -1;   // its place in the registry, where it was taken before its height was known
    bool focusable = true;
    bool crowded = false;
};

// Makes a rectangle that was claimed answer to mouse and keyboard, puts it in the registry and draws the focus ring.
// Every widget goes through here; panels need it only for drawings of their own.
Touch touch(Ui& ui, Rect rect, const Target& target);

// Words beside the pointer after a short rest, or at once at the keyboard's focus.
void tooltip(Ui& ui, const Touch& touch, std::string_view words);
// The ring of the field that takes the keys, on top of its neighbours.
void focus_ring(Ui& ui, Rect rect, float rounding);

}  // namespace palpera::ui
