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

void BodyView::meet(ui::Ui& ui, Bodies& bodies, const present::Context& context,
                    const encounter::Encounter& encounter) {
    bodies_ = &bodies;
    const body::Maker::Bodies there = bodies.of(*encounter.patient);
    const auto best = there.full ? there.full : there.coarse;
    if (!best || !best->is_full) ui.redraw.in(0.1);  // until the worker has made it
    if (!best) return;
    find_signs(encounter, there);
    if (best == body_ && (motion_ || position_ == encounter.position)) {
        find_motion(context, encounter, ui);
        move(encounter, ui);
        return step(ui);
    }
    motion_.reset();
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
    coarse_posed_.reset();
    lie([&](const body::Body& of) { return body::pose_of(of, position_); });
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

// Asked in every frame for every mark, and where an edge is near answered by a ray against every triangle: so kept for as
// long as it is looked at from the same side.
bool BodyView::sees(std::uint32_t corner) {
    if (!sight_ || sight_from_ != camera_) {
        sight_.emplace(*posed_, camera_);
        sight_from_ = camera_;
        seen_.clear();
    }
    const auto [kept, is_new] = seen_.try_emplace(corner, false);
    if (is_new) kept->second = finds_in_sight(corner);
    return kept->second;
}

bool BodyView::finds_in_sight(std::uint32_t corner) const {
    const body::Vector at = posed_->points[corner];
    const bool faces = body::dot(posed_->normals[corner], body::unit(camera_.eye() - at)) > 0.12f;
    if (!faces) return false;
    if (sight_->sees(at)) return true;
    if (!sight_->is_near_edge(at) && corner != looked_at_) return false;
    const body::Seen there = body::seen(camera_, at);
    const auto on = hit(there.x, there.y);
    return on && on->side == body_->skin.points[corner].side &&
           body::length(on->rest - body_->skin.points[corner].rest) < 2;
}

ImTextureID BodyView::picture(ui::Ui& ui, ui::Rect place, ui::Rect room, bool is_held,
                              std::vector<ui::ZonePaint> paint) {
    const bool moves = is_held || flight_began_ >= 0 || motion_.has_value() || is_led_;
    const bool quick = moves && ui.artist->is_slow() && coarse_;
    const ImVec2 backing = ImGui::GetIO().DisplayFramebufferScale;
    scene_.body = quick ? coarse_ : body_;
    scene_.posed = quick ? coarse_posed_ : posed_;
    scene_.look = quick ? coarse_look_ : look_;
    scene_.zones = bodies_->zones();
    scene_.camera = camera_;
    scene_.tone = tone_;
    scene_.paint = std::move(paint);
    scene_.couch = lies_ || sits_;
    scene_.seat = seat_;
    // What moves is not looked at closely, and a processor pays for every pixel.
    const float fine = quick ? 0.6f : 1.0f;
    scene_.width = std::max(1, static_cast<int>(place.width() * std::max(1.0f, backing.x) * fine));
    scene_.height = std::max(1, static_cast<int>(place.height() * std::max(1.0f, backing.y) * fine));
    scene_.scale = ui.scale * std::max(1.0f, backing.x) * fine;
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
