// How the body is looked at: by pointer and buttons.
#include <algorithm>
#include <cmath>

#include "engine/student/examination_body_parts.h"
#include "engine/ui/icons.h"

namespace palpera::student {

using ui::Rect;
using ui::Role;

namespace {

constexpr float degrees_a_pixel = 0.45f;

}  // namespace

ImVec2 in_picture(Rect place, ImVec2 at) {
    const float half = place.height() / 2;
    return {(at.x - place.middle().x) / half, (place.middle().y - at.y) / half};
}

ImVec2 on_screen(Rect place, const body::Camera& camera, body::Vector point) {
    const body::Seen seen = body::seen(camera, point);
    const float half = place.height() / 2;
    return {std::round(place.middle().x + seen.x * half), std::round(place.middle().y - seen.y * half)};
}

bool handle_pointer(Examining& now, Rect place, Rect free, bool is_free) {
    BodyView& view = now.state.body;
    const ImGuiIO& io = ImGui::GetIO();
    const bool over = ImGui::IsWindowHovered() && free.holds(io.MousePos);
    const float a_pixel = view.camera().height / place.height();
    if (over && io.MouseWheel != 0) {
        const ImVec2 at = in_picture(place, io.MousePos);
        const float before = view.camera().height;
        view.zoom_by(std::pow(1.15f, io.MouseWheel));
        // What lies under the pointer stays there.
        const float change = (before - view.camera().height) / 2;
        view.move_by(at.x * change, at.y * change);
        now.ui.redraw.now();
    }
    if (over && is_free && (ImGui::IsMouseClicked(0) || ImGui::IsMouseClicked(1))) now.state.turns_body = true;
    if (!ImGui::IsMouseDown(0) && !ImGui::IsMouseDown(1)) now.state.turns_body = false;
    if (!now.state.turns_body) return false;
    if (now.state.draws_border && !ImGui::IsMouseDown(1)) return false;
    const bool far_enough = ImGui::IsMouseDragging(0, 3) || ImGui::IsMouseDragging(1, 3);
    if (!far_enough) return false;
    if (ImGui::IsMouseDown(1) || io.KeyShift) {
        view.move_by(-io.MouseDelta.x * a_pixel, io.MouseDelta.y * a_pixel);
    } else {
        view.turn_by(-io.MouseDelta.x * degrees_a_pixel / now.ui.scale,
                     io.MouseDelta.y * degrees_a_pixel / now.ui.scale);
    }
    ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeAll);
    return true;
}

// Down the right edge, in a second column where it is short.
std::vector<Rect> button_places(const Examining& now, Rect free) {
    const ui::Ui& ui = now.ui;
    const float size = ui.px(36), step = size + ui.px(8);
    const float top = free.min.y + ui.px(12);
    const auto rows = std::max(1, static_cast<int>((free.max.y - ui.px(4) - top) / step));
    std::vector<Rect> places;
    for (int i = 0; i < 5 + (can_draw_border(now) ? 1 : 0); ++i) {
        const float column = static_cast<float>(i / rows), row = static_cast<float>(i % rows);
        places.push_back(ui::rect({free.max.x - ui.px(16) - size - column * step, top + row * step}, {size, size}));
    }
    return places;
}

void draw_buttons(Examining& now, const std::vector<Rect>& places) {
    ui::Ui& ui = now.ui;
    BodyView& view = now.state.body;
    std::size_t next = 0;
    const auto button = [&](const char* name, const char* icon, const std::string& tip, bool on = false) {
        const Rect at = places[next++];
        const ui::Touch touch = ui::touch(ui, at, {.name = name, .label = tip, .checked = on, .rounding = 8});
        ui::fill(ui, at, on ? Role::primary : touch.hovered ? Role::surface2 : Role::surface, 8);
        ui::outline(ui, at, on ? Role::primary : Role::line, 8);
        ui::draw_icon(ui, at.middle(), icon, 20, on ? Role::on_primary : Role::ink);
        ui::tooltip(ui, touch, tip);
        return touch.pressed;
    };
    body::Camera near = view.camera(), far = near;
    near.height = std::max(22.0f, near.height / 1.4f);
    far.height = std::min(230.0f, far.height * 1.4f);
    if (button("examination.zoom_in", ui::icon::add, now.words("examination/zoom_in")) || ui.typed(U'+')) {
        view.fly_to(near, ui);
    }
    if (button("examination.zoom_out", ui::icon::remove, now.words("examination/zoom_out")) || ui.typed(U'-')) {
        view.fly_to(far, ui);
    }
    if (button("examination.zoom_whole", ui::icon::center_focus_strong, now.words("examination/zoom_whole")) ||
        ui.typed(U'0')) {
        view.look_at_all(ui);
    }
    const auto layer = [&](const char* name, const char* icon, const char* words, SkinMap map) {
        if (!button(name, icon, now.words(words), now.state.map == map)) return;
        now.state.map = now.state.map == map ? SkinMap::none : map;
        ui.redraw.now();
    };
    layer("examination.dermatomes", ui::icon::layers, "examination/show_dermatomes", SkinMap::dermatomes);
    layer("examination.nerves", ui::icon::electric_bolt, "examination/show_nerves", SkinMap::nerves);
    if (!can_draw_border(now)) {
        now.state.draws_border = false;
        return;
    }
    if (button("examination.draw_border", ui::icon::edit, now.words("examination/draw_border"),
               now.state.draws_border)) {
        now.state.draws_border = !now.state.draws_border;
    }
}

void draw_sides(Examining& now, Rect place, Rect free) {
    ui::Ui& ui = now.ui;
    const BodyView& view = now.state.body;
    float least = 1e9f, most = -1e9f;
    body::Vector centre[2];
    float count[2] = {0, 0};
    for (std::size_t i = 0; i < view.posed().points.size(); i += 23) {
        const body::Seen at = body::seen(view.camera(), view.posed().points[i]);
        if (std::abs(at.y) > 0.9f) continue;
        const std::size_t side = view.body().skin.points[i].side == body::Side::left ? 1 : 0;
        centre[side] += body::Vector{at.x, at.y, 0};
        ++count[side];
        least = std::min(least, at.x);
        most = std::max(most, at.x);
    }
    if (count[0] < 3 || count[1] < 3) return;
    const float right = centre[0].x / count[0], left = centre[1].x / count[1];
    if (std::abs(right - left) < 0.06f) return;
    for (bool is_left : {false, true}) {
        const bool to_right = (is_left ? left : right) > (is_left ? right : left);
        const float x = (to_right ? most : least) * place.height() / 2 + place.middle().x;
        const float from =
            std::clamp(x + ui.px(to_right ? 22.0f : -22.0f), place.min.x + ui.px(14), place.max.x - ui.px(70));
        const std::string& words = now.words(is_left ? "general/left_short" : "general/right_short");
        const Rect at = ui::rect({from - ui.px(12), free.min.y + ui.px(16)}, {ui.px(24), ui.px(20)});
        ui::fill(ui, at, Role::surface, 6);
        ui::draw_text(ui, at, words, {ui::Type::body, ui::Weight::strong, Role::ink2}, 0.5f);
    }
}

}  // namespace palpera::student
