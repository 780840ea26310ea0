#include "tests/pathway/small_library.h"

namespace palpera::pathway {
namespace {

TEST(NecessaryCare, AMustWeighsTwiceAShould) {
    SmallCase heel;
    heel.step("ask_place", Strength::must, {"ask place"});
    heel.step("ask_night", Strength::should, {"ask night"});
    heel.step("ask_weather", Strength::may, {"ask weather"});
    const ScoreSheet sheet = heel.score({"ask place", "finish"});
    EXPECT_EQ(line_of(sheet, "heel/ask_place")->of, 36'667);
    EXPECT_EQ(line_of(sheet, "heel/ask_night")->of, 18'333);
    EXPECT_EQ(line_of(sheet, "heel/ask_weather"), nullptr);
}

TEST(NecessaryCare, AStepIsEarnedByAnyOfItsActs) {
    SmallCase heel;
    heel.step("ask_place", Strength::should, {"ask place", "ask night"});
    const ScoreSheet sheet = heel.score({"ask night", "finish"});
    const LedgerLine* line = line_of(sheet, "heel/ask_place");
    EXPECT_EQ(line->reason, Reason::done_in_time);
    EXPECT_EQ(line->points, line->of);
    EXPECT_EQ(line->actions, std::vector<int>{1});
}

TEST(NecessaryCare, ADiagnosisWeighedAmongOthersIsToldApartFromOneLeftOut) {
    SmallCase heel;
    heel.step("weigh_fracture", Strength::must, {"differential fracture"});
    heel.step("weigh_something", Strength::should, {"differential any"});
    const ScoreSheet weighed = heel.score({"differential fasciitis 70, fracture 20", "finish"});
    EXPECT_EQ(reason_of(weighed, "heel/weigh_fracture"), Reason::done_in_time);
    for (const char* course : {"differential fasciitis 70", "differential fasciitis 70, fracture 0"}) {
        const ScoreSheet left_out = heel.score({course, "finish"});
        EXPECT_EQ(reason_of(left_out, "heel/weigh_fracture"), Reason::missing) << course;
        EXPECT_EQ(reason_of(left_out, "heel/weigh_something"), Reason::done_in_time) << course;
    }
}

TEST(NecessaryCare, AnActOfLessCreditEarnsItsPart) {
    SmallCase heel;
    heel.step("ask_place", Strength::should, {"ask place", "ask night"}).acts[1].credit = 50;
    EXPECT_EQ(line_of(heel.score({"ask night", "finish"}), "heel/ask_place")->points, 27'500);
    EXPECT_EQ(line_of(heel.score({"ask night", "ask place", "finish"}), "heel/ask_place")->points, 55'000);
}

TEST(NecessaryCare, SomeOfSeveralEarnSomeOfThePoints) {
    SmallCase heel;
    heel.step("ask_two", Strength::should, {"ask place", "ask night", "ask wishes"}).at_least = 2;
    const ScoreSheet half = heel.score({"ask place", "finish"});
    EXPECT_EQ(line_of(half, "heel/ask_two")->points, 27'500);
    EXPECT_EQ(reason_of(half, "heel/ask_two"), Reason::missing);
    EXPECT_EQ(line_of(heel.score({"ask place", "ask wishes", "finish"}), "heel/ask_two")->points, 55'000);
}

TEST(NecessaryCare, WhatIsWantedTwiceIsEarnedByDoingItTwiceAndNotThreeTimes) {
    SmallCase heel;
    heel.step("press_at_the_review_too", Strength::should, {"palpate heel"}).at_least = 2;
    const std::string line = "heel/press_at_the_review_too";
    EXPECT_EQ(line_of(heel.score({"palpate heel right", "finish"}), line)->points, 27'500);
    const ScoreSheet twice =
        heel.score({"palpate heel right", "end_visit", "wait 2 weeks", "palpate heel right", "finish"});
    EXPECT_EQ(line_of(twice, line)->points, 55'000);
    EXPECT_EQ(line_of(twice, line)->actions, (std::vector<int>{1, 4}));
    const ScoreSheet thrice = heel.score({"palpate heel right", "palpate heel right", "palpate heel right", "finish"});
    EXPECT_EQ(reason_of(thrice, "stewardship/palpate/heel"), Reason::duplicate);
}

TEST(NecessaryCare, OneActServesOneStepAndGoesWhereItEarnsMost) {
    SmallCase heel;
    heel.step("either", Strength::should, {"ask place", "ask night"});
    heel.step("only_place", Strength::must, {"ask place"});
    const ScoreSheet one = heel.score({"ask place", "finish"});
    EXPECT_EQ(reason_of(one, "heel/only_place"), Reason::done_in_time);
    EXPECT_EQ(reason_of(one, "heel/either"), Reason::missing);
    const ScoreSheet both = heel.score({"ask place", "ask night", "finish"});
    EXPECT_EQ(reason_of(both, "heel/either"), Reason::done_in_time);
}

TEST(NecessaryCare, TheHealthySideIsNotTheSideOfTheTrouble) {
    SmallCase heel;
    heel.step("press", Strength::should, {"palpate heel"});
    EXPECT_EQ(reason_of(heel.score({"palpate heel left", "finish"}), "heel/press"), Reason::missing);
    EXPECT_EQ(reason_of(heel.score({"palpate heel right", "finish"}), "heel/press"), Reason::done_in_time);
    EXPECT_EQ(reason_of(heel.score({"palpate heel", "finish"}), "heel/press"), Reason::done_in_time);
}

TEST(NecessaryCare, PointsFallEvenlyAfterTheVisitInWhichTheyWereDue) {
    SmallCase heel;
    library::Step& shoes = heel.step("shoes", Strength::should, {"advise shoes"});
    shoes.until_visit = 1;
    shoes.lost = base::weeks(4);
    const ScoreSheet late = heel.score({"end_visit", "wait 2 weeks", "advise shoes", "finish"});
    EXPECT_EQ(reason_of(late, "heel/shoes"), Reason::late);
    EXPECT_EQ(line_of(late, "heel/shoes")->points, 27'500);
    const ScoreSheet too_late = heel.score({"end_visit", "wait 6 weeks", "advise shoes", "finish"});
    EXPECT_EQ(reason_of(too_late, "heel/shoes"), Reason::late);
    EXPECT_EQ(line_of(too_late, "heel/shoes")->points, 0);
}

TEST(NecessaryCare, WithoutTimeToFallTheBoundIsSharp) {
    SmallCase heel;
    heel.step("shoes", Strength::should, {"advise shoes"}).until = base::weeks(1);
    EXPECT_EQ(line_of(heel.score({"wait 7 days", "advise shoes", "finish"}), "heel/shoes")->points, 55'000);
    const ScoreSheet late = heel.score({"wait 8 days", "advise shoes", "finish"});
    EXPECT_EQ(line_of(late, "heel/shoes")->points, 0);
    EXPECT_EQ(reason_of(late, "heel/shoes"), Reason::late);
}

TEST(NecessaryCare, WhatIsDueInAVisitThatWasNeverHeldIsNotExpected) {
    SmallCase heel;
    heel.step("ask_place", Strength::should, {"ask place"});
    heel.step("ask_night", Strength::should, {"ask night"}).until_visit = 2;
    EXPECT_EQ(line_of(heel.score({"ask place", "finish"}), "heel/ask_night"), nullptr);
    const ScoreSheet again = heel.score({"ask place", "end_visit", "wait 2 weeks", "ask weather", "finish"});
    EXPECT_EQ(reason_of(again, "heel/ask_night"), Reason::missing);
}

TEST(NecessaryCare, AStepIsExpectedOnlyOfAPatientItSpeaksOf) {
    SmallCase heel;
    heel.step("explain", Strength::should, {"advise shoes"}, "wants_film");
    EXPECT_EQ(line_of(heel.score({"finish"}), "heel/explain"), nullptr);
    EXPECT_EQ(reason_of(heel.is_true("wants_film").score({"finish"}), "heel/explain"), Reason::missing);
}

TEST(NecessaryCare, WhatNobodyCanFindOutIsNotExpected) {
    SmallCase heel;
    heel.is_true("hidden").step("explain", Strength::should, {"advise shoes"}, "hidden");
    EXPECT_EQ(line_of(heel.score({"finish"}), "heel/explain"), nullptr);
}

TEST(NecessaryCare, WhatCanBeFoundOutIsEnoughWhereItSettlesTheCondition) {
    SmallCase heel;
    heel.is_true("wants_film").step("explain", Strength::should, {"advise shoes"}, "wants_film or hidden");
    EXPECT_EQ(reason_of(heel.score({"finish"}), "heel/explain"), Reason::missing);
}

TEST(NecessaryCare, BeforeItIsCalledForAnActIsTooEarly) {
    SmallCase heel;
    heel.step("film", Strength::should, {"order film"}, "visit >= 2");
    const ScoreSheet sheet = heel.score({"order film", "end_visit", "wait 2 weeks", "ask place", "finish"});
    EXPECT_EQ(reason_of(sheet, "heel/film"), Reason::too_early);
    EXPECT_EQ(line_of(sheet, "heel/film")->points, 0);
    EXPECT_EQ(reason_of(sheet, "stewardship/order/film"), Reason::too_early);
}

TEST(NecessaryCare, ACancelledOrderEarnsNothing) {
    SmallCase heel;
    heel.step("film", Strength::should, {"order film"});
    EXPECT_EQ(reason_of(heel.score({"order film", "cancel film", "finish"}), "heel/film"), Reason::missing);
}

TEST(NecessaryCare, TypedWordsCountAsTheQuestionsTheyAreTakenFor) {
    SmallCase heel;
    heel.step("ask_place", Strength::should, {"ask place"});
    heel.step("ask_night", Strength::should, {"ask night"});
    heel.understood = {"place", "night"};
    const ScoreSheet sheet = heel.score({"say where does it hurt and at night", "finish"});
    EXPECT_EQ(points_of(sheet, Component::necessary_care), 55'000);
}

TEST(Declining, ForAReasonThatAWarningAsksToBeAbsentExcusesNothing) {
    SmallCase heel;
    heel.step("film", Strength::should, {"order film"}, "heel_tender");
    heel.step("no_film_yet", Strength::avoid, {"order film"}, "not heel_tender").severity = 1;
    const ScoreSheet sheet = heel.is_true("heel_tender").score({"palpate heel", "decline film heel_tender", "finish"});
    EXPECT_EQ(reason_of(sheet, "heel/film"), Reason::missing);
}

TEST(NecessaryCare, TakingBackAChosenQuestionChangesNothing) {
    SmallCase heel;
    heel.step("ask_place", Strength::should, {"ask place"});
    EXPECT_EQ(heel.score({"ask place", "take_back 1", "finish"}).millipoints,
              heel.score({"ask place", "finish"}).millipoints);
}

TEST(Declining, ExcusesWhereTheReasonHoldsAndSpeaksAgainstTheAct) {
    SmallCase heel;
    heel.step("medicine", Strength::should, {"prescribe naproxen", "advise rest"});
    heel.step("ask_place", Strength::should, {"ask place"});
    const std::vector<std::string> session{"ask place", "decline medicine ulcer", "finish"};
    EXPECT_EQ(reason_of(heel.score(session), "heel/medicine"), Reason::missing);
    const ScoreSheet sheet = heel.is_true("ulcer").score(session);
    EXPECT_EQ(reason_of(sheet, "heel/medicine"), Reason::missing_justified);
    EXPECT_EQ(line_of(sheet, "heel/medicine")->of, 0);
    EXPECT_EQ(points_of(sheet, Component::necessary_care), 55'000);
}

TEST(Declining, ATruthThatHasNothingToDoWithTheStepExcusesNothing) {
    SmallCase heel;
    heel.is_true("wants_film").step("ask_place", Strength::should, {"ask place"});
    const ScoreSheet sheet = heel.score({"decline ask_place wants_film", "finish"});
    EXPECT_EQ(reason_of(sheet, "heel/ask_place"), Reason::missing);
}

TEST(Declining, NobodyIsExpectedToGiveWhatMustNotBeGiven) {
    SmallCase heel;
    heel.step("medicine", Strength::should, {"prescribe naproxen"});
    EXPECT_EQ(reason_of(heel.score({"finish"}), "heel/medicine"), Reason::missing);
    EXPECT_EQ(reason_of(heel.is_true("ulcer").score({"finish"}), "heel/medicine"), Reason::missing_justified);
}

TEST(Order, IsEarnedWhenTheFirstStepCameFirst) {
    SmallCase heel;
    heel.step("press", Strength::should, {"palpate heel"});
    heel.step("conclude", Strength::should, {"diagnose any"});
    heel.before("press", "conclude");
    const std::string line = "heel/press_before_conclude";
    const ScoreSheet right = heel.score({"palpate heel right", "diagnose fasciitis 90", "finish"});
    EXPECT_EQ(reason_of(right, line), Reason::done_in_time);
    EXPECT_EQ(line_of(right, line)->points, 15'000);
    const ScoreSheet wrong = heel.score({"diagnose fasciitis 90", "palpate heel right", "finish"});
    EXPECT_EQ(reason_of(wrong, line), Reason::out_of_order);
    EXPECT_EQ(line_of(wrong, line)->points, 0);
    EXPECT_EQ(reason_of(heel.score({"palpate heel right", "finish"}), line), Reason::missing);
}

TEST(Order, IsNotEarnedByAHarmfulAct) {
    SmallCase heel;
    heel.step("ask_place", Strength::should, {"ask place"});
    heel.step("medicine", Strength::should, {"prescribe naproxen"});
    heel.before("ask_place", "medicine");
    const ScoreSheet sheet = heel.score({"ask place", "prescribe naproxen 5000 mg 2", "finish"});
    EXPECT_EQ(reason_of(sheet, "heel/ask_place_before_medicine"), Reason::missing);
}

TEST(Order, WithoutAnyItsPointsBelongToNecessaryCare) {
    SmallCase heel;
    heel.step("ask_place", Strength::should, {"ask place"});
    heel.step("film", Strength::should, {"order film"}, "wants_film");
    heel.before("ask_place", "film");
    const ScoreSheet sheet = heel.score({"finish"});
    EXPECT_EQ(sheet.components[static_cast<std::size_t>(Component::order)].of, 0);
    EXPECT_EQ(sheet.components[static_cast<std::size_t>(Component::necessary_care)].of, 55'000);
}

TEST(Guidelines, TwoOfThemMayEachTakeTheSameAct) {
    SmallCase heel;
    heel.step("ask_place", Strength::should, {"ask place"});
    heel.other_guidelines = {heel.guideline};
    heel.other_guidelines.front().id = "foot";
    heel.file.guidelines = {"heel", "foot"};
    const ScoreSheet sheet = heel.score({"ask place", "finish"});
    EXPECT_EQ(points_of(sheet, Component::necessary_care), 55'000);
}

}  // namespace
}  // namespace palpera::pathway
