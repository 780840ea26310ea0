#include "tests/pathway/small_library.h"

namespace palpera::pathway {
namespace {

SmallCase heel_that_asks_for_the_place() {
    SmallCase heel;
    heel.step("ask_place", Strength::should, {"ask place"});
    return heel;
}

std::int64_t stewardship_of(SmallCase& heel, std::vector<std::string> lines) {
    lines.push_back("finish");
    return points_of(heel.score(lines), Component::stewardship);
}

TEST(Stewardship, IsTheShareOfCareThatWasGiven) {
    SmallCase heel = heel_that_asks_for_the_place();
    heel.step("ask_night", Strength::should, {"ask night"});
    EXPECT_EQ(stewardship_of(heel, {"ask place", "ask night"}), 20'000);
    EXPECT_EQ(stewardship_of(heel, {"ask place"}), 10'000);
    EXPECT_EQ(stewardship_of(heel, {}), 0);
}

TEST(Stewardship, AnUnneededActCostsByItsBurden) {
    SmallCase heel = heel_that_asks_for_the_place();
    const ScoreSheet sheet = heel.score({"ask place", "order film", "finish"});
    const LedgerLine* film = line_of(sheet, "stewardship/order/film");
    ASSERT_NE(film, nullptr);
    EXPECT_EQ(film->reason, Reason::unneeded);
    // 1 for an order, 6 x 0.5 for the money, 2 for the radiation: half of the budget of 12.
    EXPECT_EQ(film->points, -10'000);
    EXPECT_EQ(film->text, words("film"));
    EXPECT_EQ(film->domain, library::Domain::efficiency);
}

TEST(Stewardship, AQuestionThatNobodyAskedForCostsLittle) {
    SmallCase heel = heel_that_asks_for_the_place();
    // 0.1 and 0.05 for the minute.
    EXPECT_EQ(stewardship_of(heel, {"ask place", "ask weather"}), 19'750);
}

TEST(Stewardship, NothingIsLeftBeyondTheBudgetAndNothingIsOwed) {
    SmallCase heel = heel_that_asks_for_the_place();
    const ScoreSheet sheet =
        heel.score({"ask place", "order film", "order blood", "order film", "treat injection", "finish"});
    EXPECT_EQ(points_of(sheet, Component::stewardship), 0);
    EXPECT_EQ(line_of(sheet, "stewardship/coverage")->points, 20'000);
    EXPECT_EQ(sheet.millipoints, sum_of(sheet));
}

TEST(Stewardship, WhatAStepAllowsIsNeutral) {
    SmallCase heel = heel_that_asks_for_the_place();
    heel.step("ask_more", Strength::may, {"ask weather", "ask food"});
    EXPECT_EQ(stewardship_of(heel, {"ask place", "ask weather", "ask food"}), 20'000);
}

TEST(Stewardship, WhatAStepAllowsOnlyAnotherPatientIsNot) {
    SmallCase heel = heel_that_asks_for_the_place();
    heel.step("film_if_wanted", Strength::may, {"order blood"}, "wants_film");
    EXPECT_LT(stewardship_of(heel, {"ask place", "order blood"}), 20'000);
    heel.is_true("wants_film");
    EXPECT_EQ(stewardship_of(heel, {"ask place", "order blood"}), 20'000);
}

TEST(Stewardship, ThinkingWritingAndWaitingCostNothing) {
    SmallCase heel = heel_that_asks_for_the_place();
    heel.step("press", Strength::should, {"palpate heel"});
    EXPECT_EQ(
        stewardship_of(heel, {"palpate heel", "ask place", "note hm", "position supine", "differential fracture 50",
                              "diagnose fasciitis 50", "note_finding 1", "take_back 2", "link x fasciitis for",
                              "decline ask_place x", "follow_up 2 weeks", "end_visit", "wait 2 weeks"}),
        20'000);
}

TEST(Stewardship, ARepetitionIsADuplicate) {
    SmallCase heel = heel_that_asks_for_the_place();
    const ScoreSheet sheet = heel.score({"ask place", "ask place", "finish"});
    EXPECT_EQ(reason_of(sheet, "stewardship/ask/place"), Reason::duplicate);
    EXPECT_EQ(points_of(sheet, Component::stewardship), 19'750);
}

TEST(Stewardship, LookingAgainAtALaterVisitIsFollowUp) {
    SmallCase heel = heel_that_asks_for_the_place();
    heel.step("press", Strength::should, {"palpate heel"});
    EXPECT_EQ(stewardship_of(heel, {"ask place", "palpate heel right", "end_visit", "wait 2 weeks", "ask place",
                                    "palpate heel right"}),
              20'000);
}

TEST(Stewardship, ComparingWithTheHealthySideIsFree) {
    SmallCase heel = heel_that_asks_for_the_place();
    heel.step("press", Strength::should, {"palpate heel"});
    EXPECT_EQ(stewardship_of(heel, {"ask place", "palpate heel right", "palpate heel left"}), 20'000);
    EXPECT_LT(stewardship_of(heel, {"ask place", "palpate heel right", "palpate knee left"}), 20'000);
}

TEST(Stewardship, AnOrderCancelledInTimeCostsAQuarterOfAnOrder) {
    SmallCase heel = heel_that_asks_for_the_place();
    const ScoreSheet sheet = heel.score({"ask place", "order film", "cancel film", "finish"});
    EXPECT_EQ(reason_of(sheet, "stewardship/order/film"), Reason::cancelled_in_time);
    EXPECT_EQ(line_of(sheet, "stewardship/order/film")->points, -416);
}

TEST(Stewardship, WhatWasRightButCouldNotBeKnownIsUnjustified) {
    SmallCase heel = heel_that_asks_for_the_place();
    heel.is_true("hidden").step("film", Strength::should, {"order film"}, "hidden");
    const ScoreSheet sheet = heel.score({"ask place", "order film", "finish"});
    EXPECT_EQ(reason_of(sheet, "stewardship/order/film"), Reason::unjustified_when_ordered);
}

TEST(Stewardship, WordsThatWereMisunderstoodCostNothingWhenTakenBack) {
    SmallCase heel = heel_that_asks_for_the_place();
    heel.understood = {"weather"};
    EXPECT_LT(stewardship_of(heel, {"ask place", "say how is it"}), 20'000);
    EXPECT_EQ(stewardship_of(heel, {"ask place", "say how is it", "take_back 2"}), 20'000);
}

TEST(Stewardship, WhatKeptTheOrderIsNotUnneeded) {
    SmallCase heel = heel_that_asks_for_the_place();
    heel.step("ask_stomach", Strength::should, {"ask stomach", "ask food"}).acts[1].credit = 50;
    heel.step("medicine", Strength::should, {"prescribe naproxen"});
    heel.before("ask_stomach", "medicine");
    const ScoreSheet sheet =
        heel.score({"ask place", "ask food", "prescribe naproxen 500 mg 2", "ask stomach", "finish"});
    EXPECT_EQ(points_of(sheet, Component::order), 15'000);
    EXPECT_EQ(points_of(sheet, Component::stewardship), 20'000);
}

TEST(Stewardship, StoppingWhatOneHasPrescribedCostsNothingMore) {
    SmallCase heel = heel_that_asks_for_the_place();
    const std::int64_t prescribed = stewardship_of(heel, {"ask place", "prescribe naproxen 500 mg 2"});
    EXPECT_LT(prescribed, 20'000);
    EXPECT_EQ(stewardship_of(heel, {"ask place", "prescribe naproxen 500 mg 2", "stop naproxen"}), prescribed);
}

TEST(Stewardship, TheLinesOfUnneededActsSumToWhatTheyCostTogether) {
    SmallCase heel = heel_that_asks_for_the_place();
    const ScoreSheet sheet = heel.score(
        {"ask place", "ask weather", "ask food", "ask travel", "palpate knee right", "order blood", "finish"});
    std::int64_t lines = 0;
    for (const LedgerLine& line : sheet.ledger) {
        if (line.component == Component::stewardship) lines += line.points;
    }
    // Three questions of 0.15, an examination of 0.25, an order of 1.5: 2.2 of 12.
    EXPECT_EQ(lines, 20'000 - 20'000 * 2'200 / 12'000);
}

}  // namespace
}  // namespace palpera::pathway
