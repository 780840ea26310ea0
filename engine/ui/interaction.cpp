#include "engine/ui/interaction.h"

#include <imgui_internal.h>

#include <cmath>
#include <string>

#include "engine/ui/paint.h"
#include "engine/ui/text.h"

namespace palpera::ui {
namespace {

constexpr double rest_before_tip = 0.5;  // seconds

Rect clip_rect() {
    const ImRect& clip = ImGui::GetCurrentWindow()->ClipRect;
    return {clip.Min, clip.Max};
}

}  // namespace

Touch touch(Ui& ui, Rect rect, const Target& target) {
    ImGuiWindow& window = *ImGui::GetCurrentWindow();
    Item item{.name = std::string(target.name),
              .kind = target.kind,
              .label = std::string(target.label),
              .rect = rect,
              .clip = clip_rect(),
              .enabled = target.enabled,
              .checked = target.checked,
              .focusable = target.focusable,
              .crowded = target.crowded,
              .scrolls = (window.Flags & ImGuiWindowFlags_NoScrollbar) == 0};
    if (target.reserved >= 0) {
        Item& kept = ui.registry.at(static_cast<std::size_t>(target.reserved));
        item.column = kept.column;
        item.layer = kept.layer;
        kept = std::move(item);
    } else {
        ui.registry.add(std::move(item));
    }

    ImGuiID id = window.GetID(target.name.data(), target.name.data() + target.name.size());
    ImRect area{rect.min, rect.max};
    Touch result;
    if (ui.focus.arrived(target.name)) ImGui::ScrollToBringRectIntoView(&window, area);
    if (ImGui::ItemAdd(area, id, nullptr, ImGuiItemFlags_NoNav)) {
        if (target.enabled)
            result.pressed = ImGui::ButtonBehavior(area, id, &result.hovered, &result.held);
        else
            result.hovered = ImGui::ItemHoverable(area, id);
        if (result.pressed) ui.focus.move_to(target.name, false);
        if (result.hovered && target.enabled) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    }
    if (target.enabled && ui.focus.presses(target.name)) result.pressed = true;
    result.ring = ui.focus.ring_on(target.name);
    if (result.ring) focus_ring(ui, rect, target.rounding);
    return result;
}

void tooltip(Ui& ui, const Touch& touch, std::string_view words) {
    if (words.empty() || !(touch.hovered || touch.ring)) return;
    ImGuiContext& context = *ImGui::GetCurrentContext();
    double rested = touch.ring ? rest_before_tip : static_cast<double>(context.HoveredIdTimer);
    if (touch.hovered && context.HoveredId != 0 && rested < rest_before_tip) {
        ui.redraw.in(rest_before_tip - rested);
        return;
    }
    Rect at = rect(ImGui::GetIO().MousePos, {0, 0});
    if (touch.ring && !touch.hovered)
        if (const Item* item = ui.registry.find(ui.focus.name())) at = item->rect;
    Lines lines = wrap(ui, words, {Type::caption, Weight::regular, Role::surface}, ui.px(280));
    ImVec2 size{lines.size.x + ui.px(16), lines.size.y + ui.px(12)};
    ImVec2 window = ImGui::GetIO().DisplaySize;
    float x = std::clamp(at.min.x, ui.px(8), std::max(ui.px(8), window.x - size.x - ui.px(8)));
    float y = at.max.y + ui.px(touch.hovered ? 20 : 8);
    if (y + size.y > window.y - ui.px(8)) y = at.min.y - size.y - ui.px(8);
    ImGui::SetNextWindowPos({std::round(x), std::round(y)});
    ImGui::SetNextWindowSize(size);
    ImGui::Begin("tooltip", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoInputs | ImGuiWindowFlags_NoSavedSettings |
                     ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoFocusOnAppearing | ImGuiWindowFlags_NoNav);
    ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow());
    fill(ui, rect(ImGui::GetWindowPos(), size), Role::ink, 6);
    draw_lines(ui, {ImGui::GetWindowPos().x + ui.px(8), ImGui::GetWindowPos().y + ui.px(6)}, lines,
               {Type::caption, Weight::regular, Role::surface});
    ImGui::End();
}

void focus_ring(Ui& ui, Rect rect, float rounding) { ui.rings.push_back({rect, clip_rect(), rounding}); }

}  // namespace palpera::ui
