#include "engine/student/debrief.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>

#include "engine/base/file.h"
#include "engine/library/action.h"
#include "tests/student/screens.h"
#include "tests/student/ward.h"
#include "tests/ui/driver.h"

namespace palpera::student {
namespace {

using base::Language;
using student_test::Screen;
using student_test::Ward;

// A visit of the shipped case, played to its end.
std::unique_ptr<Ward> played(Language language, const std::string& journal) {
    auto ward = std::make_unique<Ward>(language);
    const std::filesystem::path root(PALPERA_SOURCE_DIR);
    const auto text = base::read_file(root / "cases/library/ward_nurse" / journal, 1 << 20);
    EXPECT_TRUE(text);
    const auto recorded = library::parse_journal(*text);
    EXPECT_TRUE(recorded);
    for (const auto& line : recorded->lines) ward->act(line.text);
    return ward;
}

const library::CaseFile& file_of(const Ward& ward) {
    return *library::find(ward.context().library.cases, "ward_nurse");
}

class DebriefScreen {
public:
    explicit DebriefScreen(const Ward& ward, Screen screen = {}, ui::Appearance appearance = ui::Appearance::light,
                           const pathway::Revision* revision = nullptr)
        : ward_(ward),
          sheet(pathway::score(ward.context().library, file_of(ward), ward.encounter())),
          debrief(present::debrief(ward.context(), file_of(ward), ward.encounter(), sheet, revision)),
          journal(present::journal_lines(ward.context(), ward.encounter())),
          driver([this](ui::Ui& ui) { draw(ui); }, {.width = screen.width,
                                                    .height = screen.height,
                                                    .text_scale = screen.text_scale,
                                                    .appearance = appearance}) {
        driver.frame(4);
    }

private:
    void draw(ui::Ui& ui) {
        const auto ask = draw_debrief(ui, ui::window_rect(), ward_.context(), debrief, journal, state);
        if (ask) asked.push_back(*ask);
    }
    const Ward& ward_;

public:
    pathway::ScoreSheet sheet;
    present::Debrief debrief;
    std::vector<present::JournalLine> journal;
    DebriefState state;
    std::vector<DebriefAsk> asked;
    ui_test::UiDriver driver;  // draws as soon as it is made, so it is made last
};

// Walks act by act from the first one on the lanes.
void choose(DebriefScreen& shown, int steps) {
    shown.driver.ui().focus.move_to("debrief.act.0.0");
    shown.driver.frame(2);
    for (int i = 0; i < steps; ++i) shown.driver.key(ui::Key::right);
    shown.driver.frame(3);
}

// Pictures to look at: PALPERA_SHEETS names the folder.
TEST(DebriefPictures, CanBeDrawn) {
    const char* folder = std::getenv("PALPERA_SHEETS");
    const std::string to = folder != nullptr ? folder : testing::TempDir();
    for (const char* journal : {"demonstration", "expert"}) {
        const auto ward = played(Language::sv, std::string(journal) + ".journal");
        for (const Screen& screen : {Screen{1440, 900}, {1280, 720}, {1440, 900, 2}, {1280, 720, 2}, {960, 900}}) {
            DebriefScreen shown(*ward, screen);
            const std::string name = to + "/" + journal + "-" + student_test::name_of(Language::sv, screen);
            ASSERT_TRUE(shown.driver.png(name + ".png"));
            const bool compact = screen.text_scale > 1;
            for (const char* page : {"reasoning", "steps", "course", "log", "sources"}) {
                const std::string item = std::string(compact ? "debrief.page." : "debrief.") + page;
                if (!shown.driver.shows(item)) continue;
                shown.driver.click(item);
                shown.driver.frame(2);
                ASSERT_TRUE(shown.driver.png(name + "-" + page + ".png"));
            }
            if (compact) continue;
            shown.driver.click("debrief.overview");
            shown.state.filter = 2;
            choose(shown, 5);
            ASSERT_TRUE(shown.driver.png(name + "-chosen.png"));
            DebriefScreen dark(*ward, screen, ui::Appearance::dark);
            ASSERT_TRUE(dark.driver.png(name + "-dark.png"));
        }
    }
}

std::string told(const std::vector<ui_test::Complaint>& complaints) {
    std::string all;
    for (const ui_test::Complaint& complaint : complaints) all += complaint.rule + ": " + complaint.text + "\n";
    return all;
}

std::vector<std::string> pages_of(const Screen& screen) {
    if (screen.text_scale > 1)
        return {"debrief.page.score", "debrief.page.reasoning", "debrief.page.steps", "debrief.page.log",
                "debrief.page.sources"};
    return {"debrief.overview", "debrief.reasoning", "debrief.course", "debrief.log", "debrief.sources"};
}

TEST(DebriefLayout, EveryPageFitsEveryScreenInEveryLanguage) {
    for (Language language : base::every_language) {
        for (const char* journal : {"demonstration.journal", "expert.journal"}) {
            const auto ward = played(language, journal);
            for (const Screen& screen : student_test::screens) {
                DebriefScreen shown(*ward, screen);
                shown.state.filter = 2;
                for (const std::string& page : pages_of(screen)) {
                    ASSERT_TRUE(shown.driver.click(page));
                    shown.driver.frame(3);
                    EXPECT_EQ(told(shown.driver.lint()), "")
                        << journal << " " << student_test::name_of(language, screen) << " " << page;
                }
            }
        }
    }
}

TEST(DebriefLayout, AWindowOfAverageWidthShowsTheWordsOfALineBelowEachOther) {
    const auto ward = played(Language::nb, "demonstration.journal");
    DebriefScreen shown(*ward, {960, 540});
    shown.state.filter = 2;
    choose(shown, 3);
    EXPECT_EQ(told(shown.driver.lint()), "");
}

TEST(Debrief, ShowsTheScoreTheVerdictAndHowItWent) {
    const auto ward = played(Language::sv, "demonstration.journal");
    DebriefScreen shown(*ward);
    EXPECT_TRUE(shown.driver.reads(shown.debrief.verdict));
    EXPECT_TRUE(shown.driver.reads(shown.debrief.headline));
    EXPECT_TRUE(shown.driver.reads(std::to_string(shown.debrief.score)));
    EXPECT_TRUE(shown.driver.reads(shown.debrief.biggest_win));
    EXPECT_TRUE(shown.driver.reads(shown.debrief.domains.front().name));
    ASSERT_TRUE(shown.driver.click("debrief.parts.components"));
    shown.driver.frame(2);
    EXPECT_TRUE(shown.driver.reads(shown.debrief.score_text + " av 100"));
    EXPECT_TRUE(shown.driver.reads(shown.debrief.components.front().value));
    ASSERT_FALSE(shown.debrief.story.empty());
    shown.driver.click("debrief.course");
    shown.driver.frame(2);
    EXPECT_TRUE(shown.driver.reads(shown.debrief.story.front()));
}

TEST(Debrief, ArrowsOnTheLanesWalkActByActAndTheListFollows) {
    const auto ward = played(Language::sv, "demonstration.journal");
    DebriefScreen shown(*ward);
    ASSERT_EQ(shown.state.selected, -1);
    choose(shown, 1);
    const int first = shown.state.selected;
    ASSERT_GE(first, 0);
    choose(shown, 0);
    shown.driver.key(ui::Key::right);
    shown.driver.key(ui::Key::right);
    shown.driver.frame(4);
    EXPECT_NE(shown.state.selected, first);
    const ui::Item* line = shown.driver.item("debrief.line." + std::to_string(shown.state.selected));
    ASSERT_NE(line, nullptr) << "the filter lets the chosen line through";
    EXPECT_TRUE(line->checked);
    EXPECT_TRUE(line->visible()) << "the list has scrolled to it";
}

TEST(Debrief, InALowWindowTheChosenLineStandsUnderTheLanes) {
    const auto ward = played(Language::sv, "demonstration.journal");
    DebriefScreen shown(*ward, {1280, 720});
    EXPECT_FALSE(shown.driver.shows("debrief.chosen"));
    choose(shown, 4);
    const ui::Item* chosen = shown.driver.item("debrief.chosen");
    ASSERT_NE(chosen, nullptr);
    EXPECT_LE(chosen->rect.max.y, 720);
    EXPECT_TRUE(shown.driver.item(shown.state.mark)->visible());
}

TEST(Debrief, ALineOfTheListChoosesItsActOnTheLanes) {
    const auto ward = played(Language::sv, "demonstration.journal");
    DebriefScreen shown(*ward);
    ASSERT_TRUE(shown.driver.click("debrief.line.0"));
    shown.driver.frame(2);
    EXPECT_EQ(shown.state.selected, 0);
    ASSERT_FALSE(shown.state.mark.empty());
    EXPECT_TRUE(shown.driver.item(shown.state.mark)->checked);
}

TEST(Debrief, ArrowsWalkBeyondTheEdgeOfAZoomedAxis) {
    const auto ward = played(Language::sv, "demonstration.journal");
    DebriefScreen shown(*ward);
    choose(shown, 1);
    for (int i = 0; i < 6; ++i) shown.driver.type("+");
    shown.driver.frame(2);
    const double span = shown.state.view.last - shown.state.view.first;
    ASSERT_LT(span, 20);
    for (int i = 0; i < 60; ++i) shown.driver.key(ui::Key::right);
    shown.driver.frame(2);
    EXPECT_NEAR(shown.state.view.last - shown.state.view.first, span, 1e-6);
    EXPECT_GT(shown.state.view.last, static_cast<double>(shown.debrief.axis_end.value) - span);
}

TEST(Debrief, RewindingIsAskedAboutBeforeItIsAskedFor) {
    const auto ward = played(Language::sv, "demonstration.journal");
    DebriefScreen shown(*ward);
    const int action = shown.debrief.lines.front().action;
    ASSERT_GT(action, 0);
    ASSERT_TRUE(shown.driver.click("debrief.line.0.rewind"));
    shown.driver.frame(2);
    EXPECT_TRUE(shown.asked.empty());
    ASSERT_TRUE(shown.driver.click("debrief.rewinding.safe"));
    shown.driver.frame(2);
    EXPECT_TRUE(shown.asked.empty());
    shown.driver.click("debrief.line.0.rewind");
    shown.driver.frame(2);
    shown.driver.click("debrief.rewinding.go");
    shown.driver.frame(2);
    ASSERT_EQ(shown.asked.size(), 1u);
    EXPECT_EQ(shown.asked.front().kind, DebriefAsk::Kind::rewind);
    EXPECT_EQ(shown.asked.front().action, action);
}

TEST(Debrief, WhatWasNotDoneHasNoWayBackToIt) {
    const auto ward = played(Language::sv, "demonstration.journal");
    DebriefScreen shown(*ward);
    bool any = false;
    for (std::size_t i = 0; i < shown.debrief.lines.size(); ++i) {
        if (shown.debrief.lines[i].time != "–") continue;
        any = true;
        EXPECT_FALSE(shown.driver.shows("debrief.line." + std::to_string(i) + ".rewind"));
    }
    EXPECT_TRUE(any);
}

TEST(Debrief, TheJournalRewindsToAnyAct) {
    const auto ward = played(Language::en, "expert.journal");
    DebriefScreen shown(*ward);
    shown.driver.click("debrief.log");
    shown.driver.frame(2);
    shown.driver.click("debrief.journal.3");
    shown.driver.frame(2);
    shown.driver.click("debrief.rewinding.go");
    shown.driver.frame(2);
    ASSERT_EQ(shown.asked.size(), 1u);
    EXPECT_EQ(shown.asked.front().action, 3);
}

TEST(Debrief, AChipOfASourceLeadsToTheSources) {
    const auto ward = played(Language::en, "demonstration.journal");
    DebriefScreen shown(*ward);
    ASSERT_TRUE(shown.driver.click("debrief.line.0.source.0"));
    shown.driver.frame(2);
    ASSERT_FALSE(shown.debrief.sources.empty());
    EXPECT_TRUE(shown.driver.reads(shown.debrief.sources.front().id));
    EXPECT_TRUE(shown.driver.reads(shown.debrief.sources.front().quote));
}

TEST(Debrief, AVisitWithoutFaultHasNothingToLearnFrom) {
    const auto ward = played(Language::sv, "expert.journal");
    DebriefScreen shown(*ward);
    ASSERT_TRUE(std::ranges::none_of(shown.debrief.lines, &present::DebriefLine::to_learn));
    EXPECT_TRUE(shown.driver.reads(ward->context()("debrief/nothing_to_learn")));
}

TEST(Debrief, EscapeAndTheArrowLeaveAndTheButtonBeginsAgain) {
    const auto ward = played(Language::sv, "expert.journal");
    DebriefScreen shown(*ward);
    shown.driver.key(ui::Key::escape);
    shown.driver.click("debrief.back");
    shown.driver.click("debrief.again");
    shown.driver.frame(2);
    ASSERT_EQ(shown.asked.size(), 3u);
    EXPECT_EQ(shown.asked[0].kind, DebriefAsk::Kind::close);
    EXPECT_EQ(shown.asked[1].kind, DebriefAsk::Kind::close);
    EXPECT_EQ(shown.asked[2].kind, DebriefAsk::Kind::again);
}

TEST(Debrief, EscapeClosesTheQuestionBeforeThePage) {
    const auto ward = played(Language::sv, "demonstration.journal");
    DebriefScreen shown(*ward);
    shown.driver.click("debrief.line.0.rewind");
    shown.driver.frame(2);
    shown.driver.key(ui::Key::escape);
    shown.driver.frame(2);
    EXPECT_EQ(shown.state.rewind, 0);
    EXPECT_TRUE(shown.asked.empty());
}

TEST(DebriefChart, NamesEveryLineAndReadsOutItsValuesAtThePointer) {
    const auto ward = played(Language::sv, "demonstration.journal");
    DebriefScreen shown(*ward);
    for (const present::DebriefHypothesis& one : shown.debrief.reasoning.hypotheses)
        EXPECT_TRUE(shown.driver.reads(one.name)) << one.name;
    ASSERT_TRUE(shown.driver.hover("debrief.chart"));
    shown.driver.pass(1);
    shown.driver.frame(2);
    EXPECT_GE(shown.state.moment, 0);
}

TEST(DebriefChart, ArrowsWalkFromChangeToChange) {
    const auto ward = played(Language::sv, "demonstration.journal");
    DebriefScreen shown(*ward);
    const int last = static_cast<int>(shown.debrief.reasoning.moments.size()) - 1;
    ASSERT_GT(last, 3);
    shown.driver.ui().focus.move_to("debrief.chart");
    shown.driver.frame(2);
    shown.driver.key(ui::Key::left);
    EXPECT_EQ(shown.state.moment, last - 1);
    shown.driver.key(ui::Key::home);
    EXPECT_EQ(shown.state.moment, 0);
    shown.driver.key(ui::Key::right);
    EXPECT_EQ(shown.state.moment, 1);
    shown.driver.frame(2);
    const ui::Item* chart = shown.driver.item("debrief.chart");
    ASSERT_NE(chart, nullptr);
    EXPECT_EQ(chart->label, shown.debrief.reasoning.moments[1].readout) << "what the keyboard reads out";
}

TEST(DebriefChart, WhereTheCaseIsNotCoveredThePageSaysWhy) {
    const auto ward = played(Language::sv, "demonstration.journal");
    DebriefScreen shown(*ward);
    shown.debrief.reasoning = {};
    shown.debrief.reasoning.why_not = "inga siffror";
    shown.driver.frame(2);
    EXPECT_FALSE(shown.driver.shows("debrief.chart"));
    EXPECT_TRUE(shown.driver.reads("inga siffror"));
    shown.driver.click("debrief.reasoning");
    shown.driver.frame(2);
    EXPECT_TRUE(shown.driver.reads("inga siffror"));
}

TEST(DebriefReasoningPage, ListsWhatEachQuestionToldAndCost) {
    const auto ward = played(Language::sv, "demonstration.journal");
    DebriefScreen shown(*ward);
    shown.driver.click("debrief.reasoning");
    shown.driver.frame(3);
    ASSERT_FALSE(shown.debrief.reasoning.told.empty());
    EXPECT_TRUE(shown.driver.reads(shown.debrief.reasoning.told.front().act));
    EXPECT_TRUE(shown.driver.reads(shown.debrief.reasoning.summary));
}

TEST(DebriefCoursePage, AStepLeadsToTheLineThatExplainsIt) {
    const auto ward = played(Language::sv, "demonstration.journal");
    DebriefScreen shown(*ward);
    shown.driver.click("debrief.course");
    shown.driver.frame(3);
    ASSERT_TRUE(shown.driver.click("debrief.step.0"));
    shown.driver.frame(3);
    EXPECT_EQ(shown.state.page, DebriefPage::overview);
    EXPECT_EQ(shown.state.selected, static_cast<int>(shown.debrief.course.front().line));
}

TEST(DebriefMotion, RingsAndBarsGrowOnceAndThenTheWindowSleeps) {
    const auto ward = played(Language::sv, "demonstration.journal");
    DebriefScreen shown(*ward);
    shown.driver.ui().reduce_motion = false;
    shown.state.opened = -1;
    shown.driver.frame();
    EXPECT_TRUE(shown.driver.ui().redraw.wish());
    shown.driver.pass(0.5);
    shown.driver.frame(3);
    EXPECT_FALSE(shown.driver.ui().redraw.wish());
}

TEST(DebriefMotion, IsNoneWhereTheStudentWantsNone) {
    const auto ward = played(Language::sv, "demonstration.journal");
    DebriefScreen shown(*ward);
    shown.state.opened = -1;
    shown.driver.frame();
    EXPECT_FALSE(shown.driver.ui().redraw.wish());
}

TEST(Debrief, IsSavedOnlyOnceFolderAndFormWereSeen) {
    const auto ward = played(Language::nb, "demonstration.journal");
    for (const Screen& screen : student_test::screens) {
        DebriefScreen shown(*ward, screen);
        shown.state.file = "palpera-ward_nurse-20261130-201500";
        ASSERT_TRUE(shown.driver.click("debrief.save"));
        shown.driver.frame(3);
        EXPECT_EQ(told(shown.driver.lint()), "");
        EXPECT_TRUE(shown.asked.empty());
        shown.driver.click("debrief.saving.as.text");
        shown.driver.type("debrief.saving.folder", testing::TempDir());
        shown.driver.click("debrief.saving.go");
        shown.driver.frame(2);
        ASSERT_EQ(shown.asked.size(), 1u);
        EXPECT_EQ(shown.asked.front().kind, DebriefAsk::Kind::save);
        EXPECT_TRUE(shown.state.as_text);
        EXPECT_EQ(shown.state.folder, testing::TempDir());
        EXPECT_FALSE(shown.state.saving);
    }
}

TEST(Debrief, EscapeClosesTheSavingBeforeThePage) {
    const auto ward = played(Language::sv, "demonstration.journal");
    DebriefScreen shown(*ward);
    shown.driver.click("debrief.save");
    shown.driver.frame(2);
    shown.driver.key(ui::Key::escape);
    shown.driver.frame(2);
    EXPECT_FALSE(shown.state.saving);
    EXPECT_TRUE(shown.asked.empty());
}

// A step that was new in the second version of a guideline, one that is no longer there and one that is judged
// otherwise.
pathway::Revision revision_of(const pathway::ScoreSheet& sheet) {
    pathway::Revision revision;
    revision.guidelines = {{"heel_spur", 1, 2}};
    revision.millipoints = sheet.millipoints + 12'300;
    revision.passed = true;
    pathway::LedgerLine judged_otherwise = sheet.ledger[1];
    judged_otherwise.reason = pathway::Reason::late;
    revision.changes = {{std::nullopt, sheet.ledger[0]}, {judged_otherwise, sheet.ledger[1]}, {sheet.ledger[2], {}}};
    revision.shifted = -400;
    return revision;
}

TEST(DebriefRevision, ShowsWhatNewerGuidelinesMakeOfAnOldVisitOnEveryScreen) {
    for (const Language language : base::every_language) {
        const auto ward = played(language, "demonstration.journal");
        const auto sheet = pathway::score(ward->context().library, file_of(*ward), ward->encounter());
        const pathway::Revision revision = revision_of(sheet);
        for (const Screen& screen : student_test::screens) {
            DebriefScreen shown(*ward, screen, ui::Appearance::light, &revision);
            EXPECT_EQ(told(shown.driver.lint()), "") << student_test::name_of(language, screen);
            EXPECT_TRUE(shown.driver.reads(ward->context()("debrief/revision_title")));
            if (const char* folder = std::getenv("PALPERA_PICTURES")) {
                const std::string name = "debrief_revision_" + student_test::name_of(language, screen) + ".png";
                EXPECT_TRUE(shown.driver.png(std::filesystem::path(folder) / name));
            }
        }
    }
}

TEST(DebriefRevision, IsNotThereWhereTheGuidelinesAreAsTheyWere) {
    const auto ward = played(Language::en, "demonstration.journal");
    DebriefScreen shown(*ward);
    EXPECT_FALSE(shown.debrief.revision);
    EXPECT_FALSE(shown.driver.reads("The guidelines have changed"));
}

TEST(DebriefRevision, SaysWhichVersionWasNotKept) {
    const auto ward = played(Language::en, "demonstration.journal");
    pathway::Revision revision;
    revision.guidelines = revision.not_kept = {{"heel_spur", 1, 2}};
    DebriefScreen shown(*ward, {}, ui::Appearance::light, &revision);
    EXPECT_TRUE(shown.driver.reads("has not been kept"));
}

}  // namespace
}  // namespace palpera::student
