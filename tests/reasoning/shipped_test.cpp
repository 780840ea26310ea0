// What the shipped likelihoods make of the shipped cases.
#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "engine/reasoning/seen.h"
#include "engine/reasoning/trace.h"
#include "tests/acceptance/played_case.h"

namespace palpera::reasoning {
namespace {

const RecordedCourse* expert_of(const std::vector<RecordedCourse>& courses) {
    for (const RecordedCourse& course : courses) {
        if (course.name == "expert") return &course;
    }
    return nullptr;
}

const library::CaseFile& case_of(const std::string& id) { return *library::find(shipped().cases, id); }

encounter::Encounter expert_encounter(const PlayedCase& played, const std::string& id) {
    const std::vector<RecordedCourse> courses = recorded_courses(id);
    return played.played(*expert_of(courses));
}

std::string leading(const Differential& differential) {
    const auto most = std::max_element(differential.probability.begin(), differential.probability.end());
    return differential.conditions[static_cast<std::size_t>(most - differential.probability.begin())];
}

TEST(ShippedLikelihoods, AreTheWholeTableOfTheSources) {
    const library::Likelihoods& likelihoods = shipped().likelihoods;
    EXPECT_EQ(likelihoods.conditions.size(), 27u);
    EXPECT_EQ(likelihoods.findings.size(), 90u);
    double sum = 0;
    for (const library::LikelyCondition& condition : likelihoods.conditions) {
        ASSERT_EQ(condition.likely.size(), 90u);
        sum = std::accumulate(condition.likely.begin(), condition.likely.end(), sum);
    }
    EXPECT_NEAR(sum, 330.54, 0.005);
}

TEST(ShippedCases, LetTheTruthLeadAfterTheExpertsCourseInEveryVariant) {
    std::size_t covered = 0;
    for (const library::CaseFile& file : shipped().cases) {
        if (!covers(shipped(), file)) continue;
        ++covered;
        for (std::uint64_t seed = 0; seed < file.vary.count(); ++seed) {
            const PlayedCase played(file, seed);
            const encounter::Encounter encounter = expert_encounter(played, file.id);
            const Differential after = posterior(shipped(), encounter, encounter.events.back().n);
            EXPECT_EQ(leading(after), file.to_diagnose().front().condition) << file.id << " seed " << seed;
        }
    }
    EXPECT_GE(covered, 4u);
}

TEST(Coverage, FailsWhereACaseHasAConditionWithoutLikelihoodsButNotForWhatIsOnlyBesideIt) {
    library::CaseFile file = case_of("ward_nurse");
    EXPECT_TRUE(covers(shipped(), file));
    file.conditions.push_back({"pes_planus", library::Side::both, 0});
    EXPECT_TRUE(covers(shipped(), file));
    file.conditions.back().severity = 40;
    EXPECT_FALSE(covers(shipped(), file));
    file.conditions.clear();
    EXPECT_FALSE(covers(shipped(), file));
}

TEST(Trace, HasAStepForEachActionAndItsCostsMakeTheEncounters) {
    const PlayedCase played(case_of("retired_teacher"), 0);
    const encounter::Encounter encounter = expert_encounter(played, "retired_teacher");
    const std::vector<TraceStep> steps = trace(shipped(), encounter);
    ASSERT_EQ(steps.size(), encounter.events.size());
    int cost = 0, results = 0;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        EXPECT_EQ(steps[i].action, encounter.events[i].n);
        EXPECT_EQ(steps[i].until, encounter.events[i].until);
        cost += steps[i].cost;
        if (steps[i].ordered != 0) ++results;
        if (encounter.events[i].response.revealed.empty()) {
            EXPECT_EQ(steps[i].millibits, 0);
        }
        EXPECT_EQ(steps[i].after.thousandths(), posterior(shipped(), encounter, steps[i].action).thousandths());
    }
    EXPECT_EQ(cost, encounter.cost);
    EXPECT_GT(results, 0);
}

TEST(Trace, GivesBitsToAQuestionThatTellsConditionsApartAndNoneToOneThatDoesNot) {
    const PlayedCase played(case_of("ward_nurse"), 0);
    encounter::Encounter encounter(played.patient());
    for (const char* line : {"ask first_steps_pain", "ask sleep_impact"}) {
        const auto action = library::parse_action(line);
        ASSERT_TRUE(action && !encounter::find_refusal(encounter, *action)) << line;
        encounter::carry_out(encounter, *action);
    }
    const std::vector<TraceStep> steps = trace(shipped(), encounter);
    ASSERT_EQ(steps.size(), 2u);
    EXPECT_GT(steps[0].millibits, 100);
    EXPECT_EQ(steps[1].millibits, 0);
}

// Facts as the student was shown them, on a patient whose trouble is on the right.
class SeenFacts : public testing::Test {
protected:
    SeenFacts() { patient_.side = library::Side::right; }
    void show(const std::string& fact, library::Side side, bool value) {
        encounter_.shown.push_back({fact, side, value, ++action_, {}});
    }
    std::optional<script::Value> after(int action) const { return Seen(encounter_, action).value("tender"); }
    std::optional<script::Value> at_last() const { return after(action_); }

    patient::Patient patient_;
    encounter::Encounter encounter_{patient_};
    int action_ = 0;
};

TEST_F(SeenFacts, AreUnknownUntilTheyAreShown) {
    show("tender", library::Side::right, true);
    EXPECT_EQ(after(0), std::nullopt);
    EXPECT_EQ(after(1), script::Value(true));
}

TEST_F(SeenFacts, AreNotAbsentBecauseTheHealthySideIsWell) {
    show("tender", library::Side::left, false);
    EXPECT_EQ(at_last(), std::nullopt);
    show("tender", library::Side::right, false);
    EXPECT_EQ(at_last(), script::Value(false));
}

TEST_F(SeenFacts, StayEvidenceWhenTheyHaveHealed) {
    show("tender", library::Side::right, true);
    show("tender", library::Side::right, false);
    EXPECT_EQ(at_last(), script::Value(true));
}

TEST_F(SeenFacts, HoldTheAgeAndTheSexOfTheCardFromTheStart) {
    patient_.age = 63;
    patient_.female = false;
    EXPECT_EQ(Seen(encounter_, 0).value("age"), script::Value(63.0));
    EXPECT_EQ(Seen(encounter_, 0).value("sex"), script::Value(std::string("male")));
}

}  // namespace
}  // namespace palpera::reasoning
