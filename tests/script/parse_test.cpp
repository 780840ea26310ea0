#include <gtest/gtest.h>

#include "tests/script/example.h"

namespace palpera::script {
namespace {

// The same tree, with the places in the text left out.
std::vector<Condition::Node> tree(std::string_view text) {
    Parsed it = parsed(text);
    EXPECT_EQ(complaints_of(it), "") << text;
    for (Condition::Node& node : it.condition.nodes) node.from = node.to = 0;
    return it.condition.nodes;
}

TEST(Binding, OfNotIsTighterThanAndWhichIsTighterThanOr) {
    EXPECT_EQ(tree("not fever and trauma"), tree("(not fever) and trauma"));
    EXPECT_NE(tree("not fever and trauma"), tree("not (fever and trauma)"));
    EXPECT_EQ(tree("fever or trauma and night_pain"), tree("fever or (trauma and night_pain)"));
    EXPECT_NE(tree("fever or trauma and night_pain"), tree("(fever or trauma) and night_pain"));
    EXPECT_EQ(tree("fever and trauma or night_pain"), tree("(fever and trauma) or night_pain"));
    EXPECT_EQ(tree("fever or not trauma and night_pain"), tree("fever or ((not trauma) and night_pain)"));
}

TEST(Binding, OfAComparisonIsTighterThanNot) {
    EXPECT_EQ(tree("not age == 44"), tree("not (age == 44)"));
    EXPECT_EQ(tree("not age < 44 and fever"), tree("(not (age < 44)) and fever"));
    EXPECT_EQ(tree("not not fever"), tree("not (not fever)"));
}

TEST(Binding, OfEqualsIsFromTheLeft) {
    EXPECT_EQ(tree("fever or trauma or night_pain"), tree("(fever or trauma) or night_pain"));
    EXPECT_EQ(tree("fever and trauma and night_pain"), tree("(fever and trauma) and night_pain"));
}

TEST(Reading, TakesSpaceAndLineEndsAnywhereBetweenWords) {
    EXPECT_EQ(tree(" age>=44\n and\t(side==left)\r\n"), tree("age >= 44 and side == left"));
    EXPECT_EQ(tree("since( \"refer physiotherapist\" )>4 weeks"), tree("since(\"refer physiotherapist\") > 4 weeks"));
}

TEST(Reading, PutsOperandsBeforeWhatUsesThemAndTheWholeLast) {
    const Parsed it = parsed("not (fever or age > 50 a) and side == left");
    ASSERT_EQ(complaints_of(it), "");
    for (std::size_t i = 0; i < it.condition.nodes.size(); ++i) {
        const Condition::Node& node = it.condition.nodes[i];
        if (node.operation < Condition::Operation::less) continue;
        EXPECT_LT(node.left, i);
        EXPECT_LT(node.right, i);
    }
    const Condition::Node& whole = it.condition.nodes.back();
    EXPECT_EQ(whole.operation, Condition::Operation::conjunction);
    EXPECT_EQ(it.condition.text.substr(whole.from, whole.to - whole.from), it.condition.text);
}

TEST(Reading, MakesSpansOfNumbersWithAUnitOfTimeAndKeepsOtherNumbersAsWritten) {
    EXPECT_EQ(std::get<base::Minutes>(tree("duration > 4 weeks")[1].constant), base::weeks(4));
    EXPECT_EQ(std::get<base::Minutes>(tree("duration > 1 month")[1].constant), base::days(30));
    EXPECT_EQ(std::get<double>(tree("bmi > 18.5 kg/m2")[1].constant), 18.5);
    EXPECT_EQ(std::get<double>(tree("pain > -0.25")[1].constant), -0.25);
    EXPECT_EQ(std::get<double>(tree("pain > 123456789012345")[1].constant), 123456789012345.0);
    EXPECT_EQ(std::get<std::string>(tree("side == left")[1].constant), "left");
}

TEST(Reading, TakesTheWordWhereAWordOfTheFactIsAlsoTheNameOfAFact) {
    Vocabulary vocabulary{{"side", {Kind::word, "", {"left", "right"}}}, {"left", {Kind::flag, "", {}}}};
    const Parsed it = parse("left and side == left", vocabulary, check_heel_act);
    ASSERT_EQ(complaints_of(it), "");
    EXPECT_EQ(it.condition.nodes[0].operation, Condition::Operation::fact);
    EXPECT_EQ(it.condition.nodes[2].operation, Condition::Operation::constant);
}

TEST(Reading, TakesDoneSinceAndShownAsNamesWhereNoParenthesisFollows) {
    const Vocabulary vocabulary{{"done", {Kind::flag, "", {}}}, {"shown", {Kind::number, "", {}}}};
    EXPECT_EQ(complaints_of(parse("done and shown > 3", vocabulary, check_heel_act)), "");
}

TEST(Reading, TakesUnitsWithBracketsAndParentheses) {
    const Vocabulary vocabulary{{"dose", {Kind::number, "mL/(kg.min)", {}}},
                                {"pressure", {Kind::number, "mm[Hg]", {}}}};
    EXPECT_EQ(complaints_of(parse("(dose > 3 mL/(kg.min)) and (pressure<90 mm[Hg])", vocabulary, check_heel_act)), "");
}

TEST(Bounds, AreThirtyTwoDeepTwoHundredAndFiftySixPartsAndAThousandCharacters) {
    const auto repeated = [](std::string_view part, int times) {
        std::string text;
        for (int i = 0; i < times; ++i) text += part;
        return text;
    };
    EXPECT_EQ(complaints_of(parsed(repeated("(", 32) + "fever" + repeated(")", 32))), "");
    EXPECT_EQ(complaints_of(parsed(repeated("not ", 32) + "fever")), "");
    EXPECT_EQ(complaints_of(parsed("fever" + repeated(" or fever", 110))), "");
    EXPECT_EQ(complaints_of(parsed("fever" + std::string(995, ' '))), "");

    EXPECT_EQ(parsed(repeated("(", 33) + "fever" + repeated(")", 33)).complaints.at(0).column, 33u);
    EXPECT_EQ(parsed(repeated("not ", 33) + "fever").complaints.at(0).rule, "condition-too-deep");
    EXPECT_EQ(parsed("fever" + std::string(996, ' ')).complaints.at(0).rule, "condition-too-long");

    const Vocabulary short_names{{"a", {Kind::flag, "", {}}}};
    EXPECT_EQ(parse("a" + repeated(" or a", 127), short_names, check_heel_act).condition.nodes.size(), 255u);
    const Parsed too_many = parse("a" + repeated(" or a", 128), short_names, check_heel_act);
    ASSERT_EQ(too_many.complaints.size(), 1u);
    EXPECT_EQ(too_many.complaints[0].rule, "condition-too-many-parts");
}

}  // namespace
}  // namespace palpera::script
