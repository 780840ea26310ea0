#include "engine/body/distance.h"

#include <array>

namespace palpera::body::distance {
namespace {

// Of a curve through values at uneven places: a cubic whose slopes are those of the neighbours' chord.
template <std::size_t count>
std::array<float, count> on_curve(const std::vector<std::pair<float, std::array<float, count>>>& through, float at) {
    std::size_t i = 0;
    while (i + 2 < through.size() && through[i + 1].first < at) ++i;
    const auto& [x0, from] = through[i];
    const auto& [x1, to] = through[i + 1];
    const auto& before = through[i > 0 ? i - 1 : i];
    const auto& after = through[i + 2 < through.size() ? i + 2 : i + 1];
    const float width = x1 - x0, t = std::clamp((at - x0) / width, 0.0f, 1.0f), u = t * t, v = u * t;
    std::array<float, count> value;
    for (std::size_t k = 0; k < count; ++k) {
        const float slope_from = (to[k] - before.second[k]) / (x1 - before.first) * width;
        const float slope_to = (after.second[k] - from[k]) / (after.first - x0) * width;
        value[k] =
            from[k] * (2 * v - 3 * u + 1) + slope_from * (v - 2 * u + t) + to[k] * (3 * u - 2 * v) + slope_to * (v - u);
    }
    return value;
}

// (|x|^e + |y|^e)^(1/e)
float superellipse(float x, float y, float exponent) {
    if (exponent < 2.01f) return std::sqrt(x * x + y * y);
    x = std::abs(x);
    y = std::abs(y);
    const float larger = std::max(x, y), smaller = std::min(x, y);
    if (larger <= 0) return 0;
    const float part = smaller / larger;
    if (part < 1e-3f) return larger;
    return larger * std::pow(1 + std::pow(part, exponent), 1 / exponent);
}

}  // namespace

float to_ellipsoid(Vector p, Vector r) {
    const Vector once{p.x / r.x, p.y / r.y, p.z / r.z};
    const Vector twice{once.x / r.x, once.y / r.y, once.z / r.z};
    const float k = length(once), g = length(twice);
    return g > 0 ? k * (k - 1) / g : -std::min({r.x, r.y, r.z});
}

float to_round_cone(Vector point, const Ball& from, const Ball& to) {
    const Vector along = to.centre - from.centre, p = point - from.centre;
    const float square = dot(along, along), shrink = from.radius - to.radius;
    const float rest = square - shrink * shrink;
    if (rest <= 0) return std::min(length(p) - from.radius, length(point - to.centre) - to.radius);
    const float y = dot(p, along), z = y - square;
    const Vector aside = p * square - along * y;
    const float x = dot(aside, aside), y2 = y * y * square, z2 = z * z * square;
    const float k = (shrink > 0 ? 1.0f : shrink < 0 ? -1.0f : 0.0f) * shrink * shrink * x;
    if ((z > 0 ? 1.0f : -1.0f) * rest * z2 > k) return std::sqrt(x + z2) / square - to.radius;
    if ((y > 0 ? 1.0f : -1.0f) * rest * y2 < k) return std::sqrt(x + y2) / square - from.radius;
    return (std::sqrt(x * rest / square) + y * shrink) / square - from.radius;
}

float to_tube(Vector point, std::span<const Ball> chain) {
    float nearest = 1e9f;
    for (std::size_t i = 1; i < chain.size(); ++i) {
        const Ball &from = chain[i - 1], &to = chain[i];
        const Vector along = to.centre - from.centre;
        const float t = std::clamp(dot(point - from.centre, along) / std::max(1e-6f, dot(along, along)), 0.0f, 1.0f);
        nearest = std::min(nearest, length(point - from.centre - along * t) - mixed(from.radius, to.radius, t));
    }
    return nearest;
}

float to_loft(Vector point, std::span<const Station> sections, float step) {
    const float first = sections.front().distal, last = sections.back().distal;
    const float place = std::clamp((point.x - first) / step, 0.0f, static_cast<float>(sections.size() - 1));
    const auto i = std::min(static_cast<std::size_t>(place), sections.size() - 2);
    const float t = place - static_cast<float>(i);
    const Station &from = sections[i], &to = sections[i + 1];
    const float a = point.y - mixed(from.centre_anterior, to.centre_anterior, t);
    const float l = point.z - mixed(from.centre_lateral, to.centre_lateral, t);
    const float ra = a > 0 ? mixed(from.anterior, to.anterior, t) : mixed(from.posterior, to.posterior, t);
    const float rl = l > 0 ? mixed(from.lateral, to.lateral, t) : mixed(from.medial, to.medial, t);
    const float away = std::sqrt(a * a + l * l);
    const float k = superellipse(a / ra, l / rl, mixed(from.exponent, to.exponent, t));
    const float radial = k > 1e-4f ? away * (1 - 1 / k) : -std::min(ra, rl);
    const float axial = std::max(first - point.x, point.x - last);
    if (axial <= 0) return std::max(radial, axial);
    return radial > 0 ? std::sqrt(radial * radial + axial * axial) : axial;
}

std::vector<Station> sections_between(const std::vector<Station>& stations, float step) {
    std::vector<std::pair<float, std::array<float, 7>>> through;
    for (const Station& s : stations) {
        through.push_back(
            {s.distal,
             {s.centre_anterior, s.centre_lateral, s.anterior, s.posterior, s.lateral, s.medial, s.exponent}});
    }
    std::vector<Station> sections;
    const float first = stations.front().distal, last = stations.back().distal;
    const int count = std::max(2, static_cast<int>(std::ceil((last - first) / step)) + 1);
    for (int i = 0; i < count; ++i) {
        const float at = first + static_cast<float>(i) * step;
        const auto v = on_curve(through, at);
        sections.push_back({at, v[0], v[1], v[2], v[3], v[4], v[5], v[6]});
    }
    return sections;
}

std::vector<Ball> balls_between(const std::vector<Ball>& balls, int parts) {
    std::vector<std::pair<float, std::array<float, 4>>> through;
    float at = 0;
    for (std::size_t i = 0; i < balls.size(); ++i) {
        if (i > 0) at += std::max(0.01f, length(balls[i].centre - balls[i - 1].centre));
        const Vector c = balls[i].centre;
        through.push_back({at, {c.x, c.y, c.z, balls[i].radius}});
    }
    if (balls.size() < 3) return balls;
    std::vector<Ball> chain;
    const int count = parts * static_cast<int>(balls.size() - 1);
    for (int i = 0; i <= count; ++i) {
        const auto v = on_curve(through, at * static_cast<float>(i) / static_cast<float>(count));
        chain.push_back({{v[0], v[1], v[2]}, v[3]});
    }
    return chain;
}

}  // namespace palpera::body::distance
