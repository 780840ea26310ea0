#include "engine/body/zone_map.h"

#include <gtest/gtest.h>

#include <chrono>
#include <set>

#include "engine/anatomy/atlas.h"
#include "engine/body/camera.h"
#include "engine/body/places.h"
#include "tests/body/people.h"

namespace palpera::body {
namespace {

using body_test::man;

const ZoneMap& zones() {
    static const ZoneMap read = [] {
        base::Diagnostics diagnostics;
        ZoneMap map = read_zone_map(PALPERA_SOURCE_DIR "/assets/body/zones.yaml", diagnostics);
        for (const auto& complaint : diagnostics.all()) ADD_FAILURE() << base::format(complaint);
        return map;
    }();
    return read;
}

const Places& places() {
    static const Places read = [] {
        base::Diagnostics diagnostics;
        Places all = read_places(PALPERA_SOURCE_DIR "/assets/body/places.yaml", *body_test::table(), diagnostics);
        for (const auto& complaint : diagnostics.all()) ADD_FAILURE() << base::format(complaint);
        return all;
    }();
    return read;
}

const anatomy::Atlas& atlas() {
    static const anatomy::Atlas read = [] {
        base::Diagnostics diagnostics;
        return anatomy::read_atlas(PALPERA_SOURCE_DIR "/assets/anatomy", diagnostics);
    }();
    return read;
}

// What of the skin each zone has on the man's left side, in square centimetres.
std::vector<float> areas() {
    std::vector<float> of(zones().zones().size(), 0);
    const Skin& skin = man()->skin;
    for (std::size_t i = 0; i < skin.triangles.size(); i += 3) {
        const auto point = [&](std::size_t k) -> const SkinPoint& { return skin.points[skin.triangles[i + k]]; };
        if (point(0).side != Side::left) continue;
        const float area = length(cross(point(1).rest - point(0).rest, point(2).rest - point(0).rest)) / 2;
        for (std::size_t k = 0; k < 3; ++k) {
            const int zone = zones().at(point(k).chart, point(k).place);
            if (zone >= 0) of[static_cast<std::size_t>(zone)] += area / 3;
        }
    }
    return of;
}

// The zone of the skin nearest to a place in the frame of a bone.
std::string zone_near(const char* bone, Vector inside) {
    const std::uint32_t corner = anchor(*man(), {Place::Kind::site, "", man()->table->bone(bone), inside}, Side::left);
    const SkinPoint& point = man()->skin.points[corner];
    const int zone = zones().at(point.chart, point.place);
    return zone < 0 ? "" : zones().zones()[static_cast<std::size_t>(zone)].id;
}

TEST(Zones, NameTheirAuthority) {
    EXPECT_EQ(zones().zones().size(), 109u);
    for (const ZoneOutline& zone : zones().zones()) EXPECT_FALSE(zone.follows.empty()) << zone.id;
}

TEST(Zones, OfTheAtlasHaveAnOutlineUnlessTheyAreOfThePerineum) {
    for (const anatomy::Zone& zone : atlas().zones) {
        EXPECT_EQ(zones().index(zone.id) < 0, zone.region == "perineum") << zone.id;
    }
}

TEST(Zones, HaveAreaOnTheSkin) {
    const std::vector<float> of = areas();
    for (std::size_t i = 0; i < of.size(); ++i) EXPECT_GT(of[i], 1.2f) << zones().zones()[i].id;
}

TEST(Zones, LeaveNoSkinWithoutAZoneBelowTheJaw) {
    std::size_t without = 0, all = 0;
    for (const SkinPoint& point : man()->skin.points) {
        if (point.chart == Chart::head) continue;
        ++all;
        if (zones().at(point.chart, point.place) < 0) ++without;
    }
    EXPECT_LT(without, all / 100);
}

TEST(Zones, DoNotOverlap) {
    // What is drawn by one zone and then by another: the same picture made in the other order would differ there.
    std::vector<ZoneOutline> turned(zones().zones().rbegin(), zones().zones().rend());
    const ZoneMap other(turned);
    const std::size_t count = zones().zones().size();
    std::size_t differ = 0, filled = 0;
    for (std::size_t i = 0; i < zones().picture().size(); ++i) {
        const std::uint8_t a = zones().picture()[i], b = other.picture()[i];
        if (a == 0 && b == 0) continue;
        ++filled;
        if (a == 0 || b == 0 || a + b != count + 1) ++differ;
    }
    EXPECT_LT(differ, filled / 250) << "more than the width of a border";
}

TEST(Zones, HoldTheKeyPointsOfISNCSCI) {
    const struct {
        const char *level, *bone;
        Vector at;
        const char* zone;
    } points[] = {{"C2", "head", {8, -9, 3}, "scalp_occipital"},
                  {"C3", "pelvis", {55.5f, 1, 7}, "supraclavicular_fossa"},
                  {"C4", "pelvis", {52, -3, 15.5f}, "shoulder_top_acj"},
                  {"C5", "humerus", {29, 3.6f, 1.8f}, "antecubital_lateral"},
                  {"C6", "hand", {6.2f, 0.6f, 5}, "thumb_dorsal"},
                  {"C7", "hand", {11, -1.2f, 1}, "middle_dorsal_proximal"},
                  {"C8", "hand", {9.8f, -0.8f, -3}, "little_dorsal"},
                  {"T1", "humerus", {29, 2.8f, -2.4f}, "antecubital_medial"},
                  {"T2", "pelvis", {43, -2, 15}, "axilla_apex"},
                  {"T4", "pelvis", {42.3f, 10.5f, 8.5f}, "trunk_front_t4"},
                  {"T6", "pelvis", {35, 10.5f, 8.5f}, "trunk_front_t6"},
                  {"T10", "pelvis", {16.5f, 10, 8.5f}, "trunk_front_t10"},
                  {"T12", "pelvis", {-0.5f, 10, 7.3f}, "inguinal_crease"},
                  {"L1", "femur", {7, 9, -1}, "thigh_groin_triangle"},
                  {"L2", "femur", {18, 7, -4.6f}, "thigh_anteromedial_mid"},
                  {"L3", "femur", {40, 0.5f, -5.5f}, "knee_medial"},
                  {"L4", "tibia", {38.4f, 0.5f, -4}, "ankle_medial_malleolus"},
                  {"L5", "foot", {12.4f, -3.4f, -0.2f}, "foot_dorsum_central"},
                  {"S1", "foot", {-3, -4.8f, 3.6f}, "heel_lateral"},
                  {"S2", "femur", {42.5f, -5.5f, 0}, "popliteal_fossa"},
                  {"S3", "pelvis", {-9, -9.5f, 6}, "buttock_infragluteal"}};
    for (const auto& point : points) EXPECT_EQ(zone_near(point.bone, point.at), point.zone) << point.level;
}

TEST(Zones, OfTheNervesLieWhereTheNervesRun) {
    // The first web is the deep fibular nerve's alone; the saphenous keeps to the inner side, the sural to the outer.
    EXPECT_EQ(zone_near("foot", {15.6f, -6, -1.95f}), "foot_dorsum_first_web");
    EXPECT_EQ(zone_near("tibia", {30, 0, -4}), "leg_medial_lower");
    EXPECT_EQ(zone_near("foot", {7, -5.5f, 5}), "foot_lateral_border");
    EXPECT_EQ(zone_near("foot", {-1.6f, -8.4f, -2}), "sole_heel_medial");
    EXPECT_EQ(zone_near("humerus", {6, 0, 5.5f}), "shoulder_lateral_badge");
}

// Standing, and with the arms held away where they hide something.
const std::vector<PosedSkin>& positions() {
    static const std::vector<PosedSkin> both{posed(*man(), pose_of(*man(), "standing")), posed(*man(), Pose{})};
    return both;
}

TEST(Zones, CanBeHitByARayOnEitherSide) {
    const Charts charts(*man()->table, man()->skeleton);
    for (int zone = 0; zone < static_cast<int>(zones().zones().size()); ++zone) {
        for (Side side : {Side::left, Side::right}) {
            const auto corner = midst(*man(), zones(), zone, side);
            const std::string& id = zones().zones()[static_cast<std::size_t>(zone)].id;
            ASSERT_TRUE(corner) << id;
            const auto is_zone = [&](const Hit& on) {
                return on.side == side && zones().at(on.chart, on.place) == zone;
            };
            bool is_hit = false;
            for (const PosedSkin& position : positions()) {
                const ClearView view = clear_view(*man(), position, *corner, 30, false, is_zone);
                const Seen at = seen(view.camera, position.points[*corner]);
                const auto on = hit(man()->skin, position, charts, ray(view.camera, at.x, at.y));
                is_hit = is_hit || (on && is_zone(*on));
            }
            EXPECT_TRUE(is_hit) << id << (side == Side::left ? " left" : " right");
        }
    }
}

TEST(Places, OfEverySiteCanBeHitInSomeView) {
    const Charts charts(*man()->table, man()->skeleton);
    for (const Place& place : places().all) {
        for (Side side : {Side::left, Side::right}) {
            const std::uint32_t corner = anchor(*man(), place, side);
            bool is_hit = false;
            for (const PosedSkin& position : positions()) {
                const ClearView view = clear_view(*man(), position, corner, 40);
                const Seen at = seen(view.camera, position.points[corner]);
                const auto on = hit(man()->skin, position, charts, ray(view.camera, at.x, at.y));
                is_hit = is_hit || (on && on->side == side && length(on->rest - man()->skin.points[corner].rest) < 2);
            }
            EXPECT_TRUE(is_hit) << place.id << (side == Side::left ? " left" : " right");
        }
    }
}

TEST(Places, AreKnownOfEverySiteOfTheAtlasThatIsOnTheBody) {
    for (const anatomy::Site& site : atlas().sites) {
        if (site.id == "shoes") continue;  // looked at beside the body
        EXPECT_NE(places().find(Place::Kind::site, site.id), nullptr) << site.id;
    }
    for (const anatomy::Structure& artery : atlas().arteries) {
        EXPECT_NE(places().find(Place::Kind::artery, artery.id), nullptr) << artery.id;
    }
    for (const anatomy::Joint& joint : atlas().joints) {
        EXPECT_NE(places().find(Place::Kind::joint, joint.id), nullptr) << joint.id;
    }
}

}  // namespace
}  // namespace palpera::body
