#include <gtest/gtest.h>

#include <limits>

#include "tests/script/example.h"

namespace palpera::script {
namespace {

Truth truth(std::string_view text, const Facts& facts) {
    const Parsed it = parsed(text);
    EXPECT_EQ(complaints_of(it), "") << text;
    return evaluate(it.condition, facts);
}

Known feverish_patient_of_44() {
    Known facts;
    facts.values = {{"fever", true},
                    {"trauma", false},
                    {"age", 44.0},
                    {"bmi", 18.5},
                    {"duration", base::weeks(6)},
                    {"side", std::string("left")},
                    {"worse_side", std::string("left")},
                    {"platelets", 150.0},
                    {"saturation", 93.0}};
    facts.revealed = {"fever"};
    facts.acts = {{"refer physiotherapist", base::days(10)}};
    return facts;
}

TEST(Conditions, HoldWhenWhatTheySayIsTrueOfThePatient) {
    const Known facts = feverish_patient_of_44();
    for (const char* text : {"fever",
                             "not trauma",
                             "age == 44",
                             "age >= 44",
                             "age <= 44 a",
                             "age != 43.5",
                             "bmi >= 18.5 kg/m2",
                             "18.5 kg/m2 <= bmi",
                             "duration > 4 weeks",
                             "duration < 2 months",
                             "6 weeks == duration",
                             "side == left",
                             "left == side",
                             "side != right",
                             "side == worse_side",
                             "platelets < 200 10*9/L",
                             "saturation < 94 %",
                             "saturation<94%",
                             "shown(fever)",
                             "not shown(trauma)",
                             "done(\"refer physiotherapist\")",
                             "since(\"refer physiotherapist\") >= 1 week",
                             "not done(\"order x-ray foot\")",
                             "fever and (age > 40 or trauma)",
                             "age > -3 and age > 0.5"}) {
        EXPECT_EQ(truth(text, facts), Truth::yes) << text;
    }
}

TEST(Conditions, DoNotHoldWhenWhatTheySayIsFalse) {
    const Known facts = feverish_patient_of_44();
    for (const char* text : {"trauma", "not fever", "age < 44", "age > 44", "age != 44", "duration >= 2 months",
                             "side == both", "side != worse_side", "shown(age)", "done(\"order x-ray foot\")",
                             "since(\"refer physiotherapist\") > 4 weeks", "fever and trauma", "trauma or not fever"}) {
        EXPECT_EQ(truth(text, facts), Truth::no) << text;
    }
}

TEST(Conditions, AreUnknownWhenNobodyKnowsAndNothingElseDecides) {
    const Known facts = feverish_patient_of_44();
    for (const char* text : {"night_pain", "not night_pain", "pain > 3", "pain == pain", "temperature <= 38 Cel",
                             "fever and night_pain", "trauma or night_pain", "since(\"order x-ray foot\") > 1 day"}) {
        EXPECT_EQ(truth(text, facts), Truth::unknown) << text;
    }
    EXPECT_EQ(truth("trauma and night_pain", facts), Truth::no);
    EXPECT_EQ(truth("night_pain or fever", facts), Truth::yes);
}

TEST(Conditions, OfAnotherKindOfValueThanDeclaredAreUnknown) {
    Known facts;
    facts.values = {{"fever", 38.5}, {"age", std::string("old")}, {"pain", std::numeric_limits<double>::quiet_NaN()}};
    for (const char* text : {"fever", "age > 4", "pain > 3", "pain != 3", "not pain == 3"}) {
        EXPECT_EQ(truth(text, facts), Truth::unknown) << text;
    }
}

TEST(Conditions, WithoutAnyPartAlwaysHold) {
    EXPECT_TRUE(Condition().always());
    EXPECT_EQ(evaluate(Condition(), Known()), Truth::yes);
    EXPECT_TRUE(explain(Condition(), Known()).empty());
}

TEST(Conditions, ThatAreUnsoundNeverHold) {
    const Parsed it = parsed("fever and fevr");
    EXPECT_FALSE(it.condition.always());
    EXPECT_EQ(evaluate(it.condition, feverish_patient_of_44()), Truth::no);
}

TEST(Explanation, TellsTheTruthOfEachSmallestPartInTheOrderWritten) {
    const Parsed it = parsed(
        "not (fever or age > 50 a) and night_pain and (since(\"refer physiotherapist\") >= 1 week or side==right)");
    ASSERT_EQ(complaints_of(it), "");
    const std::vector<Part> parts = explain(it.condition, feverish_patient_of_44());
    const std::vector<std::pair<std::string, Truth>> wanted{{"fever", Truth::yes},
                                                            {"age > 50 a", Truth::no},
                                                            {"night_pain", Truth::unknown},
                                                            {"since(\"refer physiotherapist\") >= 1 week", Truth::yes},
                                                            {"side==right", Truth::no}};
    ASSERT_EQ(parts.size(), wanted.size());
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        EXPECT_EQ(parts[i].text, wanted[i].first);
        EXPECT_EQ(parts[i].truth, wanted[i].second) << parts[i].text;
    }
}

TEST(FactsOfACondition, AreEachNamedOnceInOrderOfAppearanceAndWordsAreNone) {
    const Parsed it = parsed("side == left and shown(fever) and (age > 40 or not side == both) and fever");
    ASSERT_EQ(complaints_of(it), "");
    EXPECT_EQ(facts_of(it.condition), (std::vector<std::string>{"side", "fever", "age"}));
}

}  // namespace
}  // namespace palpera::script
