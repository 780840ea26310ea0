// What is true at a moment, how it changes by itself and under treatment, and what could be found.
#include "tests/patient/example.h"

namespace palpera::patient {
namespace {

using base::days;
using base::weeks;
using library::SmallLibrary;
using script::Value;

class PatientInTime : public testing::Test {
protected:
    SmallLibrary small_;
    Patient patient_ = patient_of(small_);
    Progress progress_{patient_};
    Moment now() const { return Moment(patient_, progress_); }
};
class TheCourse : public PatientInTime {};
class TheMoment : public PatientInTime {};

TEST_F(TheMoment, KnowsWhatTheEngineKeepsItself) {
    EXPECT_EQ(now().value("age"), Value(50.0));
    EXPECT_EQ(now().value("sex"), Value(std::string("female")));
    EXPECT_EQ(now().value("height"), Value(160.0));
    EXPECT_EQ(now().value("weight"), Value(80.0));
    EXPECT_EQ(now().value("bmi"), Value(31.3)) << "80 / 1.6^2 = 31.25";
    EXPECT_EQ(now().value("side"), Value(std::string("right")));
    EXPECT_EQ(now().value("elapsed"), Value(Minutes{0}));
    EXPECT_EQ(now().value("visit"), Value(1.0));
    EXPECT_EQ(now().value("severity"), Value(60.0));
    EXPECT_EQ(now().value("improvement"), Value(0.0));
    EXPECT_EQ(now().value("pain_now"), Value(6.0));
    EXPECT_EQ(now().value("nothing_known"), std::nullopt);
}

TEST_F(TheMoment, WhatThePatientSaysOfThePainIsThePain) {
    EXPECT_EQ(now().value("pain_rating"), now().value("pain_now"));
    progress_.become({24});
    EXPECT_EQ(now().value("pain_rating"), Value(2.0));
    EXPECT_EQ(now().value("pain_now"), Value(2.0));
}

TEST_F(TheMoment, ASpanThatGrowsGrowsWithTheTimeSinceArrival) {
    EXPECT_EQ(now().value("symptom_duration"), Value(days(90)));
    pass_time(patient_, progress_, weeks(2));
    EXPECT_EQ(now().value("symptom_duration"), Value(days(104)));
}

TEST_F(TheMoment, WhatIsTrueIsNotYetShown) {
    EXPECT_EQ(now().value("first_step_pain"), Value(true));
    EXPECT_FALSE(now().shown("first_step_pain"));
    progress_.show("first_step_pain");
    EXPECT_TRUE(now().shown("first_step_pain"));
}

TEST_F(TheMoment, AConditionMaySpeakOfASidedFactWithoutASide) {
    const auto pattern = script::parse("heel_tender", small_.read().catalogue.vocabulary,
                                       [](std::string_view) { return std::string(); });
    ASSERT_TRUE(pattern.complaints.empty());
    EXPECT_EQ(script::evaluate(pattern.condition, now()), script::Truth::yes);
    patient_.facts.at("heel_tender").right = false;
    EXPECT_EQ(script::evaluate(pattern.condition, now()), script::Truth::no);
    patient_.facts.at("heel_tender").left = true;
    EXPECT_EQ(script::evaluate(pattern.condition, now()), script::Truth::yes) << "the other side counts too";
}

TEST_F(TheMoment, RemembersSinceWhenAnActIsDone) {
    EXPECT_EQ(now().since("advise good_shoes"), std::nullopt);
    progress_.carry_out("advise good_shoes", Minutes{5});
    pass_time(patient_, progress_, days(1));
    EXPECT_EQ(now().since("advise good_shoes"), days(1) - Minutes{5});
}

TEST_F(TheMoment, WhatAnEventSetsHoldsOnTheSideOfTheComplaint) {
    progress_.set("heel_tender", false);
    EXPECT_EQ(now().value("heel_tender", Side::right), Value(false));
    patient_.facts.at("heel_tender").left = true;
    EXPECT_EQ(now().value("heel_tender", Side::left), Value(true));
    patient_.side = Side::none;
    EXPECT_EQ(now().value("heel_tender", Side::left), Value(false)) << "a complaint without a side has both";
}

TEST_F(TheCourse, HealsByTheWeek) {
    pass_time(patient_, progress_, days(6));
    EXPECT_EQ(progress_.severity[0], 60);
    pass_time(patient_, progress_, days(1));
    EXPECT_EQ(progress_.severity[0], 59);
    pass_time(patient_, progress_, weeks(9));
    EXPECT_EQ(progress_.severity[0], 50);
}

TEST_F(TheCourse, HealsFasterUnderTreatmentAndNeverBelowNothing) {
    progress_.carry_out("advise good_shoes", Minutes{0});
    pass_time(patient_, progress_, weeks(4));
    EXPECT_EQ(progress_.severity[0], 40);
    EXPECT_EQ(now().value("improvement"), Value(33.0));
    pass_time(patient_, progress_, weeks(52));
    EXPECT_EQ(progress_.severity[0], 0);
    EXPECT_EQ(now().value("improvement"), Value(100.0));
}

TEST_F(TheCourse, IsTheSameInOneLeapAsInManySteps) {
    Progress stepped = progress_;
    pass_time(patient_, progress_, weeks(10));
    for (int i = 0; i < 10 * 7 * 24; ++i) pass_time(patient_, stepped, Minutes{60});
    EXPECT_EQ(stepped.now, progress_.now);
    EXPECT_EQ(stepped.severity, progress_.severity);
    EXPECT_EQ(stepped.happened, progress_.happened);
}

TEST_F(TheCourse, AnEventHappensOnceWhenItsConditionFirstHolds) {
    pass_time(patient_, progress_, days(20));
    EXPECT_TRUE(progress_.happened.empty());
    pass_time(patient_, progress_, days(1));
    EXPECT_EQ(progress_.happened, std::vector<int>{0});
    EXPECT_EQ(now().value("night_pain"), Value(true));
    pass_time(patient_, progress_, weeks(5));
    EXPECT_EQ(progress_.happened.size(), 1u);
}

TEST_F(TheCourse, AnEventThatTreatmentPreventsDoesNotHappen) {
    progress_.carry_out("advise good_shoes", Minutes{0});
    pass_time(patient_, progress_, weeks(20));
    EXPECT_TRUE(progress_.happened.empty());
    EXPECT_EQ(now().value("night_pain"), Value(false));
}

TEST(Findable, IsWhatSomeActWouldRevealNow) {
    SmallLibrary small;
    const Patient patient = patient_of(small);
    const Progress progress(patient);
    for (const char* fact : {"first_step_pain", "heel_tender", "night_pain", "symptom_duration", "pain_rating",
                             "shoe_kind", "spur", "weight"}) {
        EXPECT_TRUE(is_findable(patient, progress, fact)) << fact;
    }
    EXPECT_FALSE(is_findable(patient, progress, "ulcer_history")) << "true or not, nobody asks";
    EXPECT_FALSE(is_findable(patient, progress, "nothing_known"));
}

TEST(Findable, WhatTheEngineKeepsAlwaysIs) {
    SmallLibrary small;
    const Patient patient = patient_of(small);
    const Progress progress(patient);
    for (const char* fact : {"age", "sex", "bmi", "elapsed", "visit", "severity", "improvement", "pain_now"}) {
        EXPECT_TRUE(is_findable(patient, progress, fact)) << fact;
    }
}

TEST(Findable, OnlyTheVariantThatWouldBeGivenCounts) {
    SmallLibrary small;
    small.where(the_condition, "    where: {says: \"Under the heel.\"}",
                "    where:\n        later: {when: visit >= 2, says: \"Here.\", reveals: [ulcer_history]}\n        "
                "first: {says: \"Under the heel.\"}");
    const Patient patient = patient_of(small);
    Progress progress(patient);
    EXPECT_FALSE(is_findable(patient, progress, "ulcer_history"));
    progress.open_visit();
    EXPECT_TRUE(is_findable(patient, progress, "ulcer_history"));
}

TEST(ShippedPatient, SaysOfItsPainWhatTheEngineKnows) {
    const std::filesystem::path root(PALPERA_SOURCE_DIR);
    base::Diagnostics diagnostics;
    const library::Library library = library::read_library({root / "cases", root / "assets" / "anatomy"}, diagnostics);
    for (const library::CaseFile& file : library.cases) {
        for (std::uint64_t seed = 0; seed < file.vary.count(); ++seed) {
            const auto patient = compile(library, file, seed, diagnostics);
            ASSERT_TRUE(patient);
            Progress progress(*patient);
            for (int week = 0; week < 26; ++week) {
                const Moment moment(*patient, progress);
                ASSERT_EQ(moment.value("pain_rating"), moment.value("pain_now"));
                pass_time(*patient, progress, base::weeks(1));
            }
        }
    }
}

}  // namespace
}  // namespace palpera::patient
