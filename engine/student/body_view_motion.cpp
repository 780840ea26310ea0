// The body while it is examined: it moves, and the camera goes to where that is seen.
#include <algorithm>

#include "engine/student/body_view.h"

namespace palpera::student {
namespace {

constexpr double flight = 0.25;  // seconds, before it begins to move

}  // namespace

void BodyView::turn_to(std::uint32_t corner, float height, ui::Ui& ui) {
    const body::ClearView clear = body::clear_view(*body_, *posed_, corner, height, lies_);
    if (!clear.is_clear) return;
    looked_at_ = corner;
    seen_.clear();
    fly_to(clear.camera, ui);
}

double BodyView::passed(const ui::Ui& ui) const { return ui.now - motion_since_ - flight; }

void BodyView::find_motion(const present::Context& context, const encounter::Encounter& encounter, ui::Ui& ui) {
    if (encounter.events.size() == events_) return;
    const bool one_more = encounter.events.size() == events_ + 1;
    events_ = encounter.events.size();
    if (!one_more || ui.reduce_motion || is_led_) return;
    std::optional<BodyMotion> motion = BodyMotion::of_last(context, encounter, *body_->table);
    if (!motion) return;
    if (!motion_) camera_before_ = to_;
    motion_ = std::move(motion);
    motion_since_ = ui.now;
    seen_from_front_ = false;
    if (position_ != motion_->position()) pose(motion_->position());
    look_at_motion(ui, 0);
}

// A limb from its own side, what sways from in front or behind, a walk from the side and then from in front, what is
// pressed from near by.
void BodyView::look_at_motion(ui::Ui& ui, double passed) {
    if (motion_->is_withdrawal()) return;
    body::Camera camera = camera_from(views().front());
    const body::Side side = motion_->side(passed);
    camera.turn = side == body::Side::left ? 68.0f : -68.0f;
    camera.tilt = lies_ ? 18 : 8;
    if (motion_->is_walk()) {
        camera.turn = seen_from_front_ ? 0.0f : side == body::Side::left ? 90.0f : -90.0f;
        camera.tilt = 4;
    } else if (!motion_->hands().empty()) {
        if (const auto corner = corner_of(body::Place::Kind::site, motion_->hands().front(), side))
            camera = body::clear_view(*body_, *posed_, *corner, 44, lies_).camera;
    } else if (const body::Turn* turn = motion_->leading()) {
        look_at_joint(camera, *turn, side);
    }
    fly_to(camera, ui);
}

void BodyView::look_at_joint(body::Camera& camera, const body::Turn& turn, body::Side side) const {
    const body::Bone& bone = body_->table->bones[static_cast<std::size_t>(turn.bone)];
    const body::Joint& joint = body_->skeleton.joint(turn.bone, side);
    const auto index = static_cast<int>(&joint - body_->skeleton.joints.data());
    const body::Vector at = posed_->place(index, joint.rest.head);
    const bool sways = turn.axis != body::Turn::Axis::flex;
    if (!bone.sided) {
        camera.turn = sways ? 180.0f : -68.0f;
        return;
    }
    // A foot is seen with the leg, and a leg with the trunk.
    const bool is_foot = joint.rest.head.y < 20;
    if (lies_ || is_foot) {
        // A leg that is lifted goes up.
        camera.target = is_foot ? at : at + body::Vector{0, 26 * body_->skeleton.scale, 0};
        camera.height = (is_foot ? 78.0f : 178.0f) * body_->skeleton.scale;
    }
    if (sways && is_foot) {
        camera.turn = lies_ && position_ == "prone" ? 180.0f : 0.0f;
        camera.tilt = 24;
    }
}

// There and back; then the patient is as before.
void BodyView::move(const encounter::Encounter& encounter, ui::Ui& ui) {
    if (!motion_) return;
    const double since = passed(ui);
    ui.redraw.now();
    if (since >= motion_->seconds()) {
        const bool camera_moved = !motion_->is_withdrawal();
        motion_.reset();
        pose(encounter.position);
        return camera_moved ? fly_to(camera_before_, ui) : void();
    }
    if (motion_->is_walk() && !seen_from_front_ && since > motion_->seconds() / 2) {
        seen_from_front_ = true;
        look_at_motion(ui, since);
    }
    lie([&](const body::Body& of) { return motion_->pose(of, std::max(0.0, since)); });
}

// What of the patient's signs is seen, whether or not it has been looked for.
void BodyView::find_signs(const encounter::Encounter& encounter, const body::Maker::Bodies& there) {
    const auto best = there.full ? there.full : there.coarse;
    if (best == body_ && signs_at_ == encounter.events.size()) return;
    signs_at_ = encounter.events.size();
    std::vector<body::SignOn> seen;
    for (const auto& [fact, signs] : bodies_->signs()) {
        for (library::Side side : {library::Side::right, library::Side::left}) {
            if (!present::has_sign(encounter, fact, side)) continue;
            for (const body::SkinSign& sign : signs) {
                seen.push_back({&sign, side == library::Side::left ? body::Side::left : body::Side::right});
            }
        }
    }
    if (best == body_ && seen == signs_) return;
    signs_ = std::move(seen);
    const auto look = [&](const std::shared_ptr<const body::Body>& of) {
        return of && !signs_.empty() ? std::make_shared<body::SkinLook>(body::look_of(*of, bodies_->places(), signs_))
                                     : nullptr;
    };
    look_ = look(best);
    coarse_look_ = look(there.coarse);
    if (best == body_ && !motion_ && !is_led_) pose(position_);
}

void BodyView::lie(const std::function<body::Pose(const body::Body&)>& pose) {
    const auto lain = [&](const body::Body& of, const body::SkinLook* look) {
        auto posed = std::make_shared<body::PosedSkin>(body::posed(of, pose(of)));
        if (look && look->heights.size() == posed->points.size()) body::swell(*posed, *look);
        return posed;
    };
    posed_ = lain(*body_, look_.get());
    if (coarse_) coarse_posed_ = lain(*coarse_, coarse_look_.get());
    sight_.reset();
}

std::vector<std::uint32_t> BodyView::hands(const ui::Ui& ui, float& pressure) {
    std::vector<std::uint32_t> corners;
    if (!motion_) return corners;
    const double since = std::max(0.0, passed(ui));
    pressure = motion_->pressure(since);
    for (const std::string& site : motion_->hands()) {
        if (const auto corner = corner_of(body::Place::Kind::site, site, motion_->side(since)))
            corners.push_back(*corner);
    }
    return corners;
}

void BodyView::lead(const body::Demonstration* shown, bool sign, body::Side side, float part) {
    if (!shown && !is_led_) return;
    is_led_ = shown != nullptr;
    const std::string position = position_;
    if (!shown) return pose(position);
    lie([&](const body::Body& of) { return led(of, position, *shown, sign, side, part); });
}

}  // namespace palpera::student
