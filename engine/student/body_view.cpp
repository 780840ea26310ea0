#include "engine/student/body_view.h"

#include <algorithm>

namespace palpera::student {
namespace {

constexpr double flight = 0.25;  // seconds
constexpr float nearest = 22, farthest = 230;

bool is_of_the_leg(const std::string& area) {
    return area == "foot" || area == "ankle" || area == "lower_leg" || area == "leg" || area == "calf";
}

}  // namespace

void BodyView::meet(ui::Ui& ui, Bodies& bodies, const encounter::Encounter& encounter) {
    bodies_ = &bodies;
    const body::Maker::Bodies there = bodies.of(*encounter.patient);
    const auto best = there.full ? there.full : there.coarse;
    if (!best || !best->is_full) ui.redraw.in(0.1);  // until the worker has made it
    if (!best) return;
    if (best == body_ && (shown_ != nullptr || position_ == encounter.position)) {
        find_demonstration(encounter, ui);
        demonstrate(encounter, ui);
        return step(ui);
    }
    shown_ = nullptr;
    events_ = encounter.events.size();
    body_ = best;
    coarse_ = there.coarse;
    tone_ = tone_of(*encounter.patient);
    const bool lay_otherwise = position_ != encounter.position;
    pose(encounter.position);
    corners_.clear();
    sight_.reset();
    if (lay_otherwise) {
        const auto& known = views();
        const bool is_known = std::any_of(known.begin(), known.end(), [&](const char* view) { return view_ == view; });
        if (!is_known) view_ = known.front();
        to_ = camera_ = camera_from(view_);
        // A complaint of the leg is met with the legs in the picture.
        if (!has_looked_ && !lies_ && is_of_the_leg(encounter.patient->area)) {
            camera_.target.y = 43 * body_->skeleton.scale;
            camera_.height = 100 * body_->skeleton.scale;
            to_ = camera_;
        }
        has_looked_ = true;
    }
    step(ui);
}

void BodyView::pose(const std::string& position) {
    position_ = position;
    lies_ = position_ == "supine" || position_ == "prone" || position_ == "side";
    sits_ = position_ == "sitting";
    posed_ = std::make_shared<body::PosedSkin>(body::posed(*body_, body::pose_of(*body_, position_)));
    coarse_posed_ = coarse_
                        ? std::make_shared<body::PosedSkin>(body::posed(*coarse_, body::pose_of(*coarse_, position_)))
                        : nullptr;
    sight_.reset();
    seat_ = 0;
    if (!sits_) return;
    // The couch is where the thighs rest on it.
    seat_ = 1e9f;
    for (std::size_t i = 0; i < posed_->points.size(); ++i) {
        const body::SkinPoint& point = body_->skin.points[i];
        const bool rests =
            point.chart == body::Chart::trunk || (point.chart == body::Chart::leg && point.place.along < 0.4f);
        if (rests) seat_ = std::min(seat_, posed_->points[i].y);
    }
    seat_ += 1;
}

// What the last act is seen to do, where the table knows. A reflex that is found reduced does nothing.
void BodyView::find_demonstration(const encounter::Encounter& encounter, ui::Ui& ui) {
    if (encounter.events.size() == events_) return;
    const bool one_more = encounter.events.size() == events_ + 1;
    events_ = encounter.events.size();
    if (!one_more || ui.reduce_motion) return;
    const encounter::Event& event = encounter.events[events_ - 1];
    const auto found = body_->table->demonstrations.find(event.action.act());
    if (found == body_->table->demonstrations.end()) return;
    sides_shown_.clear();
    for (library::Side side : {library::Side::right, library::Side::left}) {
        if (event.action.side != library::Side::none && event.action.side != side) continue;
        const bool reduced =
            found->second.quick &&
            std::any_of(event.response.revealed.begin(), event.response.revealed.end(),
                        [&](const encounter::Shown& shown) {
                            const bool here = shown.side == side || shown.side == library::Side::none;
                            return here && shown.fact.ends_with("_reduced") && shown.value == script::Value(true);
                        });
        sides_shown_.emplace_back(side == library::Side::left ? body::Side::left : body::Side::right,
                                  reduced ? 0.0f : 1.0f);
    }
    if (!shown_) camera_before_ = to_;
    shown_ = &found->second;
    shown_since_ = ui.now;
    pose(shown_->from);
    body::Camera camera = camera_from(views().front());
    const bool left = sides_shown_.front().first == body::Side::left && sides_shown_.size() == 1;
    camera.turn = left ? 68.0f : -68.0f;
    camera.tilt = lies_ ? 18 : 8;
    if (lies_) camera.height = std::max(camera.height, 160 * body_->skeleton.scale);
    fly_to(camera, ui);
}

// The joints turn there and back, one side after the other; then the patient is as before.
void BodyView::demonstrate(const encounter::Encounter& encounter, ui::Ui& ui) {
    if (!shown_) return;
    const double passed = ui.now - shown_since_ - flight, each = static_cast<double>(shown_->seconds);
    const auto turn = static_cast<std::size_t>(std::max(0.0, passed) / each);
    ui.redraw.now();
    if (turn >= sides_shown_.size()) {
        shown_ = nullptr;
        pose(encounter.position);
        return fly_to(camera_before_, ui);
    }
    const auto [side, amount] = sides_shown_[turn];
    const float t = static_cast<float>(std::clamp(passed / each - static_cast<double>(turn), 0.0, 1.0));
    const float rise = shown_->quick ? 0.3f : 0.35f, fall = shown_->quick ? 0.35f : 0.7f;
    const float part = amount * std::min(body::smooth_step(0, rise, t), 1 - body::smooth_step(fall, 1, t));
    const auto with_turns = [&](const body::Body& of) {
        body::Pose pose = body::pose_of(of, shown_->from);
        for (body::Turn one : shown_->turns) {
            const bool sided = one.left != one.right;
            if (sided) {
                one.left = side == body::Side::left;
                one.right = !one.left;
            }
            one.degrees *= part;
            pose.turns.push_back(one);
        }
        return std::make_shared<body::PosedSkin>(body::posed(of, pose));
    };
    posed_ = with_turns(*body_);
    if (coarse_ && ui.artist->is_slow()) coarse_posed_ = with_turns(*coarse_);
    sight_.reset();
}

const std::vector<const char*>& BodyView::views() const {
    static const std::vector<const char*> upright{"front", "back", "right", "left", "sole"};
    static const std::vector<const char*> lying{"above", "right", "left", "sole"};
    return lies_ ? lying : upright;
}

body::Camera BodyView::camera_from(const std::string& view) const {
    body::Vector least{1e9f, 1e9f, 1e9f}, most{-1e9f, -1e9f, -1e9f}, feet;
    float of_feet = 0;
    for (std::size_t i = 0; i < posed_->points.size(); i += 7) {
        const body::Vector p = posed_->points[i];
        least = {std::min(least.x, p.x), std::min(least.y, p.y), std::min(least.z, p.z)};
        most = {std::max(most.x, p.x), std::max(most.y, p.y), std::max(most.z, p.z)};
        if (body_->skin.points[i].chart != body::Chart::foot) continue;
        feet += p;
        ++of_feet;
    }
    body::Camera camera;
    camera.target = (least + most) * 0.5f;
    camera.height = std::max(60.0f, (most.y - least.y) * 1.12f);
    if (view == "back") camera.turn = 180;
    if (view == "right") camera.turn = -90;
    if (view == "left") camera.turn = 90;
    if (lies_) {
        const bool prone = position_ == "prone";
        camera.turn = view == "left" ? 90.0f : position_ == "side" && view == "above" ? 90.0f : -90.0f;
        camera.tilt = view == "above" ? 52 : 14;
        camera.height = 128 * body_->skeleton.scale;
        if (view == "sole") camera.turn = prone ? 180.0f : 0.0f;
    }
    if (view == "sole" && of_feet > 0) {
        camera.target = feet * (1 / of_feet);
        camera.height = 52;
        camera.tilt = lies_ ? 10 : -72;
    }
    return camera;
}

void BodyView::look_from(const std::string& view, ui::Ui& ui) {
    body::Camera camera = camera_from(view);
    // What is looked at stays in the picture, but for the soles, which have their own place.
    if (view != "sole" && view_ != "sole" && !lies_) {
        camera.target = to_.target;
        camera.height = to_.height;
    }
    view_ = view;
    fly_to(camera, ui);
}

void BodyView::look_at_all(ui::Ui& ui) {
    if (view_ == "sole") view_ = views().front();
    fly_to(camera_from(view_), ui);
}

void BodyView::fly_to(const body::Camera& camera, ui::Ui& ui) {
    to_ = camera;
    ui.redraw.now();
    if (ui.reduce_motion) {
        camera_ = camera;
        flight_began_ = -1;
        return;
    }
    from_ = camera_;
    flight_began_ = ui.now;
}

void BodyView::step(ui::Ui& ui) {
    if (flight_began_ < 0) return;
    const float part = static_cast<float>(std::clamp((ui.now - flight_began_) / flight, 0.0, 1.0));
    camera_ = body::between(from_, to_, body::smooth_step(0, 1, part));
    if (part >= 1) {
        camera_ = to_;
        flight_began_ = -1;
    }
    ui.redraw.now();
}

void BodyView::turn_by(float turn, float tilt) {
    flight_began_ = -1;
    camera_.turn = std::remainder(camera_.turn + turn, 360.0f);
    camera_.tilt = std::clamp(camera_.tilt + tilt, lies_ || sits_ ? 2.0f : -88.0f, 88.0f);
    to_ = camera_;
}

void BodyView::zoom_by(float factor) {
    flight_began_ = -1;
    camera_.height = std::clamp(camera_.height / factor, nearest, farthest);
    to_ = camera_;
}

void BodyView::move_by(float right, float up) {
    flight_began_ = -1;
    camera_.target += camera_.right() * right + camera_.up() * up;
    camera_.target = {std::clamp(camera_.target.x, -110.0f, 110.0f), std::clamp(camera_.target.y, -10.0f, 200.0f),
                      std::clamp(camera_.target.z, -110.0f, 110.0f)};
    to_ = camera_;
}

std::optional<std::uint32_t> BodyView::corner_of(body::Place::Kind kind, const std::string& id, body::Side side) {
    const std::string name = std::to_string(static_cast<int>(kind)) + id + (side == body::Side::left ? "<" : ">");
    const auto [entry, fresh] = corners_.try_emplace(name);
    if (fresh) {
        if (const body::Place* place = bodies_->places().find(kind, id))
            entry->second = body::anchor(*body_, *place, side);
    }
    return entry->second;
}

std::optional<std::uint32_t> BodyView::corner_of_zone(const std::string& id, body::Side side) {
    const auto [entry, fresh] = corners_.try_emplace("zone " + id + (side == body::Side::left ? "<" : ">"));
    if (fresh) {
        if (const int zone = zones().index(id); zone >= 0) entry->second = body::midst(*body_, zones(), zone, side);
    }
    return entry->second;
}

std::optional<body::Hit> BodyView::hit(float x, float y) const {
    const body::Charts charts(*body_->table, body_->skeleton);
    return body::hit(body_->skin, *posed_, charts, body::ray(camera_, x, y));
}

bool BodyView::sees(std::uint32_t corner) {
    if (!sight_ || sight_from_ != camera_) {
        sight_.emplace(*posed_, camera_);
        sight_from_ = camera_;
    }
    const body::Vector at = posed_->points[corner];
    const bool faces = body::dot(posed_->normals[corner], body::unit(camera_.eye() - at)) > 0.12f;
    return faces && sight_->sees(at);
}

ImTextureID BodyView::picture(ui::Ui& ui, ui::Rect place, ui::Rect room, bool is_held,
                              std::vector<ui::ZonePaint> paint) {
    const bool moves = is_held || flight_began_ >= 0 || shown_ != nullptr;
    const bool quick = moves && ui.artist->is_slow() && coarse_;
    const ImVec2 backing = ImGui::GetIO().DisplayFramebufferScale;
    scene_.body = quick ? coarse_ : body_;
    scene_.posed = quick ? coarse_posed_ : posed_;
    scene_.zones = bodies_->zones();
    scene_.camera = camera_;
    scene_.tone = tone_;
    scene_.paint = std::move(paint);
    scene_.couch = lies_ || sits_;
    scene_.seat = seat_;
    scene_.width = std::max(1, static_cast<int>(place.width() * std::max(1.0f, backing.x)));
    scene_.height = std::max(1, static_cast<int>(place.height() * std::max(1.0f, backing.y)));
    scene_.scale = ui.scale * std::max(1.0f, backing.x);
    scene_.moving = moves;
    scene_.appearance = ui.appearance;
    scene_.ground_from = (place.min.y - room.min.y) / std::max(1.0f, room.height());
    scene_.ground_to = (place.max.y - room.min.y) / std::max(1.0f, room.height());
    // When it has come to rest it is drawn once more, with smooth edges.
    if (moves || moved_) ui.redraw.now();
    moved_ = moves;
    return ui.artist->draw(scene_);
}

}  // namespace palpera::student
