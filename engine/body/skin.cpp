#include "engine/body/skin.h"

namespace palpera::body {
namespace {

// Most of the corners' charts; of three different ones the first.
Chart chart_of(Chart a, Chart b, Chart c) { return b == c ? b : a; }

class Assembly {
public:
    Assembly(const HalfSurface& half, const std::vector<Chart>& owners, const Charts& charts)
        : half_(half), owners_(owners), charts_(charts) {}

    void add(Side side) {
        known_.assign(half_.points.size(), {});
        for (const Quad& quad : half_.quads) {
            const auto at = [&](std::size_t i) { return half_.points[quad.corners[i]].at; };
            const bool first = length(at(0) - at(2)) <= length(at(1) - at(3));
            if (first) {
                triangle(side, quad.corners[0], quad.corners[1], quad.corners[2]);
                triangle(side, quad.corners[0], quad.corners[2], quad.corners[3]);
            } else {
                triangle(side, quad.corners[1], quad.corners[2], quad.corners[3]);
                triangle(side, quad.corners[1], quad.corners[3], quad.corners[0]);
            }
        }
    }

    Skin skin;

private:
    void triangle(Side side, std::uint32_t a, std::uint32_t b, std::uint32_t c) {
        const Chart chart = chart_of(owners_[a], owners_[b], owners_[c]);
        if (side == Side::right) std::swap(b, c);
        for (std::uint32_t corner : {a, b, c}) skin.triangles.push_back(point(side, chart, corner));
    }

    std::uint32_t point(Side side, Chart chart, std::uint32_t of) {
        for (const auto& [known, index] : known_[of]) {
            if (known == chart) return index;
        }
        const SurfacePoint& from = half_.points[of];
        SkinPoint point{from.at,    from.normal, from.light,
                        from.cover, from.joints, from.weights,
                        chart,      side,        charts_.place(chart, from.at)};
        const float size = std::hypot(point.place.anterior, point.place.lateral);
        point.place.anterior /= std::max(1e-6f, size);
        point.place.lateral /= std::max(1e-6f, size);
        if (side == Side::right) {
            point.rest = mirrored(point.rest);
            point.normal = mirrored(point.normal);
        }
        const auto index = static_cast<std::uint32_t>(skin.points.size());
        skin.points.push_back(point);
        known_[of].push_back({chart, index});
        return index;
    }

    const HalfSurface& half_;
    const std::vector<Chart>& owners_;
    const Charts& charts_;
    std::vector<std::vector<std::pair<Chart, std::uint32_t>>> known_;
};

}  // namespace

std::vector<Chart> owners(const Field& field, const HalfSurface& half) {
    const Charts charts(field.table(), field.skeleton());
    std::vector<Chart> owners;
    owners.reserve(half.points.size());
    Near near;
    Vector centre{1e6f, 0, 0};
    for (const SurfacePoint& point : half.points) {
        if (length(point.at - centre) > 1.5f) {
            centre = point.at;
            near = field.near(centre, 1.5f, 3);
        }
        owners.push_back(charts.owner(field, near, point.at));
    }
    return owners;
}

Skin whole(const HalfSurface& half, const std::vector<Chart>& owners, const Charts& charts) {
    Assembly assembly(half, owners, charts);
    assembly.add(Side::left);
    assembly.add(Side::right);
    return std::move(assembly.skin);
}

PosedSkin posed(const Skin& skin, const Skeleton& skeleton, std::vector<Motion> motions) {
    PosedSkin posed;
    posed.motions = std::move(motions);
    posed.scale = skeleton.scale;
    posed.points.reserve(skin.points.size());
    posed.normals.reserve(skin.points.size());
    // The left joint's right twin, for the right half's weights.
    std::vector<std::size_t> twin(skeleton.joints.size());
    for (std::size_t i = 0; i < twin.size(); ++i) {
        twin[i] = static_cast<std::size_t>(skeleton.of_bone[static_cast<std::size_t>(skeleton.joints[i].bone)][1]);
    }
    float lowest = 1e9f;
    for (const SkinPoint& point : skin.points) {
        Vector at, normal;
        for (std::size_t k = 0; k < 4 && point.weights[k] > 0; ++k) {
            const std::size_t joint = point.side == Side::right ? twin[point.joints[k]] : point.joints[k];
            const Motion& by = posed.motions[joint];
            at += by(point.rest) * point.weights[k];
            normal += by.turn(point.normal) * point.weights[k];
        }
        at = at * posed.scale;
        lowest = std::min(lowest, at.y);
        posed.points.push_back(at);
        posed.normals.push_back(unit(normal));
    }
    if (!posed.points.empty()) posed.moved = {0, -lowest, 0};
    for (Vector& point : posed.points) point += posed.moved;
    return posed;
}

std::optional<Hit> hit(const Skin& skin, const PosedSkin& posed, const Charts& charts, const Ray& ray) {
    constexpr float slack = 1e-3f;  // of a triangle: no ray slips through between two
    std::optional<Hit> nearest;
    for (std::uint32_t i = 0; i + 2 < skin.triangles.size(); i += 3) {
        const Vector a = posed.points[skin.triangles[i]];
        const Vector to_b = posed.points[skin.triangles[i + 1]] - a, to_c = posed.points[skin.triangles[i + 2]] - a;
        const Vector across = cross(ray.along, to_c);
        const float facing = dot(to_b, across);
        if (facing < 1e-9f) continue;  // seen from inside, or along its edge
        const Vector from = ray.from - a;
        const float u = dot(from, across);
        if (u < -slack * facing || u > (1 + slack) * facing) continue;
        const Vector up = cross(from, to_b);
        const float v = dot(ray.along, up);
        if (v < -slack * facing || u + v > (1 + slack) * facing) continue;
        const float far = dot(to_c, up) / facing;
        if (far <= 0 || (nearest && far >= nearest->far)) continue;
        nearest.emplace();
        nearest->triangle = i;
        nearest->far = far;
        nearest->shares = {1 - (u + v) / facing, u / facing, v / facing};
    }
    if (!nearest) return nearest;
    const SkinPoint& first = skin.points[skin.triangles[nearest->triangle]];
    for (std::size_t k = 0; k < 3; ++k) {
        nearest->rest += skin.points[skin.triangles[nearest->triangle + k]].rest * nearest->shares[k];
    }
    nearest->chart = first.chart;
    nearest->side = first.side;
    nearest->place = charts.place(first.chart, nearest->rest);
    return nearest;
}

}  // namespace palpera::body
