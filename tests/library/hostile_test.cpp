// What a careless or hostile author can put into a case, a condition or a guideline, and what is said of it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>

#include "tests/library/small_library.h"

namespace palpera::library {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

const std::string the_case = "library/sore_morning/case.yaml";
const std::string condition = "conditions/sore_heel.yaml";
const std::string guideline = "guidelines/sore_heel.yaml";

// The errors as a person reads them, files as below cases/; not that others speak of a file that is in error.
std::vector<std::string> told(const SmallLibrary& small) {
    std::vector<std::string> lines;
    for (base::Diagnostic one : small.diagnostics().sorted()) {
        if (one.severity != base::Severity::error || one.rule == "in-error") continue;
        one.file = std::filesystem::path(one.file).lexically_relative(small.folder()).string();
        lines.push_back(base::format(one));
    }
    return lines;
}

// The library with one part of a file changed, read.
std::vector<std::string> told_of(const std::string& file, const std::string& what, const std::string& by) {
    SmallLibrary small;
    small.where(file, what, by).read();
    return told(small);
}

TEST(Numbers, OfAPatientAreFiniteAndPlainAndWhatWasMeantIsSaid) {
    for (const char* age : {"043", "0x2B", "43:30"}) {
        EXPECT_THAT(told_of(the_case, "age: 50", std::string("age: ") + age),
                    ElementsAre(AllOf(HasSubstr("case.yaml:12:10: error: `age`: expected a number"),
                                      HasSubstr("- write 43 [number]"))))
            << age;
    }
    for (const char* age : {"-1", "430", "9223372036854775808", "43.5"}) {
        EXPECT_THAT(told_of(the_case, "age: 50", std::string("age: ") + age),
                    ElementsAre(HasSubstr("`age`: must be 0 to 120, whole")))
            << age;
    }
    for (const char* value : {".nan", ".inf", "1e400"}) {
        EXPECT_THAT(told_of(condition, "finds: \"A small spur.\"", std::string("value: ") + value),
                    Contains(HasSubstr("`value`: not a finite number")))
            << value;
        EXPECT_THAT(told_of(the_case, "age: 50", std::string("age: ") + value),
                    ElementsAre(HasSubstr("`age`: not a finite number")))
            << value;
    }
}

TEST(Severities, AreSharesAndWhatWasMeantIsSaid) {
    for (const char* severity : {"'0,6'", "0.6", "0_6"}) {
        EXPECT_THAT(told_of(the_case, "severity: 60 %", std::string("severity: ") + severity),
                    ElementsAre(HasSubstr("write 60 % [percent]")))
            << severity;
    }
    for (const char* severity : {"-0.1", "1.7", "moderate", "160 %", ".nan"}) {
        EXPECT_THAT(told_of(the_case, "severity: 60 %", std::string("severity: ") + severity),
                    ElementsAre(HasSubstr("a share is written '60 %', whole, from 0 to 100")))
            << severity;
    }
}

std::vector<std::string> told_of_dose(const std::string& medicine) {
    return told_of(the_case, "    home:", "    medicines: {naproxen: {" + medicine + "}}\n    home:");
}

TEST(Doses, HaveAUnitOfMassAreAboveNothingAndWithinTheCatalogue) {
    EXPECT_THAT(told_of_dose("dose: -500 mg"), ElementsAre(HasSubstr("17:34: error: a dose must be above 0 [dose]")));
    EXPECT_THAT(told_of_dose("dose: 0 mg"), ElementsAre(HasSubstr("a dose must be above 0 [dose]")));
    EXPECT_THAT(told_of_dose("dose: 500"), ElementsAre(HasSubstr("unit missing after \"500\": mg, g, ug")));
    EXPECT_THAT(told_of_dose("dose: 500 m/s"), ElementsAre(HasSubstr("\"m/s\" is not a unit of mass")));
    EXPECT_THAT(told_of_dose("dose: 500 g"),
                ElementsAre(AllOf(HasSubstr("above the catalogue's highest single dose of naproxen, 500 mg"),
                                  HasSubstr("write `unusual: yes`"))));
    EXPECT_THAT(told_of_dose("dose: 0.25 g"), ElementsAre(HasSubstr("- write 250 mg [dose-unit]")));
    EXPECT_THAT(told_of_dose("dose: 1000 mg, unusual: yes"), IsEmpty());
    EXPECT_THAT(told_of(the_case, "weight: 80 kg", "weight: 68 mmHg"),
                ElementsAre(HasSubstr("\"mmHg\" is not a unit of mass here - write `68 kg`")));
    EXPECT_THAT(told_of(the_case, "weight: 80 kg", "weight: 800 kg"),
                ElementsAre(HasSubstr("must be 2 to 350 kg, found \"800 kg\"")));
}

TEST(Counts, NameTheirRange) {
    EXPECT_THAT(told_of_dose("dose: 250 mg, times: 0"), ElementsAre(HasSubstr("`times`: must be 1 to 24, whole")));
    EXPECT_THAT(told_of_dose("dose: 250 mg, times: 2147483648"),
                ElementsAre(HasSubstr("`times`: must be 1 to 24, whole")));
    EXPECT_THAT(told_of(the_case, "minutes: 20", "minutes: 0"),
                ElementsAre(HasSubstr("`minutes`: must be 1 to 240, whole")));
}

TEST(Facts, OfNumbersLieWithinTheirBounds) {
    EXPECT_THAT(told_of(the_case, "facts: {", "facts: {pain_rating: 11, "),
                ElementsAre(HasSubstr("`pain_rating`: must be 0 to 10, found 11 [range]")));
    EXPECT_THAT(told_of("catalogue/facts/facts.yaml", "least: 0, most: 10", "least: 10, most: 0"),
                ElementsAre(HasSubstr("least is above most")));
    EXPECT_THAT(told_of("catalogue/facts/facts.yaml", "normal: stable", "normal: stabel"),
                ElementsAre(HasSubstr("did you mean `stable`?")));
}

TEST(Kinds, OfValuesAreNamedAsExpectedAndAsFound) {
    EXPECT_THAT(told_of(the_case, "conditions:\n    sore_heel: {side: right, severity: 60 %}", "conditions: sore_heel"),
                ElementsAre(HasSubstr("`conditions`: expected keys, found the text \"sore_heel\"")));
    EXPECT_THAT(
        told_of(the_case, "conditions:\n    sore_heel: {side: right, severity: 60 %}", "conditions: [sore_heel]"),
        ElementsAre(HasSubstr("`conditions`: expected keys, found a list")));
    EXPECT_THAT(told_of(the_case, "guidelines: [sore_heel]", "guidelines: {sore_heel: yes}"),
                ElementsAre(HasSubstr("`guidelines`: expected a list, found keys")));
    EXPECT_THAT(told_of(the_case, "guidelines: [sore_heel]", "guidelines:"),
                ElementsAre(HasSubstr("`guidelines`: expected a list, found nothing")));
    EXPECT_THAT(told_of(the_case, "complaint: \"It hurts when I get up.\"", "complaint: {text: x}"),
                ElementsAre(HasSubstr("`complaint`: expected a text, found keys")));
}

TEST(Ids, HaveOneFormAndNoPathIsEverBuiltFromThem) {
    for (const std::string& id :
         {std::string("no"), std::string("17"), std::string("\"\""), std::string("a b"), std::string(5000, 'a'),
          std::string("../../etc/passwd"), std::string("/x"), std::string("'C:\\x'"), std::string("'\\\\host\\x'"),
          std::string("~/x"), std::string("'%2e%2e/'"), std::string("a/../../x"), std::string("http://x"),
          std::string("file://x"), std::string("CON"), std::string("x.png."), std::string("x::$DATA"),
          std::string(600, 'x')}) {
        EXPECT_THAT(told_of(the_case, "guidelines: [sore_heel]", "guidelines: [" + id + "]"),
                    ElementsAre(HasSubstr("[id]")))
            << id.substr(0, 20);
    }
    EXPECT_THAT(told_of(the_case, "guidelines: [sore_heel]", "guidelines: [Sore_Heel]"),
                ElementsAre(AllOf(HasSubstr("expected an id, found the text \"Sore_Heel\""),
                                  HasSubstr("an id is small letters, digits, - and _, 1 to 64"))));
    EXPECT_THAT(told_of(the_case, "    sore_heel: {side", "    ../../x: {side"),
                Contains(HasSubstr("case.yaml:20:5: error: expected an id, found \"../../x\"")));
}

TEST(Ids, ThatNobodyKnowsNameTheNearest) {
    EXPECT_THAT(
        told_of(the_case, "    sore_heel: {side", "    sore_hell: {side"),
        ElementsAre(HasSubstr("no condition is called \"sore_hell\" - nearest: sore_heel [unknown-condition]")));
    EXPECT_THAT(told_of(the_case, "guidelines: [sore_heel]", "guidelines: [sore_hell]"),
                ElementsAre(HasSubstr("nearest: sore_heel [unknown-guideline]")));
    EXPECT_THAT(told_of(the_case, "guidelines:", "results: {xray_hell: {finds: \"x\"}}\nguidelines:"),
                ElementsAre(HasSubstr("no test is called \"xray_hell\"; nearest: xray_heel [unknown-act]")));
    EXPECT_THAT(told_of(the_case, "    home:", "    medicines: {ibuprofin: {dose: 200 mg}}\n    home:"),
                ElementsAre(HasSubstr("nearest: ibuprofen [unknown-drug]")));
    EXPECT_THAT(told_of(condition, "claims: [HS-001]", "claims: [HS-0O1]"),
                ElementsAre(HasSubstr("no claim is called \"HS-0O1\" - nearest: HS-001 [unknown-claim]")));
    EXPECT_THAT(told_of(guideline, "concerns: [sore_heel]", "concerns: [sore_hell]"),
                Contains(HasSubstr("nearest: sore_heel [unknown-condition]")));
    EXPECT_THAT(told_of(guideline, "order:", "diagnosis: {accept: {sore_heel: [broken_hell]}}\norder:"),
                Contains(HasSubstr("nearest: broken_heel [unknown-diagnosis]")));
    SmallLibrary small;
    for (const char* fact : {"heel_gain", "heel_main", "heel_pain", "heel_rain"}) {
        small.more("catalogue/facts/facts.yaml", "    " + std::string(fact) + ": {yes: \"x\", no: \"y\"}\n");
    }
    small.where(condition, "reveals: [heel_tender]", "reveals: [heal_pain]").read();
    EXPECT_THAT(told(small), ElementsAre(HasSubstr("- nearest: heel_pain, heel_gain, heel_main [unknown-fact]")));
}

TEST(Words, ThatAreMisspeltNameTheNearest) {
    EXPECT_THAT(told_of(condition, "findings:", "fndings:"),
                Contains(HasSubstr("did you mean `findings`? [unknown-key]")));
    EXPECT_THAT(told_of(the_case, "side: right", "side: richt"), ElementsAre(HasSubstr("did you mean `right`?")));
    EXPECT_THAT(told_of(the_case, "setting: primary_care", "setting: primary care"),
                ElementsAre(HasSubstr("did you mean `primary_care`?")));
}

TEST(Texts, AreNoLongerThanTheirPlace) {
    const std::string longest(100, 'a');
    EXPECT_THAT(told_of(the_case, "Hard to get going", longest), IsEmpty());
    EXPECT_THAT(told_of(the_case, "Hard to get going", longest + "a"),
                ElementsAre(AllOf(HasSubstr("case.yaml:3:8: error: `title`: 101 characters"),
                                  HasSubstr("- at most 100 [too-long]"))));
}

TEST(Files, AreComplainedOfAHundredTimesAtTheMostAndShortly) {
    SmallLibrary small;
    for (int i = 0; i < 4000; ++i) small.more(the_case, "k" + std::to_string(i) + ": 1\n");
    small.more(the_case, std::string(100, 'q') + ": 1\n").read();
    const std::vector<std::string> lines = told(small);
    ASSERT_EQ(lines.size(), 101u);
    EXPECT_THAT(lines.back(), HasSubstr("3903 more"));
    for (const base::Diagnostic& one : small.diagnostics().all()) {
        EXPECT_LE(one.message.size() + one.hint.size(), 512u);
    }
}

TEST(Files, ThatAreInErrorDoNotMakeOthersComplainOfWhatIsThere) {
    SmallLibrary small;
    small.where(condition, "pain: 7", "pain: 11").read();
    EXPECT_THAT(small.errors(),
                ElementsAre("conditions/sore_heel.yaml:9:92 range", "library/sore_morning/case.yaml:20:16 in-error"));
}

// A guideline of a chain of steps, each after the one before; the last, if `closed`, before the first.
std::string chain(int steps, bool closed) {
    std::string text = "language: en\ntitle: \"Chain\"\nsource: \"A\"\nversion: 1\nconcerns: [sore_heel]\nsteps:\n";
    for (int i = 1; i <= steps; ++i) {
        text += "    s" + std::to_string(i) +
                ": {strength: may, domain: history, text: \"t\", why: \"w\", acts: [ask mornings], beyond: \"b\"}\n";
    }
    text += "order:\n";
    for (int i = 1; i <= (closed ? steps : steps - 1); ++i) {
        text += "    o" + std::to_string(i) + ": {first: s" + std::to_string(i) + ", then: s" +
                std::to_string(i % steps + 1) + ", text: \"t\", why: \"w\", beyond: \"b\"}\n";
    }
    return text;
}

std::vector<std::string> told_of_chain(int steps, bool closed = true) {
    SmallLibrary small;
    small.with("guidelines/chain.yaml", chain(steps, closed)).read();
    return told(small);
}

TEST(Orders, ThatRunInACircleAreShownStepByStep) {
    EXPECT_THAT(told_of_chain(3, false), IsEmpty());
    EXPECT_THAT(told_of_chain(1), ElementsAre(HasSubstr("chain.yaml:9:9: error: circle: s1 -> s1")));
    EXPECT_THAT(told_of_chain(3),
                ElementsAre(HasSubstr("circle: s1 -> s2 -> s3 -> s1 - leave one of these orders out [circle]")));
    EXPECT_THAT(
        told_of_chain(1500),
        Contains(HasSubstr("circle: s1 -> s2 -> s3 -> s4 -> s5 -> s6 -> s7 -> s8 -> s9 -> s10 -> ... (1500 steps)")));
    EXPECT_THAT(told_of_chain(1500), Contains(HasSubstr("a guideline has at most 500 steps, found 1500")));
}

TEST(Orders, AreFiveThousandAtTheMost) {
    std::string text = chain(3, false);
    for (int i = 0; i < 5000; ++i) {
        text += "    more" + std::to_string(i) + ": {first: s1, then: s3, text: t, why: w, beyond: b}\n";
    }
    SmallLibrary small;
    small.with("guidelines/chain.yaml", text);
    const auto begin = std::chrono::steady_clock::now();
    small.read();
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(2));
    EXPECT_THAT(told(small),
                ElementsAre(HasSubstr("at most 5000 relations of order, found 5002 [too-many-relations]")));
}

std::vector<std::string> told_of_never(const std::string& must, const std::string& never) {
    SmallLibrary small;
    const std::string rest = "domain: history, text: \"t\", why: \"w\", beyond: \"b\", ";
    small.where(guideline, "order:",
                "    do: {strength: must, " + rest + must + "}\n    leave: {strength: never, severity: 1, " + rest +
                    never + "}\norder:");
    small.read();
    return told(small);
}

TEST(Steps, ThatDemandAndForbidOneActOfTheSamePatientsContradict) {
    EXPECT_THAT(told_of_never("acts: [ask nights]", "acts: [ask nights, ask shoes]"),
                ElementsAre(AllOf(HasSubstr("sore_heel.yaml:11:12: error: `must` and `never` on one act: ask nights"),
                                  HasSubstr("do at line 10, leave at line 11"), HasSubstr("[contradiction]"))));
    EXPECT_THAT(told_of_never("acts: [ask nights], when: spur", "acts: [ask nights], when:  spur"),
                ElementsAre(HasSubstr("[contradiction]")));
    EXPECT_THAT(told_of_never("acts: [ask nights], when: spur", "acts: [ask nights]"),
                ElementsAre(HasSubstr("[contradiction]")))
        << "never of anyone is never of these";
    EXPECT_THAT(told_of_never("acts: [ask nights], when: spur", "acts: [ask nights], when: not spur"), IsEmpty());
    EXPECT_THAT(told_of_never("acts: [ask nights, ask where]", "acts: [ask nights]"), IsEmpty())
        << "the other act is left";
}

std::vector<std::string> told_of_until(const std::string& until) {
    return told_of(guideline, "acts: [ask mornings],", "acts: [ask mornings], " + until + ",");
}

TEST(Times, OfAStepAreVisitsOrSpansWithinALife) {
    EXPECT_THAT(told_of_until("until: end of visit 2"), IsEmpty());
    EXPECT_THAT(told_of_until("until: 4 weeks, lost: 2 weeks"), IsEmpty());
    for (const char* visit :
         {"end of visit 2abc", "end of visit 0", "end of visit 1.5", "end of visit", "end of visit -1"}) {
        EXPECT_THAT(told_of_until(std::string("until: ") + visit),
                    ElementsAre(HasSubstr("expected the number of a visit, 1 to 100")))
            << visit;
    }
    EXPECT_THAT(told_of_until("until: 99999999999 years"), ElementsAre(HasSubstr("at most 100 years [span]")));
    EXPECT_THAT(told_of_until("until: 0 days"), ElementsAre(HasSubstr("must be above nothing")));
    EXPECT_THAT(told_of_until("lost: -2 weeks"), ElementsAre(HasSubstr("expected a span of time")));
    EXPECT_THAT(told_of(the_case, "horizon: 26 weeks", "horizon: 11 years"),
                ElementsAre(HasSubstr("`horizon`: must be at most 3650 days")));
    EXPECT_THAT(told_of("catalogue/tests.yaml", "from: 117, to: 153", "from: 153, to: 117"),
                ElementsAre(HasSubstr("from is above to")));
}

TEST(Translations, OfACaseHoldItsTextsAndNothingElse) {
    SmallLibrary small;
    small.with("library/sore_morning/case.nb.yaml",
               "language: nb\ntitle: \"\"\npatient: {age: 51, colour: \"x\"}\ncomplaint: \"Vondt {nosuch}\"\n");
    small.read();
    EXPECT_THAT(told(small), ElementsAre(HasSubstr("case.nb.yaml:2:8: error: `title` is empty"),
                                         HasSubstr("case.nb.yaml:3:16: error: a translation holds texts only"),
                                         HasSubstr("case.nb.yaml:3:28: error: `patient/colour` is not in the original"),
                                         HasSubstr("has the place-holders {nosuch}, the original none")));
}

TEST(Libraries, OfMoreThanHalfAMillionValuesAreNotReadToTheEnd) {
    std::string many;
    for (int i = 0; i < 49'000; ++i) many += "a,";
    const std::string text = "language: en\nfacts: {f: {yes: [" + many + "a]}}\n";
    SmallLibrary small;
    for (char file = 'a'; file <= 'k'; ++file) small.with(std::string("catalogue/facts/") + file + ".yaml", text);
    EXPECT_TRUE(small.read().cases.empty());
    EXPECT_THAT(told(small), Contains(HasSubstr("the files before this one hold more than 500000 values")));
}

}  // namespace
}  // namespace palpera::library
