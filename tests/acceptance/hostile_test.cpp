// Whatever lies in a folder of cases, the built program says what is wrong with it: an exit code, never a signal, one
// JSON document, within bounds of time and memory, and nothing beside the folder is touched.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>
#include <map>
#include <nlohmann/json.hpp>

#include "tests/acceptance/program.h"
#include "tests/fuzz/hostile.h"
#include "tests/library/small_library.h"

namespace palpera::acceptance {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

std::string text_of(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

// A folder with a case in it, and beside it what is none of the program's business.
class Hostile : public testing::Test {
protected:
    Hostile() {
        fs::remove_all(root);
        fs::create_directories(folder / "odd_case");
        fs::create_directories(root / "beside");
        std::ofstream(root / "beside" / "secret.yaml") << "root: of the neighbour\n";
        small.write();
        sound = text_of(small.folder() / "library" / "sore_morning" / "case.yaml");
    }
    ~Hostile() override { fs::remove_all(root); }

    void put(const std::string& bytes, const std::string& name = "case.yaml") const {
        std::ofstream(folder / "odd_case" / name, std::ios::binary) << bytes;
    }
    fs::path place(const std::string& name = "case.yaml") const { return folder / "odd_case" / name; }

    // Every file and its size and time of change.
    std::map<std::string, std::string> tree() const {
        std::map<std::string, std::string> result;
        for (const auto& entry : fs::recursive_directory_iterator(root)) {
            struct stat status {};
            ::lstat(entry.path().c_str(), &status);
            result[entry.path().string()] = std::to_string(status.st_size) + " " +
                                            std::to_string(status.st_mtim.tv_sec) + "." +
                                            std::to_string(status.st_mtim.tv_nsec);
        }
        return result;
    }

    Ended run(const std::vector<std::string>& arguments, const fs::path& input = "/dev/null") const {
        const auto before = tree();
        Ended result = run_program(arguments, folder, input);
        EXPECT_EQ(result.signal, 0) << result.err;
        EXPECT_LT(result.cpu, most_seconds());
        EXPECT_EQ(tree(), before) << "nothing was made, changed or removed";
        EXPECT_THAT(result.out + result.err, testing::Not(testing::HasSubstr("of the neighbour")));
        EXPECT_THAT(result.out + result.err, testing::Not(testing::HasSubstr("\x1b[2J"))) << "never echoed raw";
        return result;
    }

    // `palpera check odd_case`: for people and as JSON, which say the same.
    json checked() const {
        const Ended people = run({"check", "odd_case", "--library", small.folder().string()});
        const Ended machine = run({"check", "odd_case", "--library", small.folder().string(), "--json"});
        EXPECT_EQ(people.code, machine.code);
        json document = json::parse(machine.out, nullptr, false);
        EXPECT_FALSE(document.is_discarded()) << "exactly one document: " << machine.out.substr(0, 400);
        if (document.is_discarded()) return {{"code", machine.code}, {"diagnostics", json::array()}};
        for (const json& one : document["diagnostics"]) {
            const std::string message = one["message"], hint = one["hint"];
            EXPECT_LE(message.size() + hint.size(), 512u) << message;
            EXPECT_THAT(people.out, testing::HasSubstr(message));
        }
        document["code"] = machine.code;
        return document;
    }

    void expect_rule(const json& document, const std::string& rule, int line) const {
        EXPECT_GT(document["errors"], 0);
        for (const json& one : document["diagnostics"]) {
            if (one["rule"] == rule && (line == 0 || one["line"] == line)) return;
        }
        ADD_FAILURE() << "wanted " << rule << " at line " << line << ", got " << document.dump(1).substr(0, 1000);
    }

    const fs::path root = fs::path(testing::TempDir()) / ("hostile_" + std::to_string(::getpid()));
    const fs::path folder = root / "cases";
    library::SmallLibrary small;
    std::string sound;
};

std::string name_of(const testing::TestParamInfo<hostile::Row>& row) { return row.param.name; }

class HostileDocument : public Hostile, public testing::WithParamInterface<hostile::Row> {};

TEST_P(HostileDocument, IsRefusedWithItsDiagnostic) {
    put(GetParam().bytes);
    const json document = checked();
    EXPECT_EQ(document["code"], GetParam().rule == "unreadable" ? 2 : 1);
    expect_rule(document, GetParam().rule, GetParam().line);
    EXPECT_EQ(run({"play", "odd_case", "--json"}).code, 2);
}

INSTANTIATE_TEST_SUITE_P(EveryRow, HostileDocument, testing::ValuesIn(hostile::documents()), name_of);

class HostileCondition : public Hostile, public testing::WithParamInterface<hostile::Row> {};

TEST_P(HostileCondition, IsRefusedWithItsDiagnostic) {
    put(hostile::case_with_condition(sound, GetParam().bytes));
    const json document = checked();
    EXPECT_EQ(document["code"], 1);
    const auto lines = static_cast<int>(std::count(sound.begin(), sound.end(), '\n'));
    expect_rule(document, GetParam().rule, lines + 2);
}

INSTANTIATE_TEST_SUITE_P(EveryRow, HostileCondition, testing::ValuesIn(hostile::conditions()), name_of);

TEST_F(Hostile, ASoundCaseWithAByteOrderMarkCarriageReturnsOrWithoutItsLastLineEndIsAccepted) {
    std::string carriage_returns;
    for (const char c : sound) carriage_returns += c == '\n' ? "\r\n" : std::string(1, c);
    for (const std::string& bytes :
         {sound, "\xef\xbb\xbf" + sound, carriage_returns, sound.substr(0, sound.size() - 1)}) {
        put(bytes);
        const json document = checked();
        EXPECT_EQ(document["code"], 0) << document.dump(1);
    }
}

TEST_F(Hostile, AKeyWithALetterOfAnotherAlphabetOrAHiddenSpaceNamesTheOneItLooksLike) {
    for (const char* key : {"p\u0430tient:", "pa\u200btient:"}) {
        std::string bytes = sound;
        bytes.replace(bytes.find("patient:"), 8, key);
        put(bytes);
        const json document = checked();
        EXPECT_EQ(document["code"], 1);
        EXPECT_THAT(document.dump(), testing::HasSubstr("looks like `patient`"));
    }
}

TEST_F(Hostile, ACaseCutAnywhereIsNeverTakenForAWholeOne) {
    for (std::size_t length = 0; length < sound.size(); length += 1 + sound.size() / 12) {
        put(sound.substr(0, length));
        EXPECT_EQ(checked()["code"], 1) << length;
    }
}

TEST_F(Hostile, TranslationsToUnknownLanguagesAreNamedWithTheRightOne) {
    put(sound);
    put("language: no\n", "case.no.yaml");
    put("language: xx\n", "case.xx.yaml");
    const json document = checked();
    EXPECT_EQ(document["code"], 1);
    EXPECT_THAT(document.dump(), testing::HasSubstr("use nb"));
    expect_rule(document, "language", 0);
}

TEST_F(Hostile, AFilesNameIsNeverEchoedRaw) {
    put(sound);
    put("language: sv\n", "case.\x1b[2J.yaml");
    put("language: sv\n", "case.\xff.yaml");
    EXPECT_EQ(checked()["code"], 1);
}

TEST_F(Hostile, WhatIsNoRegularFileIsRefusedAtOnce) {
    const auto expect_unreadable = [&](const std::string& rule) {
        const json document = checked();
        EXPECT_EQ(document["code"], 2);
        expect_rule(document, rule, 0);
        fs::remove_all(place());
    };
    ASSERT_EQ(::mkfifo(place().c_str(), 0600), 0);
    expect_unreadable("unreadable");
    fs::create_directories(place());
    expect_unreadable("unreadable");
    put("");
    fs::resize_file(place(), std::uintmax_t{8} << 30);
    expect_unreadable("unreadable");
    fs::create_symlink("/dev/zero", place());
    expect_unreadable("link");
    fs::create_symlink(root / "beside" / "secret.yaml", place());
    expect_unreadable("link");
    fs::create_symlink("case.yaml", place());
    expect_unreadable("link");
    fs::create_symlink("gone.yaml", place());
    expect_unreadable("link");
}

TEST_F(Hostile, APathThatIsNoCaseIsUnreadable) {
    ASSERT_EQ(::mkfifo(place("pipe").c_str(), 0600), 0);
    put("x", "journal");
    for (const std::string& path :
         {std::string("/dev/zero"), place("pipe").string(), std::string(600, 'x'), "odd_case/" + std::string(6000, 'y'),
          std::string("../../../../../etc/passwd"), std::string("file:///x"), std::string("~/x"),
          std::string("\x1b[2J"), std::string("\xff\xfe"), std::string("x\\y"), std::string()}) {
        for (const std::vector<std::string>& call : {std::vector<std::string>{"check", path, "--json"},
                                                     {"play", path, "--json"},
                                                     {"score", path, "odd_case/journal", "--json"},
                                                     {"score", "sore_morning", path, "--json"},
                                                     {"list", "--library", path.empty() ? "." : path, "--json"}}) {
            const Ended result = run(call);
            EXPECT_EQ(result.code, 2) << call[0] << " " << path.substr(0, 40);
            EXPECT_TRUE(json::accept(result.out)) << call[0] << " " << path.substr(0, 40) << ": " << result.out;
        }
    }
}

TEST_F(Hostile, AnEndlessOrBinaryInputToPlayEndsIt) {
    put(sound);
    for (const char* input : {"/dev/zero", PALPERA_PROGRAM}) {
        const Ended result = run({"play", "odd_case", "--library", small.folder().string(), "--json"}, input);
        EXPECT_GE(result.code, 0);
        EXPECT_LE(result.code, 2);
    }
}

}  // namespace
}  // namespace palpera::acceptance
