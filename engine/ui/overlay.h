#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/ui/context.h"
#include "engine/ui/layout.h"

namespace palpera::ui {

// A question over everything else. The page below takes neither mouse nor keys while one is alive.
struct Question {
    std::string_view name = {};      // stable; buttons are NAME.safe and NAME.go
    std::string_view question = {};  // as heading
    std::string_view consequence = {};
    std::string_view safe = {}, go = {};  // verbs
    bool destructive = false;
    bool expect_safe = false;  // where the focus begins
};
enum class Reply { none, safe, go };
// Esc is the safe reply.
Reply ask(Ui& ui, const Question& question);

// A modal with contents of one's own. Esc: dismissed().
class Modal {
public:
    Modal(Ui& ui, std::string_view name, float width = 480, float height = 0 /* as high as its contents */);
    ~Modal();
    Modal(const Modal&) = delete;
    Modal& operator=(const Modal&) = delete;
    bool dismissed() const { return dismissed_; }

private:
    Ui& ui_;
    std::string name_;
    int outer_layer_;
    bool dismissed_ = false;
};

// A level-2 sheet at a place, over the page; keys stay with the page. Its height is what it holds.
class Popover {
public:
    // `above`: its foot stands at `at`; else its top.
    Popover(Ui& ui, std::string_view name, ImVec2 at, float width_pixels, bool above, float padding = 8);
    ~Popover();
    Popover(const Popover&) = delete;
    Popover& operator=(const Popover&) = delete;
    bool clicked_outside() const { return clicked_outside_; }

private:
    Ui& ui_;
    int outer_layer_;
    bool clicked_outside_ = false;
};

// At most one, at the bottom left of the centre column, for 6 s; it stays while pointed at or focused.
class Toast {
public:
    void show(Ui& ui, std::string words, std::string undo_label = {}, const char* icon = nullptr, Role role = Role::ok);
    void hide() { words_.clear(); }
    bool showing() const { return !words_.empty(); }
    // True when Undo is pressed. Names: toast.undo, toast.close.
    bool draw(Ui& ui, Rect column, std::string_view close_tip);

private:
    std::string words_, undo_label_;
    const char* icon_ = nullptr;
    Role role_ = Role::ok;
    double until_ = 0, shown_ = 0;
};

}  // namespace palpera::ui
