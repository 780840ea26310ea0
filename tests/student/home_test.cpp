#include "engine/student/home.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/student/desk.h"

namespace palpera::student_test {
namespace {

TEST(Home, GreetsByTheHourAndTheName) {
    DeskOptions options{.folder = "greeted"};
    options.settings.name = "Elin";
    options.hour = 8;
    EXPECT_TRUE(Desk(options).driver.reads("God morgon, Elin"));
    options.hour = 21;
    EXPECT_TRUE(Desk(options).driver.reads("God kväll, Elin"));
    options.hour = 3;
    EXPECT_TRUE(Desk(options).driver.reads("God kväll, Elin"));
}

TEST(Home, GoesStraightIntoACaseThatIsNew) {
    Desk desk({.folder = "straight"});
    desk.driver.click("home.case.ward_nurse");
    EXPECT_NE(desk.app.practice().encounter(), nullptr);
    EXPECT_TRUE(desk.driver.shows("visit.back"));
}

TEST(Home, AsksWhatToDoWithACaseThatIsOpen) {
    Desk desk({.folder = "asked"});
    desk.meet();
    desk.driver.click("visit.back");
    desk.driver.click("home.case.ward_nurse");
    EXPECT_EQ(desk.app.practice().encounter(), nullptr);
    EXPECT_TRUE(desk.driver.shows("case.resume"));
    EXPECT_TRUE(desk.driver.shows("case.anew"));
    EXPECT_EQ(desk.driver.focus(), "case.resume");
    desk.driver.key(ui::Key::escape);
    EXPECT_FALSE(desk.driver.shows("case.resume"));
}

TEST(Home, FindsACaseByAWordAndSaysWhenThereIsNone) {
    Desk desk({.folder = "searched"});
    desk.driver.key(ui::Key::tab);
    desk.driver.type("/");
    ASSERT_EQ(desk.driver.focus(), "home.search");
    desk.driver.type("undersköterska");
    EXPECT_TRUE(desk.driver.shows("home.case.ward_nurse"));
    for (int i = 0; i < 20; ++i) desk.driver.key(ui::Key::backspace);
    desk.driver.type("xyzzy");
    EXPECT_FALSE(desk.driver.shows("home.case.ward_nurse"));
    desk.driver.click("home.show_all");
    EXPECT_TRUE(desk.driver.shows("home.case.ward_nurse")) << "the easiest, so the first";
}

// The cases on the page, in their order.
std::vector<std::string> cases_on(Desk& desk) {
    constexpr std::string_view name = "home.case.";
    std::vector<std::string> ids;
    for (const ui::Item& item : desk.driver.ui().registry.before())
        if (item.name.starts_with(name)) ids.push_back(item.name.substr(name.size()));
    return ids;
}

TEST(Home, FiltersByAreaPlaceDifficultyLanguageAndWhatIsNotDone) {
    Desk desk({.folder = "filtered"});
    const std::size_t all = cases_on(desk).size();
    EXPECT_TRUE(desk.driver.item("home.all")->checked);
    desk.driver.click("home.area.foot");
    EXPECT_TRUE(desk.driver.item("home.area.foot")->checked);
    EXPECT_FALSE(desk.driver.item("home.all")->checked);
    const std::size_t feet = cases_on(desk).size();
    EXPECT_LT(feet, all);
    EXPECT_TRUE(desk.driver.reads(std::to_string(feet) + " av " + std::to_string(all) + " patienter"));
    desk.driver.click("home.difficulty");
    desk.driver.click("home.difficulty.1");
    desk.driver.click("home.written_in");
    desk.driver.click("home.written_in.sv");
    EXPECT_EQ(cases_on(desk), std::vector<std::string>{"ward_nurse"});
    desk.driver.click("home.difficulty");
    desk.driver.click("home.difficulty.any");
    EXPECT_GT(cases_on(desk).size(), 1u);
    desk.driver.click("home.clear");
    EXPECT_EQ(cases_on(desk).size(), all);
    EXPECT_TRUE(desk.driver.item("home.all")->checked);
    desk.meet();
    desk.driver.click("visit.end");
    desk.driver.click("end.finish");
    desk.driver.click("end.go");
    desk.settle();
    desk.driver.key(ui::Key::escape);
    desk.driver.click("home.undone");
    EXPECT_EQ(cases_on(desk).size(), all - 1);
    EXPECT_EQ(std::ranges::count(cases_on(desk), "ward_nurse"), 0);
}

TEST(Home, RemembersWhatItWasNarrowedToWhileItRuns) {
    Desk desk({.folder = "remembered"});
    desk.driver.click("home.area.back");
    desk.driver.click("home.order");
    desk.driver.click("home.order.hardest");
    const std::vector<std::string> before = cases_on(desk);
    desk.meet("truck_driver");
    desk.driver.click("visit.back");
    EXPECT_EQ(cases_on(desk), before);
    desk.driver.click("home.language.en");
    desk.settle();
    EXPECT_EQ(cases_on(desk), before) << "in another language too";
    EXPECT_TRUE(desk.driver.item("home.area.back")->checked);
}

TEST(Home, AnEmptyResultHasAWayOut) {
    Desk desk({.folder = "nothing_left"});
    desk.driver.click("home.area.back");
    desk.driver.click("home.difficulty");
    desk.driver.click("home.difficulty.1");
    EXPECT_TRUE(cases_on(desk).empty());
    EXPECT_TRUE(desk.driver.reads("Inget fall passar filtret"));
    desk.driver.click("home.show_all");
    EXPECT_GT(cases_on(desk).size(), 20u);
    EXPECT_TRUE(desk.driver.item("home.all")->checked);
}

TEST(Home, ArrowsWalkOverTheCardsLineByLine) {
    Desk desk({.folder = "walked"});
    const std::vector<std::string> ids = cases_on(desk);
    constexpr std::size_t columns = 3;  // 1440 wide
    const auto on = [&](std::size_t at) { EXPECT_EQ(desk.driver.focus(), "home.case." + ids[at]); };
    desk.driver.ui().focus.move_to("home.case." + ids[0]);
    desk.driver.frame(2);
    desk.driver.key(ui::Key::down);
    on(columns);
    desk.driver.key(ui::Key::right);
    on(columns + 1);
    desk.driver.key(ui::Key::down);
    on(2 * columns + 1);
    desk.driver.key(ui::Key::left);
    on(2 * columns);
    desk.driver.key(ui::Key::up);
    on(columns);
    desk.driver.key(ui::Key::enter);
    EXPECT_NE(desk.app.practice().encounter(), nullptr);
}

TEST(Home, ListsTheVisitsThatAreOpen) {
    Desk desk({.folder = "listed"});
    desk.driver.click("home.ongoing");
    EXPECT_TRUE(desk.driver.reads("Inga öppna besök"));
    desk.driver.click("home.library");
    desk.meet();
    desk.driver.click("visit.back");
    desk.driver.click("home.ongoing");
    desk.driver.click("home.continue.0");
    EXPECT_NE(desk.app.practice().encounter(), nullptr);
}

TEST(Home, ChangesItsLanguageWhileItRuns) {
    Desk desk({.folder = "languages"});
    EXPECT_TRUE(desk.driver.reads("Fallbibliotek"));
    desk.driver.click("home.language.en");
    EXPECT_TRUE(desk.driver.reads("Case library"));
    EXPECT_FALSE(desk.driver.reads("Fallbibliotek"));
    EXPECT_FALSE(desk.driver.reads("hälen")) << "the patient's words too";
    desk.driver.click("home.language.nb");
    EXPECT_TRUE(desk.driver.reads("hælen"));
    EXPECT_EQ(store::load_settings(Desk::folders("languages")).value.language, "nb") << "and the choice is kept";
}

TEST(Home, ChangesThemeAndTextSizeWhileItRuns) {
    Desk desk({.folder = "looks"});
    desk.driver.click("home.theme");
    EXPECT_TRUE(desk.app.settings().dark);
    EXPECT_EQ(desk.driver.ui().appearance, ui::Appearance::dark);
    for (int percent : {125, 150, 175, 200}) {
        desk.driver.click(desk.driver.shows("home.text_size") ? "home.text_size" : "home.menu");
        if (!desk.driver.shows("home.text_size")) break;
        EXPECT_EQ(desk.app.settings().text_percent, percent);
        desk.settle();
        EXPECT_TRUE(desk.driver.shows("home.case.ward_nurse")) << "the easiest, so the first";
    }
    EXPECT_GT(desk.app.settings().text_percent, 100);
}

TEST(Home, StepsThroughTheTextSizesAndRoundAgain) {
    EXPECT_EQ(student::next_text_size(100), 125);
    EXPECT_EQ(student::next_text_size(110), 125);
    EXPECT_EQ(student::next_text_size(175), 200);
    EXPECT_EQ(student::next_text_size(200), 100);
}

TEST(Settings, HoldAtOnceAndAreKept) {
    Desk desk({.folder = "settings_sheet"});
    desk.driver.click("home.settings");
    desk.driver.type("settings.name", "Elin");
    desk.driver.click("settings.sound");
    desk.driver.click("settings.reduce_motion");
    desk.driver.click("settings.theme.dark");
    desk.driver.click("settings.text_size.more");
    desk.settle();
    EXPECT_FALSE(desk.audio.is_enabled());
    desk.driver.click("settings.language.en");
    EXPECT_TRUE(desk.driver.reads("For teaching")) << "in the new language while it is open";
    desk.driver.click("settings.close");
    EXPECT_FALSE(desk.driver.shows("settings.close"));
    const store::Settings kept = store::load_settings(Desk::folders("settings_sheet")).value;
    EXPECT_EQ(kept.name, "Elin");
    EXPECT_FALSE(kept.sound);
    EXPECT_TRUE(kept.reduce_motion);
    EXPECT_TRUE(kept.dark);
    EXPECT_EQ(kept.text_percent, 125);
    EXPECT_EQ(kept.language, "en");
}

TEST(KeyboardHelp, OpensWithF1AndClosesWithEscape) {
    Desk desk({.folder = "help"});
    desk.driver.key(ui::Key::f1);
    ASSERT_TRUE(desk.driver.shows("keyboard.close"));
    desk.driver.key(ui::Key::escape);
    EXPECT_FALSE(desk.driver.shows("keyboard.close"));
}

}  // namespace
}  // namespace palpera::student_test
