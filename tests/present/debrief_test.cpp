#include "engine/present/debrief.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "engine/base/file.h"
#include "engine/library/action.h"
#include "tests/present/ward.h"

namespace palpera::present {
namespace {

using base::Language;
using pathway::Component;
using pathway::LedgerLine;
using pathway::Mark;
using pathway::Reason;
using present_test::context_in;
using present_test::shipped_library;
using present_test::visit;

const library::CaseFile& ward_nurse_file() { return *find(shipped_library().cases, "ward_nurse"); }

base::LocalText in_every_language(const std::string& words) {
    base::LocalText text;
    for (Language language : base::every_language) text.in(language) = words;
    return text;
}

LedgerLine entry(const std::string& statement, Component component, Reason reason, std::int64_t points, std::int64_t of,
                 std::vector<int> actions = {}, std::int64_t minute = 0) {
    LedgerLine line;
    line.statement = statement;
    line.component = component;
    line.domain = component == Component::stewardship ? library::Domain::efficiency : library::Domain::history;
    line.reason = reason;
    line.points = points;
    line.of = of;
    line.actions = std::move(actions);
    if (!line.actions.empty()) line.at = base::Minutes{minute};
    line.text = in_every_language(statement);
    line.why = in_every_language("why " + statement);
    return line;
}

pathway::ScoreSheet sheet_of(std::vector<LedgerLine> ledger) {
    pathway::ScoreSheet sheet;
    sheet.guidelines = {{"heel_spur", 1}};
    sheet.pass_mark = 60;
    for (const LedgerLine& line : ledger) {
        sheet.millipoints += line.points;
        sheet.components[static_cast<std::size_t>(line.component)].points += line.points;
        sheet.components[static_cast<std::size_t>(line.component)].of += line.of;
        sheet.domains[static_cast<std::size_t>(line.domain)].points += line.points;
        sheet.domains[static_cast<std::size_t>(line.domain)].of += line.of;
    }
    sheet.passed = sheet.millipoints >= 60'000;
    sheet.ledger = std::move(ledger);
    return sheet;
}

Debrief told(const pathway::ScoreSheet& sheet, const encounter::Encounter& encounter,
             Language language = Language::sv) {
    return debrief(context_in(language), ward_nurse_file(), encounter, sheet);
}

encounter::Encounter played(const char* journal) {
    const std::filesystem::path root(PALPERA_SOURCE_DIR);
    const auto text = base::read_file(root / "cases/library/ward_nurse" / journal, 1 << 20);
    encounter::Encounter encounter(present_test::ward_nurse());
    const auto recorded = library::parse_journal(*text);
    for (const auto& line : recorded->lines) present_test::act(encounter, {line.text.c_str()});
    return encounter;
}

Debrief of_the_demonstration(Language language) {
    const encounter::Encounter encounter = played("demonstration.journal");
    return told(pathway::score(shipped_library(), ward_nurse_file(), encounter), encounter, language);
}

// "−6,9" and "+2.5" back to tenths.
std::int64_t tenths(std::string text) {
    bool negative = false;
    if (text.starts_with("−")) {
        negative = true;
        text = text.substr(std::string("−").size());
    }
    if (text.starts_with("+")) text = text.substr(1);
    const std::size_t mark = text.find_first_of(",.");
    std::int64_t value = std::stoll(text.substr(0, mark)) * 10;
    if (mark != std::string::npos) value += text[mark + 1] - '0';
    return negative ? -value : value;
}

const DebriefLine* titled(const Debrief& debrief, const std::string& part) {
    const auto found = std::ranges::find_if(
        debrief.lines, [&](const DebriefLine& line) { return line.title.find(part) != std::string::npos; });
    return found == debrief.lines.end() ? nullptr : &*found;
}

TEST(DebriefPoints, AreShownWithAtMostOneDecimalInTheLanguagesOwnWay) {
    const auto encounter = visit({"ask pain_location", "ask duration", "ask weight"});
    const auto sheet = sheet_of({entry("a/a", Component::necessary_care, Reason::done_in_time, 2500, 2500, {1}, 1),
                                 entry("a/b", Component::necessary_care, Reason::missing, 0, 3000),
                                 entry("a/c", Component::stewardship, Reason::unneeded, -4000, 0, {2}, 2)});
    const Debrief swedish = told(sheet, encounter), english = told(sheet, encounter, Language::en);
    EXPECT_EQ(titled(swedish, "a/a")->points, "+2,5");
    EXPECT_EQ(titled(swedish, "a/a")->of, "av 2,5");
    EXPECT_EQ(titled(swedish, "a/b")->points, "0");
    EXPECT_EQ(titled(swedish, "a/b")->of, "av 3");
    EXPECT_EQ(titled(english, "a/a")->points, "+2.5");
    EXPECT_EQ(english.lines.front().points, "−4");
}

TEST(DebriefPoints, OfAllLinesTogetherAreTheScoreThatIsShownToTheTenth) {
    // Seven times a seventh of forty, and burdens that are no tenths.
    const auto encounter = visit({"ask pain_location", "ask duration", "ask weight"});
    std::vector<LedgerLine> ledger;
    for (int i = 0; i < 7; ++i)
        ledger.push_back(entry("a/s" + std::to_string(i), Component::necessary_care, Reason::done_in_time,
                               5714 + (i < 2), 5714 + (i < 2), {1}, 1));
    for (int i = 0; i < 5; ++i)
        ledger.push_back(
            entry("x/u" + std::to_string(i), Component::stewardship, Reason::cancelled_in_time, -33, 0, {2}, 2));
    const Debrief debrief = told(sheet_of(ledger), encounter);
    const std::int64_t sum =
        std::accumulate(debrief.lines.begin(), debrief.lines.end(), std::int64_t{0},
                        [](std::int64_t all, const DebriefLine& line) { return all + tenths(line.points); });
    EXPECT_EQ(sum, tenths(debrief.score_text));
    EXPECT_EQ(debrief.score_text, "39,8");
}

TEST(DebriefPoints, OfTheShippedVisitsAddUpToComponentsAndScore) {
    for (const char* journal : {"demonstration.journal", "expert.journal"}) {
        const encounter::Encounter encounter = played(journal);
        const pathway::ScoreSheet sheet = pathway::score(shipped_library(), ward_nurse_file(), encounter);
        const Debrief debrief = told(sheet, encounter);
        std::array<std::int64_t, pathway::component_count> sums{};
        for (const DebriefLine& line : debrief.lines)
            sums[static_cast<std::size_t>(line.component)] += tenths(line.points);
        std::int64_t all = 0;
        for (std::size_t i = 0; i < sums.size(); ++i) {
            all += sums[i];
            const std::string& value = debrief.components[i].value;
            if (static_cast<Component>(i) == Component::harm && sums[i] == 0) continue;
            EXPECT_EQ(tenths(value.substr(0, value.find(' '))), sums[i]) << debrief.components[i].name;
        }
        EXPECT_EQ(all, tenths(debrief.score_text)) << journal;
    }
}

TEST(DebriefPoints, AreNeverRoundedUpToAPassMarkThatWasNotReached) {
    const auto encounter = visit({"ask pain_location"});
    const Debrief debrief = told(
        sheet_of({entry("a/a", Component::necessary_care, Reason::done_in_time, 59'960, 100'000, {1}, 1)}), encounter);
    EXPECT_FALSE(debrief.passed);
    EXPECT_EQ(debrief.score, 59);
}

TEST(DebriefLinesOfASheet, ToLearnFromStandFirstTheDearestFirst) {
    const auto encounter = visit({"ask pain_location", "order xray_heel right routine", "ask weight"});
    const Debrief debrief =
        told(sheet_of({entry("a/right", Component::necessary_care, Reason::done_in_time, 2000, 2000, {1}, 1),
                       entry("a/missing", Component::necessary_care, Reason::missing, 0, 3000),
                       entry("stewardship/order/xray_heel", Component::stewardship, Reason::unneeded, -5000, 0, {2}, 2),
                       entry("a/excused", Component::necessary_care, Reason::missing_justified, 0, 0)}),
             encounter);
    ASSERT_EQ(debrief.lines.size(), 4u);
    EXPECT_EQ(debrief.lines[0].mark, Mark::unneeded);
    EXPECT_EQ(debrief.lines[1].title, "a/missing");
    EXPECT_TRUE(debrief.lines[1].to_learn);
    EXPECT_EQ(debrief.lines[2].title, "a/right");
    EXPECT_FALSE(debrief.lines[2].to_learn);
    EXPECT_FALSE(debrief.lines[3].to_learn) << "what was left out for a good reason is no lesson";
}

TEST(DebriefLinesOfASheet, UnneededQuestionsAreOneLineWithTheirExactSum) {
    const auto encounter = visit({"ask pain_location", "ask duration", "ask weight", "ask allergies"});
    const Debrief debrief =
        told(sheet_of({entry("stewardship/ask/duration", Component::stewardship, Reason::unneeded, -1240, 0, {2}, 1),
                       entry("stewardship/ask/weight", Component::stewardship, Reason::unneeded, -1240, 0, {3}, 2),
                       entry("stewardship/ask/allergies", Component::stewardship, Reason::duplicate, -1220, 0, {4}, 3),
                       entry("a/a", Component::necessary_care, Reason::done_in_time, 50'000, 50'000, {1}, 0)}),
             encounter);
    ASSERT_EQ(debrief.lines.size(), 2u);
    EXPECT_EQ(debrief.lines[0].title, "3 frågor utan steg");
    EXPECT_EQ(debrief.lines[0].points, "−3,7");
    EXPECT_EQ(debrief.lines[0].action, 2);
    EXPECT_NE(debrief.lines[0].why.find(act_text(encounter.events[2].action, context_in(Language::sv))),
              std::string::npos);
    // Each still has a mark of its own on the lanes.
    const auto& marks = debrief.lanes.front().marks;
    EXPECT_EQ(std::ranges::count(marks, Mark::unneeded, &DebriefMark::mark), 3);
}

TEST(DebriefLinesOfASheet, WhatIsMissingNamesAMedicineWithoutADoseAndADiagnosisWithoutAPercentage) {
    const auto encounter = visit({"ask pain_location"});
    const Debrief debrief = told(
        sheet_of(
            {entry("calcaneal_stress_fracture/pain_relief", Component::necessary_care, Reason::missing, 0, 2000),
             entry("calcaneal_stress_fracture/weigh_fracture", Component::necessary_care, Reason::missing, 0, 4000)}),
        encounter, Language::en);
    ASSERT_EQ(debrief.lines.size(), 2u);
    EXPECT_NE(debrief.lines[0].why.find("Differential diagnosis: Calcaneal stress fracture / Diagnosis: Calcaneal "
                                        "stress fracture"),
              std::string::npos)
        << debrief.lines[0].why;
    EXPECT_NE(debrief.lines[1].why.find("Prescribe: Paracetamol / "), std::string::npos) << debrief.lines[1].why;
}

TEST(DebriefLinesOfASheet, WhatIsMissingHasNoTimeAndSaysWhatWouldHaveEarnedItAndByWhen) {
    const Debrief debrief = of_the_demonstration(Language::en);
    const DebriefLine* weight = titled(debrief, "weight");
    ASSERT_NE(weight, nullptr);
    EXPECT_EQ(weight->mark, Mark::missed);
    EXPECT_EQ(weight->time, "–");
    EXPECT_EQ(weight->action, 0);
    EXPECT_NE(weight->why.find("before the end of visit 1"), std::string::npos) << weight->why;
}

TEST(DebriefLinesOfASheet, AnUnneededFilmCitesTheStepThatWouldHaveWantedIt) {
    const Debrief debrief = of_the_demonstration(Language::en);
    const auto film = std::ranges::find(debrief.lines, Mark::unneeded, &DebriefLine::mark);
    ASSERT_NE(film, debrief.lines.end());
    ASSERT_FALSE(film->sources.empty());
    EXPECT_EQ(film->sources.front().id, "HS-033");
    EXPECT_FALSE(film->sources.front().quote.empty());
    EXPECT_GT(film->action, 0);
}

TEST(DebriefLanes, AMarkStandsOnTheLaneOfItsActAndMissingOnesHaveMarksToo) {
    const Debrief debrief = of_the_demonstration(Language::sv);
    ASSERT_EQ(debrief.lanes.size(), 5u);
    EXPECT_EQ(std::ranges::count(debrief.lanes[2].marks, Mark::unneeded, &DebriefMark::mark), 1) << "the film";
    EXPECT_GT(std::ranges::count(debrief.lanes[0].marks, Mark::missed, &DebriefMark::mark), 0);
    for (const DebriefLane& lane : debrief.lanes)
        for (const DebriefMark& mark : lane.marks) {
            EXPECT_LE(mark.at, debrief.axis_end);
            EXPECT_LT(mark.line, debrief.lines.size());
        }
}

TEST(DebriefLanes, CountsAreTheMarksThatAreDrawn) {
    const Debrief debrief = of_the_demonstration(Language::sv);
    for (const auto& [mark, count] : debrief.counts) {
        std::ptrdiff_t drawn = 0;
        for (const DebriefLane& lane : debrief.lanes) drawn += std::ranges::count(lane.marks, mark, &DebriefMark::mark);
        EXPECT_EQ(drawn, count);
    }
}

TEST(DebriefLanes, WeeksBetweenVisitsAreLeftOutOfTheAxis) {
    const Debrief debrief = of_the_demonstration(Language::sv);
    EXPECT_LT(debrief.axis_end, base::Minutes{120});
    ASSERT_FALSE(debrief.ticks.empty());
    EXPECT_EQ(debrief.ticks.front().label, "10:00");
    EXPECT_EQ(debrief.ticks.back().label, "Dag 29");
    for (std::size_t i = 1; i < debrief.ticks.size(); ++i) EXPECT_GT(debrief.ticks[i].at, debrief.ticks[i - 1].at);
}

TEST(DebriefLanes, ALateActSaysHowLateAndWhereItsWindowEnded) {
    const Debrief debrief = of_the_demonstration(Language::sv);
    const auto& treatment = debrief.lanes.back().marks;
    const auto late = std::ranges::find(treatment, Mark::late, &DebriefMark::mark);
    ASSERT_NE(late, treatment.end());
    EXPECT_EQ(late->label, "28 dagar för sent");
    ASSERT_TRUE(late->due);
    EXPECT_LT(*late->due, late->at);
}

TEST(DebriefWords, ARightDiagnosisIsCalledRightAndTheDearestFaultIsNamed) {
    const Debrief debrief = of_the_demonstration(Language::en);
    EXPECT_EQ(debrief.headline, "Right diagnosis: Plantar fasciitis.");
    EXPECT_NE(debrief.summary.find(debrief.lines.front().title), std::string::npos) << debrief.summary;
    EXPECT_TRUE(debrief.passed);
    EXPECT_NE(debrief.verdict.find("60"), std::string::npos);
}

TEST(DebriefWords, AnotherDiagnosisIsSaidPlainlyWithTheRightOne) {
    const auto encounter = visit({"ask pain_location", "diagnose gout 90"});
    const auto sheet = pathway::score(shipped_library(), ward_nurse_file(), encounter);
    const Debrief debrief = told(sheet, encounter, Language::en);
    EXPECT_EQ(debrief.headline.find("Right diagnosis"), std::string::npos);
    EXPECT_NE(debrief.headline.find("Plantar fasciitis"), std::string::npos) << debrief.headline;
    EXPECT_NE(debrief.summary.find("90%"), std::string::npos) << debrief.summary;
}

TEST(DebriefWords, AVisitWithoutADiagnosisSaysSo) {
    const auto encounter = visit({"ask pain_location"});
    const auto sheet = pathway::score(shipped_library(), ward_nurse_file(), encounter);
    const Debrief debrief = told(sheet, encounter, Language::en);
    EXPECT_TRUE(debrief.headline.starts_with(context_in(Language::en)("debrief/no_diagnosis"))) << debrief.headline;
}

TEST(DebriefWords, ACapIsExplained) {
    const auto encounter = visit({"ask pain_location"});
    auto sheet = sheet_of({entry("a/a", Component::necessary_care, Reason::done_in_time, 49'000, 49'000, {1}, 1)});
    sheet.cap = pathway::ScoreSheet::Cap{49, "a/never", in_every_language("Never this")};
    const Debrief debrief = told(sheet, encounter, Language::en);
    EXPECT_NE(debrief.summary.find("Never this"), std::string::npos);
    EXPECT_NE(debrief.summary.find("49"), std::string::npos);
}

TEST(DebriefWords, TheStoryIsWhatTheEndOfTheCaseTold) {
    const Debrief debrief = of_the_demonstration(Language::en);
    ASSERT_EQ(debrief.story.size(), 1u);
    EXPECT_TRUE(debrief.story.front().starts_with("Half a year later")) << debrief.story.front();
    EXPECT_NE(debrief.story_title.find("26 weeks"), std::string::npos) << debrief.story_title;
}

TEST(DebriefWords, MoreConfidenceInARightDiagnosisIsNoAdvice) {
    const encounter::Encounter encounter = played("expert.journal");
    const auto sheet = pathway::score(shipped_library(), ward_nurse_file(), encounter);
    ASSERT_TRUE(sheet.biggest_win);
    ASSERT_EQ(sheet.biggest_win->statement, "diagnosis/main");
    EXPECT_EQ(told(sheet, encounter).biggest_win, "");
}

TEST(DebriefWords, TheBiggestWinNamesTheChangeAndItsPoints) {
    const auto encounter = visit({"ask pain_location"});
    auto sheet = sheet_of({entry("a/left out", Component::necessary_care, Reason::missing, 0, 3200)});
    sheet.biggest_win = pathway::ScoreSheet::Win{"a/left out", 4260};
    const std::string win = told(sheet, encounter).biggest_win;
    EXPECT_NE(win.find("a/left out"), std::string::npos);
    EXPECT_NE(win.find("4,3"), std::string::npos) << win;
}

TEST(DebriefBars, WhatNothingWasExpectedOfIsEmptyAndWhatIsBelowThePassMarkIsWeak) {
    const auto encounter = visit({"ask pain_location"});
    const Debrief debrief =
        told(sheet_of({entry("a/a", Component::necessary_care, Reason::done_in_time, 1000, 2000, {1}, 1)}), encounter);
    EXPECT_EQ(debrief.domains[0].percent, 50);
    EXPECT_TRUE(debrief.domains[0].weak);
    EXPECT_TRUE(debrief.domains[1].empty);
    EXPECT_EQ(debrief.domains[1].value, "–");
    EXPECT_EQ(debrief.components[0].value, "1 av 2");
}

TEST(DebriefBars, HarmIsToldAsPointsLostOrAsNone) {
    const auto encounter = visit({"ask pain_location", "advise weight_loss"});
    const Debrief harmless =
        told(sheet_of({entry("a/a", Component::necessary_care, Reason::done_in_time, 1000, 2000, {1}, 1)}), encounter);
    EXPECT_EQ(harmless.components.back().value, context_in(Language::sv)("debrief/harmless"));
    const Debrief harmed =
        told(sheet_of({entry("a/a", Component::harm, Reason::harmful, -10'000, 0, {2}, 2)}), encounter);
    EXPECT_EQ(harmed.components.back().value, "−10");
    EXPECT_TRUE(harmed.components.back().weak);
    EXPECT_EQ(harmed.lines.front().mark, Mark::harmful);
}

TEST(DebriefSources, EverySourceOfALineIsListedOnceWithTheNameOfItsDocument) {
    for (Language language : base::every_language) {
        const Debrief debrief = of_the_demonstration(language);
        for (const DebriefLine& line : debrief.lines)
            for (const DebriefLine::Source& source : line.sources) {
                const auto known = std::ranges::count_if(debrief.sources, [&](const DebriefLine::Source& one) {
                    return one.id == source.id && (!one.id.empty() || one.title == source.title);
                });
                EXPECT_EQ(known, 1) << source.id << source.title;
                EXPECT_FALSE(source.title.empty()) << source.id;
                EXPECT_EQ(source.id.empty(), source.quote.empty()) << source.id;
            }
    }
}

TEST(DebriefInEveryLanguage, LeavesNoKeyAndNoPlaceHolder) {
    for (Language language : base::every_language) {
        const Debrief debrief = of_the_demonstration(language);
        std::string all = debrief.headline + debrief.summary + debrief.verdict + debrief.biggest_win +
                          debrief.story_title + debrief.version + debrief.person;
        for (const DebriefLine& line : debrief.lines) all += line.title + line.why + line.of;
        EXPECT_EQ(all.find('{'), std::string::npos) << all;
        EXPECT_EQ(all.find("debrief/"), std::string::npos) << all;
        EXPECT_EQ(all.find(".."), std::string::npos) << all;
    }
}

TEST(JournalOfADebrief, HasALineAnActWithTimeAndAnswer) {
    const auto encounter = visit({"ask pain_location", "palpate heel_centre both"});
    const auto lines = journal_lines(context_in(Language::sv), encounter);
    ASSERT_EQ(lines.size(), 2u);
    EXPECT_EQ(lines[0].time, "10:00");
    EXPECT_EQ(lines[0].action, 1);
    EXPECT_FALSE(lines[0].response.empty());
    EXPECT_NE(lines[1].response.find("Höger: "), std::string::npos) << lines[1].response;
    EXPECT_NE(lines[1].response.find("Vänster: "), std::string::npos) << lines[1].response;
}

}  // namespace
}  // namespace palpera::present
