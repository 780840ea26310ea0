#pragma once

#include <memory>

#include "engine/body/chart.h"
#include "engine/body/surface.h"

namespace palpera::body {

struct SkinPoint {
    Vector rest, normal;
    float light = 1, cover = 0;
    std::array<std::uint8_t, 4> joints{};
    std::array<float, 4> weights{};
    Chart chart = Chart::trunk;
    Side side = Side::left;
    Coordinates place;  // on the chart
};

// The whole skin. All corners of a triangle are on the same chart and side: points on a border are there twice.
struct Skin {
    std::vector<SkinPoint> points;
    std::vector<std::uint32_t> triangles;  // three corners each, anticlockwise from outside
};

// The charts of the half surface's points, as Charts::owner gives them.
std::vector<Chart> owners(const Field& field, const HalfSurface& half);
Skin whole(const HalfSurface& half, const std::vector<Chart>& owners, const Charts& charts);

// The skin in a pose, in centimetres of this body: it stands, sits or lies on the plane y = 0.
struct PosedSkin {
    std::vector<Vector> points, normals;
    std::vector<Motion> motions;  // of the joints, before scaling and resting
    float scale = 1;
    Vector moved;  // after scaling

    // Where a point fixed to a joint is now.
    Vector place(int joint, Vector rest) const {
        return motions[static_cast<std::size_t>(joint)](rest) * scale + moved;
    }
};
PosedSkin posed(const Skin& skin, const Skeleton& skeleton, std::vector<Motion> motions);

struct Ray {
    Vector from, along;  // along: of unit length
};
struct Hit {
    std::uint32_t triangle = 0;  // index of its first corner
    float far = 0;
    std::array<float, 3> shares{};  // of the corners; their sum is 1
    Vector rest;
    Chart chart = Chart::trunk;
    Side side = Side::left;
    Coordinates place;
};
// The nearest point of the skin on the ray, seen from outside.
std::optional<Hit> hit(const Skin& skin, const PosedSkin& posed, const Charts& charts, const Ray& ray);

}  // namespace palpera::body
