// Properties that hold for every guideline and every session, tried on generated ones.
#include <algorithm>

#include "tests/pathway/generated.h"

namespace palpera::pathway {
namespace {

constexpr unsigned rounds = 400;

TEST(ScoreProperties, TheScoreIsTheSumOfTheLedgerAndOfItsParts) {
    for (unsigned seed = 0; seed < rounds; ++seed) {
        Generated made = generated(seed);
        const ScoreSheet sheet = made.heel.score(made.session);
        std::int64_t components = 0, of = 0, domains = 0;
        for (const Share& share : sheet.components) components += share.points, of += share.of;
        for (const Share& share : sheet.domains) domains += share.points;
        EXPECT_EQ(sheet.millipoints, sum_of(sheet)) << seed;
        EXPECT_EQ(sheet.millipoints, components + sheet.correction) << seed;
        EXPECT_EQ(sheet.millipoints, domains + sheet.correction) << seed;
        EXPECT_EQ(of, 100'000) << seed;
        EXPECT_GE(sheet.millipoints, 0) << seed;
        EXPECT_LE(sheet.millipoints, 100'000) << seed;
        EXPECT_GE(points_of(sheet, Component::stewardship), 0) << seed;
        EXPECT_GE(sheet.process_fitness, 0) << seed;
        EXPECT_LE(sheet.process_fitness, 1000) << seed;
    }
}

TEST(ScoreProperties, AnEmptySessionScoresNothing) {
    for (unsigned seed = 0; seed < rounds; ++seed) {
        EXPECT_EQ(generated(seed).heel.score({"finish"}).millipoints, 0) << seed;
        EXPECT_EQ(generated(seed).heel.score({}).millipoints, 0) << seed;
    }
}

TEST(ScoreProperties, TheSameSessionGivesTheSameSheet) {
    for (unsigned seed = 0; seed < rounds; ++seed) {
        Generated once = generated(seed), again = generated(seed);
        EXPECT_EQ(printed(once.heel.score(once.session)), printed(again.heel.score(again.session)));
    }
}

TEST(ScoreProperties, TheOrderOfDeclarationsMovesNoPoint) {
    for (unsigned seed = 0; seed < rounds; ++seed) {
        Generated made = generated(seed);
        const std::int64_t points = made.heel.score(made.session).millipoints;
        const std::string before = printed(made.heel.score(made.session));
        std::reverse(made.heel.guideline.steps.begin(), made.heel.guideline.steps.end());
        std::reverse(made.heel.guideline.order.begin(), made.heel.guideline.order.end());
        EXPECT_EQ(made.heel.score(made.session).millipoints, points)
            << seed << "\n"
            << before << printed(made.heel.score(made.session));
    }
}

// An act that goes against nothing and is asked for, put where it is in time.
TEST(ScoreProperties, DoingWhatWasMissingNeverLowersTheScore) {
    int tried = 0;
    for (unsigned seed = 0; seed < 4 * rounds; ++seed) {
        Generated made = generated(seed);
        const ScoreSheet before = made.heel.score(made.session);
        for (const library::Step& step : made.heel.guideline.steps) {
            const LedgerLine* line = line_of(before, "heel/" + step.id);
            if (!line || line->component != Component::necessary_care || line->reason != Reason::missing) continue;
            const library::StepAct& best = *std::max_element(
                step.acts.begin(), step.acts.end(), [](const auto& a, const auto& b) { return a.credit < b.credit; });
            const library::Verb verb = best.act.verb;
            // Talk and touch: what cannot harm, costs no one else's time and earns in no other component.
            if (!library::is_question(verb) && !library::is_examination(verb)) continue;
            std::vector<std::string> session = made.session;
            session.insert(session.begin(), best.act.act() + (library::is_examination(verb) ? " right" : ""));
            const auto harm = [](const ScoreSheet& sheet) { return points_of(sheet, Component::harm); };
            const ScoreSheet after = made.heel.score(session);
            // A question may show what makes a later act harmful, and a minute may make a later act late; that is
            // another matter than the act itself.
            if (harm(after) != harm(before) || step.until) continue;
            const bool later_is_late = std::any_of(made.heel.guideline.steps.begin(), made.heel.guideline.steps.end(),
                                                   [](const library::Step& other) { return other.until.has_value(); });
            if (later_is_late) continue;
            ++tried;
            EXPECT_GE(after.millipoints, before.millipoints) << seed << " " << step.id << "\n"
                                                             << printed(before) << printed(after);
        }
    }
    EXPECT_GT(tried, 50);
}

TEST(ScoreProperties, LeavingOutAnUnneededActNeverLowersTheScore) {
    int tried = 0;
    for (unsigned seed = 0; seed < 4 * rounds; ++seed) {
        Generated made = generated(seed);
        const ScoreSheet before = made.heel.score(made.session);
        for (const LedgerLine& line : before.ledger) {
            if (line.component != Component::stewardship || line.reason != Reason::unneeded) continue;
            std::vector<std::string> session = made.session;
            session.erase(session.begin() + line.actions.front() - 1);
            ++tried;
            const ScoreSheet after = made.heel.score(session);
            EXPECT_GE(after.millipoints, before.millipoints) << seed << " " << line.statement << "\n"
                                                             << printed(before) << printed(after);
        }
    }
    EXPECT_GT(tried, 100);
}

TEST(ScoreProperties, LeavingOutAHarmfulActNeverLowersTheScore) {
    int tried = 0;
    for (unsigned seed = 0; seed < 4 * rounds; ++seed) {
        Generated made = generated(seed);
        const ScoreSheet before = made.heel.score(made.session);
        for (const LedgerLine& line : before.ledger) {
            if (line.reason != Reason::harmful || line.actions.empty()) continue;
            std::vector<std::string> session = made.session;
            session.erase(session.begin() + line.actions.front() - 1);
            if (made.session[static_cast<std::size_t>(line.actions.front() - 1)].starts_with("diagnose")) continue;
            ++tried;
            EXPECT_GE(made.heel.score(session).millipoints, before.millipoints) << seed << " " << line.statement;
        }
    }
    EXPECT_GT(tried, 50);
}

TEST(ScoreProperties, NamesAndIdsMoveNoPoint) {
    for (unsigned seed = 0; seed < rounds; ++seed) {
        Generated made = generated(seed);
        const std::int64_t points = made.heel.score(made.session).millipoints;
        for (library::Step& step : made.heel.guideline.steps) step.text = words("renamed " + step.id);
        made.heel.guideline.id = "another";
        made.heel.file.guidelines = {"another"};
        EXPECT_EQ(made.heel.score(made.session).millipoints, points) << seed;
    }
}

TEST(ScoreProperties, WaitingBeforeAnActNeverRaisesTheScore) {
    int tried = 0;
    for (unsigned seed = 0; seed < rounds; ++seed) {
        Generated made = generated(seed);
        const ScoreSheet before = made.heel.score(made.session);
        for (std::size_t i = 0; i < made.session.size(); ++i) {
            std::vector<std::string> session = made.session;
            session.insert(session.begin() + static_cast<std::ptrdiff_t>(i), "wait 1 hours");
            ++tried;
            EXPECT_LE(points_of(made.heel.score(session), Component::necessary_care),
                      points_of(before, Component::necessary_care))
                << seed << " " << i;
        }
    }
    EXPECT_GT(tried, 100);
}

}  // namespace
}  // namespace palpera::pathway
