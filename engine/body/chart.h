#pragma once

#include <optional>
#include <string_view>

#include "engine/body/field.h"

namespace palpera::body {

// The maps of the skin. Each has a number along and an angle around, the same on both sides:
//   leg     along 0 hip joint, 1 knee, 2 ankle; around 0 anterior, 90 lateral, 180 posterior, -90 medial
//   foot    along in cm forward from the ankle (heel -6.5, ball 13); around 0 dorsal, 90 lateral, 180 plantar, -90
//   medial toe_1.. along 0 base, 1 tip; around as the foot's arm     along 0 shoulder, 1 elbow, 2 wrist; around 0
//   anterior (palmar), 90 lateral (radial), 180 posterior, -90 medial hand    along in cm from the wrist; around 0
//   palmar, 90 radial, 180 dorsal, -90 ulnar finger_1.. along 0 base, 1 tip; around as the hand's trunk   along in cm
//   above the hip joints of an adult of 176 cm; around 0 anterior, 90 lateral, 180 posterior head    along as the
//   trunk's (chin 69, crown 87); around as the trunk's
enum class Chart : std::uint8_t {
    head,
    trunk,
    arm,
    hand,
    finger_1,
    finger_2,
    finger_3,
    finger_4,
    finger_5,
    leg,
    foot,
    toe_1,
    toe_2,
    toe_3,
    toe_4,
    toe_5
};
inline constexpr int chart_count = 16;
std::string_view name(Chart chart);
std::optional<Chart> chart_named(std::string_view name);
// From where to where its numbers along go.
struct Extent {
    float from = 0, to = 1;
};
Extent extent(Chart chart);

// A place on a chart. `anterior` and `lateral` point from the chart's core line towards the place; they have no unit.
struct Coordinates {
    float along = 0, anterior = 1, lateral = 0;
    float around() const;  // degrees, over -180 to 180
};

// The charts of one skeleton. Points are those of the body at rest, of either side.
class Charts {
public:
    Charts(const Table& table, const Skeleton& skeleton);

    // To which chart a point of the skin belongs.
    Chart owner(const Field& field, const Near& near, Vector point) const;
    // Where a point lies on a chart, also if it lies a little beyond.
    Coordinates place(Chart chart, Vector point) const;

private:
    struct Digit {
        Frame frame;
        float size = 1;
    };
    Frame pelvis_, head_, femur_, tibia_, foot_, humerus_, forearm_, hand_;
    Vector pelvis_scale_, head_scale_, foot_scale_, hand_scale_;
    float thigh_, shank_, upper_arm_, forearm_length_, head_height_;
    std::array<Digit, 5> toes_, fingers_;
    std::array<int, 5> toe_groups_{}, finger_groups_{};
    int leg_group_, arm_group_, trunk_group_;
};

}  // namespace palpera::body
