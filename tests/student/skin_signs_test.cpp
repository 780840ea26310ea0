// Signs of disease on the skin of the patient.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>

#include "engine/present/body_answers.h"
#include "tests/student/body_screen.h"

namespace palpera::student {
namespace {

using base::Language;
using library::Side;
using student_test::BodyScreen;
using student_test::Ward;

TEST(SkinSigns, AreOfFactsOfTheCatalogue) {
    Ward ward;
    BodyScreen screen(ward);
    const auto& facts = ward.context().library.catalogue.facts;
    ASSERT_FALSE(student_test::bodies().signs().empty());
    for (const auto& [fact, signs] : student_test::bodies().signs()) {
        EXPECT_NE(library::find(facts, fact), nullptr) << fact;
        EXPECT_FALSE(signs.empty()) << fact;
    }
}

TEST(SkinSigns, AreSeenOnTheSideThatHasThem) {
    Ward ward(Language::en, {}, "train_host");  // a torn Achilles tendon on the right
    EXPECT_TRUE(present::has_sign(ward.encounter(), "tendon_gap", Side::right));
    EXPECT_FALSE(present::has_sign(ward.encounter(), "tendon_gap", Side::left));
    EXPECT_FALSE(present::has_sign(ward.encounter(), "no_such_fact", Side::right));
}

TEST(SkinSigns, OfACaseAreSeenWithoutBeingLookedFor) {
    const struct {
        const char *patient, *fact;
        Side side;
    } known[] = {{"shop_assistant", "varicose_cord", Side::left},
                 {"tax_officer", "callus_forefoot", Side::left},
                 {"carpenter", "scar_outer_ankle", Side::right}};
    for (const auto& one : known) {
        Ward ward(Language::en, {}, one.patient);
        EXPECT_TRUE(present::has_sign(ward.encounter(), one.fact, one.side)) << one.fact;
        EXPECT_FALSE(present::has_sign(ward.encounter(), one.fact, library::opposite(one.side))) << one.fact;
        student_test::bodies().of(*ward.encounter().patient);  // the first who is met has the tables read
        EXPECT_EQ(student_test::bodies().signs().count(one.fact), 1u) << one.fact;
    }
}

TEST(SkinTone, IsThePatientsOwn) {
    const auto tone = [](const char* patient) {
        Ward ward(Language::en, {}, patient);
        return tone_of(*ward.encounter().patient);
    };
    EXPECT_LT(tone("carpenter"), tone("train_host"));
    EXPECT_EQ(tone("train_host"), tone("sexton")) << "neither says: type 2";
    EXPECT_LT(tone("train_host"), tone("preschool_teacher"));
    EXPECT_LT(tone("preschool_teacher"), tone("costume_maker"));
}

TEST(SkinSigns, ColourAndShapeTheSkinAroundTheirSiteAndNowhereElse) {
    Ward ward(Language::en, {}, "train_host");
    BodyScreen screen(ward);
    const body::Body& body = screen.state.body.body();
    const auto& places = student_test::bodies().places();
    for (const auto look : {body::SkinSign::Look::redness, body::SkinSign::Look::bruise, body::SkinSign::Look::varicose,
                            body::SkinSign::Look::callus, body::SkinSign::Look::scar}) {
        const body::SkinSign sign{look, "calf", 4, 0.5f};
        const body::SkinLook seen = body::look_of(body, places, {{&sign, body::Side::right}});
        ASSERT_EQ(seen.tints.size(), body.skin.points.size());
        std::size_t coloured = 0;
        for (std::size_t i = 0; i < seen.tints.size(); ++i) {
            if (seen.tints[i][3] == 0) continue;
            ++coloured;
            EXPECT_EQ(body.skin.points[i].side, body::Side::right);
            EXPECT_GT(seen.heights[i], 0);
        }
        EXPECT_GT(coloured, 3u) << static_cast<int>(look);
        EXPECT_LT(coloured, seen.tints.size() / 20) << static_cast<int>(look);
    }
    const body::SkinSign wasted{body::SkinSign::Look::wasting, "calf", 8, -1};
    body::PosedSkin thinner = body::posed(body, body::pose_of(body, "standing")), before = thinner;
    body::swell(thinner, body::look_of(body, places, {{&wasted, body::Side::left}}));
    const auto corner = body::anchor(body, *places.find(body::Place::Kind::site, "calf"), body::Side::left);
    EXPECT_LT(body::dot(thinner.points[corner] - before.points[corner], before.normals[corner]), -0.8f);
}

TEST(SkinSigns, ChangeThePicture) {
    Ward ill(Language::en, {}, "train_host");
    BodyScreen screen(ill);
    const auto gap = screen.state.body.corner_of(body::Place::Kind::site, "achilles_tendon", body::Side::right);
    ASSERT_TRUE(gap);
    screen.look_at(*gap, 46);
    screen.driver.frame(2);
    if (const char* folder = std::getenv("PALPERA_SHEETS")) {
        ASSERT_TRUE(screen.driver.png(std::string(folder) + "/achilles.png"));
    }
    const image::Image& picture = screen.artist.picture();
    // A bruise is bluer than any skin: more blue than green in it.
    std::size_t blue = 0;
    for (std::size_t i = 0; i < picture.rgba.size(); i += 4) {
        const int red = picture.rgba[i], green = picture.rgba[i + 1], of_blue = picture.rgba[i + 2];
        blue += red > green + 8 && of_blue > green + 4 ? 1 : 0;
    }
    EXPECT_GT(blue, 200u);
}

}  // namespace
}  // namespace palpera::student
