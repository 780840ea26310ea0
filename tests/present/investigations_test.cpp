#include "engine/present/investigations.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/present/ward.h"

namespace palpera::present {
namespace {

using base::Language;
using present_test::context_in;
using present_test::visit;

std::vector<std::string> ids(const std::vector<TestGroup>& groups) {
    std::vector<std::string> list;
    for (const TestGroup& group : groups) {
        for (const TestRow& test : group.tests) list.push_back(test.id);
    }
    return list;
}

// The ward nurse, but with this CRP.
patient::Patient with_crp(double value) {
    patient::Patient patient = present_test::ward_nurse();
    library::Response response;
    response.id = "test/crp";
    response.value = value;
    patient.acts.at("order crp").whole = {{response, {}}};
    return patient;
}

encounter::Encounter with_crp_read(const patient::Patient& patient) {
    encounter::Encounter encounter(patient);
    present_test::act(encounter, {"order crp", "wait 10 minutes", "read crp"});
    return encounter;
}

TEST(Tests, StandAsTheCatalogueHasThem) {
    const Context context = context_in(Language::sv);
    const auto groups = test_groups(context, visit({}), "", "");
    EXPECT_EQ(static_cast<int>(ids(groups).size()), test_count(context));
    ASSERT_EQ(groups.size(), context.library.catalogue.test_groups.size());
    for (std::size_t i = 0; i < groups.size(); ++i) {
        EXPECT_EQ(groups[i].name, context.in(context.library.catalogue.test_groups[i].name));
    }
}

TEST(Tests, AreNarrowedByKindAndBySearch) {
    const Context context = context_in(Language::en);
    for (const TestGroup& group : test_groups(context, visit({}), "", "imaging")) EXPECT_EQ(group.kind, "imaging");
    const std::vector<std::string> found = ids(test_groups(context, visit({}), "x-ray ankle", ""));
    EXPECT_NE(std::find(found.begin(), found.end(), "xray_ankle"), found.end());
    EXPECT_TRUE(test_groups(context, visit({}), "xyzxyz", "").empty());
}

TEST(Tests, TellCostDelayAndRadiation) {
    const auto groups = test_groups(context_in(Language::sv), visit({"order bone_scintigraphy"}), "", "imaging");
    for (const TestGroup& group : groups) {
        for (const TestRow& test : group.tests) {
            if (test.id != "bone_scintigraphy") continue;
            EXPECT_EQ(test.radiation, 3);
            EXPECT_EQ(test.delay, "3 veckor");
            EXPECT_TRUE(test.ordered);
            return;
        }
    }
    FAIL() << "no bone scintigraphy";
}

TEST(Inbox, GoesFromAwaitedToNewToRead) {
    const Context context = context_in(Language::sv);
    encounter::Encounter encounter = visit({"order crp"});
    EXPECT_EQ(inbox_rows(context, encounter).at(0).state, InboxRow::State::awaited);
    present_test::act(encounter, {"wait 10 minutes"});
    EXPECT_EQ(inbox_rows(context, encounter).at(0).state, InboxRow::State::fresh);
    present_test::act(encounter, {"read crp"});
    EXPECT_EQ(inbox_rows(context, encounter).at(0).state, InboxRow::State::read);
}

TEST(Inbox, ShowsHowMuchOfTheWaitIsOver) {
    const Context context = context_in(Language::sv);
    encounter::Encounter encounter = visit({"order ct_foot right", "wait 1 weeks"});
    EXPECT_NEAR(inbox_rows(context, encounter).at(0).waited, 0.5, 0.02);
    EXPECT_NE(inbox_rows(context, encounter).at(0).name.find(side_text(library::Side::right, context)),
              std::string::npos);
}

TEST(Inbox, KeepsWhatWasCancelledApart) {
    const auto rows = inbox_rows(context_in(Language::sv), visit({"order ct_foot right", "cancel ct_foot"}));
    ASSERT_EQ(rows.size(), 1u);
    EXPECT_EQ(rows[0].state, InboxRow::State::cancelled);
    EXPECT_FALSE(next_result(visit({"order ct_foot right", "cancel ct_foot"})));
}

TEST(Results, ToldNothingBeforeTheyAreRead) {
    const Context context = context_in(Language::sv);
    const patient::Patient patient = with_crp(38);
    encounter::Encounter encounter(patient);
    present_test::act(encounter, {"order crp"});
    const auto awaited = lab_rows(context, encounter);
    ASSERT_EQ(awaited.size(), 1u);
    EXPECT_TRUE(awaited[0].awaited);
    EXPECT_TRUE(awaited[0].value.empty());
    EXPECT_EQ(awaited[0].flag, LabRow::Flag::none);
    EXPECT_EQ(awaited[0].position, 0.5);
    present_test::act(encounter, {"wait 10 minutes"});
    EXPECT_TRUE(lab_rows(context, encounter).empty());
    EXPECT_FALSE(report_view(context, encounter, 0));
}

TEST(Results, AboveTheReferenceIntervalAreHigh) {
    const Context context = context_in(Language::sv);
    const patient::Patient patient = with_crp(38);
    const auto rows = lab_rows(context, with_crp_read(patient));
    ASSERT_EQ(rows.size(), 1u);
    EXPECT_EQ(rows[0].value, "38");
    EXPECT_EQ(rows[0].reference, "<5");
    EXPECT_EQ(rows[0].flag, LabRow::Flag::high);
    EXPECT_EQ(rows[0].position, 1);
    EXPECT_FALSE(rows[0].has_low);
}

TEST(Results, WithinTheReferenceIntervalAreNotFlagged) {
    const patient::Patient patient = with_crp(2.5);
    const auto rows = lab_rows(context_in(Language::sv), with_crp_read(patient));
    ASSERT_EQ(rows.size(), 1u);
    EXPECT_EQ(rows[0].flag, LabRow::Flag::none);
    EXPECT_DOUBLE_EQ(rows[0].position, 0.5);
}

TEST(Results, AreWrittenInTheUnitsOfTheCountry) {
    const encounter::Encounter encounter = visit({"order haemoglobin", "wait 20 minutes", "read haemoglobin"});
    const LabRow sv = lab_rows(context_in(Language::sv), encounter).at(0);
    EXPECT_EQ(sv.value + " " + sv.unit + " " + sv.reference, "134 g/L 117–153");
    const LabRow nb = lab_rows(context_in(Language::nb), encounter).at(0);
    EXPECT_EQ(nb.value + " " + nb.unit + " " + nb.reference, "13,4 g/dL 11,7–15,3");
}

TEST(Results, OfAFilmAreAReportThatCanBeNoted) {
    const Context context = context_in(Language::en);
    encounter::Encounter encounter = visit({"order xray_heel right", "wait 1 days", "read xray_heel"});
    auto report = report_view(context, encounter, 0);
    ASSERT_TRUE(report);
    EXPECT_TRUE(report->imaging);
    EXPECT_FALSE(report->text.empty());
    EXPECT_FALSE(report->lab);
    EXPECT_EQ(report->action, 3);
    EXPECT_FALSE(report->noted);
    present_test::act(encounter, {"note_finding 3"});
    EXPECT_TRUE(report_view(context, encounter, 0)->noted);
}

TEST(Results, OfBothSidesNameEachSide) {
    const encounter::Encounter encounter = visit({"order xray_heel both", "wait 1 days", "read xray_heel"});
    const auto report = report_view(context_in(Language::en), encounter, 0);
    ASSERT_TRUE(report);
    EXPECT_NE(report->text.find("Right: "), std::string::npos);
    EXPECT_NE(report->text.find("Left: "), std::string::npos);
}

TEST(Results, OfAFilmShowTheirDrawingsInTheReadersWordsAndOfTheRightSide) {
    const encounter::Encounter encounter =
        visit({"order xray_heel_loaded left", "end_visit", "wait 2 days", "read xray_heel_loaded"});
    const auto report = report_view(context_in(Language::nb), encounter, 0);
    ASSERT_TRUE(report);
    ASSERT_EQ(report->drawings.size(), 2u);
    EXPECT_EQ(report->drawings[0].id, "heel_lateral_normal");
    EXPECT_EQ(report->drawings[0].name, "hæl, sidebilde, normalt");
    EXPECT_EQ(report->drawings[0].view, "Sidebilde");
    EXPECT_EQ(report->drawings[0].side, library::Side::left);
    EXPECT_EQ(report->text.find("["), std::string::npos) << "the report itself does not tell of the drawing";
}

TEST(NextResult, IsTheOneThatComesFirst) {
    const encounter::Encounter encounter = visit({"order ct_foot right", "order crp"});
    const auto next = next_result(encounter);
    ASSERT_TRUE(next);
    EXPECT_EQ(*next, encounter.orders[1].due);
    EXPECT_FALSE(next_result(visit({})));
}

}  // namespace
}  // namespace palpera::present
