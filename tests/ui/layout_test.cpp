#include "engine/ui/layout.h"

#include <gtest/gtest.h>

#include "engine/ui/column_edge.h"
#include "engine/ui/frame.h"
#include "tests/ui/driver.h"
#include "tests/ui/sheets.h"

namespace palpera::ui_test {
namespace {

using ui::Width;

TEST(SizeClass, FollowsTheWindowDividedByTheTextScale) {
    EXPECT_EQ(ui::size_class({1280, 720}, 1).width, Width::medium);
    EXPECT_TRUE(ui::size_class({1280, 720}, 1).is_short);
    EXPECT_EQ(ui::size_class({1440, 900}, 1).width, Width::wide);
    EXPECT_FALSE(ui::size_class({1440, 900}, 1).is_short);
    EXPECT_EQ(ui::size_class({1920, 1080}, 1).width, Width::extra);
    EXPECT_EQ(ui::size_class({1440, 900}, 2).width, Width::compact);
    EXPECT_EQ(ui::size_class({1920, 1080}, 2).width, Width::medium);
    EXPECT_TRUE(ui::size_class({1920, 1080}, 2).is_short);
}

TEST(ThreeColumns, GiveTheCentreWhatTheSidesLeave) {
    ui::Ui context;
    context.scale = 1.5f;
    ui::ThreeColumns columns = ui::three_columns(context, {{0, 10}, {1500, 900}}, 200, 300);
    EXPECT_EQ(columns.left.width(), 300);
    EXPECT_EQ(columns.right.width(), 450);
    EXPECT_EQ(columns.centre.min.x, 300);
    EXPECT_EQ(columns.centre.max.x, 1050);
    EXPECT_EQ(columns.centre.min.y, 10);
}

TEST(Pacing, DrawsThreeFramesAfterInputAndThenSleepsUntilTheNext) {
    ui::Pacing pacing;
    for (int i = 0; i < 3; ++i) {
        ASSERT_TRUE(pacing.must_draw(1));
        pacing.drawn(std::nullopt, 1);
    }
    EXPECT_FALSE(pacing.must_draw(100));
    EXPECT_EQ(pacing.sleep(100), std::nullopt);
    pacing.input();
    EXPECT_TRUE(pacing.must_draw(100));
    EXPECT_EQ(pacing.sleep(100), 0);
}

TEST(Pacing, WakesWhenAWidgetAskedForIt) {
    ui::Pacing pacing;
    ui::Redraw redraw;
    redraw.in(5);
    redraw.in(1);
    redraw.in(3);
    for (int i = 0; i < 3; ++i) pacing.drawn(redraw.wish(), 10);
    EXPECT_FALSE(pacing.must_draw(10.5));
    EXPECT_DOUBLE_EQ(*pacing.sleep(10.25), 0.75);
    EXPECT_TRUE(pacing.must_draw(11));
}

TEST(Idle, ASheetAtRestAsksForNoFrame) {
    SheetState state;
    UiDriver driver([&](ui::Ui& context) { draw_conversation(context, state); });
    driver.frame(5);
    EXPECT_EQ(driver.ui().redraw.wish(), std::nullopt);
}

struct SheetCase {
    const char* name;
    void (*draw)(ui::Ui&, SheetState&);
    int width, height;
    float text_scale;
};

struct LintTest : testing::TestWithParam<SheetCase> {};

TEST_P(LintTest, NothingReachesOutLiesOnAnotherOrIsTooSmall) {
    SheetState state;
    UiDriver driver([&](ui::Ui& context) { GetParam().draw(context, state); },
                    {.width = GetParam().width, .height = GetParam().height, .text_scale = GetParam().text_scale});
    for (const Complaint& complaint : driver.lint())
        if (complaint.rule != "cut") ADD_FAILURE() << complaint.rule << ": " << complaint.text;
}

INSTANTIATE_TEST_SUITE_P(Sheets, LintTest,
                         testing::Values(SheetCase{"components", draw_components, 760, 900, 1},
                                         SheetCase{"conversation_wide", draw_conversation, 1440, 900, 1},
                                         SheetCase{"conversation_medium", draw_conversation, 1280, 720, 1},
                                         SheetCase{"conversation_compact", draw_conversation, 1440, 900, 2},
                                         SheetCase{"debrief", draw_debrief, 1440, 900, 1},
                                         SheetCase{"results", draw_results, 1440, 900, 1}),
                         [](const auto& sheet) { return std::string(sheet.param.name); });

TEST(ColumnEdge, IsMovedByKeysAndPutBack) {
    float share = 1;
    UiDriver driver(
        [&](ui::Ui& context) {
            const ui::Rect column{{0, 0}, {200 * share, 300}};
            {
                ui::Area area(context, "left", column, {});
                ui::button(context, "left.one", "One");
            }
            ui::column_edge(context, "left.edge", column, true, share);
        },
        {.width = 500, .height = 300});
    driver.key(ui::Key::tab);
    ASSERT_EQ(driver.focus(), "left.one");
    driver.key(ui::Key::right);
    EXPECT_FLOAT_EQ(share, 1) << "the keyboard is not on the edge";
    driver.key(ui::Key::tab);
    ASSERT_EQ(driver.focus(), "left.edge.grip");
    driver.key(ui::Key::right);
    driver.key(ui::Key::right);
    driver.key(ui::Key::left);
    EXPECT_FLOAT_EQ(share, 1.05f);
    for (int i = 0; i < 20; ++i) driver.key(ui::Key::right);
    EXPECT_FLOAT_EQ(share, 1.5f);
    driver.key(ui::Key::home);
    EXPECT_FLOAT_EQ(share, 1);
    driver.key(ui::Key::left);
    driver.key(ui::Key::enter);
    EXPECT_FLOAT_EQ(share, 1);
    driver.press({200, 150}, {240, 150});
    EXPECT_NEAR(share, 1.2f, 0.02f) << "letting go of the mouse does not put it back";
    for (const Complaint& complaint : driver.lint()) ADD_FAILURE() << complaint.rule << ": " << complaint.text;
}

TEST(Lint, SaysWhatIsCutWhatOverlapsAndWhatReachesOut) {
    UiDriver driver(
        [](ui::Ui& context) {
            ui::button(context, "wide", "A label far too long for the window it stands in");
            ui::touch(context, {{50, 100}, {150, 140}}, {.name = "first", .label = "First"});
            ui::touch(context, {{100, 110}, {400, 150}}, {.name = "second", .label = "Second"});
            ui::touch(context, {{0, 160}, {8, 168}}, {.name = "tiny", .label = "Tiny"});
        },
        {.width = 200, .height = 200});
    std::string rules;
    for (const Complaint& complaint : driver.lint()) rules += complaint.rule + " ";
    for (const char* rule : {"cut", "overlap", "outside", "small"})
        EXPECT_NE(rules.find(rule), std::string::npos) << rules;
}

}  // namespace
}  // namespace palpera::ui_test
