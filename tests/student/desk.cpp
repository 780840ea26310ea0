#include "tests/student/desk.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "engine/library/library.h"
#include "engine/ui/fonts.h"

namespace palpera::student_test {
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
        return present::Words::read(root / "assets" / "text" / "interface.yaml", diagnostics);
    }();
    return words;
}

// Folders of the user, empty unless they are kept, with the settings in them.
store::UserFolders prepared(const DeskOptions& options) {
    const store::UserFolders folders = Desk::folders(options.folder);
    if (!options.keep) {
        fs::remove_all(folders.data.parent_path());
        EXPECT_TRUE(store::save_settings(folders, options.settings));
    }
    return folders;
}

float scale_of(const store::Settings& settings) { return static_cast<float>(settings.text_percent) / 100; }

ui::Appearance appearance_of(const store::Settings& settings) {
    return settings.dark ? ui::Appearance::dark : ui::Appearance::light;
}

}  // namespace

Desk::Desk(DeskOptions options)
    : options_(std::move(options)),
      app({shipped(),
           words(),
           prepared(options_),
           audio,
           {[this] { return now_ += 1000; }, [this] { return now_ += 1000; }},
           [this] { return options_.hour; },
           base::Language::en,
           PALPERA_FONT_FOLDER,
           PALPERA_MODEL}),
      driver([this](ui::Ui& ui) { draw(ui); }, {.width = options_.width,
                                                .height = options_.height,
                                                .text_scale = scale_of(app.settings()),
                                                .appearance = appearance_of(app.settings())}) {
    settle();
}

store::UserFolders Desk::folders(const std::string& name) {
    const fs::path user = fs::path(testing::TempDir()) / ("user_" + name);
    return {user / "config", user / "data", user / "cache", user / "second", {}};
}

void Desk::draw(ui::Ui& ui) {
    if (ui.appearance != appearance_of(app.settings())) {
        ui.appearance = appearance_of(app.settings());
        ui::apply_style(ui);
    }
    app.draw(ui);
}

void Desk::settle() {
    if (driver.ui().scale != scale_of(app.settings())) {
        driver.ui().scale = scale_of(app.settings());
        auto fonts = ui::build_fonts(*ImGui::GetIO().Fonts, PALPERA_FONT_FOLDER, driver.ui().scale);
        ASSERT_TRUE(fonts);
        driver.ui().fonts = *fonts;
        ui::apply_style(driver.ui());
    }
    driver.frame(6);
}

void Desk::meet(const std::string& case_id) {
    driver.click("home.case." + case_id);
    settle();
    ASSERT_NE(app.practice().encounter(), nullptr);
}

void Desk::ask(const std::string& question) {
    driver.type("history.field", question);
    driver.key(ui::Key::enter);
    settle();
}

bool Desk::done(const std::string& act) const {
    return std::ranges::any_of(encounter().events,
                               [&](const encounter::Event& event) { return event.action.act() == act; });
}

fs::path Desk::journal() const {
    fs::path newest;
    std::error_code failed;
    for (const auto& entry : fs::directory_iterator(store::journals(folders(options_.folder)), failed)) {
        if (entry.path().extension() == ".journal") newest = std::max(newest, entry.path());
    }
    return newest;
}

}  // namespace palpera::student_test
