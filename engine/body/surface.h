#pragma once

#include <atomic>
#include <cstdint>
#include <vector>

#include "engine/body/field.h"

namespace palpera::body {

// A point of the skin as it was extracted.
struct SurfacePoint {
    Vector at, normal;
    float light = 1;  // what reaches it from all around, 0 to 1
    float cover = 0;  // Field::cover, kept within a few centimetres
    std::array<std::uint8_t, 4> joints{};
    std::array<float, 4> weights{};  // their sum is 1
};

struct Quad {
    std::array<std::uint32_t, 4> corners{};  // anticlockwise from outside
};

// The left half of the skin. Points on the midline have x = 0 exactly; the right half is the mirror image.
struct HalfSurface {
    std::vector<SurfacePoint> points;
    std::vector<Quad> quads;
};

struct Fineness {
    float body = 0.95f, hands_and_feet = 0.3f;  // edge of a cell, cm
    bool light = true;
};
inline constexpr Fineness coarse{1.9f, 0.65f, true};
inline constexpr Fineness full{0.95f, 0.3f, true};

// Naive surface nets, the points moved onto the skin by Newton steps. Nothing comes back once `stop` is set.
HalfSurface extract(const Field& field, const Fineness& fineness, const std::atomic<bool>& stop);

// The four joints that move the point most, of its own side.
void weigh(const Field& field, const Near& near, SurfacePoint& point);

}  // namespace palpera::body
