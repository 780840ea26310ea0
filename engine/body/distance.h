#pragma once

#include <span>

#include "engine/body/table.h"

// How far a point is from a shape, in the shape's own frame: negative inside, about right near its surface.
namespace palpera::body::distance {

float to_ellipsoid(Vector from_centre, Vector radii);
float to_round_cone(Vector point, const Ball& from, const Ball& to);
// The nearest of the segments, the radius mixed along each.
float to_tube(Vector point, std::span<const Ball> chain);
// `sections` are `step` apart from the first one's place on.
float to_loft(Vector point, std::span<const Station> sections, float step);

// Smooth curves through what the table gives: a section each `step`, balls between the balls.
std::vector<Station> sections_between(const std::vector<Station>& stations, float step);
std::vector<Ball> balls_between(const std::vector<Ball>& balls, int parts);

// The smaller of the two, rounded where they are within `width` of each other.
inline float smooth_minimum(float a, float b, float width) {
    if (width <= 0) return std::min(a, b);
    const float nearness = std::max(width - std::abs(a - b), 0.0f) / width;
    return std::min(a, b) - nearness * nearness * nearness * width / 6;
}

}  // namespace palpera::body::distance
