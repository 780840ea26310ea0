#include "engine/body/body.h"

namespace palpera::body {

std::shared_ptr<const Body> make_body(std::shared_ptr<const Table> table, const Physique& physique, bool is_full,
                                      const std::atomic<bool>& stop) {
    auto body = std::make_shared<Body>();
    body->table = std::move(table);
    body->physique = physique;
    body->is_full = is_full;
    body->skeleton = skeleton(*body->table, physique);
    const Field field(*body->table, body->skeleton, physique);
    const HalfSurface half = extract(field, is_full ? full : coarse, stop);
    if (stop) return nullptr;
    body->skin = whole(half, owners(field, half), Charts(*body->table, body->skeleton));
    return body;
}

Pose pose_of(const Body& body, std::string_view name) {
    const auto& poses = body.table->poses;
    const auto found = poses.find(name);
    if (found == poses.end() && name != "standing") return pose_of(body, "standing");
    Pose pose = found == poses.end() ? Pose{} : found->second;
    const float old = parameters(body.physique)[static_cast<std::size_t>(Parameter::old)];
    if (const auto bent = poses.find("old_age"); old > 0 && bent != poses.end()) {
        for (Turn turn : bent->second.turns) {
            turn.degrees *= old;
            pose.turns.push_back(turn);
        }
    }
    return pose;
}

PosedSkin posed(const Body& body, const Pose& pose) {
    return posed(body.skin, body.skeleton, posed(*body.table, body.skeleton, pose));
}

}  // namespace palpera::body
