#include "engine/ui/theme.h"

#include <gtest/gtest.h>

#include <initializer_list>

namespace palpera::ui {
namespace {

double on(Appearance appearance, Role mark, Role ground) {
    return contrast(colour(appearance, mark), colour(appearance, ground));
}

struct ThemeTest : testing::TestWithParam<Appearance> {
    void every(std::initializer_list<Role> marks, std::initializer_list<Role> grounds, double least) {
        for (Role mark : marks)
            for (Role ground : grounds)
                EXPECT_GE(on(GetParam(), mark, ground), least)
                    << "role " << static_cast<int>(mark) << " on role " << static_cast<int>(ground);
    }
};

TEST_P(ThemeTest, TextIsReadableOnEveryGroundItIsDrawnOn) {
    every({Role::ink, Role::ink2, Role::ink3}, {Role::surface, Role::canvas, Role::surface2, Role::sunken}, 4.5);
    every({Role::ink}, {Role::primary_tint, Role::missed_tint, Role::ok_tint, Role::info_tint}, 4.5);
    every({Role::primary, Role::ok, Role::missed, Role::late, Role::harm}, {Role::surface, Role::canvas}, 4.5);
    every({Role::ok}, {Role::ok_tint}, 4.5);
    every({Role::missed}, {Role::missed_tint}, 4.5);
    every({Role::late}, {Role::late_tint}, 4.5);
    every({Role::harm}, {Role::harm_tint}, 4.5);
    every({Role::focus}, {Role::info_tint}, 4.5);
    every({Role::ink2}, {Role::unneeded_tint}, 4.5);
    every({Role::primary}, {Role::primary_tint}, 4.5);
    every({Role::on_primary}, {Role::primary, Role::primary_hover, Role::primary_press}, 4.5);
    every({Role::surface}, {Role::ink, Role::harm, Role::harm_press}, 4.5);
}

TEST_P(ThemeTest, RunningTextHasSevenToOneOnCards) { every({Role::ink, Role::ink2}, {Role::surface}, 7); }

TEST_P(ThemeTest, EdgesMarksAndTheFocusRingStandOutThreeToOne) {
    every({Role::edge, Role::focus, Role::unneeded}, {Role::surface, Role::canvas}, 3);
    every({Role::zone_l4, Role::zone_s1}, {Role::surface}, 3);
}

TEST_P(ThemeTest, BannersAndTheExamBarAreReadable) {
    every({Role::hero_text, Role::hero_text2, Role::hero_accent}, {Role::hero}, 4.5);
    every({Role::exam_text, Role::exam_text2, Role::exam_accent}, {Role::exam_bar}, 4.5);
}

TEST_P(ThemeTest, PortraitsAndThePainFaceAreReadable) {
    for (const char* id : {"l5_florist", "plantar_nurse", "stenosis_carpenter", "calf_runner", "cramp_teacher"}) {
        Role ground = portrait(id);
        EXPECT_GE(on(GetParam(), portrait_ink(ground), ground), 4.5) << id;
    }
    every({Role::face_ink}, {Role::face}, 4.5);
}

INSTANTIATE_TEST_SUITE_P(Look, ThemeTest, testing::Values(Appearance::light, Appearance::dark));

TEST(Theme, MeasuresContrastAsTheAccessibilityGuidelinesDo) {
    EXPECT_NEAR(contrast({0, 0, 0}, {255, 255, 255}), 21, 1e-9);
    EXPECT_NEAR(contrast({255, 255, 255}, {0x77, 0x77, 0x77}), 4.48, 0.01);
}

TEST(Theme, APatientKeepsThePortraitColour) {
    EXPECT_EQ(portrait("l5_florist"), portrait("l5_florist"));
    EXPECT_NE(portrait("l5_florist"), portrait_ink(portrait("l5_florist")));
}

TEST(Theme, TheUnneededMarkIsNeverTheInkOfItsWords) {
    EXPECT_EQ(outcome_ink(Outcome::unneeded), Role::ink2);
    EXPECT_EQ(outcome_ink(Outcome::late), outcome_role(Outcome::late));
}

}  // namespace
}  // namespace palpera::ui
