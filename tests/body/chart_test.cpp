#include "engine/body/chart.h"

#include <gtest/gtest.h>

#include <set>

#include "engine/body/camera.h"
#include "tests/body/people.h"

namespace palpera::body {
namespace {

using body_test::man;

// The skin's point nearest to a place given in the frame of a bone.
const SkinPoint& skin_at(const char* bone, Vector inside) {
    const Vector place = man()->skeleton.joint(man()->table->bone(bone), Side::left).rest.world(inside);
    const SkinPoint* nearest = nullptr;
    for (const SkinPoint& point : man()->skin.points) {
        if (!nearest || length(point.rest - place) < length(nearest->rest - place)) nearest = &point;
    }
    return *nearest;
}

TEST(Charts, CoverTheBody) {
    std::set<Chart> seen;
    for (const SkinPoint& point : man()->skin.points) seen.insert(point.chart);
    EXPECT_EQ(seen.size(), static_cast<std::size_t>(chart_count));
}

TEST(Charts, ReachAsFarAsTheSkin) {
    for (const SkinPoint& point : man()->skin.points) {
        const Extent reach = extent(point.chart);
        ASSERT_GT(point.place.along, reach.from - 0.35f) << name(point.chart);
        ASSERT_LT(point.place.along, reach.to + 0.35f) << name(point.chart);
    }
}

TEST(Charts, KnowLandmarks) {
    const SkinPoint& patella = skin_at("femur", {41, 6.5f, 0});
    EXPECT_EQ(patella.chart, Chart::leg);
    EXPECT_NEAR(patella.place.along, 0.96, 0.06);
    EXPECT_NEAR(patella.place.around(), 0, 20);
    const SkinPoint& malleolus = skin_at("tibia", {38.4f, 0.5f, -4});
    EXPECT_EQ(malleolus.chart, Chart::leg);
    EXPECT_NEAR(malleolus.place.along, 1.94, 0.06);
    EXPECT_NEAR(malleolus.place.around(), -90, 30);
    const SkinPoint& heel = skin_at("foot", {-3, -8.2f, 0});
    EXPECT_EQ(heel.chart, Chart::foot);
    EXPECT_NEAR(std::abs(heel.place.around()), 180, 25);
    EXPECT_EQ(skin_at("hallux", {4.5f, 1.5f, 0}).chart, Chart::toe_1);
    EXPECT_EQ(skin_at("hand", {16, 2, 3.3f}).chart, Chart::finger_2);
    const SkinPoint& navel = skin_at("pelvis", {15.5f, 12, 0});
    EXPECT_EQ(navel.chart, Chart::trunk);
    EXPECT_NEAR(navel.place.around(), 0, 15);
}

TEST(Camera, SeesWhereItsRaysGo) {
    const Camera camera{35, 20, {3, 70, 2}, 120};
    const Ray to = ray(camera, 0.3f, -0.6f);
    const Seen there = seen(camera, to.from + to.along * 250);
    EXPECT_NEAR(there.x, 0.3, 1e-3);
    EXPECT_NEAR(there.y, -0.6, 1e-3);
}

TEST(Camera, TurnsTheShorterWay) {
    const Camera half = between({.turn = 350}, {.turn = 20}, 0.5f);
    EXPECT_NEAR(std::remainder(half.turn - 5, 360.0f), 0, 1e-3);
}

TEST(Ray, HitsTheFrontFromInFrontAndTheBackFromBehind) {
    const Charts charts(*man()->table, man()->skeleton);
    const PosedSkin stands = posed(*man(), pose_of(*man(), "standing"));
    const auto front = hit(man()->skin, stands, charts, ray({0, 0, {0, 120, 0}, 60}, 0.1f, 0));
    const auto back = hit(man()->skin, stands, charts, ray({180, 0, {0, 120, 0}, 60}, 0.1f, 0));
    ASSERT_TRUE(front && back);
    EXPECT_EQ(front->chart, Chart::trunk);
    EXPECT_LT(front->place.around(), 40);
    EXPECT_EQ(front->side, Side::left);
    EXPECT_GT(back->place.around(), 140);
    EXPECT_EQ(back->side, Side::right);
    EXPECT_FALSE(hit(man()->skin, stands, charts, ray({0, 0, {0, 120, 0}, 60}, 3, 0)));
}

}  // namespace
}  // namespace palpera::body
