#include "engine/ui/focus.h"

#include <imgui.h>

#include <algorithm>
#include <vector>

namespace palpera::ui {
namespace {

int code(Key key) { return static_cast<int>(key); }

std::vector<const Item*> reachable(const Registry& registry) {
    std::vector<const Item*> items;
    for (const Item& item : registry.before())
        if (item.interactive() && item.enabled && item.focusable && !item.name.empty() &&
            item.layer >= registry.modal_before())
            items.push_back(&item);
    return items;
}

const Item* find(const std::vector<const Item*>& items, const std::string& name) {
    auto found = std::ranges::find(items, name, &Item::name);
    return found == items.end() ? nullptr : *found;
}

}  // namespace

void map_keys() {
    ImGuiIO& io = ImGui::GetIO();
    std::fill(std::begin(io.KeyMap), std::end(io.KeyMap), -1);
    io.KeyMap[ImGuiKey_LeftArrow] = code(Key::left);
    io.KeyMap[ImGuiKey_RightArrow] = code(Key::right);
    io.KeyMap[ImGuiKey_UpArrow] = code(Key::up);
    io.KeyMap[ImGuiKey_DownArrow] = code(Key::down);
    io.KeyMap[ImGuiKey_PageUp] = code(Key::page_up);
    io.KeyMap[ImGuiKey_PageDown] = code(Key::page_down);
    io.KeyMap[ImGuiKey_Home] = code(Key::home);
    io.KeyMap[ImGuiKey_End] = code(Key::end);
    io.KeyMap[ImGuiKey_Insert] = code(Key::insert);
    io.KeyMap[ImGuiKey_Delete] = code(Key::erase);
    io.KeyMap[ImGuiKey_Backspace] = code(Key::backspace);
    io.KeyMap[ImGuiKey_Space] = code(Key::space);
    io.KeyMap[ImGuiKey_Enter] = code(Key::enter);
    io.KeyMap[ImGuiKey_Escape] = code(Key::escape);
    io.KeyMap[ImGuiKey_KeyPadEnter] = code(Key::keypad_enter);
    io.KeyMap[ImGuiKey_A] = code(Key::a);
    io.KeyMap[ImGuiKey_C] = code(Key::c);
    io.KeyMap[ImGuiKey_V] = code(Key::v);
    io.KeyMap[ImGuiKey_X] = code(Key::x);
    io.KeyMap[ImGuiKey_Y] = code(Key::y);
    io.KeyMap[ImGuiKey_Z] = code(Key::z);
}

void Focus::move_to(std::string_view name, bool by_keyboard) {
    if (name_ != name) arrived_ = true;
    name_ = name;
    by_keyboard_ = by_keyboard;
}

bool Focus::arrived(std::string_view name) {
    if (!is_on(name) || !arrived_) return false;
    arrived_ = false;
    return true;
}

void Focus::begin_frame(const Registry& registry, bool field) {
    pressed_ = false;
    const ImGuiIO& io = ImGui::GetIO();
    if (const Item* item = registry.find_before(name_)) column_ = item->column;
    if (!io.KeyCtrl && !io.KeyAlt && ImGui::IsKeyPressed(code(Key::tab))) return step(registry, io.KeyShift ? -1 : 1);
    if (ImGui::IsKeyPressed(code(Key::f6))) return next_column(registry, io.KeyShift ? -1 : 1);
    if (field) return;
    bool enter = ImGui::IsKeyPressed(code(Key::enter), false) || ImGui::IsKeyPressed(code(Key::keypad_enter), false);
    pressed_ = by_keyboard_ && !name_.empty() && (enter || ImGui::IsKeyPressed(code(Key::space), false));
    const Item* item = registry.find_before(name_);
    if (item == nullptr || item->kind != ItemKind::row) return;
    bool forth = ImGui::IsKeyPressed(code(Key::down)) || ImGui::IsKeyPressed(code(Key::right));
    bool back = ImGui::IsKeyPressed(code(Key::up)) || ImGui::IsKeyPressed(code(Key::left));
    if (forth || back) step_row(registry, *item, forth ? 1 : -1);
}

// Tab: the next item of the column, round at its end. A run of list rows is one stop; arrows walk in it.
void Focus::step(const Registry& registry, int by) {
    std::vector<const Item*> items = reachable(registry);
    if (items.empty()) return;
    const Item* now = find(items, name_);
    if (now == nullptr) return move_to((by > 0 ? items.front() : items.back())->name);
    std::erase_if(items, [&](const Item* item) { return item->column != now->column || item->layer != now->layer; });
    int count = static_cast<int>(items.size());
    int at = static_cast<int>(std::ranges::find(items, now) - items.begin());
    bool in_run = now->kind == ItemKind::row;
    for (int walked = 0; walked < count; ++walked) {
        at = (at + by + count) % count;
        if (!(in_run && items[at]->kind == ItemKind::row)) break;
    }
    move_to(items[at]->name);
}

void Focus::step_row(const Registry& registry, const Item& now, int by) {
    std::vector<const Item*> rows = reachable(registry);
    std::erase_if(rows, [&](const Item* item) {
        return item->kind != ItemKind::row || item->column != now.column || item->layer != now.layer;
    });
    auto at = std::ranges::find(rows, now.name, &Item::name) - rows.begin() + by;
    if (at >= 0 && at < std::ssize(rows)) move_to(rows[static_cast<std::size_t>(at)]->name);
}

void Focus::next_column(const Registry& registry, int by) {
    std::vector<const Item*> items = reachable(registry), firsts;
    for (const Item* item : items)
        if (std::ranges::none_of(firsts, [&](const Item* first) { return first->column == item->column; }))
            firsts.push_back(item);
    if (firsts.empty()) return;
    auto at = std::ranges::find(firsts, column_, [](const Item* item) { return item->column; }) - firsts.begin();
    auto count = std::ssize(firsts);
    at = name_.empty() || at == count ? 0 : (at + by + count) % count;
    move_to(firsts[static_cast<std::size_t>(at)]->name);
}

}  // namespace palpera::ui
