// Simulated students: who knows more scores more, in every case of the library; who plays against the score does not.
#include "engine/proof/cohort.h"

#include "tests/proof/shipped.h"

namespace palpera::proof {
namespace {

constexpr double least_separation = 0.8;  // standard deviations (SCORING.md 4.4)

std::vector<std::string> case_ids() {
    std::vector<std::string> ids;
    for (const library::CaseFile& file : shipped().cases) ids.push_back(file.id);
    return ids;
}

class EveryCohort : public testing::TestWithParam<std::string> {};

TEST_P(EveryCohort, SetsApartWhoKnowsTheWorkFromWhoDoesNot) {
    constexpr std::size_t students = 40;
    const auto stage = stage_of(GetParam());
    const SimulatedCohort expert = simulate(*stage, "expert", students);
    const SimulatedCohort intermediate = simulate(*stage, "intermediate", students);
    const SimulatedCohort novice = simulate(*stage, "novice", students);
    EXPECT_GE(separation(expert, intermediate), least_separation);
    EXPECT_GE(separation(intermediate, novice), least_separation);
}

INSTANTIATE_TEST_SUITE_P(Library, EveryCohort, testing::ValuesIn(case_ids()),
                         [](const auto& information) { return information.param; });

TEST(Students, AreTheSameInACohortOfAnySize) {
    const auto stage = stage_of("ward_nurse");
    std::vector<std::int64_t> alone;
    for (std::size_t student = 0; student < 5; ++student)
        alone.push_back(simulate_student(*stage, skills[2], Random(20, "novice", student)).millipoints);
    std::sort(alone.begin(), alone.end());
    EXPECT_EQ(simulate(*stage, "novice", 5).scores, alone);
    EXPECT_NE(simulate(*stage, "novice", 6).scores, alone);
}

// As another program counts them (SplitMix64 in Python): whoever changes one changes every simulated student.
TEST(Chance, IsTheSameOnEveryMachine) {
    Random random(1, "novice", 0), other(1, "novice", 1);
    std::vector<std::uint64_t> drawn, drawn_other;
    for (int i = 0; i < 4; ++i) {
        drawn.push_back(random.below(1000));
        drawn_other.push_back(other.below(1000));
    }
    EXPECT_EQ(drawn, (std::vector<std::uint64_t>{218, 626, 803, 952}));
    EXPECT_NE(drawn, drawn_other);
}

TEST(Chance, IsEvenAndItsSpreadIsAboutWhatItSays) {
    Random random(7, "spread", 0);
    std::array<int, 10> counts{};
    std::int64_t sum = 0, squares = 0;
    constexpr int draws = 20'000;
    for (int i = 0; i < draws; ++i) {
        ++counts[random.below(10)];
        const int off = random.around_zero(100);
        sum += off;
        squares += static_cast<std::int64_t>(off) * off;
    }
    for (const int count : counts) EXPECT_NEAR(count, draws / 10, 200);
    EXPECT_NEAR(static_cast<double>(sum) / draws, 0, 3);
    EXPECT_NEAR(static_cast<double>(squares) / draws, 10'000, 500);
}

TEST(Cohort, CountsItsQuantilesByTheNearestRankAndItsSpreadOverTheSample) {
    const SimulatedCohort cohort{"made", {10'000, 20'000, 30'000, 40'000}, {}};
    EXPECT_DOUBLE_EQ(cohort.mean(), 25);
    EXPECT_NEAR(cohort.sd(), 12.909944, 1e-6);
    EXPECT_DOUBLE_EQ(cohort.quantile(0.5), 20);
    EXPECT_DOUBLE_EQ(cohort.quantile(1), 40);
    EXPECT_DOUBLE_EQ(cohort.quantile(0), 10);
    const SimulatedCohort lower{"made", {0, 10'000, 20'000, 30'000}, {}};
    EXPECT_NEAR(separation(cohort, lower), 10 / 12.909944, 1e-6);
}

TEST(Cohort, StopsWhenItIsToldTo) {
    const auto stage = stage_of("ward_nurse");
    int asked = 0;
    const auto cohort = simulate(*stage, "novice", 10, [&](double) { return ++asked <= 3; });
    EXPECT_EQ(cohort.scores.size(), 3u);
}

}  // namespace
}  // namespace palpera::proof
