#include "engine/ui/layout.h"

#include <imgui_internal.h>

#include <cmath>
#include <numeric>
#include <utility>

#include "engine/ui/interaction.h"
#include "engine/ui/paint.h"
#include "engine/ui/text.h"

namespace palpera::ui {

SizeClass size_class(ImVec2 window, float scale) {
    ImVec2 logical{window.x / scale, window.y / scale};
    Width width = logical.x < 880    ? Width::compact
                  : logical.x < 1360 ? Width::medium
                  : logical.x < 1760 ? Width::wide
                                     : Width::extra;
    return {width, logical.y < 800, logical};
}

SizeClass size_class(const Ui& ui) { return size_class(ImGui::GetIO().DisplaySize, ui.scale); }

Rect window_rect() { return {{0, 0}, ImGui::GetIO().DisplaySize}; }

Rect cut_top(const Ui& ui, Rect& from, float height) {
    Rect cut = from;
    from.min.y = cut.max.y = std::min(from.max.y, from.min.y + std::round(ui.px(height)));
    return cut;
}

Rect cut_bottom(const Ui& ui, Rect& from, float height) {
    Rect cut = from;
    from.max.y = cut.min.y = std::max(from.min.y, from.max.y - std::round(ui.px(height)));
    return cut;
}

Rect cut_left(const Ui& ui, Rect& from, float width) {
    Rect cut = from;
    from.min.x = cut.max.x = std::min(from.max.x, from.min.x + std::round(ui.px(width)));
    return cut;
}

Rect cut_right(const Ui& ui, Rect& from, float width) {
    Rect cut = from;
    from.max.x = cut.min.x = std::max(from.min.x, from.max.x - std::round(ui.px(width)));
    return cut;
}

ThreeColumns three_columns(const Ui& ui, Rect all, float left, float right) {
    ThreeColumns columns;
    columns.left = cut_left(ui, all, left);
    columns.right = cut_right(ui, all, right);
    columns.centre = all;
    return columns;
}

Area::Area(Ui& ui, std::string_view name, Rect rect, AreaLook look) : ui_(ui), rect_(rect), look_(look) {
    if (look.new_column) ++ui.registry.column;
    if (look.card)
        card_ground(ui, rect, look.selected);
    else if (look.ground != Role::canvas)
        fill(ui, rect, look.ground);
    if (look.line_left) vertical_line(ui, rect.min.x, rect.min.y, rect.max.y);
    if (look.line_right) vertical_line(ui, rect.max.x - std::max(1.0f, ui.px(1)), rect.min.y, rect.max.y);
    if (look.line_top) horizontal_line(ui, rect.min.x, rect.max.x, rect.min.y);
    if (look.line_bottom) horizontal_line(ui, rect.min.x, rect.max.x, rect.max.y - std::max(1.0f, ui.px(1)));

    padding_y_ = look.padding_y < 0 ? look.padding : look.padding_y;
    ImGuiWindowFlags flags = ImGuiWindowFlags_AlwaysUseWindowPadding | ImGuiWindowFlags_NoNav;
    if (!look.scrolls) flags |= ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse;
    ImGui::SetCursorScreenPos(rect.min);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding,
                        ImVec2{std::round(ui.px(look.padding)), std::round(ui.px(padding_y_))});
    // A child of no size would take all there is.
    ImGui::BeginChild(ImGui::GetID(name.data(), name.data() + name.size()),
                      {std::max(1.0f, rect.width()), std::max(1.0f, rect.height())}, false, flags);
    ImGui::PopStyleVar();
    ui.registry.add({.name = std::string(name), .kind = ItemKind::area, .rect = rect, .clip = rect});
}

Area::~Area() {
    if (look_.follow_end && ImGui::GetScrollY() >= ImGui::GetScrollMaxY() - 1) ImGui::SetScrollHereY(1);
    ImGui::EndChild();
}

Rect Area::rest() const {
    ImVec2 at = ImGui::GetCursorScreenPos();
    return {at, {box().right, std::max(at.y, rect_.max.y - std::round(ui_.px(padding_y_)))}};
}

Columns::Columns(Ui& ui, int count, float gap)
    : Columns(ui, std::vector<float>(static_cast<std::size_t>(count), 0), gap) {}

Columns::Columns(Ui& ui, std::vector<float> widths, float gap)
    : widths_(std::move(widths)), outer_(box()), gap_(std::round(ui.px(gap))) {
    for (float& width : widths_) width = std::max(0.0f, std::round(ui.px(width)));
    float left = outer_.right - outer_.left - gap_ * static_cast<float>(widths_.size() - 1) -
                 std::accumulate(widths_.begin(), widths_.end(), 0.0f);
    auto sharing = static_cast<float>(std::ranges::count(widths_, 0.0f));
    for (float& width : widths_)
        if (width == 0) width = std::max(1.0f, std::floor(left / sharing));
    y_ = foot_ = ImGui::GetCursorScreenPos().y;
}

void Columns::next() {
    leave();
    if (cell_ == widths_.size()) {
        cell_ = 0;
        y_ = foot_;
    }
    float x = outer_.left;
    for (std::size_t i = 0; i < cell_; ++i) x += widths_[i] + gap_;
    set_box({x, x + widths_[cell_]});
    ImGui::SetCursorScreenPos({x, y_});
    ++cell_;
    inside_ = true;
}

void Columns::leave() {
    if (inside_) foot_ = std::max(foot_, ImGui::GetCursorScreenPos().y);
    inside_ = false;
}

Columns::~Columns() {
    leave();
    set_box(outer_);
    ImGui::SetCursorScreenPos({outer_.left, foot_});
}

int bottom_bar(Ui& ui, Rect rect, const std::vector<BarPage>& pages, int chosen) {
    fill(ui, rect, Role::surface);
    horizontal_line(ui, rect.min.x, rect.max.x, rect.min.y);
    ++ui.registry.column;
    float width = rect.width() / static_cast<float>(pages.size());
    int result = chosen;
    for (int i = 0; i < static_cast<int>(pages.size()); ++i) {
        const BarPage& page = pages[static_cast<std::size_t>(i)];
        Rect place{{std::round(rect.min.x + width * static_cast<float>(i)), rect.min.y},
                   {std::round(rect.min.x + width * static_cast<float>(i + 1)), rect.max.y}};
        bool on = i == chosen;
        Touch t = touch(ui, place, {.name = page.name, .kind = ItemKind::option, .label = page.label, .checked = on});
        if (t.pressed) result = i;
        if (on) fill(ui, {place.min, {place.max.x, place.min.y + ui.px(3)}}, Role::primary);
        Role role = on || t.hovered ? Role::primary : Role::ink2;
        TextLook look{Type::body, on ? Weight::strong : Weight::regular, role};
        float label = std::min(measure(ui, page.label, look).x, place.width() - ui.px(40));
        float x = place.middle().x - (label + ui.px(28)) / 2;
        draw_icon(ui, {x + ui.px(10), place.middle().y}, page.icon.c_str(), 20, role);
        draw_text(ui, {{x + ui.px(28), place.min.y}, {x + ui.px(28) + label + 1, place.max.y}}, page.label, look);
    }
    return result;
}

}  // namespace palpera::ui
