#include "engine/student/examination.h"

#include <gtest/gtest.h>

#include "tests/student/screens.h"
#include "tests/student/ward.h"
#include "tests/ui/driver.h"

namespace palpera::student {
namespace {

using base::Language;
using library::Side;
using library::Verb;
using student_test::Screen;
using student_test::Ward;

// The examination on a screen; what it asks for is carried out after the frame, as the application does.
class ExaminationScreen {
public:
    explicit ExaminationScreen(Ward& ward, Screen screen = {})
        : ward_(ward),
          driver([this](ui::Ui& ui) { draw(ui); },
                 {.width = screen.width, .height = screen.height, .text_scale = screen.text_scale}) {
        driver.frame(4);
    }

    std::string last() const { return asked.empty() ? "" : library::print(asked.back()); }
    void take(Verb verb, std::string modality = "") {
        state.verb = verb;
        state.modality = std::move(modality);
        driver.frame(4);
    }

private:
    void draw(ui::Ui& ui) {
        ui::Rect place = ui::window_rect();
        ui::cut_top(ui, place, 56);
        for (const library::Action& action : draw_examination(ui, place, ward_.view(), state)) {
            asked.push_back(action);
            ward_.act(action);
        }
    }

    // Before the driver, which draws its first frames when it is made.
    Ward& ward_;

public:
    ExaminationState state;
    Actions asked;
    ui_test::UiDriver driver;
};

std::vector<Screen> all_screens() {
    std::vector<Screen> all(std::begin(student_test::screens), std::end(student_test::screens));
    all.push_back({960, 540, 1});  // large text on a large screen has as much room
    all.push_back({1920, 1080, 1});
    return all;
}

TEST(Examination, OfAPlaceComparesBothSidesUnlessToldOtherwise) {
    Ward ward;
    ExaminationScreen screen(ward);
    screen.driver.click("examination.site.right.heel_centre");
    EXPECT_EQ(screen.last(), "palpate heel_centre");
    screen.driver.click("examination.compare");
    screen.driver.click("examination.site.left.heel_centre");
    EXPECT_EQ(screen.last(), "palpate heel_centre left");
    EXPECT_EQ(screen.state.side, Side::left);
}

TEST(Examination, TakesAToolByItsKey) {
    Ward ward;
    ExaminationScreen screen(ward);
    screen.driver.type("l");
    EXPECT_EQ(screen.state.verb, Verb::sensation);
    EXPECT_EQ(screen.state.modality, "light_touch");
    screen.driver.click("examination.site.right.light_touch sole_lateral");
    EXPECT_EQ(screen.last(), "sensation light_touch sole_lateral");
}

TEST(Examination, IsDoneWithTheKeyboardAlone) {
    Ward ward;
    ExaminationScreen screen(ward);
    screen.driver.ui().focus.move_to("examination.site.right.heel_centre");
    screen.driver.frame(2);
    screen.driver.key(ui::Key::enter);
    EXPECT_EQ(screen.last(), "palpate heel_centre");
    EXPECT_EQ(screen.asked.size(), 1u) << "Enter also pressed something else";
}

TEST(Examination, FindsATestByNameWhateverToolIsInHand) {
    Ward ward(Language::en);
    ExaminationScreen screen(ward);
    screen.driver.type("examination.search", "windlass");
    screen.driver.click("examination.target.test.windlass");
    EXPECT_EQ(screen.last(), "test windlass");
}

TEST(Examination, ListsWhatDoesNotLieOnTheFigure) {
    Ward ward;
    ExaminationScreen screen(ward);
    screen.take(Verb::move);
    EXPECT_FALSE(screen.driver.shows("examination.view.sole"));
    screen.driver.click("examination.target.move.subtalar inversion");
    EXPECT_EQ(screen.last(), "move subtalar inversion");
    screen.take(Verb::gait);
    screen.driver.click("examination.target.gait.heels");
    EXPECT_EQ(screen.last(), "gait heels");
}

TEST(Examination, TurnsTheFigure) {
    Ward ward;
    ExaminationScreen screen(ward);
    EXPECT_FALSE(screen.driver.shows("examination.site.right.tarsal_tunnel"));
    screen.driver.click("examination.view.medial");
    EXPECT_EQ(screen.state.figure_view, "medial");
    EXPECT_TRUE(screen.driver.shows("examination.site.right.tarsal_tunnel"));
}

TEST(Examination, PlacesThePatient) {
    Ward ward;
    ExaminationScreen screen(ward);
    screen.driver.click("examination.position");
    screen.driver.click("examination.position.prone");
    EXPECT_EQ(screen.last(), "position prone");
    EXPECT_EQ(ward.encounter().position, "prone");
}

TEST(Examination, ReadsOutTheLastActAndNotesItByEnter) {
    Ward ward(Language::en);
    ExaminationScreen screen(ward);
    screen.driver.click("examination.site.right.plantar_fascia_insertion");
    EXPECT_TRUE(screen.driver.reads("Palpate: Inner heel just in front of the pad"));
    EXPECT_TRUE(screen.driver.reads("NRS 7"));
    screen.driver.ui().focus.leave();
    screen.driver.key(ui::Key::enter);
    EXPECT_EQ(screen.last(), "note_finding 1");
    EXPECT_FALSE(screen.driver.shows("examination.note_finding"));
    EXPECT_TRUE(screen.driver.reads("Noted"));
}

TEST(Examination, OpensAnEarlierReadOutFromItsFinding) {
    Ward ward(Language::en, {"palpate plantar_fascia_insertion", "palpate heel_centre"});
    ExaminationScreen screen(ward);
    EXPECT_TRUE(screen.driver.reads("Palpate: Centre of the heel pad"));
    screen.driver.click("examination.finding.1");
    EXPECT_TRUE(screen.driver.reads("Palpate: Inner heel just in front of the pad"));
    screen.driver.click("examination.site.right.heel_centre");
    EXPECT_TRUE(screen.driver.reads("Palpate: Centre of the heel pad"));
}

TEST(Examination, WritesOwnNotes) {
    Ward ward;
    ExaminationScreen screen(ward);
    screen.driver.type("examination.own_note", "Gleshet i fettet?");
    screen.driver.key(ui::Key::enter);
    EXPECT_EQ(screen.last(), "note Gleshet i fettet?");
    EXPECT_TRUE(screen.state.own_note.empty());
}

TEST(Examination, LooksTheSameForThePainfulAndThePainlessSideUntilItIsTouched) {
    Ward ward;
    ExaminationScreen screen(ward);
    for (const char* view : {"sole", "medial", "back"}) {
        screen.state.figure_view = view;
        screen.driver.frame(4);
        std::vector<std::string> right, left;
        for (const ui::Item& item : screen.driver.ui().registry.before()) {
            if (item.name.starts_with("examination.site.right.")) right.push_back(item.name.substr(23));
            if (item.name.starts_with("examination.site.left.")) left.push_back(item.name.substr(22));
        }
        EXPECT_FALSE(right.empty());
        EXPECT_EQ(right, left);
    }
}

TEST(Examination, NamesThePlaceUnderThePointerAndNotWhatIsFoundThere) {
    Ward ward(Language::en, {"palpate plantar_fascia_insertion"});
    ExaminationScreen screen(ward);
    screen.driver.hover("examination.site.right.plantar_fascia_insertion");
    EXPECT_EQ(screen.state.hovered, "plantar_fascia_insertion");
    const ui::Item* item = screen.driver.item("examination.site.right.plantar_fascia_insertion");
    ASSERT_NE(item, nullptr);
    EXPECT_EQ(item->label, "Inner heel just in front of the pad, Right");
}

TEST(Examination, HasPlacesThatCanBeHitAtEverySize) {
    for (const Screen& size : student_test::screens) {
        Ward ward;
        ExaminationScreen screen(ward, size);
        screen.take(Verb::sensation, "light_touch");
        for (const anatomy::FigureView& view : ward.context().library.atlas.figure) {
            screen.state.figure_view = view.id;
            screen.driver.frame(3);
            std::vector<ui::Rect> places;
            for (const ui::Item& item : screen.driver.ui().registry.items()) {
                if (!item.name.starts_with("examination.site.")) continue;
                EXPECT_GE(item.rect.width(), 28 * size.text_scale - 0.5f) << item.name;
                for (const ui::Rect& other : places) {
                    const ui::Rect both = other.within(item.rect);
                    EXPECT_LE(std::min(both.width(), both.height()), 1.5f)
                        << item.name << ", " << view.id << ", " << student_test::name_of(Language::sv, size);
                }
                places.push_back(item.rect);
            }
            EXPECT_FALSE(places.empty()) << view.id;
        }
    }
}

TEST(Examination, FitsEveryScreenAndLanguage) {
    for (Language language : base::every_language) {
        for (const Screen& size : all_screens()) {
            Ward ward(language, {"ask severity_nrs", "gait normal", "measure weight", "test windlass right",
                                 "sensation light_touch sole_lateral", "palpate plantar_fascia_insertion"});
            ExaminationScreen screen(ward, size);
            const auto look = [&](const std::string& what) {
                for (const auto& complaint : screen.driver.lint()) {
                    ADD_FAILURE() << student_test::name_of(language, size) << " " << what << ": " << complaint.rule
                                  << " " << complaint.text;
                }
            };
            for (const present::ToolGroup& group : present::tool_groups(ward.context())) {
                for (const present::ToolRow& tool : group.tools) {
                    screen.take(tool.verb, tool.modality);
                    look(tool.name);
                }
            }
            for (int page = 0; page < (size.text_scale > 1 ? 4 : 1); ++page) {
                screen.state.page = page;
                screen.driver.frame(3);
                look("page " + std::to_string(page));
            }
        }
    }
}

}  // namespace
}  // namespace palpera::student
