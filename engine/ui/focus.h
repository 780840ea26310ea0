#pragma once

#include <string>
#include <string_view>

#include "engine/ui/registry.h"

namespace palpera::ui {

// Codes as GLFW gives them; the window and the tests fill ImGui's key table with the same.
enum class Key : int {
    space = 32,
    a = 65,
    c = 67,
    m = 77,
    n = 78,
    v = 86,
    x = 88,
    y = 89,
    z = 90,
    digit_1 = 49,
    digit_2 = 50,
    digit_3 = 51,
    digit_4 = 52,
    escape = 256,
    enter = 257,
    tab = 258,
    backspace = 259,
    insert = 260,
    erase = 261,
    right = 262,
    left = 263,
    down = 264,
    up = 265,
    page_up = 266,
    page_down = 267,
    home = 268,
    end = 269,
    f1 = 290,
    f5 = 294,
    f6 = 295,
    keypad_enter = 335
};
// Tells ImGui where those keys are in its table. Tab stays ours: the order of focus is the registry's.
void map_keys();

// Where the keyboard is. Tab and Shift+Tab walk the items of a column, F6 goes to the next column, Enter and Space
// press. The ring shows only after a key, but a field in use always has it.
class Focus {
public:
    // Puts the focus on a named item, from code: after a modal opens, on `/`.
    void move_to(std::string_view name, bool by_keyboard = true);
    void leave() { name_.clear(); }
    bool is_on(std::string_view name) const { return !name.empty() && name_ == name; }
    bool ring_on(std::string_view name) const { return is_on(name) && by_keyboard_; }
    const std::string& name() const { return name_; }
    bool by_keyboard() const { return by_keyboard_; }
    // True once after the focus came to this item: it scrolls itself into view, a field begins to take text.
    bool arrived(std::string_view name);
    // True in the frame in which Enter or Space presses this item.
    bool presses(std::string_view name) const { return is_on(name) && pressed_; }

    // Reads the keys and moves. `field` says that a text field takes the keys.
    void begin_frame(const Registry& registry, bool field);

private:
    void step(const Registry& registry, int by);
    void step_row(const Registry& registry, const Item& now, int by);
    void step_line(const Registry& registry, const Item& now, int by);
    void next_column(const Registry& registry, int by);

    std::string name_;
    bool by_keyboard_ = false;
    bool arrived_ = false;
    bool pressed_ = false;
    int column_ = 0;
};

}  // namespace palpera::ui
