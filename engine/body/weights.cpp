// Which joints move a point of the skin, and how much.
#include <array>

#include "engine/body/surface.h"

namespace palpera::body {
namespace {

constexpr float reach = 1.2f;  // cm: a joint's pull falls to a third in this distance

std::size_t at(int index) { return static_cast<std::size_t>(index); }

// The trunk's share, dealt out to the parts of the spine by height: between two heads over a few centimetres.
void deal_out(const Field& field, Vector point, std::vector<float>& pull, int trunk) {
    const Skeleton& skeleton = field.skeleton();
    float rest = pull[at(trunk)];
    if (rest <= 0) return;
    pull[at(trunk)] = 0;
    int above = -1;
    float share_above = rest;
    // From the top down: what lies above a head belongs to it.
    for (int i = static_cast<int>(skeleton.joints.size()) - 1; i >= 0; --i) {
        const Joint& joint = skeleton.joints[at(i)];
        const Bone& bone = field.table().bones[at(joint.bone)];
        const bool is_head = bone.name == "head";
        if (!bone.spine && !is_head) continue;
        const float soft = bone.name == "lumbar" ? 6.0f : bone.name == "thorax" ? 7.0f : 3.5f;
        const float part = smooth_step(joint.rest.head.y - soft, joint.rest.head.y + soft, point.y);
        pull[at(i)] += share_above * part;
        share_above *= 1 - part;
        above = i;
    }
    static_cast<void>(above);
    pull[at(trunk)] += share_above;
}

}  // namespace

void weigh(const Field& field, const Near& near, SurfacePoint& point) {
    const Skeleton& skeleton = field.skeleton();
    std::vector<float> pull;
    field.distances(point.at, near, pull);
    float nearest = Field::far;
    int owner = 0;
    for (std::size_t i = 0; i < pull.size(); ++i) {
        const bool own_side = skeleton.joints[i].side == Side::left;
        if (!own_side) pull[i] = Field::far;
        if (pull[i] < nearest) {
            nearest = pull[i];
            owner = static_cast<int>(i);
        }
    }
    const int trunk = 0;
    for (std::size_t i = 0; i < pull.size(); ++i) {
        const Joint& joint = skeleton.joints[i];
        const bool spine = field.table().bones[at(joint.bone)].spine;
        // Only the owner, what it hangs on, what hangs on it and its siblings: a hand at the hip does not move it.
        const Joint& own = skeleton.joints[at(owner)];
        const int parent_of = joint.parent >= 0 && field.table().bones[at(skeleton.joints[at(joint.parent)].bone)].spine
                                  ? trunk
                                  : joint.parent;
        const int parent_own =
            own.parent >= 0 && field.table().bones[at(skeleton.joints[at(own.parent)].bone)].spine ? trunk : own.parent;
        const int index = static_cast<int>(i);
        const bool related = index == owner || index == parent_own || parent_of == owner || parent_of == parent_own;
        pull[i] = related && !spine && pull[i] < Field::far ? std::exp((nearest - pull[i]) / reach) : 0;
    }
    // On the midline both sides pull alike, so that the halves stay together.
    if (point.at.x == 0) {
        for (std::size_t i = 0; i < pull.size(); ++i) {
            if (field.table().bones[at(skeleton.joints[i].bone)].sided) pull[i] = 0;
        }
        if (std::all_of(pull.begin(), pull.end(), [](float value) { return value <= 0; })) pull[trunk] = 1;
    }
    deal_out(field, point.at, pull, trunk);
    std::array<float, 4> weights{};
    float sum = 0;
    for (std::size_t k = 0; k < 4; ++k) {
        const auto most = std::max_element(pull.begin(), pull.end());
        point.joints[k] = static_cast<std::uint8_t>(most - pull.begin());
        weights[k] = *most;
        sum += *most;
        *most = 0;
    }
    for (std::size_t k = 0; k < 4; ++k) point.weights[k] = sum > 0 ? weights[k] / sum : (k == 0 ? 1.0f : 0.0f);
}

}  // namespace palpera::body
