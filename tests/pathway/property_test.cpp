// Properties that hold for every guideline and every session, tried on generated ones.
#include <algorithm>
#include <random>

#include "tests/pathway/small_library.h"

namespace palpera::pathway {
namespace {

const std::vector<std::string> every_act{"ask place",
                                         "ask night",
                                         "ask stomach",
                                         "ask wishes",
                                         "ask weather",
                                         "ask food",
                                         "ask travel",
                                         "palpate heel right",
                                         "palpate heel left",
                                         "palpate knee right",
                                         "order film",
                                         "order blood",
                                         "advise shoes",
                                         "advise rest",
                                         "advise promise",
                                         "treat injection",
                                         "refer physiotherapist routine",
                                         "prescribe naproxen 500 mg 2",
                                         "prescribe naproxen 500 mg 4",
                                         "note something",
                                         "diagnose fasciitis 70, fracture 20",
                                         "diagnose fracture 90"};
const std::vector<std::string> every_pattern{
    "ask place",          "ask night",       "ask stomach",          "ask wishes",  "palpate heel",
    "order film",         "order blood",     "advise shoes",         "advise rest", "diagnose any",
    "prescribe naproxen", "treat injection", "refer physiotherapist"};

struct Generated {
    SmallCase heel;
    std::vector<std::string> session;
};

Generated generated(unsigned seed) {
    std::mt19937 random(seed);
    const auto pick = [&](const auto& list) { return list[random() % list.size()]; };
    Generated made;
    const std::vector<Strength> strengths{Strength::must, Strength::should, Strength::should, Strength::may,
                                          Strength::avoid};
    const std::vector<std::string> conditions{"", "", "wants_film", "not ulcer", "heel_tender or hidden"};
    const std::size_t steps = 1 + random() % 6;
    for (std::size_t i = 0; i < steps; ++i) {
        std::vector<std::string> acts;
        for (std::size_t k = 0; k <= random() % 3; ++k) acts.push_back(pick(every_pattern));
        const Strength strength = pick(strengths);
        const std::string condition = pick(conditions);
        library::Step& step = made.heel.step("step" + std::to_string(i), strength, acts, condition);
        for (library::StepAct& act : step.acts) act.credit = random() % 3 == 0 ? 50 : 100;
        if (random() % 3 == 0) step.until = Minutes{static_cast<std::int64_t>(random() % 30)};
        if (step.until && random() % 2) step.lost = Minutes{static_cast<std::int64_t>(random() % 30)};
    }
    for (std::size_t i = 1; i < steps; i += 2) {
        made.heel.before("step" + std::to_string(i - 1), "step" + std::to_string(i));
    }
    for (const char* fact : {"heel_tender", "ulcer", "hidden", "wants_film"}) {
        if (random() % 2) made.heel.is_true(fact);
    }
    for (std::size_t i = 0; i < random() % 15; ++i) made.session.push_back(pick(every_act));
    made.session.push_back("finish");
    return made;
}

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

std::string printed(const ScoreSheet& sheet) {
    std::string text = std::to_string(sheet.millipoints) + "\n";
    for (const LedgerLine& line : sheet.ledger) {
        text += line.statement + " " + std::string(name(line.reason)) + " " + std::to_string(line.points) + "\n";
    }
    return text;
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
