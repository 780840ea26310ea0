// What a lesion makes of the examination of a patient.
#include <algorithm>

#include "tests/patient/example.h"

namespace palpera::patient {
namespace {

using library::SmallLibrary;
using script::Value;

// A small library whose facts of the nervous system follow from lesions, and whose condition has one.
void with_lesion(SmallLibrary& small, const std::string& lesion) {
    small.more("catalogue/facts/facts.yaml",
               "    dropped_foot: {sided: yes, yes: \"Weak foot\", no: \"Strong foot\", derived: [weak "
               "tibialis_anterior]}\n"
               "    ankle_jerk_lost: {sided: yes, yes: \"Jerk lost\", no: \"Jerk there\", derived: [reduced "
               "ankle_jerk]}\n"
               "    numb_foot: {yes: \"Numb foot\", no: \"Not numb\", derived: [numb foot_dorsum_first_web, numb "
               "foot_lateral_border]}\n");
    small.more("catalogue/examinations.yaml",
               "    strength tibialis_anterior: {finds: \"Full strength.\", reveals: [dropped_foot]}\n"
               "    reflex ankle_jerk: {finds: \"There.\", reveals: [ankle_jerk_lost]}\n"
               "    sensation pinprick foot_dorsum_first_web: {finds: \"Sharp.\", reveals: [numb_foot]}\n"
               "    sensation pinprick foot_lateral_border: {finds: \"Sharp.\", reveals: [numb_foot]}\n"
               "    gait heels: {name: \"Heels\", finds: \"Walks well.\"}\n");
    small.where("catalogue/examinations.yaml", "    gait: {",
                "    strength: {name: \"Strength\", group: feel, minutes: 1, icon: hand, finds: \"Strong.\"}\n"
                "    reflex: {name: \"Reflex\", group: feel, minutes: 1, icon: hand, finds: \"Brisk.\"}\n"
                "    sensation: {name: \"Sensation\", group: feel, minutes: 1, icon: hand, finds: \"Felt.\"}\n"
                "    test: {name: \"Test\", group: feel, minutes: 1, icon: hand, finds: \"Negative.\"}\n    gait: {");
    small.where(the_condition, "answers:", "lesions: {nerve: " + lesion + "}\nanswers:");
}

constexpr const char* fibular =
    "{structure: common_fibular, level: common_fibular_fibular_head, completeness: complete}";

TEST(Lesion, GivesFindingsOnTheAffectedSideAndLeavesTheOther) {
    SmallLibrary small;
    with_lesion(small, fibular);
    const Patient patient = patient_of(small);
    const Progress progress(patient);
    EXPECT_EQ(finds(patient, progress, "strength tibialis_anterior", Side::right), "No contraction, MRC 0.");
    EXPECT_EQ(says(patient, progress, "strength tibialis_anterior", Side::right), "I cannot move it at all.");
    EXPECT_EQ(finds(patient, progress, "strength tibialis_anterior", Side::left), "Full strength.");
    EXPECT_EQ(finds(patient, progress, "strength tibialis_posterior", Side::right), "Strong.");
    EXPECT_EQ(finds(patient, progress, "reflex ankle_jerk", Side::right), "There.");
    EXPECT_EQ(finds(patient, progress, "sensation pinprick foot_dorsum_first_web", Side::right),
              "The prick is not felt here.");
    EXPECT_EQ(finds(patient, progress, "test tinel_fibular_head", Side::right),
              "Tingling shoots to the top of the foot.");
    EXPECT_EQ(finds(patient, progress, "gait heels", Side::none), "Cannot keep the forefoot up.");
}

TEST(Lesion, GivesFactsThatGuidelinesCanAskFor) {
    SmallLibrary small;
    with_lesion(small, fibular);
    const Patient patient = patient_of(small);
    const Progress progress(patient);
    const Moment moment(patient, progress);
    EXPECT_EQ(moment.value("dropped_foot", Side::right), Value(true));
    EXPECT_EQ(moment.value("dropped_foot", Side::left), Value(false));
    EXPECT_EQ(moment.value("ankle_jerk_lost", Side::right), Value(false));
    EXPECT_EQ(moment.value("numb_foot"), Value(true));
    EXPECT_TRUE(is_findable(patient, progress, "dropped_foot"));
}

TEST(Lesion, DoesNotRevealByANormalFindingWhatIsFoundElsewhere) {
    SmallLibrary small;
    with_lesion(small, fibular);
    const Patient patient = patient_of(small);
    const Progress progress(patient);
    const auto reveals = [&](const char* act) {
        return chosen(*responses_of(patient, act, Side::right), Moment(patient, progress))->reveals;
    };
    EXPECT_EQ(reveals("sensation pinprick foot_dorsum_first_web"), std::vector<std::string>{"numb_foot"});
    EXPECT_EQ(reveals("sensation pinprick foot_lateral_border"), std::vector<std::string>{}) << "felt there";
}

TEST(Lesion, ThatIsNotThereIsShownToBeAbsentByWhoeverLooksForItsSigns) {
    SmallLibrary small;
    with_lesion(small, fibular);
    small.where("catalogue/examinations.yaml", ", reveals: [ankle_jerk_lost]", "");
    const Patient patient = patient_of(small);
    const Progress progress(patient);
    const library::Response* jerk =
        chosen(*responses_of(patient, "reflex ankle_jerk", Side::right), Moment(patient, progress));
    EXPECT_EQ(jerk->reveals, std::vector<std::string>{"ankle_jerk_lost"});
    EXPECT_EQ(Moment(patient, progress).value("ankle_jerk_lost", Side::right), Value(false));
}

TEST(Lesion, GivesWayToWhatIsScripted) {
    SmallLibrary small;
    with_lesion(small, fibular);
    small.where(the_condition, "findings:", "findings:\n    strength tibialis_anterior: {finds: \"Drops.\"}");
    const Patient patient = patient_of(small);
    EXPECT_EQ(finds(patient, Progress(patient), "strength tibialis_anterior", Side::right), "Drops.");
}

TEST(Lesion, IsMirroredWithTheVariantThatHasTheOtherSide) {
    SmallLibrary small;
    with_lesion(small, fibular);
    small.more("library/sore_morning/case.yaml", "vary: {side: [right, left]}\n");
    const Patient patient = patient_of(small, 1);
    const Progress progress(patient);
    EXPECT_EQ(finds(patient, progress, "strength tibialis_anterior", Side::left), "No contraction, MRC 0.");
    EXPECT_EQ(finds(patient, progress, "strength tibialis_anterior", Side::right), "Full strength.");
}

TEST(Lesion, ThatFollowsTheSeverityHealsWithIt) {
    SmallLibrary small;
    with_lesion(small, "{structure: common_fibular, level: common_fibular_fibular_head, completeness: severity}");
    const Patient patient = patient_of(small);
    Progress progress(patient);
    EXPECT_EQ(finds(patient, progress, "strength tibialis_anterior", Side::right).substr(0, 10), "Gives way ");
    progress.become({40});
    EXPECT_EQ(finds(patient, progress, "strength tibialis_anterior", Side::right).substr(0, 6), "Weaker");
    progress.become({100});
    EXPECT_EQ(finds(patient, progress, "strength tibialis_anterior", Side::right), "No contraction, MRC 0.");
    progress.become({5});
    EXPECT_EQ(finds(patient, progress, "strength tibialis_anterior", Side::right), "Full strength.");
    EXPECT_EQ(Moment(patient, progress).value("dropped_foot", Side::right), Value(true)) << "no time has passed";
    pass_time(patient, progress, base::days(1));
    EXPECT_EQ(Moment(patient, progress).value("dropped_foot", Side::right), Value(false));
}

TEST(Lesion, ThatAnEventBringsIsThereFromThen) {
    SmallLibrary small;
    with_lesion(small,
                "{structure: common_fibular, level: common_fibular_fibular_head, completeness: complete, when: "
                "night_pain}");
    const Patient patient = patient_of(small);
    Progress progress(patient);
    EXPECT_EQ(finds(patient, progress, "strength tibialis_anterior", Side::right), "Full strength.");
    EXPECT_EQ(Moment(patient, progress).value("dropped_foot", Side::right), Value(false));
    pass_time(patient, progress, base::weeks(4));
    EXPECT_EQ(finds(patient, progress, "strength tibialis_anterior", Side::right), "No contraction, MRC 0.");
    EXPECT_EQ(Moment(patient, progress).value("dropped_foot", Side::right), Value(true));
}

TEST(Lesion, OfTheCaseReplacesThatOfTheConditionOfTheSameName) {
    SmallLibrary small;
    with_lesion(small, fibular);
    small.where("library/sore_morning/case.yaml", "guidelines:",
                "lesions: {nerve: {structure: root_S1, level: root, completeness: complete}}\nguidelines:");
    const Patient patient = patient_of(small);
    const Progress progress(patient);
    EXPECT_EQ(finds(patient, progress, "strength tibialis_anterior", Side::right), "Full strength.");
    EXPECT_EQ(finds(patient, progress, "reflex ankle_jerk", Side::right),
              "Absent, also with reinforcement; there on the other side, 0.");
}

TEST(Lesion, OnBothSidesIsComparedWithNoOther) {
    SmallLibrary small;
    with_lesion(small, "{structure: root_S1, level: root, side: both, completeness: complete}");
    const Patient patient = patient_of(small);
    EXPECT_EQ(finds(patient, Progress(patient), "reflex ankle_jerk", Side::left),
              "Absent on both sides, also with reinforcement, 0.");
}

TEST(Lesion, ThatIsNoneIsComplainedOfWhereItStands) {
    SmallLibrary small;
    with_lesion(small, "{structure: root_L6, level: root, completeness: complete}");
    small.read();
    EXPECT_EQ(small.errors().front(), "conditions/sore_heel.yaml:3:18 unknown-lesion");
}

TEST(Contradiction, OfAFactAndTheLesionIsWarnedOfWithWhatItPointsTo) {
    SmallLibrary small;
    with_lesion(small, fibular);
    small.where(the_condition, "heel_tender: yes", "heel_tender: yes, ankle_jerk_lost: yes");
    small.read();
    const auto& all = small.diagnostics().all();
    const auto found = std::find_if(all.begin(), all.end(),
                                    [](const base::Diagnostic& one) { return one.rule == "contradicts-lesion"; });
    ASSERT_NE(found, all.end());
    EXPECT_EQ(found->severity, base::Severity::warning);
    EXPECT_EQ(found->line, 2);
    EXPECT_NE(found->message.find("points to root_S1"), std::string::npos) << found->message;
}

TEST(Contradiction, OfACaseAndTheLesionOfItsConditionIsWarnedOf) {
    SmallLibrary small;
    with_lesion(small, fibular);
    small.where(the_case, "facts: {", "facts: {dropped_foot: no, ");
    small.read();
    const auto& all = small.diagnostics().all();
    const auto found = std::find_if(all.begin(), all.end(),
                                    [](const base::Diagnostic& one) { return one.rule == "contradicts-lesion"; });
    ASSERT_NE(found, all.end());
    EXPECT_NE(found->file.find("case.yaml"), std::string::npos);
    EXPECT_EQ(small.errors(), std::vector<std::string>{});
}

TEST(DerivedFact, MustNameASignOfTheAtlas) {
    SmallLibrary small;
    with_lesion(small, fibular);
    small.where("catalogue/facts/facts.yaml", "weak tibialis_anterior", "weak tibialis_anteriro");
    small.read();
    ASSERT_EQ(small.errors().size(), 1u);
    EXPECT_NE(small.errors().front().find("unknown-sign"), std::string::npos);
}

}  // namespace
}  // namespace palpera::patient
