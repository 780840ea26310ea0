#include <gtest/gtest.h>

#include "tests/anatomy/examined.h"

// What tells one lesion from another, as textbooks teach it (docs/anatomy.md).
namespace palpera::anatomy {
namespace {

TEST(FifthLumbarRoot, TakesDorsiflexionInversionAndHipAbductionAndLeavesTheAnkleJerk) {
    const Examined patient({root("L5")});
    EXPECT_EQ(patient.power("tibialis_anterior"), "4-");
    EXPECT_EQ(patient.power("tibialis_posterior"), "3");
    EXPECT_EQ(patient.power("gluteus_medius_minimus"), "4-");
    EXPECT_EQ(patient.power("extensor_hallucis_longus"), "2");
    EXPECT_EQ(patient.power("gastrocnemius"), "5");
    EXPECT_EQ(patient.jerk("ankle_jerk"), 2);
    EXPECT_EQ(patient.jerk("knee_jerk"), 2);
    EXPECT_NEAR(patient.numb("foot_dorsum_first_web"), 0.95, 1e-9);
    EXPECT_EQ(patient.touch("foot_dorsum_first_web"), 1) << "neighbours overlap: never wholly absent";
    EXPECT_TRUE(patient.positive("slr"));
    EXPECT_TRUE(patient.positive("trendelenburg_sign"));
    EXPECT_TRUE(patient.positive("heel_walk"));
    EXPECT_FALSE(patient.positive("tinel_fibular_head"));
    EXPECT_EQ(patient.sign("crossed_slr"), Sign::variable);
}

TEST(CommonFibularNerveAtTheFibularHead, SparesInversionAndHipAbductionUnlikeTheFifthLumbarRoot) {
    const Examined patient({at_site("common_fibular_fibular_head")});
    EXPECT_EQ(patient.power("tibialis_anterior"), "0");
    EXPECT_EQ(patient.power("fibularis_longus"), "0");
    EXPECT_EQ(patient.power("tibialis_posterior"), "5");
    EXPECT_EQ(patient.power("gluteus_medius_minimus"), "5");
    EXPECT_EQ(patient.power("biceps_femoris_short"), "5");
    EXPECT_EQ(patient.jerk("ankle_jerk"), 2);
    EXPECT_EQ(patient.touch("foot_dorsum_first_web"), 0);
    EXPECT_EQ(patient.pinprick("leg_lateral_upper"), 2) << "its branch leaves in the popliteal fossa";
    EXPECT_EQ(patient.pinprick("foot_lateral_border"), 2);
    EXPECT_TRUE(patient.positive("tinel_fibular_head"));
    EXPECT_FALSE(patient.positive("slr")) << "tension is of roots";
    EXPECT_FALSE(patient.positive("trendelenburg_sign"));
}

TEST(CommonFibularNerveInThePoplitealFossa, NumbsTheUpperOuterLegToo) {
    EXPECT_EQ(Examined({at_site("common_fibular_popliteal")}).touch("leg_lateral_upper"), 0);
}

TEST(FirstSacralRoot, TakesTheAnkleJerkUnlikeTheTarsalTunnel) {
    const Examined root_patient({root("S1")}), tunnel({at_site("tibial_tarsal_tunnel")});
    EXPECT_EQ(root_patient.jerk("ankle_jerk"), 0);
    EXPECT_EQ(tunnel.jerk("ankle_jerk"), 2);
    EXPECT_TRUE(root_patient.positive("toe_walk"));
    EXPECT_FALSE(tunnel.positive("toe_walk"));
    EXPECT_EQ(tunnel.power("gastrocnemius"), "5");
    EXPECT_EQ(tunnel.power("flexor_hallucis_longus"), "5");
    EXPECT_EQ(tunnel.power("abductor_hallucis"), "0");
    EXPECT_EQ(tunnel.touch("sole_lateral"), 0);
    EXPECT_EQ(tunnel.pinprick("sole_heel_medial"), 2) << "the calcaneal branch leaves above";
    EXPECT_EQ(tunnel.pinprick("foot_lateral_border"), 2) << "that is the sural nerve's";
    EXPECT_EQ(root_patient.touch("foot_lateral_border"), 1);
    EXPECT_TRUE(tunnel.positive("tinel_tarsal_tunnel"));
    EXPECT_TRUE(tunnel.positive("dorsiflexion_eversion_test"));
}

TEST(TarsalTunnelWithTheCalcanealBranch, NumbsTheHeel) {
    EXPECT_EQ(Examined({at_site("tibial_tarsal_tunnel_proximal")}).touch("sole_heel_medial"), 0);
}

TEST(SuralNerve, IsPurelySensory) {
    const Examined patient({at_site("sural_ankle")});
    for (const Muscle& muscle : shipped_atlas().muscles) EXPECT_EQ(patient.power(muscle.id), "5") << muscle.id;
    for (const Reflex& reflex : shipped_atlas().reflexes) EXPECT_EQ(patient.jerk(reflex.id), 2) << reflex.id;
    EXPECT_EQ(patient.touch("foot_lateral_border"), 0);
    EXPECT_EQ(patient.pinprick("calf_posterolateral_lower"), 2) << "its branches left in the calf";
    EXPECT_EQ(Examined({at_site("sural_mid_calf")}).touch("calf_posterolateral_lower"), 1);
}

TEST(DeepAndSuperficialFibularNerves, ShareTheFootBetweenThem) {
    const Examined deep({at_site("deep_fibular_anterior_compartment")});
    EXPECT_EQ(deep.power("tibialis_anterior"), "0");
    EXPECT_EQ(deep.power("fibularis_longus"), "5");
    EXPECT_EQ(deep.touch("foot_dorsum_first_web"), 0);
    EXPECT_EQ(deep.pinprick("foot_dorsum_central"), 2);
    const Examined superficial({at_site("superficial_fibular_lateral_compartment")});
    EXPECT_EQ(superficial.power("tibialis_anterior"), "5");
    EXPECT_EQ(superficial.power("fibularis_longus"), "0");
    EXPECT_EQ(superficial.pinprick("foot_dorsum_first_web"), 2);
    EXPECT_EQ(superficial.touch("foot_dorsum_central"), 0);
    EXPECT_EQ(Examined({at_site("deep_fibular_anterior_tarsal_tunnel")}).power("extensor_hallucis_longus"), "5");
}

TEST(FemoralNerve, SparesTheAdductorsAndTheShinUnlikeTheFourthLumbarRoot) {
    const Examined nerve({at_site("femoral_inguinal_ligament")}), fourth({root("L4")});
    EXPECT_EQ(nerve.power("quadriceps_femoris"), "0");
    EXPECT_EQ(nerve.power("hip_adductors"), "5");
    EXPECT_EQ(nerve.power("tibialis_anterior"), "5");
    EXPECT_EQ(nerve.power("iliopsoas"), "5") << "its branch leaves inside the pelvis";
    EXPECT_EQ(nerve.jerk("knee_jerk"), 0);
    EXPECT_EQ(nerve.touch("leg_medial_lower"), 0);
    EXPECT_EQ(fourth.power("tibialis_anterior"), "4-");
    EXPECT_EQ(fourth.power("hip_adductors"), "4");
    EXPECT_EQ(fourth.jerk("knee_jerk"), 1);
    EXPECT_TRUE(fourth.positive("femoral_stretch"));
    EXPECT_FALSE(nerve.positive("femoral_stretch"));
    EXPECT_EQ(Examined({at_site("femoral_iliacus_compartment")}).power("iliopsoas"), "4-");
}

TEST(SciaticNerve, LeavesTheGluteiAndThePosteriorThighAndFailsFirstInItsFibularDivision) {
    const Examined injected({at_site("sciatic_gluteal_injection", partial)});
    EXPECT_GT(injected.lost("tibialis_anterior"), injected.lost("gastrocnemius"));
    EXPECT_EQ(injected.power("gluteus_medius_minimus"), "5");
    EXPECT_EQ(injected.pinprick("thigh_posterior_mid"), 2);
    EXPECT_EQ(injected.pinprick("leg_medial_lower"), 2) << "the saphenous strip";
    const Examined cut({at_site("sciatic_gluteal_injection")});
    EXPECT_EQ(cut.power("gastrocnemius"), "0") << "a complete lesion spares no division";
    EXPECT_EQ(cut.power("biceps_femoris_short"), "0") << "weak only above the knee";
    EXPECT_EQ(Examined({at_site("sciatic_mid_thigh")}).power("semitendinosus"), "5");
}

TEST(CaudaEquina, TakesTheSaddleTheSphinctersAndTheAnkleJerksOnBothSides) {
    const Examined patient({at_site("cauda_equina_complete")});
    for (Side side : {Side::right, Side::left}) {
        EXPECT_EQ(patient.touch("perianal", side), 0);
        EXPECT_EQ(patient.power("anal_sphincter_external", side), "0");
        EXPECT_EQ(patient.jerk("ankle_jerk", side), 0);
        EXPECT_EQ(patient.jerk("anal_wink", side), 0);
        EXPECT_EQ(patient.power("quadriceps_femoris", side), "5");
        EXPECT_TRUE(patient.positive("anal_tone", side));
        EXPECT_TRUE(patient.positive("post_void_residual", side));
        EXPECT_TRUE(patient.positive("saddle_sensation", side));
        EXPECT_TRUE(patient.positive("slr", side));
    }
}

TEST(CaudaEquina, IncompleteNumbsTheSaddleAndSparesDorsiflexion) {
    const Examined patient({at_site("cauda_equina_incomplete", partial)});
    EXPECT_EQ(patient.touch("perianal"), 1);
    EXPECT_EQ(patient.power("tibialis_anterior"), "5");
    EXPECT_TRUE(patient.positive("saddle_sensation"));
}

TEST(ConusMedullaris, TakesTheSphinctersAndLeavesTheAnkleJerks) {
    const Examined patient({at_site("conus_medullaris")});
    EXPECT_TRUE(patient.positive("anal_tone"));
    EXPECT_EQ(patient.jerk("anal_wink"), 0);
    EXPECT_EQ(patient.jerk("ankle_jerk"), 2);
    EXPECT_EQ(patient.touch("perianal", Side::left), 0);
    EXPECT_FALSE(patient.positive("slr")) << "cord puts no root under tension";
}

TEST(Midline, FailsOnlyWhereBothSidesAreLost) {
    EXPECT_EQ(Examined({root("S3"), root("S4")}).power("anal_sphincter_external"), "5");
    EXPECT_NE(Examined({root("S3", complete, Sides::both), root("S4", complete, Sides::both)})
                  .power("anal_sphincter_external"),
              "5");
    EXPECT_EQ(Examined({at_site("pudendal_alcock", complete, Sides::both)}).power("anal_sphincter_external"), "5")
        << "the inferior anal nerve leaves before the canal";
}

TEST(Plexus, LeavesTheSkinOfTheBackUnlikeRoots) {
    const Examined plexus({of_plexus("lumbar_plexus")});
    EXPECT_EQ(plexus.pinprick("back_lumbar"), 2);
    EXPECT_EQ(Examined({root("L1"), root("L2"), root("L3")}).touch("back_lumbar"), 1);
    EXPECT_EQ(plexus.power("tibialis_anterior"), "5") << "the fourth lumbar root reaches the leg by the trunk";
    EXPECT_EQ(plexus.jerk("ankle_jerk"), 2);
    EXPECT_EQ(plexus.power("quadriceps_femoris"), "0");
    EXPECT_EQ(plexus.power("hip_adductors"), "1") << "a tenth comes by the sciatic nerve";
}

TEST(LumbosacralTrunk, MimicsTheFifthRootButLeavesTheKneeJerkAndTensionTests) {
    const Examined patient({of_plexus("lumbosacral_trunk")});
    EXPECT_EQ(patient.power("tibialis_posterior"), "2");
    EXPECT_TRUE(patient.positive("trendelenburg_sign"));
    EXPECT_EQ(patient.jerk("knee_jerk"), 2);
    EXPECT_FALSE(patient.positive("slr"));
}

TEST(MedialCord, LeavesTheRadialMusclesUnlikeTheLowerTrunk) {
    EXPECT_EQ(Examined({of_plexus("cord_medial")}).power("extensor_pollicis_longus"), "5");
    EXPECT_NE(Examined({of_plexus("trunk_lower")}).power("extensor_pollicis_longus"), "5");
    EXPECT_EQ(Examined({of_plexus("cord_medial")}).touch("forearm_medial"), 0);
    EXPECT_EQ(Examined({at_site("ulnar_cubital_tunnel")}).pinprick("forearm_medial"), 2);
}

TEST(MedianAndUlnarNerves, SpareWhatLeavesAboveTheLesion) {
    const Examined carpal({at_site("median_carpal_tunnel")});
    EXPECT_EQ(carpal.pinprick("thenar_eminence"), 2);
    EXPECT_EQ(carpal.touch("index_palmar"), 0);
    EXPECT_EQ(carpal.power("abductor_pollicis_brevis"), "0");
    EXPECT_EQ(carpal.power("flexor_pollicis_longus"), "5");
    EXPECT_EQ(Examined({at_site("ulnar_guyon")}).pinprick("hand_dorsum_ulnar"), 2);
    EXPECT_EQ(Examined({at_site("ulnar_cubital_tunnel")}).touch("hand_dorsum_ulnar"), 0);
    EXPECT_EQ(Examined({at_site("radial_spiral_groove")}).power("triceps_brachii"), "5");
    EXPECT_TRUE(Examined({at_site("radial_axilla")}).positive("wrist_drop"));
    EXPECT_FALSE(Examined({at_site("pin_arcade_of_frohse")}).positive("wrist_drop")) << "the wrist extends";
}

TEST(MortonNeuroma, NumbsOneWebAlone) {
    const Examined patient({at_site("interdigital_web_3")});
    EXPECT_EQ(patient.touch("toe_web_3_plantar"), 0);
    EXPECT_EQ(patient.pinprick("toe_web_2_plantar"), 2);
    EXPECT_TRUE(patient.positive("mulder_click"));
}

TEST(Polyneuropathy, CreepsUpBothLegsAndReachesTheFingersWithTheKnees) {
    const Examined toes({stocking("toes")}), ankle({stocking("ankle")}), knee({stocking("knee")});
    EXPECT_EQ(toes.touch("hallux_plantar"), 0);
    EXPECT_EQ(toes.touch("hallux_plantar", Side::left), 0);
    EXPECT_EQ(toes.pinprick("leg_medial_lower"), 2);
    EXPECT_EQ(ankle.touch("foot_dorsum_central"), 0);
    EXPECT_EQ(toes.pinprick("index_palmar"), 2);
    EXPECT_EQ(knee.touch("index_palmar"), 0);
    EXPECT_LE(ankle.lost("tibialis_anterior"), 0.5) << "muscles lose half as much";
    EXPECT_TRUE(ankle.positive("monofilament_10g"));
}

TEST(IrritativeLesion, HurtsWithoutADeficit) {
    const Examined patient({root("S1", irritative)});
    for (const Muscle& muscle : shipped_atlas().muscles) EXPECT_EQ(patient.power(muscle.id), "5") << muscle.id;
    for (const Zone& zone : shipped_atlas().zones) EXPECT_EQ(patient.pinprick(zone.id), 2) << zone.id;
    EXPECT_TRUE(patient.positive("slr"));
    EXPECT_TRUE(Examined({at_site("tibial_tarsal_tunnel", irritative)}).positive("tinel_tarsal_tunnel"));
    EXPECT_FALSE(Examined({root("S1", 0)}).positive("slr")) << "of no severity is no lesion";
}

TEST(SeveralLesions, AddUpAsOneMinusTheProductOfWhatIsLeft) {
    const Examined patient({root("L5", partial), at_site("common_fibular_fibular_head", partial)});
    EXPECT_NEAR(patient.lost("tibialis_anterior"), 1 - (1 - 0.25) * (1 - 0.5), 1e-9);
    EXPECT_TRUE(patient.positive("slr"));
    EXPECT_TRUE(patient.positive("tinel_fibular_head"));
    const Lesion two_roots{{"root_L5", "root_S1"}, "root", Sides::right, complete};
    EXPECT_NEAR(Examined({two_roots}).lost("gluteus_medius_minimus"), 0.8, 1e-9) << "roots of one lesion are summed";
}

TEST(Lesion, IsRefusedWhereStructureAndLevelDoNotFit) {
    const Atlas& atlas = shipped_atlas();
    EXPECT_EQ(trouble_with(atlas, root("L5")), "");
    for (const LesionSite& site : atlas.lesion_sites) EXPECT_EQ(trouble_with(atlas, at_site(site.id)), "") << site.id;
    EXPECT_NE(trouble_with(atlas, root("L6")), "");
    EXPECT_NE(trouble_with(atlas, {{"root_L5"}, "plexus", Sides::right, 1}), "");
    EXPECT_NE(trouble_with(atlas, {{"sural"}, "ulnar_guyon", Sides::right, 1}), "");
    EXPECT_NE(trouble_with(atlas, {{"cauda_equina"}, "conus_medullaris", Sides::both, 1}), "");
    EXPECT_NE(trouble_with(atlas, {{"polyneuropathy_length_dependent"}, "elbow", Sides::both, 1}), "");
    EXPECT_NE(trouble_with(atlas, {{}, "root", Sides::right, 1}), "");
    EXPECT_NE(trouble_with(atlas, root("L5", 1.5)), "");
}

}  // namespace
}  // namespace palpera::anatomy
