#include "engine/body/camera.h"

#include <numbers>

namespace palpera::body {
namespace {

float radians(float degrees) { return degrees * std::numbers::pi_v<float> / 180; }
float half_view() { return std::tan(radians(Camera::view_angle / 2)); }

}  // namespace

float Camera::distance() const { return height / 2 / half_view(); }

Vector Camera::right() const { return {std::cos(radians(turn)), 0, -std::sin(radians(turn))}; }

Vector Camera::towards() const {
    const float t = radians(turn), u = radians(tilt);
    return {std::sin(t) * std::cos(u), std::sin(u), std::cos(t) * std::cos(u)};
}

Vector Camera::up() const { return cross(towards(), right()); }

Ray ray(const Camera& camera, float x, float y) {
    const float k = half_view();
    return {camera.eye(), unit(camera.right() * (x * k) + camera.up() * (y * k) - camera.towards())};
}

Seen seen(const Camera& camera, Vector point) {
    const Vector from = point - camera.eye();
    const float far = -dot(from, camera.towards());
    const float k = 1 / (std::max(1.0f, far) * half_view());
    return {dot(from, camera.right()) * k, dot(from, camera.up()) * k, far};
}

Sight::Sight(const PosedSkin& posed, const Camera& camera)
    : camera_(camera), cells_(std::clamp(static_cast<int>(2 * camera.height / 1.7f), 16, 320)) {
    nearest_.assign(static_cast<std::size_t>(cells_) * static_cast<std::size_t>(cells_), 1e9f);
    for (const Vector& point : posed.points) {
        const Seen at = seen(camera, point);
        const int x = static_cast<int>((at.x + 2) / 4 * static_cast<float>(cells_));
        const int y = static_cast<int>((at.y + 2) / 4 * static_cast<float>(cells_));
        if (x < 0 || y < 0 || x >= cells_ || y >= cells_) continue;
        float& nearest = nearest_[static_cast<std::size_t>(y * cells_ + x)];
        nearest = std::min(nearest, at.far);
    }
}

bool Sight::sees_in(Vector point, int right, int up) const {
    const Seen at = seen(camera_, point);
    const int x = static_cast<int>((at.x + 2) / 4 * static_cast<float>(cells_)) + right;
    const int y = static_cast<int>((at.y + 2) / 4 * static_cast<float>(cells_)) + up;
    if (x < 0 || y < 0 || x >= cells_ || y >= cells_) return false;
    return at.far < nearest_[static_cast<std::size_t>(y * cells_ + x)] + 3;
}

bool Sight::sees(Vector point) const { return sees_in(point, 0, 0); }

bool Sight::is_near_edge(Vector point) const {
    return sees_in(point, 1, 0) || sees_in(point, -1, 0) || sees_in(point, 0, 1) || sees_in(point, 0, -1);
}

Camera between(const Camera& from, const Camera& to, float part) {
    float turned = std::remainder(to.turn - from.turn, 360.0f);
    return {from.turn + turned * part, mixed(from.tilt, to.tilt, part), mixed(from.target, to.target, part),
            std::exp(mixed(std::log(from.height), std::log(to.height), part))};
}

}  // namespace palpera::body
