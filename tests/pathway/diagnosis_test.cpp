#include "tests/pathway/small_library.h"

namespace palpera::pathway {
namespace {

std::int64_t points_for(const std::string& diagnosis) {
    SmallCase heel;
    heel.guideline.accept["fasciitis"] = {"spur"};
    std::vector<std::string> session;
    if (!diagnosis.empty()) session.push_back("diagnose " + diagnosis);
    session.push_back("finish");
    heel.step("conclude", Strength::may, {"diagnose any"});
    return points_of(heel.score(session), Component::diagnosis);
}

TEST(Diagnosis, CertainAndRightEarnsAll) { EXPECT_EQ(points_for("fasciitis 100"), 25'000); }

TEST(Diagnosis, CertainAndWrongEarnsNothing) { EXPECT_EQ(points_for("fracture 100"), 0); }

TEST(Diagnosis, NoDiagnosisEarnsNothing) {
    EXPECT_EQ(points_for(""), 0);
    EXPECT_EQ(points_for("fasciitis 0"), 0);
}

TEST(Diagnosis, ProbabilitiesEarnByTheirDistanceFromTheTruth) {
    // Off by 0.2 on the truth and by 0.2 on what was named beside it: 1 - (0.04 + 0.04) / 2.
    EXPECT_EQ(points_for("fasciitis 80, fracture 20"), 24'000);
    // What is missing to a hundred is something else: 1 - (0.04 + 0.04) / 2 as well.
    EXPECT_EQ(points_for("fasciitis 80"), 24'000);
}

TEST(Diagnosis, AnAcceptedDiagnosisCountsWithItsCondition) {
    EXPECT_EQ(points_for("spur 100"), 25'000);
    EXPECT_EQ(points_for("fasciitis 60, spur 40"), 25'000);
}

TEST(Diagnosis, TheRightKindOfIllnessIsHalfOfIt) { EXPECT_EQ(points_for("pad 100"), 12'500); }

TEST(Diagnosis, TheLastOneBeforeTheEndCounts) {
    SmallCase heel;
    heel.step("conclude", Strength::may, {"diagnose any"});
    const ScoreSheet sheet = heel.score({"diagnose fracture 100", "diagnose fasciitis 100", "finish"});
    EXPECT_EQ(points_of(sheet, Component::diagnosis), 25'000);
    EXPECT_EQ(line_of(sheet, "diagnosis/main")->actions, std::vector<int>{2});
}

TEST(Diagnosis, SayingWhatOneBelievesPaysBest) {
    // Expected points of a statement when fasciitis is believed to be true with 70 and a fracture with 30 percent.
    const auto expected = [](int stated) {
        const std::string rest = std::to_string(100 - stated);
        const std::int64_t right = points_for("fasciitis " + std::to_string(stated) + ", fracture " + rest);
        const std::int64_t wrong = points_for("fracture " + std::to_string(stated) + ", fasciitis " + rest);
        return 70 * right + 30 * wrong;
    };
    for (int stated = 0; stated <= 100; stated += 10) {
        if (stated == 70) continue;
        EXPECT_LT(expected(stated), expected(70)) << stated;
    }
}

TEST(Diagnosis, WhatThePatientAlsoHasButHasNotComeForIsNoPartOfIt) {
    SmallCase heel;
    heel.file.conditions.push_back({"fracture", library::Side::both, 0});
    heel.step("conclude", Strength::may, {"diagnose any"});
    const auto points = [&](const std::string& line) {
        return points_of(heel.score({line, "finish"}), Component::diagnosis);
    };
    EXPECT_EQ(points("diagnose fasciitis 100"), 25'000);
    EXPECT_EQ(points("diagnose fracture 100"), 0);
}

TEST(Diagnosis, TwoConditionsShareTheTruth) {
    SmallCase heel;
    heel.file.conditions.push_back({"fracture", library::Side::right, 50});
    heel.step("conclude", Strength::may, {"diagnose any"});
    const auto points = [&](const std::string& line) {
        return points_of(heel.score({line, "finish"}), Component::diagnosis);
    };
    EXPECT_EQ(points("diagnose fasciitis 50, fracture 50"), 25'000);
    EXPECT_LT(points("diagnose fasciitis 100"), 25'000);
    EXPECT_GT(points("diagnose fasciitis 100"), points("diagnose pad 100"));
}

}  // namespace
}  // namespace palpera::pathway
