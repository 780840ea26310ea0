#include "engine/ui/registry.h"

#include <algorithm>
#include <utility>

namespace palpera::ui {
namespace {

const Item* named(const std::vector<Item>& items, std::string_view name) {
    auto found = std::ranges::find(items, name, &Item::name);
    return name.empty() || found == items.end() ? nullptr : &*found;
}

}  // namespace

void Registry::begin_frame() {
    std::swap(items_, before_);
    items_.clear();
    modal_before_ = modal_layer;
    column = layer = modal_layer = 0;
}

Item& Registry::add(Item item) {
    item.column = column;
    item.layer = layer;
    items_.push_back(std::move(item));
    return items_.back();
}

const Item* Registry::find(std::string_view name) const { return named(items_, name); }
const Item* Registry::find_before(std::string_view name) const { return named(before_, name); }

}  // namespace palpera::ui
