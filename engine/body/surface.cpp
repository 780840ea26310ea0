#include "engine/body/surface.h"

#include <array>
#include <cstring>
#include <functional>

namespace palpera::body {
namespace {

constexpr int block = 5;  // cells along an edge
constexpr float unknown = 2e9f;

using Inside = std::function<float(Vector)>;  // how far inside a part of space, cm

// A box of cells. Its own part of the skin is where `part` says, and a little beyond: the parts overlap by less than a
// coarse cell, and since all lie on the same skin nothing needs stitching.
struct Grid {
    Vector corner;
    float cell = 1;
    int nx = 0, ny = 0, nz = 0;  // cells
    bool midline = false;        // its first layer of cells is cut in half by the midline
    Inside part;

    std::size_t node(int x, int y, int z) const {
        return (static_cast<std::size_t>(z) * static_cast<std::size_t>(ny + 1) + static_cast<std::size_t>(y)) *
                   static_cast<std::size_t>(nx + 1) +
               static_cast<std::size_t>(x);
    }
    Vector place(int x, int y, int z) const {
        return {corner.x + cell * static_cast<float>(x), corner.y + cell * static_cast<float>(y),
                corner.z + cell * static_cast<float>(z)};
    }
};

class Extraction {
public:
    Extraction(const Field& field, const Grid& grid, const Fineness& fineness, HalfSurface& into)
        : field_(field), grid_(grid), fineness_(fineness), into_(into) {
        const std::size_t nodes = static_cast<std::size_t>(grid.nx + 1) * static_cast<std::size_t>(grid.ny + 1) *
                                  static_cast<std::size_t>(grid.nz + 1);
        values_.assign(nodes, unknown);
        points_.assign(nodes, -1);
    }

    void run(const std::atomic<bool>& stop) {
        for (int z = 0; z < grid_.nz; z += block) {
            for (int y = 0; y < grid_.ny; y += block) {
                for (int x = 0; x < grid_.nx; x += block) {
                    if (stop) return;
                    sample(x, y, z);
                }
            }
        }
        for (const Block& full : blocks_) {
            if (stop) return;
            place_points(full);
        }
        for (const Block& full : blocks_) connect(full);
    }

private:
    struct Block {
        int x, y, z;
        Near near;
    };

    void sample(int x0, int y0, int z0) {
        const int x1 = std::min(x0 + block, grid_.nx), y1 = std::min(y0 + block, grid_.ny),
                  z1 = std::min(z0 + block, grid_.nz);
        const Vector from = grid_.place(x0, y0, z0), to = grid_.place(x1, y1, z1);
        const Vector middle = (from + to) * 0.5f;
        const float radius = length(to - from) / 2;
        if (grid_.part(middle) < -radius - grid_.cell) return;
        Near near = field_.near(middle, radius, 0.5f);
        if (near.shapes.empty()) return;
        const float central = field_.at(middle, near);
        if (std::abs(central) > 2.4f * radius) return fill(x0, y0, z0, x1, y1, z1, central);
        for (int z = z0; z <= z1; ++z) {
            for (int y = y0; y <= y1; ++y) {
                for (int x = x0; x <= x1; ++x) {
                    float& value = values_[grid_.node(x, y, z)];
                    if (std::abs(value) >= far_away) value = field_.at(grid_.place(x, y, z), near);
                }
            }
        }
        blocks_.push_back({x0, y0, z0, std::move(near)});
    }

    void fill(int x0, int y0, int z0, int x1, int y1, int z1, float like) {
        for (int z = z0; z <= z1; ++z) {
            for (int y = y0; y <= y1; ++y) {
                for (int x = x0; x <= x1; ++x) {
                    float& value = values_[grid_.node(x, y, z)];
                    if (value == unknown) value = like < 0 ? -far_away : far_away;
                }
            }
        }
    }

    float value(int x, int y, int z) const { return values_[grid_.node(x, y, z)]; }

    void place_points(const Block& at) {
        for (int z = at.z; z < std::min(at.z + block, grid_.nz); ++z) {
            for (int y = at.y; y < std::min(at.y + block, grid_.ny); ++y) {
                for (int x = at.x; x < std::min(at.x + block, grid_.nx); ++x) place_point(at, x, y, z);
            }
        }
    }

    // Where the mean of the crossings of the cell's edges lies; then down the slope to the skin.
    void place_point(const Block& at, int x, int y, int z) {
        std::array<float, 8> corner;
        int inside = 0;
        for (int i = 0; i < 8; ++i) {
            corner[static_cast<std::size_t>(i)] = value(x + (i & 1), y + ((i >> 1) & 1), z + (i >> 2));
            inside += corner[static_cast<std::size_t>(i)] < 0 ? 1 : 0;
        }
        if (inside == 0 || inside == 8) return;
        Vector sum;
        float crossings = 0;
        for (int i = 0; i < 8; ++i) {
            for (int axis = 1; axis < 8; axis *= 2) {
                if ((i & axis) != 0) continue;
                const float a = corner[static_cast<std::size_t>(i)], b = corner[static_cast<std::size_t>(i | axis)];
                if ((a < 0) == (b < 0)) continue;
                const float t = a / (a - b);
                Vector p{static_cast<float>(i & 1), static_cast<float>((i >> 1) & 1), static_cast<float>(i >> 2)};
                (axis == 1 ? p.x : axis == 2 ? p.y : p.z) += t;
                sum += p;
                ++crossings;
            }
        }
        Vector p = grid_.place(x, y, z) + sum * (grid_.cell / crossings);
        if (grid_.part(p) < -1.6f * grid_.cell - 1.2f) return;
        const bool on_midline = grid_.midline && x == 0;
        SurfacePoint point;
        for (int step = 0; step < 2; ++step) {
            const Vector normal = field_.gradient(p, at.near);
            const float away = field_.at(p, at.near);
            p = p - normal * std::clamp(away, -grid_.cell / 2, grid_.cell / 2);
            if (on_midline) p.x = 0;
        }
        point.at = p;
        point.normal = field_.gradient(p, at.near);
        if (on_midline) point.normal = unit({0, point.normal.y, point.normal.z});
        point.cover = std::clamp(field_.cover(p), -3.0f, 3.0f);
        if (fineness_.light) point.light = light_at(point);
        weigh(field_, at.near, point);
        points_[grid_.node(x, y, z)] = static_cast<int>(into_.points.size());
        into_.points.push_back(point);
    }

    // What the body itself keeps from a point: how much nearer it is along the normal than it would be were it flat.
    float light_at(const SurfacePoint& point) {
        constexpr std::array steps{0.5f, 1.5f, 3.2f, 6.5f, 12.0f};
        constexpr std::array shares{0.16f, 0.2f, 0.22f, 0.22f, 0.2f};
        // Many points lie near each other: what reaches one reaches the next.
        if (length(point.at - light_centre_) > 2.5f || light_near_.shapes.empty()) {
            light_centre_ = point.at;
            light_near_ = field_.near(point.at, 9, 5);
        }
        float kept = 0;
        for (std::size_t i = 0; i < steps.size(); ++i) {
            const float free = field_.at(point.at + point.normal * steps[i], light_near_);
            kept += shares[i] * std::clamp((steps[i] - free) / steps[i], 0.0f, 1.0f);
        }
        return std::clamp(1 - 1.15f * kept, 0.0f, 1.0f);
    }

    void connect(const Block& at) {
        for (int z = at.z; z < std::min(at.z + block, grid_.nz); ++z) {
            for (int y = at.y; y < std::min(at.y + block, grid_.ny); ++y) {
                for (int x = at.x; x < std::min(at.x + block, grid_.nx); ++x) {
                    // The three edges that start at the cell's first corner, each with the four cells around it.
                    const bool inside = value(x, y, z) < 0;
                    if (y > 0 && z > 0) {
                        edge(inside, value(x + 1, y, z) < 0,
                             {{{x, y - 1, z - 1}, {x, y, z - 1}, {x, y, z}, {x, y - 1, z}}});
                    }
                    if (x > 0 && z > 0) {
                        edge(inside, value(x, y + 1, z) < 0,
                             {{{x - 1, y, z - 1}, {x - 1, y, z}, {x, y, z}, {x, y, z - 1}}});
                    }
                    if (x > 0 && y > 0) {
                        edge(inside, value(x, y, z + 1) < 0,
                             {{{x - 1, y - 1, z}, {x, y - 1, z}, {x, y, z}, {x - 1, y, z}}});
                    }
                }
            }
        }
    }

    void edge(bool inside, bool inside_next, const std::array<std::array<int, 3>, 4>& cells) {
        if (inside == inside_next) return;
        Quad quad;
        Vector middle;
        for (std::size_t i = 0; i < 4; ++i) {
            const int point = points_[grid_.node(cells[i][0], cells[i][1], cells[i][2])];
            if (point < 0) return;
            quad.corners[inside ? i : 3 - i] = static_cast<std::uint32_t>(point);
            middle += into_.points[static_cast<std::size_t>(point)].at * 0.25f;
        }
        if (grid_.part(middle) > 0) into_.quads.push_back(quad);
    }

    static constexpr float far_away = 1e8f;
    const Field& field_;
    const Grid& grid_;
    const Fineness& fineness_;
    HalfSurface& into_;
    std::vector<float> values_;
    std::vector<int> points_;
    std::vector<Block> blocks_;
    Near light_near_;
    Vector light_centre_;
};

Grid around(Vector least, Vector most, float cell, Inside part) {
    Grid grid;
    grid.corner = least;
    grid.cell = cell;
    const auto cells = [&](float width) { return static_cast<int>(std::ceil(width / cell)) + 1; };
    grid.nx = cells(most.x - least.x);
    grid.ny = cells(most.y - least.y);
    grid.nz = cells(most.z - least.z);
    grid.part = std::move(part);
    return grid;
}

// Points that no quad uses are left out.
void tidy(HalfSurface& surface) {
    std::vector<int> now(surface.points.size(), -1);
    std::vector<SurfacePoint> kept;
    for (Quad& quad : surface.quads) {
        for (std::uint32_t& corner : quad.corners) {
            if (now[corner] < 0) {
                now[corner] = static_cast<int>(kept.size());
                kept.push_back(surface.points[corner]);
            }
            corner = static_cast<std::uint32_t>(now[corner]);
        }
    }
    surface.points = std::move(kept);
}

}  // namespace

HalfSurface extract(const Field& field, const Fineness& fineness, const std::atomic<bool>& stop) {
    const Table& table = field.table();
    const Skeleton& skeleton = field.skeleton();
    const Frame hand = skeleton.joint(table.bone("hand"), Side::left).rest;
    const Frame foot = skeleton.joint(table.bone("foot"), Side::left).rest;
    const float ankle = foot.head.y + 1.6f;
    const auto in_foot = [=](Vector p) { return ankle - p.y; };
    const auto in_hand = [=](Vector p) {
        const Vector q = hand.inside(p);
        return std::min(q.x + 1.2f, 16 - std::sqrt(q.y * q.y + q.z * q.z));
    };
    const float overlap = 0.7f * fineness.body;
    const Joint& head = skeleton.joint(table.bone("head"), Side::left);
    const float top = head.rest.head.y + 23 * head.scale.x;
    const float reach = hand.head.x + 22;

    HalfSurface surface;
    Grid body = around({-fineness.body / 2, ankle - 3, -32}, {reach, top, 34}, fineness.body,
                       [=](Vector p) { return -std::max(in_foot(p), in_hand(p)) + overlap; });
    body.midline = true;
    Extraction(field, body, fineness, surface).run(stop);
    const Grid feet = around({foot.head.x - 10, foot.head.y - 11, foot.head.z - 9},
                             {foot.head.x + 12, ankle + 1, foot.head.z + 24}, fineness.hands_and_feet, in_foot);
    Extraction(field, feet, fineness, surface).run(stop);
    const Vector tip = hand.world({21, 0, 0});
    const Vector least{std::min(hand.head.x, tip.x) - 9, tip.y - 6, std::min(hand.head.z, tip.z) - 10};
    const Vector most{tip.x + 8, hand.head.y + 6, std::max(hand.head.z, tip.z) + 11};
    const Grid hands = around(least, most, fineness.hands_and_feet, in_hand);
    Extraction(field, hands, fineness, surface).run(stop);
    if (stop) return {};
    tidy(surface);
    return surface;
}

}  // namespace palpera::body
