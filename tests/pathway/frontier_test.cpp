// The search for where many events fit many unordered steps.
#include "engine/pathway/frontier.h"

#include <gtest/gtest.h>

#include <random>

namespace palpera::pathway {
namespace {

struct Crowd {
    StepOrder order;
    std::vector<Candidate> candidates;
};

// Steps in layers, each layer partly before the next; few activities, so that most events fit several steps.
Crowd crowd(std::mt19937& random, std::size_t steps, std::size_t events, std::size_t activities, std::size_t layer) {
    Crowd made{StepOrder(steps), {}};
    for (std::size_t a = 0; a < steps; ++a)
        for (std::size_t b = a + 1; b < steps; ++b)
            if (b / layer == a / layer + 1 && random() % 5 < 2) made.order.add(a, b);
    std::vector<std::size_t> of_event(events);
    for (std::size_t& activity : of_event) activity = random() % activities;
    for (std::uint32_t step = 0; step < steps; ++step) {
        const std::size_t one = random() % activities, other = random() % activities;
        const std::int64_t weight = 1 + static_cast<std::int64_t>(random() % 3);
        for (std::uint32_t event = 0; event < events; ++event)
            if (of_event[event] == one || of_event[event] == other) made.candidates.push_back({step, event, weight});
    }
    return made;
}

std::int64_t worth(const Crowd& made, std::span<const std::uint32_t> chosen) {
    std::int64_t sum = 0;
    for (const std::uint32_t one : chosen) sum += made.candidates[one].weight;
    return sum;
}

bool fit_together(const Crowd& made, std::span<const std::uint32_t> chosen) {
    for (const std::uint32_t i : chosen) {
        for (const std::uint32_t j : chosen) {
            const Candidate &a = made.candidates[i], &b = made.candidates[j];
            if (i == j) continue;
            if (a.step == b.step || a.event == b.event) return false;
            if (made.order.before(a.step, b.step) && a.event > b.event) return false;
        }
    }
    return true;
}

TEST(Frontier, EarnsWhatTheBestChoiceEarns) {
    std::mt19937 random(41);
    Chooser chooser(2'000'000);
    int unsettled = 0;
    for (int i = 0; i < 2'000; ++i) {
        const std::size_t steps = 1 + random() % 9, layer = 1 + random() % 5;
        const Crowd made = crowd(random, steps, 1 + random() % 12, 1 + random() % 5, layer);
        const auto expected = chooser.choose(made.order, made.candidates);
        if (chooser.gave_up()) {
            ++unsettled;
            continue;
        }
        const auto found = Frontier().choose(made.order, made.candidates, {});
        ASSERT_TRUE(found);
        EXPECT_TRUE(fit_together(made, *found)) << "instance " << i;
        EXPECT_EQ(worth(made, *found), worth(made, expected)) << "instance " << i;
    }
    EXPECT_LT(unsettled, 100);
}

TEST(Frontier, KeepsAKnownChoiceThatNoneIsBetterThan) {
    std::mt19937 random(43);
    const Crowd made = crowd(random, 10, 14, 3, 4);
    const auto best = Frontier().choose(made.order, made.candidates, {});
    ASSERT_TRUE(best);
    EXPECT_EQ(Frontier().choose(made.order, made.candidates, *best), best);
}

TEST(Frontier, SettlesCoursesWhoseEventsFitManySteps) {
    std::mt19937 random(47);
    const Crowd made = crowd(random, 25, 40, 5, 6);
    const auto found = Frontier().choose(made.order, made.candidates, {});
    ASSERT_TRUE(found);
    EXPECT_TRUE(fit_together(made, *found));
}

TEST(Frontier, LeavesMoreThanSixtyFourStepsToOthers) {
    std::mt19937 random(53);
    const Crowd made = crowd(random, 65, 400, 8, 5);
    EXPECT_FALSE(Frontier().choose(made.order, made.candidates, {}));
}

}  // namespace
}  // namespace palpera::pathway
