#include <gtest/gtest.h>

#include "tests/script/random.h"

namespace palpera::script {
namespace {

constexpr int rounds = 2'000;

Truth truth(const std::string& text, const Facts& facts) {
    const Parsed it = parsed(text);
    EXPECT_EQ(complaints_of(it), "") << text;
    return evaluate(it.condition, facts);
}

// Kleene's tables over no < unknown < yes: and is the least, or the greatest.
int rank(Truth truth) { return truth == Truth::no ? 0 : truth == Truth::unknown ? 1 : 2; }

int rank_of(const Tree& tree, const Facts& facts) {
    switch (tree.operation) {
        case '!': return 2 - rank_of(tree.below[0], facts);
        case '&': return std::min(rank_of(tree.below[0], facts), rank_of(tree.below[1], facts));
        case '|': return std::max(rank_of(tree.below[0], facts), rank_of(tree.below[1], facts));
        default: return rank(truth(tree.atom, facts));
    }
}

TEST(KleeneLaws, TheTruthOfAConditionIsThatOfItsPartsByKleenesTables) {
    Draw draw(1);
    int seen[3] = {};
    for (int round = 0; round < rounds; ++round) {
        const Tree tree = random_tree(draw, 4);
        const Known facts = random_facts(draw);
        const Truth it = truth(printed(tree), facts);
        ASSERT_EQ(rank(it), rank_of(tree, facts)) << printed(tree);
        ++seen[rank(it)];
    }
    for (int count : seen) EXPECT_GT(count, rounds / 10);
}

TEST(KleeneLaws, PrintingAndReadingBackKeepsTheTruthWithFewestAndMostParentheses) {
    Draw draw(2);
    for (int round = 0; round < rounds; ++round) {
        const Tree tree = random_tree(draw, 4);
        const Known facts = random_facts(draw);
        ASSERT_EQ(truth(printed(tree), facts), truth(with_every_parenthesis(tree), facts)) << printed(tree);
    }
}

TEST(KleeneLaws, DeMorganAndDoubleNegationHoldInThreeValues) {
    Draw draw(3);
    for (int round = 0; round < rounds; ++round) {
        const std::string a = "(" + printed(random_tree(draw, 2)) + ")", b = "(" + printed(random_tree(draw, 2)) + ")";
        const Known facts = random_facts(draw);
        ASSERT_EQ(truth("not (" + a + " and " + b + ")", facts), truth("not " + a + " or not " + b, facts)) << a << b;
        ASSERT_EQ(truth("not (" + a + " or " + b + ")", facts), truth("not " + a + " and not " + b, facts)) << a << b;
        ASSERT_EQ(truth("not not " + a, facts), truth(a, facts)) << a;
        ASSERT_EQ(truth(a + " and " + b, facts), truth(b + " and " + a, facts)) << a << b;
        ASSERT_EQ(truth(a + " or " + b, facts), truth(b + " or " + a, facts)) << a << b;
    }
}

TEST(KleeneLaws, LearningAFactNeverChangesWhatIsKnownAlready) {
    Draw draw(4);
    int settled = 0;
    for (int round = 0; round < rounds; ++round) {
        const std::string text = printed(random_tree(draw, 4));
        Known facts = random_facts(draw);
        Truth before = truth(text, facts);
        for (const auto& [name, type] : heel_vocabulary()) {
            if (facts.values.contains(name)) continue;
            facts.values[name] = random_value(type, draw);
            const Truth after = truth(text, facts);
            if (before != Truth::unknown) {
                ASSERT_EQ(before, after) << text << " after learning " << name;
            } else if (after != Truth::unknown) {
                ++settled;
            }
            before = after;
        }
    }
    EXPECT_GT(settled, rounds / 10);
}

TEST(KleeneLaws, TheExplanationGivesEveryPartAsItIsByItself) {
    Draw draw(5);
    for (int round = 0; round < rounds; ++round) {
        const Parsed it = parsed(printed(random_tree(draw, 4)));
        const Known facts = random_facts(draw);
        for (const Part& part : explain(it.condition, facts)) {
            ASSERT_EQ(part.truth, truth(part.text, facts)) << part.text << " in " << it.condition.text;
        }
    }
}

}  // namespace
}  // namespace palpera::script
