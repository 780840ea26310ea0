#include <algorithm>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include "tests/present/ward.h"

namespace palpera::present {
namespace {

using present_test::shipped_words;

std::string bytes_of(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

std::set<std::string> groups() {
    std::set<std::string> groups;
    for (const std::string& key : shipped_words().keys()) groups.insert(key.substr(0, key.find('/')));
    return groups;
}

// A key as the source writes it: "home/title", or the beginning of several, "domain/" or "encounter/stage_".
struct Use {
    std::string key, place;
    bool is_beginning() const { return key.ends_with('/') || key.ends_with('_'); }
};

std::vector<Use> uses() {
    static const std::regex literal(R"re("([a-z_]+)/([a-z0-9_]*)")re");
    const std::set<std::string> known = groups();
    std::vector<Use> uses;
    const std::filesystem::path root = std::filesystem::path(PALPERA_SOURCE_DIR) / "engine";
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
        const std::filesystem::path& file = entry.path();
        if (file.extension() != ".cpp" && file.extension() != ".h") continue;
        const std::string text = bytes_of(file);
        for (std::sregex_iterator found(text.begin(), text.end(), literal), end; found != end; ++found) {
            if (!known.contains((*found)[1])) continue;
            uses.push_back({(*found)[1].str() + "/" + (*found)[2].str(), file.lexically_relative(root).string()});
        }
    }
    std::sort(uses.begin(), uses.end(), [](const Use& a, const Use& b) { return a.key < b.key; });
    return uses;
}

bool exists(const Use& use) {
    const Words& words = shipped_words();
    if (!use.is_beginning())
        return words.has(use.key) || (words.has(use.key + "/one") && words.has(use.key + "/other"));
    const std::vector<std::string> keys = words.keys();
    return std::any_of(keys.begin(), keys.end(), [&](const std::string& key) { return key.starts_with(use.key); });
}

bool is_used(const std::string& key, const std::vector<Use>& all) {
    return std::any_of(all.begin(), all.end(), [&](const Use& use) {
        if (use.is_beginning()) return key.starts_with(use.key);
        return key == use.key || key == use.key + "/one" || key == use.key + "/other";
    });
}

TEST(Words, AreReadWithoutComplaintInEveryLanguage) {
    base::Diagnostics diagnostics;
    const Words words =
        Words::read(std::filesystem::path(PALPERA_SOURCE_DIR) / "assets/text/interface.yaml", diagnostics);
    for (const base::Diagnostic& one : diagnostics.sorted()) ADD_FAILURE() << base::format(one);
    for (const std::string& key : words.keys()) {
        for (base::Language language : base::every_language) {
            EXPECT_FALSE(words.text(key, language).empty()) << key << " " << base::code(language);
        }
    }
}

TEST(Words, UsedByTheProgramAreThere) {
    const std::vector<Use> all = uses();
    EXPECT_GT(all.size(), 100u) << "the tree was not read";
    for (const Use& use : all) EXPECT_TRUE(exists(use)) << use.key << " is used in " << use.place;
}

TEST(Words, KeptAreUsed) {
    if (!std::filesystem::exists(std::filesystem::path(PALPERA_SOURCE_DIR) / "engine/student/app.cpp")) {
        GTEST_SKIP() << "the panels that use them are not all there";
    }
    const std::vector<Use> all = uses();
    for (const std::string& key : shipped_words().keys()) EXPECT_TRUE(is_used(key, all)) << key << " is used nowhere";
}

TEST(Words, ThatAreMissingShowTheirKey) {
    EXPECT_EQ(shipped_words().text("home/no_such_text", base::Language::sv), "home/no_such_text");
    EXPECT_FALSE(shipped_words().has("home/no_such_text"));
    EXPECT_TRUE(shipped_words().has("home/title"));
}

TEST(Words, OfABrokenFileAreComplainedOf) {
    const std::filesystem::path file = std::filesystem::path(testing::TempDir()) / "broken_interface.yaml";
    std::ofstream(file) << "language: en\ntexts:\n  home:\n    cases: {one: \"{n} case\", many: \"{n} cases\"}\n";
    base::Diagnostics diagnostics;
    const Words words = Words::read(file, diagnostics);
    EXPECT_EQ(words.text("home/cases/one", base::Language::en), "{n} case");
    EXPECT_GE(diagnostics.errors(), 2u) << "`many` is unknown, `other` is missing";
}

TEST(Words, PlaceHoldersAndCountsAreFilled) {
    const Context context = present_test::context_in(base::Language::sv);
    EXPECT_EQ(context.count("home/card_done", 1), "Klar 1 gång");
    EXPECT_EQ(context.count("home/card_done", 3), "Klar 3 gånger");
    EXPECT_EQ(context.fill("encounter/age_name", {{"name", "Olav {age} Berg"}, {"age", "71"}}), "Olav {age} Berg, 71")
        << "what is filled in is not filled again";
}

}  // namespace
}  // namespace palpera::present
