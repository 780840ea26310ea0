// Every page of the application on every screen, in every language: nothing reaches out of its place, lies on another,
// is cut or too small to press. With PALPERA_PICTURES=FOLDER each page is also drawn there, to be looked at.
#include <gtest/gtest.h>

#include <cstdlib>

#include "tests/student/desk.h"
#include "tests/student/screens.h"

namespace palpera::student_test {
namespace {

struct Look {
    Screen screen;
    const char* language;
    bool dark;
};

class Pages : public testing::TestWithParam<Look> {
protected:
    Pages() {
        const Look& look = GetParam();
        options.folder = "pages_" + name();
        options.settings.language = look.language;
        options.settings.dark = look.dark;
        options.settings.text_percent = static_cast<int>(look.screen.text_scale * 100);
        options.width = look.screen.width;
        options.height = look.screen.height;
    }

    static std::string name() {
        const Look& look = GetParam();
        return std::string(look.language) + (look.dark ? "_dark_" : "_") + std::to_string(look.screen.width) + "x" +
               std::to_string(look.screen.height) + (look.screen.text_scale > 1 ? "_200" : "");
    }

    void expect_sound(Desk& desk, const std::string& page) {
        desk.settle();
        for (const ui_test::Complaint& complaint : desk.driver.lint()) {
            ADD_FAILURE() << page << ", " << name() << ": " << complaint.rule << ": " << complaint.text;
        }
        if (const char* folder = std::getenv("PALPERA_PICTURES")) {
            EXPECT_TRUE(desk.driver.png(std::filesystem::path(folder) / (page + "_" + name() + ".png")));
        }
    }

    static bool is_compact(const Desk& desk) {
        return static_cast<float>(desk.driver.ui().scale) * 880 > ImGui::GetIO().DisplaySize.x;
    }

    DeskOptions options;
};

constexpr Look looks[] = {{{1440, 900, 1}, "sv", false}, {{1440, 900, 1}, "nb", true},  {{1440, 900, 1}, "en", false},
                          {{1280, 720, 1}, "sv", true},  {{1280, 720, 1}, "nb", false}, {{1280, 720, 1}, "en", true},
                          {{1440, 900, 2}, "sv", false}, {{1440, 900, 2}, "nb", true},  {{1440, 900, 2}, "en", false},
                          {{1280, 720, 2}, "sv", true},  {{1280, 720, 2}, "nb", false}, {{1280, 720, 2}, "en", true},
                          {{1920, 1080, 1}, "sv", false}};
INSTANTIATE_TEST_SUITE_P(Screens, Pages, testing::ValuesIn(looks));

TEST_P(Pages, OfTheLibraryFitTheScreen) {
    Desk desk(options);
    expect_sound(desk, "home_new");
    desk.meet();
    desk.driver.click("visit.back");
    expect_sound(desk, "home_open");
    desk.driver.click("home.difficulty");
    expect_sound(desk, "home_levels");
    desk.driver.click("home.difficulty.3");
    expect_sound(desk, "home_hard");
    desk.driver.click("home.order");
    expect_sound(desk, "home_orders");
    desk.driver.click("home.order.shortest");
    desk.driver.type("home.search", "xyzzy");
    expect_sound(desk, "home_empty");
    desk.driver.click("home.show_all");
    desk.driver.click("home.case.ward_nurse");
    expect_sound(desk, "home_sheet");
    desk.driver.click("case.close");
    if (is_compact(desk)) {
        desk.driver.click("home.menu");
        expect_sound(desk, "home_menu");
    }
    desk.driver.click("home.ongoing");
    expect_sound(desk, "home_ongoing");
}

TEST_P(Pages, OverThePageFitTheScreen) {
    Desk desk(options);
    desk.driver.key(ui::Key::f1);
    expect_sound(desk, "keyboard");
    desk.driver.key(ui::Key::escape);
    if (is_compact(desk)) desk.driver.click("home.menu");
    desk.driver.click("home.settings");
    expect_sound(desk, "settings");
}

TEST_P(Pages, OfAVisitFitTheScreen) {
    Desk desk(options);
    desk.meet();
    expect_sound(desk, "visit_begun");
    desk.driver.click("history.open");
    expect_sound(desk, "visit_history");
    for (const char* words : {"Vad blir det för väder?", "Hej!", "Var gör det ont?", "och på natten?", "Mät blodtrycket", "Det måste vara jobbigt"}) {
        desk.driver.type("history.field", words);
        desk.driver.click("history.ask");
        desk.settle();
    }
    expect_sound(desk, "visit_talk");
    desk.driver.key(ui::Key::digit_2, true);
    expect_sound(desk, "visit_examination");
    desk.driver.click("examination.site.right.plantar_fascia_insertion");
    expect_sound(desk, "visit_caption");
    desk.driver.key(ui::Key::digit_3, true);
    expect_sound(desk, "visit_investigations");
    desk.driver.key(ui::Key::digit_4, true);
    expect_sound(desk, "visit_assessment");
    if (is_compact(desk)) {
        desk.driver.click("visit.menu");
        expect_sound(desk, "visit_menu");
    }
    desk.driver.click("visit.end");
    desk.driver.click("end.again");
    expect_sound(desk, "visit_end");
    desk.driver.click("end.finish");
    desk.driver.click("end.go");
    expect_sound(desk, "debrief");
    desk.driver.key(ui::Key::escape);
    expect_sound(desk, "home_done");
}

}  // namespace
}  // namespace palpera::student_test
