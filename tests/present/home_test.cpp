#include "engine/present/home.h"

#include "tests/present/ward.h"

namespace palpera::present {
namespace {

using base::Language;
using present_test::context_in;

store::Attempt attempt(std::int64_t millipoints, bool branched = false) {
    store::Attempt one;
    one.case_id = "ward_nurse";
    one.millipoints = millipoints;
    one.passed = millipoints >= 60'000;
    one.branched = branched;
    one.domains = {900, 500, -1, 800, 700, 1000, 600, 0};
    return one;
}

const CaseRow& ward_row(const std::vector<CaseRow>& rows) {
    for (const CaseRow& row : rows) {
        if (row.id == "ward_nurse") return row;
    }
    return rows.at(0);
}

TEST(Cases, ShowThePatientTheComplaintAndNoDiagnosis) {
    const auto rows = case_rows(context_in(Language::sv), {});
    const CaseRow& row = ward_row(rows);
    EXPECT_EQ(row.name, "Annika Lindberg");
    EXPECT_EQ(row.person, "52 år, undersköterska på en vårdavdelning");
    EXPECT_TRUE(row.complaint.starts_with("”Det hugger") && row.complaint.ends_with("”")) << row.complaint;
    EXPECT_EQ(row.area, "Fot och häl");
    EXPECT_EQ(row.setting, "Vårdcentral");
    EXPECT_EQ(row.difficulty, 1);
    EXPECT_EQ(row.difficulty_text, "Grund");
    EXPECT_EQ(row.minutes, "20 min");
    EXPECT_EQ(row.done_text, "Ny");
    EXPECT_EQ(row.state, CaseRow::State::fresh);
}

TEST(Cases, ShowTheBestScoreOfWhatWasNotRewound) {
    store::Progress progress;
    progress.attempts = {attempt(64'499), attempt(99'000, true), attempt(64'500)};
    const CaseRow row = ward_row(case_rows(context_in(Language::sv), progress));
    EXPECT_EQ(row.best, 64);
    EXPECT_TRUE(row.passed);
    EXPECT_EQ(row.done_text, "Klar 3 gånger");
    EXPECT_EQ(row.state, CaseRow::State::done);
}

TEST(Cases, DoNotShowThePassMarkToWhoJustMissedIt) {
    store::Progress progress;
    progress.attempts = {attempt(59'999)};
    const CaseRow row = ward_row(case_rows(context_in(Language::sv), progress));
    EXPECT_EQ(row.best, 59);
    EXPECT_FALSE(row.passed);
}

TEST(Cases, WithAnOpenVisitSaySo) {
    store::Progress progress;
    progress.attempts = {attempt(50'000)};
    progress.open.push_back({"ward_nurse", 0, 0, false, "a"});
    const CaseRow row = ward_row(case_rows(context_in(Language::nb), progress));
    EXPECT_EQ(row.state, CaseRow::State::open);
    EXPECT_EQ(row.best, 50);
    EXPECT_FALSE(row.passed);
}

TEST(Cases, AreFoundByAnyWordInAnyLanguage) {
    const Context context = context_in(Language::sv);
    const auto rows = case_rows(context, {});
    for (const char* typed : {"", "annika", "lindb", "hugger", "helsefagarbeider", "ward", "Legekontor", "lindbreg"}) {
        const auto found = filtered(rows, context, typed, "", "");
        ASSERT_FALSE(found.empty()) << typed;
    }
    EXPECT_TRUE(filtered(rows, context, "xyzzy", "", "").empty());
}

TEST(Cases, AreFilteredByAreaAndPlaceOfCare) {
    const Context context = context_in(Language::sv);
    const auto rows = case_rows(context, {});
    for (const CaseRow& row : filtered(rows, context, "", "foot", "primary_care")) {
        EXPECT_EQ(row.area_id, "foot");
        EXPECT_EQ(row.setting_id, "primary_care");
    }
    EXPECT_FALSE(filtered(rows, context, "", "foot", "").empty());
    EXPECT_TRUE(filtered(rows, context, "annika", "back", "").empty());
}

TEST(ProgressSummary, IsEmptyBeforeTheFirstCase) {
    const ProgressSummary summary = progress_summary(context_in(Language::sv), {});
    EXPECT_FALSE(summary.mean);
    EXPECT_TRUE(summary.domains.empty());
    EXPECT_TRUE(summary.line.starts_with("0 av ")) << summary.line;
}

TEST(ProgressSummary, IsOfTheBestAttemptsAndLeavesOutDomainsInWhichNothingWasExpected) {
    store::Progress progress;
    progress.attempts = {attempt(40'000), attempt(78'000)};
    const ProgressSummary summary = progress_summary(context_in(Language::sv), progress);
    EXPECT_EQ(summary.mean, 78);
    EXPECT_TRUE(summary.line.starts_with("1 av ")) << summary.line;
    ASSERT_EQ(summary.domains.size(), library::domain_count - 1);
    EXPECT_EQ(summary.domains[0].name, "Anamnes");
    EXPECT_EQ(summary.domains[0].percent, 90);
    EXPECT_FALSE(summary.domains[0].weak);
    EXPECT_EQ(summary.domains[1].percent, 50);
    EXPECT_TRUE(summary.domains[1].weak) << "below the pass mark";
}

TEST(Resume, CountsWhatWasDoneInTheOpenVisit) {
    store::Progress progress;
    progress.open.push_back({"ward_nurse", 0, 0, false, "a"});
    const encounter::Encounter encounter =
        present_test::visit({"ask duration", "ask rest_pain", "palpate heel_centre right"});
    const ResumeRow row = resume_row(context_in(Language::sv), progress, 0, encounter);
    EXPECT_EQ(row.patient.id, "ward_nurse");
    EXPECT_EQ(row.when, "Fortsätt där du slutade");
    ASSERT_EQ(row.stages.size(), 4u);
    EXPECT_EQ(row.stages[0].name, "Anamnes");
    EXPECT_EQ(row.stages[0].count, "2 frågor");
    EXPECT_EQ(row.stages[1].count, "1 undersökning");
    EXPECT_TRUE(row.stages[1].begun);
    EXPECT_FALSE(row.stages[2].begun);
}

}  // namespace
}  // namespace palpera::present
