#include "engine/anatomy/best_fit.h"

#include <gtest/gtest.h>

#include "engine/anatomy/examiner.h"
#include "tests/anatomy/examined.h"

namespace palpera::anatomy {
namespace {

using Of = Sighting::Of;

std::string best(const std::vector<Sighting>& sightings) {
    const std::vector<Fit> fits = best_fit(shipped_atlas(), sightings);
    return fits.empty() ? "" : name_of(fits.front().lesion);
}

TEST(BestFit, TellsTheFifthLumbarRootFromTheCommonFibularNerve) {
    const std::vector<Sighting> either{{Of::muscle, "tibialis_anterior"},
                                       {Of::muscle, "extensor_hallucis_longus"},
                                       {Of::zone, "foot_dorsum_first_web"},
                                       {Of::reflex, "ankle_jerk", Side::right, false}};
    std::vector<Sighting> root_signs = either, nerve_signs = either;
    root_signs.push_back({Of::muscle, "tibialis_posterior"});
    root_signs.push_back({Of::muscle, "gluteus_medius_minimus"});
    root_signs.push_back({Of::special_test, "slr"});
    nerve_signs.push_back({Of::muscle, "tibialis_posterior", Side::right, false});
    nerve_signs.push_back({Of::muscle, "gluteus_medius_minimus", Side::right, false});
    nerve_signs.push_back({Of::special_test, "tinel_fibular_head"});
    EXPECT_EQ(best(root_signs), "root_L5");
    EXPECT_EQ(best(nerve_signs), "common_fibular_fibular_head");
}

TEST(BestFit, OfAWholeExaminationFindsEveryRootOfTheLeg) {
    for (const char* level : {"L2", "L3", "L4", "L5", "S1", "S2"}) {
        const Deficit deficit = anatomy::deficit(shipped_atlas(), {root(level, complete, Sides::left)});
        std::vector<Sighting> sightings;
        for (const Muscle& muscle : shipped_atlas().muscles) {
            const bool weak = !Examiner(shipped_atlas(), deficit, 0).power(muscle.id, Side::left).empty();
            sightings.push_back({Of::muscle, muscle.id, Side::left, weak});
        }
        for (const Zone& zone : shipped_atlas().zones) {
            const bool numb =
                !Examiner(shipped_atlas(), deficit, 0).skin(Modality::pinprick, zone.id, Side::left).empty();
            sightings.push_back({Of::zone, zone.id, Side::left, numb});
        }
        const std::vector<Fit> fits = best_fit(shipped_atlas(), sightings);
        EXPECT_EQ(name_of(fits.front().lesion), std::string("root_") + level);
        EXPECT_EQ(fits.front().lesion.sides, Sides::left);
        EXPECT_GT(fits.front().fit, 0.9);
        EXPECT_GE(fits.front().fit, 0.0);
        EXPECT_LE(fits.front().fit, 1.0);
    }
}

TEST(BestFit, SaysWhatALesionDoesNotExplain) {
    const std::vector<Fit> fits = best_fit(
        shipped_atlas(), {{Of::zone, "foot_lateral_border"}, {Of::zone, "heel_lateral"}, {Of::muscle, "deltoid"}});
    ASSERT_FALSE(fits.empty());
    EXPECT_FALSE(fits.front().contradicted.empty());
    EXPECT_LT(fits.front().fit, 0.9);
}

TEST(BestFit, OfNothingAlteredIsNothing) {
    EXPECT_TRUE(best_fit(shipped_atlas(), {}).empty());
    EXPECT_TRUE(best_fit(shipped_atlas(), {{Of::zone, "heel_lateral", Side::right, false}}).empty());
    EXPECT_TRUE(best_fit(shipped_atlas(), {{Of::zone, "no_such_zone"}}).empty());
}

TEST(BestFit, OfASaddleOnBothSidesIsTheConusOrTheCaudaEquina) {
    std::vector<Sighting> sightings;
    for (Side side : {Side::right, Side::left}) {
        for (const char* zone : {"perianal", "perineum", "genital_posterior"})
            sightings.push_back({Of::zone, zone, side});
        sightings.push_back({Of::reflex, "ankle_jerk", side});
        sightings.push_back({Of::zone, "foot_lateral_border", side});
        sightings.push_back({Of::special_test, "anal_tone", side});
    }
    EXPECT_EQ(best(sightings), "cauda_equina_complete");
}

}  // namespace
}  // namespace palpera::anatomy
