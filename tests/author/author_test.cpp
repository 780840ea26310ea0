#include <gtest/gtest.h>

#include <filesystem>

#include "engine/author/app.h"
#include "engine/base/file.h"
#include "engine/ui/fonts.h"
#include "tests/ui/driver.h"

namespace palpera::author {
namespace {

namespace fs = std::filesystem;

const fs::path root = PALPERA_SOURCE_DIR;

const library::Library& shipped() {
    static const library::Library library = [] {
        base::Diagnostics diagnostics;
        return library::read_library({root / "cases", root / "assets" / "anatomy"}, diagnostics);
    }();
    return library;
}

const present::Words& words() {
    static const present::Words words = [] {
        base::Diagnostics diagnostics;
        return present::Words::read(root / "assets" / "text" / "editor.yaml", diagnostics);
    }();
    return words;
}

struct DeskOptions {
    std::string language = "sv";
    int width = 1440, height = 900, text_percent = 100;
    bool dark = false;
};

// The editor in front of a teacher, with copies of two cases that may be written to.
class Desk {
public:
    explicit Desk(const std::string& name, DeskOptions options = {})
        : folder_(fs::path(testing::TempDir()) / ("author_" + name)),
          app(parts(options)),
          driver([this](ui::Ui& ui) { app.draw(ui); },
                 {.width = options.width,
                  .height = options.height,
                  .text_scale = static_cast<float>(options.text_percent) / 100,
                  .appearance = options.dark ? ui::Appearance::dark : ui::Appearance::light}) {
        driver.frame(6);
    }

    fs::path file(const std::string& case_id) const { return folder_ / "cases" / case_id / "case.yaml"; }
    std::string on_disk(const std::string& case_id) const { return *base::read_file(file(case_id), 1 << 20); }
    void click(const std::string& name) {
        driver.click(name);
        driver.frame(3);
    }
    void wait() {
        driver.pass(0.5);
        driver.frame(3);
    }
    const std::string& text() const { return app.open()->main().bytes; }

private:
    AppParts parts(const DeskOptions& options) {
        fs::remove_all(folder_);
        for (const char* id : {"ward_nurse", "truck_driver"}) {
            fs::create_directories(folder_ / "cases" / id);
            for (const auto& entry : fs::directory_iterator(root / "cases/library" / id)) {
                if (entry.path().extension() == ".yaml")
                    fs::copy_file(entry.path(), folder_ / "cases" / id / entry.path().filename());
            }
        }
        const store::UserFolders folders{
            folder_ / "config", folder_ / "data", folder_ / "cache", folder_ / "second", {}};
        store::Settings settings;
        settings.language = options.language;
        settings.text_percent = options.text_percent;
        settings.dark = options.dark;
        EXPECT_TRUE(store::save_settings(folders, settings));
        return {shipped(), words(), folder_ / "cases", folders, base::Language::en};
    }
    fs::path folder_;

public:
    App app;
    ui_test::UiDriver driver;
};

TEST(Author, ChangesAFieldSavesAndTakesItBack) {
    Desk desk("change");
    const std::string before = desk.on_disk("ward_nurse");
    desk.click("open.ward_nurse");
    desk.click("section.patient");
    desk.click("field.patient/sex.male");
    EXPECT_NE(desk.text().find("sex: male"), std::string::npos);
    desk.click("case.save");
    EXPECT_NE(desk.on_disk("ward_nurse").find("sex: male"), std::string::npos);
    desk.click("case.undo");
    desk.click("case.save");
    EXPECT_EQ(desk.on_disk("ward_nurse"), before);
}

TEST(Author, TypedWordsGoIntoTheFileAndNothingElseChanges) {
    Desk desk("typed");
    desk.click("open.ward_nurse");
    const std::string before = desk.text();
    desk.driver.type("field.title", " igen");
    desk.driver.frame(3);
    const std::string after = desk.text();
    EXPECT_EQ(after.size(), before.size() + 5);
    desk.click("case.undo");
    EXPECT_TRUE(desk.text() == before) << "the letters are taken back as one";
    desk.click("section.patient");
    desk.driver.key(ui::Key::y, true);
    desk.driver.frame(3);
    EXPECT_TRUE(desk.text() == after);
    desk.driver.key(ui::Key::z, true);
    desk.driver.frame(3);
    EXPECT_TRUE(desk.text() == before);
}

TEST(Author, SeesAProblemAsItIsTypedAndGoesToItsField) {
    Desk desk("problem");
    desk.click("open.ward_nurse");
    EXPECT_TRUE(desk.app.problems().empty());
    desk.click("section.patient");
    desk.driver.type("field.patient/age", "0");
    desk.wait();
    ASSERT_FALSE(desk.app.problems().empty());
    desk.click("section.answers");
    EXPECT_FALSE(desk.driver.shows("field.patient/age"));
    desk.click("problem.0");
    desk.driver.frame(3);
    EXPECT_TRUE(desk.driver.shows("field.patient/age"));
    EXPECT_EQ(desk.driver.focus(), "field.patient/age");
    desk.click("case.undo");
    desk.wait();
    EXPECT_TRUE(desk.app.problems().empty());
}

TEST(Author, AddsAnAnswerThroughThePicker) {
    Desk desk("picker");
    desk.click("open.ward_nurse");
    desk.click("section.answers");
    desk.click("add.answers");
    desk.driver.type("pick.search", "night_pain");
    desk.driver.frame(3);
    desk.click("pick.night_pain");
    ASSERT_TRUE(desk.driver.shows("field.answers/night_pain/says"));
    desk.driver.type("field.answers/night_pain/says", "Nej, nätterna är lugna.");
    desk.driver.frame(3);
    EXPECT_NE(desk.text().find("night_pain: {says: \"Nej, nätterna är lugna.\"}"), std::string::npos) << desk.text();
}

TEST(Author, RemovesAnEntryTogetherWithItsTranslations) {
    Desk desk("remove");
    desk.click("open.ward_nurse");
    desk.click("section.answers");
    const std::size_t before = desk.app.open()->files()[1].bytes.size();
    desk.click("remove.answers/onset_mode");
    EXPECT_EQ(desk.text().find("onset_mode:"), std::string::npos);
    EXPECT_LT(desk.app.open()->files()[1].bytes.size(), before);
    desk.click("case.undo");
    EXPECT_EQ(desk.app.open()->files()[1].bytes.size(), before);
}

TEST(Author, BeginsANewCaseFromACondition) {
    Desk desk("new");
    desk.driver.type("new.name", "Eva Lind");
    desk.driver.type("new.id", "florist");
    desk.driver.frame(3);
    desk.click("new.create");
    ASSERT_TRUE(desk.app.open());
    EXPECT_FALSE(desk.app.problems().empty()) << "the words that only the author knows are asked for";
    desk.click("case.save");
    EXPECT_NE(desk.on_disk("florist").find("Eva Lind"), std::string::npos);
    desk.click("case.back");
    desk.click("open.florist");
    EXPECT_TRUE(desk.app.open()) << "a draft that is in error can be gone on with";
}

TEST(Author, CopiesACase) {
    Desk desk("copy");
    desk.click("copy.ward_nurse");
    desk.driver.type("copying.id", "night_nurse");
    desk.driver.frame(3);
    desk.click("copying.go");
    ASSERT_TRUE(desk.app.open());
    desk.click("case.save");
    EXPECT_EQ(desk.on_disk("night_nurse"), desk.on_disk("ward_nurse"));
}

TEST(Author, IsAskedBeforeUnsavedWorkIsLost) {
    Desk desk("leave");
    desk.click("open.ward_nurse");
    desk.driver.type("field.title", "!");
    desk.driver.frame(3);
    desk.click("case.back");
    ASSERT_TRUE(desk.app.open());
    desk.click("leave.safe");
    ASSERT_TRUE(desk.app.open());
    EXPECT_FALSE(desk.app.may_close());
    desk.driver.frame(3);
    desk.click("leave.go");
    EXPECT_TRUE(desk.app.is_closed());
}

struct Look {
    const char* language;
    int width, height, text_percent;
    bool dark;
};

// Nothing is cut, covers something else or lies outside, on every page, at every size.
TEST(Author, FitsEveryScreen) {
    for (const Look& look :
         {Look{"sv", 1440, 900, 100, false}, Look{"en", 1440, 900, 100, true}, Look{"en", 1280, 720, 100, false},
          Look{"nb", 1280, 720, 100, false}, Look{"sv", 1440, 900, 200, false}, Look{"en", 1280, 720, 200, false}}) {
        const std::string name = std::string(look.language) + "-" + std::to_string(look.width) + "-" +
                                 std::to_string(look.text_percent) + (look.dark ? "-dark" : "");
        Desk desk(name, {look.language, look.width, look.height, look.text_percent, look.dark});
        const auto expect_sound = [&](const std::string& page) {
            desk.driver.png(fs::path(testing::TempDir()) / ("author-" + page + "-" + name + ".png"));
            for (const ui_test::Complaint& complaint : desk.driver.lint())
                ADD_FAILURE() << page << " " << name << ": " << complaint.rule << ": " << complaint.text;
        };
        expect_sound("start");
        desk.click("open.ward_nurse");
        expect_sound("case");
        const bool compact = look.text_percent == 200;
        for (const char* section : {"patient", "answers", "conditions"}) {
            if (compact) {
                desk.driver.click("bar.outline");
                desk.driver.frame(3);
            }
            if (desk.driver.shows(std::string("section.") + section)) desk.click(std::string("section.") + section);
            expect_sound(section);
        }
    }
}

}  // namespace
}  // namespace palpera::author
