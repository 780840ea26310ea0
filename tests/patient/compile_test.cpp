// How a patient is composed of a case, what also ails it, its conditions and the catalogue.
#include "tests/patient/example.h"

namespace palpera::patient {
namespace {

using library::SmallLibrary;
using script::Value;

TEST(Composition, WhatNobodyScriptsTheCatalogueAnswers) {
    SmallLibrary small;
    const Patient patient = patient_of(small);
    const Progress progress(patient);
    EXPECT_EQ(says(patient, progress, "ask nights"), "No.");
    EXPECT_EQ(finds(patient, progress, "inspect heel_centre", Side::right), "Nothing to see.");
    EXPECT_EQ(finds(patient, progress, "order xray_heel", Side::left), "No fracture.");
}

TEST(Composition, TheConditionAnswersBeforeTheCatalogue) {
    SmallLibrary small;
    const Patient patient = patient_of(small);
    EXPECT_EQ(says(patient, Progress(patient), "ask where"), "Under the heel.");
}

TEST(Composition, TheCaseAnswersBeforeWhatAlsoAilsAndThatBeforeTheCondition) {
    SmallLibrary small;
    small.more(
        the_case,
        "vary: {also: {healthy: {}, sad: {answers: {where: {says: \"Everywhere.\"}, nights: {says: \"Often.\"}}}}}\n");
    EXPECT_EQ(says(patient_of(small, 0), Progress(patient_of(small, 0)), "ask where"), "Under the heel.");
    const Patient sad = patient_of(small, 1);
    EXPECT_EQ(says(sad, Progress(sad), "ask where"), "Everywhere.");
    small.where(the_case, "guidelines:", "answers: {where: {says: \"Here.\"}}\nguidelines:");
    const Patient own = patient_of(small, 1);
    EXPECT_EQ(says(own, Progress(own), "ask where"), "Here.");
    EXPECT_EQ(says(own, Progress(own), "ask nights"), "Often.");
}

TEST(Composition, AVariantThatDoesNotHoldFallsThroughToTheNextLayer) {
    SmallLibrary small;
    small.where(the_case,
                "guidelines:", "answers: {where: {later: {when: visit >= 2, says: \"Still there.\"}}}\nguidelines:");
    const Patient patient = patient_of(small);
    Progress progress(patient);
    EXPECT_EQ(says(patient, progress, "ask where"), "Under the heel.");
    progress.open_visit();
    EXPECT_EQ(says(patient, progress, "ask where"), "Still there.");
}

TEST(Composition, AVariantOfTheConditionSpeaksOfItsOwnSeverity) {
    SmallLibrary small;
    const Patient patient = patient_of(small);
    Progress progress(patient);
    EXPECT_EQ(says(patient, progress, "ask mornings"), "Yes!");
    progress.become({20});
    EXPECT_EQ(says(patient, progress, "ask mornings"), "Not any more.");
}

TEST(Composition, FactsOfTheCaseStandAgainstThoseOfTheCondition) {
    SmallLibrary small;
    small.where(the_case, "symptom_duration: 3 months", "symptom_duration: 3 months, first_step_pain: no");
    const Patient patient = patient_of(small);
    EXPECT_EQ(patient.facts.at("first_step_pain").whole, Value(false));
    EXPECT_EQ(patient.facts.at("night_pain").whole, Value(false)) << "the normal one";
}

TEST(Composition, NoConditionNameReachesThePatient) {
    SmallLibrary small;
    const std::string bytes = save(patient_of(small), base::Key{});
    EXPECT_EQ(bytes.find("conditions/"), std::string::npos);
    const Patient patient = patient_of(small);
    for (const auto& [act, known] : patient.acts) {
        for (const auto* responses : {&known.whole, &known.right, &known.left}) {
            for (const library::Response& response : *responses) {
                EXPECT_EQ(response.id.find("sore_heel"), std::string::npos) << response.id;
                EXPECT_TRUE(response.claims.empty()) << act;
            }
        }
    }
}

TEST(Sides, AFindingHoldsOnTheAffectedSideAndTheOtherIsHealthy) {
    SmallLibrary small;
    const Patient patient = patient_of(small);
    const Progress progress(patient);
    EXPECT_EQ(finds(patient, progress, "palpate plantar_fascia_insertion", Side::right), "Distinct tenderness.");
    EXPECT_EQ(finds(patient, progress, "palpate plantar_fascia_insertion", Side::left), "Not tender.");
    const Moment moment(patient, progress);
    EXPECT_EQ(moment.value("heel_tender", Side::right), Value(true));
    EXPECT_EQ(moment.value("heel_tender", Side::left), Value(false));
    EXPECT_EQ(moment.value("heel_tender"), Value(true)) << "without a side: on either";
}

TEST(Sides, AnActMayNameTheOtherSideBothOrOneByName) {
    SmallLibrary small;
    small.where(the_condition, "results:",
                "    palpate heel_centre other: {finds: \"Other.\"}\n    palpate foot_arch both: {finds: \"Both.\"}\n"
                "    inspect heel_centre left: {finds: \"Left.\"}\nresults:");
    const Patient patient = patient_of(small);
    const Progress progress(patient);
    EXPECT_EQ(finds(patient, progress, "palpate heel_centre", Side::left), "Other.");
    EXPECT_EQ(finds(patient, progress, "palpate heel_centre", Side::right), "Not tender.");
    EXPECT_EQ(finds(patient, progress, "palpate foot_arch", Side::left), "Both.");
    EXPECT_EQ(finds(patient, progress, "palpate foot_arch", Side::right), "Both.");
    EXPECT_EQ(finds(patient, progress, "inspect heel_centre", Side::left), "Left.");
    EXPECT_EQ(finds(patient, progress, "inspect heel_centre", Side::right), "Nothing to see.");
}

TEST(Sides, AMirroredVariantChangesEverySide) {
    SmallLibrary small;
    small.where(the_condition, "results:", "    inspect heel_centre left: {finds: \"Left.\"}\nresults:");
    small.more(the_case, "vary: {side: [right, left]}\n");
    const Patient mirrored = patient_of(small, 1);
    const Progress progress(mirrored);
    EXPECT_EQ(mirrored.side, Side::left);
    EXPECT_EQ(finds(mirrored, progress, "palpate plantar_fascia_insertion", Side::left), "Distinct tenderness.");
    EXPECT_EQ(finds(mirrored, progress, "palpate plantar_fascia_insertion", Side::right), "Not tender.");
    EXPECT_EQ(finds(mirrored, progress, "inspect heel_centre", Side::right), "Left.");
    EXPECT_EQ(Moment(mirrored, progress).value("side"), Value(std::string("left")));
    EXPECT_EQ(Moment(mirrored, progress).value("heel_tender", Side::right), Value(false));
}

TEST(Sides, AConditionOfBothSidesHoldsOnBoth) {
    SmallLibrary small;
    small.where(the_case, "side: right", "side: both");
    const Patient patient = patient_of(small);
    const Progress progress(patient);
    for (Side side : {Side::right, Side::left}) {
        EXPECT_EQ(finds(patient, progress, "palpate plantar_fascia_insertion", side), "Distinct tenderness.");
        EXPECT_EQ(Moment(patient, progress).value("heel_tender", side), Value(true));
    }
}

TEST(Variants, SeedNPlaysVariantNModuloTheirNumber) {
    SmallLibrary small;
    small.more(the_case, "vary: {age: [50, 44], severity: [60 %, 40 %]}\n");
    EXPECT_EQ(patient_of(small, 0).age, 50);
    EXPECT_EQ(patient_of(small, 0).courses.at(0).severity, 60);
    EXPECT_EQ(patient_of(small, 1).age, 44);
    EXPECT_EQ(patient_of(small, 2).courses.at(0).severity, 40);
    EXPECT_EQ(patient_of(small, 3).age, 44);
    EXPECT_EQ(patient_of(small, 4).age, 50);
    EXPECT_EQ(patient_of(small, 18'446'744'073'709'551'615u).age, 44) << "2^64 - 1 is 3 modulo 4";
}

TEST(Medicines, SetTheirFactsAndAreToldWithTheirDose) {
    SmallLibrary small;
    small.where(the_case, "    home:",
                "    medicines: {naproxen: {dose: 250 mg, times: 2}, paracetamol: {dose: 500 mg}}\n    home:");
    const Patient patient = patient_of(small);
    EXPECT_EQ(patient.facts.at("takes_nsaid").whole, Value(true));
    EXPECT_EQ(patient.facts.at("takes_medicines").whole, Value(true));
    EXPECT_EQ(patient.medicines_told.in(base::Language::en), "Naproxen 250 mg, Paracetamol 500 mg");
    SmallLibrary without;
    EXPECT_EQ(patient_of(without).facts.at("takes_medicines").whole, Value(false));
}

TEST(Results, AHealthyValueIsThatOfThePatientsSexAndAge) {
    SmallLibrary small;
    const Patient woman = patient_of(small);
    EXPECT_EQ(woman.acts.at("order haemoglobin").whole.at(0).value, 134);
    small.where(the_case, "sex: female", "sex: male");
    EXPECT_EQ(patient_of(small).acts.at("order haemoglobin").whole.at(0).value, 148);
}

class TwoConditions : public testing::Test {
protected:
    TwoConditions() {
        small_.with(
            "conditions/broken_heel.yaml",
            "language: en\nfacts: {spur: yes, first_step_pain: no}\nanswers: {where: {says: \"In the bone.\"}}\n"
            "findings: {palpate plantar_fascia_insertion: {finds: \"Step in the bone.\"}}\nsources: {claims: "
            "[HS-001]}\n");
        small_.where(the_case, "    sore_heel: {side: right, severity: 60 %}\n",
                     "    sore_heel: {side: right, severity: 60 %}\n    broken_heel: {side: right, severity: 30 %}\n");
    }
    SmallLibrary small_;
};

TEST_F(TwoConditions, ThatSetTheSameFindingAreAnErrorThatNamesTheAct) {
    const library::Library library = small_.read();
    base::Diagnostics diagnostics;
    EXPECT_FALSE(compile(library, library.cases.at(0), 0, diagnostics));
    ASSERT_EQ(diagnostics.errors(), 1u) << "once an act, not once a side";
    EXPECT_EQ(diagnostics.all()[0].rule, "conditions-collide");
    EXPECT_NE(diagnostics.all()[0].message.find("palpate plantar_fascia_insertion"), std::string::npos);
    EXPECT_TRUE(diagnostics.all()[0].file.ends_with("case.yaml"));
}

TEST_F(TwoConditions, GetAlongWhereTheCaseOverrides) {
    small_.where(the_case, "guidelines:",
                 "findings: {palpate plantar_fascia_insertion: {finds: \"Sore and uneven.\"}}\nguidelines:");
    const Patient patient = patient_of(small_);
    EXPECT_EQ(finds(patient, Progress(patient), "palpate plantar_fascia_insertion", Side::right), "Sore and uneven.");
}

TEST_F(TwoConditions, TheFirstThatAnswersAQuestionAnswersItAndAPresenceOutweighsAnAbsence) {
    small_.where("conditions/broken_heel.yaml", "palpate plantar_fascia_insertion", "palpate heel_centre");
    const Patient patient = patient_of(small_);
    EXPECT_EQ(says(patient, Progress(patient), "ask where"), "Under the heel.");
    EXPECT_EQ(patient.facts.at("first_step_pain").whole, Value(true));
    EXPECT_EQ(patient.facts.at("spur").whole, Value(true));
    ASSERT_EQ(patient.courses.size(), 2u);
    EXPECT_EQ(patient.courses[1].severity, 30);
}

TEST_F(TwoConditions, OneConditionMaySpeakOfBothSidesOfOneAct) {
    small_.where("conditions/broken_heel.yaml",
                 "findings: {palpate plantar_fascia_insertion: {finds: \"Step in the bone.\"}}",
                 "findings: {palpate heel_centre: {finds: \"A\"}, palpate heel_centre both: {finds: \"B\"}}");
    const Patient patient = patient_of(small_);
    EXPECT_EQ(finds(patient, Progress(patient), "palpate heel_centre", Side::right), "A");
    EXPECT_EQ(finds(patient, Progress(patient), "palpate heel_centre", Side::left), "B");
}

}  // namespace
}  // namespace palpera::patient
