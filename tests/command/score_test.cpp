#include "tests/command/example.h"
#include "tests/library/small_library.h"

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

TEST_F(Score, OfAVisitKeptNeedsNoModelWhateverWasSaid) {
    const std::string kept = at("kept.journal");
    const std::string visit = "say Vad har hänt?\nsay och på natten?\nsay Tack\nsay xqzw\nfinish\n";
    ASSERT_EQ(ran({"play", "ward_nurse", "--journal", kept}, visit).code, 0);
    const Words call{"score", "ward_nurse", kept, "--json"};
    const Ran with = ran(call), without = ran(call, "", {}, "/nowhere/questions.model");
    EXPECT_EQ(without.code, 0) << without.err;
    EXPECT_EQ(without.out, with.out);
    EXPECT_NE(ran({"play", "ward_nurse", "--journal", kept}).code, 2) << "and it can be gone on with";
}

TEST_F(Score, OfAVisitInTextNeedsTheModelOnlyWhereWordsWereSaid) {
    write("asked.journal", "journal 1 ward_nurse seed 0 lang sv\nask pain_location\nfinish\n");
    write("said.journal", "journal 1 ward_nurse seed 0 lang sv\nsay Var gör det ont?\nfinish\n");
    const auto scored = [&](const char* name) {
        return ran({"score", "ward_nurse", at(name)}, "", {}, "/nowhere/questions.model").code;
    };
    EXPECT_EQ(scored("asked.journal"), 0);
    EXPECT_EQ(scored("said.journal"), 2);
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

// A visit begun under the first version of a guideline, and the second version, which asks for a third thing.
class NewerGuideline : public Score {
protected:
    static constexpr const char* asked_for_too =
        "    insole: {strength: must, vital: yes, domain: treatment, text: \"Give an insole\", why: \"It helps.\", "
        "acts: "
        "[treat insole], claims: [HS-001]}\n";
    static constexpr const char* no_longer_avoided =
        "    no_film: {strength: avoid, severity: 1, domain: efficiency, text: \"No film\", why: \"It tells "
        "nothing.\", "
        "acts: [order xray_heel], claims: [HS-001]}\n";

    void SetUp() override {
        Score::SetUp();
        small_.write();
        first_version_ = file_text(guideline());
        ASSERT_EQ(ran({"play", "sore_morning", "--library", library(), "--journal", journal()},
                      "ask mornings\npalpate plantar_fascia_insertion right\norder xray_heel right\n"
                      "diagnose sore_heel 90\nfinish\n")
                      .code,
                  0);
        before_ = score().document();
        small_.where("guidelines/sore_heel.yaml", "version: 1", "version: 2");
        small_.where("guidelines/sore_heel.yaml", no_longer_avoided, asked_for_too);
        small_.with("guidelines/blueprint.yaml",
                    "cap_when_missed: 49\n" + file_text(small_.folder() / "guidelines" / "blueprint.yaml"));
        small_.write();
    }
    void keep_first_version() const {
        fs::create_directories(small_.folder() / "guidelines" / "earlier");
        std::ofstream(small_.folder() / "guidelines" / "earlier" / "sore_heel-1.yaml") << first_version_;
    }
    fs::path guideline() const { return small_.folder() / "guidelines" / "sore_heel.yaml"; }
    std::string library() const { return small_.folder().string(); }
    std::string journal() const { return at("old.journal"); }
    Ran score(const Words& more = {"--json"}) const {
        Words call{"score", "sore_morning", journal(), "--library", library(), "--lang", "en"};
        call.insert(call.end(), more.begin(), more.end());
        return ran(call);
    }

    library::SmallLibrary small_;
    std::string first_version_;
    ordered_json before_;
};

TEST_F(NewerGuideline, ScoresTheOldVisitAgainAndShowsTheLinesThatDiffer) {
    EXPECT_FALSE(before_.contains("revision")) << "the guideline it was played by";
    keep_first_version();
    const Ran call = score();
    ASSERT_EQ(call.code, 0) << call.err;
    const ordered_json sheet = call.document();
    const ordered_json& revision = sheet["revision"];
    EXPECT_EQ(sheet["guidelines"][0]["version"], 2);
    EXPECT_EQ(revision["guidelines"], ordered_json::parse(R"([{"id":"sore_heel","then":1,"now":2}])"));
    EXPECT_EQ(revision["millipoints_then"], before_["millipoints"]) << "what the student was told then";
    EXPECT_LT(sheet["millipoints"], revision["millipoints_then"]);
    EXPECT_EQ(revision["passed_now"], false);
    std::map<std::string, ordered_json> changes;
    std::int64_t difference = revision["shifted_millipoints"];
    for (const ordered_json& change : revision["changes"]) {
        const ordered_json& about = change["now"].is_null() ? change["then"] : change["now"];
        changes[about["statement"].get<std::string>()] = change;
        for (const auto& [side, sign] : {std::pair{"then", -1}, std::pair{"now", 1}})
            if (!change[side].is_null()) difference += sign * change[side]["millipoints"].get<std::int64_t>();
    }
    EXPECT_EQ(difference, sheet["millipoints"].get<std::int64_t>() - revision["millipoints_then"].get<std::int64_t>());
    EXPECT_TRUE(changes.at("sore_heel/insole")["then"].is_null());
    EXPECT_EQ(changes.at("sore_heel/insole")["now"]["reason"], "missing");
    EXPECT_TRUE(changes.at("sore_heel/no_film")["now"].is_null());
    EXPECT_TRUE(changes.contains("cap")) << call.out;
    EXPECT_FALSE(changes.contains("sore_heel/feel")) << "judged as before";
    const Ran told = score({});
    EXPECT_NE(told.out.find("The guidelines have changed since the visit"), std::string::npos) << told.out;
    EXPECT_NE(told.out.find("Sore heel: version 1, now 2"), std::string::npos);
    EXPECT_NE(told.out.find("Then: not judged. Now: Missed, 0."), std::string::npos) << told.out;
}

TEST_F(NewerGuideline, SaysSoWhereTheEarlierVersionWasNotKept) {
    const Ran call = score();
    ASSERT_EQ(call.code, 0) << call.err;
    EXPECT_EQ(call.document()["revision"]["not_kept"], ordered_json::parse(R"([{"id":"sore_heel","then":1,"now":2}])"));
    EXPECT_FALSE(call.document()["revision"].contains("changes"));
    EXPECT_NE(score({}).out.find("has not been kept"), std::string::npos);
}

TEST_F(NewerGuideline, OfATextThatSaysNoVersionIsComparedWithTheOneThatIsNamed) {
    keep_first_version();
    write("old.journal", "journal 1 sore_morning seed 0 lang en\nask mornings\nfinish\n");
    EXPECT_FALSE(score().document().contains("revision"));
    const Ran named = score({"--json", "--since", "sore_heel=1"});
    ASSERT_EQ(named.code, 0) << named.err;
    EXPECT_EQ(named.document()["revision"]["guidelines"][0]["then"], 1);
    EXPECT_FALSE(score({"--json", "--since", "sore_heel=2"}).document().contains("revision"));
    for (const char* wrong : {"sore_heel", "sore_heel=", "sore_heel=0", "sore_heel=x", "other=1", "=1"})
        EXPECT_EQ(score({"--since", wrong}).code, 2) << wrong;
}

TEST_F(NewerGuideline, AnEarlierVersionIsCheckedAsTheNewestIs) {
    keep_first_version();
    EXPECT_EQ(ran({"check", library()}).code, 0) << ran({"check", library()}).out;
    const fs::path earlier = small_.folder() / "guidelines" / "earlier";
    fs::rename(earlier / "sore_heel-1.yaml", earlier / "sore_heel-3.yaml");
    EXPECT_NE(ran({"check", library()}).out.find("[version]"), std::string::npos) << "it is not the third";
    fs::rename(earlier / "sore_heel-3.yaml", earlier / "sore_heal-1.yaml");
    EXPECT_NE(ran({"check", library()}).out.find("[unknown-guideline]"), std::string::npos);
    fs::remove(earlier / "sore_heal-1.yaml");
    fs::copy_file(guideline(), earlier / "sore_heel-2.yaml");
    EXPECT_NE(ran({"check", library()}).out.find("[version]"), std::string::npos) << "it is the newest itself";
}

}  // namespace
}  // namespace palpera::command
