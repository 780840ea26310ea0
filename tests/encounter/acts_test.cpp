// One act at a time: what it takes, what it gives, what is refused.
#include "tests/encounter/example.h"

namespace palpera::encounter {
namespace {

class AnAct : public AtTheClinic {};
class ARefusal : public AtTheClinic {};

TEST_F(AnAct, TakesItsMinutesAndCostsWhatItCosts) {
    act("ask shoes");
    EXPECT_EQ(encounter_.progress.now, Minutes{2});
    act("palpate plantar_fascia_insertion right");
    EXPECT_EQ(encounter_.progress.now, Minutes{3});
    act("order haemoglobin");
    EXPECT_EQ(encounter_.progress.now, Minutes{5});
    EXPECT_EQ(encounter_.cost, 30);
    act("treat insole");
    EXPECT_EQ(encounter_.progress.now, Minutes{10});
    EXPECT_EQ(encounter_.cost, 230);
    ASSERT_EQ(encounter_.events.size(), 4u);
    EXPECT_EQ(encounter_.events[1].at, Minutes{2});
    EXPECT_EQ(encounter_.events[1].until, Minutes{3});
    EXPECT_EQ(encounter_.events[3].n, 4);
}

TEST_F(AnAct, OfAskingGivesTheAnswerAndShowsItsFacts) {
    const Response response = act("ask mornings");
    EXPECT_EQ(texts(response), Words{"Yes!"});
    ASSERT_EQ(response.revealed.size(), 1u);
    EXPECT_EQ(response.revealed[0].fact, "first_step_pain");
    EXPECT_EQ(response.revealed[0].value, Value(true));
    EXPECT_EQ(response.revealed[0].action, 1);
    EXPECT_TRUE(encounter_.progress.has_shown("first_step_pain"));
}

TEST_F(AnAct, FillsPlaceHoldersWithWhatIsTrueThen) {
    const Response response = act("ask duration");
    ASSERT_EQ(response.pieces.size(), 1u);
    ASSERT_EQ(response.pieces[0].numbers.size(), 1u);
    EXPECT_EQ(response.pieces[0].numbers[0].first, "symptom_duration");
    EXPECT_EQ(response.pieces[0].numbers[0].second, Value(base::days(90)));
}

TEST_F(AnAct, AskedTwiceIsAnsweredTheSame) {
    const Response first = act("ask mornings");
    EXPECT_EQ(texts(act("ask mornings")), texts(first));
}

TEST_F(AnAct, OfPalpationHurtsHalfAsMuchWhenLight) {
    EXPECT_EQ(act("palpate plantar_fascia_insertion right").pieces.at(0).pain, 7);
    EXPECT_EQ(act("palpate plantar_fascia_insertion right light").pieces.at(0).pain, 3);
}

TEST_F(AnAct, WithoutASideComparesBoth) {
    const Response response = act("palpate plantar_fascia_insertion");
    EXPECT_EQ(texts(response), (Words{"Distinct tenderness.", "Ouch!", "Not tender."}));
    ASSERT_EQ(response.revealed.size(), 2u);
    EXPECT_EQ(response.revealed[0].side, Side::right);
    EXPECT_EQ(response.revealed[0].value, Value(true));
    EXPECT_EQ(response.revealed[1].side, Side::left);
    EXPECT_EQ(response.revealed[1].value, Value(false));
    EXPECT_EQ(encounter_.progress.now, Minutes{1}) << "in one go";
}

TEST_F(AnAct, OfMeasuringGivesAValue) {
    EXPECT_EQ(act("measure weight").pieces.at(0).value, 80.0);
    EXPECT_EQ(act("measure body_temperature").pieces.at(0).value, 36.8);
}

TEST_F(AnAct, OfSayingIsTheQuestionsItWasUnderstoodAs) {
    Action say = action_of("say Where is it, and do the mornings hurt?");
    understand(say, {"where", "mornings"});
    ASSERT_FALSE(find_refusal(encounter_, say));
    const Response response = carry_out(encounter_, say);
    EXPECT_EQ(texts(response), (Words{"Under the heel.", "Yes!"}));
    EXPECT_EQ(encounter_.progress.now, Minutes{2});
    EXPECT_TRUE(encounter_.progress.done_at("ask mornings"));
    EXPECT_EQ(library::print(encounter_.events[0].action), "say Where is it, and do the mornings hurt?");
}

TEST_F(AnAct, OfSayingWhatIsNotUnderstoodIsToldAndTakesNoTime) {
    const Response response = act("say Blah");
    ASSERT_EQ(response.pieces.size(), 1u);
    EXPECT_EQ(response.pieces[0].id, "history/not_understood");
    EXPECT_EQ(encounter_.progress.now, Minutes{0});
}

TEST_F(AnAct, TakenBackCostsNothingAndWhatWasShownStaysShown) {
    act("ask mornings");
    const Minutes before = encounter_.progress.now;
    act("take_back 1");
    EXPECT_EQ(encounter_.progress.now, before);
    EXPECT_EQ(encounter_.taken_back.all(), std::vector<int>{1});
    EXPECT_TRUE(encounter_.progress.has_shown("first_step_pain"));
}

TEST_F(AnAct, OfNotingPutsWhatAnotherShowedAmongTheFindings) {
    act("ask mornings");
    act("note_finding 1");
    EXPECT_EQ(encounter_.noted.all(), (std::vector<std::pair<int, int>>{{1, 2}}));
}

TEST_F(AnAct, OfPrescribingMakesTrueWhatTheDrugDoesUntilItIsStopped) {
    const patient::Moment now(patient_, encounter_.progress);
    EXPECT_EQ(now.value("takes_nsaid"), Value(false));
    act("prescribe naproxen 500 mg 2");
    EXPECT_EQ(now.value("takes_nsaid"), Value(true));
    act("prescribe ibuprofen 400 mg 3");
    act("stop naproxen");
    EXPECT_EQ(now.value("takes_nsaid"), Value(true)) << "ibuprofen is taken still";
    EXPECT_EQ(refusal("stop naproxen"), "refusal/not_taken");
    act("stop ibuprofen");
    EXPECT_EQ(now.value("takes_nsaid"), Value(false));
}

TEST_F(AnAct, OfDiagnosingIsRememberedByEachDiagnosisNamed) {
    act("diagnose sore_heel 80, broken_heel 10");
    for (const char* done : {"diagnose", "diagnose any", "diagnose sore_heel", "diagnose broken_heel"}) {
        EXPECT_TRUE(encounter_.progress.done_at(done)) << done;
    }
}

TEST_F(AnAct, GivesAResponseWhoseDigestKnowsNoLanguage) {
    Response response = act("ask duration");
    const base::Digest before = response.digest();
    for (Piece& piece : response.pieces) piece.text = nullptr;
    EXPECT_EQ(response.digest(), before);
    response.pieces[0].numbers[0].second = Value(base::days(91));
    EXPECT_NE(response.digest(), before);
}

TEST_F(ARefusal, NamesItsReason) {
    EXPECT_EQ(refusal("ask nothing_known"), "refusal/unknown");
    EXPECT_EQ(refusal("palpate elbow"), "refusal/unknown");
    EXPECT_EQ(refusal("order haemoglobin right"), "refusal/no_sides");
    EXPECT_EQ(refusal("palpate plantar_fascia_insertion midline"), "refusal/not_in_the_midline");
    EXPECT_EQ(refusal("take_back 1"), "refusal/no_such_action");
    EXPECT_EQ(refusal("note_finding 7"), "refusal/no_such_action");
    EXPECT_EQ(refusal("stop naproxen"), "refusal/not_taken");
    EXPECT_EQ(refusal("change naproxen 250 mg 1"), "refusal/not_taken");
    EXPECT_EQ(refusal("stop aspirin"), "refusal/unknown");
    EXPECT_EQ(refusal("position upside"), "refusal/unknown");
    EXPECT_EQ(refusal("border light_touch right sole_lateral"), "");
    EXPECT_EQ(refusal("border light_touch right nowhere"), "refusal/unknown");
    EXPECT_EQ(refusal("wait 27 weeks"), "refusal/past_horizon");
    act("palpate heel_centre right");
    EXPECT_EQ(refusal("take_back 1"), "refusal/only_questions_are_taken_back");
    act("note Look at the shoes");
    EXPECT_EQ(refusal("note_finding 2"), "refusal/nothing_to_note");
    Action nobody = action_of("take_back 1");
    nobody.number = 0;
    EXPECT_EQ(find_refusal(encounter_, nobody)->key, "refusal/no_such_action");
}

TEST_F(ARefusal, OfAnythingFollowsTheEnd) {
    act("finish");
    for (const char* line : {"ask where", "note x", "finish", "wait 1 days", "read xray_heel"}) {
        EXPECT_EQ(refusal(line), "refusal/finished") << line;
    }
}

}  // namespace
}  // namespace palpera::encounter
