#include <gtest/gtest.h>

#include <algorithm>

#include "engine/library/wordings.h"
#include "tests/library/small_library.h"

namespace palpera::library {
namespace {

using Lines = std::vector<std::string>;

bool has_hint(const base::Diagnostics& diagnostics, const std::string& words) {
    for (const base::Diagnostic& one : diagnostics.all()) {
        if (one.hint.find(words) != std::string::npos || one.message.find(words) != std::string::npos) return true;
    }
    return false;
}

TEST(SmallLibraryOfTheTests, ReadsWithoutAnError) {
    SmallLibrary small;
    const Library library = small.read();
    EXPECT_EQ(small.errors(), Lines{});
    ASSERT_EQ(library.cases.size(), 1u);
    EXPECT_EQ(library.cases[0].id, "sore_morning");
    EXPECT_EQ(library.conditions.size(), 1u);
    EXPECT_EQ(library.guidelines.size(), 1u);
    EXPECT_EQ(library.claims.size(), 1u);
}

TEST(SmallLibraryOfTheTests, ReadsTheSameTwice) {
    SmallLibrary small;
    const Library first = small.read();
    const std::size_t complaints = small.diagnostics().all().size();
    const Library second = small.read();
    EXPECT_EQ(first.catalogue.facts.size(), second.catalogue.facts.size());
    EXPECT_EQ(small.diagnostics().all().size(), complaints);
}

TEST(Facts, KnowTheirKindTheirWordsAndWhatIsNormal) {
    SmallLibrary small;
    const Library library = small.read();
    const Fact* duration = find(library.catalogue.facts, "symptom_duration");
    ASSERT_TRUE(duration);
    EXPECT_EQ(duration->type.kind, script::Kind::span);
    EXPECT_TRUE(duration->grows);
    const Fact* shoes = find(library.catalogue.facts, "shoe_kind");
    ASSERT_TRUE(shoes);
    EXPECT_EQ(shoes->type.words, (Lines{"worn", "stable"}));
    EXPECT_EQ(shoes->normal, script::Value(std::string("stable")));
    EXPECT_TRUE(find(library.catalogue.facts, "heel_tender")->sided);
    EXPECT_EQ(find(library.catalogue.facts, "spur")->normal, script::Value(false));
}

TEST(Facts, DeclaredTwiceOrAsOneOfTheEnginesOwnAreComplainedOf) {
    SmallLibrary small;
    small.more("catalogue/facts/facts.yaml", "    age: {yes: \"Old\", no: \"Young\"}\n");
    small.with("catalogue/facts/more.yaml", "language: en\nfacts:\n    spur: {yes: \"A spur\", no: \"None\"}\n");
    small.read();
    EXPECT_EQ(small.errors(),
              (Lines{"catalogue/facts/facts.yaml:13:10 fact-twice", "catalogue/facts/more.yaml:3:11 fact-twice"}));
}

TEST(Facts, AWordFactNamesItsWordsAndAFlagReadsBothWays) {
    SmallLibrary small;
    small.more("catalogue/facts/facts.yaml",
               "    place: {kind: word, label: \"Place\"}\n    hot: {yes: \"Hot\"}\n    sort: {kind: flagg, yes: "
               "\"A\", no: \"B\"}\n");
    small.read();
    EXPECT_EQ(small.errors(),
              (Lines{"catalogue/facts/facts.yaml:13:12 missing", "catalogue/facts/facts.yaml:14:10 missing",
                     "catalogue/facts/facts.yaml:15:18 unknown-word"}));
}

TEST(Catalogue, AMisspeltKeyIsNamedWithThePlaceAndTheNearest) {
    SmallLibrary small;
    small.where("catalogue/tests.yaml", "radiation: 1", "radation: 1");
    small.read();
    EXPECT_EQ(small.errors(), Lines{"catalogue/tests.yaml:25:9 unknown-key"});
    EXPECT_TRUE(has_hint(small.diagnostics(), "radiation"));
}

TEST(Catalogue, AnAnswerMayOnlyRevealDeclaredFacts) {
    SmallLibrary small;
    small.where("catalogue/questions.yaml", "reveals: [night_pain]", "reveals: [nigth_pain]");
    small.read();
    EXPECT_EQ(small.errors(), Lines{"catalogue/questions.yaml:7:91 unknown-fact"});
    EXPECT_TRUE(has_hint(small.diagnostics(), "nearest: night_pain"));
}

TEST(Catalogue, AConditionIsCheckedWhereItStands) {
    SmallLibrary small;
    small.where("catalogue/questions.yaml", "when: shoe_kind == worn", "when: shoe_kind = warn");
    small.read();
    ASSERT_FALSE(small.errors().empty());
    for (const std::string& line : small.errors()) {
        EXPECT_EQ(line.substr(0, line.rfind(' ')), "catalogue/questions.yaml:15:26");
    }
}

TEST(Catalogue, AVariantBehindOneThatAlwaysHoldsIsNeverGiven) {
    SmallLibrary small;
    small.where("catalogue/questions.yaml", "worn: {when: shoe_kind == worn, ", "worn: {");
    small.read();
    EXPECT_EQ(small.errors(), Lines{"catalogue/questions.yaml:16:21 unreachable-variant"});
}

TEST(Catalogue, AResponseThatGivesNothingIsComplainedOf) {
    SmallLibrary small;
    small.where("catalogue/questions.yaml", "answers: {says: \"Nowhere.\"}", "answers: {}");
    small.read();
    EXPECT_EQ(small.errors(), Lines{"catalogue/questions.yaml:5:63 empty-response"});
}

TEST(Catalogue, AnExaminationIsWrittenAsAnActThatExists) {
    SmallLibrary small;
    small.more("catalogue/examinations.yaml",
               "    palpate heal_centre: {finds: \"x\"}\n    order haemoglobin: {finds: \"x\"}\n"
               "    palpate heel_centre right: {finds: \"x\"}\n");
    small.read();
    EXPECT_EQ(small.errors(),
              (Lines{"catalogue/examinations.yaml:14:26 unknown-act", "catalogue/examinations.yaml:15:24 unknown-act",
                     "catalogue/examinations.yaml:16:32 unknown-act"}));
    EXPECT_TRUE(has_hint(small.diagnostics(), "nearest: heel_centre"));
}

TEST(Catalogue, WhatAnExaminationProvokesIsReadWithTheRest) {
    SmallLibrary small;
    small.more("catalogue/examinations.yaml", "    palpate heel_centre: {finds: \"Sore.\", pain: 3}\n");
    const Library library = small.read();
    EXPECT_EQ(small.errors(), Lines{});
    const Examination* entry = find(library.catalogue.examinations, "palpate heel_centre");
    ASSERT_TRUE(entry);
    EXPECT_EQ(entry->responses.at(0).pain, 3);
    EXPECT_EQ(entry->minutes, 1) << "its tool's";
}

TEST(Catalogue, AContraindicationMayCiteAClaimAndOnlyOneThatExists) {
    SmallLibrary small;
    EXPECT_EQ(find(small.read().catalogue.drugs, "naproxen")->contraindicated.at(0).claims, Lines{"HS-001"});
    small.where("catalogue/drugs.yaml", "claims: [HS-001]", "claims: [HS-010]");
    small.read();
    EXPECT_EQ(small.errors(), Lines{"catalogue/drugs.yaml:10:86 unknown-claim"});
}

TEST(Catalogue, ARangeRunsUpwardsAndAGroupMustExist) {
    SmallLibrary small;
    small.where("catalogue/tests.yaml", "from: 117, to: 153", "from: 153, to: 117");
    small.where("catalogue/tests.yaml", "group: xray", "group: x_rays");
    small.read();
    EXPECT_EQ(small.errors(), (Lines{"catalogue/tests.yaml:11:20 range", "catalogue/tests.yaml:18:16 unknown-group"}));
}

TEST(Wordings, SpeakOfQuestionsThatExist) {
    SmallLibrary small;
    small.with("catalogue/phrasings.nb.yaml", "language: nb\nphrasings: {hvor: [\"Hvor?\"]}\n");
    const Library library = small.read();
    base::Diagnostics diagnostics;
    read_wordings(small.places(), library, diagnostics);
    ASSERT_EQ(diagnostics.errors(), 1u);
    EXPECT_EQ(diagnostics.sorted()[0].rule, "unknown-question");
    EXPECT_EQ(diagnostics.sorted()[0].line, 2);
}

TEST(Wordings, KeepTheirQuestionLanguageAndPlace) {
    SmallLibrary small;
    small.with("catalogue/out_of_scope.en.yaml", "language: en\nout_of_scope: [\"Good morning\"]\n");
    const Library library = small.read();
    base::Diagnostics diagnostics;
    const std::vector<WordingLine> lines = read_wordings(small.places(), library, diagnostics);
    EXPECT_EQ(diagnostics.errors(), 0u);
    const auto line_of = [&](std::string_view text) {
        return std::find_if(lines.begin(), lines.end(), [&](const WordingLine& line) { return line.text == text; });
    };
    ASSERT_NE(line_of("Show me the place"), lines.end());
    EXPECT_EQ(line_of("Show me the place")->question, "where");
    ASSERT_NE(line_of("Good morning"), lines.end());
    EXPECT_EQ(line_of("Good morning")->question, "");
    EXPECT_EQ(line_of("Good morning")->line, 2);
}

TEST(Catalogue, AnImageIsADrawingThatExistsAndBelongsToATest) {
    SmallLibrary small;
    small.where("catalogue/tests.yaml", "finds: \"No fracture.\"",
                "finds: \"No fracture.\"\n        image: heel_lateral_norml");
    small.where("conditions/sore_heel.yaml", "finds: \"A small spur.\"",
                "finds: \"A small spur.\", image: [heel_lateral_spur, spine]");
    small.where("conditions/sore_heel.yaml", "says: \"Under the heel.\"",
                "says: \"Under the heel.\", image: heel_lateral_spur");
    small.read();
    const std::vector<std::string> errors = small.errors();
    ASSERT_GE(errors.size(), 3u);
    EXPECT_EQ(errors[0], "catalogue/tests.yaml:22:16 unknown-drawing");
    EXPECT_EQ(errors[1], "conditions/sore_heel.yaml:4:38 unknown-key");
    EXPECT_EQ(errors[2], "conditions/sore_heel.yaml:12:79 unknown-drawing");
    const auto& complaints = small.diagnostics().all();
    const auto told = std::find_if(complaints.begin(), complaints.end(),
                                   [](const auto& one) { return one.rule == "unknown-drawing"; });
    ASSERT_NE(told, complaints.end());
    EXPECT_EQ(told->hint.substr(0, 28), "nearest: heel_lateral_normal");
}

TEST(Catalogue, ACasesResultsShowAtMost20Images) {
    SmallLibrary small;
    std::string many = "heel_lateral_spur";
    for (int i = 0; i < 20; ++i) many += ", heel_lateral_spur";
    small.where("conditions/sore_heel.yaml", "finds: \"A small spur.\"",
                "finds: \"A small spur.\", image: [" + many + "]");
    small.read();
    ASSERT_FALSE(small.errors().empty());
    EXPECT_EQ(small.errors()[0], "conditions/sore_heel.yaml:11:5 too-many-images");
}

TEST(Catalogue, AMissingFileIsTold) {
    SmallLibrary small;
    small.write();
    std::filesystem::remove(small.folder() / "catalogue" / "drugs.yaml");
    base::Diagnostics diagnostics;
    read_library(small.places(), diagnostics);
    bool told = false;
    for (const auto& one : diagnostics.all())
        told = told || (one.file.ends_with("drugs.yaml") && one.rule == "unreadable");
    EXPECT_TRUE(told);
}

}  // namespace
}  // namespace palpera::library
