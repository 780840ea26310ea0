#include "engine/reasoning/differential.h"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <random>

namespace palpera::reasoning {
namespace {

class Known : public script::Facts {
public:
    explicit Known(std::map<std::string, bool, std::less<>> facts) : facts_(std::move(facts)) {}
    std::optional<script::Value> value(std::string_view fact) const override {
        const auto found = facts_.find(fact);
        return found == facts_.end() ? std::nullopt : std::optional<script::Value>(found->second);
    }
    bool shown(std::string_view fact) const override { return facts_.contains(fact); }
    std::optional<base::Minutes> since(std::string_view) const override { return std::nullopt; }

private:
    std::map<std::string, bool, std::less<>> facts_;
};

// Two conditions of the foot, equally often seen, and something else in a fifth of all. Each finding is shown by the
// fact of its name and has the likelihoods given: with the one, the other and something else.
class Table {
public:
    Table() {
        table.conditions = {{"one", 1, {"foot"}, {}}, {"other", 1, {"foot"}, {}}};
        table.elsewhere = 0.25;
        table.something_else = 20;
        table.damping = {1, 0.5, 0.25};
    }
    Table& with(const std::string& id, const std::string& group, double one, double other, double otherwise) {
        const script::Vocabulary words{{id, {}}};
        table.findings.push_back(
            {id, group, script::parse(id, words, [](auto) { return ""; }).condition, true, otherwise});
        table.conditions[0].likely.push_back(one);
        table.conditions[1].likely.push_back(other);
        return *this;
    }
    Differential knowing(std::map<std::string, bool, std::less<>> facts) const {
        return posterior(table, "foot", Known(std::move(facts)));
    }
    // ln of the odds of the one against the other.
    double weight(std::map<std::string, bool, std::less<>> facts) const {
        const Differential after = knowing(std::move(facts));
        return std::log(after.probability[0] / after.probability[1]);
    }
    library::Likelihoods table;
};

using Parts = std::vector<int>;

TEST(Differential, BeginsWithHowOftenConditionsAreSeenInThatPartOfTheBody) {
    Table table;
    table.table.conditions[1].areas = {"back"};
    EXPECT_EQ(beginning(table.table, "foot").thousandths(), (Parts{640, 160, 200}));
    EXPECT_EQ(beginning(table.table, "back").thousandths(), (Parts{160, 640, 200}));
    EXPECT_EQ(beginning(table.table, "foot").conditions.back(), something_else);
}

TEST(Differential, FollowsBayesRuleForAFindingThatIsPresent) {
    const Table table = Table().with("pain", "place", 0.85, 0.05, 0.15);
    // 0.4 x 0.85 = 0.34, 0.4 x 0.05 = 0.02, 0.2 x 0.15 = 0.03; of 0.39
    EXPECT_EQ(table.knowing({{"pain", true}}).thousandths(), (Parts{872, 51, 77}));
}

TEST(Differential, FollowsBayesRuleForAFindingThatIsAbsent) {
    const Table table = Table().with("pain", "place", 0.85, 0.05, 0.15);
    // 0.4 x 0.15 = 0.06, 0.4 x 0.95 = 0.38, 0.2 x 0.85 = 0.17; of 0.61
    EXPECT_EQ(table.knowing({{"pain", false}}).thousandths(), (Parts{98, 623, 279}));
}

TEST(Differential, MultipliesFindingsOfDifferentGroups) {
    const Table table = Table().with("pain", "place", 0.8, 0.2, 0.5).with("numb", "nerves", 0.5, 0.25, 0.5);
    // 0.4 x 0.8 x 0.5 = 0.16, 0.4 x 0.2 x 0.25 = 0.02, 0.2 x 0.5 x 0.5 = 0.05; of 0.23
    EXPECT_EQ(table.knowing({{"pain", true}, {"numb", true}}).thousandths(), (Parts{696, 87, 217}));
}

TEST(Differential, TakesTheRootOfTheSecondFindingOfAGroup) {
    const Table table = Table().with("sore", "place", 0.64, 0.16, 0.36).with("pain", "place", 0.8, 0.1, 0.4);
    // pain tells more apart: 0.4 x 0.8 x 0.8 = 0.256, 0.4 x 0.1 x 0.4 = 0.016, 0.2 x 0.4 x 0.6 = 0.048; of 0.32
    EXPECT_EQ(table.knowing({{"pain", true}, {"sore", true}}).thousandths(), (Parts{800, 50, 150}));
}

TEST(Differential, LeavesOutWhatIsNotKnownAndWhatNoFactShows) {
    Table table = Table().with("pain", "place", 0.85, 0.05, 0.15).with("numb", "nerves", 0.9, 0.1, 0.1);
    table.table.findings[1].mapped = false;
    EXPECT_EQ(table.knowing({}).probability, beginning(table.table, "foot").probability);
    EXPECT_EQ(table.knowing({{"numb", true}}).probability, beginning(table.table, "foot").probability);
}

TEST(Differential, IsEmptyWhereTheLibraryHasNoLikelihoods) {
    EXPECT_TRUE(posterior({}, "foot", Known({{"pain", true}})).conditions.empty());
    EXPECT_TRUE(beginning({}, "foot").thousandths().empty());
}

TEST(Differential, IsNotChangedByAFindingThatIsEquallyLikelyWithEverything) {
    for (const char* group : {"place", "of its own"}) {
        const Table table = Table().with("weather", group, 0.35, 0.35, 0.35).with("pain", "place", 0.85, 0.05, 0.15);
        for (bool pain : {true, false}) {
            const Differential without = table.knowing({{"pain", pain}});
            const Differential with = table.knowing({{"pain", pain}, {"weather", true}});
            for (std::size_t i = 0; i < 3; ++i) EXPECT_NEAR(with.probability[i], without.probability[i], 1e-12);
        }
    }
}

// Random tables of levels as the data have them.
class RandomTables : public testing::TestWithParam<unsigned> {
protected:
    double level() {
        constexpr double levels[] = {0.01, 0.05, 0.15, 0.35, 0.65, 0.85, 0.97};
        return levels[random_() % 7];
    }
    bool flag() { return random_() % 2 == 0; }
    std::mt19937 random_{GetParam()};
};

TEST_P(RandomTables, SumToOneAndDoNotCareInWhichOrderTheDataNameTheirFindings) {
    struct Row {
        std::string id, group;
        double one, other, otherwise;
    };
    std::vector<Row> rows;
    std::map<std::string, bool, std::less<>> facts;
    for (int i = 0; i < 12; ++i) {
        const std::string id = "finding" + std::to_string(i);
        rows.push_back({id, "group" + std::to_string(random_() % 4), level(), level(), level()});
        if (flag()) facts[id] = flag();
    }
    Table forwards, backwards;
    for (const Row& row : rows) forwards.with(row.id, row.group, row.one, row.other, row.otherwise);
    const Differential after = forwards.knowing(facts);
    double sum = 0;
    for (double probability : after.probability) sum += probability;
    EXPECT_NEAR(sum, 1, 1e-12);
    const Parts parts = after.thousandths();
    EXPECT_EQ(parts[0] + parts[1] + parts[2], 1000);
    for (std::size_t i = 0; i < parts.size(); ++i) EXPECT_NEAR(parts[i], 1000 * after.probability[i], 1);
    // Two findings that reach equally far may change places; there the order in the data decides, so only tables whose
    // groups have one known finding each are turned round.
    std::map<std::string, int> known;
    for (const Row& row : rows) known[row.group] += facts.contains(row.id) ? 1 : 0;
    for (auto row = rows.rbegin(); row != rows.rend(); ++row) {
        if (known[row->group] <= 1) backwards.with(row->id, row->group, row->one, row->other, row->otherwise);
    }
    Table kept;
    for (const Row& row : rows) {
        if (known[row.group] <= 1) kept.with(row.id, row.group, row.one, row.other, row.otherwise);
    }
    EXPECT_EQ(kept.knowing(facts).thousandths(), backwards.knowing(facts).thousandths());
}

TEST_P(RandomTables, NeverWeighTwoFindingsOfAGroupMoreThanTheirSumNorLessThanTheStronger) {
    const double least = level(), most = level(), weak_least = level(), weak_most = level();
    Table table;
    // Both speak for the one; something else lies between, so that these two say how far a finding reaches.
    table.with("first", "place", std::max(least, most), std::min(least, most), (least + most) / 2);
    table.with("second", "place", std::max(weak_least, weak_most), std::min(weak_least, weak_most),
               (weak_least + weak_most) / 2);
    const double first = table.weight({{"first", true}}), second = table.weight({{"second", true}});
    const double together = table.weight({{"first", true}, {"second", true}});
    EXPECT_LE(together, first + second + 1e-12);
    EXPECT_GE(together, std::max(first, second) - 1e-12);
}

INSTANTIATE_TEST_SUITE_P(Seeds, RandomTables, testing::Range(1u, 201u));

TEST(BitsGained, AreTheDivergenceFromTheBeliefBefore) {
    const Differential even{{"one", "other", ""}, {0.25, 0.25, 0.5}}, sure{{"one", "other", ""}, {0.5, 0.5, 0}};
    EXPECT_DOUBLE_EQ(bits_gained(even, sure), 1);  // 0.5 x log2(2) twice
    EXPECT_DOUBLE_EQ(bits_gained(even, even), 0);
}

TEST(BitsGained, AreThereAlsoWhereAFindingRightlyShakesAFirmBelief) {
    const Differential firm{{"one", ""}, {0.875, 0.125}}, shaken{{"one", ""}, {0.5, 0.5}};
    // 0.5 x log2(0.5 / 0.875) + 0.5 x log2(0.5 / 0.125) = 0.5 x -0.8074 + 0.5 x 2
    EXPECT_NEAR(bits_gained(firm, shaken), 0.5963, 1e-4);
}

}  // namespace
}  // namespace palpera::reasoning
