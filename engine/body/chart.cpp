#include "engine/body/chart.h"

#include <numbers>

namespace palpera::body {
namespace {

constexpr std::array<std::string_view, chart_count> names{
    "head",     "trunk", "arm",  "hand",  "finger_1", "finger_2", "finger_3", "finger_4",
    "finger_5", "leg",   "foot", "toe_1", "toe_2",    "toe_3",    "toe_4",    "toe_5"};

// Base and tip of the digits in the frame of their bone.
struct Line {
    const char* bone;
    Vector from, to;
};
constexpr std::array<Line, 5> toe_lines{{{"hallux", {0, 0, 0}, {6.2f, -0.4f, 0.1f}},
                                         {"toes", {0.6f, 0, -2.3f}, {6.4f, -0.2f, -1.95f}},
                                         {"toes", {0.3f, 0, -0.65f}, {5.6f, -0.2f, -0.42f}},
                                         {"toes", {-0.3f, 0, 0.95f}, {4.5f, -0.2f, 1.0f}},
                                         {"toes", {-1.2f, -0.1f, 2.4f}, {3.0f, -0.3f, 2.35f}}}};
constexpr std::array<Line, 5> finger_lines{{{"hand", {4.4f, 1.3f, 3.8f}, {10.4f, 2.3f, 5.4f}},
                                            {"hand", {9.2f, 0, 3.0f}, {17.6f, 2.0f, 3.3f}},
                                            {"hand", {9.4f, 0, 0.95f}, {18.5f, 2.6f, 1.2f}},
                                            {"hand", {9.2f, 0, -1.1f}, {17.6f, 2.8f, -0.8f}},
                                            {"hand", {8.6f, 0, -3.0f}, {15.2f, 2.6f, -2.8f}}}};

bool is_between(Chart chart, Chart first, Chart last) { return chart >= first && chart <= last; }
std::size_t digit(Chart chart, Chart first) {
    return static_cast<std::size_t>(chart) - static_cast<std::size_t>(first);
}
Chart digit_chart(Chart first, std::size_t digit) {
    return static_cast<Chart>(static_cast<std::size_t>(first) + digit);
}

float on_line(float at, std::initializer_list<std::pair<float, float>> through) {
    const std::pair<float, float>* before = through.begin();
    for (const auto& point : through) {
        if (at <= point.first) {
            const float width = point.first - before->first;
            return width > 0 ? mixed(before->second, point.second, (at - before->first) / width) : point.second;
        }
        before = &point;
    }
    return before->second;
}

// How high the core of the foot lies above the plane of the ankle.
float foot_core(float forward) {
    return on_line(forward, {{-4, -4.2f}, {5, -4.6f}, {8, -5.1f}, {12.5f, -5.9f}, {16, -6.4f}});
}

Vector left(Vector point) { return {std::abs(point.x), point.y, point.z}; }
Vector divided(Vector a, Vector b) { return {a.x / b.x, a.y / b.y, a.z / b.z}; }

// Two bones after each other; their angles are mixed near the joint, else every band had a step there.
Coordinates along_limb(const Frame& upper, float upper_length, const Frame& lower, float lower_length, Vector point) {
    const Vector above = upper.inside(point), below = lower.inside(point);
    const float part = smooth_step(-6, 6, below.x);
    return {mixed(above.x / upper_length, 1 + below.x / lower_length, part), mixed(above.y, below.y, part),
            mixed(above.z, below.z, part)};
}

}  // namespace

std::string_view name(Chart chart) { return names[static_cast<std::size_t>(chart)]; }

std::optional<Chart> chart_named(std::string_view name) {
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) return std::nullopt;
    return static_cast<Chart>(found - names.begin());
}

Extent extent(Chart chart) {
    switch (chart) {
        case Chart::head: return {48, 90};
        case Chart::trunk: return {-14, 64};
        case Chart::arm: return {-0.3f, 2.15f};
        case Chart::hand: return {-2, 14};
        case Chart::leg: return {-0.5f, 2.3f};
        case Chart::foot: return {-8, 19};
        default: return {-0.6f, 1.4f};
    }
}

float Coordinates::around() const { return std::atan2(lateral, anterior) * 180 / std::numbers::pi_v<float>; }

Charts::Charts(const Table& table, const Skeleton& skeleton) {
    const auto joint = [&](const char* bone) -> const Joint& { return skeleton.joint(table.bone(bone), Side::left); };
    pelvis_ = joint("pelvis").rest;
    pelvis_scale_ = joint("pelvis").scale;
    head_ = joint("head").rest;
    head_scale_ = joint("head").scale;
    femur_ = joint("femur").rest;
    tibia_ = joint("tibia").rest;
    foot_ = joint("foot").rest;
    foot_scale_ = joint("foot").scale;
    humerus_ = joint("humerus").rest;
    forearm_ = joint("forearm").rest;
    hand_ = joint("hand").rest;
    hand_scale_ = joint("hand").scale;
    thigh_ = length(tibia_.head - femur_.head);
    shank_ = length(foot_.head - tibia_.head);
    upper_arm_ = length(forearm_.head - humerus_.head);
    forearm_length_ = length(hand_.head - forearm_.head);
    head_height_ = pelvis_.inside(head_.head).x / pelvis_scale_.x;
    const auto lay = [&](const std::array<Line, 5>& lines, std::array<Digit, 5>& digits, const char* group,
                         std::array<int, 5>& groups) {
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const Joint& of = joint(lines[i].bone);
            const auto world = [&](Vector p) {
                return of.rest.world({p.x * of.scale.x, p.y * of.scale.y, p.z * of.scale.z});
            };
            Frame& frame = digits[i].frame;
            frame.head = world(lines[i].from);
            const Vector tip = world(lines[i].to);
            digits[i].size = length(tip - frame.head);
            frame.distal = unit(tip - frame.head);
            frame.anterior = unit(of.rest.anterior - frame.distal * dot(of.rest.anterior, frame.distal));
            frame.lateral = unit(of.rest.lateral - frame.distal * dot(of.rest.lateral, frame.distal) -
                                 frame.anterior * dot(of.rest.lateral, frame.anterior));
            groups[i] = table.group(group + std::to_string(i + 1));
        }
    };
    lay(toe_lines, toes_, "toe_", toe_groups_);
    lay(finger_lines, fingers_, "finger_", finger_groups_);
    leg_group_ = table.group("leg");
    arm_group_ = table.group("arm");
    trunk_group_ = table.group("trunk");
}

Chart Charts::owner(const Field& field, const Near& near, Vector of) const {
    const Vector point = left(of);
    std::vector<float> away;
    field.groups(point, near, away);
    const auto group = [&](int index) { return index < 0 ? Field::far : away[static_cast<std::size_t>(index)]; };
    const auto nearest_digit = [&](const std::array<int, 5>& groups, float than, Chart first) -> std::optional<Chart> {
        std::optional<Chart> found;
        for (std::size_t i = 0; i < groups.size(); ++i) {
            if (group(groups[i]) >= than) continue;
            than = group(groups[i]);
            found = digit_chart(first, i);
        }
        return found;
    };
    const Vector hand = divided(hand_.inside(point), hand_scale_);
    const float trunk = group(trunk_group_), arm = std::min(group(arm_group_), Field::far);
    if (hand.x > 0 && std::abs(hand.y) < 12 && std::abs(hand.z) < 12) {
        return nearest_digit(finger_groups_, arm, Chart::finger_1).value_or(Chart::hand);
    }
    const Vector upper_arm = humerus_.inside(point);
    if (upper_arm.x > 4.2f + 0.12f * upper_arm.z && arm < trunk) return Chart::arm;
    const Vector foot = divided(foot_.inside(point), foot_scale_);
    if (foot.y < -1.6f + 1.1f * std::max(0.0f, foot.x - 2.2f) && point.y < foot_.head.y + 6) {
        return nearest_digit(toe_groups_, group(leg_group_), Chart::toe_1).value_or(Chart::foot);
    }
    const Vector p = divided(pelvis_.inside(point), pelvis_scale_);
    // In front along the fold of the groin, behind along the fold of the buttock.
    const float groin = std::clamp(-7.2f + 0.95f * (p.z - 2), -7.2f, 5.5f);
    const float fold = mixed(-10.2f, groin, smooth_step(-6, 4, p.y));
    if (p.x < fold) return Chart::leg;
    return p.x > 54 + 0.45f * p.z - 0.3f * p.y ? Chart::head : Chart::trunk;
}

Coordinates Charts::place(Chart chart, Vector of) const {
    const Vector point = left(of);
    const auto on_digit = [&](const Digit& digit) {
        const Vector q = digit.frame.inside(point);
        return Coordinates{q.x / digit.size, q.y, q.z};
    };
    if (is_between(chart, Chart::finger_1, Chart::finger_5)) return on_digit(fingers_[digit(chart, Chart::finger_1)]);
    if (is_between(chart, Chart::toe_1, Chart::toe_5)) return on_digit(toes_[digit(chart, Chart::toe_1)]);
    switch (chart) {
        case Chart::arm: return along_limb(humerus_, upper_arm_, forearm_, forearm_length_, point);
        case Chart::leg: return along_limb(femur_, thigh_, tibia_, shank_, point);
        case Chart::hand: {
            const Vector q = divided(hand_.inside(point), hand_scale_);
            return {q.x, q.y, q.z};
        }
        case Chart::foot: {
            const Vector q = divided(foot_.inside(point), foot_scale_);
            return {q.x, q.y - foot_core(q.x), q.z};
        }
        default: break;
    }
    const Vector p = divided(pelvis_.inside(point), pelvis_scale_);
    if (chart == Chart::trunk) return {p.x, p.y, p.z};
    // Above the neck the head has its own measure.
    const Vector q = divided(head_.inside(point), head_scale_);
    const float core = on_line(p.x, {{54, -3.6f}, {head_height_, -1.6f}, {head_height_ + 8, 0}});
    return {q.x > 0 ? head_height_ + q.x : p.x, p.y - core, p.z};
}

}  // namespace palpera::body
