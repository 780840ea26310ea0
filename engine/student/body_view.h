#pragma once

#include <functional>
#include <map>
#include <string>

#include "engine/encounter/encounter.h"
#include "engine/present/context.h"
#include "engine/student/bodies.h"
#include "engine/student/body_motion.h"
#include "engine/ui/body_scene.h"
#include "engine/ui/context.h"

namespace palpera::student {

// How the student looks at the patient's body: kept from frame to frame.
class BodyView {
public:
    // Takes the body that is there by now, in the position that the patient is in.
    void meet(ui::Ui& ui, Bodies& bodies, const present::Context& context, const encounter::Encounter& encounter);
    bool is_there() const { return body_ != nullptr; }

    const body::Body& body() const { return *body_; }
    const body::PosedSkin& posed() const { return *posed_; }
    const body::ZoneMap& zones() const { return *bodies_->zones(); }
    bool lies() const { return lies_; }
    const std::string& position() const { return position_; }
    const body::Camera& camera() const { return camera_; }

    // "front", "back", "right", "left", "sole"; for one who lies "above" and the last three.
    const std::vector<const char*>& views() const;
    const std::string& view() const { return view_; }
    void look_from(const std::string& view, ui::Ui& ui);
    void look_at_all(ui::Ui& ui);
    // Flies there within a quarter of a second, or is there at once where motion is reduced.
    void fly_to(const body::Camera& camera, ui::Ui& ui);
    void turn_by(float turn, float tilt);
    void zoom_by(float factor);
    void move_by(float right, float up);  // centimetres

    // The corner of the skin where a structure or a zone is met; nothing where it has none.
    std::optional<std::uint32_t> corner_of(body::Place::Kind kind, const std::string& id, body::Side side);
    std::optional<std::uint32_t> corner_of_zone(const std::string& id, body::Side side);
    // What the pointer is on, x and y as of body::ray().
    std::optional<body::Hit> hit(float x, float y) const;
    bool sees(std::uint32_t corner);
    // Turns to a corner, where some view of it is clear: sees() then looks as closely as it can.
    void turn_to(std::uint32_t corner, float height, ui::Ui& ui);

    // Something is shown that was just examined, and the body moves.
    bool demonstrates() const { return motion_.has_value(); }
    int pain() const { return motion_ ? motion_->pain() : 0; }  // NRS that the act which is shown provoked
    // The examiner's hand while something is pressed: corners of the skin, and how firmly (0 to 1).
    std::vector<std::uint32_t> hands(const ui::Ui& ui, float& pressure);

    // The student's hand leads a joint so far (0 to 1); without one it goes back to where it was.
    void lead(const body::Demonstration* shown, bool sign, body::Side side, float part);

    // The picture, in a rectangle of the screen; nothing where it cannot be drawn. `is_held`: it is being turned.
    ImTextureID picture(ui::Ui& ui, ui::Rect place, ui::Rect room, bool is_held, std::vector<ui::ZonePaint> paint);

private:
    void pose(const std::string& position);
    void find_signs(const encounter::Encounter& encounter, const body::Maker::Bodies& there);
    void find_motion(const present::Context& context, const encounter::Encounter& encounter, ui::Ui& ui);
    void move(const encounter::Encounter& encounter, ui::Ui& ui);
    void look_at_motion(ui::Ui& ui, double passed);
    void look_at_joint(body::Camera& camera, const body::Turn& turn, body::Side side) const;
    void lie(const std::function<body::Pose(const body::Body&)>& pose);
    bool finds_in_sight(std::uint32_t corner) const;
    double passed(const ui::Ui& ui) const;
    void step(ui::Ui& ui);
    body::Camera camera_from(const std::string& view) const;

    Bodies* bodies_ = nullptr;
    std::shared_ptr<const body::Body> body_, coarse_;
    std::shared_ptr<body::PosedSkin> posed_, coarse_posed_;
    std::vector<body::SignOn> signs_;  // that are seen on the skin
    std::size_t signs_at_ = 0;         // after so many events
    std::shared_ptr<const body::SkinLook> look_, coarse_look_;
    std::string position_, view_ = "front";
    bool lies_ = false, sits_ = false, has_looked_ = false;
    float seat_ = 0, tone_ = 0.3f;
    body::Camera camera_, from_, to_;
    double flight_began_ = -1;
    bool moved_ = false;                // in this frame or the last one
    std::size_t events_ = 0;            // that were seen
    std::optional<BodyMotion> motion_;  // that is going on
    double motion_since_ = 0;
    bool seen_from_front_ = false;  // of a walk: the second half
    bool is_led_ = false;
    body::Camera camera_before_;
    std::map<std::string, std::optional<std::uint32_t>> corners_;
    std::optional<std::uint32_t> looked_at_;
    std::optional<body::Sight> sight_;
    body::Camera sight_from_;
    std::map<std::uint32_t, bool> seen_;  // corners, from there
    ui::BodyScene scene_;
};

}  // namespace palpera::student
