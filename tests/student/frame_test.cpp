#include "engine/student/visit_frame.h"

#include <gtest/gtest.h>

#include "tests/student/desk.h"

namespace palpera::student_test {
namespace {

TEST(VisitBar, GoesFromStageToStageByTabAndByKey) {
    Desk desk({.folder = "stages"});
    desk.meet();
    desk.driver.click("visit.examination");
    EXPECT_TRUE(desk.driver.shows("examination.search"));
    desk.driver.key(ui::Key::digit_3, true);
    EXPECT_TRUE(desk.driver.shows("investigations.test.haemoglobin"));
    desk.driver.key(ui::Key::digit_4, true);
    EXPECT_TRUE(desk.driver.shows("plan.finish"));
    desk.driver.key(ui::Key::digit_1, true);
    EXPECT_TRUE(desk.driver.shows("history.field"));
}

TEST(VisitBar, ShowsTheClockAndTheCostOfWhatWasDone) {
    Desk desk({.folder = "clock"});
    desk.meet();
    EXPECT_TRUE(desk.driver.item("visit.clock")->label.ends_with("10:00"));
    desk.driver.click("history.open");
    EXPECT_FALSE(desk.driver.item("visit.clock")->label.ends_with("10:00"));
    const std::string before = desk.driver.item("visit.cost")->label;
    desk.driver.key(ui::Key::digit_3, true);
    desk.driver.click("investigations.test.crp");
    desk.driver.click("investigations.order");
    EXPECT_NE(desk.driver.item("visit.cost")->label, before);
}

TEST(VisitBar, GoesFromColumnToColumnWithF6) {
    Desk desk({.folder = "columns"});
    desk.meet();
    std::vector<std::string> reached;
    for (int i = 0; i < 4; ++i) {
        desk.driver.key(ui::Key::f6);
        reached.push_back(desk.driver.focus());
    }
    for (std::size_t i = 1; i < reached.size(); ++i) EXPECT_NE(reached[i], reached[i - 1]);
}

TEST(VisitBar, InACompactWindowHasTheStagesInAListAndTheRestInAMenu) {
    DeskOptions options{.folder = "compact"};
    options.settings.text_percent = 200;
    Desk desk(options);
    desk.meet();
    desk.driver.click("visit.stage");
    desk.driver.click("visit.stage.assessment");
    EXPECT_TRUE(desk.driver.shows("plan.finish"));
    desk.driver.click("visit.menu");
    desk.driver.click("visit.end");
    EXPECT_TRUE(desk.driver.shows("end.go"));
}

TEST(EndOfVisit, NamesTheResultsThatHaveNotCome) {
    Desk desk({.folder = "awaited"});
    desk.meet();
    desk.driver.key(ui::Key::digit_3, true);
    desk.driver.click("investigations.kind.imaging");
    desk.driver.click("investigations.test.xray_heel");
    desk.driver.click("investigations.side.right");
    desk.driver.click("investigations.order");
    ASSERT_EQ(desk.encounter().orders.size(), 1u);
    desk.driver.key(ui::Key::digit_1, true);
    desk.driver.click("visit.end");
    bool named = false;
    for (const ui::Item& item : desk.driver.ui().registry.items()) {
        if (item.layer > 0 && item.label.find("öntgen") != std::string::npos) named = true;
    }
    EXPECT_TRUE(named);
}

TEST(EndOfVisit, IsTakenBackWithEscape) {
    Desk desk({.folder = "stays"});
    desk.meet();
    desk.driver.click("visit.end");
    desk.driver.key(ui::Key::escape);
    EXPECT_FALSE(desk.driver.shows("end.go"));
    ASSERT_NE(desk.app.practice().encounter(), nullptr) << "one layer at a time";
    EXPECT_TRUE(desk.encounter().events.empty());
}

TEST(EndOfVisit, CanBeFollowedByAnotherSomeWeeksLater) {
    Desk desk({.folder = "weeks"});
    desk.meet();
    desk.driver.click("visit.end");
    desk.driver.click("end.again");
    desk.driver.click("end.weeks.more");
    EXPECT_TRUE(desk.driver.reads("5 veckor"));
    desk.driver.click("end.go");
    desk.settle();
    ASSERT_EQ(desk.encounter().events.size(), 2u);
    EXPECT_EQ(library::print(desk.encounter().events[1].action), "wait 5 weeks");
    EXPECT_FALSE(desk.encounter().finished);
    desk.driver.key(ui::Key::digit_1, true);
    desk.ask("ont på natten");
    EXPECT_EQ(desk.encounter().events.back().visit, 2);
    EXPECT_GE(desk.encounter().events.back().at, base::weeks(5));
}

TEST(Escape, LeavesTheVisitAndNothingIsLost) {
    Desk desk({.folder = "left"});
    desk.meet();
    desk.driver.key(ui::Key::digit_2, true);
    desk.driver.key(ui::Key::escape);
    EXPECT_EQ(desk.app.practice().encounter(), nullptr);
    EXPECT_TRUE(desk.driver.hover("home.resume"));
}

}  // namespace
}  // namespace palpera::student_test
