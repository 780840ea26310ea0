#include "engine/body/skeleton.h"

#include <numbers>

namespace palpera::body {
namespace {

constexpr float adult_height = 176;

std::size_t at(int index) { return static_cast<std::size_t>(index); }

Vector mirrored_if(Side side, Vector v) { return side == Side::right ? mirrored(v) : v; }

// Axes from where the bone points and about where its front is.
Frame frame_of(Vector head, Vector tail, Vector anterior, Side side) {
    Frame frame;
    frame.head = head;
    frame.distal = unit(tail - head);
    frame.anterior = unit(anterior - frame.distal * dot(anterior, frame.distal));
    frame.lateral = cross(frame.distal, frame.anterior);
    // To the patient's left on the left and in the middle, to the right on the right.
    const bool outward = dot(frame.lateral, mirrored_if(side, Vector{1, 0, 0})) > 0;
    if (!outward) frame.lateral = frame.lateral * -1;
    return frame;
}

// As the table has it: nothing scaled.
Frame table_frame(const Table& table, const std::vector<Frame>& frames, int bone) {
    const Bone& of = table.bones[at(bone)];
    if (!of.local) return frame_of(of.head, of.tail, of.anterior, Side::left);
    const Frame& parent = frames[at(of.parent)];
    return frame_of(parent.world(of.head), parent.world(of.tail), parent.turned(of.anterior), Side::left);
}

Vector scale_of(const Table& table, const Parameters& by, int bone, Proportion::Of spread_or_not, float* spread) {
    Vector scale{1, 1, 1};
    *spread = 1;
    for (const Proportion& proportion : table.proportions) {
        if (proportion.bone != bone) continue;
        const float factor = 1 + proportion.share * by[static_cast<std::size_t>(proportion.parameter)];
        switch (proportion.of) {
            case Proportion::Of::length: scale.x *= factor; break;
            case Proportion::Of::girth:
                scale.y *= factor;
                scale.z *= factor;
                break;
            case Proportion::Of::width: scale.z *= factor; break;
            case Proportion::Of::spread: *spread *= factor; break;
            case Proportion::Of::tilt: break;
        }
    }
    static_cast<void>(spread_or_not);
    return scale;
}

// The rest of the right side is the left one's mirrored, axes and all.
Frame mirrored_frame(const Frame& frame) {
    return {mirrored(frame.head), mirrored(frame.distal), mirrored(frame.anterior), mirrored(frame.lateral)};
}

Vector rotated(Vector v, Vector axis, float radians) {
    const float c = std::cos(radians), s = std::sin(radians);
    return v * c + cross(axis, v) * s + axis * (dot(axis, v) * (1 - c));
}

// Turns the first axis towards the second.
void turn(Vector& first, Vector& second, float degrees) {
    const float radians = degrees * std::numbers::pi_v<float> / 180;
    const float c = std::cos(radians), s = std::sin(radians);
    const Vector was = first;
    first = was * c + second * s;
    second = second * c - was * s;
}

Frame root_frame(const Frame& rest, Pose::Root root) {
    const float right_angle = std::numbers::pi_v<float> / 2;
    Frame frame = rest;
    const auto about = [&](Vector axis, float radians) {
        frame.distal = rotated(frame.distal, axis, radians);
        frame.anterior = rotated(frame.anterior, axis, radians);
        frame.lateral = rotated(frame.lateral, axis, radians);
    };
    switch (root) {
        case Pose::Root::stand: break;
        case Pose::Root::supine: about({1, 0, 0}, -right_angle); break;
        case Pose::Root::prone: about({1, 0, 0}, right_angle); break;
        case Pose::Root::side:  // on the left side: the right one is up
            about({1, 0, 0}, -right_angle);
            about({0, 0, 1}, -right_angle);
            break;
    }
    return frame;
}

}  // namespace

Parameters parameters(const Physique& physique) {
    const float age = static_cast<float>(physique.age), metres = physique.height / 100;
    const float child = std::clamp((17 - age) / 11, 0.0f, 1.3f);
    const float usual = mixed(23, 15.5f, std::min(1.0f, child));
    const float mass_index = physique.weight / std::max(0.01f, metres * metres);
    Parameters by{};
    by[static_cast<std::size_t>(Parameter::female)] = physique.female ? 1 - 0.85f * std::min(1.0f, child) : 0;
    by[static_cast<std::size_t>(Parameter::weight)] = std::clamp(mass_index - usual, -8.0f, 22.0f);
    by[static_cast<std::size_t>(Parameter::pregnancy)] =
        std::clamp(static_cast<float>(physique.pregnancy - 10) / 30, 0.0f, 1.0f);
    by[static_cast<std::size_t>(Parameter::child)] = child;
    by[static_cast<std::size_t>(Parameter::old)] = std::clamp((age - 60) / 28, 0.0f, 1.2f);
    return by;
}

Skeleton skeleton(const Table& table, const Physique& physique) {
    const Parameters by = parameters(physique);
    Skeleton skeleton;
    std::vector<Frame> unscaled;
    std::vector<float> spreads;
    float top = adult_height;
    for (int bone = 0; bone < static_cast<int>(table.bones.size()); ++bone) {
        const Bone& of = table.bones[at(bone)];
        unscaled.push_back(table_frame(table, unscaled, bone));
        Joint joint{bone, -1, Side::left, unscaled.back(), {1, 1, 1}};
        float spread = 1;
        joint.scale = scale_of(table, by, bone, Proportion::Of::spread, &spread);
        spreads.push_back(spread);
        if (of.parent >= 0) {
            joint.parent = skeleton.of_bone[at(of.parent)][0];
            const Joint& parent = skeleton.joints[at(joint.parent)];
            const Vector inside = unscaled[at(of.parent)].inside(unscaled.back().head);
            const float across = of.sided && table.bones[at(of.parent)].spine ? spreads[at(of.parent)] : 1;
            joint.rest.head = parent.rest.world({inside.x * parent.scale.x, inside.y, inside.z * across});
        }
        skeleton.of_bone.push_back(
            {static_cast<int>(skeleton.joints.size()), static_cast<int>(skeleton.joints.size())});
        skeleton.joints.push_back(joint);
        if (!of.sided) {
            if (of.name == "head") top = joint.rest.head.y + 19 * joint.scale.x;
            continue;
        }
        joint.side = Side::right;
        joint.rest = mirrored_frame(joint.rest);
        if (of.parent >= 0) joint.parent = skeleton.of_bone[at(of.parent)][1];
        skeleton.of_bone.back()[1] = static_cast<int>(skeleton.joints.size());
        skeleton.joints.push_back(joint);
    }
    float ground = 0;
    if (const int foot = table.bone("foot"); foot >= 0) ground = skeleton.joint(foot, Side::left).rest.head.y - 8.05f;
    skeleton.scale = physique.height / std::max(1.0f, top - ground);
    return skeleton;
}

Motion motion(const Frame& from, const Frame& to) {
    Motion motion;
    const auto row = [&](auto part) {
        return from.distal * part(to.distal) + from.anterior * part(to.anterior) + from.lateral * part(to.lateral);
    };
    motion.rows = {row([](Vector v) { return v.x; }), row([](Vector v) { return v.y; }),
                   row([](Vector v) { return v.z; })};
    motion.moved = to.head - motion.turn(from.head);
    return motion;
}

std::vector<Motion> posed(const Table& table, const Skeleton& skeleton, const Pose& pose) {
    std::vector<Frame> frames;
    std::vector<Motion> motions;
    for (const Joint& joint : skeleton.joints) {
        Frame frame;
        if (joint.parent < 0) {
            frame = root_frame(joint.rest, pose.root);
        } else {
            const Motion& carried = motions[at(joint.parent)];
            frame = {carried(joint.rest.head), carried.turn(joint.rest.distal), carried.turn(joint.rest.anterior),
                     carried.turn(joint.rest.lateral)};
        }
        for (const Turn& by : pose.turns) {
            if (by.bone != joint.bone || !(joint.side == Side::right ? by.right : by.left)) continue;
            switch (by.axis) {
                case Turn::Axis::flex: turn(frame.distal, frame.anterior, by.degrees); break;
                case Turn::Axis::abduct: turn(frame.distal, frame.lateral, by.degrees); break;
                case Turn::Axis::rotate: turn(frame.anterior, frame.lateral, by.degrees); break;
            }
        }
        frames.push_back(frame);
        motions.push_back(motion(joint.rest, frame));
    }
    static_cast<void>(table);
    return motions;
}

Pose with(Pose pose, const Turn& turn) {
    pose.turns.push_back(turn);
    return pose;
}

}  // namespace palpera::body
