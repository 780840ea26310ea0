#include "tests/encounter/example.h"

namespace palpera::encounter {
namespace {

class AnOrder : public AtTheClinic {};

TEST_F(AnOrder, IsReadWhenItsResultHasComeAndNotBefore) {
    act("order haemoglobin");
    EXPECT_EQ(refusal("read haemoglobin"), "refusal/not_come_yet");
    act("wait 59 minutes");
    EXPECT_EQ(refusal("read haemoglobin"), "refusal/not_come_yet");
    act("wait 1 minutes");
    const Response result = act("read haemoglobin");
    ASSERT_EQ(result.pieces.size(), 1u);
    EXPECT_EQ(result.pieces[0].value, 134.0);
    EXPECT_EQ(encounter_.orders.at(0).read, encounter_.events.back().n);
}

TEST_F(AnOrder, ShowsItsFactsWhenItIsReadNotWhenItIsTaken) {
    const Response ordered = act("order xray_heel right");
    EXPECT_TRUE(ordered.revealed.empty());
    act("end_visit");
    act("wait 1 weeks");
    EXPECT_FALSE(encounter_.progress.has_shown("spur"));
    const Response result = act("read xray_heel");
    EXPECT_EQ(texts(result), Words{"No fracture."});
    ASSERT_EQ(result.revealed.size(), 1u);
    EXPECT_EQ(result.revealed[0].fact, "spur");
    EXPECT_EQ(result.revealed[0].side, Side::none) << "a spur is declared without sides";
    EXPECT_EQ(result.revealed[0].action, 4);
    EXPECT_EQ(result.revealed[0].at, encounter_.progress.now);
}

TEST_F(AnOrder, ShowsItsImagesOfTheSideItWasTakenAndTheirIdsMakeTheResponse) {
    SmallLibrary small;
    small.where("catalogue/tests.yaml", "finds: \"No fracture.\"",
                "finds: \"No fracture.\"\n        image: [heel_lateral_normal, heel_frontal_normal]");
    const auto read_result = [&] {
        const patient::Patient patient = patient_of(small);
        Encounter encounter(patient);
        for (const char* line : {"order xray_heel left", "end_visit", "wait 1 weeks"}) encounter::act(encounter, line);
        return encounter::act(encounter, "read xray_heel");
    };
    const Response result = read_result();
    ASSERT_EQ(result.pieces.size(), 3u);
    EXPECT_EQ(result.pieces[1].kind, Piece::Kind::image);
    EXPECT_EQ(result.pieces[1].id, "heel_lateral_normal");
    EXPECT_EQ(result.pieces[1].side, Side::left);
    EXPECT_EQ(result.pieces[2].id, "heel_frontal_normal");
    small.where("catalogue/tests.yaml", "image: [heel_lateral_normal,", "image: [heel_lateral_spur,");
    EXPECT_NE(read_result().digest(), result.digest());
}

TEST_F(AnOrder, TellsWhatWasTrueWhenItWasTaken) {
    act("order xray_heel right");
    encounter_.progress.set("spur", true);
    act("end_visit");
    act("wait 1 weeks");
    EXPECT_EQ(act("read xray_heel").revealed.at(0).value, Value(false));
}

TEST_F(AnOrder, WithoutASideIsOfTheSideOfTheComplaint) {
    act("order xray_heel");
    EXPECT_EQ(encounter_.orders.at(0).side, Side::right);
}

TEST_F(AnOrder, OfBothSidesTellsEachAndWhatHasNoSidesOnce) {
    SmallLibrary small;
    small.where("catalogue/tests.yaml", "reveals: [spur]", "reveals: [spur, heel_tender]");
    const patient::Patient patient = patient_of(small);
    Encounter encounter(patient);
    encounter::act(encounter, "order xray_heel both");
    encounter::act(encounter, "end_visit");
    encounter::act(encounter, "wait 1 weeks");
    const Response result = encounter::act(encounter, "read xray_heel");
    EXPECT_EQ(texts(result), (Words{"No fracture.", "No fracture."}));
    ASSERT_EQ(facts(result), (Words{"spur", "heel_tender", "heel_tender"}));
    EXPECT_EQ(result.revealed[1].side, Side::right);
    EXPECT_EQ(result.revealed[1].value, Value(true));
    EXPECT_EQ(result.revealed[2].side, Side::left);
    EXPECT_EQ(result.revealed[2].value, Value(false));
}

TEST_F(AnOrder, AReportFillsItsPlaceHolders) {
    SmallLibrary small;
    small.where("catalogue/tests.yaml", "finds: \"No fracture.\"", "finds: \"No fracture at {age} years.\"");
    const patient::Patient patient = patient_of(small);
    Encounter encounter(patient);
    encounter::act(encounter, "order xray_heel right");
    encounter::act(encounter, "end_visit");
    encounter::act(encounter, "wait 1 weeks");
    const Response result = encounter::act(encounter, "read xray_heel");
    ASSERT_EQ(result.pieces.at(0).numbers.size(), 1u);
    EXPECT_EQ(result.pieces[0].numbers[0].second, Value(50.0));
}

TEST_F(AnOrder, CancelledInTimeGivesItsCostBackAndNeverAResult) {
    act("order xray_heel right");
    EXPECT_EQ(encounter_.cost, 600);
    act("cancel xray_heel");
    EXPECT_EQ(encounter_.cost, 0);
    EXPECT_EQ(refusal("cancel xray_heel"), "refusal/not_ordered");
    act("end_visit");
    act("wait 1 weeks");
    EXPECT_EQ(refusal("read xray_heel"), "refusal/not_ordered");
}

TEST_F(AnOrder, WhoseResultHasComeCannotBeCancelled) {
    act("order haemoglobin");
    act("wait 1 hours");
    EXPECT_EQ(refusal("cancel haemoglobin"), "refusal/has_come");
}

TEST_F(AnOrder, IsCancelledAtTheDeskWithoutANewVisit) {
    act("order xray_heel right");
    act("end_visit");
    act("cancel xray_heel");
    EXPECT_TRUE(encounter_.orders.at(0).cancelled);
    EXPECT_EQ(encounter_.progress.visit, 1);
    EXPECT_FALSE(encounter_.visit_open);
}

TEST_F(AnOrder, RepeatedIsPaidTwiceAndReadNewestUnreadFirst) {
    act("order haemoglobin");
    act("wait 1 hours");
    act("read haemoglobin");
    act("order haemoglobin");
    EXPECT_EQ(encounter_.cost, 60);
    act("wait 1 hours");
    act("read haemoglobin");
    EXPECT_EQ(encounter_.orders.at(0).read, 3);
    EXPECT_EQ(encounter_.orders.at(1).read, 6);
    act("read haemoglobin");
    EXPECT_EQ(encounter_.orders.at(1).read, 6) << "the first reading is what counts";
}

TEST_F(AnOrder, ThatWasNeverPlacedCannotBeRead) { EXPECT_EQ(refusal("read haemoglobin"), "refusal/not_ordered"); }

}  // namespace
}  // namespace palpera::encounter
