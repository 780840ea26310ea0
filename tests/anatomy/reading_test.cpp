#include "engine/anatomy/reading.h"

#include <gtest/gtest.h>

#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace palpera::anatomy {
namespace {

TEST(Power, IsReadFromTheLossBandByBand) {
    for (const auto& [loss, grade] : std::vector<std::pair<double, std::string>>{{0, "5"},
                                                                                 {0.1199, "5"},
                                                                                 {0.12, "4+"},
                                                                                 {0.1999, "4+"},
                                                                                 {0.20, "4+"},
                                                                                 {0.2999, "4+"},
                                                                                 {0.30, "4"},
                                                                                 {0.4999, "4"},
                                                                                 {0.50, "4-"},
                                                                                 {0.6499, "4-"},
                                                                                 {0.65, "3"},
                                                                                 {0.7999, "3"},
                                                                                 {0.80, "2"},
                                                                                 {0.8999, "2"},
                                                                                 {0.90, "1"},
                                                                                 {0.97, "1"},
                                                                                 {0.9701, "0"},
                                                                                 {1, "0"}}) {
        EXPECT_EQ(written(read_power(loss).power), grade) << loss;
    }
    EXPECT_TRUE(read_power(0.12).uncertain);
    EXPECT_TRUE(read_power(0.1999).uncertain);
    EXPECT_FALSE(read_power(0.20).uncertain);
    EXPECT_FALSE(read_power(0.1199).uncertain);
}

TEST(Skin, LosesPinprickBeforeLightTouch) {
    for (const auto& [loss, touch, pinprick] : std::vector<std::tuple<double, int, int>>{
             {0, 2, 2}, {0.1499, 2, 2}, {0.15, 2, 1}, {0.2499, 2, 1}, {0.25, 1, 1}, {0.90, 1, 1}, {0.9001, 0, 0}}) {
        EXPECT_EQ(read_light_touch(loss).grade, touch) << loss;
        EXPECT_EQ(read_pinprick(loss).grade, pinprick) << loss;
    }
    EXPECT_TRUE(read_pinprick(0.2).uncertain);
    EXPECT_FALSE(read_light_touch(0.2).uncertain);
}

TEST(StretchReflex, IsNormalReducedOrAbsent) {
    for (const auto& [loss, grade] : std::vector<std::pair<double, int>>{
             {0, 2}, {0.1499, 2}, {0.15, 1}, {0.25, 1}, {0.75, 1}, {0.7501, 0}, {1, 0}}) {
        EXPECT_EQ(read_reflex(loss).grade, grade) << loss;
    }
    EXPECT_TRUE(read_reflex(0.15).uncertain);
    EXPECT_FALSE(read_reflex(0.25).uncertain);
}

// 0.1 + 0.2 is not 0.3 to a computer; to a clinician it is.
TEST(Limits, AreReachedBySumsThatMissThemByARoundingError) {
    EXPECT_EQ(read_power(0.1 * 3).power, Power::four);
    EXPECT_EQ(read_power(1 - 0.7).power, Power::four);
    EXPECT_EQ(read_power(0.3 - 1e-16).power, Power::four);
    EXPECT_EQ(read_reflex(0.25 + 0.5 + 1e-16).grade, 1);
    EXPECT_EQ(read_light_touch(0.6 + 0.3).grade, 1);
}

}  // namespace
}  // namespace palpera::anatomy
