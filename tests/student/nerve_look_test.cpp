// The territories of the nerves on the skin: unions of zones that agree with the tables.
#include <gtest/gtest.h>

#include <cstdlib>
#include <set>

#include "engine/anatomy/deficit.h"
#include "engine/student/nerve_look.h"
#include "tests/student/body_screen.h"

namespace palpera::student {
namespace {

using base::Language;
using library::Verb;
using student_test::BodyScreen;
using student_test::Ward;

const anatomy::Atlas& atlas() {
    static const Ward ward;
    return ward.context().library.atlas;
}

// What is lost of the fibres of each zone where one nerve is cut where it begins.
std::vector<double> lost_with(std::string_view nerve) {
    anatomy::Atlas with_site = atlas();
    const anatomy::Nerve* cut = anatomy::find(with_site.nerves, nerve);
    anatomy::LesionSite site;
    site.id = "where_it_begins";
    site.structure = nerve;
    site.points = {{static_cast<std::size_t>(cut - with_site.nerves.data()), 0, 1}};
    with_site.lesion_sites.push_back(site);
    const anatomy::Lesion lesion{{std::string(nerve)}, site.id, anatomy::Sides::right, 1};
    EXPECT_EQ(anatomy::trouble_with(with_site, lesion), "");
    std::vector<double> lost;
    for (const auto& zone : anatomy::deficit(with_site, {lesion}).zones) lost.push_back(zone.right.fibres);
    return lost;
}

TEST(NerveTerritories, AreWhatALesionOfTheirNerveTakes) {
    std::vector<std::vector<double>> lost;
    for (std::string_view nerve : mapped_nerves()) {
        ASSERT_NE(anatomy::find(atlas().nerves, nerve), nullptr) << nerve;
        lost.push_back(lost_with(nerve));
    }
    std::set<std::size_t> met;
    for (std::size_t zone = 0; zone < atlas().zones.size(); ++zone) {
        const auto territory = mapped_nerve(atlas(), atlas().zones[zone]);
        if (territory) met.insert(*territory);
        for (std::size_t nerve = 0; nerve < lost.size(); ++nerve) {
            const double most = territory ? lost[*territory][zone] : 1.0 / 3;
            EXPECT_LE(lost[nerve][zone], most + 1e-9) << mapped_nerves()[nerve] << " " << atlas().zones[zone].id;
        }
        if (!territory) continue;
        EXPECT_GT(lost[*territory][zone], 1.0 / 3) << atlas().zones[zone].id;
    }
    EXPECT_EQ(met.size(), mapped_nerves().size()) << "a nerve without any skin";
}

TEST(NerveTerritories, CoverTheLegBelowTheKneeAndTheFoot) {
    for (const anatomy::Zone& zone : atlas().zones) {
        if (zone.region == "foot" || zone.region == "ankle" || zone.region == "lower_leg") {
            EXPECT_TRUE(mapped_nerve(atlas(), zone)) << zone.id;
        }
    }
    const auto of = [](std::string_view zone) {
        return mapped_nerves()[*mapped_nerve(atlas(), *anatomy::find(atlas().zones, zone))];
    };
    EXPECT_EQ(of("foot_dorsum_first_web"), "deep_fibular");
    EXPECT_EQ(of("sole_heel_medial"), "medial_calcaneal");
    EXPECT_EQ(of("hallux_plantar"), "medial_plantar");
    EXPECT_EQ(of("toe_5_plantar_lateral"), "lateral_plantar");
    EXPECT_EQ(of("knee_infrapatellar"), "saphenous");
}

TEST(NerveTerritories, DoNotLookAlike) {
    std::set<std::pair<int, int>> looks;
    for (std::size_t i = 0; i < mapped_nerves().size(); ++i) {
        const RootLook look = look_of_nerve(i);
        looks.insert({static_cast<int>(look.pattern), static_cast<int>(look.role)});
    }
    EXPECT_EQ(looks.size(), mapped_nerves().size());
}

TEST(NerveTerritories, ThatMeetOnTheSkinDifferInTheirPattern) {
    Ward ward;
    student_test::BlankArtist blank;
    BodyScreen screen(ward, {}, ui::Appearance::light, true, &blank);
    const body::ZoneMap& zones = screen.state.body.zones();
    std::vector<std::optional<std::size_t>> of;
    for (const body::ZoneOutline& zone : zones.zones()) {
        const anatomy::Zone* known = anatomy::find(atlas().zones, zone.id);
        of.push_back(known ? mapped_nerve(atlas(), *known) : std::nullopt);
    }
    // Counted along the edges of the skin's triangles: what touches at a corner only is no border.
    std::map<std::pair<std::size_t, std::size_t>, int> borders;
    const body::Skin& skin = screen.state.body.body().skin;
    for (std::size_t i = 0; i + 1 < skin.triangles.size(); i += 3) {
        const auto nerve = [&](std::size_t corner) -> std::optional<std::size_t> {
            const body::SkinPoint& point = skin.points[skin.triangles[corner]];
            const int zone = zones.at(point.chart, point.place);
            return zone < 0 ? std::nullopt : of[static_cast<std::size_t>(zone)];
        };
        const auto a = nerve(i), b = nerve(i + 1);
        if (a && b && *a != *b) ++borders[std::minmax(*a, *b)];
    }
    EXPECT_GT(borders.size(), 20u);
    for (const auto& [pair, count] : borders) {
        if (count < 8) continue;
        EXPECT_NE(look_of_nerve(pair.first).pattern, look_of_nerve(pair.second).pattern)
            << mapped_nerves()[pair.first] << " meets " << mapped_nerves()[pair.second] << " " << count;
    }
}

TEST(NerveTerritories, AreLaidOnTheBodyInsteadOfTheDermatomes) {
    Ward ward;
    BodyScreen screen(ward);
    const image::Image plain = screen.artist.picture();
    screen.driver.click("examination.dermatomes");
    screen.driver.frame(2);
    const image::Image dermatomes = screen.artist.picture();
    screen.driver.click("examination.nerves");
    screen.driver.frame(2);
    EXPECT_NE(screen.artist.picture().rgba, plain.rgba);
    EXPECT_NE(screen.artist.picture().rgba, dermatomes.rgba);
    screen.driver.click("examination.nerves");
    screen.driver.frame(2);
    EXPECT_EQ(screen.artist.picture().rgba, plain.rgba);
}

// Pictures for the eye: PALPERA_SHEETS names the folder they go to.
TEST(NerveTerritories, CanBeLookedAt) {
    const char* folder = std::getenv("PALPERA_SHEETS");
    if (folder == nullptr) GTEST_SKIP() << "only where PALPERA_SHEETS names a folder";
    for (Language language : {Language::sv, Language::en}) {
        for (const auto& size : student_test::screens) {
            Ward ward(language, {});
            BodyScreen screen(ward, size);
            screen.driver.click("examination.nerves");
            for (const char* view : {"front", "back", "sole"}) {
                screen.state.body.look_from(view, screen.driver.ui());
                screen.driver.frame(4);
                ASSERT_TRUE(screen.driver.png(std::string(folder) + "/" + student_test::name_of(language, size) +
                                              "-nerves-" + view + ".png"));
            }
        }
    }
}

}  // namespace
}  // namespace palpera::student
