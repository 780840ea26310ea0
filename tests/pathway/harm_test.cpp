#include "tests/pathway/small_library.h"

namespace palpera::pathway {
namespace {

// So much earned that harm shows in the sum.
SmallCase heel_that_earns() {
    SmallCase heel;
    heel.step("ask_place", Strength::must, {"ask place"});
    return heel;
}

TEST(Harm, WhatNoConditionExcusesAlwaysCosts) {
    SmallCase heel = heel_that_earns();
    heel.step("no_promise", Strength::avoid, {"advise promise"}).severity = 1;
    const ScoreSheet sheet = heel.score({"ask place", "advise promise", "finish"});
    EXPECT_EQ(reason_of(sheet, "heel/no_promise"), Reason::harmful);
    EXPECT_EQ(points_of(sheet, Component::harm), -5'000);
}

TEST(Harm, IsJudgedOnWhatHadBeenShownBefore) {
    SmallCase heel = heel_that_earns();
    heel.is_true("ulcer").step("no_injection", Strength::avoid, {"treat injection"}, "ulcer");
    const ScoreSheet known = heel.score({"ask place", "ask stomach", "treat injection", "finish"});
    EXPECT_EQ(reason_of(known, "heel/no_injection"), Reason::harmful);
    EXPECT_EQ(points_of(known, Component::harm), -10'000);
    const ScoreSheet unknown = heel.score({"ask place", "treat injection", "ask stomach", "finish"});
    EXPECT_EQ(reason_of(unknown, "heel/no_injection"), Reason::harmful_in_hindsight);
    EXPECT_EQ(points_of(unknown, Component::harm), 0);
}

TEST(Harm, IsNoneWhereTheConditionIsNotTrue) {
    SmallCase heel = heel_that_earns();
    heel.step("no_injection", Strength::avoid, {"treat injection"}, "ulcer");
    EXPECT_EQ(line_of(heel.score({"ask stomach", "treat injection", "finish"}), "heel/no_injection"), nullptr);
}

TEST(Harm, RepeatedCostsHalf) {
    SmallCase heel = heel_that_earns();
    heel.step("no_promise", Strength::avoid, {"advise promise"}).severity = 1;
    const ScoreSheet sheet = heel.score({"ask place", "advise promise", "advise promise", "finish"});
    EXPECT_EQ(points_of(sheet, Component::harm), -7'500);
}

TEST(Harm, TheGravestWrongOfAnActIsWhatItCosts) {
    SmallCase heel = heel_that_earns();
    heel.step("light", Strength::avoid, {"advise promise"}).severity = 1;
    heel.step("grave", Strength::avoid, {"advise promise"}).severity = 3;
    const ScoreSheet sheet = heel.score({"ask place", "advise promise", "finish"});
    EXPECT_EQ(line_of(sheet, "heel/light")->points, 0);
    EXPECT_EQ(line_of(sheet, "heel/grave")->points, -15'000);
    EXPECT_EQ(reason_of(sheet, "heel/light"), Reason::harmful);
}

TEST(Harm, AKnownContraindicationCostsAndTheDrugEarnsNothing) {
    SmallCase heel = heel_that_earns();
    heel.is_true("ulcer").step("medicine", Strength::should, {"prescribe naproxen", "advise rest"});
    const ScoreSheet sheet = heel.score({"ask place", "ask stomach", "prescribe naproxen 500 mg 2", "finish"});
    EXPECT_EQ(reason_of(sheet, "contraindication/naproxen/ulcer"), Reason::harmful);
    EXPECT_EQ(points_of(sheet, Component::harm), -15'000);
    EXPECT_EQ(reason_of(sheet, "heel/medicine"), Reason::missing);
}

TEST(Harm, AContraindicationThatWasNotKnownIsHarmOnlyInHindsight) {
    SmallCase heel = heel_that_earns();
    heel.is_true("ulcer").step("medicine", Strength::should, {"prescribe naproxen"});
    const ScoreSheet sheet = heel.score({"ask place", "prescribe naproxen 500 mg 2", "finish"});
    EXPECT_EQ(reason_of(sheet, "contraindication/naproxen/ulcer"), Reason::harmful_in_hindsight);
    EXPECT_EQ(points_of(sheet, Component::harm), 0);
}

TEST(Harm, ADoseAboveTheHighestIsGrave) {
    SmallCase heel = heel_that_earns();
    heel.step("medicine", Strength::may, {"prescribe naproxen"});
    EXPECT_EQ(points_of(heel.score({"ask place", "prescribe naproxen 500 mg 2", "finish"}), Component::harm), 0);
    EXPECT_EQ(points_of(heel.score({"ask place", "prescribe naproxen 750 mg 1", "finish"}), Component::harm), -10'000);
    const ScoreSheet often = heel.score({"ask place", "prescribe naproxen 500 mg 3", "finish"});
    EXPECT_EQ(reason_of(often, "dose/naproxen"), Reason::harmful);
}

TEST(Harm, ADoseInAnotherUnitIsNotScored) {
    SmallCase heel = heel_that_earns();
    const ScoreSheet sheet = heel.score({"ask place", "prescribe naproxen 5000 ml 2", "finish"});
    EXPECT_EQ(reason_of(sheet, "dose/naproxen"), Reason::not_scorable);
    EXPECT_EQ(points_of(sheet, Component::harm), 0);
}

TEST(Harm, WhatMustNeverHappenKeepsTheScoreBelowThePassMark) {
    SmallCase heel = heel_that_earns();
    heel.step("no_promise", Strength::never, {"advise promise"}).severity = 1;
    const std::vector<std::string> good{"ask place", "diagnose fasciitis 100"};
    std::vector<std::string> bad = good;
    bad.insert(bad.end(), {"advise promise", "finish"});
    const ScoreSheet sheet = heel.score(bad);
    ASSERT_TRUE(sheet.cap.has_value());
    EXPECT_EQ(sheet.cap->at, 49);
    EXPECT_EQ(sheet.cap->statement, "heel/no_promise");
    EXPECT_EQ(sheet.millipoints, 49'000);
    EXPECT_LT(line_of(sheet, "cap")->points, 0);
    EXPECT_FALSE(sheet.passed);
    EXPECT_EQ(sum_of(sheet), sheet.millipoints);
    EXPECT_FALSE(heel.score(good).cap.has_value());
    EXPECT_TRUE(heel.score(good).passed);
}

TEST(Harm, NeverTakesTheScoreBelowNothing) {
    SmallCase heel;
    heel.step("no_promise", Strength::avoid, {"advise promise"}).severity = 3;
    const ScoreSheet sheet = heel.score({"advise promise", "finish"});
    EXPECT_EQ(sheet.millipoints, 0);
    EXPECT_EQ(line_of(sheet, "floor")->points, 15'000);
    EXPECT_EQ(reason_of(sheet, "floor"), Reason::not_scorable);
    EXPECT_EQ(sum_of(sheet), 0);
}

}  // namespace
}  // namespace palpera::pathway
