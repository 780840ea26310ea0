// A case that goes from one library to another.
#include "engine/exchange/case_package.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>
#include <set>

#include "engine/exchange/package.h"
#include "tests/exchange/raw_zip.h"
#include "tests/library/small_library.h"

namespace palpera::exchange {
namespace {

namespace fs = std::filesystem;

constexpr const char* journal = "journal 1 sore_morning seed 0 lang en\nask where\nfinish\n";

std::string text_of(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

// Every path below a folder, hidden ones too.
std::set<std::string> all_in(const fs::path& folder) {
    std::set<std::string> paths;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        paths.insert(entry.path().lexically_relative(folder).string());
    }
    return paths;
}

class CasePackage : public testing::Test {
protected:
    CasePackage() { small_.with("library/sore_morning/expert.journal", journal); }

    fs::path folder() const { return small_.folder() / "library" / "sore_morning"; }
    fs::path zip() const { return small_.folder() / "heel.zip"; }
    fs::path target() const { return folder(); }

    std::optional<Exchanged> exported() {
        const library::Library library = small_.read();
        diagnostics_ = {};
        return export_case(folder(), zip(), library, diagnostics_);
    }
    // Into the library without its case.
    std::optional<Exchanged> imported(const std::string& bytes) {
        const library::Library library = small_.read();
        fs::remove_all(folder());
        std::ofstream(zip(), std::ios::binary) << bytes;
        diagnostics_ = {};
        return import_case(zip(), small_.folder(), library, diagnostics_);
    }
    // Its case file, as the library has it.
    std::string case_text() {
        small_.write();
        return text_of(folder() / "case.yaml");
    }
    std::string told() const {
        std::string all;
        for (const base::Diagnostic& one : diagnostics_.sorted()) all += base::format(one) + "\n";
        return all;
    }
    // The import fails with this complaint and the library is as before.
    void expect_refused(const std::vector<RawEntry>& entries, const std::string& complaint) {
        small_.write();
        fs::remove_all(folder());
        std::ofstream(zip(), std::ios::binary) << "";
        const std::set<std::string> before = all_in(small_.folder());
        EXPECT_FALSE(imported(raw_zip(entries)));
        EXPECT_NE(told().find(complaint), std::string::npos) << told();
        EXPECT_EQ(all_in(small_.folder()), before);
    }

    library::SmallLibrary small_;
    base::Diagnostics diagnostics_;
};

TEST_F(CasePackage, IsTheSameBytesWheneverItIsMade) {
    ASSERT_TRUE(exported()) << told();
    const std::string first = text_of(zip());
    fs::last_write_time(folder() / "case.yaml", fs::file_time_type::clock::now() - std::chrono::hours(1000));
    fs::permissions(folder() / "expert.journal", fs::perms::owner_all);
    ASSERT_TRUE(exported()) << told();
    EXPECT_EQ(text_of(zip()), first);
    EXPECT_FALSE(first.empty());
}

TEST_F(CasePackage, BringsTheCaseWithItsJournalsIntoAnotherLibrary) {
    const auto sent = exported();
    ASSERT_TRUE(sent) << told();
    EXPECT_EQ(sent->case_id, "sore_morning");
    const std::string bytes = text_of(zip()), text = text_of(folder() / "case.yaml");
    const auto received = imported(bytes);
    ASSERT_TRUE(received) << told();
    EXPECT_EQ(received->case_id, "sore_morning");
    EXPECT_EQ(received->place, target());
    EXPECT_EQ(received->files, sent->files);
    EXPECT_EQ(text_of(target() / "case.yaml"), text);
    EXPECT_EQ(text_of(target() / "expert.journal"), journal);
    EXPECT_EQ(all_in(small_.folder() / "library").size(), 1 + received->files.size()) << "nothing else is left there";
}

TEST_F(CasePackage, LeavesOutWhatIsNoPartOfACaseAndSaysSo) {
    small_.write();
    std::ofstream(folder() / "notes.txt") << "the patient is my uncle";
    const auto sent = exported();
    ASSERT_TRUE(sent) << told();
    EXPECT_NE(told().find("notes.txt: warning: it is no file of a case"), std::string::npos) << told();
    EXPECT_EQ(text_of(zip()).find("uncle"), std::string::npos);
}

TEST_F(CasePackage, IsNotMadeOfACaseThatDoesNotCheck) {
    small_.where("library/sore_morning/case.yaml", "age: 50", "age: 500");
    EXPECT_FALSE(exported());
    EXPECT_NE(told().find("case.yaml:"), std::string::npos) << told();
    EXPECT_FALSE(fs::exists(zip()));
}

TEST_F(CasePackage, IsNotMadeWithAJournalOfAnotherCaseOrALink) {
    small_.with("library/sore_morning/expert.journal", "journal 1 ward_nurse seed 0 lang en\nfinish\n");
    EXPECT_FALSE(exported());
    EXPECT_NE(told().find("expert.journal: error: a journal of sore_morning was expected"), std::string::npos)
        << told();
    small_.with("library/sore_morning/expert.journal", journal);
    small_.write();
    fs::create_symlink("/etc/passwd", folder() / "mine.journal");
    EXPECT_FALSE(exported());
    EXPECT_NE(told().find("mine.journal: error: a plain file was expected"), std::string::npos) << told();
    EXPECT_FALSE(fs::exists(zip()));
}

TEST_F(CasePackage, NeverTakesThePlaceOfACaseThatIsThere) {
    small_.write();
    const std::string mine = text_of(folder() / "case.yaml");
    const library::Library library = small_.read();
    std::ofstream(zip(), std::ios::binary) << raw_zip({{"sore_morning/case.yaml", "language: en\n"}});
    const std::set<std::string> before = all_in(small_.folder());
    EXPECT_FALSE(import_case(zip(), small_.folder(), library, diagnostics_));
    EXPECT_NE(told().find("is in the library already"), std::string::npos) << told();
    EXPECT_EQ(text_of(folder() / "case.yaml"), mine);
    EXPECT_EQ(all_in(small_.folder()), before);
}

TEST_F(CasePackage, OfACaseInErrorLeavesNothingAndNamesThePlaceInThePackage) {
    std::string text = case_text();
    text.replace(text.find("age: 50"), 7, "age: 500");
    expect_refused({{"sore_morning/case.yaml", text}}, "heel.zip/sore_morning/case.yaml:");
    expect_refused({{"sore_morning/case.yaml", case_text()},
                    {"sore_morning/expert.journal", "journal 1 ward_nurse seed 0 lang en\n"}},
                   "heel.zip/sore_morning/expert.journal: error: a journal of sore_morning was expected");
    expect_refused({{"sore_morning/case.yaml", case_text()},
                    {"sore_morning/expert.journal",
                     "\x7f"
                     "ELF"}},
                   "no journal");
    expect_refused({{"sore_morning/case.yaml", std::string("\x89PNG\r\n\0", 7)}}, "heel.zip/sore_morning/case.yaml");
}

TEST_F(CasePackage, ThatIsHostileLeavesNothing) {
    const RawEntry sound{"sore_morning/case.yaml", case_text()};
    expect_refused({sound, {"../escaped.yaml", "x"}}, "../escaped.yaml");
    expect_refused({sound, {"sore_morning/out", "/tmp", S_IFLNK | 0777}, {"sore_morning/out/x.journal", "x"}},
                   "it is a link");
    expect_refused({sound, {"sore_morning/CASE.yaml", "x"}}, "capitals only");
    RawEntry damaged = sound;
    damaged.says_bytes = static_cast<std::int64_t>(sound.bytes.size()) + 1;
    expect_refused({{"sore_morning/expert.journal", journal}, damaged}, "it is damaged");
}

TEST_F(CasePackage, ThatIsNoRegularFileIsRefusedAtOnce) {
    const library::Library library = small_.read();
    ASSERT_EQ(::mkfifo(zip().c_str(), 0600), 0);
    EXPECT_FALSE(import_case(zip(), small_.folder(), library, diagnostics_));
    EXPECT_NE(told().find("not a regular file"), std::string::npos) << told();
    const fs::path huge = small_.folder() / "huge.zip";
    std::ofstream(huge) << "";
    fs::resize_file(huge, std::uintmax_t{8} << 30);
    EXPECT_FALSE(import_case(huge, small_.folder(), library, diagnostics_));
    EXPECT_NE(told().find("over 65536 KiB"), std::string::npos) << told();
}

}  // namespace
}  // namespace palpera::exchange
