#include "engine/ui/focus.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>
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
    if (ImGui::IsKeyPressed(code(Key::down))) step_line(registry, *item, 1);
    if (ImGui::IsKeyPressed(code(Key::up))) step_line(registry, *item, -1);
    if (ImGui::IsKeyPressed(code(Key::right))) step_row(registry, *item, 1);
    if (ImGui::IsKeyPressed(code(Key::left))) step_row(registry, *item, -1);
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

namespace {

// The rows that arrows walk among from here.
std::vector<const Item*> rows_with(const Registry& registry, const Item& now) {
    std::vector<const Item*> rows = reachable(registry);
    std::erase_if(rows, [&](const Item* item) {
        return item->kind != ItemKind::row || item->column != now.column || item->layer != now.layer;
    });
    return rows;
}

}  // namespace

// Down and up: where rows stand side by side, as cards do, to the nearest of the next line.
void Focus::step_line(const Registry& registry, const Item& now, int by) {
    const auto away = [&](const Item& item) {
        return by > 0 ? item.rect.min.y - now.rect.max.y : now.rect.min.y - item.rect.max.y;
    };
    const auto aside = [&](const Item& item) { return std::abs(item.rect.min.x - now.rect.min.x); };
    const Item* nearest = nullptr;
    for (const Item* row : rows_with(registry, now)) {
        if (away(*row) < -1) continue;
        const bool nearer = nearest == nullptr || aside(*row) + 1 < aside(*nearest) ||
                            (aside(*row) <= aside(*nearest) + 1 && away(*row) < away(*nearest));
        if (nearer) nearest = row;
    }
    if (nearest != nullptr) return move_to(nearest->name);
    step_row(registry, now, by);
}

void Focus::step_row(const Registry& registry, const Item& now, int by) {
    std::vector<const Item*> rows = rows_with(registry, now);
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
