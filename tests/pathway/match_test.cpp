#include "engine/pathway/match.h"

#include <gtest/gtest.h>

#include <random>

namespace palpera::pathway {
namespace {

using Chosen = std::vector<std::uint32_t>;

Chosen match(const std::vector<int>& wanted, std::vector<Pairing> pairings) {
    for (Pairing& pairing : pairings) pairing.order = pairing.step;
    Matcher matcher;
    const auto chosen = matcher.match(wanted, pairings);
    return {chosen.begin(), chosen.end()};
}

std::int64_t credit_of(const std::vector<Pairing>& pairings, const Chosen& chosen) {
    std::int64_t sum = 0;
    for (std::size_t i : chosen) sum += pairings[i].credit;
    return sum;
}

TEST(Match, AnActServesOneStep) {
    const std::vector<Pairing> pairings{{0, 0, 10}, {1, 0, 20}};
    EXPECT_EQ(match({1, 1}, pairings), Chosen{1});
}

TEST(Match, GivesWayWhereThatLetsBothStepsBeServed) {
    const std::vector<Pairing> pairings{{0, 0, 10}, {0, 1, 10}, {1, 0, 10}};
    EXPECT_EQ(match({1, 1}, pairings), (Chosen{1, 2}));
}

TEST(Match, AmongEqualsTakesTheEarlierActAndThenTheEarlierStep) {
    EXPECT_EQ(match({1}, {{0, 3, 10}, {0, 1, 10}}), Chosen{1});
    EXPECT_EQ(match({1, 1}, {{1, 0, 10}, {0, 0, 10}}), Chosen{1});
}

TEST(Match, AStepTakesAsManyAsItWants) { EXPECT_EQ(match({2}, {{0, 0, 10}, {0, 1, 10}, {0, 2, 30}}), (Chosen{0, 2})); }

TEST(Match, PairsAlsoWhatEarnsNothing) { EXPECT_EQ(match({1}, {{0, 0, 0}}), Chosen{0}); }

TEST(Match, NothingToPairGivesNothing) {
    EXPECT_TRUE(match({}, {}).empty());
    EXPECT_TRUE(match({0}, {{0, 0, 5}}).empty());
}

// All ways to choose, for few pairings.
std::int64_t best_by_enumeration(std::vector<int> wanted, std::vector<bool> free, const std::vector<Pairing>& pairings,
                                 std::size_t from) {
    if (from == pairings.size()) return 0;
    std::int64_t best = best_by_enumeration(wanted, free, pairings, from + 1);
    const Pairing& one = pairings[from];
    if (wanted[one.step] > 0 && free[one.act]) {
        --wanted[one.step];
        free[one.act] = false;
        best = std::max(best, one.credit + best_by_enumeration(wanted, free, pairings, from + 1));
    }
    return best;
}

TEST(Match, IsTheBestOfAllWaysToChoose) {
    std::mt19937 random(7);
    for (int round = 0; round < 2'000; ++round) {
        const std::size_t steps = 1 + random() % 4, acts = 1 + random() % 5;
        std::vector<int> wanted;
        for (std::size_t s = 0; s < steps; ++s) wanted.push_back(static_cast<int>(random() % 3));
        std::vector<Pairing> pairings;
        for (std::size_t s = 0; s < steps; ++s) {
            for (std::size_t a = 0; a < acts; ++a) {
                if (random() % 2 == 0) continue;
                pairings.push_back({static_cast<std::uint32_t>(s), static_cast<std::uint32_t>(a),
                                    static_cast<std::int64_t>(random() % 6)});
            }
        }
        const auto chosen = match(wanted, pairings);
        std::vector<int> room = wanted;
        std::vector<bool> free(acts, true);
        for (std::size_t i : chosen) {
            EXPECT_TRUE(free[pairings[i].act]);
            free[pairings[i].act] = false;
            EXPECT_GE(--room[pairings[i].step], 0);
        }
        EXPECT_EQ(credit_of(pairings, chosen), best_by_enumeration(wanted, std::vector<bool>(acts, true), pairings, 0));
    }
}

}  // namespace
}  // namespace palpera::pathway
