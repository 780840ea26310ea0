// Packages that were made to hurt: each is refused before a byte of it is unpacked, with the entry named.
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <chrono>

#include "engine/exchange/package.h"
#include "tests/exchange/raw_zip.h"

namespace palpera::exchange {
namespace {

const RawEntry sound{"sore_morning/case.yaml", "language: en\n"};

// Every complaint, one a line; empty: it was unpacked.
std::string trouble(const std::string& bytes) {
    base::Diagnostics diagnostics;
    const auto package = unpack("heel.zip", bytes, diagnostics);
    EXPECT_EQ(package.has_value(), diagnostics.errors() == 0);
    std::string all;
    for (const base::Diagnostic& one : diagnostics.sorted()) {
        EXPECT_EQ(one.file, "heel.zip");
        EXPECT_FALSE(one.hint.empty()) << one.message;
        EXPECT_LE(one.message.size() + one.hint.size(), 512u);
        all += base::format(one) + "\n";
    }
    return all;
}

// The complaints of a sound case with one entry more.
std::string trouble_with(const RawEntry& entry) { return trouble(raw_zip({sound, entry})); }

TEST(Package, GivesTheFilesOfItsOneCaseFolder) {
    base::Diagnostics diagnostics;
    const auto package = unpack("heel.zip",
                                raw_zip({{"sore_morning/", "", S_IFDIR | 0755, 0x10},
                                         {"sore_morning/expert.journal", "journal", S_IFREG | 0644},
                                         {"sore_morning/case.yaml", "language: en\n", 0, 0, true},
                                         {"sore_morning/case.nb.yaml", ""}},
                                        "made by hand"),
                                diagnostics);
    ASSERT_TRUE(package) << base::format(diagnostics.all().front());
    EXPECT_EQ(package->id, "sore_morning");
    EXPECT_EQ(
        package->files,
        (std::vector<File>{{"case.nb.yaml", ""}, {"case.yaml", "language: en\n"}, {"expert.journal", "journal"}}));
}

TEST(Package, ComesBackAsItWasPacked) {
    const Package package{"sore_morning", {{"case.sv.yaml", ""}, {"case.yaml", std::string("a\0b", 3)}}};
    const auto bytes = pack(package);
    ASSERT_TRUE(bytes) << bytes.error().message();
    base::Diagnostics diagnostics;
    EXPECT_EQ(unpack("heel.zip", *bytes, diagnostics), package);
    EXPECT_EQ(*pack({"sore_morning", {package.files[1], package.files[0]}}), *bytes)
        << "whichever way the folder was read";
}

TEST(Package, ThatIsNoZipSaysWhatItLooksLike) {
    const struct {
        std::string bytes, told;
    } rows[] = {{"", "empty"},
                {"abc", "zip"},
                {std::string(4096, '\0'), "zip"},
                {std::string(4096, '\xFF'), "zip"},
                {"<!DOCTYPE html><title>Wi-Fi sign-in</title>", "looks like a web page"},
                {"\n  <html>", "looks like a web page"},
                {"Rar!\x1A\x07", "a RAR archive"},
                {"%PDF-1.7", "a PDF"},
                {"palpera-journal-1\n", "a journal"},
                {"language: en\n", "zip"},
                {"<html>" + raw_zip({sound}), "looks like a web page"}};
    for (const auto& row : rows) {
        const std::string told = trouble(row.bytes);
        EXPECT_NE(told.find(row.told), std::string::npos) << told;
        EXPECT_NE(told.find("[unreadable]"), std::string::npos) << told;
    }
}

TEST(Package, ThatIsCutOrChangedAnywhereGivesNothingElseThanItHeld) {
    const Package held{"sore_morning", {{"case.yaml", "language: en\n"}}};
    const std::string whole = raw_zip({sound});
    for (std::size_t length = 0; length < whole.size(); ++length) {
        EXPECT_NE(trouble(whole.substr(0, length)), "") << length;
    }
    for (std::size_t byte = 0; byte < whole.size(); ++byte) {
        std::string changed = whole;
        changed[byte] = static_cast<char>(changed[byte] ^ 0x20);
        base::Diagnostics diagnostics;
        const auto package = unpack("heel.zip", changed, diagnostics);
        if (!package) continue;
        EXPECT_EQ(package->files.front().bytes, held.files.front().bytes) << byte;
    }
}

TEST(Package, NamesTheEntryThatLeadsOutOfTheCaseFolder) {
    const struct {
        const char *name, *told;
    } rows[] = {{"../case.yaml", "leads out"},
                {"sore_morning/../../case.yaml", "leads out"},
                {"sore_morning/..", "leads out"},
                {"./case.yaml", "leads out"},
                {"..\\\\case.yaml", "backslash"},
                {"sore_morning\\case.yaml", "backslash"},
                {"\\\\host\\share\\case.yaml", "backslash"},
                {"/etc/passwd", "absolute"},
                {"//host/case.yaml", "absolute"},
                {"~/case.yaml", "absolute"},
                {"C:/case.yaml", "absolute"},
                {"c:case.yaml", "absolute"},
                {"file:///etc/passwd", "case"},
                {"%2e%2e/case.yaml", "not named by the id"}};
    for (const auto& row : rows) {
        const std::string told = trouble_with({row.name, "x"});
        EXPECT_NE(told.find(row.told), std::string::npos) << row.name << ": " << told;
        EXPECT_NE(told.find("entry \""), std::string::npos) << told;
        EXPECT_NE(told.find("[package-name]"), std::string::npos) << told;
    }
}

TEST(Package, NamesTheEntryThatNoCaseHasOrThatNotEverySystemKeeps) {
    const struct {
        std::string name, told;
    } rows[] = {{"", "no name"},
                {"case.sv.yaml", "lies in no folder"},
                {"sore_morning/run.sh", "no file of a case"},
                {"sore_morning/case.xx.yaml", "no file of a case"},
                {"sore_morning/case.no.yaml", "no file of a case"},
                {"sore_morning/case.yaml.exe", "no file of a case"},
                {"sore_morning/.journal", "no file of a case"},
                {"sore_morning/Expert.journal", "no file of a case"},
                {"sore_morning/case.yaml/", "no file of a case"},
                {"sore_morning/case.yaml/expert.journal", "no file of a case"},
                {"sore_morning/case.yaml::$DATA", "no file of a case"},
                {"sore_morning/case.sv.yaml.", "no file of a case"},
                {"sore_morning/con.journal", "device on Windows"},
                {"sore_morning/COM7", "device on Windows"},
                {"aux/case.yaml", "device on Windows"},
                {"Sore Morning/case.yaml", "not named by the id"},
                {"other_case/case.yaml", "another folder"},
                {"sore_morning/\x1b[2J.journal", "control character"},
                {"sore_morning/a\nb.journal", "control character"},
                {std::string("sore_morning/case.sv.yaml\0.exe", 30), "no file of a case"},
                {"sore_morning/\xE2\x80\xAE.journal", "no file of a case"},
                {"sore_morning/" + std::string(5000, 'a') + ".journal", "bytes long"}};
    for (const auto& row : rows) {
        const std::string told = trouble_with({row.name, "x"});
        EXPECT_NE(told.find(row.told), std::string::npos) << row.name << ": " << told;
        EXPECT_EQ(told.find('\x1b'), std::string::npos) << "it moves no cursor";
    }
}

TEST(Package, WithTwoNamesThatDifferInCapitalsOnlyNamesBoth) {
    const std::string told = trouble_with({"sore_morning/CASE.YAML", "x"});
    EXPECT_NE(told.find("CASE.YAML\": it differs from \"sore_morning/case.yaml\" in capitals only"), std::string::npos)
        << told;
    EXPECT_NE(trouble_with(sound).find("stands there twice"), std::string::npos);
}

TEST(Package, WithALinkAndAFileThroughItIsRefusedForBoth) {
    const std::string told = trouble(raw_zip(
        {sound, {"sore_morning/out", "/tmp", S_IFLNK | 0777}, {"sore_morning/out/case.yaml", "x", S_IFREG | 0644}}));
    EXPECT_NE(told.find("entry \"sore_morning/out\": it is a link"), std::string::npos) << told;
    EXPECT_NE(told.find("entry \"sore_morning/out/case.yaml\": it is no file of a case"), std::string::npos) << told;
    EXPECT_NE(trouble(raw_zip({{"sore_morning/case.yaml", "/etc/passwd", S_IFLNK | 0777}})).find("it is a link"),
              std::string::npos);
    EXPECT_NE(trouble(raw_zip({sound, {"sore_morning", "/tmp", S_IFLNK | 0777}})).find("it is a link"),
              std::string::npos);
}

TEST(Package, WithAnEntryThatIsNoPlainFileIsRefused) {
    const struct {
        RawEntry entry;
        const char* told;
    } rows[] = {{{"sore_morning/a.journal", "", S_IFIFO | 0644}, "a device or a pipe"},
                {{"sore_morning/a.journal", "", S_IFBLK | 0644}, "a device or a pipe"},
                {{"sore_morning/a.journal", "", S_IFDIR | 0755}, "a folder by its kind"},
                {{"sore_morning/a.journal", "", 0, 0x10}, "a folder by its kind"},
                {{"sore_morning/", "x"}, "a folder by its name"},
                {{"sore_morning/a.journal", "x", 0, 0, false, 0, 1}, "locked with a password"},
                {{"sore_morning/a.journal", "x", 0, 0, false, 93}, "packed by method 93"}};
    for (const auto& row : rows) {
        const std::string told = trouble_with(row.entry);
        EXPECT_NE(told.find(row.told), std::string::npos) << told;
        EXPECT_NE(told.find("[package-kind]"), std::string::npos) << told;
    }
}

TEST(Package, ThatUnpacksTo100MiBFrom100KiBIsRefusedAtOnce) {
    const RawEntry bomb{"sore_morning/case.yaml", std::string(100u << 20, 'a'), 0, 0, true};
    const std::string bytes = raw_zip({bomb});
    ASSERT_LT(bytes.size(), 200u * 1024);
    const auto before = std::chrono::steady_clock::now();
    const std::string told = trouble(bytes);
    EXPECT_LT(std::chrono::steady_clock::now() - before, std::chrono::seconds(2));
    EXPECT_NE(told.find("entry \"sore_morning/case.yaml\": it unpacks to 102400 KiB, at most 256 KiB"),
              std::string::npos)
        << told;
    EXPECT_NE(told.find("the package unpacks to more than 64 MiB"), std::string::npos) << told;
}

TEST(Package, ThatUnpacksToMoreThanAHundredTimesItsSizeIsRefused) {
    const std::string told = trouble_with({"sore_morning/a.journal", std::string(2u << 20, 'a'), 0, 0, true});
    EXPECT_NE(told.find("entry \"sore_morning/a.journal\": it unpacks to more than 100 times"), std::string::npos)
        << told;
    std::vector<RawEntry> many{sound};
    const std::string long_text(15u << 20, 'a');
    for (const char letter : {'a', 'b', 'c', 'd', 'e'}) {
        many.push_back({std::string("sore_morning/") + letter + ".journal", "x", 0, 0, true});
        many.back().says_bytes = static_cast<std::int64_t>(long_text.size());
    }
    EXPECT_NE(trouble(raw_zip(many)).find("the package unpacks to more than 64 MiB"), std::string::npos);
}

TEST(Package, WithAnEntryThatLiesAboutItsSizeIsRefused) {
    for (const std::int64_t says : {1, 14, 2000}) {
        for (const bool deflated : {false, true}) {
            RawEntry entry{"sore_morning/case.yaml", "language: en\n", 0, 0, deflated};
            entry.says_bytes = says;
            EXPECT_NE(trouble(raw_zip({entry})), "") << says;
        }
    }
    RawEntry long_one{"sore_morning/case.yaml", std::string(50u << 20, 'a'), 0, 0, true};
    long_one.says_bytes = 1000;
    EXPECT_NE(trouble(raw_zip({long_one})).find("entry \"sore_morning/case.yaml\": it is damaged"), std::string::npos);
}

TEST(Package, Of1200EntriesIsRefusedBeforeItsDirectoryIsRead) {
    std::vector<RawEntry> many{sound};
    while (many.size() < 1200) many.push_back({"sore_morning/a" + std::to_string(many.size()) + ".journal", ""});
    EXPECT_NE(trouble(raw_zip(many)).find("has 1200 entries, at most 200 were expected"), std::string::npos);
    many.resize(200);
    EXPECT_EQ(trouble(raw_zip(many)), "");
    EXPECT_NE(trouble(raw_zip({sound,
                               {std::string(60'000, 'a'), ""},
                               {std::string(60'000, 'b'), ""},
                               {std::string(60'000, 'c'), ""},
                               {std::string(60'000, 'd'), ""},
                               {std::string(60'000, 'e'), ""}}))
                  .find("directory has 293 KiB"),
              std::string::npos);
    std::string wide = raw_zip({sound});
    wide.insert(wide.find("PK\5\6"), "PK\6\7" + std::string(16, '\xFF'));
    EXPECT_NE(trouble(wide).find("above 4 GiB"), std::string::npos);
    EXPECT_NE(trouble(raw_zip({sound}) + raw_zip({sound})).find("two directories"), std::string::npos);
}

TEST(Package, OfAFileThatHoldsTheEndOfAZipComesBackAsItWasPacked) {
    const Package package{"sore_morning",
                          {{"a.journal", "typed by nobody: PK\5\6" + std::string(30, '\1')}, {"case.yaml", "language: en\n"}}};
    const base::Result<std::string> packed = pack(package);
    ASSERT_TRUE(packed);
    base::Diagnostics diagnostics;
    EXPECT_EQ(unpack("a.zip", *packed, diagnostics), package);
    EXPECT_EQ(diagnostics.errors(), 0u);
}

TEST(Package, WithoutACaseIsRefused) {
    EXPECT_NE(trouble(raw_zip({})).find("holds no case"), std::string::npos);
    EXPECT_NE(trouble(raw_zip({{"sore_morning/", ""}})).find("sore_morning/case.yaml was expected"), std::string::npos);
}

}  // namespace
}  // namespace palpera::exchange
