#include "engine/pathway/break_even.h"

#include "tests/pathway/small_library.h"

namespace palpera::pathway {
namespace {

std::vector<Guess> guesses_of(SmallCase& heel) {
    heel.library.guidelines = {heel.guideline};
    base::Diagnostics diagnostics;
    const auto patient = patient::compile(heel.library, heel.file, 0, diagnostics);
    EXPECT_TRUE(patient.has_value());
    return patient ? guesses(heel.library, heel.file, *patient) : std::vector<Guess>{};
}

TEST(BreakEven, AGuessGainsItsShareOfCareAndStewardshipAndCostsItsBurden) {
    SmallCase heel;
    for (const char* question : {"place", "night", "weather"}) {
        heel.step(question, Strength::should, {std::string("ask ") + question});
    }
    heel.step("film", Strength::should, {"order film"}, "wants_film");
    const std::vector<Guess> found = guesses_of(heel);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found.front().act, "order film");
    // A quarter of 55 points of care, there being no order, and of 20 of stewardship; half of the budget of 12.
    EXPECT_EQ(found.front().gain, 18'750);
    EXPECT_EQ(found.front().price, 10'000);
    EXPECT_FALSE(found.front().pays());
}

TEST(BreakEven, AGuessPaysWhereItCostsLessThanAThirdOfItsGain) {
    SmallCase heel;
    heel.step("place", Strength::should, {"ask place"});
    heel.step("blood", Strength::should, {"order blood"}, "wants_film");
    const std::vector<Guess> found = guesses_of(heel);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found.front().gain, 37'500);
    EXPECT_EQ(found.front().price, 2'500);
    EXPECT_TRUE(found.front().pays());
}

TEST(BreakEven, WhatIsExpectedAllowedOrHarmfulIsNoGuess) {
    SmallCase heel;
    heel.step("film", Strength::should, {"order film"});
    heel.step("blood", Strength::may, {"order blood"});
    heel.step("injection", Strength::avoid, {"treat injection"});
    EXPECT_TRUE(guesses_of(heel).empty());
}

}  // namespace
}  // namespace palpera::pathway
