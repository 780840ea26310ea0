#include "tests/command/example.h"

namespace palpera::command {
namespace {

class Play : public WithFolder {};

TEST_F(Play, GivesOneLineAnActionWithTheFieldsOfTheContract) {
    const Ran call = ran({"play", "ward_nurse", "--json", "--lang", "en"},
                         "# a comment\n\nask pain_location\npalpate plantar_fascia_insertion right\nmeasure weight\n");
    EXPECT_EQ(call.code, 0);
    const auto lines = call.lines();
    ASSERT_EQ(lines.size(), 3u);
    for (const ordered_json& line : lines) {
        EXPECT_EQ(keys(line), (Words{"n", "at", "action", "response", "refused"}));
        EXPECT_EQ(keys(line["response"]), (Words{"text", "findings", "revealed", "images"}));
        EXPECT_TRUE(line["refused"].is_null());
    }
    EXPECT_EQ(lines[0]["n"], 1);
    EXPECT_EQ(lines[0]["at"], 0);
    EXPECT_EQ(lines[1]["at"], 1);
    EXPECT_EQ(lines[1]["action"], "palpate plantar_fascia_insertion right");
    ASSERT_FALSE(lines[1]["response"]["findings"].empty());
    EXPECT_EQ(lines[1]["response"]["findings"][0]["side"], "right");
    EXPECT_EQ(lines[1]["response"]["findings"][0]["pain"], 7);
    EXPECT_EQ(lines[1]["response"]["revealed"], ordered_json{"heel_insertion_tender"});
    EXPECT_EQ(lines[2]["response"]["findings"].back()["value"], 84.0);
}

TEST_F(Play, NamesTheDrawingsOfAResultAndPutsThemIntoWords) {
    const Ran call = ran({"play", "ward_nurse", "--json", "--lang", "sv"},
                         "order xray_heel_loaded right\nend_visit\nwait 2 days\nread xray_heel_loaded\n");
    const auto response = call.lines().at(3)["response"];
    EXPECT_EQ(response["images"], (ordered_json{"heel_lateral_normal", "heel_frontal_normal"}));
    EXPECT_NE(response["text"].get<std::string>().find("[teckning: häl, sidobild, normal]"), std::string::npos)
        << response["text"];
}

TEST_F(Play, ARefusedLineSaysWhyChangesNothingAndCountsOnlyWhenStrict) {
    const std::string input = "ask pain_locaton\ndance\nread xray_heel\nask pain_location\n";
    const Ran call = ran({"play", "ward_nurse", "--json"}, input);
    EXPECT_EQ(call.code, 0);
    const auto lines = call.lines();
    ASSERT_EQ(lines.size(), 4u);
    for (int i = 0; i < 3; ++i) {
        EXPECT_FALSE(lines[static_cast<std::size_t>(i)]["refused"].get<std::string>().empty());
        EXPECT_EQ(lines[static_cast<std::size_t>(i)]["n"], 1);
        EXPECT_EQ(lines[static_cast<std::size_t>(i)]["at"], 0);
        EXPECT_EQ(lines[static_cast<std::size_t>(i)]["response"]["text"], "");
    }
    EXPECT_NE(lines[0]["refused"].get<std::string>().find("pain_location"), std::string::npos) << "the nearest";
    EXPECT_EQ(lines[3]["n"], 1);
    EXPECT_TRUE(lines[3]["refused"].is_null());
    EXPECT_EQ(ran({"play", "ward_nurse", "--json", "--strict"}, input).code, 1);
    EXPECT_EQ(ran({"play", "ward_nurse", "--strict"}, "ask pain_location\n").code, 0);
}

TEST_F(Play, UnknownConditionsFindingsAndDiagnosesAreRefused) {
    const auto lines =
        ran({"play", "ward_nurse", "--json"},
            "diagnose nothing_known 80\nlink nothing_known plantar_fasciitis for\nlink first_step_pain nothing for\n"
            "link first_step_pain plantar_fasciitis for\n")
            .lines();
    ASSERT_EQ(lines.size(), 4u);
    for (std::size_t i = 0; i < 3; ++i) EXPECT_TRUE(lines[i]["refused"].is_string()) << i;
    EXPECT_TRUE(lines[3]["refused"].is_null());
}

TEST_F(Play, WhateverBytesAreTypedEveryLineIsJson) {
    std::string input = "ask \xff\xfe\nsay \xc3\nnote \xed\xa0\x80 half a letter\n";
    input += std::string("ask \0 pain_location\n", 20) + "note \x1b[2J\n" + std::string(100'000, 'x') + "\n";
    const Ran call = ran({"play", "ward_nurse", "--json"}, input);
    EXPECT_EQ(call.code, 0);
    EXPECT_EQ(call.lines().size(), 6u);
    EXPECT_EQ(ran({"play", "ward_nurse"}, input).code, 0);
}

TEST_F(Play, ALineOfOverAMebibyteEndsItAndAMerelyLongOneIsRefusedShortly) {
    const Ran long_line = ran({"play", "ward_nurse", "--json"}, std::string(100'000, 'x') + "\nask pain_location\n");
    EXPECT_EQ(long_line.code, 0);
    const auto lines = long_line.lines();
    ASSERT_EQ(lines.size(), 2u);
    EXPECT_LT(lines[0]["action"].get<std::string>().size(), 200u);
    EXPECT_NE(lines[0]["refused"].get<std::string>().find("100000 bytes"), std::string::npos) << lines[0]["refused"];
    EXPECT_TRUE(lines[1]["refused"].is_null());
    const Ran endless = ran({"play", "ward_nurse", "--json"}, std::string(2'000'000, '\0') + "\nask pain_location\n");
    EXPECT_EQ(endless.code, 2);
    EXPECT_NE(endless.err.find("over 1 MiB"), std::string::npos) << endless.err;
}

TEST_F(Play, ControlCharactersAndHiddenMarksAreRefusedAndNeverEchoedRaw) {
    for (const std::string& line :
         {std::string("note \x1b[2J"), std::string("say where\u202e does it hurt?"), std::string("say \xe4"),
          std::string("\x1b[2J"), std::string("ask \x07"), std::string("prescribe naproxen 500 \x1b[2J 2")}) {
        const Ran people = ran({"play", "ward_nurse"}, line + "\n");
        EXPECT_EQ(people.out.find('\x1b'), std::string::npos) << people.out;
        EXPECT_EQ(people.out.find("\u202e"), std::string::npos) << people.out;
        const auto lines = ran({"play", "ward_nurse", "--json"}, line + "\n").lines();
        ASSERT_EQ(lines.size(), 1u);
        EXPECT_TRUE(lines[0]["refused"].is_string()) << lines[0];
    }
    const auto lines = ran({"play", "ward_nurse", "--json"}, "note \x1b[2J\n").lines();
    EXPECT_NE(lines.at(0)["refused"].get<std::string>().find("control character U+001B"), std::string::npos);
}

TEST_F(Play, EndsWithTheScoreSheetAtFinish) {
    const auto lines = ran({"play", "ward_nurse", "--json"}, "ask pain_location\nfinish\n").lines();
    ASSERT_EQ(lines.size(), 3u);
    EXPECT_EQ(lines[1]["action"], "finish");
    EXPECT_EQ(lines[2]["case"], "ward_nurse");
    EXPECT_TRUE(lines[2].contains("ledger"));
    EXPECT_EQ(ran({"play", "ward_nurse", "--json"}, "ask pain_location\n").lines().size(), 1u);
    const Ran people = ran({"play", "ward_nurse", "--lang", "en"}, "ask pain_location\nfinish\n");
    EXPECT_NE(people.out.find("/ 100"), std::string::npos);
}

TEST_F(Play, SpeaksTheLanguageAskedForElseTheCases) {
    const std::string input = "ask pain_location\n";
    EXPECT_EQ(ran({"play", "ward_nurse", "--json"}, input).out,
              ran({"play", "ward_nurse", "--json", "--lang", "sv"}, input).out);
    EXPECT_NE(ran({"play", "ward_nurse", "--json"}, input).out,
              ran({"play", "ward_nurse", "--json", "--lang", "en"}, input).out);
}

TEST_F(Play, TakenUpFromItsJournalEndsAsIfItHadNotBeenCut) {
    const std::string actions = actions_of(file_text(shipped_journal("demonstration")));
    const Ran whole = ran({"play", "ward_nurse", "--json"}, actions);
    std::vector<std::string> lines;
    std::istringstream stream(actions);
    for (std::string line; std::getline(stream, line);) lines.push_back(line + "\n");
    for (std::size_t cut : {std::size_t{1}, lines.size() / 2, lines.size() - 1}) {
        const std::string file = at("cut_" + std::to_string(cut) + ".journal");
        std::string first, second;
        for (std::size_t i = 0; i < lines.size(); ++i) (i < cut ? first : second) += lines[i];
        const Ran before = ran({"play", "ward_nurse", "--json", "--journal", file}, first);
        const Ran after = ran({"play", "ward_nurse", "--json", "--journal", file}, second);
        EXPECT_EQ(before.code, 0) << before.err;
        EXPECT_EQ(after.code, 0) << after.err;
        EXPECT_EQ(before.out + after.out, whole.out) << cut;
    }
}

TEST_F(Play, ATornJournalIsTakenUpAndTheLossIsTold) {
    const std::string file = at("torn.journal");
    ASSERT_EQ(ran({"play", "ward_nurse", "--journal", file}, "ask pain_location\nask duration\n").code, 0);
    fs::resize_file(file, fs::file_size(file) - 2);
    const Ran call = ran({"play", "ward_nurse", "--json", "--journal", file}, "ask duration\n");
    EXPECT_EQ(call.code, 0);
    EXPECT_NE(call.err.find("cut off"), std::string::npos);
    EXPECT_EQ(call.lines().at(0)["n"], 2);
}

TEST_F(Play, WhatIsNoJournalOfThisCaseIsUnreadable) {
    const std::string file = at("wrong.journal");
    write("wrong.journal", "<html>");
    EXPECT_EQ(ran({"play", "ward_nurse", "--journal", file}, "ask duration\n").code, 2);
    EXPECT_EQ(file_text(file), "<html>") << "and left as it is";
    const std::string seeded = at("seeded.journal");
    ASSERT_EQ(ran({"play", "ward_nurse", "--seed", "1", "--journal", seeded}, "ask duration\n").code, 0);
    const Ran call = ran({"play", "ward_nurse", "--journal", seeded}, "ask duration\n");
    EXPECT_EQ(call.code, 2);
    EXPECT_NE(call.err.find("seed 1"), std::string::npos) << call.err;
    EXPECT_EQ(ran({"play", "ward_nurse", "--journal", folder_.string()}, "").code, 2);
}

TEST_F(Play, AnUnknownCaseIsNamed) {
    const Ran call = ran({"play", "no_such_case"}, "ask where\n");
    EXPECT_EQ(call.code, 2);
    EXPECT_NE(call.err.find("no_such_case"), std::string::npos);
    EXPECT_TRUE(call.out.empty());
    const ordered_json told = ran({"play", "no_such_case", "--json"}, "ask where\n").document();
    EXPECT_EQ(told["errors"], 1);
    EXPECT_EQ(told["diagnostics"][0]["rule"], "unknown-case");
}

TEST_F(Play, SaysTheSameTwice) {
    const std::string actions = actions_of(file_text(shipped_journal("expert")));
    for (const char* seed : {"0", "1", "7"}) {
        const Words call{"play", "ward_nurse", "--json", "--seed", seed};
        EXPECT_EQ(ran(call, actions).out, ran(call, actions).out);
    }
}

}  // namespace
}  // namespace palpera::command
