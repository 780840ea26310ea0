#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/ui/rect.h"

namespace palpera::ui {

enum class ItemKind { text, button, toggle, option, field, slider, row, picture, area };

// One thing on the screen in the frame being drawn: what tests press, what the layout lint reads, what the focus walks.
struct Item {
    std::string name = {};  // stable, such as "history.ask"; empty for plain text
    ItemKind kind = ItemKind::text;
    std::string label = {};  // what is read on it
    std::string value = {};  // of a field or a slider
    Rect rect = {}, clip = {};
    bool enabled = true;
    bool checked = false;
    bool focusable = true;
    bool crowded = false;  // may lie on its neighbours: acts of the same minute on a lane
    bool scrolls = false;  // stands in a part of the window that scrolls
    bool cut = false;      // the text is shown with an ellipsis
    ImVec2 needed{};       // size of the whole text, and what there was for it
    ImVec2 available{};
    int column = 0;  // F6 goes from column to column
    int layer = 0;   // 0 the page, above it popovers and modals

    bool interactive() const { return kind != ItemKind::text && kind != ItemKind::picture && kind != ItemKind::area; }
    bool visible() const { return !rect.within(clip).empty(); }
};

// The items of a frame in the order they were drawn, which is the order of Tab.
class Registry {
public:
    void begin_frame();
    Item& add(Item item);
    Item& at(std::size_t index) { return items_[index]; }
    const std::vector<Item>& items() const { return items_; }
    // Of the frame before, complete while the next one is being drawn.
    const std::vector<Item>& before() const { return before_; }
    const Item* find(std::string_view name) const;         // in this frame
    const Item* find_before(std::string_view name) const;  // in the frame before

    int column = 0;  // given to items that are added
    int layer = 0;
    int modal_layer = 0;  // the lowest layer that takes part: above 0 while a modal is open
    int modal_before() const { return modal_before_; }

private:
    std::vector<Item> items_, before_;
    int modal_before_ = 0;
};

}  // namespace palpera::ui
