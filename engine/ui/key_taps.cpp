#include "engine/ui/key_taps.h"

#include <GLFW/glfw3.h>

namespace palpera::ui {

void KeyTaps::pressed(int key, int modifiers) {
    const bool is_modifier = key >= GLFW_KEY_LEFT_SHIFT && key <= GLFW_KEY_RIGHT_SUPER;
    if (key >= 0 && key < IM_ARRAYSIZE(ImGuiIO::KeysDown) && !is_modifier) waiting_.push_back({key, modifiers});
}

bool KeyTaps::show_next(ImGuiIO& io) {
    if (waiting_.empty()) return false;
    const Tap tap = waiting_.front();
    // Pressed anew it must have been up in a frame between, or it would be taken for held on.
    if (!io.KeysDown[tap.key] && io.KeysDownDuration[tap.key] >= 0) return true;
    waiting_.pop_front();
    if (!io.KeysDown[tap.key]) {
        io.KeysDown[tap.key] = true;
        let_go_ = tap.key;
    }
    io.KeyCtrl = (tap.modifiers & GLFW_MOD_CONTROL) != 0;
    io.KeyShift = (tap.modifiers & GLFW_MOD_SHIFT) != 0;
    io.KeyAlt = (tap.modifiers & GLFW_MOD_ALT) != 0;
    return true;
}

void KeyTaps::show_now(ImGuiIO& io) {
    if (let_go_ >= 0) io.KeysDown[let_go_] = false;
    let_go_ = -1;
    io.KeyCtrl = io.KeysDown[GLFW_KEY_LEFT_CONTROL] || io.KeysDown[GLFW_KEY_RIGHT_CONTROL];
    io.KeyShift = io.KeysDown[GLFW_KEY_LEFT_SHIFT] || io.KeysDown[GLFW_KEY_RIGHT_SHIFT];
    io.KeyAlt = io.KeysDown[GLFW_KEY_LEFT_ALT] || io.KeysDown[GLFW_KEY_RIGHT_ALT];
}

}  // namespace palpera::ui
