// Signs of disease on the skin: lines hold together, and keep to their side of the limb.
#include "engine/body/signs.h"

#include <gtest/gtest.h>

#include <atomic>

#include "tests/body/people.h"

namespace palpera::body {
namespace {

// The full one: the coarse body is too coarse for a line.
const Body& man() {
    static const std::atomic<bool> stop{false};
    static const std::shared_ptr<const Body> made = make_body(body_test::table(), Physique{}, true, stop);
    return *made;
}

const Places& places() {
    static const Places all = [] {
        base::Diagnostics diagnostics;
        Places read = read_places(PALPERA_SOURCE_DIR "/assets/body/places.yaml", *man().table, diagnostics);
        EXPECT_EQ(diagnostics.errors(), 0u);
        return read;
    }();
    return all;
}

SkinLook look_of(const SkinSign& sign) { return body::look_of(man(), places(), {{&sign, Side::left}}); }

TEST(SkinSigns, ACordOrAScarIsOneLineFromEndToEnd) {
    for (const SkinSign& sign : {SkinSign{SkinSign::Look::varicose, "medial_tibial_border", 11, 0.35f},
                                 SkinSign{SkinSign::Look::scar, "calf", 5, 0.1f}}) {
        const SkinLook look = look_of(sign);
        const Place& place = *places().find(Place::Kind::site, sign.site);
        const Vector middle = man().skin.points[anchor(man(), place, Side::left)].rest;
        // Every centimetre of its inner three quarters has a corner that is clearly coloured.
        const int reach = static_cast<int>(sign.radius * 0.75f);
        for (int from = -reach; from < reach; ++from) {
            bool coloured = false;
            for (std::size_t i = 0; i < look.tints.size(); ++i) {
                const float down = middle.y - man().skin.points[i].rest.y - static_cast<float>(from);
                coloured = coloured || (down >= 0 && down < 1 && look.tints[i][3] > 60);
            }
            EXPECT_TRUE(coloured) << sign.site << " " << from << " cm below its middle";
        }
    }
}

TEST(SkinSigns, ACordOnTheInnerSideOfTheLegIsNotOnItsOuterSide) {
    const SkinLook look = look_of({SkinSign::Look::varicose, "medial_tibial_border", 11, 0.35f});
    std::size_t coloured = 0;
    for (std::size_t i = 0; i < look.tints.size(); ++i) {
        if (look.tints[i][3] == 0) continue;
        ++coloured;
        EXPECT_EQ(man().skin.points[i].side, Side::left);
        EXPECT_LT(man().skin.points[i].normal.x, 0.6f) << "it looks outwards";
    }
    EXPECT_GT(coloured, 20u);
}

}  // namespace
}  // namespace palpera::body
