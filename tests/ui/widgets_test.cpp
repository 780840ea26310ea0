#include <gtest/gtest.h>

#include "tests/ui/driver.h"
#include "tests/ui/sheets.h"

namespace palpera::ui_test {
namespace {

using ui::Key;

struct Widgets : testing::Test {
    SheetState state;
    UiDriver driver{[this](ui::Ui& context) { sheet(context, state); }};
    static void sheet(ui::Ui& context, SheetState& state) { draw_components(context, state); }
};

TEST_F(Widgets, AButtonIsPressedByTheMouse) {
    ASSERT_TRUE(driver.click("sheet.ask"));
    EXPECT_EQ(state.pressed, "ask");
}

TEST_F(Widgets, ADisabledButtonSaysWhyAndCannotBePressed) {
    const ui::Item* off = driver.item("sheet.off");
    ASSERT_NE(off, nullptr);
    EXPECT_FALSE(off->enabled);
    driver.hover("sheet.off");
    driver.frame(60);
    EXPECT_NE(driver.picture().rgb, UiDriver([this](ui::Ui& context) { sheet(context, state); }).picture().rgb)
        << "the reason did not show";
    driver.key(Key::enter);
    EXPECT_EQ(state.pressed, "");
}

TEST_F(Widgets, TabWalksInTheOrderTheyStandAndSkipsWhatIsDisabled) {
    driver.key(Key::tab);
    EXPECT_EQ(driver.focus(), "sheet.ask");
    driver.key(Key::tab);
    EXPECT_EQ(driver.focus(), "sheet.cancel");
    driver.key(Key::tab, false, true);
    EXPECT_EQ(driver.focus(), "sheet.ask");
    driver.key(Key::enter);
    EXPECT_EQ(state.pressed, "ask");
    driver.key(Key::tab);
    driver.key(Key::space);
    EXPECT_EQ(state.pressed, "cancel");
}

TEST_F(Widgets, ASegmentedControlIsOneTabStopThatArrowsMove) {
    while (driver.focus() != "sheet.side.right") {
        driver.key(Key::tab);
        ASSERT_NE(driver.focus(), "sheet.side.left");
    }
    driver.key(Key::right);
    EXPECT_EQ(state.side, 2);
    EXPECT_EQ(driver.focus(), "sheet.side.both");
    driver.key(Key::left);
    driver.key(Key::left);
    EXPECT_EQ(state.side, 0);
    driver.click("sheet.side.both");
    EXPECT_EQ(state.side, 2);
}

TEST_F(Widgets, ASliderMovesByOneByFiveAndByTyping) {
    driver.ui().focus.move_to("sheet.slider");
    driver.frame();
    driver.key(Key::right);
    EXPECT_EQ(state.percent, 69);
    driver.key(Key::left, false, true);
    EXPECT_EQ(state.percent, 64);
    driver.key(Key::home);
    EXPECT_EQ(state.percent, 0);
    driver.type("45");
    EXPECT_EQ(state.percent, 45);
    EXPECT_EQ(driver.item("sheet.slider")->value, "45");
}

TEST_F(Widgets, ASliderFollowsTheMouse) {
    ui::Rect place = driver.item("sheet.slider")->rect;
    driver.press(place.middle(), {place.max.x + 50, place.middle().y});
    EXPECT_EQ(state.percent, 100);
}

TEST_F(Widgets, AFieldTakesNordicLettersAndIsEmptiedByItsButton) {
    state.field.clear();
    driver.frame();
    ASSERT_TRUE(driver.type("sheet.search", "blåsa, ärr, ødem, æ"));
    EXPECT_EQ(state.field, "blåsa, ärr, ødem, æ");
    EXPECT_EQ(driver.item("sheet.search")->value, state.field);
    driver.click("sheet.search.clear");
    EXPECT_EQ(state.field, "");
}

TEST_F(Widgets, SlashGoesToTheSearchAndIsNotWrittenThere) {
    state.field.clear();
    driver.type("/");
    EXPECT_EQ(driver.focus(), "sheet.search");
    driver.type("häl");
    EXPECT_EQ(state.field, "häl");
    driver.type("/");
    EXPECT_EQ(state.field, "häl/") << "inside a field it is a letter";
}

TEST_F(Widgets, TabLeavesAFieldAndKeepsWhatWasTyped) {
    driver.type("sheet.search", "!");
    driver.key(Key::tab);
    EXPECT_NE(driver.focus(), "sheet.search");
    EXPECT_FALSE(driver.ui().in_field());
    EXPECT_EQ(state.field, "hur länge!");
}

TEST_F(Widgets, AListThatHangsOpenIsChosenFromByKeysAndClosedByEscape) {
    driver.click("sheet.priority");
    EXPECT_TRUE(driver.shows("sheet.priority.today"));
    driver.key(Key::down);
    driver.key(Key::enter);
    EXPECT_EQ(state.priority, 1);
    EXPECT_FALSE(driver.shows("sheet.priority.today"));
    EXPECT_EQ(driver.focus(), "sheet.priority");
    driver.click("sheet.priority");
    driver.key(Key::escape);
    EXPECT_FALSE(driver.shows("sheet.priority.today"));
    EXPECT_EQ(state.priority, 1);
    driver.click("sheet.priority");
    driver.click("sheet.priority.today");
    EXPECT_EQ(state.priority, 2);
}

TEST_F(Widgets, AStepperStopsAtItsEnds) {
    state.weeks = 2;
    driver.click("sheet.weeks.less");
    EXPECT_EQ(state.weeks, 1);
    driver.frame();
    EXPECT_FALSE(driver.item("sheet.weeks.less")->enabled);
    driver.click("sheet.weeks.more");
    EXPECT_EQ(state.weeks, 2);
}

TEST_F(Widgets, ACheckboxIsCheckedByItsWords) {
    EXPECT_TRUE(driver.item("sheet.training")->checked);
    driver.click("sheet.training");
    EXPECT_FALSE(state.training);
    driver.frame();
    EXPECT_FALSE(driver.item("sheet.training")->checked);
}

TEST_F(Widgets, ThePictureIsTheSameEveryTime) {
    UiDriver again([this](ui::Ui& context) { sheet(context, state); });
    EXPECT_EQ(driver.picture().rgb, again.picture().rgb);
}

struct Conversation : testing::Test {
    SheetState state;
    UiDriver driver{[this](ui::Ui& context) { draw_conversation(context, state); }};
};

TEST_F(Conversation, F6GoesFromColumnToColumn) {
    driver.key(Key::f6);
    EXPECT_EQ(driver.focus(), "back");
    driver.key(Key::f6);
    EXPECT_EQ(driver.focus(), "stage.history");
    driver.key(Key::f6);
    EXPECT_EQ(driver.focus(), "topic.reason");
    driver.key(Key::f6, false, true);
    EXPECT_EQ(driver.focus(), "stage.history");
}

TEST_F(Conversation, ArrowsWalkAListAndTabPassesIt) {
    driver.ui().focus.move_to("topic.reason");
    driver.frame();
    driver.key(Key::down);
    EXPECT_EQ(driver.focus(), "topic.pain");
    driver.key(Key::up);
    EXPECT_EQ(driver.focus(), "topic.reason");
    driver.key(Key::up);
    EXPECT_EQ(driver.focus(), "topic.reason");
}

TEST_F(Conversation, AQuestionIsTypedAndEntered) {
    driver.type("history.question", "Har du feber?");
    driver.key(Key::enter);
    EXPECT_EQ(state.pressed, "entered:Har du feber?");
    driver.type(" Sedan när?");
    EXPECT_EQ(state.question, "Har du feber? Sedan när?") << "the keyboard stays in the field after Enter";
}

TEST_F(Conversation, SuggestionsAreChosenWithArrowsWhileTyping) {
    driver.type("history.question", "hur länge ont");
    EXPECT_TRUE(driver.shows("history.suggestions.duration"));
    driver.key(Key::down);
    EXPECT_EQ(state.chosen, 1);
    EXPECT_TRUE(driver.item("history.suggestions.toe")->checked);
    driver.click("history.suggestions.walk");
    EXPECT_EQ(state.pressed, "suggestion:2");
}

TEST_F(Conversation, AnAnswerIsNoted) {
    driver.click("note.1");
    EXPECT_TRUE(state.noted);
    EXPECT_TRUE(driver.reads("Noterat"));
}

TEST_F(Conversation, AToastOffersToUndoAndGoesAway) {
    state.toast.show(driver.ui(), "Fynd noterat", "Ångra");
    driver.frame(3);
    EXPECT_TRUE(driver.reads("Fynd noterat"));
    driver.click("toast.undo");
    EXPECT_EQ(state.pressed, "undo");
    EXPECT_FALSE(driver.reads("Fynd noterat"));
    state.toast.show(driver.ui(), "Fynd noterat");
    driver.frame(3);
    driver.hover("back");
    driver.pass(7);
    EXPECT_FALSE(driver.reads("Fynd noterat"));
}

TEST_F(Conversation, StageTabsAreMovedByArrows) {
    driver.ui().focus.move_to("stage.history");
    driver.frame();
    driver.key(Key::right);
    EXPECT_EQ(state.stage, 1);
    driver.click("stage.plan");
    EXPECT_EQ(state.stage, 3);
}

TEST(SwimLane, ArrowsWalkActByAct) {
    SheetState state;
    UiDriver driver([&](ui::Ui& context) { draw_debrief(context, state); });
    driver.click("act.e");
    EXPECT_EQ(state.selected_act, "act.e");
    driver.ui().focus.move_to("act.e");
    driver.frame();
    driver.key(Key::left);
    EXPECT_EQ(state.selected_act, "act.plain_film");
}

TEST(Card, AWholeCardIsPressedButNotThroughAButtonOnIt) {
    SheetState state;
    UiDriver driver([&](ui::Ui& context) { draw_results(context, state); });
    driver.click("diagnosis.l5.finding");
    EXPECT_EQ(state.pressed, "finding");
    ui::Rect card = driver.item("diagnosis.l5")->rect;
    driver.press({card.min.x + 20, card.max.y - 5}, {card.min.x + 20, card.max.y - 5});
    EXPECT_EQ(state.pressed, "diagnosis.l5");
}

struct Modals : testing::Test {
    bool open = true;
    ui::Reply reply = ui::Reply::none;
    std::string below;
    UiDriver driver{[this](ui::Ui& context) {
                        if (ui::button(context, "page.button", "Page")) below = "pressed";
                        if (context.key(Key::escape)) below = "escaped";
                        if (!open) return;
                        ui::Reply got = ui::ask(
                            context, {.name = "end",
                                      .question = "End the visit?",
                                      .consequence = "One result is pending. You can still book a return visit.",
                                      .safe = "Stay",
                                      .go = "End the visit"});
                        if (got == ui::Reply::none) return;
                        reply = got;
                        open = false;
                    },
                    {.width = 900, .height = 600}};
};

TEST_F(Modals, TheExpectedAnswerHasTheFocusAndEnterGivesIt) {
    EXPECT_EQ(driver.focus(), "end.go");
    driver.key(Key::enter);
    EXPECT_EQ(reply, ui::Reply::go);
}

TEST_F(Modals, EscapeIsTheSafeAnswerAndDoesNotReachThePage) {
    driver.key(Key::escape);
    EXPECT_EQ(reply, ui::Reply::safe);
    EXPECT_EQ(below, "");
}

TEST_F(Modals, ThePageBelowTakesNeitherMouseNorKeys) {
    ui::Rect place = driver.item("page.button")->rect;
    driver.press(place.middle(), place.middle());
    EXPECT_EQ(below, "");
    driver.key(Key::tab);
    EXPECT_EQ(driver.focus(), "end.safe");
    driver.key(Key::tab);
    EXPECT_EQ(driver.focus(), "end.go");
    driver.click("end.safe");
    EXPECT_EQ(reply, ui::Reply::safe);
    driver.click("page.button");
    EXPECT_EQ(below, "pressed");
}

}  // namespace
}  // namespace palpera::ui_test
