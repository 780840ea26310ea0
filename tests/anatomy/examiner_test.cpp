#include "engine/anatomy/examiner.h"

#include <gtest/gtest.h>

#include <set>

#include "tests/anatomy/examined.h"

namespace palpera::anatomy {
namespace {

TEST(Examiner, ComparesTheSides) {
    const Deficit one = deficit(shipped_atlas(), {root("S1", partial)});
    const Deficit two = deficit(shipped_atlas(), {root("S1", partial, Sides::both)});
    EXPECT_EQ(Examiner(shipped_atlas(), one, 0).power("gastrocnemius", Side::right), "power_four");
    EXPECT_EQ(Examiner(shipped_atlas(), two, 0).power("gastrocnemius", Side::right), "power_four_both");
    EXPECT_EQ(Examiner(shipped_atlas(), one, 0).reflex("ankle_jerk", Side::right), "reflex_reduced");
    EXPECT_EQ(Examiner(shipped_atlas(), two, 0).reflex("ankle_jerk", Side::left), "reflex_reduced_both");
    EXPECT_EQ(Examiner(shipped_atlas(), one, 0).skin(Modality::light_touch, "foot_lateral_border", Side::right),
              "touch_altered");
    EXPECT_EQ(Examiner(shipped_atlas(), one, 0).power("gastrocnemius", Side::left), "");
}

TEST(Examiner, FindsTheSameAtEveryRepeatAndDiffersBetweenPatientsWherePatientsDiffer) {
    // Gluteus maximus loses 0.15 of a half-cut fifth lumbar root: between 5 and 4+.
    const Deficit half = deficit(shipped_atlas(), {root("L5", partial)});
    std::set<std::string> found;
    for (std::uint64_t variant = 0; variant < 32; ++variant) {
        const Examiner examiner(shipped_atlas(), half, variant);
        const std::string first = examiner.power("gluteus_maximus", Side::right);
        EXPECT_EQ(examiner.power("gluteus_maximus", Side::right), first);
        EXPECT_EQ(examiner.power("tibialis_posterior", Side::right), "power_four") << "no patient differs there";
        found.insert(first);
    }
    EXPECT_EQ(found, (std::set<std::string>{"", "power_four_plus"}));
}

TEST(Examiner, GivesNoWordingThatTheAtlasLacks) {
    const Atlas& atlas = shipped_atlas();
    for (const LesionSite& site : atlas.lesion_sites) {
        for (double severity : {0.2, partial, complete}) {
            const Deficit deficit = anatomy::deficit(atlas, {at_site(site.id, severity), root("L5", severity)});
            const Examiner examiner(atlas, deficit, 3);
            const auto told = [&](const std::string& wording) {
                EXPECT_TRUE(wording.empty() || find(atlas.findings, wording)) << wording;
            };
            for (Side side : {Side::right, Side::left}) {
                for (const Muscle& muscle : atlas.muscles) told(examiner.power(muscle.id, side));
                for (const Reflex& reflex : atlas.reflexes) told(examiner.reflex(reflex.id, side));
                for (const Zone& zone : atlas.zones) {
                    for (int modality = 0; modality < 4; ++modality)
                        told(examiner.skin(static_cast<Modality>(modality), zone.id, side));
                }
            }
        }
    }
}

TEST(Examiner, CallsThePlantarResponseMuteAndMissesNoClonus) {
    const Deficit cut = deficit(shipped_atlas(), {at_site("tibial_popliteal")});
    EXPECT_EQ(Examiner(shipped_atlas(), cut, 0).reflex("plantar_response", Side::right), "plantar_mute");
    EXPECT_EQ(Examiner(shipped_atlas(), cut, 0).reflex("ankle_clonus", Side::right), "");
}

TEST(Examiner, GradesTheSphincterByFunction) {
    const Deficit cauda = deficit(shipped_atlas(), {at_site("cauda_equina_complete")});
    EXPECT_EQ(Examiner(shipped_atlas(), cauda, 0).power("anal_sphincter_external", Side::right), "function_absent");
    const Deficit half = deficit(shipped_atlas(), {at_site("cauda_equina_complete", partial)});
    EXPECT_EQ(Examiner(shipped_atlas(), half, 0).power("anal_sphincter_external", Side::right), "function_reduced");
}

}  // namespace
}  // namespace palpera::anatomy
