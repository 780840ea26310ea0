// Visits, the time between them, and the end.
#include "tests/encounter/example.h"

namespace palpera::encounter {
namespace {

using base::days;
using base::weeks;

class AVisit : public AtTheClinic {};
class TheEnd : public AtTheClinic {};

TEST_F(AVisit, ThatHasEndedCannotEndAgain) {
    act("end_visit");
    EXPECT_FALSE(encounter_.visit_open);
    EXPECT_EQ(refusal("end_visit"), "refusal/visit_has_ended");
}

TEST_F(AVisit, IsFollowedByAnotherTheNextDayWhereNothingWasPlanned) {
    act("ask where");
    act("end_visit");
    act("ask mornings");
    EXPECT_EQ(encounter_.events.back().at, days(1));
    EXPECT_EQ(encounter_.events.back().visit, 2);
    EXPECT_TRUE(encounter_.visit_open);
}

TEST_F(AVisit, IsFollowedByThePlannedOne) {
    act("ask where");
    act("follow_up 6 weeks");
    act("end_visit");
    act("ask mornings");
    EXPECT_EQ(encounter_.events.back().at, weeks(6) + Minutes{1});
}

TEST_F(AVisit, OpensAtOnceAfterAWaitOfADayOrMore) {
    act("ask where");
    act("follow_up 6 weeks");
    act("end_visit");
    act("wait 6 weeks");
    EXPECT_EQ(encounter_.progress.visit, 1);
    act("ask mornings");
    EXPECT_EQ(encounter_.events.back().at, weeks(6) + Minutes{1}) << "not a day later";
    EXPECT_EQ(encounter_.progress.visit, 2);
}

TEST_F(AVisit, MayComeEarlierThanPlannedWhereTheStudentWaitedForLess) {
    act("follow_up 6 weeks");
    act("end_visit");
    act("wait 2 weeks");
    act("ask mornings");
    EXPECT_EQ(encounter_.events.back().at, weeks(2));
}

TEST_F(AVisit, IsClosedByAWaitOfADayAndNotByOneOfHours) {
    act("wait 23 hours");
    EXPECT_TRUE(encounter_.visit_open);
    act("wait 1 days");
    EXPECT_FALSE(encounter_.visit_open);
    act("ask where");
    EXPECT_EQ(encounter_.progress.visit, 2);
    EXPECT_EQ(encounter_.events.back().at, Minutes{47 * 60});
}

TEST_F(AVisit, IsNotOpenedByWhatIsDoneAtTheDesk) {
    act("ask where");
    act("end_visit");
    const Minutes before = encounter_.progress.now;
    for (const char* line :
         {"note Ring the school", "differential sore_heel 80", "diagnose sore_heel 80", "note_finding 1", "take_back 1",
          "link first_step_pain sore_heel for", "decline weigh refuses"}) {
        act(line);
    }
    EXPECT_EQ(encounter_.progress.visit, 1);
    EXPECT_EQ(encounter_.progress.now, before);
}

TEST_F(AVisit, BeginsWithThePatientsOwnWords) {
    act("end_visit");
    act("wait 2 weeks");
    EXPECT_EQ(texts(act("ask where")), (Words{"No change.", "Under the heel."}));
}

TEST_F(AVisit, BeginsWithOtherWordsWhereTreatmentHelped) {
    act("advise good_shoes");
    act("end_visit");
    act("wait 4 weeks");
    EXPECT_EQ(texts(act("ask where")), (Words{"It is getting better.", "Under the heel."}));
}

TEST_F(AVisit, TellsOnceWhatHappenedMeanwhile) {
    act("end_visit");
    act("wait 4 weeks");
    EXPECT_EQ(texts(act("ask nights")), (Words{"Now it wakes me.", "No change.", "No."}));
    act("end_visit");
    EXPECT_EQ(texts(act("ask nights")), (Words{"No change.", "No."}));
}

TEST_F(AVisit, OpensNoneBehindTheHorizonOfTheCase) {
    act("follow_up 12 months");
    act("end_visit");
    EXPECT_EQ(refusal("ask where"), "refusal/past_horizon");
    EXPECT_EQ(refusal("note It ends here"), "");
    act("finish");
}

TEST_F(TheEnd, RunsThePatientToTheHorizonAndTellsWhatBecameOfIt) {
    const Response end = act("finish");
    EXPECT_EQ(encounter_.progress.now, weeks(26));
    EXPECT_TRUE(encounter_.finished);
    EXPECT_EQ(texts(end), (Words{"The heel began to ache at night.", "The heel is much the same."}));
}

TEST_F(TheEnd, IsBetterUnderTreatment) {
    act("advise good_shoes");
    EXPECT_EQ(texts(act("finish")), Words{"The heel is well."});
}

TEST_F(TheEnd, NeedsNoOpenVisitAndOpensNone) {
    act("end_visit");
    act("finish");
    EXPECT_EQ(encounter_.progress.visit, 1);
}

TEST_F(TheEnd, AWaitAsLongAsTheHorizonIsStillPartOfTheCase) {
    act("ask shoes");
    act("end_visit");
    EXPECT_EQ(refusal("wait 26 weeks"), "");
    act("wait 26 weeks");
    const Minutes before = encounter_.progress.now;
    act("finish");
    EXPECT_EQ(encounter_.progress.now, before) << "time never goes back";
}

}  // namespace
}  // namespace palpera::encounter
