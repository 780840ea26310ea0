// Conditions, cases and guidelines: what authors get wrong is told with its place.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "tests/library/small_library.h"

namespace palpera::library {
namespace {

using Lines = std::vector<std::string>;
constexpr const char* condition = "conditions/sore_heel.yaml";
constexpr const char* the_case = "library/sore_morning/case.yaml";
constexpr const char* guideline = "guidelines/sore_heel.yaml";

TEST(Condition, IsReadWholeWithItsCourse) {
    SmallLibrary small;
    const Library library = small.read();
    const Picture& picture = library.conditions.at(0).picture;
    EXPECT_EQ(picture.facts.at("heel_tender"), script::Value(true));
    EXPECT_EQ(picture.answers.size(), 2u);
    EXPECT_EQ(picture.answers[1].responses.size(), 2u);
    EXPECT_EQ(picture.findings.at(0).responses.at(0).pain, 7);
    EXPECT_EQ(picture.weekly.at(1).change, -4);
    EXPECT_EQ(picture.returns.size(), 2u);
    EXPECT_EQ(picture.events.at(0).sets.at("night_pain"), script::Value(true));
    EXPECT_EQ(picture.outcome.size(), 2u);
}

TEST(Condition, WithoutASourceOrADiagnosisIsComplainedOf) {
    SmallLibrary small;
    small.where(condition, "sources: {claims: [HS-001]}\n", "");
    small.with("conditions/unheard_of.yaml", "language: en\nsources: {claims: [HS-001]}\n");
    const Library library = small.read();
    const Lines errors = small.errors();
    EXPECT_EQ(errors.at(0), "conditions/sore_heel.yaml:1:1 no-source");
    EXPECT_EQ(errors.at(1), "conditions/unheard_of.yaml:1:1 unknown-diagnosis");
    EXPECT_TRUE(library.conditions.empty()) << "what is in error is left out";
}

TEST(Condition, FactsHaveValuesOfTheirKind) {
    SmallLibrary small;
    small.where(condition, "heel_tender: yes}",
                "heel_tender: often, shoe_kind: wrn, symptom_duration: 3, nothing_known: yes}");
    small.read();
    EXPECT_EQ(small.errors(),
              (Lines{"conditions/sore_heel.yaml:2:44 flag", "conditions/sore_heel.yaml:2:62 unknown-word",
                     "conditions/sore_heel.yaml:2:85 span", "conditions/sore_heel.yaml:2:103 unknown-fact",
                     "library/sore_morning/case.yaml:20:16 in-error"}))
        << "the case cannot be played, but nothing is said to be missing";
}

TEST(Condition, AFindingBelongsToAnExamination) {
    SmallLibrary small;
    small.where(condition,
                "results:", "    order xray_heel: {finds: \"x\"}\n    palpate hell: {finds: \"x\"}\nresults:");
    small.read();
    EXPECT_EQ(small.errors().at(0), "conditions/sore_heel.yaml:10:22 not-an-examination");
    EXPECT_EQ(small.errors().at(1), "conditions/sore_heel.yaml:11:19 unknown-act");
}

TEST(Case, IsReadWholeAndOutOfAnyFolder) {
    SmallLibrary small;
    const Library library = small.read();
    base::Diagnostics diagnostics;
    for (const std::string& spelling :
         {std::string("sore_morning"), std::string("sore_morning/"), std::string("sore_morning/.")}) {
        const auto file = read_case(small.folder() / "library" / spelling, library, diagnostics);
        ASSERT_TRUE(file) << spelling;
        EXPECT_EQ(file->id, "sore_morning");
        EXPECT_EQ(file->title.in(base::Language::en), "Hard to get going");
        EXPECT_EQ(file->horizon, base::weeks(26));
        EXPECT_EQ(file->conditions.at(0).severity, 60);
        EXPECT_EQ(file->vary.count(), 1u);
    }
    EXPECT_EQ(diagnostics.errors(), 0u);
}

TEST(Case, AFolderWhoseNameIsNoIdIsToldInsteadOfOverlooked) {
    SmallLibrary small;
    small.with("library/Bad Name/case.yaml", "language: en\n");
    small.read();
    EXPECT_EQ(small.errors(), Lines{"library/Bad Name:0:0 id"});
}

TEST(Case, UnknownConditionsGuidelinesAndDrugsAreNamedWithTheNearest) {
    SmallLibrary small;
    small.where(the_case, "    sore_heel: {side: right", "    sore_hel: {side: right");
    small.where(the_case, "guidelines: [sore_heel]", "guidelines: [sore_heal]");
    small.where(the_case, "    home:", "    medicines: {naproxn: {dose: 250 mg}}\n    home:");
    small.read();
    EXPECT_EQ(small.errors(), (Lines{"library/sore_morning/case.yaml:17:26 unknown-drug",
                                     "library/sore_morning/case.yaml:21:15 unknown-condition",
                                     "library/sore_morning/case.yaml:23:14 unknown-guideline"}));
}

TEST(Case, ADoseHasTheUnitOfItsDrugAndIsAboveNothing) {
    SmallLibrary small;
    small.where(
        the_case, "    home:",
        "    medicines: {naproxen: {dose: 250 g}, ibuprofen: {dose: 0 mg}, paracetamol: {dose: 500}}\n    home:");
    small.read();
    const Lines errors = small.errors();
    EXPECT_EQ(errors.at(0), "library/sore_morning/case.yaml:17:34 dose-high") << "250 g are more than 500 mg";
    EXPECT_EQ(errors.at(1), "library/sore_morning/case.yaml:17:60 dose");
    EXPECT_EQ(errors.at(2).substr(0, errors.at(2).rfind(' ')), "library/sore_morning/case.yaml:17:87");
}

TEST(Case, ADoseAboveTheHighestIsTakenOnlyWhereItIsSaidToBeMeant) {
    SmallLibrary small;
    small.where(the_case, "    home:", "    medicines: {naproxen: {dose: 750 mg}}\n    home:");
    small.read();
    EXPECT_EQ(small.errors(), Lines{"library/sore_morning/case.yaml:17:34 dose-high"});
    small.where(the_case, "{dose: 750 mg}", "{dose: 750 mg, unusual: yes}");
    EXPECT_EQ(small.read().cases.at(0).medicines.at(0).dose, 750);
    EXPECT_EQ(small.errors(), Lines{});
}

TEST(Case, QuantitiesHaveTheirUnitAndAgesAreWholeAndPlausible) {
    SmallLibrary small;
    small.where(the_case, "age: 50", "age: 143");
    small.where(the_case, "weight: 80 kg", "weight: 80 mmHg");
    small.where(the_case, "severity: 60 %", "severity: 160 %");
    small.read();
    EXPECT_EQ(small.errors().size(), 3u);
    EXPECT_EQ(small.errors().at(1), "library/sore_morning/case.yaml:14:13 quantity");
    EXPECT_EQ(small.errors().at(2), "library/sore_morning/case.yaml:20:40 percent");
}

TEST(Case, TheFirstVariantIsTheCaseAsWritten) {
    SmallLibrary small;
    small.more(the_case, "vary: {side: [left, right], age: [44, 50], severity: [40 %]}\n");
    small.read();
    EXPECT_EQ(small.errors(), (Lines{"library/sore_morning/case.yaml:23:14 vary-first",
                                     "library/sore_morning/case.yaml:23:34 vary-first",
                                     "library/sore_morning/case.yaml:23:54 vary-first"}));
}

TEST(Case, HasAtMost64Variants) {
    SmallLibrary small;
    small.more(the_case,
               "vary: {side: [right, left], age: [50, 41, 42, 43, 44, 45, 46, 47], severity: [60 %, 10 %, 20 %, 30 %, "
               "40 %]}\n");
    small.read();
    EXPECT_EQ(small.errors(), Lines{"library/sore_morning/case.yaml:23:7 too-many-variants"});
}

TEST(Case, AHostileFolderIsRefusedAtOnce) {
    SmallLibrary small;
    const Library library = small.read();
    const std::filesystem::path folder = small.folder() / "library" / "other";
    std::filesystem::create_directories(folder);
    std::filesystem::create_symlink(small.folder() / "guidelines" / "claims.yaml", folder / "case.yaml");
    base::Diagnostics diagnostics;
    EXPECT_FALSE(read_case(folder, library, diagnostics));
    ASSERT_EQ(diagnostics.errors(), 1u);
    EXPECT_EQ(diagnostics.all()[0].rule, "link");
    EXPECT_FALSE(read_case(small.folder() / "library" / "no_such", library, diagnostics));
}

TEST(Guideline, IsReadWhole) {
    SmallLibrary small;
    const Library library = small.read();
    const Guideline& one = library.guidelines.at(0);
    EXPECT_EQ(one.steps.size(), 3u);
    EXPECT_EQ(one.steps[2].strength, Strength::avoid);
    EXPECT_EQ(one.order.at(0).then, "feel");
}

TEST(Guideline, AStepCitesASourceAndNamesActsThatExist) {
    SmallLibrary small;
    small.where(guideline, "acts: [ask mornings], claims: [HS-001]}", "acts: [ask evenings]}");
    small.where(guideline, "then: feel", "then: fel");
    small.read();
    Lines errors = small.errors();
    ASSERT_GE(errors.size(), 3u);
    EXPECT_EQ(errors[0].substr(0, errors[0].find(' ')), "guidelines/sore_heel.yaml:7:19");
    EXPECT_EQ(errors[1], "guidelines/sore_heel.yaml:7:113 unknown-act");
    EXPECT_EQ(errors[2].substr(errors[2].find(' ')), " unknown-step");
}

TEST(Guideline, OnlyWhatShouldBeLeftAloneHasASeverity) {
    SmallLibrary small;
    small.where(guideline, "strength: should,", "strength: should, severity: 2,");
    small.where(guideline, "strength: avoid, severity: 1,", "strength: avoid,");
    small.read();
    EXPECT_EQ(small.errors().at(0), "guidelines/sore_heel.yaml:7:48 severity");
    EXPECT_EQ(small.errors().at(1), "guidelines/sore_heel.yaml:9:14 missing");
}

TEST(Blueprint, ItsComponentsSumToAHundredAndTheCapLiesBelowThePassMark) {
    SmallLibrary small;
    small.where("guidelines/blueprint.yaml", "order: 15", "order: 16");
    small.where("guidelines/blueprint.yaml", "cap_when_never: 49", "cap_when_never: 60");
    small.read();
    EXPECT_EQ(small.errors(), (Lines{"guidelines/blueprint.yaml:2:13 sum", "guidelines/blueprint.yaml:4:17 cap"}));
}

TEST(Translation, OfNothingOrWithOtherPlaceHoldersIsComplainedOf) {
    SmallLibrary small;
    small.with("conditions/sore_heel.nb.yaml",
               "language: nb\nanswers:\n    where: {says: \"Under hælen.\"}\n    nowhere: {says: \"?\"}\n");
    small.with("catalogue/questions.nb.yaml",
               "language: nb\nquestions:\n    duration: {answers: {says: \"Siden {age}.\"}}\n");
    const Library library = small.read();
    EXPECT_EQ(small.errors().at(0), "catalogue/questions.nb.yaml:3:32 place-holder");
    EXPECT_EQ(small.errors().at(1), "conditions/sore_heel.nb.yaml:4:21 translates-nothing");
}

}  // namespace
}  // namespace palpera::library
