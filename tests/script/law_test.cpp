#include <gtest/gtest.h>

#include <random>

#include "tests/script/example.h"

namespace palpera::script {
namespace {

constexpr int rounds = 2'000;

// Draws whole numbers the same way on every machine, as std::uniform_int_distribution does not.
class Draw {
public:
    explicit Draw(std::uint32_t seed) : engine_(seed) {}
    std::uint32_t below(std::uint32_t count) { return static_cast<std::uint32_t>(engine_() % count); }

private:
    std::mt19937 engine_;
};

std::string random_atom(Draw& draw) {
    static constexpr const char* signs[] = {"<", "<=", ">", ">=", "==", "!="};
    const std::string sign = signs[draw.below(6)];
    const std::string equality = signs[4 + draw.below(2)];
    switch (draw.below(9)) {
        case 0: return "fever";
        case 1: return "trauma";
        case 2: return "night_pain";
        case 3: return "age " + sign + " " + std::to_string(20 + draw.below(4));
        case 4: return std::to_string(draw.below(4)) + ".5 kg/m2 " + sign + " bmi";
        case 5: return "duration " + sign + " " + std::to_string(draw.below(4)) + " weeks";
        case 6: return "side " + equality + (draw.below(2) ? " left" : " worse_side");
        case 7: return draw.below(2) ? "shown(fever)" : "done(\"refer physiotherapist\")";
        default: return "since(\"refer physiotherapist\") " + sign + " " + std::to_string(draw.below(4)) + " days";
    }
}

// A tree whose truth is worked out here, apart from the reader under test.
struct Tree {
    char operation = 0;  // 0 an atom, '!' '&' '|'
    std::string atom;
    std::vector<Tree> below;
};

Tree random_tree(Draw& draw, int depth) {
    const std::uint32_t choice = depth == 0 ? 0 : draw.below(5);
    if (choice < 2) return {0, random_atom(draw), {}};
    if (choice == 2) return {'!', "", {random_tree(draw, depth - 1)}};
    return {choice == 3 ? '&' : '|', "", {random_tree(draw, depth - 1), random_tree(draw, depth - 1)}};
}

int binding(const Tree& tree) { return tree.operation == '|' ? 0 : tree.operation == '&' ? 1 : tree.operation ? 2 : 3; }

// With no more parentheses than the rules of binding ask for.
std::string printed(const Tree& tree) {
    const auto inner = [](const Tree& part, int least) {
        return binding(part) < least ? "(" + printed(part) + ")" : printed(part);
    };
    switch (tree.operation) {
        case '!': return "not " + inner(tree.below[0], 2);
        case '&': return inner(tree.below[0], 1) + " and " + inner(tree.below[1], 2);
        case '|': return inner(tree.below[0], 0) + " or " + inner(tree.below[1], 1);
        default: return tree.atom;
    }
}

std::string with_every_parenthesis(const Tree& tree) {
    switch (tree.operation) {
        case '!': return "(not " + with_every_parenthesis(tree.below[0]) + ")";
        case '&':
        case '|':
            return "(" + with_every_parenthesis(tree.below[0]) + (tree.operation == '&' ? " and " : " or ") +
                   with_every_parenthesis(tree.below[1]) + ")";
        default: return "(" + tree.atom + ")";
    }
}

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

Value random_value(const FactType& type, Draw& draw) {
    switch (type.kind) {
        case Kind::flag: return draw.below(2) == 1;
        case Kind::number: return draw.below(2) ? 20.0 + draw.below(5) : 0.5 * draw.below(8);
        case Kind::span: return base::weeks(draw.below(5));
        case Kind::word: return type.words[draw.below(static_cast<std::uint32_t>(type.words.size()))];
    }
    return false;
}

Known random_facts(Draw& draw) {
    Known facts;
    for (const auto& [name, type] : heel_vocabulary()) {
        if (draw.below(2)) facts.values[name] = random_value(type, draw);
    }
    if (draw.below(2)) facts.revealed.insert("fever");
    if (draw.below(2)) facts.acts["refer physiotherapist"] = base::days(draw.below(5));
    return facts;
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
