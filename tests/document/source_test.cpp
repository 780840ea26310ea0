#include "engine/document/source.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "engine/base/file.h"
#include "engine/document/view.h"
#include "tests/document/complaints.h"

namespace palpera::document {
namespace {

using base::Language;
using testing::ElementsAre;
using testing::IsEmpty;

const std::string original =
    "language: sv\n"
    "title: Hälsmärta\n"
    "age: 44\n"
    "answers:\n"
    "  first_steps_pain: { says: 'Ont i {minutes} minuter' }\n"
    "findings:\n"
    "  - id: heel\n"
    "    says: Öm\n";

// Reads the texts of `original` as a library would.
std::vector<std::string> read_texts(const Source& source, base::Diagnostics& diagnostics,
                                    std::vector<base::LocalText>* texts = nullptr) {
    const Form form = form::anything();
    const Sheet sheet(source, form, Names(), diagnostics);
    const View root = sheet.root();
    const std::vector<base::LocalText> all{root["title"].words(), root["answers"]["first_steps_pain"]["says"].words(),
                                           root["findings"].items().at(0)["says"].words()};
    if (texts) *texts = all;
    source.complain_of_unused(diagnostics);
    return complaints(diagnostics);
}

std::vector<std::string> complaints_of_translation(const std::string& translation) {
    base::Diagnostics diagnostics;
    const auto source =
        Source::parse({{"case.yaml", original}, {"case.nb.yaml", translation}}, case_limits, diagnostics);
    if (!source) return complaints(diagnostics);
    return read_texts(*source, diagnostics);
}

const std::string no_english =
    "case.yaml:2:8: warning: no text of this file is translated to en - write `case.en.yaml` [untranslated]";
const std::string sound =
    "language: nb\ntitle: Hælsmerter\nanswers:\n  first_steps_pain: { says: 'Vondt i {minutes} minutter' }\n";

TEST(Translations, MirrorThePathsOfTheTexts) {
    base::Diagnostics diagnostics;
    const auto source =
        Source::parse({{"case.yaml", original}, {"case.nb.yaml", sound + "findings:\n  - id: heel\n    says: Øm\n"}},
                      case_limits, diagnostics);
    ASSERT_TRUE(source);
    std::vector<base::LocalText> texts;
    EXPECT_THAT(read_texts(*source, diagnostics, &texts), ElementsAre(no_english));
    EXPECT_EQ(texts[0].in(Language::sv), "Hälsmärta");
    EXPECT_EQ(texts[0].in(Language::nb), "Hælsmerter");
    EXPECT_EQ(texts[0].in(Language::en), "");
    EXPECT_EQ(texts[1].in(Language::nb), "Vondt i {minutes} minutter");
    EXPECT_EQ(texts[2].in(Language::nb), "Øm");
}

TEST(Translations, AMissingTextIsAWarningAtTheOriginal) {
    EXPECT_THAT(complaints_of_translation(sound),
                ElementsAre(no_english,
                            "case.yaml:8:11: warning: `findings/heel/says` is not translated to nb - add it to "
                            "`case.nb.yaml` [untranslated]"));
}

TEST(Translations, HoldTextsOnly) {
    EXPECT_THAT(
        complaints_of_translation(sound + "findings: [{id: heel, says: Øm}]\nage: 45\ntitel: x\n"),
        ElementsAre("case.nb.yaml:6:6: error: a translation holds texts only, and `age` is no text for people - "
                    "remove it [translates-nothing]",
                    "case.nb.yaml:7:8: error: `titel` is not in the original - did you mean `title`? "
                    "[translates-nothing]",
                    no_english));
}

TEST(Translations, MayNotEmptyATextOrChangeItsPlaceHolders) {
    EXPECT_THAT(
        complaints_of_translation("language: nb\ntitle: ''\nanswers:\n  first_steps_pain: { says: '{nosuch}' }\n"
                                  "findings: [{id: heel, says: Øm}]\n"),
        ElementsAre("case.nb.yaml:2:8: error: `title` is empty - translate it, or remove the line "
                    "[empty-translation]",
                    "case.nb.yaml:4:29: error: `answers/first_steps_pain/says` has the place-holders {nosuch}, "
                    "the original {minutes} - use the place-holders of the original [place-holder]",
                    no_english));
}

TEST(Translations, StateTheLanguageOfTheirName) {
    EXPECT_THAT(complaints_of_translation("language: en\ntitle: x\n"),
                ElementsAre("case.nb.yaml:1:11: error: the file's name says nb, its `language` en - let them agree "
                            "[language]",
                            no_english));
    EXPECT_THAT(complaints_of_translation("title: x\n"),
                testing::Contains(testing::HasSubstr("case.nb.yaml:1:1: error: required part `language` is missing")));
}

TEST(Translations, OfTheOriginalsOwnLanguageAreRefused) {
    base::Diagnostics diagnostics;
    Source::parse({{"case.yaml", original}, {"case.sv.yaml", "language: sv\ntitle: x\n"}}, case_limits, diagnostics);
    EXPECT_THAT(complaints(diagnostics), ElementsAre("case.sv.yaml:1:11: error: `case.yaml` is in sv already - remove "
                                                     "this file [language]"));
}

TEST(Translations, TwoTextsMayNotHaveOnePath) {
    base::Diagnostics diagnostics;
    const auto source = Source::parse({{"c.yaml", "language: sv\nl:\n  - {id: a, says: x}\n  - {id: a, says: y}\n"}},
                                      case_limits, diagnostics);
    const Form form = form::anything();
    const Sheet sheet(*source, form, Names(), diagnostics);
    for (const View& item : sheet.root()["l"].items()) item["says"].words();
    EXPECT_THAT(
        complaints(diagnostics),
        testing::Contains("c.yaml:4:19: error: two texts at `l/a/says`, the first at line 3 - give each item of "
                          "a list its own `id` [text-path]"));
}

TEST(Source, TheOriginalStatesItsLanguage) {
    for (const auto& [bytes, complaint] : std::vector<std::pair<std::string, std::string>>{
             {"title: x\n",
              "c.yaml:1:1: error: required part `language` is missing - begin with `language: sv`, nb or en "
              "[language]"},
             {"language: no\n", "c.yaml:1:11: error: unknown language \"no\" - use nb [language]"},
             {"language: xx\n", "c.yaml:1:11: error: unknown language \"xx\" - use sv, nb or en [language]"},
             {"only text\n", "c.yaml:1:1: error: expected keys and values - begin with `language: sv` [language]"}}) {
        base::Diagnostics diagnostics;
        EXPECT_FALSE(Source::parse({{"c.yaml", bytes}}, case_limits, diagnostics));
        EXPECT_THAT(complaints(diagnostics), ElementsAre(complaint));
    }
}

TEST(Translations, OfThousandsOfThingsThatAreNotThereAreCounted) {
    std::string hostile = "language: nb\n";
    for (int i = 0; i < 20'000; ++i) hostile += "k" + std::to_string(i) + ": x\n";
    base::Diagnostics diagnostics;
    const auto source = Source::parse({{"case.yaml", original}, {"case.nb.yaml", hostile}}, case_limits, diagnostics);
    ASSERT_TRUE(source);
    EXPECT_THAT(read_texts(*source, diagnostics),
                testing::Contains("case.nb.yaml: error: 19900 more [too-many-complaints]"));
}

class SourceFiles : public testing::Test {
protected:
    std::filesystem::path folder =
        std::filesystem::path(testing::TempDir()) /
        (std::string("palpera_source_") + testing::UnitTest::GetInstance()->current_test_info()->name());
    base::Diagnostics diagnostics;

    void SetUp() override {
        std::filesystem::remove_all(folder);
        std::filesystem::create_directories(folder / "inside");
        write("case.yaml", original);
    }
    void TearDown() override { std::filesystem::remove_all(folder); }
    void write(const std::string& name, const std::string& bytes) {
        ASSERT_TRUE(base::write_file(folder / "inside" / name, bytes));
    }
    std::optional<Source> read(const std::string& name = "case.yaml") {
        return Source::read(folder / "inside" / name, "x/" + name, case_limits, diagnostics);
    }
};

TEST_F(SourceFiles, TheTranslationsBesideAFileAreRead) {
    write("case.nb.yaml", sound);
    write("other.nb.yaml", "language: sv\n");
    const auto source = read();
    ASSERT_TRUE(source);
    EXPECT_THAT(complaints(diagnostics), IsEmpty());
    const Form form = form::anything();
    const Sheet sheet(*source, form, Names(), diagnostics);
    EXPECT_EQ(sheet.root()["title"].words().in(Language::nb), "Hælsmerter");
}

TEST_F(SourceFiles, AnUnknownLanguageInTheNameIsRefusedWithTheRightOne) {
    write("case.no.yaml", "language: no\n");
    write("case.xx.yaml", "language: xx\n");
    EXPECT_TRUE(read());
    EXPECT_THAT(complaints(diagnostics),
                ElementsAre("x/case.no.yaml: error: unknown language `no` in the file's name - use nb [language]",
                            "x/case.xx.yaml: error: unknown language `xx` in the file's name - use sv, nb or en "
                            "[language]"));
}

TEST_F(SourceFiles, WhatIsNoRegularFileIsRefusedAtOnce) {
    ASSERT_EQ(::mkfifo((folder / "inside" / "pipe.yaml").c_str(), 0600), 0);
    std::filesystem::create_directories(folder / "inside" / "folder.yaml");
    EXPECT_FALSE(read("pipe.yaml"));
    EXPECT_FALSE(read("folder.yaml"));
    EXPECT_FALSE(read("nothing.yaml"));
    write("large.yaml", "");
    std::filesystem::resize_file(folder / "inside" / "large.yaml", std::uintmax_t{8} << 30);
    EXPECT_FALSE(read("large.yaml"));
    EXPECT_THAT(complaints(diagnostics),
                ElementsAre("x/folder.yaml: error: not a regular file [unreadable]",
                            "x/large.yaml: error: the file is over 256 KiB [unreadable]",
                            testing::StartsWith("x/nothing.yaml: error: the file could not be opened"),
                            "x/pipe.yaml: error: not a regular file [unreadable]"));
}

TEST_F(SourceFiles, ALinkMayNotLeadOutOfTheFolder) {
    const std::filesystem::path inside = folder / "inside";
    ASSERT_TRUE(base::write_file(folder / "secret.yaml", original));
    std::filesystem::create_symlink("../secret.yaml", inside / "out.yaml");
    std::filesystem::create_symlink("itself.yaml", inside / "itself.yaml");
    std::filesystem::create_symlink("gone.yaml", inside / "nothing.yaml");
    std::filesystem::create_symlink("../secret.yaml", inside / "case.nb.yaml");
    std::filesystem::create_symlink("case.yaml", inside / "same.yaml");
    for (const char* name : {"out.yaml", "itself.yaml", "nothing.yaml"}) EXPECT_FALSE(read(name)) << name;
    EXPECT_TRUE(read("same.yaml"));
    EXPECT_TRUE(read());
    EXPECT_THAT(
        complaints(diagnostics),
        ElementsAre(
            "x/case.nb.yaml: error: the link leads out of its folder - put the file itself in the folder [link]",
            "x/itself.yaml: error: the link leads nowhere - put the file itself in the folder [link]",
            "x/nothing.yaml: error: the link leads nowhere - put the file itself in the folder [link]",
            "x/out.yaml: error: the link leads out of its folder - put the file itself in the folder [link]"));
}

}  // namespace
}  // namespace palpera::document
