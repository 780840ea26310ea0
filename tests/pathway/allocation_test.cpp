// Once they have grown to a course, neither the choice nor the score takes memory from the heap.
#include <gtest/gtest.h>

#include "engine/pathway/scorer.h"
#include "tests/bench/allocations.h"
#include "tests/bench/scoring_case.h"

namespace palpera::pathway {
namespace {

TEST(Allocations, ChoosingTakesNone) {
    StepOrder order(20);
    for (std::size_t step = 1; step < 20; ++step) order.add(step / 2, step);
    std::mt19937 random(5);
    std::vector<Candidate> candidates;
    for (std::uint32_t step = 0; step < 20; ++step)
        for (std::uint32_t event = step; event < 100; ++event)
            if (event % 20 == step && random() % 8 > 0)
                candidates.push_back({step, event, static_cast<std::int64_t>(1 + random() % 5)});
    Chooser chooser;
    chooser.choose(order, candidates);
    EXPECT_GT(chooser.flows(), 0);
    const std::size_t before = bench::allocations().count;
    chooser.choose(order, candidates);
    EXPECT_EQ(bench::allocations().count, before);
}

TEST(Allocations, ScoringACourseTakesNone) {
    const bench::ScoringCase made(30, 4);
    std::mt19937 random(7);
    std::vector<Course> courses;
    for (int i = 0; i < 20; ++i) courses.push_back(made.course(made.visit(random, 60)));
    Scorer scorer(made.rubric());
    const auto score_all = [&] {
        for (const Course& course : courses) {
            scorer.score(course);
            scorer.align();
        }
    };
    score_all();
    const std::size_t before = bench::allocations().count;
    score_all();
    EXPECT_EQ(bench::allocations().count, before);
}

// For cohorts the lines are left out: the points are the same, and scoring a course in between changes nothing.
TEST(Cohort, TakesThePointsOfACourseWithoutItsLines) {
    const bench::ScoringCase made(30, 4);
    std::mt19937 random(11);
    Scorer scorer(made.rubric()), other(made.rubric());
    for (int i = 0; i < 50; ++i) {
        const Course course = made.course(made.visit(random, 60));
        const std::int64_t points = scorer.millipoints(course);
        EXPECT_EQ(points, other.score(course).millipoints);
        EXPECT_EQ(points, other.millipoints(course));
    }
}

}  // namespace
}  // namespace palpera::pathway
