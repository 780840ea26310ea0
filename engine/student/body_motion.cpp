#include "engine/student/body_motion.h"

#include <algorithm>
#include <cmath>

#include "engine/student/bodies.h"

namespace palpera::student {
namespace {

using body::GaitCurve;
using body::Turn;
using library::Verb;

constexpr double strides_a_view = 3;  // from the side, and as many from the front
constexpr int draws_back_from = 4;    // NRS: milder pain is told and not shown

// "move ankle_dorsiflexion_knee_bent" of "move ankle dorsiflexion_knee_bent".
std::string name_of(const library::Action& action) {
    std::string subject = action.subject;
    std::replace(subject.begin(), subject.end(), ' ', '_');
    return std::string(library::name(action.verb)) + " " + subject;
}

// Which part of the body draws back when a region of the atlas is touched.
std::string limb_of(const std::string& region, const std::string& position) {
    for (const char* leg : {"foot", "ankle", "lower_leg", "knee", "thigh"}) {
        if (region == leg) return position == "prone" ? "leg_prone" : "leg";
    }
    for (const char* arm : {"arm", "forearm", "hand", "shoulder"}) {
        if (region == arm) return "arm";
    }
    return "trunk";
}

// What the pose does to this joint already.
float degrees_in(const body::Pose& pose, const Turn& of) {
    float degrees = 0;
    for (const Turn& turn : pose.turns) {
        const bool here = (of.left && turn.left) || (of.right && turn.right);
        if (turn.bone == of.bone && turn.axis == of.axis && here) degrees += turn.degrees;
    }
    return degrees;
}

// What is said of the right side, meant of this one.
Turn on_side(Turn turn, const body::Table& table, body::Side side) {
    const bool sided = table.bones[static_cast<std::size_t>(turn.bone)].sided;
    if (side == body::Side::right) return turn;
    if (sided) std::swap(turn.left, turn.right);
    if (!sided && turn.axis != Turn::Axis::flex) turn.degrees = -turn.degrees;
    return turn;
}

// Between eight even steps that go round, smoothly.
float along(const std::array<float, 8>& steps, double phase) {
    const double place = (phase - std::floor(phase)) * 8;
    const auto at = [&](int i) { return steps[static_cast<std::size_t>((i + 8) % 8)]; };
    const int i = static_cast<int>(place) % 8;
    const float t = static_cast<float>(place - std::floor(place));
    const float a = at(i - 1), b = at(i), c = at(i + 1), d = at(i + 2);
    return b + 0.5f * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
}

// The share of the stride on the ground is 0.6 in the curves, and longer or shorter in who limps.
double warped(double phase, double stance) {
    const double p = phase - std::floor(phase);
    return p < stance ? p / stance * 0.6 : 0.6 + (p - stance) / (1 - stance) * 0.4;
}

const GaitCurve* curve_of(const body::Walk& walk, const GaitCurve& each, GaitCurve::Of of) {
    for (const GaitCurve& curve : walk.curves) {
        if (curve.of == of && curve.bone == each.bone && curve.axis == each.axis) return &curve;
    }
    return nullptr;
}

}  // namespace

body::Pose led(const body::Body& body, const std::string& position, const body::Demonstration& shown, bool sign,
               body::Side side, float part) {
    body::Pose pose = body::pose_of(body, position);
    const body::Pose lies = pose;
    const bool other_way = sign && !shown.found.empty();
    for (const Turn& turn : other_way ? shown.found : shown.turns) {
        Turn one = on_side(turn, *body.table, side);
        if (shown.absolute) one.degrees -= degrees_in(lies, one);
        one.degrees *= part;
        pose.turns.push_back(one);
    }
    return pose;
}

float led_part(const body::Table& table, const body::Demonstration& shown, float share) {
    const auto from = table.poses.find(shown.from);
    if (!shown.absolute || shown.turns.empty() || from == table.poses.end()) return share;
    const float end = shown.turns.front().degrees, lies = degrees_in(from->second, shown.turns.front());
    if (std::abs(end - lies) < 1) return share;
    return std::clamp((end * share - lies) / (end - lies), 0.0f, 1.0f);
}

body::Pose walked(const body::Body& body, const body::Walk& walk, body::Side affected, double strides, float part) {
    body::Pose pose = body::pose_of(body, "standing");
    const double other_stance = 1.2 - static_cast<double>(walk.stance);
    const auto add = [&](const GaitCurve& curve, bool left, bool right, double phase, float sign) {
        pose.turns.push_back({curve.bone, left, right, curve.axis, part * sign * along(curve.degrees, phase)});
    };
    const bool left_affected = affected == body::Side::left;
    const double of_affected = warped(strides, static_cast<double>(walk.stance));
    const double of_other = warped(strides + 0.5, other_stance);
    for (const GaitCurve& curve : walk.curves) {
        switch (curve.of) {
            case GaitCurve::Of::middle:
                add(curve, true, true, of_affected, left_affected && curve.axis != Turn::Axis::flex ? -1.0f : 1.0f);
                break;
            case GaitCurve::Of::affected: add(curve, left_affected, !left_affected, of_affected, 1); break;
            // Said in the time of the affected side where both move as one, as the pelvis makes them.
            case GaitCurve::Of::other:
                add(curve, !left_affected, left_affected, curve.axis == Turn::Axis::abduct ? of_affected : of_other, 1);
                break;
            case GaitCurve::Of::each:
                if (!curve_of(walk, curve, GaitCurve::Of::affected))
                    add(curve, left_affected, !left_affected, of_affected, 1);
                if (!curve_of(walk, curve, GaitCurve::Of::other))
                    add(curve, !left_affected, left_affected, of_other, 1);
                break;
        }
    }
    return pose;
}

std::optional<BodyMotion> BodyMotion::walking(const encounter::Encounter& encounter, const body::Table& table,
                                              const library::Action& action, bool abnormal) {
    BodyMotion motion;
    motion.position_ = "standing";
    const body::Walk* healthy = nullptr;
    for (const body::Walk& walk : table.walks) {
        if (walk.act != action.subject) continue;
        if (walk.signs.empty()) healthy = healthy ? healthy : &walk;
        for (const std::string& fact : walk.signs) {
            for (library::Side side : {library::Side::right, library::Side::left}) {
                if (!abnormal || motion.walk_ || !present::has_sign(encounter, fact, side)) continue;
                motion.walk_ = &walk;
                motion.parts_ = {{body_side(side), true, 1}};
            }
        }
    }
    if (!motion.walk_) {
        motion.walk_ = healthy;
        motion.parts_ = {{body::Side::right, false, 1}};
    }
    return motion.walk_ ? std::optional(motion) : std::nullopt;
}

// Away from the examiner's hand, the more the worse it hurts.
std::optional<BodyMotion> BodyMotion::drawing_back(const std::string& region, const std::string& position,
                                                   const body::Table& table,
                                                   const std::vector<present::BodyAnswer>& answers) {
    BodyMotion motion;
    motion.position_ = position;
    motion.withdrawal_ = true;
    const auto found = table.demonstrations.find("withdrawal " + limb_of(region, position));
    if (found == table.demonstrations.end()) return std::nullopt;
    motion.shown_ = &found->second;
    for (const present::BodyAnswer& answer : answers) {
        if (answer.pain < draws_back_from) continue;
        motion.parts_.push_back({body_side(answer.side), true, static_cast<float>(answer.pain) / 10});
    }
    return motion.parts_.empty() ? std::nullopt : std::optional(motion);
}

std::optional<BodyMotion> BodyMotion::of_last(const present::Context& context, const encounter::Encounter& encounter,
                                              const body::Table& table) {
    std::optional<BodyMotion> motion = unfelt(context, encounter, table);
    if (!motion) return std::nullopt;
    const int last = encounter.events[encounter.events.size() - 1].n;
    for (const present::BodyAnswer& answer : present::body_answers(context, encounter, last)) {
        motion->pain_ = std::max(motion->pain_, answer.pain);
    }
    return motion;
}

std::optional<BodyMotion> BodyMotion::unfelt(const present::Context& context, const encounter::Encounter& encounter,
                                             const body::Table& table) {
    if (encounter.events.empty()) return std::nullopt;
    const encounter::Event& event = encounter.events[encounter.events.size() - 1];
    const std::vector<present::BodyAnswer> answers = present::body_answers(context, encounter, event.n);
    if (answers.empty()) return std::nullopt;
    const bool abnormal =
        std::any_of(answers.begin(), answers.end(), [](const present::BodyAnswer& answer) { return answer.sign; });
    if (event.action.verb == Verb::gait) return walking(encounter, table, event.action, abnormal);
    if (event.action.verb == Verb::palpate) {
        const anatomy::Site* site = find(context.library.atlas.sites, event.action.subject);
        return drawing_back(site ? site->region : "trunk", encounter.position, table, answers);
    }
    for (const body::Walk& walk : table.walks) {
        library::Action asked = event.action;
        asked.subject = walk.act;
        if (event.action.verb == Verb::test && walk.name == event.action.subject)
            return walking(encounter, table, asked, abnormal);
    }
    const auto found = table.demonstrations.find(name_of(event.action));
    if (found == table.demonstrations.end()) return std::nullopt;
    BodyMotion motion;
    motion.position_ = found->second.from;
    motion.shown_ = &found->second;
    motion.is_power_ = event.action.verb == Verb::strength;
    for (const present::BodyAnswer& answer : answers) {
        const bool stops = answer.sign || (event.action.verb == Verb::move && answer.pain > 0);
        const bool is_led = event.action.verb == Verb::move;  // that goes as far as its degrees say
        const bool by_limit = stops && found->second.found.empty() && !is_led;
        const float share = static_cast<float>(answer.extent);
        const float extent = is_led ? led_part(table, found->second, share)
                                    : share * (by_limit && !motion.is_power_ ? found->second.limit : 1);
        motion.parts_.push_back({body_side(answer.side), stops, extent});
    }
    return motion;
}

double BodyMotion::seconds() const {
    if (walk_) return 2 * strides_a_view * static_cast<double>(walk_->seconds);
    return static_cast<double>(shown_->seconds) * static_cast<double>(parts_.size());
}

const BodyMotion::Part& BodyMotion::part(double passed) const {
    if (walk_) return parts_.front();
    const auto turn = static_cast<std::size_t>(std::max(0.0, passed) / static_cast<double>(shown_->seconds));
    return parts_[std::min(turn, parts_.size() - 1)];
}

body::Side BodyMotion::side(double passed) const { return part(passed).side; }

// From 0 over the end that this side reaches back to 0. Against resistance a weak muscle is pushed back from where it
// has got to by itself.
float BodyMotion::progress(const Part& part, float t) const {
    const float rise = shown_->quick ? 0.3f : 0.35f, fall = shown_->quick ? 0.35f : 0.75f;
    const float there = std::min(body::smooth_step(0, rise, t), 1 - body::smooth_step(fall, 1, t));
    if (!is_power_ || part.extent <= 0.5f) return part.extent * there;
    const float pushed = body::smooth_step(0.42f, 0.6f, t) * (1 - part.extent) * 1.6f;
    return there * (1 - std::min(pushed, 0.7f));
}

body::Pose BodyMotion::pose(const body::Body& body, double passed) const {
    const Part& now = part(passed);
    if (walk_) {
        const float from = body::smooth_step(0, 0.4f, static_cast<float>(passed));
        const float to = body::smooth_step(0, 0.4f, static_cast<float>(seconds() - passed));
        return walked(body, *walk_, now.side, passed / static_cast<double>(walk_->seconds), std::min(from, to));
    }
    const double each = static_cast<double>(shown_->seconds);
    const double turn = std::min(std::floor(std::max(0.0, passed) / each), static_cast<double>(parts_.size() - 1));
    const float t = static_cast<float>(std::clamp(passed / each - turn, 0.0, 1.0));
    return led(body, position_, *shown_, now.sign, now.side, progress(now, t));
}

const body::Turn* BodyMotion::leading() const {
    return shown_ && !shown_->turns.empty() ? &shown_->turns.front() : nullptr;
}

const std::vector<std::string>& BodyMotion::hands() const {
    static const std::vector<std::string> none;
    return shown_ ? shown_->presses : none;
}

float BodyMotion::pressure(double passed) const {
    if (!shown_ || shown_->presses.empty()) return 0;
    const double each = static_cast<double>(shown_->seconds);
    const auto t = static_cast<float>(std::clamp(passed / each - std::floor(passed / each), 0.0, 1.0));
    return std::min(body::smooth_step(0.1f, 0.35f, t), 1 - body::smooth_step(0.7f, 0.95f, t));
}

}  // namespace palpera::student
