// The search for where many events fit many unordered steps.
#include "engine/pathway/settle.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

#include "engine/pathway/priced_flow.h"
#include "tests/pathway/hard_models.h"

namespace palpera::pathway {
namespace {

struct Crowd {
    StepOrder order;
    Labelled labelled;
};

// Steps in layers, each layer partly before the next; few activities, so that most events fit several steps.
Crowd crowd(std::mt19937& random, std::size_t steps, std::size_t events, std::size_t activities, std::size_t layer) {
    const auto price = [&] { return 1 + static_cast<std::int64_t>(random() % 3); };
    Crowd made{StepOrder(steps), {}};
    for (std::size_t a = 0; a < steps; ++a)
        for (std::size_t b = a + 1; b < steps; ++b)
            if (b / layer == a / layer + 1 && random() % 5 < 2) made.order.add(a, b);
    for (std::size_t activity = 0; activity < activities; ++activity) made.labelled.log_cost.push_back(price());
    while (made.labelled.of_event.size() < events)
        made.labelled.of_event.push_back(static_cast<std::uint32_t>(random() % activities));
    for (std::size_t step = 0; step < steps; ++step) {
        std::set<std::uint32_t> fits;
        for (std::size_t more = 1 + random() % 2; more > 0; --more)
            fits.insert(static_cast<std::uint32_t>(random() % activities));
        made.labelled.of_step.emplace_back(fits.begin(), fits.end());
        made.labelled.saved.push_back(price() - 1);
    }
    return made;
}

std::vector<Candidate> candidates_of(const Crowd& made) {
    std::vector<Candidate> candidates;
    const Labelled& it = made.labelled;
    for (std::uint32_t step = 0; step < it.of_step.size(); ++step)
        for (std::uint32_t event = 0; event < it.of_event.size(); ++event)
            if (std::ranges::count(it.of_step[step], it.of_event[event]) > 0)
                candidates.push_back({step, event, it.saved[step] + it.log_cost[it.of_event[event]]});
    return candidates;
}

std::int64_t worth(const Crowd& made, const std::vector<std::uint32_t>& event_of_step) {
    std::int64_t sum = 0;
    for (std::size_t step = 0; step < event_of_step.size(); ++step)
        if (event_of_step[step] != no_event)
            sum += made.labelled.saved[step] + made.labelled.log_cost[made.labelled.of_event[event_of_step[step]]];
    return sum;
}

bool fit_together(const Crowd& made, const std::vector<std::uint32_t>& event_of_step) {
    for (std::size_t a = 0; a < event_of_step.size(); ++a) {
        if (event_of_step[a] == no_event) continue;
        if (std::ranges::count(made.labelled.of_step[a], made.labelled.of_event[event_of_step[a]]) == 0) return false;
        for (std::size_t b = 0; b < event_of_step.size(); ++b) {
            if (a == b || event_of_step[b] == no_event) continue;
            if (event_of_step[a] == event_of_step[b]) return false;
            if (made.order.before(a, b) && event_of_step[a] > event_of_step[b]) return false;
        }
    }
    return true;
}

TEST(Settle, EarnsWhatTheBestChoiceEarns) {
    std::mt19937 random(41);
    Chooser chooser(2'000'000);
    int unsettled = 0;
    for (int i = 0; i < 5'000; ++i) {
        const std::size_t steps = 1 + random() % 9, layer = 1 + random() % 5;
        const Crowd made = crowd(random, steps, 1 + random() % 12, 1 + random() % 5, layer);
        chooser.choose(made.order, candidates_of(made));
        if (chooser.gave_up()) {
            ++unsettled;
            continue;
        }
        const auto found = settle(made.order, made.labelled);
        ASSERT_TRUE(found) << "instance " << i;
        EXPECT_TRUE(fit_together(made, *found)) << "instance " << i;
        EXPECT_EQ(worth(made, *found), chooser.worth()) << "instance " << i;
    }
    EXPECT_LT(unsettled, 100);
}

TEST(Settle, GivesTheSameAlways) {
    std::mt19937 random(43);
    const Crowd made = crowd(random, 30, 40, 6, 8);
    EXPECT_EQ(settle(made.order, made.labelled), settle(made.order, made.labelled));
}

TEST(Settle, AlikeStepsInOrderLoseNothing) {
    std::mt19937 random(44);
    Chooser chooser(2'000'000);
    int ordered = 0;
    for (int i = 0; i < 2'000; ++i) {
        Crowd made = crowd(random, 1 + random() % 8, 1 + random() % 10, 1 + random() % 3, 1 + random() % 4);
        const std::vector<Candidate> candidates = candidates_of(made);
        chooser.choose(made.order, candidates);
        const std::int64_t best = chooser.worth();
        if (chooser.gave_up()) continue;
        const StepOrder before = made.order;
        order_alike_steps(made.labelled, made.order);
        for (std::size_t a = 0; a < before.steps(); ++a)
            for (std::size_t b = 0; b < before.steps(); ++b) ordered += made.order.before(a, b) && !before.before(a, b);
        chooser.choose(made.order, candidates);
        EXPECT_EQ(chooser.worth(), best) << "instance " << i;
    }
    EXPECT_GT(ordered, 2'000);
}

TEST(PricedFlow, BoundsWhatCanBeEarnedWhateverThePrices) {
    std::mt19937 random(45);
    Chooser chooser(2'000'000);
    for (int i = 0; i < 500; ++i) {
        const Crowd made = crowd(random, 1 + random() % 8, 1 + random() % 10, 1 + random() % 4, 1 + random() % 4);
        chooser.choose(made.order, candidates_of(made));
        if (chooser.gave_up()) continue;
        std::int64_t bounds = 0, free = 0;
        for (const Part& part : parts_of(made.order, made.labelled)) {
            PricedFlow flow(part);
            std::vector<std::int64_t> prices(part.of_event.size());
            for (std::int64_t& price : prices) price = static_cast<std::int64_t>(random() % (4 * price_scale));
            const std::int64_t bound = flow.bound(prices);
            EXPECT_EQ(flow.prices(prices).sum(), bound);
            const FreeMatching matching(part);
            EXPECT_EQ(matching.prices.sum(), matching.worth * price_scale);
            EXPECT_LE(flow.bound(matching.prices.of_event), matching.worth * price_scale);
            bounds += bound;
            free += matching.worth;
        }
        EXPECT_GE(bounds, chooser.worth() * price_scale) << "instance " << i;
        EXPECT_GE(free, chooser.worth()) << "instance " << i;
    }
}

// One of each kind; palpera_hard_alignments has many, with their times.
TEST(Settle, HardModelsAreSettled) {
    for (const HardClass& of : hard_classes()) {
        if (of.steps > 64 || of.name == "thin order, eight labels") continue;  // the last takes ten seconds
        const HardInstance made = HardMaker(of, 1).make();
        EXPECT_TRUE(align(made.model, made.trace)) << of.name;
    }
}

}  // namespace
}  // namespace palpera::pathway
