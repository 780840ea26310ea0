// What a hostile or careless author can put before the reader, and what a teacher is told.
#include <sys/stat.h>

#include "tests/command/example.h"
#include "tests/library/small_library.h"

namespace palpera::command {
namespace {

class Check : public WithFolder {
protected:
    // The shipped case with one part changed, in a folder of its own.
    Ran checked(const std::string& what, const std::string& by) const {
        std::string text = file_text(fs::path(PALPERA_SOURCE_DIR) / "cases" / "library" / "ward_nurse" / "case.yaml");
        const std::size_t at_byte = text.find(what);
        EXPECT_NE(at_byte, std::string::npos) << what;
        text.replace(at_byte, what.size(), by);
        write("odd_case/case.yaml", text);
        return ran({"check", at("odd_case"), "--json"});
    }
    // The first error's rule, after looking at the whole document.
    static std::string first_error(const Ran& call) {
        const ordered_json document = call.document();
        EXPECT_EQ(keys(document), (Words{"diagnostics", "files", "errors", "warnings"}));
        for (const ordered_json& one : document["diagnostics"]) {
            EXPECT_EQ(keys(one), (Words{"file", "line", "column", "severity", "rule", "message", "hint"}));
            if (one["severity"] == "error") return one["rule"];
        }
        return "";
    }
};

TEST_F(Check, TheShippedLibraryIsWithoutAComplaint) {
    const Ran call = ran({"check", (fs::path(PALPERA_SOURCE_DIR) / "cases").string(), "--json"});
    EXPECT_EQ(call.code, 0) << call.out;
    EXPECT_EQ(call.document()["errors"], 0);
    EXPECT_EQ(call.document()["warnings"], 0);
    EXPECT_GT(call.document()["files"].get<int>(), 40);
}

TEST_F(Check, ATeachersCaseOutsideTheLibraryIsCheckedAgainstIt) {
    const Ran call = checked("difficulty: 1", "difficulty: 2");
    EXPECT_EQ(call.code, 0) << call.out;
    EXPECT_EQ(call.document()["errors"], 0);
}

TEST_F(Check, APhrasingThatTheModelTakesForAnotherQuestionIsWarnedOf) {
    const Ran call = checked("features:", "phrasings: {pets_at_home_none: \"x\"}\nfeatures:");
    EXPECT_EQ(first_error(call), "unknown-question");
    const Ran stray = checked("features:", "phrasings:\n    occupation_standing: \"har du ont på natten; står du mycket på "
                                           "jobbet\"\nfeatures:");
    EXPECT_EQ(stray.code, 0) << stray.out;
    std::vector<ordered_json> warned;
    const ordered_json document = stray.document();
    for (const ordered_json& one : document["diagnostics"]) {
        if (one["rule"] == "phrasing-elsewhere") warned.push_back(one);
    }
    ASSERT_EQ(warned.size(), 1u) << stray.out;
    EXPECT_NE(warned[0]["message"].get<std::string>().find("night_pain"), std::string::npos);
    EXPECT_GT(warned[0]["line"].get<int>(), 0);
}

TEST_F(Check, AMisspeltWordIsToldWithItsPlaceAndTheNearestAndExits1) {
    const Ran call = checked("difficulty: 1", "dificulty: 1");
    EXPECT_EQ(call.code, 1);
    EXPECT_NE(call.out.find("difficulty"), std::string::npos);
    const ordered_json first = call.document()["diagnostics"][0];
    EXPECT_GT(first["line"].get<int>(), 0);
    EXPECT_GT(first["column"].get<int>(), 0);
    EXPECT_TRUE(first["file"].get<std::string>().ends_with("odd_case/case.yaml"));
    EXPECT_EQ(checked("{side: right,", "{side: richt,").code, 1);
    EXPECT_NE(checked("{side: right,", "{side: richt,").out.find("right"), std::string::npos);
}

TEST_F(Check, UnknownIdsAreToldWithTheNearest) {
    EXPECT_EQ(first_error(checked("plantar_fasciitis: {", "plantar_fascitis: {")), "unknown-condition");
    EXPECT_EQ(first_error(checked("heel_pain, heel_spur]", "heel_pain, heel_spurr]")), "unknown-guideline");
    EXPECT_EQ(first_error(checked("wants_imaging: yes", "wants_imagin: yes")), "unknown-fact");
    EXPECT_EQ(first_error(checked("    onset_mode:", "    onset_moode:")), "unknown-act");
}

TEST_F(Check, AGuidelineOfAnotherConditionIsComplainedOf) {
    EXPECT_EQ(first_error(checked("heel_pain, heel_spur]", "heel_pain, heel_fat_pad_syndrome]")), "not-concerned");
}

TEST_F(Check, HostileConditionsAreRefusedWithoutBeingRun) {
    const std::string when = "when: visit >= 2 and done(\"advise supportive_shoes\")";
    std::string deep, many;
    for (int i = 0; i < 450; ++i) deep += "(";
    for (int i = 0; i < 140; ++i) many += "injury and ";
    for (const std::string& condition :
         {deep + "injury", "not " + deep, many + "injury", std::string("age = 44"), std::string("(age > 1"),
          std::string("system(\"x\")"), std::string("age > \"forty\""), std::string("{{7*7}}"),
          std::string("nothing_known")}) {
        const Ran call = checked(when, "when: '" + condition + "'");
        EXPECT_EQ(call.code, 1) << condition.substr(0, 40);
        EXPECT_FALSE(first_error(call).empty());
    }
}

TEST_F(Check, ACaseFolderIsNamedByAnId) {
    for (const char* name : {"Odd Case", "17", "x.png."}) {
        write(std::string(name) + "/case.yaml",
              file_text(fs::path(PALPERA_SOURCE_DIR) / "cases" / "library" / "ward_nurse" / "case.yaml"));
        const Ran call = ran({"check", at(name), "--json"});
        EXPECT_EQ(call.code, 1) << name;
        EXPECT_EQ(first_error(call), "id") << name;
    }
}

TEST_F(Check, APipeALinkOutOfTheFolderAndAHugeFileAreRefusedAtOnce) {
    fs::create_directories(folder_ / "pipe");
    ASSERT_EQ(::mkfifo(at("pipe/case.yaml").c_str(), 0600), 0);
    fs::create_directories(folder_ / "linked");
    fs::create_symlink("/etc/passwd", folder_ / "linked" / "case.yaml");
    fs::create_directories(folder_ / "dangling");
    fs::create_symlink("case.yaml", folder_ / "dangling" / "case.yaml");
    write("huge/case.yaml", "");
    fs::resize_file(folder_ / "huge" / "case.yaml", std::uintmax_t{8} << 30);
    fs::create_directories(folder_ / "folder" / "case.yaml");
    for (const char* name : {"pipe", "linked", "dangling", "huge", "folder"}) {
        const Ran call = ran({"check", at(name), "--json"});
        EXPECT_NE(call.code, 0) << name;
        EXPECT_FALSE(first_error(call).empty()) << name;
        EXPECT_EQ(call.out.find("root:"), std::string::npos) << "not a byte of the target is shown";
        EXPECT_EQ(ran({"play", at(name), "--json"}, "ask where\n").code, 2) << name;
    }
}

TEST_F(Check, HostileTextsComeOutAsOneJsonDocument) {
    for (const std::string& text :
         {std::string("language: sv\ntitle: \"\xff\xfe\"\n"), std::string("language: sv\n\x1b[2J: x\n"),
          std::string("{{{{"), std::string("&a [*a]"), std::string("\0\0\0", 3), std::string()}) {
        write("odd_case/case.yaml", text);
        const Ran call = ran({"check", at("odd_case"), "--json"});
        EXPECT_NE(call.code, 0);
        EXPECT_FALSE(first_error(call).empty());
    }
}

TEST_F(Check, APathThatIsNotThereExits2AndStillPrintsADocument) {
    const Ran call = ran({"check", at("missing"), "--json"});
    EXPECT_EQ(call.code, 2);
    EXPECT_EQ(call.document()["errors"], 0);
    EXPECT_NE(call.err.find("missing"), std::string::npos);
    EXPECT_EQ(ran({"check", folder_.string()}).code, 2) << "neither a case nor a library";
}

TEST_F(Check, AnotherLibraryIsCheckedAsAWhole) {
    library::SmallLibrary small;
    small.write();
    EXPECT_EQ(ran({"check", small.folder().string(), "--json"}).code, 0);
    small.where("library/sore_morning/case.yaml", "guidelines: [sore_heel]", "guidelines: [sore_heal]");
    small.write();
    const Ran call = ran({"check", small.folder().string(), "--json"});
    EXPECT_EQ(call.code, 1);
    EXPECT_EQ(first_error(call), "unknown-guideline");
    EXPECT_EQ(ran({"check", (small.folder() / "catalogue").string()}).code, 0) << "the fault lies elsewhere";
    EXPECT_EQ(ran({"list", "--library", small.folder().string()}).code, 1);
}

TEST_F(Check, APartOfTheLibraryThatIsNamedIsCheckedWithinIt) {
    library::SmallLibrary small;
    small.where("library/sore_morning/case.yaml", "age: 50", "age: 500");
    small.write();
    const std::string root = small.folder().string();
    for (const char* part :
         {"", "catalogue", "conditions", "guidelines/sore_heel.yaml", "library", "library/sore_morning"}) {
        const bool has_fault = std::string(part).empty() || std::string(part).starts_with("library");
        const Ran call = ran({"check", "--library", root, (small.folder() / part).string(), "--json"});
        EXPECT_EQ(call.code, has_fault ? 1 : 0) << part << call.err;
        EXPECT_EQ(call.document()["errors"], has_fault ? 1 : 0) << part;
    }
    // A case that lies elsewhere is checked against it all the same.
    fs::create_directories(folder_ / "elsewhere");
    fs::copy_file(small.folder() / "library" / "sore_morning" / "case.yaml", at("elsewhere/case.yaml"));
    EXPECT_EQ(first_error(ran({"check", "--library", root, at("elsewhere"), "--json"})), "range");
}

TEST_F(Check, ConditionsThatCollideInACaseAreAnErrorOfTheCase) {
    library::SmallLibrary small;
    small.with(
        "conditions/broken_heel.yaml",
        "language: en\nfindings: {palpate plantar_fascia_insertion: {finds: \"x\"}}\nsources: {claims: [HS-001]}\n");
    small.where("library/sore_morning/case.yaml", "    sore_heel: {side: right, severity: 60 %}\n",
                "    sore_heel: {side: right, severity: 60 %}\n    broken_heel: {side: right}\n");
    small.write();
    const Ran call = ran({"check", (small.folder() / "library" / "sore_morning").string(), "--json"});
    EXPECT_EQ(call.code, 1);
    EXPECT_EQ(first_error(call), "conditions-collide");
}

TEST_F(Check, AFileIsCheckedTogetherWithItsTranslations) {
    library::SmallLibrary small;
    small.with("conditions/sore_heel.nb.yaml", "language: nb\nfacts: {first_step_pain: no}\n");
    small.with("conditions/other_heel.yaml", "language: en\ncolour: red\n");
    small.write();
    const Ran call = ran({"check", (small.folder() / "conditions" / "sore_heel.yaml").string(), "--json"});
    EXPECT_EQ(call.code, 1);
    EXPECT_EQ(first_error(call), "translates-nothing");
    for (const ordered_json& one : call.document()["diagnostics"]) {
        EXPECT_EQ(one["file"].get<std::string>().find("other_heel"), std::string::npos);
    }
}

TEST_F(Check, AFaultIsToldAsFileLineColumnWhatWasFoundAndHowToMendIt) {
    library::SmallLibrary small;
    small.where("library/sore_morning/case.yaml", "age: 50", "age: 050").write();
    const std::string file = (small.folder() / "library" / "sore_morning" / "case.yaml").string();
    const Ran call = ran({"check", file});
    EXPECT_EQ(call.code, 1);
    EXPECT_NE(call.out.find(file + ":12:10: error: `age`: expected a number, found \"050\" - write 50 [number]\n"),
              std::string::npos)
        << call.out;
}

TEST_F(Check, EverythingThatIsWrongWithACaseIsToldInOneCall) {
    library::SmallLibrary small;
    small.where("library/sore_morning/case.yaml", "age: 50", "age: 500");
    small.where("library/sore_morning/case.yaml", "sex: female", "sex: woman");
    small.where("library/sore_morning/case.yaml", "minutes: 20\n", "");
    small.where("library/sore_morning/case.yaml", "severity: 60 %", "severity: high");
    small.where("library/sore_morning/case.yaml", "facts: {symptom_duration", "facts: {symptom_duratoin");
    small.write();
    const Ran call = ran({"check", (small.folder() / "library").string(), "--json"});
    EXPECT_EQ(call.code, 1);
    EXPECT_EQ(call.document()["errors"], 5) << call.out;
}

TEST_F(Check, TheSchemasOfALibraryAreWrittenWhereTheyAreWanted) {
    library::SmallLibrary small;
    small.write();
    const Ran call = ran({"schema", at("schemas"), "--library", small.folder().string(), "--json"});
    EXPECT_EQ(call.code, 0) << call.err;
    EXPECT_EQ(call.document()["folder"], at("schemas"));
    for (const ordered_json& name : call.document()["files"]) {
        EXPECT_TRUE(ordered_json::accept(file_text(at("schemas/" + name.get<std::string>())))) << name;
    }
    EXPECT_NE(file_text(at("schemas/ids.schema.json")).find("sore_heel"), std::string::npos);
    small.where("library/sore_morning/case.yaml", "age: 50", "age: 500").write();
    EXPECT_EQ(ran({"schema", at("others"), "--library", small.folder().string()}).code, 1);
    EXPECT_FALSE(fs::exists(at("others"))) << "the ids of a library in error are not all known";
    EXPECT_EQ(ran({"schema", at("others"), "--library", at("missing")}).code, 2);
    EXPECT_EQ(ran({"schema"}).code, 2);
}

}  // namespace
}  // namespace palpera::command
