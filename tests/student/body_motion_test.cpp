// What the body is seen to do when it is examined.
#include "engine/student/body_motion.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "tests/student/body_screen.h"

namespace palpera::student {
namespace {

using base::Language;
using library::Side;
using student_test::BodyScreen;
using student_test::Ward;

const body::Body& healthy_body(Ward& ward) {
    BodyScreen screen(ward);
    static std::map<std::string, std::shared_ptr<const body::Body>> bodies;
    auto& kept = bodies[ward.encounter().patient->case_id];
    if (!kept) kept = student_test::bodies().of(*ward.encounter().patient).full;
    return *kept;
}

std::optional<BodyMotion> seen(Ward& ward, const std::string& act) {
    ward.act(act);
    return BodyMotion::of_last(ward.context(), ward.encounter(), *healthy_body(ward).table);
}

// How far the tip of a foot has gone from where it is at rest, at the most: centimetres.
float way_of_foot(Ward& ward, const BodyMotion& motion, body::Side side, double from, double to) {
    const body::Body& body = healthy_body(ward);
    const body::Joint& foot = body.skeleton.joint(body.table->bone("foot"), side);
    const auto joint = static_cast<int>(&foot - body.skeleton.joints.data());
    const body::Vector tip = foot.rest.head + foot.rest.distal * 14;
    const body::Vector at_rest = body::posed(body, body::pose_of(body, motion.position())).place(joint, tip);
    float most = 0;
    for (double t = from; t < to; t += 0.05) {
        most = std::max(most, body::length(body::posed(body, motion.pose(body, t)).place(joint, tip) - at_rest));
    }
    return most;
}

TEST(BodyMotion, TheFootJerksWhereTheReflexIsThere) {
    Ward ward;
    const auto motion = seen(ward, "reflex ankle_jerk right");
    ASSERT_TRUE(motion);
    EXPECT_GT(way_of_foot(ward, *motion, body::Side::right, 0, motion->seconds()), 2);
}

TEST(BodyMotion, TheFootDoesNotJerkWhereTheReflexIsGone) {
    Ward ward(Language::en, {"reflex ankle_jerk"}, "surgical_nurse");
    const auto answers = present::body_answers(ward.context(), ward.encounter(), 1);
    ASSERT_EQ(answers.size(), 2u);
    EXPECT_EQ(answers[0].extent, 1) << "the right root is sound";
    EXPECT_LT(answers[1].extent, 0.5) << "S1 on the left";
    const auto motion = seen(ward, "reflex ankle_jerk left");
    ASSERT_TRUE(motion);
    EXPECT_LT(way_of_foot(ward, *motion, body::Side::left, 0, motion->seconds()), 1.6f);
}

TEST(BodyAnswers, AZoneThatIsFeltIsNotReducedForItsFootsSake) {
    Ward ward(Language::en, {"sensation pinprick hallux_plantar", "sensation pinprick foot_lateral_border"},
              "surgical_nurse");
    EXPECT_FALSE(present::body_answers(ward.context(), ward.encounter(), 1)[1].sign)
        << "felt as sharp, on the left too";
    EXPECT_TRUE(present::body_answers(ward.context(), ward.encounter(), 2)[1].sign) << "S1 on the left";
    const auto marks = present::body_marks(ward.context(), ward.encounter());
    ASSERT_EQ(marks.size(), 4u);
    EXPECT_FALSE(marks[1].abnormal);
    EXPECT_TRUE(marks[3].abnormal);
}

TEST(BodyMotion, AWeakMuscleGoesNoFartherThanItsGrade) {
    Ward ward(Language::en, {"strength tibialis_anterior"}, "law_student");
    const auto answers = present::body_answers(ward.context(), ward.encounter(), 1);
    ASSERT_EQ(answers.size(), 2u);
    EXPECT_EQ(answers[0].grade, "5/5");
    EXPECT_EQ(answers[0].extent, 1);
    EXPECT_EQ(answers[1].grade, "4-/5") << "the fibular nerve on the left";
    EXPECT_EQ(answers[1].extent, 0.65);
}

TEST(BodyAnswers, GiveTheGradeOfAReflex) {
    Ward ward(Language::sv, {"reflex ankle_jerk", "reflex knee_jerk"}, "surgical_nurse");
    EXPECT_EQ(present::body_answers(ward.context(), ward.encounter(), 1)[0].grade, "2+");
    EXPECT_NE(present::body_answers(ward.context(), ward.encounter(), 1)[1].grade, "2+") << "S1 on the left";
    EXPECT_EQ(present::body_answers(ward.context(), ward.encounter(), 2)[1].grade, "2+");
    EXPECT_TRUE(present::body_answers(ward.context(), ward.encounter(), 3).empty());
}

TEST(BodyAnswers, TakeTheGradeOfAScriptedAnswerFromItsName) {
    const struct {
        const char *patient, *act, *grade;
    } known[] = {{"train_host", "strength gastrocnemius", "4/5"},
                 {"apprentice", "strength extensor_hallucis_longus", "3/5"},
                 {"apprentice", "strength tibialis_anterior", "4/5"},
                 {"sales_manager", "strength tibialis_posterior", "5/5"},
                 {"sheep_farmer", "reflex ankle_jerk", "1+"}};
    for (const auto& one : known) {
        Ward ward(Language::nb, {one.act}, one.patient);
        const auto answers = present::body_answers(ward.context(), ward.encounter(), 1);
        EXPECT_TRUE(std::any_of(answers.begin(), answers.end(),
                                [&](const present::BodyAnswer& answer) { return answer.grade == one.grade; }))
            << one.patient << " " << one.act;
    }
}

TEST(BodyAnswers, AMovementGoesAsFarAsItsDegrees) {
    Ward ward(Language::sv, {"move ankle plantarflexion", "move ankle dorsiflexion_knee_straight"}, "carpenter");
    const auto down = present::body_answers(ward.context(), ward.encounter(), 1);
    ASSERT_EQ(down.size(), 2u);
    EXPECT_DOUBLE_EQ(down[0].extent, 30.0 / 50) << "the worn joint on the right";
    EXPECT_EQ(down[1].extent, 1);
    EXPECT_EQ(present::body_answers(ward.context(), ward.encounter(), 2)[0].extent, 0) << "stops in the middle";
}

TEST(BodyMotion, ATouchThatHurtsMakesTheLegDrawBack) {
    Ward ward;
    const auto motion = seen(ward, "palpate plantar_fascia_insertion right");
    ASSERT_TRUE(motion);
    EXPECT_TRUE(motion->is_withdrawal());
    EXPECT_GE(motion->pain(), 4);
    EXPECT_GT(way_of_foot(ward, *motion, body::Side::right, 0, motion->seconds()), 3);
    EXPECT_FALSE(seen(ward, "palpate achilles_tendon right")) << "it does not hurt there";
}

TEST(BodyMotion, AWeakFootIsLiftedHighAndHangs) {
    Ward well;
    Ward ill(Language::en, {}, "truck_driver");
    const auto even = seen(well, "gait normal"), steps = seen(ill, "gait normal");
    ASSERT_TRUE(even);
    ASSERT_TRUE(steps);
    ASSERT_TRUE(even->is_walk());
    const auto highest_knee = [](Ward& ward, const BodyMotion& motion) {
        const body::Body& body = healthy_body(ward);
        const body::Joint& shin = body.skeleton.joint(body.table->bone("tibia"), body::Side::right);
        const auto joint = static_cast<int>(&shin - body.skeleton.joints.data());
        float most = 0;
        for (double t = 1; t < 2.3; t += 0.05) {
            most = std::max(most, body::posed(body, motion.pose(body, t)).place(joint, shin.rest.head).y);
        }
        return most / body.skeleton.scale;
    };
    EXPECT_GT(highest_knee(ill, *steps), highest_knee(well, *even) + 3);
}

TEST(BodyMotion, EverySpecialTestThatIsTaughtIsSeen) {
    for (const char* test :
         {"slr", "slump", "windlass", "thompson_squeeze", "calcaneal_squeeze", "mulder_click", "tinel_tarsal_tunnel",
          "tinel_fibular_head", "trendelenburg_sign", "heel_walk", "toe_walk", "single_leg_heel_raise"}) {
        Ward ward;
        const auto motion = seen(ward, std::string("test ") + test);
        ASSERT_TRUE(motion) << test;
        EXPECT_TRUE(motion->is_walk() || motion->leading() || !motion->hands().empty()) << test;
    }
}

TEST(BodyMotion, EveryMovementAndMuscleOfTheLegIsOnTheBody) {
    Ward ward;
    const body::Table& table = *healthy_body(ward).table;
    const anatomy::Atlas& atlas = ward.context().library.atlas;
    for (const char* id : {"ankle", "subtalar", "great_toe", "lesser_toes", "knee", "hip", "lumbar_spine"}) {
        for (const anatomy::Movement& movement : find(atlas.joints, std::string_view(id))->movements) {
            const std::string name = std::string("move ") + id + "_" + movement.id;
            EXPECT_TRUE(table.demonstrations.contains(name)) << name;
        }
    }
    for (const char* id : {"iliopsoas", "quadriceps_femoris", "gluteus_medius_minimus", "tibialis_anterior",
                           "extensor_hallucis_longus", "fibularis_longus", "gastrocnemius", "tibialis_posterior"}) {
        EXPECT_TRUE(table.demonstrations.contains(std::string("strength ") + id)) << id;
    }
}

TEST(BodyMotion, APelvisDropsOnlyWhereItsMusclesAreWeak) {
    Ward ill(Language::en, {}, "truck_driver");
    const auto motion = seen(ill, "test trendelenburg_sign");
    ASSERT_TRUE(motion);
    const body::Body& body = healthy_body(ill);
    const auto drop = [&](double t, body::Side lifted) {
        const body::PosedSkin skin = body::posed(body, motion->pose(body, t));
        const auto hip = [&](body::Side side) {
            const body::Joint& joint = body.skeleton.joint(body.table->bone("femur"), side);
            return skin.place(static_cast<int>(&joint - body.skeleton.joints.data()), joint.rest.head).y;
        };
        return hip(body::other(lifted)) - hip(lifted);
    };
    const double each = motion->seconds() / 2;
    EXPECT_GT(drop(each * 0.5, body::Side::left), 1) << "he stands on the weak right leg: the left side drops";
    EXPECT_LT(drop(each * 1.5, body::Side::right), 0) << "and not when he stands on the left one";
}

// A hand that holds the mouse: pressed on the joint, moved step by step.
TEST(BodyMotion, AJointIsExaminedByLeadingIt) {
    Ward ward;
    BodyScreen screen(ward);
    screen.take(library::Verb::move);
    const auto corner = screen.state.body.corner_of(body::Place::Kind::joint, "ankle", body::Side::right);
    ASSERT_TRUE(corner);
    screen.look_at(*corner, 60);
    const ImVec2 at = screen.place_of(*corner);
    std::vector<ImVec2> line;
    for (int i = 0; i <= 12; ++i) line.push_back({at.x, at.y - 6 * static_cast<float>(i)});
    screen.driver.draw(line);
    ASSERT_FALSE(screen.asked.empty());
    EXPECT_EQ(screen.last(), "move ankle dorsiflexion_knee_straight right") << "the foot is led upwards";
    EXPECT_EQ(screen.asked.size(), 1u) << "one act, however far it is led";
    EXPECT_FALSE(screen.state.led);
}

TEST(BodyMotion, TheFaceTellsWhatATouchDid) {
    Ward ward(Language::en, {"palpate plantar_fascia_insertion right"});
    const auto answers = present::body_answers(ward.context(), ward.encounter(), 1);
    ASSERT_EQ(answers.size(), 1u);
    EXPECT_EQ(answers[0].side, Side::right);
    EXPECT_EQ(answers[0].pain, present::read_out(ward.context(), ward.encounter(), 1)->pain.value_or(0));
    EXPECT_GT(answers[0].pain, 0);
}

// Pictures for the eye: PALPERA_SHEETS names the folder they go to.
TEST(BodyMotion, CanBeLookedAt) {
    const char* folder = std::getenv("PALPERA_SHEETS");
    if (folder == nullptr) GTEST_SKIP() << "only where PALPERA_SHEETS names a folder";
    struct Shot {
        const char *case_id, *act;
        std::vector<double> at;
    };
    const std::vector<Shot> shots{
        {"ward_nurse", "palpate plantar_fascia_insertion right", {0.4}},
        {"ward_nurse", "reflex knee_jerk right", {0.4}},
        {"truck_driver", "gait normal", {1.2, 4.6}},
        {"law_student", "test slr", {1.6, 4.8}},
        {"truck_driver", "test trendelenburg_sign", {2.0}},
        {"truck_driver", "strength tibialis_anterior", {1.2, 3.9}},
        {"ward_nurse", "test calcaneal_squeeze", {1.4}},
        {"ward_nurse", "test mulder_click", {1.4}},
        {"ward_nurse", "test windlass", {1.4}},
        {"ward_nurse", "test slump", {1.9}},
        {"train_host", "test thompson_squeeze", {1.2, 3.2}},
        {"train_host", "gait normal", {1.2}},
        {"ward_nurse", "test tinel_tarsal_tunnel", {1.4}},
        {"ward_nurse", "move lumbar_spine flexion", {1.4}},
        {"ward_nurse", "move ankle dorsiflexion_knee_straight right", {1.4}},
        {"ward_nurse", "move hip flexion right", {1.4}},
    };
    for (const Shot& shot : shots) {
        Ward ward(Language::en, {}, shot.case_id);
        BodyScreen screen(ward, {}, ui::Appearance::light, false);
        screen.driver.frame(30);
        ward.act(shot.act);
        double now = 0;
        for (double at : shot.at) {
            while (now < at) {
                screen.driver.frame();
                now += 1.0 / 60;
            }
            std::string name = std::string(shot.case_id) + "-" + shot.act + "-" + std::to_string(at).substr(0, 3);
            std::replace(name.begin(), name.end(), ' ', '_');
            ASSERT_TRUE(screen.driver.png(std::string(folder) + "/" + name + ".png"));
        }
    }
}

}  // namespace
}  // namespace palpera::student
