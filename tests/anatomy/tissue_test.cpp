// What lesions of tissues give at the examination.
#include <gtest/gtest.h>

#include <algorithm>

#include "engine/anatomy/tissue_signs.h"
#include "tests/anatomy/examined.h"

namespace palpera::anatomy {
namespace {

Lesion of_tissue(const std::string& tissue, double severity = complete, Sides sides = Sides::right) {
    return {{tissue}, "tissue", sides, severity};
}

template <class List>
std::size_t place(const List& list, const std::string& id) {
    const auto* found = find(list, id);
    if (!found) throw std::out_of_range(id);
    return static_cast<std::size_t>(found - list.data());
}

// A patient with these lesions; the right side unless another is said.
class Felt {
public:
    explicit Felt(const std::vector<Lesion>& lesions) : signs(tissue_signs(shipped_atlas(), lesions)) {}
    explicit Felt(const std::string& tissue, double severity = complete) : Felt({of_tissue(tissue, severity)}) {}

    double tender(const std::string& site, Side side = Side::right) const {
        return signs.tenderness[place(atlas.sites, site)][side];
    }
    Grade look(Look look, const std::string& site, Side side = Side::right) const {
        return read_look(signs.look(look)[place(atlas.sites, site)][side]);
    }
    MovementSign moved(const std::string& joint, const std::string& movement, Side side = Side::right) const {
        const std::size_t at = place(atlas.joints, joint);
        return signs.movements[at][place(atlas.joints[at].movements, movement)][side];
    }
    Pulse pulse(const std::string& artery, Side side = Side::right) const {
        return read_pulse(signs.pulses[place(atlas.arteries, artery)][side]);
    }
    Sign sign(const std::string& test, Side side = Side::right) const {
        return signs.special_tests[place(atlas.special_tests, test)][side].sign;
    }
    bool positive(const std::string& test, Side side = Side::right) const { return sign(test, side) == Sign::positive; }

    const Atlas& atlas = shipped_atlas();
    TissueSigns signs;
};

TEST(Heel, InFasciitisHurtsInsideInFrontOfThePadAndWhenTheToesAreBentUp) {
    const Felt heel("plantar_fascia_insertion");
    EXPECT_GT(heel.tender("plantar_fascia_insertion"), heel.tender("plantar_fascia"));
    EXPECT_EQ(heel.tender("heel_centre"), 0);
    EXPECT_EQ(heel.tender("calcaneus_sides"), 0);
    EXPECT_TRUE(heel.positive("windlass"));
    EXPECT_FALSE(heel.positive("calcaneal_squeeze"));
    EXPECT_GT(heel.moved("great_toe", "extension").pain, 3);
}

TEST(Heel, WithAStressFractureHurtsWhenSqueezedAndIsWorstOnHopping) {
    const Felt heel("calcaneus_stress_fracture");
    EXPECT_TRUE(heel.positive("calcaneal_squeeze"));
    EXPECT_FALSE(heel.positive("windlass"));
    EXPECT_GT(heel.tender("calcaneus_sides"), heel.tender("plantar_fascia_insertion"));
    for (Load load : {Load::walking, Load::toe_walking, Load::heel_raise}) {
        EXPECT_GT(heel.signs.on(Load::hopping).right, heel.signs.on(load).right);
    }
}

TEST(Heel, WithAWornPadIsTenderInItsMiddle) {
    const Felt heel("heel_fat_pad");
    EXPECT_GT(heel.tender("heel_centre"), 6);
    EXPECT_EQ(heel.tender("plantar_fascia_insertion"), 0);
    EXPECT_TRUE(heel.positive("heel_pad_palpation"));
    EXPECT_FALSE(heel.positive("medial_calcaneal_tubercle_palpation"));
}

TEST(Heel, WithInflamedEnthesesIsTenderAboveAndBelowAndWarm) {
    const Felt heel("heel_enthesis");
    EXPECT_GT(heel.tender("achilles_insertion"), 5);
    EXPECT_GT(heel.tender("plantar_fascia_insertion"), 4);
    EXPECT_EQ(heel.look(Look::warmth, "achilles_insertion"), Grade::marked);
}

TEST(AchillesTendon, TornAcrossDoesNotMoveTheFootWhenTheCalfIsSqueezed) {
    const Felt torn("achilles_rupture");
    for (const char* test : {"thompson_squeeze", "matles", "achilles_gap", "single_leg_heel_raise"}) {
        EXPECT_TRUE(torn.positive(test)) << test;
    }
    EXPECT_EQ(torn.look(Look::gap, "achilles_tendon"), Grade::marked);
}

TEST(AchillesTendon, TornInPartStillMovesTheFoot) {
    const Felt torn("achilles_rupture", partial);
    EXPECT_FALSE(torn.positive("thompson_squeeze"));
    EXPECT_TRUE(torn.positive("single_leg_heel_raise"));
}

TEST(AchillesTendon, InTendinopathyIsThickWhereItIsTenderAndWhole) {
    const Felt midportion("achilles_midportion"), insertion("achilles_insertion_tendon");
    EXPECT_FALSE(midportion.positive("thompson_squeeze"));
    EXPECT_TRUE(midportion.positive("achilles_arc"));
    EXPECT_EQ(midportion.look(Look::thickening, "achilles_tendon"), Grade::marked);
    EXPECT_EQ(midportion.tender("achilles_insertion"), 0);
    EXPECT_EQ(insertion.tender("achilles_tendon"), 0);
    EXPECT_GT(insertion.tender("achilles_insertion"), 6);
}

TEST(Calf, WithATornMuscleHurtsOnStretchWithTheKneeStraightAndMovesTheFoot) {
    const Felt calf("gastrocnemius_medial_tear");
    EXPECT_GT(calf.moved("ankle", "dorsiflexion_knee_straight").pain,
              calf.moved("ankle", "dorsiflexion_knee_bent").pain + 2);
    EXPECT_GT(calf.tender("gastrocnemius_medial_head"), 6);
    EXPECT_EQ(calf.tender("gastrocnemius_lateral_head"), 0);
    EXPECT_FALSE(calf.positive("thompson_squeeze"));
}

TEST(Calf, WithThrombosisIsSwollenAndWarmWithPulsesAsUsual) {
    const Felt calf("calf_deep_veins");
    EXPECT_EQ(calf.look(Look::swelling, "calf"), Grade::marked);
    EXPECT_EQ(calf.look(Look::warmth, "calf"), Grade::marked);
    EXPECT_TRUE(calf.positive("calf_circumference"));
    EXPECT_EQ(calf.sign("homans"), Sign::variable) << "of no use in diagnosis";
    EXPECT_EQ(calf.pulse("dorsalis_pedis"), Pulse::normal);
    EXPECT_FALSE(calf.signs.ankle_brachial_index.right);
}

TEST(Vein, OfTheSurfaceIsARedTenderCordWithoutASwollenCalf) {
    const Felt leg("saphenous_vein");
    EXPECT_EQ(leg.look(Look::thickening, "great_saphenous_vein"), Grade::marked);
    EXPECT_EQ(leg.look(Look::redness, "great_saphenous_vein"), Grade::marked);
    EXPECT_EQ(leg.look(Look::swelling, "calf"), Grade::none);
}

TEST(Shin, SplintsAreTenderAlongTheEdgeAndBearHoppingWhereAFractureDoesNot) {
    const Felt splints("tibial_periosteum"), fracture("tibial_stress_fracture");
    EXPECT_TRUE(splints.positive("shin_palpation"));
    EXPECT_FALSE(splints.positive("hop_test"));
    EXPECT_FALSE(fracture.positive("shin_palpation"));
    EXPECT_TRUE(fracture.positive("hop_test"));
    EXPECT_LT(splints.signs.on(Load::hopping).right, 5);
}

TEST(Joint, OfArthrosisLosesMovementOfItsOwn) {
    const Felt ankle("ankle_cartilage"), subtalar("subtalar_cartilage");
    EXPECT_GT(ankle.moved("ankle", "dorsiflexion_knee_bent").lost, 0.5);
    EXPECT_EQ(ankle.moved("subtalar", "inversion").lost, 0);
    EXPECT_GT(subtalar.moved("subtalar", "inversion").lost, 0.5);
    EXPECT_EQ(subtalar.moved("ankle", "dorsiflexion_knee_bent").lost, 0);
    EXPECT_GT(subtalar.tender("sinus_tarsi"), 4);
}

TEST(Tendon, HurtsWhereItRunsAndWhenItIsStretched) {
    const Felt tibialis("tibialis_posterior_tendon"), peroneal("peroneal_tendon");
    EXPECT_GT(tibialis.moved("subtalar", "eversion").pain, 3);
    EXPECT_EQ(tibialis.moved("subtalar", "inversion").pain, 0);
    EXPECT_TRUE(tibialis.positive("single_leg_heel_raise"));
    EXPECT_GT(peroneal.moved("subtalar", "inversion").pain, 3);
    EXPECT_GT(peroneal.tender("peroneal_tendons"), 6);
    EXPECT_FALSE(peroneal.positive("single_leg_heel_raise"));
}

TEST(Compartment, UnderPressureHurtsOnPassiveStretchWithPulsesAsUsual) {
    const Felt acute("anterior_compartment_acute");
    EXPECT_TRUE(acute.positive("passive_stretch_compartment"));
    EXPECT_GT(acute.moved("great_toe", "flexion").pain, 7);
    EXPECT_EQ(acute.look(Look::tension, "anterior_compartment"), Grade::marked);
    EXPECT_EQ(acute.pulse("dorsalis_pedis"), Pulse::normal);
    const Felt exertional("anterior_compartment_exertional");
    EXPECT_FALSE(exertional.positive("passive_stretch_compartment"));
    EXPECT_TRUE(exertional.positive("compartment_pressure_exertion"));
    EXPECT_LT(exertional.tender("anterior_compartment"), 3) << "little to find at rest";
}

TEST(Artery, NarrowedHasAnIndexBelowNineTenthsAndWeakPulsesBelowIt) {
    for (const char* level : {"aortoiliac_artery", "femoropopliteal_artery", "crural_artery"}) {
        for (double severity : {irritative, partial, complete}) {
            const Felt leg(level, severity);
            ASSERT_TRUE(leg.signs.ankle_brachial_index.right) << level;
            EXPECT_LT(leg.signs.ankle_brachial_index.right->most, 0.9) << level << ' ' << severity;
            EXPECT_FALSE(leg.signs.ankle_brachial_index.left);
        }
        EXPECT_EQ(Felt(level, partial).pulse("dorsalis_pedis"), Pulse::weak) << level;
        EXPECT_EQ(Felt(level).pulse("posterior_tibial"), Pulse::absent) << level;
    }
    EXPECT_EQ(Felt("aortoiliac_artery").pulse("femoral"), Pulse::absent);
    EXPECT_EQ(Felt("femoropopliteal_artery").pulse("femoral"), Pulse::normal);
    EXPECT_EQ(Felt("femoropopliteal_artery").pulse("popliteal"), Pulse::absent);
    EXPECT_EQ(Felt("crural_artery").pulse("popliteal"), Pulse::normal);
}

TEST(Artery, ThatCloseSuddenlyLeavesTheFootPaleColdAndWithoutPulse) {
    const Felt leg("acute_limb_artery", partial);
    EXPECT_EQ(leg.pulse("dorsalis_pedis"), Pulse::absent);
    EXPECT_EQ(leg.look(Look::pallor, "foot"), Grade::marked);
    EXPECT_EQ(leg.look(Look::coolness, "foot"), Grade::marked);
    EXPECT_LT(leg.signs.ankle_brachial_index.right->most, 0.4);
}

TEST(Artery, TrappedBehindTheKneeIsNormalAtRest) {
    const Felt leg("popliteal_artery_entrapment");
    EXPECT_EQ(leg.pulse("dorsalis_pedis"), Pulse::normal);
    EXPECT_FALSE(leg.signs.ankle_brachial_index.right);
    EXPECT_TRUE(leg.positive("popliteal_provocation"));
}

TEST(Knee, WithARupturedCystHasATenderHollowAndASwollenCalf) {
    const Felt leg("baker_cyst_ruptured");
    EXPECT_GT(leg.tender("popliteal_fossa"), 4);
    EXPECT_EQ(leg.look(Look::swelling, "calf"), Grade::marked);
    EXPECT_EQ(leg.look(Look::bruising, "medial_malleolus"), Grade::marked);
}

TEST(Back, WithFacetPainIsWorseBackwardAndWithADiscForward) {
    const Felt facet("lumbar_facet_joints"), disc("lumbar_disc");
    EXPECT_GT(facet.moved("lumbar_spine", "extension").pain, facet.moved("lumbar_spine", "flexion").pain);
    EXPECT_GT(disc.moved("lumbar_spine", "flexion").pain, disc.moved("lumbar_spine", "extension").pain);
    EXPECT_EQ(facet.moved("lumbar_spine", "extension", Side::left).pain, facet.moved("lumbar_spine", "extension").pain)
        << "the back has one movement";
    EXPECT_GT(facet.tender("lumbar_facets"), 4);
    EXPECT_EQ(facet.tender("lumbar_facets", Side::left), 0);
    EXPECT_EQ(disc.tender("lumbar_paraspinals", Side::left), disc.tender("lumbar_paraspinals")) << "in the midline";
    EXPECT_GT(Felt("sacroiliac_joint").tender("sacroiliac_joint"), 5);
}

TEST(WebSpace, OfANeuromaIsTenderFromTheBursaAndTheNerveTogether) {
    const Lesion bursa = of_tissue("third_interdigital_bursa", partial), nerve = at_site("interdigital_web_3", partial);
    const double alone = Felt({bursa}).tender("third_web_space"), trapped = Felt({nerve}).tender("third_web_space");
    EXPECT_DOUBLE_EQ(Felt({bursa, nerve}).tender("third_web_space"), 10 - (10 - alone) * (10 - trapped) / 10);
}

TEST(Tissue, TakesNoSensationStrengthOrReflex) {
    const Deficit lost = deficit(shipped_atlas(), {of_tissue("achilles_rupture"), of_tissue("lumbar_disc")});
    for (const auto& muscle : lost.muscles) EXPECT_EQ(muscle.right + muscle.left, 0);
    for (const auto& zone : lost.zones) EXPECT_EQ(zone.right.fibres + zone.left.fibres, 0);
    for (const auto& reflex : lost.reflexes) EXPECT_EQ(reflex.right + reflex.left, 0);
}

TEST(Tissue, IsALesionOnlyAtTheLevelOfATissue) {
    EXPECT_EQ(trouble_with(shipped_atlas(), of_tissue("heel_fat_pad")), "");
    EXPECT_EQ(trouble_with(shipped_atlas(), {{"heel_fat_pad"}, "root", Sides::right, 1}),
              "the level of a tissue is tissue, not root");
    EXPECT_EQ(trouble_with(shipped_atlas(), of_tissue("heel_fat_pat")), "no tissue is called heel_fat_pat");
    EXPECT_TRUE(has_no_side(shipped_atlas(), of_tissue("lumbar_disc")));
    EXPECT_FALSE(has_no_side(shipped_atlas(), of_tissue("heel_fat_pad")));
}

// Every sign of one side, each of them the greater the worse.
std::vector<double> all_signs(const TissueSigns& signs, Side side) {
    std::vector<double> all;
    for (const auto& one : signs.tenderness) all.push_back(one[side]);
    for (const auto& look : signs.looks) {
        for (const auto& one : look) all.push_back(one[side]);
    }
    for (const auto& one : signs.loading) all.push_back(one[side]);
    for (const auto& joint : signs.movements) {
        for (const auto& one : joint) all.insert(all.end(), {one[side].pain, one[side].lost});
    }
    for (const auto& one : signs.pulses) all.push_back(one[side]);
    for (const auto& one : signs.special_tests) {
        all.insert(all.end(), {static_cast<double>(one[side].sign), one[side].pain});
    }
    const std::optional<IndexRange>& index = signs.ankle_brachial_index[side];
    all.insert(all.end(), {-(index ? index->least : 1.1), -(index ? index->most : 1.3)});
    return all;
}

TEST(Tissue, MoreHurtNeverGivesLessSign) {
    for (const Tissue& tissue : shipped_atlas().tissues) {
        std::vector<double> before = all_signs(Felt(tissue.id, 0).signs, Side::right);
        for (int percent = 5; percent <= 100; percent += 5) {
            const std::vector<double> now = all_signs(Felt(tissue.id, percent / 100.0).signs, Side::right);
            for (std::size_t i = 0; i < now.size(); ++i) EXPECT_GE(now[i], before[i]) << tissue.id << ' ' << percent;
            before = now;
        }
    }
}

TEST(Tissue, OnTheOtherSideIsMirroredAndLeavesTheHealthySideNormal) {
    const std::vector<double> normal = all_signs(Felt(std::vector<Lesion>{}).signs, Side::right);
    const Atlas& atlas = shipped_atlas();
    for (const Tissue& tissue : atlas.tissues) {
        const Felt right({of_tissue(tissue.id)}), left({of_tissue(tissue.id, complete, Sides::left)});
        EXPECT_EQ(all_signs(right.signs, Side::right), all_signs(left.signs, Side::left)) << tissue.id;
        EXPECT_NE(all_signs(right.signs, Side::right), normal) << tissue.id << " gives nothing";
        if (!tissue.sided) continue;
        for (std::size_t i = 0; i < atlas.sites.size(); ++i) {
            if (!atlas.sites[i].sided) continue;
            EXPECT_EQ(right.signs.tenderness[i].left, 0) << tissue.id << ' ' << atlas.sites[i].id;
        }
        for (std::size_t i = 0; i < atlas.arteries.size(); ++i) EXPECT_EQ(right.signs.pulses[i].left, 0) << tissue.id;
        for (const auto& load : right.signs.loading) EXPECT_EQ(load.left, 0) << tissue.id;
    }
}

TEST(Tissue, NamesWhereItIsDescribed) {
    for (const Tissue& tissue : shipped_atlas().tissues) EXPECT_FALSE(tissue.source.empty()) << tissue.id;
}

}  // namespace
}  // namespace palpera::anatomy
