#include "engine/present/debrief_reasoning.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "engine/base/file.h"
#include "engine/library/action.h"
#include "engine/present/debrief.h"
#include "engine/reasoning/trace.h"
#include "tests/present/ward.h"

namespace palpera::present {
namespace {

using base::Language;
using present_test::context_in;
using present_test::shipped_library;
using present_test::visit;

library::CaseFile ward_nurse_file() { return *find(shipped_library().cases, "ward_nurse"); }

Debrief told(const encounter::Encounter& encounter, Language language = Language::en,
             const library::CaseFile& file = ward_nurse_file()) {
    return debrief(context_in(language), file, encounter, pathway::score(shipped_library(), file, encounter));
}

encounter::Encounter played(const char* journal) {
    const std::filesystem::path root(PALPERA_SOURCE_DIR);
    const auto text = base::read_file(root / "cases/library/ward_nurse" / journal, 1 << 20);
    encounter::Encounter encounter(present_test::ward_nurse());
    const auto recorded = library::parse_journal(*text);
    for (const auto& line : recorded->lines) present_test::act(encounter, {line.text.c_str()});
    return encounter;
}

const DebriefHypothesis* of(const DebriefReasoning& reasoning, const std::string& condition) {
    const auto found = std::ranges::find(reasoning.hypotheses, condition, &DebriefHypothesis::condition);
    return found == reasoning.hypotheses.end() ? nullptr : &*found;
}

TEST(DebriefReasoning, ShowsWhatThePatientHadFirstAndSomethingElseLast) {
    const DebriefReasoning reasoning = told(visit({"ask pain_location"})).reasoning;
    EXPECT_EQ(reasoning.why_not, "");
    ASSERT_GE(reasoning.hypotheses.size(), 2u);
    EXPECT_EQ(reasoning.hypotheses.front().condition, "plantar_fasciitis");
    EXPECT_TRUE(reasoning.hypotheses.front().right);
    EXPECT_EQ(reasoning.hypotheses.back().condition, "");
    EXPECT_EQ(reasoning.hypotheses.back().name, "Something else");
    EXPECT_LE(reasoning.hypotheses.size(), 5u);
}

TEST(DebriefReasoning, WhatTheFindingsSupportedIsThePosteriorOfTheTrace) {
    const encounter::Encounter encounter = played("expert.journal");
    const DebriefReasoning reasoning = told(encounter).reasoning;
    const auto steps = reasoning::trace(shipped_library(), encounter);
    for (const DebriefHypothesis& one : reasoning.hypotheses) {
        ASSERT_FALSE(one.supported.empty());
        EXPECT_EQ(one.supported.front().at, base::Minutes{0});
        EXPECT_EQ(one.supported.back().thousandths, steps.back().after.thousandths(one.condition)) << one.name;
        for (std::size_t i = 1; i < one.supported.size(); ++i)
            EXPECT_LT(one.supported[i - 1].at, one.supported[i].at) << "a line never goes back in time";
    }
}

TEST(DebriefReasoning, TheStudentsOwnStandWhenTheyWereGivenAndTheRestIsSomethingElse) {
    const encounter::Encounter encounter =
        visit({"ask pain_location", "differential plantar_fasciitis 40, calcaneal_stress_fracture 30", "ask duration",
               "diagnose plantar_fasciitis 80"});
    const DebriefReasoning reasoning = told(encounter).reasoning;
    const DebriefHypothesis *right = of(reasoning, "plantar_fasciitis"),
                            *fracture = of(reasoning, "calcaneal_stress_fracture"), *other = of(reasoning, "");
    ASSERT_TRUE(right && fracture && other);
    ASSERT_EQ(right->student.size(), 2u);
    EXPECT_EQ(right->student[0].thousandths, 400);
    EXPECT_EQ(right->student[0].at, encounter.events[1].at);
    EXPECT_EQ(right->student[1].thousandths, 800);
    EXPECT_EQ(fracture->student[1].thousandths, 0) << "what is no longer named has nothing";
    EXPECT_EQ(other->student[0].thousandths, 300);
    EXPECT_EQ(other->student[1].thousandths, 200);
}

TEST(DebriefReasoning, ADiagnosisThatNoHypothesisStandsForCountsAsSomethingElse) {
    ASSERT_EQ(find(shipped_library().likelihoods.conditions, "gout"), nullptr);
    const DebriefReasoning reasoning = told(visit({"ask pain_location", "diagnose gout 90"})).reasoning;
    ASSERT_TRUE(of(reasoning, ""));
    EXPECT_EQ(of(reasoning, "")->student.front().thousandths, 1000);
}

TEST(DebriefReasoning, AVisitWithoutProbabilitiesSaysSo) {
    const DebriefReasoning reasoning = told(visit({"ask pain_location"})).reasoning;
    EXPECT_FALSE(reasoning.asked_student);
    EXPECT_NE(reasoning.summary.find("no probabilities of your own"), std::string::npos) << reasoning.summary;
}

TEST(DebriefReasoning, WhereAConditionOfTheCaseHasNoFiguresNothingIsShownAndItSaysWhich) {
    library::CaseFile file = ward_nurse_file();
    file.conditions.push_back({"gout", library::Side::right, 50});
    const DebriefReasoning reasoning = told(visit({"ask pain_location"}), Language::en, file).reasoning;
    EXPECT_TRUE(reasoning.hypotheses.empty());
    EXPECT_TRUE(reasoning.told.empty());
    EXPECT_NE(reasoning.why_not.find("gout"), std::string::npos) << reasoning.why_not;
}

TEST(DebriefReasoning, EveryQuestionAndExaminationHasItsBitsAndItsCost) {
    const encounter::Encounter encounter = visit({"ask pain_location", "palpate heel_centre right", "note hello"});
    const DebriefReasoning reasoning = told(encounter).reasoning;
    const auto steps = reasoning::trace(shipped_library(), encounter);
    ASSERT_EQ(reasoning.told.size(), 2u) << "a note asks nothing";
    EXPECT_EQ(reasoning.told[0].action, 1);
    EXPECT_EQ(reasoning.told[0].millibits, steps[0].millibits);
    EXPECT_NE(reasoning.told[0].cost.find("min"), std::string::npos) << reasoning.told[0].cost;
}

TEST(DebriefReasoning, AResultBearsTheCostOfItsOrderAndOneThatWasNeverReadIsToldToo) {
    const encounter::Encounter unread = visit({"order crp routine", "wait 3 days"});
    const DebriefReasoning never = told(unread).reasoning;
    ASSERT_EQ(never.told.size(), 1u);
    EXPECT_TRUE(never.told[0].never_read);
    const encounter::Encounter encounter = visit({"order crp routine", "wait 3 days", "read crp"});
    const DebriefReasoning reasoning = told(encounter).reasoning;
    ASSERT_EQ(reasoning.told.size(), 1u);
    EXPECT_EQ(reasoning.told[0].action, 3);
    EXPECT_NE(reasoning.told[0].cost.find("SEK"), std::string::npos) << reasoning.told[0].cost;
}

TEST(DebriefReasoning, AMomentReadsOutEveryHypothesisAsItStoodThen) {
    const encounter::Encounter encounter = visit({"ask pain_location", "differential plantar_fasciitis 40"});
    const DebriefReasoning reasoning = told(encounter).reasoning;
    ASSERT_GE(reasoning.moments.size(), 2u);
    EXPECT_EQ(reasoning.moments.front().action, 0);
    for (const DebriefMoment& moment : reasoning.moments)
        EXPECT_EQ(static_cast<std::size_t>(std::ranges::count(moment.readout, '\n')), reasoning.hypotheses.size());
    EXPECT_NE(reasoning.moments.back().readout.find("you 40%"), std::string::npos) << reasoning.moments.back().readout;
}

TEST(DebriefReasoning, LeavesNoKeyAndNoPlaceHolderInAnyLanguage) {
    for (Language language : base::every_language) {
        const DebriefReasoning reasoning = told(played("demonstration.journal"), language).reasoning;
        std::string all = reasoning.choice + reasoning.summary;
        for (const DebriefMoment& moment : reasoning.moments) all += moment.readout;
        for (const DebriefTold& one : reasoning.told) all += one.act + one.change + one.cost + one.bits;
        EXPECT_EQ(all.find('{'), std::string::npos) << all;
        EXPECT_EQ(all.find("debrief/"), std::string::npos) << all;
    }
}

TEST(DebriefCourse, HasAStepForEachOfTheNearestConformingCourse) {
    const encounter::Encounter encounter = played("demonstration.journal");
    const auto sheet = pathway::score(shipped_library(), ward_nurse_file(), encounter);
    const Debrief debrief = told(encounter);
    ASSERT_EQ(debrief.course.size(), sheet.nearest_course.size());
    for (std::size_t i = 0; i < debrief.course.size(); ++i) {
        const DebriefStep& step = debrief.course[i];
        EXPECT_EQ(step.action, sheet.nearest_course[i].action);
        EXPECT_FALSE(step.title.empty());
        EXPECT_FALSE(step.act.empty()) << step.title;
        EXPECT_LT(step.line, debrief.lines.size());
        EXPECT_EQ(step.time == "–", step.action == 0) << step.title;
    }
    EXPECT_TRUE(std::ranges::any_of(debrief.course, [](const DebriefStep& step) { return step.action == 0; }));
}

TEST(DebriefReasoning, SaysHowOftenASpecialTestIsRightAsPublishedInTheDecimalsOfTheLanguage) {
    const auto encounter = visit({"ask pain_location", "test slr right"});
    const auto row = [](const DebriefReasoning& reasoning) { return reasoning.told.back(); };
    EXPECT_EQ(row(told(encounter).reasoning).published.substr(0, 39), "Sensitivity / specificity: 0.92 / 0.28,");
    EXPECT_EQ(row(told(encounter, Language::sv).reasoning).published.substr(0, 41),
              "Sensitivitet / specificitet: 0,92 / 0,28,");
    EXPECT_EQ(told(encounter).reasoning.told.front().published, "");
}

}  // namespace
}  // namespace palpera::present
