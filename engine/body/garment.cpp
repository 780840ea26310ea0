// What is worn while one is examined: short trunks, and a woman's sports top. In the measures of the table.
#include "engine/body/field.h"

namespace palpera::body {

float Field::shorts(Vector point) const {
    const Vector p = skeleton_->joint(pelvis_, Side::left).rest.inside(point);
    if (p.x > 20 || p.x < -30 || std::abs(p.z) > 25) return -far;
    const float pregnancy = parameters_[static_cast<std::size_t>(Parameter::pregnancy)];
    const float weight = std::clamp(parameters_[static_cast<std::size_t>(Parameter::weight)] / 12, 0.0f, 1.2f);
    // The band sinks in front, below a belly.
    const float front = smooth_step(-4, 10, p.y);
    const float band = 10.5f - 1.2f * front - (9 * pregnancy + 4 * weight) * front;
    const Frame& thigh = skeleton_->joint(femur_, p.z >= 0 ? Side::left : Side::right).rest;
    const Vector q = thigh.inside(point);
    // The leg of the trunks is cut higher on the outside.
    const float leg = 10.2f - 0.22f * q.z;
    return std::min(band - p.x, leg - q.x);
}

float Field::top(Vector point) const {
    const float female = parameters_[static_cast<std::size_t>(Parameter::female)];
    if (female < 0.1f) return -far;
    const Joint& pelvis = skeleton_->joint(pelvis_, Side::left);
    Vector p = pelvis.rest.inside(point);
    p.x /= pelvis.scale.x;
    const float x = std::abs(p.z);
    if (p.x < 26 || p.x > 64 || x > 20) return -far;
    const float strap = 2.1f - std::abs(x - 8.4f);
    const float neckline = 46.2f - 0.12f * (8.4f - std::min(x, 8.4f)) - (p.y > 0 ? 2.2f : 0) * smooth_step(8, 0, x);
    const float side = (p.x > 40 ? 13.6f : 20) - x;
    return std::min({p.x - 32, std::max(neckline - p.x, strap), side});
}

float Field::cover(Vector point) const { return std::max(shorts(point), top(point)); }

}  // namespace palpera::body
