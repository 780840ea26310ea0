// The examination on the patient's body, drawn with an OpenGL of no display.
#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>

#include "tests/student/body_screen.h"

namespace palpera::student {
namespace {

using base::Language;
using library::Side;
using library::Verb;
using student_test::Screen;
using student_test::Ward;

using student_test::BodyScreen;

TEST(ExaminationBody, ShowsThePatientWhateverToolIsInHand) {
    Ward ward;
    BodyScreen screen(ward);
    for (Verb verb :
         {Verb::inspect, Verb::palpate, Verb::sensation, Verb::reflex, Verb::strength, Verb::move, Verb::test}) {
        screen.take(verb, verb == Verb::sensation ? "light_touch" : "");
        EXPECT_TRUE(screen.driver.shows("examination.body")) << library::name(verb);
    }
}

TEST(ExaminationBody, IsPalpatedWhereItIsPressed) {
    Ward ward;
    BodyScreen screen(ward);
    const auto corner = screen.state.body.corner_of(body::Place::Kind::site, "heel_centre", body::Side::right);
    ASSERT_TRUE(corner);
    screen.look_at(*corner, 30);
    ASSERT_TRUE(screen.driver.shows("examination.site.right.heel_centre"));
    screen.driver.click("examination.site.right.heel_centre");
    EXPECT_EQ(screen.last(), "palpate heel_centre light") << "a short press is a light one";
}

TEST(ExaminationBody, IsPressedFirmlyByTheKeyboard) {
    Ward ward;
    BodyScreen screen(ward);
    screen.driver.click("examination.target.palpate.heel_centre");
    EXPECT_EQ(screen.last(), "palpate heel_centre");
}

TEST(ExaminationBody, IsFeltInTheZoneUnderThePointer) {
    Ward ward;
    BodyScreen screen(ward);
    screen.take(Verb::sensation, "light_touch");
    const auto corner = screen.state.body.corner_of_zone("leg_medial_lower", body::Side::left);
    ASSERT_TRUE(corner);
    screen.look_at(*corner, 60);
    const ImVec2 at = screen.place_of(*corner);
    screen.driver.press(at, at);
    EXPECT_EQ(screen.last(), "sensation light_touch leg_medial_lower");
    EXPECT_EQ(screen.state.side, Side::left);
}

TEST(ExaminationBody, IsTurnedByDraggingAndNothingIsExamined) {
    Ward ward;
    BodyScreen screen(ward);
    screen.take(Verb::sensation, "pinprick");
    const float before = screen.state.body.camera().turn;
    const ui::Rect at = screen.driver.item("examination.body")->rect;
    screen.driver.press({at.middle().x, at.middle().y}, {at.middle().x + 80, at.middle().y});
    EXPECT_LT(screen.state.body.camera().turn, before - 10);
    EXPECT_TRUE(screen.asked.empty());
}

TEST(ExaminationBody, IsNotDrawnAgainWhileNothingMoves) {
    Ward ward;
    BodyScreen screen(ward);
    screen.driver.frame(4);
    const int drawn = screen.artist.drawn();
    screen.driver.frame(10);
    EXPECT_EQ(screen.artist.drawn(), drawn);
    EXPECT_FALSE(screen.driver.ui().redraw.wish()) << "the window would not sleep";
}

TEST(ExaminationBody, LiesDownWhenThePatientDoes) {
    Ward ward;
    BodyScreen screen(ward);
    ward.act("position prone");
    screen.driver.frame(4);
    EXPECT_TRUE(screen.state.body.lies());
    EXPECT_EQ(screen.state.body.view(), "above");
}

TEST(ExaminationBody, IsTurnedToThePlaceThatTheKeyboardIsOn) {
    Ward ward;
    BodyScreen screen(ward);
    const auto corner = screen.state.body.corner_of(body::Place::Kind::site, "achilles_tendon", body::Side::right);
    ASSERT_TRUE(corner);
    EXPECT_FALSE(screen.state.body.sees(*corner));
    screen.driver.ui().focus.move_to("examination.target.palpate.achilles_tendon");
    screen.driver.frame(4);
    EXPECT_TRUE(screen.state.body.sees(*corner));
}

// Every place of the lower limb and the back, by the list beside the body: the body turns until it is seen.
class ByKeyboard : public testing::Test {
protected:
    static bool is_of_leg_or_back(const std::string& region) {
        for (const char* known : {"foot", "ankle", "lower_leg", "knee", "thigh", "buttock", "back"}) {
            if (region == known) return true;
        }
        return false;
    }
    template <class Places>
    void expect_reached(const Places& places, Verb verb, const std::string& before, const std::string& modality = "") {
        screen.take(verb, modality);
        int reached = 0;
        for (const auto& place : places) {
            if (place.intimate || !is_of_leg_or_back(place.region)) continue;
            const auto corner = verb == Verb::sensation
                                    ? screen.state.body.corner_of_zone(place.id, body::Side::right)
                                    : screen.state.body.corner_of(body::Place::Kind::site, place.id, body::Side::right);
            if (!corner) continue;  // what is not on the skin: shoes
            screen.driver.ui().focus.move_to("examination.target." + std::string(library::name(verb)) + "." + before +
                                             place.id);
            screen.driver.frame(3);
            EXPECT_TRUE(screen.state.body.sees(*corner)) << place.id;
            EXPECT_TRUE(screen.driver.item("examination.body")->rect.holds(screen.place_of(*corner))) << place.id;
            ++reached;
        }
        EXPECT_GT(reached, 40);
    }
    Ward ward;
    student_test::BlankArtist blank;
    BodyScreen screen{ward, {}, ui::Appearance::light, true, &blank};
};

TEST_F(ByKeyboard, EverySiteIsTurnedTo) {
    expect_reached(ward.context().library.atlas.sites, Verb::palpate, "");
}

TEST_F(ByKeyboard, EveryZoneIsTurnedTo) {
    expect_reached(ward.context().library.atlas.zones, Verb::sensation, "light_touch ", "light_touch");
}

TEST_F(ByKeyboard, EveryZoneAndSiteIsTurnedToUnderTheMapOfTheNerves) {
    screen.driver.click("examination.nerves");
    ASSERT_EQ(screen.state.map, SkinMap::nerves);
    expect_reached(ward.context().library.atlas.zones, Verb::sensation, "pinprick ", "pinprick");
    expect_reached(ward.context().library.atlas.sites, Verb::palpate, "");
}

TEST(ExaminationBody, KeepsTheZonesThatWereFeltPainted) {
    Ward ward(Language::en, {"sensation light_touch sole_lateral"});
    const auto marks = present::body_marks(ward.context(), ward.encounter());
    ASSERT_EQ(marks.size(), 2u) << "both sides";
    EXPECT_EQ(marks[0].subject, "light_touch sole_lateral");
}

TEST(ExaminationBody, TakesTheBorderThatIsDrawnAsZones) {
    Ward ward;
    BodyScreen screen(ward);
    screen.take(Verb::sensation, "pinprick");
    const auto corner = screen.state.body.corner_of_zone("leg_anterior_shin", body::Side::right);
    ASSERT_TRUE(corner);
    screen.look_at(*corner, 70);
    screen.driver.click("examination.draw_border");
    const ui::Rect body = screen.driver.item("examination.body")->rect;
    const ImVec2 at = screen.place_of(*corner);
    // Around the front of the lower leg, from knee to ankle.
    const float wide = body.height() * 0.12f, high = body.height() * 0.28f;
    std::vector<ImVec2> line;
    for (int i = 0; i <= 24; ++i) {
        const float angle = static_cast<float>(i) * 6.2831853f / 24;
        line.push_back({at.x + wide * std::cos(angle), at.y + high * std::sin(angle)});
    }
    screen.driver.draw(line);
    ASSERT_TRUE(screen.last().starts_with("border pinprick right ")) << screen.last();
    EXPECT_NE(screen.last().find("leg_anterior_shin"), std::string::npos) << screen.last();
    EXPECT_EQ(screen.last().find("left"), std::string::npos);
    EXPECT_FALSE(screen.state.draws_border);
}

TEST(ExaminationBody, ShowsTheDermatomesWhateverToolIsInHand) {
    Ward ward;
    BodyScreen screen(ward);
    EXPECT_EQ(screen.state.map, SkinMap::none);
    const image::Image plain = screen.artist.picture();
    screen.driver.click("examination.dermatomes");
    screen.driver.frame(2);
    EXPECT_NE(screen.artist.picture().rgba, plain.rgba);
    screen.driver.click("examination.dermatomes");
    screen.driver.frame(2);
    EXPECT_EQ(screen.artist.picture().rgba, plain.rgba);
}

TEST(ExaminationBody, MovesWhenItIsExaminedAndComesToRest) {
    Ward ward;
    student_test::BlankArtist blank;
    BodyScreen screen(ward, {}, ui::Appearance::light, false, &blank);
    screen.driver.frame(30);
    const body::Camera before = screen.state.body.camera();
    screen.take(Verb::reflex);
    screen.driver.click("examination.target.reflex.knee_jerk");
    screen.driver.frame(2);
    EXPECT_EQ(screen.last(), "reflex knee_jerk");
    EXPECT_TRUE(screen.state.body.demonstrates());
    EXPECT_EQ(screen.state.body.position(), "sitting") << "a knee jerk is struck on one who sits";
    screen.driver.frame(150);
    EXPECT_FALSE(screen.state.body.demonstrates());
    EXPECT_EQ(screen.state.body.position(), "standing");
    EXPECT_EQ(screen.state.body.camera(), before);
    EXPECT_FALSE(screen.driver.ui().redraw.wish()) << "the window would not sleep";
}

TEST(ExaminationBody, FitsEveryScreenAndLanguage) {
    for (Language language : base::every_language) {
        for (const Screen& size : student_test::screens) {
            Ward ward(language, {"sensation light_touch sole_lateral", "palpate plantar_fascia_insertion"});
            BodyScreen screen(ward, size);
            for (Verb verb : {Verb::palpate, Verb::sensation, Verb::move}) {
                screen.take(verb, verb == Verb::sensation ? "light_touch" : "");
                for (const auto& complaint : screen.driver.lint()) {
                    ADD_FAILURE() << student_test::name_of(language, size) << " " << library::name(verb) << ": "
                                  << complaint.rule << " " << complaint.text;
                }
            }
        }
    }
}

// Pictures for the eye: PALPERA_SHEETS names the folder they go to.
TEST(ExaminationBody, CanBeLookedAt) {
    const char* folder = std::getenv("PALPERA_SHEETS");
    if (folder == nullptr) GTEST_SKIP() << "only where PALPERA_SHEETS names a folder";
    for (ui::Appearance appearance : {ui::Appearance::light, ui::Appearance::dark}) {
        for (const Screen& size : student_test::screens) {
            if (appearance == ui::Appearance::dark && size.text_scale > 1) continue;
            Ward ward(Language::sv,
                      {"sensation light_touch sole_lateral", "palpate plantar_fascia_insertion", "note_finding 2"});
            BodyScreen screen(ward, size, appearance);
            const std::string name = std::string(folder) + "/" + student_test::name_of(Language::sv, size) +
                                     (appearance == ui::Appearance::dark ? "-dark" : "");
            ASSERT_TRUE(screen.driver.png(name + "-palpate.png"));
            screen.take(Verb::sensation, "light_touch");
            ASSERT_TRUE(screen.driver.png(name + "-touch.png"));
            screen.driver.click("examination.dermatomes");
            screen.state.body.look_from("back", screen.driver.ui());
            screen.driver.frame(4);
            ASSERT_TRUE(screen.driver.png(name + "-dermatomes.png"));
            screen.driver.click("examination.dermatomes");
            screen.state.body.look_from("sole", screen.driver.ui());
            screen.driver.frame(4);
            ASSERT_TRUE(screen.driver.png(name + "-sole.png"));
            ward.act("position prone");
            screen.driver.frame(4);
            ASSERT_TRUE(screen.driver.png(name + "-prone.png"));
        }
    }
}

}  // namespace
}  // namespace palpera::student
