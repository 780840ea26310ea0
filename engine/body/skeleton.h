#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "engine/body/table.h"

namespace palpera::body {

// Whose body it is, as far as it changes its shape.
struct Physique {
    bool female = false;
    int age = 40;        // years
    float height = 176;  // cm
    float weight = 71;   // kg
    int pregnancy = 0;   // weeks
    friend bool operator==(const Physique&, const Physique&) = default;
};

// By how much each parameter of the table applies to it.
using Parameters = std::array<float, parameter_count>;
Parameters parameters(const Physique& physique);

enum class Side : std::uint8_t { left, right };
inline Side other(Side side) { return side == Side::left ? Side::right : Side::left; }

// A bone of one side. The bones in the middle have one joint, which counts as left.
struct Joint {
    int bone = 0, parent = -1;
    Side side = Side::left;
    Frame rest;
    Vector scale{1, 1, 1};  // of the shapes that stand in it
};

// The bones of one body at rest, in the units of the table: whatever its height, its skeleton is about 176 cm long.
// The height is scaled to when it is posed.
struct Skeleton {
    std::vector<Joint> joints;
    std::vector<std::array<int, 2>> of_bone;  // joint of the bone on the left and on the right
    float scale = 1;                          // from the table's units to centimetres of this body

    const Joint& joint(int bone, Side side) const {
        return joints[static_cast<std::size_t>(of_bone[static_cast<std::size_t>(bone)][side == Side::right ? 1 : 0])];
    }
};
Skeleton skeleton(const Table& table, const Physique& physique);

// A rigid motion of space.
struct Motion {
    Vector moved{};
    std::array<Vector, 3> rows{{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};

    Vector turn(Vector v) const { return {dot(rows[0], v), dot(rows[1], v), dot(rows[2], v)}; }
    Vector operator()(Vector p) const { return turn(p) + moved; }
};
// What carries the frame `from` to where it is `to`.
Motion motion(const Frame& from, const Frame& to);

// How each joint of the skeleton has moved from the rest, in the order of its joints.
std::vector<Motion> posed(const Table& table, const Skeleton& skeleton, const Pose& pose);

// Turns added to a pose: of a bone that moves by degrees beside how the patient lies.
Pose with(Pose pose, const Turn& turn);

}  // namespace palpera::body
