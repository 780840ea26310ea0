// What is done for points alone.
#include "tests/pathway/small_library.h"

namespace palpera::pathway {
namespace {

SmallCase heel_that_asks_for_the_place() {
    SmallCase heel;
    heel.step("ask_place", Strength::should, {"ask place"});
    return heel;
}

TEST(OverBudget, CostsPointsOfItsOwnForEachBurdenBeyond) {
    SmallCase heel = heel_that_asks_for_the_place();
    heel.library.blueprint.over_budget = 0.5;
    const ScoreSheet within = heel.score({"ask place", "order film", "order film", "finish"});
    EXPECT_EQ(line_of(within, "stewardship/over_budget"), nullptr);
    // Three films of 6: 6 beyond the budget of 12.
    const ScoreSheet beyond = heel.score({"ask place", "order film", "order film", "order film", "finish"});
    ASSERT_NE(line_of(beyond, "stewardship/over_budget"), nullptr);
    EXPECT_EQ(line_of(beyond, "stewardship/over_budget")->points, -3'000);
    EXPECT_EQ(points_of(beyond, Component::stewardship), 0);
    EXPECT_EQ(points_of(beyond, Component::harm), -3'000);
    EXPECT_EQ(beyond.millipoints, within.millipoints - 3'000);
}

TEST(OverBudget, WhatIsPaidForAsHarmIsNotPaidForTwice) {
    SmallCase heel = heel_that_asks_for_the_place();
    heel.library.blueprint.over_budget = 0.5;
    heel.step("no_injection", Strength::avoid, {"treat injection"}).severity = 1;
    const ScoreSheet sheet = heel.score({"ask place", "order film", "order film", "treat injection", "finish"});
    EXPECT_EQ(line_of(sheet, "stewardship/over_budget"), nullptr);
    EXPECT_EQ(points_of(sheet, Component::harm), -5'000);
}

TEST(WrongDiagnosis, HeldFirmlyKeepsTheScoreBelowThePassMark) {
    SmallCase heel = heel_that_asks_for_the_place();
    heel.library.blueprint.cap_when_wrong = 49;
    const ScoreSheet firm = heel.score({"ask place", "diagnose fracture 90", "finish"});
    ASSERT_TRUE(firm.cap);
    EXPECT_EQ(firm.cap->statement, "diagnosis/main");
    EXPECT_EQ(firm.millipoints, 49'000);
    EXPECT_FALSE(firm.passed);
    const ScoreSheet in_doubt = heel.score({"ask place", "diagnose fracture 50, fasciitis 45", "finish"});
    EXPECT_FALSE(in_doubt.cap);
    EXPECT_FALSE(heel.score({"ask place", "diagnose fasciitis 90", "finish"}).cap);
    EXPECT_FALSE(heel.score({"ask place", "finish"}).cap);
}

TEST(WrongDiagnosis, MendedBeforeTheEndCapsNothing) {
    SmallCase heel = heel_that_asks_for_the_place();
    heel.library.blueprint.cap_when_wrong = 49;
    EXPECT_FALSE(heel.score({"ask place", "diagnose fracture 90", "diagnose fasciitis 90", "finish"}).cap);
}

SmallCase heel_with_an_emergency() {
    SmallCase heel = heel_that_asks_for_the_place();
    heel.library.blueprint.cap_when_missed = 49;
    heel.step("send_to_hospital", Strength::must, {"order film"}).vital = true;
    return heel;
}

TEST(VitalStep, MissedKeepsTheScoreBelowThePassMarkHoweverGoodTheRest) {
    SmallCase heel = heel_with_an_emergency();
    const std::vector<std::string> all_but_it{"ask place", "diagnose fasciitis 100", "finish"};
    const ScoreSheet missed = heel.score(all_but_it);
    ASSERT_TRUE(missed.cap);
    EXPECT_EQ(missed.cap->statement, "heel/send_to_hospital");
    EXPECT_FALSE(missed.passed);
    EXPECT_LE(missed.millipoints, 49'000);
    const std::vector<std::string> with_it{"ask place", "order film", "diagnose fasciitis 100", "finish"};
    EXPECT_FALSE(heel.score(with_it).cap);
    EXPECT_TRUE(heel.score(with_it).passed);
}

TEST(VitalStep, DoingItIsTheBiggestWin) {
    SmallCase heel = heel_with_an_emergency();
    const ScoreSheet missed = heel.score({"ask place", "diagnose fasciitis 100", "finish"});
    ASSERT_TRUE(missed.biggest_win);
    EXPECT_EQ(missed.biggest_win->statement, "heel/send_to_hospital");
    const ScoreSheet mended = heel.score({"ask place", "order film", "diagnose fasciitis 100", "finish"});
    EXPECT_EQ(missed.biggest_win->gain, mended.millipoints - missed.millipoints);
}

TEST(VitalStep, OfAnotherPatientIsNotMissed) {
    SmallCase heel = heel_that_asks_for_the_place();
    heel.library.blueprint.cap_when_missed = 49;
    EXPECT_FALSE(heel.score({"ask place", "finish"}).cap);
}

TEST(Corrections, StandBesideTheComponents) {
    SmallCase heel = heel_that_asks_for_the_place();
    heel.step("no_promise", Strength::avoid, {"advise promise"}).severity = 3;
    const ScoreSheet sheet = heel.score({"advise promise", "finish"});
    EXPECT_EQ(points_of(sheet, Component::harm), -15'000);
    EXPECT_EQ(sheet.correction, 15'000);
    EXPECT_EQ(sheet.millipoints, 0);
}

TEST(BiggestWin, IsWhatTheScoreRisesByBelowTheFloor) {
    SmallCase heel = heel_that_asks_for_the_place();
    heel.step("no_promise", Strength::avoid, {"advise promise"}).severity = 3;
    heel.step("no_rest", Strength::avoid, {"advise rest"}).severity = 3;
    const ScoreSheet sheet = heel.score({"advise promise", "advise rest", "finish"});
    ASSERT_TRUE(sheet.biggest_win);
    const std::vector<std::string> mended{"ask place", "advise promise", "advise rest", "finish"};
    EXPECT_EQ(sheet.biggest_win->statement, "heel/ask_place");
    EXPECT_EQ(sheet.biggest_win->gain, heel.score(mended).millipoints - sheet.millipoints);
}

TEST(BiggestWin, IsLeavingOutWhatCapsTheScore) {
    SmallCase heel = heel_that_asks_for_the_place();
    heel.step("no_promise", Strength::never, {"advise promise"}).severity = 1;
    const ScoreSheet sheet = heel.score({"ask place", "advise promise", "diagnose fasciitis 100", "finish"});
    ASSERT_TRUE(sheet.biggest_win);
    EXPECT_EQ(sheet.biggest_win->statement, "heel/no_promise");
    EXPECT_EQ(sheet.biggest_win->gain, 51'000);
}

TEST(Decline, ExcusesOnlyWhereItsReasonIsTrueAndSpeaksAgainstTheStep) {
    SmallCase heel = heel_that_asks_for_the_place();
    heel.step("medicine", Strength::should, {"prescribe naproxen", "advise rest"});
    const std::vector<std::string> declining{"ask place", "decline medicine ulcer", "finish"};
    EXPECT_EQ(reason_of(heel.score(declining), "heel/medicine"), Reason::missing);
    heel.is_true("ulcer").is_true("heel_tender");
    EXPECT_EQ(reason_of(heel.score(declining), "heel/medicine"), Reason::missing_justified);
    EXPECT_EQ(reason_of(heel.score({"ask place", "decline medicine heel_tender", "finish"}), "heel/medicine"),
              Reason::missing);
}

TEST(Time, IsSpentByActsSoThatManyQuestionsMissADeadline) {
    SmallCase heel = heel_that_asks_for_the_place();
    heel.guideline.steps.front().until = Minutes{3};
    EXPECT_EQ(reason_of(heel.score({"ask weather", "ask place", "finish"}), "heel/ask_place"), Reason::done_in_time);
    EXPECT_EQ(reason_of(heel.score({"ask weather", "ask food", "ask travel", "ask night", "ask place", "finish"}),
                        "heel/ask_place"),
              Reason::late);
}

}  // namespace
}  // namespace palpera::pathway
