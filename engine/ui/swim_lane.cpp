#include "engine/ui/swim_lane.h"

#include <algorithm>
#include <cmath>

#include "engine/ui/interaction.h"
#include "engine/ui/layout.h"
#include "engine/ui/paint.h"
#include "engine/ui/text.h"

namespace palpera::ui {
namespace {

constexpr float lane_height = 46, axis_height = 24, label_width = 112, window_height = 18;

struct Placed {
    const LaneMark* mark;
    ImVec2 at;
    float track;  // y of the window's middle in the same lane
};

struct Scale {
    float left, right;
    LaneView view;
    float x(double minute) const {
        double share = (minute - view.first) / std::max(1e-6, view.last - view.first);
        return left + (right - left) * static_cast<float>(share);
    }
};

void zoom(Ui& ui, Rect place, const Scale& scale, LaneView& view, double least, double most) {
    const ImGuiIO& io = ImGui::GetIO();
    if (!place.holds(io.MousePos) || !ImGui::IsWindowHovered() || io.MouseWheel == 0) return;
    // The wheel with Ctrl; without it the page scrolls on.
    if (!io.KeyCtrl) return;
    double share = std::clamp((io.MousePos.x - scale.left) / (scale.right - scale.left), 0.0f, 1.0f);
    double span = view.last - view.first, centre = view.first + span * share;
    double wanted = std::clamp(span * std::pow(0.85, io.MouseWheel), std::min(5.0, most - least), most - least);
    view.first = std::clamp(centre - wanted * share, least, most - wanted);
    view.last = view.first + wanted;
    ui.redraw.now();
}

void draw_window(Ui& ui, const Scale& scale, const LaneWindow& window, float top) {
    float from = std::max(scale.left - ui.px(8), scale.x(window.begin)),
          to = std::min(scale.right, scale.x(window.end));
    if (to <= from) return;
    Rect place{{std::round(from), top}, {std::round(to), top + std::round(ui.px(window_height))}};
    fill(ui, place, Role::primary_tint, 5);
    if (place.width() > ui.px(36))
        draw_text(ui, {{place.min.x + ui.px(8), place.min.y}, {place.max.x - ui.px(4), place.max.y}}, window.label,
                  {Type::caption, Weight::regular, Role::primary});
}

// Marks nearer than 14 stand below one another by small steps, so that each can be seen and pressed.
std::vector<Placed> place_marks(const Ui& ui, const Scale& scale, const Lane& lane, float track, float base) {
    std::vector<Placed> placed;
    for (const LaneMark& mark : lane.marks) {
        float x = scale.x(mark.minute);
        if (x < scale.left - 1 || x > scale.right + 1) continue;
        float y = base;
        for (const Placed& other : placed)
            if (std::abs(other.at.x - x) < ui.px(14) && std::abs(other.at.y - y) < ui.px(6))
                y = y < base - ui.px(12) ? base : y - ui.px(9);
        placed.push_back({&mark, {std::round(x), std::round(y)}, track});
    }
    return placed;
}

void draw_late_elbow(const Ui& ui, const Scale& scale, const Placed& mark) {
    float from = std::clamp(scale.x(*mark.mark->due), scale.left, scale.right);
    ImVec2 elbow[] = {{from, mark.track}, {mark.at.x, mark.track}, {mark.at.x, mark.at.y - ui.px(9)}};
    dashed(ui, elbow, Role::late, 1.6f);
}

void draw_mark_label(Ui& ui, const Scale& scale, const Placed& mark, bool selected) {
    bool telling = mark.mark->outcome != Outcome::matched && mark.mark->outcome != Outcome::missed;
    if (mark.mark->label.empty() || !(selected || telling)) return;
    TextLook look{Type::caption, Weight::strong, outcome_ink(mark.mark->outcome)};
    float width = measure(ui, mark.mark->label, look).x + 1, half = ui.px(8), away = ui.px(14);
    bool right = mark.at.x + away + width < scale.right && mark.mark->outcome != Outcome::late &&
                 mark.mark->outcome != Outcome::harmful;
    float x = right ? mark.at.x + away : mark.at.x - away - width;
    if (x < scale.left) return;
    Rect place{{x, mark.at.y - half}, {x + width, mark.at.y + half}};
    fill(ui, place.grown(ui.px(2)), Role::surface, 4);
    draw_text(ui, place, mark.mark->label, look);
}

std::string walked(const std::vector<Placed>& all, const std::string& selected, int by) {
    std::vector<Placed> in_time = all;
    std::ranges::stable_sort(in_time, {}, [](const Placed& mark) { return mark.mark->minute; });
    auto at = std::ranges::find(in_time, selected, [](const Placed& mark) { return mark.mark->name; });
    if (at == in_time.end()) return in_time.front().mark->name;
    auto next = std::clamp<std::ptrdiff_t>(at - in_time.begin() + by, 0, std::ssize(in_time) - 1);
    return in_time[static_cast<std::size_t>(next)].mark->name;
}

}  // namespace

float swim_lane_height(const Ui& ui, std::size_t lanes) {
    return ui.px(lane_height) * static_cast<float>(lanes) + ui.px(axis_height);
}

std::string swim_lane(Ui& ui, std::string_view name, const std::vector<Lane>& lanes,
                      const std::vector<std::pair<double, std::string>>& times, std::string selected, LaneView& view,
                      double least, double most) {
    Rect place = claim(ui, {width_left(ui), swim_lane_height(ui, lanes.size())});
    float names = std::min(ui.px(label_width), place.width() / 4);
    Scale scale{place.min.x + names + ui.px(8), place.max.x - ui.px(28), view};
    zoom(ui, place, scale, view, least, most);
    float foot = place.max.y - ui.px(axis_height);
    for (const auto& [minute, label] : times) {
        float x = std::round(scale.x(minute));
        if (x < scale.left - 1 || x > scale.right + 1) continue;
        ImVec2 line[] = {{x, place.min.y}, {x, foot}};
        dashed(ui, line, Role::line, 1, 2, 4);
        draw_text(ui, {{x - ui.px(28), foot + ui.px(4)}, {x + ui.px(28), place.max.y}}, label, caption, 0.5f);
    }

    std::vector<Placed> all;
    for (std::size_t i = 0; i < lanes.size(); ++i) {
        float top = std::round(place.min.y + ui.px(lane_height) * static_cast<float>(i));
        float track = std::round(top + ui.px(13)), base = std::round(top + ui.px(33));
        if (i > 0) horizontal_line(ui, place.min.x, place.max.x, top);
        draw_text(ui, {{place.min.x, top}, {place.min.x + names - ui.px(4), top + ui.px(lane_height)}}, lanes[i].label,
                  body_strong);
        fill(ui, {{scale.left, base - ui.px(1)}, {scale.right, base + ui.px(1)}}, Role::sunken);
        for (const LaneWindow& window : lanes[i].windows) draw_window(ui, scale, window, std::round(track - ui.px(9)));
        for (const Placed& mark : place_marks(ui, scale, lanes[i], track, base)) all.push_back(mark);
    }
    for (const Placed& mark : all)
        if (mark.mark->due && mark.mark->outcome == Outcome::late) draw_late_elbow(ui, scale, mark);
    for (const Placed& mark : all)
        if (mark.mark->name == selected)
            fill(ui, {{mark.at.x - ui.px(1), place.min.y}, {mark.at.x + ui.px(1), foot}}, Role::primary);

    bool known = std::ranges::any_of(all, [&](const Placed& mark) { return mark.mark->name == selected; });
    for (std::size_t i = 0; i < all.size(); ++i) {
        const Placed& mark = all[i];
        bool on = mark.mark->name == selected;
        Rect target = rect(mark.at, {0, 0}).grown(ui.px(on ? 11 : 8.5f));
        Touch t = touch(ui, target,
                        {.name = mark.mark->name,
                         .kind = ItemKind::option,
                         .label = mark.mark->tip.empty() ? mark.mark->label : mark.mark->tip,
                         .checked = on,
                         .rounding = 8,
                         .focusable = on || (!known && i == 0),
                         .crowded = true});
        if (t.pressed) selected = mark.mark->name;
        draw_mark_label(ui, scale, mark, on);
        draw_outcome(ui, mark.at, mark.mark->outcome, on ? 22 : 17);
        tooltip(ui, t, mark.mark->tip.empty() ? mark.mark->label : mark.mark->tip);
        if (!ui.focus.ring_on(mark.mark->name)) continue;
        int by = ui.key(Key::right) ? 1 : ui.key(Key::left) ? -1 : 0;
        if (by == 0) continue;
        selected = walked(all, mark.mark->name, by);
        ui.focus.move_to(selected);
    }
    ui.registry.add({.name = std::string(name), .kind = ItemKind::picture, .rect = place, .clip = window_rect()});
    return selected;
}

}  // namespace palpera::ui
