#include "tests/command/example.h"

namespace palpera::command {
namespace {

class Score : public WithFolder {};

TEST_F(Score, TheSheetHasTheFieldsOfTheContractAndIsTheSumOfItsLedger) {
    const Ran call = ran({"score", "ward_nurse", shipped_journal("expert").string(), "--json"});
    ASSERT_EQ(call.code, 0) << call.err;
    const ordered_json sheet = call.document();
    for (const char* field :
         {"case", "case_version", "guidelines", "scoring_version", "seed", "score", "millipoints", "passed", "cap",
          "components", "ledger", "nearest_course", "process_fitness", "biggest_win", "domains", "profile"}) {
        EXPECT_TRUE(sheet.contains(field)) << field;
    }
    std::int64_t sum = 0;
    for (const ordered_json& line : sheet["ledger"]) {
        for (const char* field : {"statement", "kind", "reason", "points", "of", "at", "actions", "claims", "text"}) {
            EXPECT_TRUE(line.contains(field)) << field;
        }
        sum += line["millipoints"].get<std::int64_t>();
    }
    EXPECT_EQ(sheet["millipoints"], sum);
    EXPECT_NEAR(sheet["score"].get<double>(), static_cast<double>(sum) / 1000, 0.05 + 1e-9);
    Words components, domains;
    for (const ordered_json& one : sheet["components"]) components.push_back(one["id"]);
    for (const ordered_json& one : sheet["domains"]) domains.push_back(one["id"]);
    EXPECT_EQ(components, (Words{"necessary_care", "order", "stewardship", "diagnosis", "harm"}));
    EXPECT_EQ(domains, (Words{"history", "examination", "investigations", "diagnosis", "treatment", "safety",
                              "efficiency", "follow_up"}));
    EXPECT_EQ(sheet["passed"], true);
}

TEST_F(Score, ABinaryJournalScoresAsItsTextFormDoes) {
    for (const char* name : {"expert", "demonstration"}) {
        const std::string text = file_text(shipped_journal(name));
        const std::string file = at(std::string(name) + ".binary");
        ASSERT_EQ(ran({"play", "ward_nurse", "--journal", file}, actions_of(text)).code, 0);
        const Ran binary = ran({"score", "ward_nurse", file, "--json"});
        const Ran written = ran({"score", "ward_nurse", shipped_journal(name).string(), "--json"});
        EXPECT_EQ(binary.code, 0) << binary.err;
        EXPECT_EQ(binary.out, written.out);
        const auto played = ran({"play", "ward_nurse", "--json"}, actions_of(text)).lines();
        EXPECT_EQ(played.back(), written.document());
    }
}

// versions/N holds a whole small library, a journal and the sheet that version N of the rules made of them.
TEST_F(Score, AResultOfAnOlderVersionComesOutByteForByte) {
    const fs::path kept = fs::path(PALPERA_SOURCE_DIR) / "tests" / "command" / "versions" / "1";
    const auto score_by = [&](const fs::path& library) {
        return ran({"score", "sore_morning", (kept / "visit.journal").string(), "--library", library.string(), "--json",
                    "--lang", "en"});
    };
    const Ran old = score_by(kept / "cases");
    ASSERT_EQ(old.code, 0) << old.err;
    EXPECT_EQ(old.out, file_text(kept / "sheet.json"));

    fs::copy(kept / "cases", at("cases"), fs::copy_options::recursive);
    write("cases/guidelines/blueprint.yaml",
          "scoring_version: 2\n" + file_text(kept / "cases" / "guidelines" / "blueprint.yaml"));
    const ordered_json now = score_by(at("cases")).document(), then = old.document();
    EXPECT_EQ(now["scoring_version"], 2);
    EXPECT_EQ(then["scoring_version"], 1);
    EXPECT_LT(now["process_fitness"], then["process_fitness"]) << "the hand came before the question";
}

TEST_F(Score, IsTheSameBytesTwice) {
    for (const Words& form : {Words{"--json"}, Words{"--lang", "en"}, Words{"--lang", "nb"}}) {
        Words call{"score", "ward_nurse", shipped_journal("demonstration").string()};
        call.insert(call.end(), form.begin(), form.end());
        EXPECT_EQ(ran(call).out, ran(call).out);
        EXPECT_FALSE(ran(call).out.empty());
    }
}

TEST_F(Score, AJournalThatCannotBeReadExits2AndNamesThePlace) {
    write("cut.journal", "journal 1 ward_nurse seed 0 lang sv\nask pain_location\n\nask nothing_known\n");
    const Ran unknown = ran({"score", "ward_nurse", at("cut.journal"), "--json"});
    EXPECT_EQ(unknown.code, 2);
    EXPECT_NE(unknown.err.find(at("cut.journal") + ":4:1"), std::string::npos) << unknown.err;
    const ordered_json told = unknown.document()["diagnostics"][0];
    EXPECT_EQ(told["file"], at("cut.journal"));
    EXPECT_EQ(told["line"], 4);
    EXPECT_TRUE(ran({"score", "ward_nurse", at("cut.journal")}).out.empty());
    write("refused.journal", "journal 1 ward_nurse seed 0 lang sv\nread xray_heel\n");
    EXPECT_NE(ran({"score", "ward_nurse", at("refused.journal")}).err.find(":2:1"), std::string::npos);
    write("headless.journal", "ask pain_location\n");
    EXPECT_EQ(ran({"score", "ward_nurse", at("headless.journal")}).code, 2);
    write("other.journal", "journal 1 other_case seed 0 lang sv\n");
    EXPECT_NE(ran({"score", "ward_nurse", at("other.journal")}).err.find("other_case"), std::string::npos);
    EXPECT_EQ(ran({"score", "ward_nurse", at("missing.journal")}).code, 2);
    EXPECT_EQ(ran({"score", "ward_nurse", folder_.string()}).code, 2);
    EXPECT_EQ(ran({"score", "ward_nurse", "/dev/zero"}).code, 2);
    EXPECT_EQ(ran({"score", "no_such_case", at("cut.journal")}).code, 2);
}

TEST_F(Score, ADamagedBinaryJournalIsRefusedAndNamesTheRecord) {
    const std::string file = at("damaged.journal");
    ASSERT_EQ(ran({"play", "ward_nurse", "--journal", file}, actions_of(file_text(shipped_journal("expert")))).code, 0);
    std::string bytes = file_text(file);
    bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
    write("damaged.journal", bytes);
    const Ran call = ran({"score", "ward_nurse", file, "--json"});
    EXPECT_EQ(call.code, 2);
    EXPECT_NE(call.err.find("record"), std::string::npos) << call.err;
}

TEST_F(Score, AnEmptyVisitIsScoredAndDoesNotPass) {
    write("empty.journal", "journal 1 ward_nurse seed 0 lang sv\nfinish\n");
    const Ran call = ran({"score", "ward_nurse", at("empty.journal"), "--json"});
    EXPECT_EQ(call.code, 0);
    EXPECT_EQ(call.document()["passed"], false);
    EXPECT_GE(call.document()["score"].get<double>(), 0.0);
}

}  // namespace
}  // namespace palpera::command
