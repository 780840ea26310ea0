#include "engine/student/figure_shape.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace palpera::student {
namespace {

using Points = std::vector<ImVec2>;

float distance_to(ImVec2 p, ImVec2 a, ImVec2 b) {
    const ImVec2 along{b.x - a.x, b.y - a.y};
    const float length = along.x * along.x + along.y * along.y;
    const float t =
        length > 0 ? std::clamp(((p.x - a.x) * along.x + (p.y - a.y) * along.y) / length, 0.0f, 1.0f) : 0.0f;
    return std::hypot(p.x - a.x - t * along.x, p.y - a.y - t * along.y);
}

// How a cylinder of skin takes the light: dark at the edge of the outline, light from `depth` inwards.
struct Skin {
    const Points& outline;
    const std::vector<bool>& cut;  // edges where the leg goes on beyond the picture
    float depth;
    ImVec4 light, shade;

    ImU32 at(ImVec2 p) const {
        float nearest = std::numeric_limits<float>::max();
        for (std::size_t i = 0; i < outline.size(); ++i) {
            if (!cut[i]) nearest = std::min(nearest, distance_to(p, outline[i], outline[(i + 1) % outline.size()]));
        }
        const float t = std::clamp(nearest / depth, 0.0f, 1.0f), lit = 1 - (1 - t) * (1 - t);
        const auto mix = [&](float from, float to) { return from + (to - from) * lit; };
        return ImGui::ColorConvertFloat4ToU32({mix(shade.x, light.x), mix(shade.y, light.y), mix(shade.z, light.z), 1});
    }
};

// Where a horizontal line crosses the outline, from left to right.
std::vector<float> crossings(const Points& outline, float y) {
    std::vector<float> found;
    for (std::size_t i = 0; i < outline.size(); ++i) {
        const ImVec2 a = outline[i], b = outline[(i + 1) % outline.size()];
        if ((a.y <= y) == (b.y <= y)) continue;
        found.push_back(a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y));
    }
    std::sort(found.begin(), found.end());
    return found;
}

using Corners = std::vector<SkinMesh::Corner>;

// One side of a cell, with the light at its ends.
struct Edge {
    ImVec2 up, down;
    ImU32 lit_up = 0, lit_down = 0;
    bool is_even(const Edge& other) const {
        return lit_up == lit_down && lit_up == other.lit_up && lit_up == other.lit_down;
    }
};

void add_cell(Corners& mesh, const Edge& left, const Edge& right) {
    mesh.insert(
        mesh.end(),
        {{left.up, left.lit_up}, {right.up, right.lit_up}, {right.down, right.lit_down}, {left.down, left.lit_down}});
}

// A strip between two heights from one crossing to the next, in cells narrow enough for the light to follow.
void fill_strip(Corners& mesh, const Skin& skin, ImVec2 top, ImVec2 foot, float y0, float y1, float cell) {
    const int cells = std::clamp(static_cast<int>(std::max(top.y - top.x, foot.y - foot.x) / cell) + 1, 1, 200);
    const auto across = [&](ImVec2 span, int i) {
        return span.x + (span.y - span.x) * static_cast<float>(i) / static_cast<float>(cells);
    };
    const auto edge = [&](int i) {
        const ImVec2 up{across(top, i), y0}, down{across(foot, i), y1};
        return Edge{up, down, skin.at(up), skin.at(down)};
    };
    Edge left = edge(0), before = left;
    for (int i = 1; i <= cells; ++i) {
        const Edge right = edge(i);
        // Where the light is even, one wide cell does for many.
        const bool even = left.is_even(before) && left.is_even(right);
        if (!even && before.up.x > left.up.x) {
            add_cell(mesh, left, before);
            left = before;
        }
        if (!even || i == cells) {
            add_cell(mesh, left, right);
            left = right;
        }
        before = right;
    }
}

Corners fill_outline(const ui::Ui& ui, const Skin& skin, const Points& outline, ui::Rect frame) {
    Corners mesh;
    const float row = std::max(2.0f, ui.px(4)), cell = ui.px(12);
    for (float y0 = frame.min.y; y0 < frame.max.y; y0 += row) {
        const float y1 = std::min(frame.max.y, y0 + row), middle = (y0 + y1) / 2;
        std::vector<float> top = crossings(outline, y0 + 0.01f), foot = crossings(outline, y1 - 0.01f);
        const std::vector<float> between = crossings(outline, middle);
        // Where toes part or join within the strip it is taken as upright.
        if (top.size() != between.size()) top = between;
        if (foot.size() != between.size()) foot = between;
        for (std::size_t i = 0; i + 1 < between.size(); i += 2) {
            fill_strip(mesh, skin, {top[i], top[i + 1]}, {foot[i], foot[i + 1]}, y0, y1, cell);
        }
    }
    return mesh;
}

void draw(ImDrawList& list, const Corners& mesh) {
    const ImVec2 white = ImGui::GetFontTexUvWhitePixel();
    const auto corners = static_cast<int>(mesh.size());
    list.PrimReserve(corners / 4 * 6, corners);
    const unsigned first = list._VtxCurrentIdx;
    for (unsigned quad = 0; quad < mesh.size(); quad += 4)
        for (unsigned corner : {0u, 1u, 2u, 0u, 2u, 3u})
            list.PrimWriteIdx(static_cast<ImDrawIdx>(first + quad + corner));
    for (const SkinMesh::Corner& corner : mesh) list.PrimWriteVtx(corner.at, white, corner.colour);
}

ImVec2 towards(ImVec2 from, ImVec2 to) {
    const float length = std::max(1e-3f, std::hypot(to.x - from.x, to.y - from.y));
    return {(to.x - from.x) / length, (to.y - from.y) / length};
}

// Rounds the outline by a spline through its points; clefts between toes and cut edges stay as sharp as they are.
Points rounded(const Points& outline, const std::vector<bool>& cut) {
    constexpr int steps = 4;
    constexpr float sharp = 0.2f;  // cosine of the turn
    const std::size_t count = outline.size();
    const auto point = [&](std::size_t i) { return outline[i % count]; };
    const auto is_corner = [&](std::size_t i) {
        const ImVec2 in = towards(point(i + count - 1), point(i)), out = towards(point(i), point(i + 1));
        return in.x * out.x + in.y * out.y < sharp || cut[i % count] || cut[(i + count - 1) % count];
    };
    Points result;
    for (std::size_t i = 0; i < count; ++i) {
        const ImVec2 b = point(i), c = point(i + 1);
        result.push_back(b);
        if (cut[i]) continue;
        const ImVec2 a = is_corner(i) ? b : point(i + count - 1), d = is_corner(i + 1) ? c : point(i + 2);
        for (int step = 1; step < steps; ++step) {
            const float t = static_cast<float>(step) / steps;
            const auto along = [t](float p, float q, float r, float s) {
                return 0.5f * (2 * q + (r - p) * t + (2 * p - 5 * q + 4 * r - s) * t * t +
                               (3 * q - p - 3 * r + s) * t * t * t);
            };
            result.push_back({along(a.x, b.x, c.x, d.x), along(a.y, b.y, c.y, d.y)});
        }
    }
    return result;
}

}  // namespace

ImVec2 Foot::at(anatomy::Point point) const {
    const auto x = static_cast<float>(mirrored ? 1 - point.x : point.x), y = static_cast<float>(point.y);
    return {frame.min.x + frame.width() * x, frame.min.y + frame.height() * y};
}

void draw_foot(const ui::Ui& ui, const anatomy::FigureView& view, const Foot& foot, SkinMesh& kept) {
    Points outline;
    std::vector<bool> cut;
    for (std::size_t i = 0; i < view.outline.size(); ++i) {
        constexpr double edge = 0.002;
        outline.push_back(foot.at(view.outline[i]));
        cut.push_back(view.outline[i].y < edge && view.outline[(i + 1) % view.outline.size()].y < edge);
    }
    const auto colour = [&](ui::Role role) { return ImGui::ColorConvertU32ToFloat4(ui.colour(role)); };
    const Skin skin{outline, cut, std::min(foot.frame.width(), foot.frame.height()) * 0.16f, colour(ui::Role::skin),
                    colour(ui::Role::skin_shade)};
    Points edge_line = rounded(outline, cut);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const SkinMesh::Of now{&view, foot, ui.appearance, ui.scale};
    if (kept.of != now) kept = {now, fill_outline(ui, skin, edge_line, foot.frame.grown(ui.px(4)))};
    draw(list, kept.corners);
    for (const std::vector<anatomy::Point>& line : view.lines) {
        Points points;
        for (const anatomy::Point& point : line) points.push_back(foot.at(point));
        list.AddPolyline(points.data(), static_cast<int>(points.size()), ui.colour(ui::Role::skin_line, 0.55f), 0,
                         ui.px(1.2f));
    }
    // From one cut to the next, so that the leg stays open where the picture ends.
    const auto first = std::find(cut.begin(), cut.end(), true);
    const bool closed = first == cut.end();
    if (!closed) {
        const ImVec2 begin = outline[(static_cast<std::size_t>(first - cut.begin()) + 1) % outline.size()];
        const auto at = std::find_if(edge_line.begin(), edge_line.end(),
                                     [&](ImVec2 p) { return p.x == begin.x && p.y == begin.y; });
        std::rotate(edge_line.begin(), at, edge_line.end());
    }
    list.AddPolyline(edge_line.data(), static_cast<int>(edge_line.size()), ui.colour(ui::Role::skin_line),
                     closed ? ImDrawFlags_Closed : 0, ui.px(1.6f));
}

void spread(std::vector<ImVec2>& points, float least, ui::Rect within) {
    constexpr int most_rounds = 200;
    const float wanted = least + 0.5f;
    for (int round = 0; round < most_rounds; ++round) {
        bool moved = false;
        for (std::size_t i = 0; i < points.size(); ++i) {
            for (std::size_t j = i + 1; j < points.size(); ++j) {
                ImVec2 &a = points[i], &b = points[j];
                const float x = b.x - a.x, y = b.y - a.y;
                if (std::max(std::fabs(x), std::fabs(y)) >= least) continue;
                moved = true;
                const bool across = std::fabs(x) > std::fabs(y);
                const float apart = (wanted - std::fabs(across ? x : y)) / 2, way = (across ? x : y) < 0 ? -1.0f : 1.0f;
                (across ? a.x : a.y) -= way * apart;
                (across ? b.x : b.y) += way * apart;
            }
        }
        for (ImVec2& point : points) {
            point.x = std::clamp(point.x, within.min.x, within.max.x);
            point.y = std::clamp(point.y, within.min.y, within.max.y);
        }
        if (!moved) return;
    }
}

}  // namespace palpera::student
