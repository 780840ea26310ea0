#pragma once

#include <imgui.h>

#include <deque>

namespace palpera::ui {

// Keys that were pressed since the last frame. ImGui 1.86 looks at the keyboard once a frame: of a quick tap on a slow
// display the key is up again by then, or the key that was held with it is. Each press is therefore shown to it in a
// frame of its own, as it was.
class KeyTaps {
public:
    // As GLFW tells it: key and modifiers (GLFW_MOD_CONTROL ...) of a press.
    void pressed(int key, int modifiers);
    // Before a frame: the keyboard as it was at the next press. False where there was none.
    bool show_next(ImGuiIO& io);
    // After that frame: the keyboard as it is.
    void show_now(ImGuiIO& io);

private:
    struct Tap {
        int key = 0, modifiers = 0;
    };
    std::deque<Tap> waiting_;
    int let_go_ = -1;  // a key that is held down for this frame alone
};

}  // namespace palpera::ui
