#include "engine/script/program.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>

#include "tests/script/random.h"
#include "tests/script/walker.h"

namespace palpera::script {
namespace {

Condition sound(const std::string& text) {
    const Parsed it = parsed(text);
    EXPECT_EQ(complaints_of(it), "") << text;
    return it.condition;
}

TEST(Programs, AgreeWithTheConditionWalkedNodeByNodeWhateverIsMissing) {
    constexpr int conditions = 5'000, records = 8;
    Draw draw(11);
    Slots slots;  // shared by all of them, as a patient's are
    std::vector<int> seen(3, 0);
    for (int i = 0; i < conditions; ++i) {
        const Condition condition = sound(printed(random_tree(draw, 5)));
        const Program program = compile(condition, slots);
        for (int j = 0; j < records; ++j) {
            const Known facts = random_facts(draw);
            const Truth expected = walker::walked(condition, facts);
            ASSERT_EQ(program.run(record_of(slots, facts).data()), expected) << condition.text;
            ++seen[static_cast<std::size_t>(expected)];
        }
    }
    for (int count : seen) EXPECT_GT(count, conditions * records / 10);
}

TEST(Programs, StayTrueWhenLaterConditionsAddSlots) {
    Draw draw(12);
    Slots slots;
    std::vector<Condition> conditions;
    std::vector<Program> programs;
    for (int i = 0; i < 200; ++i) {
        conditions.push_back(sound(printed(random_tree(draw, 4))));
        programs.push_back(compile(conditions.back(), slots));
    }
    const Known facts = random_facts(draw);
    const std::vector<double> record = record_of(slots, facts);
    for (std::size_t i = 0; i < conditions.size(); ++i) {
        ASSERT_EQ(programs[i].run(record.data()), walker::walked(conditions[i], facts)) << conditions[i].text;
    }
}

TEST(Programs, ShareTheSlotOfWhatTheyBothAskAbout) {
    Slots slots;
    compile(sound("age > 40 and side == left"), slots);
    compile(sound("age < 60 or side == worse_side"), slots);
    compile(sound("done(\"refer physiotherapist\") and since(\"refer physiotherapist\") > 1 week"), slots);
    EXPECT_EQ(slots.size(), 4u) << "age, side, worse_side, since the referral";
}

TEST(Programs, TellANumberFromTheNextOne) {
    Slots slots;
    const Program at_most = compile(sound("bmi <= 18.5"), slots), above = compile(sound("bmi > 18.5"), slots);
    const Program same = compile(sound("bmi == 18.5"), slots);
    const auto truths = [&](double bmi) { return std::array{at_most.run(&bmi), above.run(&bmi), same.run(&bmi)}; };
    const double next = std::nextafter(18.5, 100.0), last = std::nextafter(18.5, 0.0);
    EXPECT_EQ(truths(18.5), (std::array{Truth::yes, Truth::no, Truth::yes}));
    EXPECT_EQ(truths(next), (std::array{Truth::no, Truth::yes, Truth::no}));
    EXPECT_EQ(truths(last), (std::array{Truth::yes, Truth::no, Truth::no}));
    EXPECT_EQ(truths(std::numeric_limits<double>::quiet_NaN()),
              (std::array{Truth::unknown, Truth::unknown, Truth::unknown}));
}

TEST(Programs, OfAnEmptyConditionAlwaysHold) {
    Slots slots;
    EXPECT_TRUE(compile(Condition(), slots).always());
    EXPECT_EQ(compile(Condition(), slots).run(nullptr), Truth::yes);
}

TEST(Programs, StaySmallHoweverTheConditionIsNested) {
    std::string text = "age > 30";
    for (int depth = 0; depth < 15; ++depth) text = "(fever or " + text + ")", text = "(trauma and " + text + ")";
    Slots slots;
    const Condition deep = sound(text);
    EXPECT_LE(compile(deep, slots).steps(), deep.nodes.size() * 32);
}

}  // namespace
}  // namespace palpera::script
