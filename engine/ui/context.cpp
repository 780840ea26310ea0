#include "engine/ui/context.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace palpera::ui {
namespace {

char32_t small(char32_t c) { return c >= U'A' && c <= U'Z' ? c + 32 : c; }

ImVec4 vector(ImU32 colour) { return ImGui::ColorConvertU32ToFloat4(colour); }

}  // namespace

ImU32 Ui::colour(Role role, float alpha) const {
    Colour c = ui::colour(appearance, role);
    return IM_COL32(c.red, c.green, c.blue, static_cast<int>(std::lround(255 * alpha)));
}

bool Ui::in_field() const {
    const ImGuiContext& context = *ImGui::GetCurrentContext();
    return context.ActiveId != 0 && context.ActiveId == context.InputTextState.ID;
}

bool Ui::key(Key key, bool ctrl, bool shift) {
    const ImGuiIO& io = ImGui::GetIO();
    if (registry.layer < registry.modal_before() || io.KeyCtrl != ctrl || io.KeyShift != shift || io.KeyAlt)
        return false;
    if (!ImGui::IsKeyPressed(static_cast<int>(key)) || std::ranges::count(taken_, key) != 0) return false;
    taken_.push_back(key);
    return true;
}

bool Ui::typed(char32_t character) {
    const ImGuiIO& io = ImGui::GetIO();
    if (in_field() || registry.layer < registry.modal_before() || io.KeyCtrl || io.KeyAlt) return false;
    return std::ranges::any_of(io.InputQueueCharacters,
                               [&](ImWchar typed) { return small(typed) == small(character); });
}

void Ui::begin_frame() {
    taken_.clear();
    rings.clear();
    redraw.clear();
    late_press_before = std::exchange(late_press, {});
    registry.begin_frame();
    focus.begin_frame(registry, in_field());
    if (focus.presses(focus.name())) taken_ = {Key::enter, Key::space, Key::keypad_enter};

    const ImGuiIO& io = ImGui::GetIO();
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(io.DisplaySize);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2{0, 0});
    // No background: the window is cleared to the canvas colour, which costs a tenth of painting it.
    ImGui::Begin("page", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoMove |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBringToFrontOnFocus |
                     ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoScrollWithMouse);
    ImGui::PopStyleVar();
}

void Ui::end_frame() {
    ImGui::End();
    ImDrawList& above = *ImGui::GetForegroundDrawList();
    for (const Ring& ring : rings) {
        Rect clip = ring.clip.grown(px(5));
        Rect grown = ring.rect.grown(px(3));
        above.PushClipRect(clip.min, clip.max);
        above.AddRect(grown.min, grown.max, colour(Role::focus), px(ring.rounding + 3), 0, px(2));
        above.PopClipRect();
    }
    if (!late_press.empty()) redraw.now();
}

void apply_style(const Ui& ui) {
    ImGuiStyle style;
    style.WindowPadding = {0, 0};
    style.WindowBorderSize = style.ChildBorderSize = style.FrameBorderSize = style.PopupBorderSize = 0;
    style.FramePadding = {std::round(ui.px(12)), std::round(ui.px(8))};
    style.FrameRounding = ui.px(8);
    style.ItemSpacing = {std::round(ui.px(8)), std::round(ui.px(4))};
    style.ItemInnerSpacing = {std::round(ui.px(4)), std::round(ui.px(4))};
    style.ScrollbarSize = std::round(ui.px(10));
    style.ScrollbarRounding = ui.px(5);
    style.WindowMinSize = {1, 1};
    style.DisabledAlpha = 1;
    style.CircleTessellationMaxError = 0.15f;
    style.CurveTessellationTol = 0.6f;

    // Whatever a widget of ours does not draw itself is invisible rather than ImGui's grey.
    std::fill(std::begin(style.Colors), std::end(style.Colors), ImVec4{0, 0, 0, 0});
    style.Colors[ImGuiCol_Text] = vector(ui.colour(Role::ink));
    style.Colors[ImGuiCol_TextDisabled] = vector(ui.colour(Role::ink3));
    style.Colors[ImGuiCol_TextSelectedBg] = vector(ui.colour(Role::focus, 0.28f));
    style.Colors[ImGuiCol_ScrollbarGrab] = vector(ui.colour(Role::edge, 0.45f));
    style.Colors[ImGuiCol_ScrollbarGrabHovered] = vector(ui.colour(Role::edge, 0.7f));
    style.Colors[ImGuiCol_ScrollbarGrabActive] = vector(ui.colour(Role::edge));
    style.Colors[ImGuiCol_PopupBg] = vector(ui.colour(Role::surface));
    ImGui::GetStyle() = style;
}

Box box() {
    const ImGuiWindow& window = *ImGui::GetCurrentWindow();
    return {window.Pos.x + window.DC.Indent.x, window.ContentRegionRect.Max.x};
}

void set_box(Box box) {
    ImGuiWindow& window = *ImGui::GetCurrentWindow();
    window.DC.Indent.x = box.left - window.Pos.x;
    window.ContentRegionRect.Max.x = window.WorkRect.Max.x = box.right;
    window.DC.CursorPos.x = box.left;
}

Rect claim(Ui& ui, ImVec2 size) {
    size = {std::ceil(size.x), std::ceil(size.y)};
    if (ui.line != nullptr) return ui.line->place(size);
    Rect place = rect(ImGui::GetCursorScreenPos(), size);
    ImGui::ItemSize(size);
    return place;
}

float width_left(const Ui& ui) {
    return std::max(1.0f, ui.line != nullptr ? ui.line->left() : ImGui::GetContentRegionAvail().x);
}

void gap(Ui& ui, float height) {
    if (ui.line != nullptr) return ui.line->space(height);
    ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::SetCursorScreenPos({at.x, std::round(at.y + ui.px(height))});
}

Line::Line(Ui& ui, float height, float gap) : ui_(ui), outer_(ui.line), gap_(std::round(ui.px(gap))) {
    rect_ = claim(ui, {width_left(ui), ui.px(height)});
    left_ = rect_.min.x;
    right_edge_ = rect_.max.x;
    ui.line = this;
}

Line::~Line() { ui_.line = outer_; }

void Line::space(float width) {
    if (right_)
        right_edge_ -= ui_.px(width);
    else
        left_ += ui_.px(width);
}

float Line::left() const { return right_edge_ - left_; }

Rect Line::place(ImVec2 size) {
    float y = std::round(rect_.middle().y - size.y / 2);
    float x = right_ ? right_edge_ - size.x : left_;
    if (right_)
        right_edge_ = x - gap_;
    else
        left_ = x + size.x + gap_;
    return ui::rect({std::round(x), y}, size);
}

}  // namespace palpera::ui
