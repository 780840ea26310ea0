#include "engine/student/investigations.h"

#include <gtest/gtest.h>

#include <set>

#include "tests/student/screens.h"
#include "tests/student/ward.h"
#include "tests/ui/driver.h"

namespace palpera::student {
namespace {

using base::Language;
using student_test::Screen;
using student_test::Ward;

// The investigations on a screen; what they ask for is carried out after the frame, as the application does.
class InvestigationsScreen {
public:
    explicit InvestigationsScreen(Ward& ward, Screen screen = {})
        : ward_(ward),
          driver([this](ui::Ui& ui) { draw(ui); },
                 {.width = screen.width, .height = screen.height, .text_scale = screen.text_scale}) {
        driver.frame(4);
    }

    std::string last() const { return asked.empty() ? "" : library::print(asked.back()); }

private:
    void draw(ui::Ui& ui) {
        ui::Rect place = ui::window_rect();
        ui::cut_top(ui, place, 56);
        for (const library::Action& action : draw_investigations(ui, place, ward_.view(), state)) {
            asked.push_back(action);
            ward_.act(action);
        }
    }

    // Before the driver, which draws its first frames when it is made.
    Ward& ward_;

public:
    InvestigationsState state;
    Actions asked;
    ui_test::UiDriver driver;
};

std::vector<Screen> all_screens() {
    std::vector<Screen> all(std::begin(student_test::screens), std::end(student_test::screens));
    all.push_back({960, 540, 1});  // large text on a large screen has as much room
    all.push_back({1920, 1080, 1});
    return all;
}

TEST(InvestigationColumns, CanBeDragged) {
    Ward ward;
    InvestigationsScreen screen(ward);
    screen.driver.press({432, 600}, {400, 600});
    EXPECT_NEAR(screen.state.catalogue_share, 400.0f / 432, 0.02);
    screen.driver.press({400 + 268, 600}, {760, 600});
    EXPECT_NEAR(screen.state.inbox_share, 360.0f / 268, 0.02);
    EXPECT_TRUE(screen.asked.empty());
}

TEST(Investigations, AreOrderedFromTheCatalogue) {
    Ward ward;
    InvestigationsScreen screen(ward);
    screen.driver.click("investigations.test.crp");
    screen.driver.click("investigations.order");
    EXPECT_EQ(screen.last(), "order crp");
    EXPECT_EQ(ward.encounter().orders.size(), 1u);
    EXPECT_TRUE(screen.state.chosen.empty());
}

TEST(Investigations, OfOneSideAreNotOrderedBeforeTheSideIsChosen) {
    Ward ward;
    InvestigationsScreen screen(ward);
    screen.driver.click("investigations.kind.imaging");
    screen.driver.click("investigations.test.xray_heel");
    ASSERT_NE(screen.driver.item("investigations.order"), nullptr);
    EXPECT_FALSE(screen.driver.item("investigations.order")->enabled);
    screen.driver.click("investigations.side.left");
    screen.driver.click("investigations.urgency.urgent");
    screen.driver.click("investigations.order");
    EXPECT_EQ(screen.last(), "order xray_heel left urgent");
}

TEST(Investigations, AreFoundByTyping) {
    Ward ward(Language::en);
    InvestigationsScreen screen(ward);
    screen.driver.type("/");
    EXPECT_EQ(screen.driver.focus(), "investigations.search");
    screen.driver.type("investigations.search", "ferritin");
    EXPECT_TRUE(screen.driver.shows("investigations.test.ferritin"));
    EXPECT_FALSE(screen.driver.shows("investigations.test.ecg"));
}

TEST(Investigations, AreWaitedForUntilTheNextResultComes) {
    Ward ward(Language::sv, {"order crp", "order ct_foot right"});
    InvestigationsScreen screen(ward);
    const base::Minutes due = ward.encounter().orders[0].due;
    screen.driver.click("investigations.wait");
    EXPECT_EQ(ward.encounter().progress.now, due);
    screen.driver.click("investigations.wait");
    EXPECT_GE(ward.encounter().progress.now, ward.encounter().orders[1].due);
    EXPECT_FALSE(screen.driver.shows("investigations.wait"));
}

TEST(Investigations, LongerThanAnActMaySayAreWaitedForInHours) {
    Ward ward(Language::sv, {"order nerve_conduction right"});
    InvestigationsScreen screen(ward);
    screen.driver.click("investigations.wait");
    EXPECT_TRUE(library::parse_action(screen.last())) << screen.last();
    EXPECT_GE(ward.encounter().progress.now, ward.encounter().orders[0].due);
}

TEST(Investigations, AreReadWhenTheyAreOpenedAndOnlyOnce) {
    Ward ward(Language::en, {"order crp", "wait 10 minutes"});
    InvestigationsScreen screen(ward);
    EXPECT_FALSE(screen.driver.reads("mg/L"));
    screen.driver.click("investigations.inbox.0");
    EXPECT_EQ(screen.last(), "read crp");
    EXPECT_TRUE(screen.driver.reads("mg/L"));
    screen.driver.click("investigations.inbox.0");
    EXPECT_EQ(screen.asked.size(), 1u);
    screen.driver.click("investigations.note");
    EXPECT_EQ(screen.last(), "note_finding 3");
    EXPECT_FALSE(screen.driver.shows("investigations.note"));
}

TEST(Investigations, CanBeCancelledWhileTheyAreAwaited) {
    Ward ward(Language::sv, {"order ct_foot right"});
    InvestigationsScreen screen(ward);
    screen.driver.click("investigations.inbox.0.cancel");
    EXPECT_EQ(screen.last(), "cancel ct_foot");
    EXPECT_FALSE(screen.driver.shows("investigations.inbox.0.cancel"));
    EXPECT_EQ(ward.encounter().cost, 0);
}

TEST(Investigations, ShowAFilmsReportInFull) {
    Ward ward(Language::en, {"order xray_heel right", "wait 1 days", "read xray_heel"});
    InvestigationsScreen screen(ward);
    screen.state.open_order = 0;
    screen.driver.frame(3);
    EXPECT_TRUE(screen.driver.reads("No fracture"));
}

// The weight-bearing film of a heel, which has two drawings, open on a screen.
class FilmScreen {
public:
    explicit FilmScreen(const std::string& side = "right", Screen size = {}, Language language = Language::en)
        : ward_(language), screen(prepared(ward_, side), size) {
        screen.state.open_order = 0;
        screen.state.page = 2;
        screen.driver.frame(3);
    }
    ui::Rect film() const { return screen.driver.item("investigations.film")->rect; }
    const ui::PictureView& view() const { return screen.state.film.view; }
    // Grey of the film, x and y in parts of it.
    int grey(double x, double y) const {
        const ui_test::Picture picture = screen.driver.picture();
        const ui::Rect at = film();
        const int column = static_cast<int>(at.min.x + static_cast<float>(x) * at.width());
        const int row = static_cast<int>(at.min.y + static_cast<float>(y) * at.height());
        return picture.rgb[static_cast<std::size_t>(row * picture.width + column) * 3];
    }

private:
    static Ward& prepared(Ward& ward, const std::string& side) {
        for (const std::string& line : {"order xray_heel_loaded " + side, std::string("end_visit"),
                                        std::string("wait 2 days"), std::string("read xray_heel_loaded")}) {
            ward.act(line);
        }
        return ward;
    }
    Ward ward_;

public:
    InvestigationsScreen screen;
};

TEST(Drawings, StandBesideTheReportWithTheirLabel) {
    FilmScreen shown;
    ASSERT_TRUE(shown.screen.driver.shows("investigations.film"));
    EXPECT_GT(shown.film().width(), 300);
    EXPECT_TRUE(shown.screen.driver.reads("Drawing, not a patient's image"));
    EXPECT_TRUE(shown.screen.driver.reads("[drawing: heel, lateral view, normal]"));
    EXPECT_TRUE(shown.screen.driver.reads("No fracture"));
    EXPECT_TRUE(FilmScreen("right", {}, Language::sv).screen.driver.reads("Teckning, inte en bild av en patient"));
    EXPECT_TRUE(FilmScreen("right", {}, Language::nb).screen.driver.reads("Tegning, ikke bilde av en pasient"));
}

TEST(Drawings, FitTheirPane) {
    for (const Screen& size : all_screens()) {
        FilmScreen shown("right", size);
        const ui::Item* film = shown.screen.driver.item("investigations.film");
        ASSERT_NE(film, nullptr) << size.width << " " << size.text_scale;
        EXPECT_GE(film->rect.min.x, film->clip.min.x) << size.width;
        EXPECT_LE(film->rect.max.x, film->clip.max.x) << size.width;
        EXPECT_GT(film->rect.width(), 240) << size.width;
        EXPECT_LE(film->rect.height(), static_cast<float>(size.height)) << size.width;
    }
}

TEST(Drawings, ShowTheHeelOnTheOtherEdgeForTheLeftFoot) {
    FilmScreen right("right"), left("left");
    for (double x : {0.1, 0.3, 0.75, 0.93}) {
        for (double y : {0.2, 0.5, 0.8}) EXPECT_NEAR(right.grey(x, y), left.grey(1 - x, y), 40) << x << " " << y;
    }
    EXPECT_GT(right.grey(0.8, 0.6), left.grey(0.8, 0.6) + 20) << "bone on one, soft tissue on the other";
    EXPECT_GT(right.grey(0.8, 0.6), 120);
}

TEST(Drawings, AreSeenNearerByWheelKeysAndButtons) {
    FilmScreen shown;
    shown.screen.driver.scroll("investigations.film", 1);
    EXPECT_GT(shown.view().zoom, 1.1f);
    shown.screen.driver.type("0");
    EXPECT_EQ(shown.view().zoom, 1);
    shown.screen.driver.type("+");
    shown.screen.driver.type("+");
    const float near = shown.view().zoom;
    EXPECT_GT(near, 1.5f);
    shown.screen.driver.type("-");
    EXPECT_LT(shown.view().zoom, near);
    shown.screen.driver.click("investigations.film.in");
    EXPECT_FLOAT_EQ(shown.view().zoom, near);
    shown.screen.driver.click("investigations.film.out");
    EXPECT_LT(shown.view().zoom, near);
    shown.screen.driver.click("investigations.film.whole");
    EXPECT_EQ(shown.view().zoom, 1);
    for (int i = 0; i < 20; ++i) shown.screen.driver.type("+");
    EXPECT_EQ(shown.view().zoom, 8) << "no nearer than this";
}

TEST(Drawings, AreMovedByArrowsAndByDraggingButNotOutOfSight) {
    FilmScreen shown;
    for (int i = 0; i < 5; ++i) shown.screen.driver.type("+");
    shown.screen.driver.ui().focus.move_to("investigations.film");
    shown.screen.driver.frame(2);
    const float before = shown.view().middle.x;
    shown.screen.driver.key(ui::Key::right);
    const float moved = shown.view().middle.x;
    EXPECT_GT(moved, before);
    const ImVec2 middle = shown.film().middle();
    shown.screen.driver.press(middle, {middle.x + 60, middle.y});
    EXPECT_LT(shown.view().middle.x, moved) << "the drawing follows the pointer";
    for (int i = 0; i < 80; ++i) shown.screen.driver.key(ui::Key::up);
    EXPECT_NEAR(shown.view().middle.y, 0.5f / shown.view().zoom, 0.02f);
    shown.screen.driver.type("0");
    EXPECT_EQ(shown.view().middle.y, 0.5f);
}

TEST(Drawings, OfOneResultAreChosenAndEachIsSeenWholeFirst) {
    FilmScreen shown;
    shown.screen.driver.type("+");
    shown.screen.driver.click("investigations.drawing.1");
    EXPECT_TRUE(shown.screen.driver.reads("[drawing: heel, frontal view, normal]"));
    EXPECT_EQ(shown.view().zoom, 1);
    shown.screen.state.open_order = -1;
    shown.screen.driver.frame(2);
    shown.screen.state.open_order = 0;
    shown.screen.driver.frame(2);
    EXPECT_TRUE(shown.screen.driver.reads("[drawing: heel, frontal view, normal]"));
}

TEST(Drawings, AreReachedWithTheKeyboardAlone) {
    FilmScreen shown;
    std::set<std::string> reached;
    for (int column = 0; column < 4; ++column) {
        for (int step = 0; step < 12; ++step) {
            reached.insert(shown.screen.driver.focus());
            shown.screen.driver.key(ui::Key::tab);
        }
        shown.screen.driver.key(ui::Key::f6);
    }
    for (const char* name : {"investigations.film", "investigations.film.in", "investigations.film.whole"}) {
        EXPECT_TRUE(reached.contains(name)) << name;
    }
}

TEST(Drawings, LetTheWindowSleep) {
    FilmScreen shown;
    shown.screen.driver.ui().focus.move_to("investigations.film");
    shown.screen.driver.frame(4);
    EXPECT_FALSE(shown.screen.driver.ui().redraw.wish());
}

TEST(Investigations, ShowOnlyWhatDepartsWhenAsked) {
    Ward ward(Language::en, {"order crp", "wait 10 minutes", "read crp"});
    InvestigationsScreen screen(ward);
    EXPECT_TRUE(screen.driver.reads("<5"));
    screen.driver.click("investigations.lab.flagged");
    EXPECT_FALSE(screen.driver.reads("<5"));
}

TEST(Investigations, AreReachedPageByPageWithLargeText) {
    Ward ward(Language::sv, {"order crp", "wait 10 minutes"});
    InvestigationsScreen screen(ward, {1280, 720, 2});
    screen.driver.click("investigations.page.inbox");
    screen.driver.click("investigations.inbox.0");
    EXPECT_EQ(screen.state.page, 2);
    EXPECT_TRUE(screen.driver.reads("mg/L"));
}

TEST(Investigations, FitEveryScreenAndLanguage) {
    for (Language language : base::every_language) {
        for (const Screen& size : all_screens()) {
            Ward ward(language, {"order crp", "order haemoglobin", "order xray_heel_loaded both", "order egfr",
                                 "wait 2 days", "read crp", "read haemoglobin", "read xray_heel_loaded", "read egfr",
                                 "order potassium", "wait 2 hours", "order b12", "order mri_foot left"});
            InvestigationsScreen screen(ward, size);
            const auto look = [&](const std::string& what) {
                screen.driver.frame(3);
                for (const auto& complaint : screen.driver.lint()) {
                    ADD_FAILURE() << student_test::name_of(language, size) << " " << what << ": " << complaint.rule
                                  << " " << complaint.text;
                }
            };
            for (const char* kind : {"", "laboratory", "imaging", "physiology"}) {
                screen.state.kind = kind;
                look(std::string("kind ") + kind);
            }
            screen.state.chosen = "xray_heel_loaded";
            for (int order : {0, 2, 5}) {
                screen.state.open_order = order;
                for (int page = 0; page < (size.text_scale > 1 ? 3 : 1); ++page) {
                    screen.state.page = page;
                    look("order " + std::to_string(order) + ", page " + std::to_string(page));
                }
            }
        }
    }
}

}  // namespace
}  // namespace palpera::student
