#include "engine/body/field.h"

#include <array>
#include <numbers>

#include "engine/body/distance.h"

namespace palpera::body {
namespace {

constexpr float section_step = 0.5f;
constexpr int tube_parts = 4;
constexpr std::size_t most_members = 64;

std::size_t slot(int index) { return static_cast<std::size_t>(index); }

}  // namespace

// A shape where it stands in this body.
struct Field::Placed {
    Shape::Kind kind = Shape::Kind::ellipsoid;
    bool carve = false;
    std::uint8_t member = 0;
    std::uint8_t joint = 0;
    float blend = 0, sunk = 0;
    Frame frame;
    Vector shrink{1, 1, 1};  // from the body's measures to the table's
    float back = 1;          // and of distances back again
    Vector middle;
    float reach = 0, margin = 0;  // of a ball around it; how far its blending is felt beyond
    Vector centre, radii;
    std::array<Vector, 3> axes{};
    std::vector<Station> sections;
    std::vector<Ball> chain;
    float plane = 0;

    Vector inside(Vector point) const {
        const Vector p = frame.inside(point);
        return {p.x * shrink.x, p.y * shrink.y, p.z * shrink.z};
    }
    float distance(Vector point) const {
        const Vector p = inside(point);
        switch (kind) {
            case Shape::Kind::ellipsoid: {
                const Vector q = p - centre;
                return distance::to_ellipsoid({dot(q, axes[0]), dot(q, axes[1]), dot(q, axes[2])}, radii) * back + sunk;
            }
            case Shape::Kind::round_cone: return distance::to_round_cone(p, chain[0], chain[1]) * back + sunk;
            case Shape::Kind::tube: return distance::to_tube(p, chain) * back + sunk;
            case Shape::Kind::loft: return distance::to_loft(p, sections, section_step) * back + sunk;
            case Shape::Kind::floor: return (plane - p.y) * back;
        }
        return far;
    }
};

struct Field::Member {
    int group = 0, parent = -1;
    Side side = Side::left;
    float blend = 0, margin = 0;
};

namespace {

float degrees(float of) { return of * std::numbers::pi_v<float> / 180; }

std::array<Vector, 3> axes_of(const Shape& shape) {
    const float t = degrees(shape.tilt), l = degrees(shape.lean);
    const Vector d{std::cos(t) * std::cos(l), std::sin(t), std::sin(l) * std::cos(t)};
    const Vector a{-std::sin(t), std::cos(t), 0};
    return {d, unit(a - d * dot(a, d)), cross(d, unit(a - d * dot(a, d)))};
}

std::vector<Station> mixed_stations(const Shape& shape, float female) {
    std::vector<Station> stations = shape.stations;
    for (std::size_t i = 0; i < shape.female.size(); ++i) {
        Station& s = stations[i];
        const Station& f = shape.female[i];
        s = {mixed(s.distal, f.distal, female),
             mixed(s.centre_anterior, f.centre_anterior, female),
             mixed(s.centre_lateral, f.centre_lateral, female),
             mixed(s.anterior, f.anterior, female),
             mixed(s.posterior, f.posterior, female),
             mixed(s.lateral, f.lateral, female),
             mixed(s.medial, f.medial, female),
             mixed(s.exponent, f.exponent, female)};
    }
    return stations;
}

Vector divided(Vector a, Vector b) { return {a.x / b.x, a.y / b.y, a.z / b.z}; }
Vector times(Vector a, Vector b) { return {a.x * b.x, a.y * b.y, a.z * b.z}; }

}  // namespace

Field::Field(const Table& table, const Skeleton& skeleton, const Physique& physique)
    : table_(&table),
      skeleton_(&skeleton),
      parameters_(parameters(physique)),
      pelvis_(table.bone("pelvis")),
      femur_(table.bone("femur")) {
    std::vector<std::array<int, 2>> member_of;
    for (int group = 0; group < static_cast<int>(table.groups.size()); ++group) {
        const Group& of = table.groups[slot(group)];
        member_of.emplace_back();
        for (Side side : {Side::left, Side::right}) {
            const std::size_t which = side == Side::right ? 1 : 0;
            if (side == Side::right && !of.sided) {
                member_of.back()[1] = member_of.back()[0];
                continue;
            }
            member_of.back()[which] = static_cast<int>(members_.size());
            Member member{group, of.parent < 0 ? -1 : member_of[slot(of.parent)][which], side, of.blend, of.blend};
            if (member.parent >= 0) member.margin += members_[slot(member.parent)].margin;
            members_.push_back(member);
        }
    }
    const auto amount = [&](const Shape& shape) {
        if (!shape.when) return 1.0f;
        const float value = parameters_[static_cast<std::size_t>(*shape.when)];
        return *shape.when == Parameter::weight ? std::clamp(value / 12, 0.0f, 1.5f) : value;
    };
    for (const Shape& shape : table.shapes) {
        const float there = amount(shape);
        if (there <= 0.02f) continue;
        const Group& group = table.groups[slot(shape.group)];
        const bool both = shape.pair || group.sided || table.bones[slot(shape.bone)].sided;
        for (Side side : {Side::left, Side::right}) {
            if (side == Side::right && !both) continue;
            const std::size_t which = side == Side::right ? 1 : 0;
            Placed placed;
            placed.kind = shape.kind;
            placed.carve = shape.carve;
            placed.member = static_cast<std::uint8_t>(member_of[slot(shape.group)][which]);
            placed.joint = static_cast<std::uint8_t>(skeleton.of_bone[slot(shape.bone)][which]);
            placed.blend = shape.blend;
            const Joint& joint = skeleton.joints[placed.joint];
            placed.frame = joint.rest;
            if (side == Side::right && !table.bones[slot(shape.bone)].sided) {
                placed.frame.lateral = placed.frame.lateral * -1;
            }
            placed.shrink = divided({1, 1, 1}, joint.scale);
            placed.back = std::min({joint.scale.x, joint.scale.y, joint.scale.z});
            placed.centre = shape.centre;
            placed.radii = shape.radii;
            placed.axes = axes_of(shape);
            placed.plane = shape.plane;
            if (shape.when) {
                const float grown = *shape.when == Parameter::weight ? std::max(1.0f, 0.7f + 0.3f * there) : 1.0f;
                placed.radii = shape.radii * grown;
                placed.sunk = std::max(0.0f, 1 - there) * std::min({shape.radii.x, shape.radii.y, shape.radii.z});
            }
            std::vector<Ball> points = shape.points;
            if (shape.end_bone >= 0) {
                const Joint& end = skeleton.joint(shape.end_bone, side);
                points.back().centre = placed.inside(end.rest.world(times(shape.end, end.scale)));
            }
            // The ball around it, in the table's measures.
            Vector least{far, far, far}, most{-far, -far, -far};
            const auto hold = [&](Vector p, float r) {
                least = {std::min(least.x, p.x - r), std::min(least.y, p.y - r), std::min(least.z, p.z - r)};
                most = {std::max(most.x, p.x + r), std::max(most.y, p.y + r), std::max(most.z, p.z + r)};
            };
            if (shape.kind == Shape::Kind::loft) {
                placed.sections = distance::sections_between(
                    mixed_stations(shape, parameters_[static_cast<std::size_t>(Parameter::female)]), section_step);
                for (const Station& s : placed.sections) {
                    hold({s.distal, s.centre_anterior, s.centre_lateral},
                         std::max({s.anterior, s.posterior, s.lateral, s.medial}));
                }
            } else if (shape.kind == Shape::Kind::ellipsoid) {
                hold(shape.centre, std::max({placed.radii.x, placed.radii.y, placed.radii.z}));
            } else if (shape.kind != Shape::Kind::floor) {
                placed.chain = shape.kind == Shape::Kind::tube ? distance::balls_between(points, tube_parts) : points;
                for (const Ball& ball : placed.chain) hold(ball.centre, ball.radius);
            } else {
                hold({0, 0, 0}, 1000);
            }
            placed.middle = placed.frame.world(times((least + most) * 0.5f, joint.scale));
            placed.reach = length(times(most - least, joint.scale)) / 2;
            placed.margin = shape.blend + members_[placed.member].margin;
            placed_.push_back(std::move(placed));
        }
    }
}

Field::~Field() = default;
Field::Field(Field&&) noexcept = default;

Near Field::near(Vector centre, float radius, float margin) const {
    Near near;
    std::array<bool, most_members> reached{};
    for (std::size_t i = 0; i < placed_.size(); ++i) {
        const Placed& placed = placed_[i];
        if (placed.kind != Shape::Kind::floor) {
            const float room = placed.reach + radius + placed.margin + margin;
            const Vector apart = placed.middle - centre;
            if (dot(apart, apart) > room * room) continue;
            // The ball is coarse for what is long: the shape itself knows better.
            if (placed.distance(centre) > radius * 1.6f + placed.margin + margin) continue;
            if (!placed.carve) reached[placed.member] = true;
        }
        near.shapes.push_back(static_cast<std::uint16_t>(i));
    }
    // A floor matters only where something of its group stands on it.
    std::erase_if(near.shapes, [&](std::uint16_t i) { return !reached[placed_[i].member]; });
    for (int member = static_cast<int>(members_.size()) - 1; member >= 0; --member) {
        if (!reached[slot(member)]) continue;
        near.groups.push_back(static_cast<std::uint8_t>(member));
        if (members_[slot(member)].parent >= 0) reached[slot(members_[slot(member)].parent)] = true;
    }
    return near;
}

float Field::folded(Vector point, const Near& near, float widening) const {
    std::array<float, most_members> base, result;
    for (std::uint8_t member : near.groups) base[member] = far;
    for (std::uint16_t i : near.shapes) {
        const Placed& placed = placed_[i];
        float& so_far = base[placed.member];
        const float away = placed.distance(point);
        if (placed.kind == Shape::Kind::floor) {
            so_far = -distance::smooth_minimum(-so_far, -away, placed.blend);
        } else if (placed.carve) {
            so_far = -distance::smooth_minimum(-so_far, away, placed.blend);
        } else {
            so_far = distance::smooth_minimum(so_far, away, placed.blend * widening);
        }
    }
    for (std::uint8_t member : near.groups) result[member] = base[member];
    for (std::uint8_t member : near.groups) {
        const Member& of = members_[member];
        if (of.parent < 0) return result[member];
        const auto parent = static_cast<std::size_t>(of.parent);
        result[parent] = std::min(result[parent], distance::smooth_minimum(base[parent], result[member],
                                                                           of.blend * std::max(1.0f, widening)));
    }
    return far;
}

float Field::at(Vector point, const Near& near) const {
    const float skin = folded(point, near, 1);
    const float inside = cover(point);
    // The cloth comes out of the skin little by little: a step at the hem would be ragged on any grid.
    constexpr float begins = -1.4f, whole = 1.8f, sunk = -0.6f, thickness = 0.32f;
    if (inside < begins) return skin;
    const float loose = mixed(1, 1.7f, smooth_step(0, 4, inside));
    const float cloth = folded(point, near, loose) - mixed(sunk, thickness, smooth_step(begins, whole, inside));
    return distance::smooth_minimum(skin, cloth, 0.5f);
}

Vector Field::gradient(Vector p, const Near& near) const {
    constexpr float h = 0.06f;
    const float a = at({p.x + h, p.y - h, p.z - h}, near), b = at({p.x - h, p.y - h, p.z + h}, near),
                c = at({p.x - h, p.y + h, p.z - h}, near), d = at({p.x + h, p.y + h, p.z + h}, near);
    return unit({a - b - c + d, -a - b + c + d, -a + b - c + d});
}

void Field::distances(Vector point, const Near& near, std::vector<float>& of_joints) const {
    of_joints.assign(skeleton_->joints.size(), far);
    for (std::uint16_t i : near.shapes) {
        const Placed& placed = placed_[i];
        if (placed.carve || placed.kind == Shape::Kind::floor) continue;
        of_joints[placed.joint] = std::min(of_joints[placed.joint], placed.distance(point));
    }
}

void Field::groups(Vector point, const Near& near, std::vector<float>& of_groups) const {
    of_groups.assign(table_->groups.size(), far);
    for (std::uint16_t i : near.shapes) {
        const Placed& placed = placed_[i];
        if (placed.carve || placed.kind == Shape::Kind::floor) continue;
        float& nearest = of_groups[slot(members_[placed.member].group)];
        nearest = std::min(nearest, placed.distance(point));
    }
}

}  // namespace palpera::body
