#include "engine/editor/open_case.h"

#include <gtest/gtest.h>

#include <chrono>
#include <fstream>
#include <random>

#include "engine/base/file.h"
#include "engine/editor/new_case.h"
#include "engine/editor/problems.h"
#include "engine/editor/side_file.h"

namespace palpera::editor {
namespace {

namespace fs = std::filesystem;
using document::Replace;
using document::text_value;
using document::word_value;

const fs::path root = PALPERA_SOURCE_DIR;

const library::Library& shipped() {
    static const library::Library library = [] {
        base::Diagnostics diagnostics;
        return library::read_library({root / "cases", root / "assets" / "anatomy"}, diagnostics);
    }();
    return library;
}

fs::path empty_folder(const std::string& name) {
    const fs::path folder = fs::path(testing::TempDir()) / ("editor_" + name);
    fs::remove_all(folder);
    fs::create_directories(folder);
    return folder;
}

// A copy of the ward nurse that may be written to.
fs::path ward_nurse(const std::string& name) {
    const fs::path folder = empty_folder(name) / "ward_nurse";
    fs::create_directories(folder);
    for (const char* file : {"case.yaml", "case.nb.yaml", "case.en.yaml"})
        fs::copy_file(root / "cases/library/ward_nurse" / file, folder / file);
    return folder;
}

OpenCase opened(const fs::path& folder) {
    base::Result<OpenCase> open = OpenCase::open(folder);
    EXPECT_TRUE(open) << (open ? "" : open.error().message());
    return *std::move(open);
}

std::string on_disk(const fs::path& file) { return *base::read_file(file, 1 << 20); }

TEST(OpenCase, UndoAndRedoCoverEverythingAlsoAfterSaving) {
    const fs::path folder = ward_nurse("undo");
    const std::string before = on_disk(folder / "case.yaml");
    OpenCase open = opened(folder);
    ASSERT_TRUE(open.change({{0, Replace{{"patient", "age"}, word_value("53")}}}));
    ASSERT_TRUE(open.change({{0, Replace{{"title"}, text_value("Ny titel")}}}));
    EXPECT_TRUE(open.is_changed());
    ASSERT_TRUE(open.save());
    EXPECT_FALSE(open.is_changed());
    const std::string after = on_disk(folder / "case.yaml");
    EXPECT_NE(after.find("age: 53"), std::string::npos);
    open.undo();
    open.undo();
    EXPECT_FALSE(open.can_undo());
    EXPECT_TRUE(open.is_changed());
    EXPECT_EQ(open.main().bytes, before);
    ASSERT_TRUE(open.save());
    EXPECT_EQ(on_disk(folder / "case.yaml"), before);
    open.redo();
    open.redo();
    EXPECT_EQ(open.main().bytes, after);
}

TEST(OpenCase, LettersTypedIntoOneFieldAreTakenBackAsOne) {
    OpenCase open = opened(ward_nurse("letters"));
    const std::string before = open.main().bytes;
    for (const char* typed : {"H", "Hä", "Häl"})
        ASSERT_TRUE(open.change({{0, Replace{{"title"}, text_value(typed)}}}, "title"));
    ASSERT_TRUE(open.change({{0, Replace{{"complaint"}, text_value("Ont")}}}, "complaint"));
    open.undo();
    EXPECT_NE(open.main().bytes.find("title: \"Häl\""), std::string::npos);
    open.undo();
    EXPECT_EQ(open.main().bytes, before);
    open.redo();
    ASSERT_TRUE(open.change({{0, Replace{{"title"}, text_value("Hälen")}}}, "title"));
    open.undo();
    EXPECT_NE(open.main().bytes.find("title: \"Häl\""), std::string::npos);
}

TEST(OpenCase, WhatCannotBeDoneWholeIsNotDoneAtAll) {
    OpenCase open = opened(ward_nurse("whole"));
    const std::string before = open.main().bytes;
    EXPECT_FALSE(open.change({{0, Replace{{"title"}, text_value("x")}}, {0, Replace{{"nothing"}, text_value("x")}}}));
    EXPECT_EQ(open.main().bytes, before);
    EXPECT_FALSE(open.can_undo());
    EXPECT_FALSE(open.is_changed());
}

TEST(OpenCase, AFileChangedByAnotherProgramIsNotOverwrittenUnasked) {
    const fs::path folder = ward_nurse("elsewhere");
    OpenCase open = opened(folder);
    ASSERT_TRUE(open.change({{0, Replace{{"title"}, text_value("Min")}}}));
    std::ofstream(folder / "case.yaml", std::ios::app) << "# theirs\n";
    EXPECT_EQ(open.changed_elsewhere(), std::vector<std::string>{"case.yaml"});
    const base::Outcome saved = open.save();
    ASSERT_FALSE(saved);
    EXPECT_NE(saved.error().what.find("another program"), std::string::npos);
    EXPECT_NE(on_disk(folder / "case.yaml").find("# theirs"), std::string::npos);
    ASSERT_TRUE(open.save(true));
    EXPECT_NE(on_disk(folder / "case.yaml").find("Min"), std::string::npos);
}

TEST(OpenCase, WhatWasNotSavedWhenTheProgramWasKilledComesBack) {
    const fs::path folder = ward_nurse("killed");
    std::string written;
    {
        OpenCase open = opened(folder);
        ASSERT_TRUE(open.change({{0, Replace{{"title"}, text_value("Halvfärdig")}}}));
        ASSERT_TRUE(open.keep_side_files());
        written = open.main().bytes;
    }
    OpenCase again = opened(folder);
    EXPECT_EQ(again.recoverable(), std::vector<std::string>{"case.yaml"});
    again.recover();
    EXPECT_EQ(again.main().bytes, written);
    again.undo();
    EXPECT_EQ(again.main().bytes, on_disk(folder / "case.yaml"));
    again.redo();
    ASSERT_TRUE(again.save());
    EXPECT_FALSE(fs::exists(side_file(folder / "case.yaml")));
    EXPECT_TRUE(opened(folder).recoverable().empty());
}

TEST(OpenCase, ABrokenFileIsKeptAsItIsAndItsProblemsAreShown) {
    const fs::path folder = ward_nurse("broken");
    const std::string broken = "language: sv\ntitle: \"never closed\nage: 3\n";
    std::ofstream(folder / "case.yaml", std::ios::trunc) << broken;
    OpenCase open = opened(folder);
    EXPECT_EQ(open.main().bytes, broken);
    const std::vector<Problem> found = problems(open, shipped());
    ASSERT_FALSE(found.empty());
    EXPECT_EQ(found.front().complaint.rule, "unclosed-text");
    EXPECT_FALSE(open.change({{0, Replace{{"title"}, text_value("x")}}}));
    EXPECT_EQ(open.main().bytes, broken);
}

TEST(OpenCase, TranslationsFollowWhatIsRenamedAndRemoved) {
    OpenCase open = opened(ward_nurse("translations"));
    const std::vector<std::string> before{open.files()[0].bytes, open.files()[1].bytes, open.files()[2].bytes};
    ASSERT_TRUE(open.change(with_translations(open, document::Remove{{"answers", "ideas"}})));
    for (const OpenFile& file : open.files()) {
        EXPECT_EQ(document::node_at(file.document->root, {"answers", "ideas"}), nullptr) << file.name;
    }
    open.undo();
    for (std::size_t i = 0; i < before.size(); ++i) EXPECT_EQ(open.files()[i].bytes, before[i]);
}

TEST(OpenCase, RandomEditsTakenBackGiveTheOriginalBytes) {
    OpenCase open = opened(ward_nurse("random"));
    const std::string before = open.main().bytes;
    std::mt19937 random(3);
    int changes = 0;
    for (int i = 0; i < 200; ++i) {
        const auto& entries = open.main().document->root.entries;
        const document::Path at{entries[random() % entries.size()].key};
        const std::size_t version = open.version();
        switch (random() % 4) {
            case 0: static_cast<void>(open.change(with_translations(open, document::Remove{at}))); break;
            case 1: static_cast<void>(open.change({{0, Replace{at, text_value("x")}}})); break;
            case 2: static_cast<void>(open.change({{0, document::Move{at, random() % entries.size()}}})); break;
            default: open.undo();
        }
        if (open.version() != version) ++changes;
    }
    EXPECT_GT(changes, 50);
    while (open.can_undo()) open.undo();
    EXPECT_EQ(open.main().bytes, before);
}

TEST(Problems, OfEveryShippedCaseAreNone) {
    for (const library::CaseFile& file : shipped().cases) {
        const OpenCase open = opened(file.folder);
        const std::vector<Problem> found = problems(open, shipped());
        EXPECT_TRUE(found.empty()) << file.id << ": " << base::format(found.front().complaint);
    }
}

TEST(Problems, KnowTheFieldTheyBelongTo) {
    OpenCase open = opened(ward_nurse("field"));
    ASSERT_TRUE(open.change({{0, Replace{{"patient", "age"}, word_value("430")}}}));
    const std::vector<Problem> found = problems(open, shipped());
    ASSERT_FALSE(found.empty());
    EXPECT_EQ(found.front().field, (document::Path{"patient", "age"}));
    EXPECT_EQ(found.front().file, 0u);
}

TEST(NewCase, OfAConditionAsksOnlyForTheWordsThatOnlyItsAuthorKnows) {
    const fs::path cases = empty_folder("new");
    NewCase wanted{.id = "florist", .condition = "plantar_fasciitis", .name = "Eva Lind"};
    OpenCase open = new_case(cases, wanted, shipped());
    for (const Problem& problem : problems(open, shipped())) {
        const bool is_empty_text =
            !problem.field.empty() && document::node_at(open.main().document->root, problem.field)->text.empty();
        EXPECT_TRUE(is_empty_text || problem.complaint.severity == base::Severity::warning)
            << base::format(problem.complaint);
    }
    for (const document::Path& words : std::vector<document::Path>{
             {"title"}, {"complaint"}, {"patient", "occupation"}, {"patient", "work"}, {"patient", "home"}})
        ASSERT_TRUE(open.change({{0, Replace{words, text_value("Ont i hälen")}}}));
    for (const Problem& problem : problems(open, shipped()))
        EXPECT_EQ(problem.complaint.severity, base::Severity::warning) << base::format(problem.complaint);
    ASSERT_TRUE(open.save());
    EXPECT_EQ(trouble_with_id(cases, "florist"), "editor/id_taken");
    EXPECT_EQ(trouble_with_id(cases, "../x"), "editor/id_form");
    EXPECT_EQ(trouble_with_id(cases, "baker"), std::nullopt);
    base::Diagnostics diagnostics;
    EXPECT_TRUE(library::read_case(cases / "florist", shipped(), diagnostics));
}

TEST(NewCase, ACopyHasItsTranslationsAndLeavesTheOriginalAlone) {
    const fs::path folder = ward_nurse("copy");
    base::Result<OpenCase> copy = copy_of_case(folder, folder.parent_path(), "night_nurse");
    ASSERT_TRUE(copy);
    EXPECT_TRUE(problems(*copy, shipped()).empty());
    ASSERT_TRUE(copy->save());
    for (const char* file : {"case.yaml", "case.nb.yaml", "case.en.yaml"})
        EXPECT_EQ(on_disk(folder.parent_path() / "night_nurse" / file), on_disk(folder / file));
}

}  // namespace
}  // namespace palpera::editor
