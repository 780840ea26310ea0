#pragma once

#include <array>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/diagnostic.h"
#include "engine/body/geometry.h"

namespace palpera::body {

// assets/body/*.yaml: from what a body is made. docs/body.md says how.

struct Bone {
    std::string name;
    int parent = -1;
    bool sided = false;
    bool local = false;  // head and tail are given in the parent's frame
    bool spine = false;  // a part of the trunk: it has no shapes of its own
    Vector head, tail, anterior;
};

// Shapes that melt into each other. Children blend with their parent and never with each other: thighs and toes stay
// apart.
struct Group {
    std::string name;
    int parent = -1;
    bool sided = false;
    float blend = 0;  // width of the smooth minimum with the parent, cm
};

// A section of a loft: centre, four radii and the exponent of its superellipse.
struct Station {
    float distal = 0, centre_anterior = 0, centre_lateral = 0;
    float anterior = 0, posterior = 0, lateral = 0, medial = 0;
    float exponent = 2;
};

struct Ball {
    Vector centre;
    float radius = 0;
};

// What swells or shrinks a body beside its size, each 0 where it does not apply.
enum class Parameter : unsigned char { female, weight, pregnancy, child, old };
inline constexpr int parameter_count = 5;

struct Shape {
    enum class Kind : unsigned char { loft, ellipsoid, round_cone, tube, floor };
    Kind kind = Kind::ellipsoid;
    int group = 0, bone = 0;
    bool carve = false;  // taken away, not added
    bool pair = false;   // of a bone without sides: mirrored to the other side too
    float blend = 0;
    std::vector<Station> stations, female;
    Vector centre, radii;      // of an ellipsoid
    float tilt = 0, lean = 0;  // degrees: its long axis turned towards anterior, towards lateral
    std::vector<Ball> points;  // of round cones and tubes
    int end_bone = -1;         // of a tube: its last point stands in another bone's frame
    Vector end;
    float plane = 0;  // of a floor
    std::optional<Parameter> when;
};

// `girth`, `length`, `width` or `spread` of a bone's shapes times 1 + share * parameter.
struct Proportion {
    enum class Of : unsigned char { girth, length, width, spread, tilt };
    Parameter parameter = Parameter::female;
    int bone = 0;
    Of of = Of::girth;
    float share = 0;
};

struct Turn {
    enum class Axis : unsigned char { flex, abduct, rotate };
    int bone = 0;
    bool left = true, right = true;
    Axis axis = Axis::flex;
    float degrees = 0;
};

// Angles of the joints from the position at rest. `root`: how the whole body lies.
struct Pose {
    enum class Root : unsigned char { stand, supine, prone, side };
    Root root = Root::stand;
    std::vector<Turn> turns;
};

// What is seen while something is examined: the patient lies as in `from`, and the joints turn as far as `turns` say
// and back again. What is said of the right side is meant of the side that is examined, of the left one of the other.
struct Demonstration {
    std::string from;
    float seconds = 1.6f;
    bool quick = false;     // a jerk, not a movement that is led and held
    bool absolute = false;  // turns are angles from the anatomical position, else from how the patient lies
    std::vector<Turn> turns;
    std::vector<Turn> found;           // instead, where the sign is there
    float limit = 1;                   // how far it goes where the sign is there and `found` is empty, 0 to 1
    std::vector<std::string> presses;  // sites under the examiner's hand
};

// A joint's angle through a stride in eight even steps, the first when the heel of that side meets the ground.
struct GaitCurve {
    enum class Of : unsigned char { each, affected, other, middle };
    int bone = 0;
    Turn::Axis axis = Turn::Axis::flex;
    Of of = Of::each;  // what is said of the affected and the other side stands before what is said of each
    std::array<float, 8> degrees{};
};

// One way to walk. `act`: what is asked for, "normal", "heels", "toes"; `signs`: facts any of which makes it so.
struct Walk {
    std::string name, act;
    std::vector<std::string> signs;
    float seconds = 1.1f;  // a stride
    float stance = 0.6f;   // the share of it that the affected foot is on the ground
    std::vector<GaitCurve> curves;
};

struct Nail {
    int bone = 0;
    float distal = 0, lateral = 0, long_radius = 0, wide_radius = 0;
};

struct Table {
    std::vector<Bone> bones;
    std::vector<Group> groups;
    std::vector<Shape> shapes;
    std::vector<Proportion> proportions;
    std::vector<Nail> nails;
    std::map<std::string, Pose, std::less<>> poses;
    std::map<std::string, Demonstration, std::less<>> demonstrations;  // "test slr", "reflex knee_jerk"
    std::vector<Walk> walks;  // of one act the first whose signs are there, and the one without signs

    int bone(std::string_view name) const;  // -1 where there is none
    int group(std::string_view name) const;
};

// Reads shapes.yaml and poses.yaml of assets/body. What is wrong is complained of and left out.
Table read_table(const std::filesystem::path& folder, base::Diagnostics& diagnostics);

}  // namespace palpera::body
