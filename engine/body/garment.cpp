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
    const float band = 10.5f - 1.2f * front - (8 * pregnancy + 2.5f * weight) * front;
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
    if (p.x < 26 || p.x > 60 || x > 20) return -far;
    const float strap = std::min(2.0f - std::abs(x - 8.6f), 58.5f - p.x);
    const float low = mixed(44.2f, 46.5f, smooth_step(2, -4, p.y));  // in front the neckline is lower
    const float neckline = mixed(low, 46.8f, smooth_step(1, 8, x)) - 5.5f * smooth_step(9.5f, 14.5f, x);
    return std::min({p.x - 32, std::max(neckline - p.x, strap), 15.4f - x});
}

float Field::cover(Vector point) const { return std::max(shorts(point), top(point)); }

}  // namespace palpera::body
