#include "tests/command/example.h"

namespace palpera::command {
namespace {

TEST(Usage, TheVersionAndTheHelpAreThereForTheAsking) {
    EXPECT_EQ(ran({"--version"}).code, 0);
    EXPECT_EQ(ran({"--version"}).out.substr(0, 8), "palpera ");
    const Ran help = ran({"help"});
    EXPECT_EQ(help.code, 0);
    for (const char* verb :
         {"list", "play", "score", "debrief", "check", "align", "examine", "schema", "export", "import"}) {
        EXPECT_NE(help.out.find(verb), std::string::npos) << verb;
        EXPECT_EQ(ran({"help", verb}).code, 0) << verb;
        EXPECT_FALSE(ran({"help", verb}).out.empty()) << verb;
        EXPECT_EQ(ran({verb, "--help"}).code, 0) << verb;
    }
    const Ran actions = ran({"help", "actions"});
    for (std::size_t verb = 0; verb < library::verb_count; ++verb) {
        const std::string name(library::name(static_cast<library::Verb>(verb)));
        EXPECT_NE(actions.out.find(name), std::string::npos) << name;
    }
}

TEST(Usage, WhatIsNotUnderstoodExits2WithWordsOnStandardErrorOnly) {
    for (const Words& arguments : std::vector<Words>{{},
                                                     {"dance"},
                                                     {"list", "--colour"},
                                                     {"play"},
                                                     {"score", "ward_nurse"},
                                                     {"check"},
                                                     {"play", "ward_nurse", "--lang", "xx"},
                                                     {"play", "ward_nurse", "--seed", "-1"},
                                                     {"play", "ward_nurse", "--seed", "many"}}) {
        const Ran call = ran(arguments);
        EXPECT_EQ(call.code, 2) << (arguments.empty() ? "" : arguments[0]);
        EXPECT_FALSE(call.err.empty());
        EXPECT_TRUE(call.out.empty()) << call.out;
    }
}

TEST(List, NamesEveryCaseAndItsConditionsOnlyToAuthors) {
    const Ran call = ran({"list", "--json", "--lang", "en"});
    EXPECT_EQ(call.code, 0);
    const ordered_json rows = call.document();
    ASSERT_GE(rows.size(), 1u);
    for (const ordered_json& row : rows) {
        EXPECT_EQ(keys(row), (Words{"id", "title", "languages", "difficulty", "minutes", "tags"}));
        EXPECT_EQ(row["languages"], (ordered_json{"sv", "nb", "en"}));
    }
    EXPECT_EQ(call.out.find("plantar_fasciitis"), std::string::npos);
    const ordered_json authors = ran({"list", "--json", "--author"}).document();
    EXPECT_TRUE(authors[0].contains("conditions"));
}

TEST(List, SpeaksTheLanguageAskedForElseTheDesktops) {
    const std::string swedish = ran({"list", "--lang", "sv"}).out;
    EXPECT_EQ(ran({"list"}, "", {{"LANG", "sv_SE.UTF-8"}}).out, swedish);
    EXPECT_NE(ran({"list"}, "", {{"LANG", "nn_NO.UTF-8"}}).out, swedish);
    EXPECT_EQ(ran({"list"}, "", {{"LANG", "nn_NO.UTF-8"}}).out, ran({"list", "--lang", "nb"}).out);
    EXPECT_EQ(ran({"list", "--lang", "sv"}, "", {{"LANG", "nb_NO"}}).out, swedish);
}

TEST(List, OfALibraryThatIsNotThereIsUnreadable) {
    const Ran call = ran({"list", "--json", "--library", "no/such/library"});
    EXPECT_EQ(call.code, 2);
    EXPECT_EQ(call.document(), ordered_json::array());
    EXPECT_FALSE(call.err.empty());
}

}  // namespace
}  // namespace palpera::command
