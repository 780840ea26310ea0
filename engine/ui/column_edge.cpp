#include "engine/ui/column_edge.h"

#include <algorithm>
#include <string>

#include "engine/ui/interaction.h"
#include "engine/ui/layout.h"
#include "engine/ui/paint.h"

namespace palpera::ui {
namespace {

constexpr float least = 0.8f, most = 1.5f;
constexpr float reach = 4;  // on both sides of the edge, pixels at 100 %
constexpr float stride = 0.05f;

// Left and right move the edge, Home and Enter put it back, where the keyboard is on it.
void move_by_keys(Ui& ui, const Touch& touched, bool at_right, float& share) {
    if (!touched.ring) return;
    const float wider = at_right ? stride : -stride;
    if (ui.key(Key::right)) share = std::clamp(share + wider, least, most);
    if (ui.key(Key::left)) share = std::clamp(share - wider, least, most);
    if (ui.key(Key::home) || touched.pressed) share = 1;
}

}  // namespace

void column_edge(Ui& ui, std::string_view name, Rect column, bool at_right, float& share) {
    const float x = at_right ? column.max.x : column.min.x, own = column.width() / share;
    const Rect strip{{x - ui.px(reach), column.min.y}, {x + ui.px(reach), column.max.y}};
    const std::string grip = std::string(name) + ".grip";
    Area area(ui, name, strip, {.padding = 0, .scrolls = false, .new_column = false});
    const Touch touched = touch(ui, strip, {.name = grip, .kind = ItemKind::slider, .rounding = 0, .crowded = true});
    move_by_keys(ui, touched, at_right, share);
    if (!touched.hovered && !touched.held && !touched.ring) return;
    if (touched.hovered || touched.held) ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);
    fill(ui, {{x - ui.px(1), column.min.y}, {x + ui.px(1), column.max.y}}, Role::primary);
    if (touched.hovered && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) {
        share = 1;
    } else if (touched.held && ImGui::IsMouseDragging(ImGuiMouseButton_Left, 2)) {
        const float pointer = ImGui::GetIO().MousePos.x;
        share = std::clamp((at_right ? pointer - column.min.x : column.max.x - pointer) / own, least, most);
    }
}

}  // namespace palpera::ui
