#include "engine/ui/paint.h"

#include <array>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <vector>

namespace palpera::ui {
namespace {

constexpr float pi = std::numbers::pi_v<float>;

ImDrawList& list() { return *ImGui::GetWindowDrawList(); }

float hairline(const Ui& ui) { return std::max(1.0f, std::round(ui.px(1))); }

void tick(const Ui& ui, ImVec2 middle, float r, Role role) {
    std::array points{ImVec2{middle.x - 0.45f * r, middle.y + 0.02f * r},
                      ImVec2{middle.x - 0.12f * r, middle.y + 0.36f * r},
                      ImVec2{middle.x + 0.48f * r, middle.y - 0.30f * r}};
    list().AddPolyline(points.data(), 3, ui.colour(role), 0, std::max(1.2f, 0.22f * r));
}

void harm_triangle(const Ui& ui, ImVec2 middle, float r) {
    ImVec2 top{middle.x, middle.y - 0.92f * r}, left{middle.x - r, middle.y + 0.82f * r},
        right{middle.x + r, middle.y + 0.82f * r};
    list().AddTriangleFilled(top, right, left, ui.colour(Role::harm));
    float w = std::max(1.4f, 0.22f * r);
    list().AddLine({middle.x, middle.y - 0.30f * r}, {middle.x, middle.y + 0.26f * r}, ui.colour(Role::surface), w);
    list().AddCircleFilled({middle.x + 0.5f, middle.y + 0.58f * r}, w * 0.6f, ui.colour(Role::surface));
}

void missed_ring(const Ui& ui, ImVec2 middle, float r) {
    constexpr int dashes = 8;
    float radius = r * 0.86f, step = 2 * pi / dashes;
    for (int i = 0; i < dashes; ++i) {
        float from = step * static_cast<float>(i) - pi / 2;
        list().PathArcTo(middle, radius, from, from + step * 0.58f, 6);
        list().PathStroke(ui.colour(Role::missed), 0, std::max(1.5f, r * 0.26f));
    }
}

bool is_opaque(ImU32 colour) { return (colour & IM_COL32_A_MASK) == IM_COL32_A_MASK; }

bool on_pixels(Rect rect) {
    const auto whole = [](float edge) { return std::abs(edge - std::round(edge)) < 0.01f; };
    return whole(rect.min.x) && whole(rect.min.y) && whole(rect.max.x) && whole(rect.max.y);
}

// Opaque, on whole pixels, and large enough that two more draw commands cost less.
bool can_clear(const Ui& ui, Rect rect, ImU32 colour) {
    constexpr float least_pixels = 10'000;
    if (ui.clear_ground == nullptr || !is_opaque(colour) || !on_pixels(rect)) return false;
    return !rect.empty() && rect.width() * rect.height() >= least_pixels;
}

void clear(const Ui& ui, Rect rect, ImU32 colour) {
    list().PushClipRect(rect.min, rect.max, true);
    const Rect seen{list().GetClipRectMin(), list().GetClipRectMax()};
    if (!seen.empty())
        list().AddCallback(ui.clear_ground, reinterpret_cast<void*>(static_cast<std::uintptr_t>(colour)));
    list().PopClipRect();
}

}  // namespace

void fill(const Ui& ui, Rect rect, Role role, float rounding, float alpha) {
    const ImU32 colour = ui.colour(role, alpha);
    const float r = ui.px(rounding), band = std::ceil(r);
    const Rect inner{{rect.min.x, rect.min.y + band}, {rect.max.x, rect.max.y - band}};
    if (!can_clear(ui, inner, colour)) return list().AddRectFilled(rect.min, rect.max, colour, r);
    if (band > 0) {
        // Their soft inner edges end below what is cleared.
        list().AddRectFilled(rect.min, {rect.max.x, inner.min.y + 2}, colour, r, ImDrawFlags_RoundCornersTop);
        list().AddRectFilled({rect.min.x, inner.max.y - 2}, rect.max, colour, r, ImDrawFlags_RoundCornersBottom);
    }
    clear(ui, inner, colour);
}

void fade(const Ui& ui, Rect rect, Role top, Role foot) {
    const ImVec4 from = ImGui::ColorConvertU32ToFloat4(ui.colour(top)),
                 to = ImGui::ColorConvertU32ToFloat4(ui.colour(foot));
    const auto at = [&](float y) {
        const float t = (y + 0.5f - rect.min.y) / rect.height();
        const auto mix = [t](float a, float b) { return a + (b - a) * t; };
        return ImGui::ColorConvertFloat4ToU32({mix(from.x, to.x), mix(from.y, to.y), mix(from.z, to.z), 1});
    };
    for (float y = rect.min.y; y < rect.max.y;) {
        const ImU32 colour = at(y);
        float end = y + 1;
        while (end < rect.max.y && at(end) == colour) ++end;
        const Rect band{{rect.min.x, y}, {rect.max.x, std::min(end, rect.max.y)}};
        if (can_clear(ui, band, colour)) {
            clear(ui, band, colour);
        } else {
            list().AddRectFilled(band.min, band.max, colour);
        }
        y = end;
    }
}

void outline(const Ui& ui, Rect rect, Role role, float rounding, float thickness) {
    float width = thickness == 1 ? hairline(ui) : ui.px(thickness);
    float inset = (width - 1) / 2;  // the border stays within the rectangle
    Rect inner = rect.grown(-inset);
    list().AddRect(inner.min, inner.max, ui.colour(role), std::max(0.0f, ui.px(rounding) - inset), 0, width);
}

void dashed_outline(const Ui& ui, Rect rect, Role role, float rounding, float thickness) {
    float r = ui.px(rounding);
    Rect in = rect.grown(-ui.px(thickness) / 2);
    std::vector<ImVec2> points;
    auto corner = [&](ImVec2 centre, float from) {
        for (int i = 0; i <= 6; ++i) {
            float angle = from + pi / 2 * static_cast<float>(i) / 6;
            points.push_back({centre.x + r * std::cos(angle), centre.y + r * std::sin(angle)});
        }
    };
    corner({in.min.x + r, in.min.y + r}, pi);
    corner({in.max.x - r, in.min.y + r}, 1.5f * pi);
    corner({in.max.x - r, in.max.y - r}, 0);
    corner({in.min.x + r, in.max.y - r}, 0.5f * pi);
    points.push_back(points.front());
    dashed(ui, points, role, thickness, 3, 3);
}

void card_ground(const Ui& ui, Rect rect, bool selected) {
    if (ui.appearance == Appearance::light) {
        // Only what the card leaves of it is painted.
        const Rect shadow = rect.moved(0, ui.px(2));
        list().PushClipRect({shadow.min.x, rect.max.y - ui.px(12)}, shadow.max, true);
        fill(ui, shadow, Role::ink, 12, 0.03f);
        list().PopClipRect();
    }
    fill(ui, rect, Role::surface, 12);
    outline(ui, rect, selected ? Role::primary : Role::line, 12, selected ? 2 : 1);
}

void raised_ground(const Ui& ui, Rect rect, float rounding) {
    bool light = ui.appearance == Appearance::light;
    constexpr float steps[][2] = {{8, 0.02f}, {4, 0.03f}, {2, 0.05f}};
    if (light)
        for (auto [reach, alpha] : steps)
            fill(ui, rect.grown(ui.px(reach) / 2).moved(0, ui.px(reach)), Role::ink, rounding + reach / 2, alpha);
    fill(ui, rect, Role::surface, rounding);
    outline(ui, rect, light ? Role::line : Role::edge, rounding);
}

void horizontal_line(const Ui& ui, float x0, float x1, float y, Role role) {
    y = std::round(y);
    list().AddRectFilled({x0, y}, {x1, y + hairline(ui)}, ui.colour(role));
}

void vertical_line(const Ui& ui, float x, float y0, float y1, Role role) {
    x = std::round(x);
    list().AddRectFilled({x, y0}, {x + hairline(ui), y1}, ui.colour(role));
}

void polyline(const Ui& ui, std::span<const ImVec2> points, Role role, float thickness) {
    list().AddPolyline(points.data(), static_cast<int>(points.size()), ui.colour(role), 0, ui.px(thickness));
}

void dashed(const Ui& ui, std::span<const ImVec2> points, Role role, float thickness, float dash, float space) {
    float on = ui.px(dash), period = on + ui.px(space), walked = 0;
    for (std::size_t i = 1; i < points.size(); ++i) {
        ImVec2 a = points[i - 1], b = points[i];
        float length = std::hypot(b.x - a.x, b.y - a.y);
        if (length <= 0) continue;
        auto at = [&](float s) { return ImVec2{a.x + (b.x - a.x) * s / length, a.y + (b.y - a.y) * s / length}; };
        for (float s = -std::fmod(walked, period); s < length; s += period)
            if (s + on > 0)
                list().AddLine(at(std::max(0.0f, s)), at(std::min(length, s + on)), ui.colour(role), ui.px(thickness));
        walked += length;
    }
}

void draw_outcome(const Ui& ui, ImVec2 middle, Outcome outcome, float size) {
    float r = ui.px(size) / 2;
    ImU32 colour = ui.colour(outcome_role(outcome));
    switch (outcome) {
        case Outcome::matched:
            list().AddCircleFilled(middle, r, colour);
            tick(ui, middle, r, Role::surface);
            return;
        case Outcome::missed: missed_ring(ui, middle, r); return;
        case Outcome::late: {
            list().AddCircleFilled(middle, r, colour);
            std::array hands{ImVec2{middle.x, middle.y - 0.58f * r}, middle,
                             ImVec2{middle.x + 0.42f * r, middle.y + 0.26f * r}};
            list().AddPolyline(hands.data(), 3, ui.colour(Role::surface), 0, std::max(1.2f, 0.2f * r));
            return;
        }
        case Outcome::unneeded: {
            float d = r * 0.95f;
            ImVec2 points[] = {
                {middle.x, middle.y - d}, {middle.x + d, middle.y}, {middle.x, middle.y + d}, {middle.x - d, middle.y}};
            list().AddConvexPolyFilled(points, 4, ui.colour(Role::surface));
            list().AddPolyline(points, 4, colour, ImDrawFlags_Closed, std::max(1.5f, 0.22f * r));
            return;
        }
        case Outcome::harmful: harm_triangle(ui, middle, r); return;
    }
}

}  // namespace palpera::ui
