#include <gtest/gtest.h>

#include "tests/script/example.h"

namespace palpera::script {
namespace {

struct Wanted {
    std::string text;
    std::size_t column;
    std::string rule;
    std::string says;  // somewhere in message or hint
};

void expect_complaint(const Wanted& wanted) {
    const Parsed it = parsed(wanted.text);
    for (const Complaint& complaint : it.complaints) {
        const std::string told = complaint.message + " - " + complaint.hint;
        if (complaint.column == wanted.column && complaint.rule == wanted.rule &&
            told.find(wanted.says) != std::string::npos) {
            return;
        }
    }
    ADD_FAILURE() << wanted.text << "\nwanted " << wanted.column << ": " << wanted.says << " [" << wanted.rule
                  << "]\ngot    " << complaints_of(it);
}

std::string repeated(std::string_view part, int times) {
    std::string text;
    for (int i = 0; i < times; ++i) text += part;
    return text;
}

TEST(Complaints, NameTheSignThatWasMeant) {
    const Wanted rows[] = {{"age = 44", 5, "condition-sign", "write =="},
                           {"age === 44", 5, "condition-sign", "write =="},
                           {"fever && trauma", 7, "condition-sign", "write and"},
                           {"fever || trauma", 7, "condition-sign", "write or"},
                           {"!fever", 1, "condition-sign", "write not"},
                           {"fever AND trauma", 7, "condition-sign", "write and in small letters"},
                           {"age => 44", 5, "condition-sign", "write >="},
                           {"age ≥ 44", 5, "condition-sign", "write >="},
                           {"age <> 44", 5, "condition-sign", "write !="}};
    for (const Wanted& row : rows) {
        expect_complaint(row);
        EXPECT_EQ(parsed(row.text).complaints.size(), 1u) << row.text << "\n" << complaints_of(parsed(row.text));
    }
}

TEST(Complaints, NameTheNearestFactsWordsAndFunctions) {
    const Wanted rows[] = {{"fevr", 1, "condition-unknown-name", "did you mean fever?"},
                           {"fever and nigth_pain", 11, "condition-unknown-name", "did you mean night_pain?"},
                           {"shown(truma)", 1, "condition-unknown-name", "did you mean trauma?"},
                           {"side == lefft", 9, "condition-unknown-word", "did you mean left?"},
                           {"richt != side", 1, "condition-unknown-word", "did you mean right?"},
                           {"side == underneath", 9, "condition-unknown-word", "one of left, right, both"},
                           {"was(\"refer physiotherapist\")", 1, "condition-unknown-function", "done(\"ACT\")"},
                           {"done(\"refer plumber\")", 1, "condition-act", "acts of the catalogue"},
                           {"xyzzy_quux_frob", 1, "condition-unknown-name", "no fact of the library"}};
    for (const Wanted& row : rows) {
        expect_complaint(row);
        EXPECT_EQ(parsed(row.text).complaints.size(), 1u) << row.text;
    }
}

TEST(Complaints, TellWhichKindsAndUnitsDoNotFit) {
    const Wanted rows[] = {{"age", 1, "condition-kind", "which is a number"},
                           {"side", 1, "condition-kind", "left, right, both"},
                           {"4 weeks", 1, "condition-kind", "which is a span of time"},
                           {"not duration", 5, "condition-kind", "which is a span of time"},
                           {"fever == trauma", 1, "condition-kind", "alone or with not"},
                           {"done(\"order x-ray foot\") == fever", 1, "condition-kind", "never compared"},
                           {"age > 44 years", 1, "condition-kind", "write a number in a"},
                           {"duration > 4", 1, "condition-kind", "with its unit: minutes"},
                           {"duration > 4 wk", 1, "condition-kind", "with its unit: minutes"},
                           {"side < left", 1, "condition-kind", "words have no order"},
                           {"side == 4", 1, "condition-kind", "the words are left, right, both"},
                           {"age == side", 1, "condition-kind", "the words are left, right, both"},
                           {"3 < 4", 1, "condition-kind", "neither side"},
                           {"bmi > 18.5 kg", 7, "condition-unit", "write it in kg/m2"},
                           {"18.5 kg < bmi", 1, "condition-unit", "\"bmi\" is in kg/m2, found \"18.5 kg\""},
                           {"pain > 3 kg", 8, "condition-unit", "without a unit"},
                           {"age > bmi", 1, "condition-unit", "in a and \"bmi\" is in kg/m2"}};
    for (const Wanted& row : rows) {
        expect_complaint(row);
        EXPECT_EQ(parsed(row.text).complaints.size(), 1u) << row.text;
    }
}

TEST(Complaints, TellHowANumberIsWritten) {
    const Wanted rows[] = {{"pain > 0,6", 8, "condition-number", "write 0.6"},
                           {"pain > 043", 8, "condition-number", "write 43"},
                           {"pain > 0_6", 8, "condition-number", "write 6"},
                           {"pain > .5", 8, "condition-sign", ""},
                           {"pain > 5.", 8, "condition-number", "a point and digits"},
                           {"pain > 0x2B", 8, "condition-number", ""},
                           {"pain > 1e400", 8, "condition-number", ""},
                           {"bmi > 18kg", 7, "condition-number", "write 18 kg"},
                           {"pain > 1234567890123456", 8, "condition-number", "at most 15 digits"},
                           {"duration > 4.5 weeks", 12, "condition-number", "whole number"},
                           {"duration > -4 weeks", 12, "condition-number", "0 to 100 years"},
                           {"duration > 101 years", 12, "condition-number", "0 to 100 years"},
                           {"duration > 99999999999 years", 12, "condition-number", "0 to 100 years"}};
    for (const Wanted& row : rows) {
        expect_complaint(row);
        EXPECT_EQ(parsed(row.text).complaints.size(), 1u) << row.text;
    }
    EXPECT_FALSE(parsed("pain > nan").complaints.empty());
    EXPECT_FALSE(parsed("pain > inf").complaints.empty());
}

TEST(Complaints, TellWhatTheGrammarExpected) {
    const Wanted rows[] = {{"", 1, "condition-empty", "leave the key out"},
                           {" \n ", 1, "condition-empty", "leave the key out"},
                           {"(age > 1", 9, "condition-syntax", "opened at column 1"},
                           {"fever)", 6, "condition-syntax", "closes nothing"},
                           {"fever and", 10, "condition-syntax", "found the end"},
                           {"and fever", 1, "condition-syntax", "found \"and\""},
                           {"fever trauma", 7, "condition-syntax", "expected and, or"},
                           {"18 < age < 44", 10, "condition-syntax", "cannot be chained"},
                           {"(age > 3) == 4", 11, "condition-syntax", "in parentheses cannot be compared"},
                           {"()", 2, "condition-syntax", "found \")\""},
                           {"age >", 6, "condition-syntax", "found the end"},
                           {"> 4", 1, "condition-syntax", "found \">\""},
                           {"done(refer)", 6, "condition-syntax", "an act in quotes"},
                           {"shown(\"fever\")", 7, "condition-syntax", "the name of a fact"},
                           {"done(\"refer physiotherapist\"", 29, "condition-syntax", "found the end"},
                           {"done(\"refer", 6, "condition-syntax", "never closed"},
                           {"/*", 1, "condition-sign", "no meaning"},
                           {"done('order x-ray foot')", 6, "condition-sign", "double quotes"}};
    for (const Wanted& row : rows) {
        expect_complaint(row);
        EXPECT_EQ(parsed(row.text).complaints.size(), 1u) << row.text << "\n" << complaints_of(parsed(row.text));
    }
}

TEST(Complaints, AreGivenTogetherSortedByColumn) {
    const Parsed it = parsed("fevr && age > 44 kg or (side = lefft and 18 < age < 44) or trauma == fever");
    std::vector<std::string> rules;
    std::size_t before = 0;
    for (const Complaint& complaint : it.complaints) {
        rules.push_back(complaint.rule);
        EXPECT_LE(before, complaint.column);
        before = complaint.column;
    }
    EXPECT_EQ(rules,
              (std::vector<std::string>{"condition-unknown-name", "condition-sign", "condition-unit", "condition-sign",
                                        "condition-unknown-word", "condition-syntax", "condition-kind"}))
        << complaints_of(it);
}

TEST(Complaints, CountColumnsInCharactersNotBytes) {
    const Parsed it = parsed("done(\"äöå\") or fevr");
    ASSERT_EQ(it.complaints.size(), 2u);
    EXPECT_EQ(it.complaints[0].column, 1u);
    EXPECT_EQ(it.complaints[1].column, 16u);
}

TEST(Complaints, OfAHostileConditionAreFewAndShort) {
    const Parsed many = parsed(repeated("q1+", 300));
    EXPECT_LE(many.complaints.size(), 20u);
    for (const std::string& text : {repeated("x ", 490), std::string(999, 'q'), "shown(" + std::string(900, 'q') + ")",
                                    "done(\"" + std::string(900, 'q') + "\")", "pain > 1 " + std::string(900, 'k'),
                                    "pain > " + std::string(900, '7'), repeated("q1 or ", 166) + "q"}) {
        const Parsed it = parsed(text);
        EXPECT_FALSE(it.complaints.empty());
        EXPECT_LE(it.complaints.size(), 20u);
        for (const Complaint& complaint : it.complaints) {
            EXPECT_LE(complaint.message.size() + complaint.hint.size(), 512u) << complaint.message;
        }
    }
}

TEST(HostileConditions, NestedThousandsDeepAreRefusedByTheirLengthOrDepth) {
    EXPECT_EQ(parsed(repeated("(", 3000)).complaints.at(0).rule, "condition-too-long");
    EXPECT_EQ(parsed(repeated("not ", 4000) + "fever").complaints.at(0).rule, "condition-too-long");
    EXPECT_EQ(parsed(repeated("-", 5000) + "1").complaints.at(0).rule, "condition-too-long");
    for (const Wanted& row : {Wanted{repeated("(", 900), 33, "condition-too-deep", "nested deeper than 32"},
                              Wanted{repeated("not ", 240) + "fever", 129, "condition-too-deep", "deeper than 32"},
                              Wanted{repeated("-", 900) + "1", 1, "condition-sign", "do not calculate"}}) {
        expect_complaint(row);
        EXPECT_EQ(parsed(row.text).complaints.size(), 1u);
    }
}

TEST(HostileConditions, OfThousandsOfTermsAreRefusedAndSixtyJoinedAlternativesAreFine) {
    EXPECT_EQ(parsed("fever" + repeated(" and fever", 5000)).complaints.at(0).rule, "condition-too-long");
    const Vocabulary vocabulary{{"a", {Kind::flag, "", {}}}, {"b", {Kind::flag, "", {}}}};
    const Parsed it = parse("(a or b)" + repeated(" and (a or b)", 59), vocabulary, nullptr);
    ASSERT_EQ(complaints_of(it), "");
    Known facts;
    facts.values["b"] = true;
    EXPECT_EQ(evaluate(it.condition, facts), Truth::yes);
    facts.values["a"] = false;
    facts.values["b"] = false;
    EXPECT_EQ(evaluate(it.condition, facts), Truth::no);
}

TEST(HostileConditions, ThatCalculateAreRefusedAtTheirSign) {
    expect_complaint({"age > 1/0", 8, "condition-sign", "do not calculate"});
    expect_complaint({"age > -2147483648 % -1", 21, "condition-syntax", "do not calculate"});
    expect_complaint({"age > 2147483647+1", 17, "condition-sign", "do not calculate"});
    expect_complaint({"age * 2 > 5", 5, "condition-sign", "do not calculate"});
}

TEST(HostileConditions, AreNeverRunAndShownAsTextOnly) {
    expect_complaint({"system(\"x\")", 1, "condition-unknown-function", "unknown function \"system\""});
    expect_complaint({"regex(\"a*\")", 1, "condition-unknown-function", "unknown function \"regex\""});
    expect_complaint({"%n%s", 1, "condition-sign", "\"%\""});
    expect_complaint({"{{7*7}}", 1, "condition-sign", "\"{{\""});
    expect_complaint({"<script>", 1, "condition-syntax", "found \"<\""});
    expect_complaint({"\"x\" * 1e9", 5, "condition-sign", "do not calculate"});
    expect_complaint({"age > \"forty\"", 7, "condition-kind", "found \"forty\""});
    expect_complaint({"side == \"left\"", 9, "condition-kind", "write left without quotes"});
}

TEST(HostileConditions, AreQuotedWithTheirControlCharactersAndHiddenMarksEscaped) {
    for (const char* text : {"fever \x1b[2J", "done(\"\x1b[2J\")", "\xe2\x80\xae", "age > 4 kg\xe2\x80\xae", "\"\x1b\"",
                             "fever == \"\x1b\"", "done(\"\x1b\") == 4"}) {
        const Parsed it = parsed(text);
        ASSERT_FALSE(it.complaints.empty()) << text;
        const std::string told = complaints_of(it);
        EXPECT_EQ(told.find('\x1b'), std::string::npos) << told;
        EXPECT_EQ(told.find("\xe2\x80\xae"), std::string::npos) << told;
    }
}

TEST(HostileConditions, OfAnyBytesAreAnsweredAndNeverBothSoundAndComplainedOf) {
    const std::string pieces[] = {"(",       ")",  "not ", "and ", " or ",  "<",      "==", "=",    "fever",
                                  "age",     "44", "side", "left", "done(", "shown(", "\"", "\xff", "\xc3",
                                  "4 weeks", "-",  ".",    ",",    "%",     " ",      "&&", "🦶"};
    std::uint32_t seed = 1;
    std::size_t sound = 0;
    for (int round = 0; round < 20'000; ++round) {
        std::string text;
        for (std::uint32_t i = 0; i < 1 + (seed >> 8) % 12; ++i) {
            seed = seed * 1664525u + 1013904223u;
            text += pieces[(seed >> 16) % std::size(pieces)];
        }
        seed = seed * 1664525u + 1013904223u;
        const Parsed it = parsed(text);
        for (const Complaint& complaint : it.complaints) {
            ASSERT_LE(complaint.column, base::code_points(text).size() + 1) << text;
            ASSERT_FALSE(complaint.message.empty() || complaint.rule.empty());
        }
        ASSERT_FALSE(it.condition.always());
        if (it.complaints.empty()) {
            ++sound;
            evaluate(it.condition, Known());
        }
    }
    EXPECT_GT(sound, 0u);
}

}  // namespace
}  // namespace palpera::script
