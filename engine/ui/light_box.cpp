#include "engine/ui/light_box.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "engine/ui/interaction.h"

namespace palpera::ui {
namespace {

constexpr float most_zoom = 8;
constexpr float wheel_step = 1.2f;
constexpr float arrow_step = 0.1f;  // of what is seen

float kept_inside(float middle, float seen) { return seen >= 1 ? 0.5f : std::clamp(middle, seen / 2, 1 - seen / 2); }

// The picture's size on the window.
ImVec2 size_on(Rect rect, const Picture& picture, float zoom) {
    const float scale = std::min(rect.width() / picture.width, rect.height() / picture.height) * zoom;
    return {picture.width * scale, picture.height * scale};
}

void turn_wheel(Rect rect, const Picture& picture, PictureView& view) {
    const ImGuiIO& io = ImGui::GetIO();
    if (io.MouseWheel == 0) return;
    // What lies under the pointer stays there.
    const ImVec2 away{io.MousePos.x - rect.middle().x, io.MousePos.y - rect.middle().y};
    const ImVec2 before = size_on(rect, picture, view.zoom);
    view.zoom_by(std::pow(wheel_step, io.MouseWheel));
    const ImVec2 after = size_on(rect, picture, view.zoom);
    view.middle.x += away.x / before.x - away.x / after.x;
    view.middle.y += away.y / before.y - away.y / after.y;
}

void move_by_arrows(ImVec2 seen, PictureView& view) {
    const auto held = [](Key key) { return ImGui::IsKeyPressed(static_cast<int>(key)); };
    if (held(Key::left)) view.middle.x -= seen.x * arrow_step;
    if (held(Key::right)) view.middle.x += seen.x * arrow_step;
    if (held(Key::up)) view.middle.y -= seen.y * arrow_step;
    if (held(Key::down)) view.middle.y += seen.y * arrow_step;
}

}  // namespace

void PictureView::zoom_by(float factor) { zoom = std::clamp(zoom * factor, 1.0f, most_zoom); }

void light_box(Ui& ui, std::string_view name, Rect rect, const Picture& picture, PictureView& view,
               const LightBoxLook& look) {
    const Touch at = touch(ui, rect, {.name = name, .kind = ItemKind::slider, .label = look.label});
    if (picture.texture == nullptr || picture.width <= 0 || picture.height <= 0) return;
    if (at.hovered) {
        ImGui::SetItemUsingMouseWheel();
        turn_wheel(rect, picture, view);
    }
    const ImVec2 size = size_on(rect, picture, view.zoom);
    const ImVec2 seen{rect.width() / size.x, rect.height() / size.y};
    if (at.held) {
        view.middle.x -= ImGui::GetIO().MouseDelta.x / size.x;
        view.middle.y -= ImGui::GetIO().MouseDelta.y / size.y;
    }
    if (ui.focus.is_on(name)) move_by_arrows(seen, view);
    view.middle = {kept_inside(view.middle.x, seen.x), kept_inside(view.middle.y, seen.y)};
    const ImVec2 corner{rect.middle().x - size.x * view.middle.x, rect.middle().y - size.y * view.middle.y};
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.PushClipRect(rect.min, rect.max, true);
    list.AddImage(picture.texture, corner, {corner.x + size.x, corner.y + size.y}, {look.mirrored ? 1.0f : 0.0f, 0},
                  {look.mirrored ? 0.0f : 1.0f, 1});
    list.PopClipRect();
}

}  // namespace palpera::ui
