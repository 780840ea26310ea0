#include "engine/present/home.h"

#include <algorithm>

#include "engine/base/text.h"
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

// The library in a language, with what a student has done so far.
class Shelf {
public:
    explicit Shelf(Language language, store::Progress progress = {})
        : rows(case_rows(context_in(language), progress)), search_(rows, language) {}

    std::vector<std::string> ids(const CaseFilter& filter, const std::vector<std::string>& open = {}) const {
        std::vector<std::string> found;
        for (const CaseRow* row : shown(rows, search_, filter, open)) found.push_back(row->id);
        return found;
    }
    std::vector<std::string> typed(const std::string& words) const { return ids({.typed = words}); }
    const CaseRow& row(const std::string& id) const { return *std::ranges::find(rows, id, &CaseRow::id); }

    std::vector<CaseRow> rows;

private:
    CaseSearch search_;
};

// Everything a student can see of a case before it is begun, and so all that may be searched.
std::string on_the_card(const CaseRow& row) {
    return base::folded(row.name + " " + row.title + " " + row.complaint + " " + row.person + " " + row.area + " " +
                        row.setting);
}

TEST(Cases, AreFoundByWhatTheirCardsSayDespiteTypingErrors) {
    const Shelf sv(Language::sv);
    for (const char* typed : {"annika", "ANNIKA LINDBERG", "lindb", "lindbreg", "undersköterska", "underskoterska",
                              "undersköterksa", "hugger"}) {
        ASSERT_FALSE(sv.typed(typed).empty()) << typed;
        EXPECT_EQ(sv.typed(typed).front(), "ward_nurse") << typed;
    }
    EXPECT_EQ(sv.typed(sv.row("ward_nurse").title).front(), "ward_nurse") << "by its title";
    EXPECT_EQ(sv.typed("  ").size(), sv.rows.size()) << "nothing was typed";
    EXPECT_TRUE(sv.typed("xyzzy").empty());
}

TEST(Cases, AreFoundInTheLanguageShownAlone) {
    EXPECT_TRUE(Shelf(Language::sv).typed("helsefagarbeider").empty());
    EXPECT_EQ(Shelf(Language::nb).typed("helsefagarbeider").front(), "ward_nurse");
    EXPECT_EQ(Shelf(Language::en).typed("lorry driver").front(), "truck_driver");
    EXPECT_EQ(Shelf(Language::nb).typed("lastebilsjåfør").front(), "truck_driver");
    EXPECT_EQ(Shelf(Language::sv).typed("lastbilsförare").front(), "truck_driver");
}

// A card that were found by its diagnosis, or an area named by one, would give the answer away.
TEST(Cases, AreNotFoundByTheirDiagnosesUnlessThePatientSaysTheWord) {
    for (const Language language : base::every_language) {
        const Context context = context_in(language);
        const Shelf shelf(language);
        for (const library::CaseFile& file : context.library.cases) {
            for (const library::CaseCondition& one : file.to_diagnose()) {
                const auto* diagnosis = library::find(context.library.catalogue.diagnoses, one.condition);
                ASSERT_NE(diagnosis, nullptr) << one.condition;
                const std::string name = base::folded(context.in(diagnosis->name));
                EXPECT_EQ(on_the_card(shelf.row(file.id)).find(name), std::string::npos) << file.id << ": " << name;
            }
        }
    }
}

TEST(Cases, AreFilteredByAreaPlaceDifficultyAndLanguage) {
    const Shelf shelf(Language::sv);
    const auto all_have = [&](const CaseFilter& filter, const auto& has) {
        const auto ids = shelf.ids(filter);
        EXPECT_FALSE(ids.empty());
        EXPECT_LT(ids.size(), shelf.rows.size());
        for (const std::string& id : ids) EXPECT_TRUE(has(shelf.row(id))) << id;
        const auto fitting = std::ranges::count_if(shelf.rows, has);
        EXPECT_EQ(ids.size(), static_cast<std::size_t>(fitting)) << "none is left out";
    };
    all_have({.area = "foot"}, [](const CaseRow& row) { return row.area_id == "foot"; });
    all_have({.setting = "emergency"}, [](const CaseRow& row) { return row.setting_id == "emergency"; });
    all_have({.language = "nb"}, [](const CaseRow& row) { return row.language_id == "nb"; });
    for (int bars : {1, 2, 3})
        all_have({.difficulty = bars}, [&](const CaseRow& row) { return row.difficulty == bars; });
    all_have({.area = "leg", .language = "sv"},
             [](const CaseRow& row) { return row.area_id == "leg" && row.language_id == "sv"; });
    EXPECT_TRUE(shelf.ids({.typed = "annika", .area = "back"}).empty());
    EXPECT_EQ(shelf.ids({}).size(), shelf.rows.size());
}

TEST(Cases, StandWithOpenVisitsFirstThenNewOnesFromEasyToHardThenThoseMet) {
    store::Progress progress;
    progress.attempts = {attempt(78'000), attempt(20'000), attempt(64'000)};
    progress.attempts[1].case_id = "postal_worker";
    progress.attempts[2].case_id = "shop_assistant";
    progress.open = {{"home_carer", 0, 0, false, "a"}, {"sexton", 0, 0, false, "b"}};
    const Shelf shelf(Language::sv, progress);
    const auto ids = shelf.ids({}, {"sexton", "home_carer"});
    ASSERT_EQ(ids.size(), shelf.rows.size());
    EXPECT_EQ(ids[0], "sexton") << "the last touched";
    EXPECT_EQ(ids[1], "home_carer");
    for (std::size_t i = 3; i + 3 < ids.size(); ++i)
        EXPECT_LE(shelf.row(ids[i - 1]).difficulty, shelf.row(ids[i]).difficulty) << ids[i];
    EXPECT_EQ(ids[ids.size() - 3], "postal_worker") << "not passed yet";
    EXPECT_EQ(ids[ids.size() - 2], "shop_assistant");
    EXPECT_EQ(ids[ids.size() - 1], "ward_nurse");
    EXPECT_EQ(shelf.ids({.only_undone = true}).size(), ids.size() - 3);
}

TEST(Cases, StandInTheOrderAskedForAlsoWhereSomethingIsTyped) {
    const Shelf shelf(Language::sv);
    const auto sorted = [&](CaseOrder order, const auto& number) {
        const auto ids = shelf.ids({.typed = "vårdcentral", .order = order});
        EXPECT_GT(ids.size(), 2u);
        for (std::size_t i = 1; i < ids.size(); ++i)
            EXPECT_LE(number(shelf.row(ids[i - 1])), number(shelf.row(ids[i]))) << ids[i];
    };
    sorted(CaseOrder::easiest, [](const CaseRow& row) { return row.difficulty; });
    sorted(CaseOrder::hardest, [](const CaseRow& row) { return -row.difficulty; });
    sorted(CaseOrder::shortest, [](const CaseRow& row) { return row.minutes_long; });
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
