// What must not change a score, or only in one direction, when a guideline or a course is changed (SCORING:
// validation).
#include <algorithm>
#include <set>
#include <thread>

#include "tests/pathway/generated.h"

namespace palpera::pathway {
namespace {

constexpr unsigned rounds = 300;

// A guideline of questions in some order, each asked for of everybody, and the course that asks them in that order.
struct Orderly {
    SmallCase heel;
    std::vector<std::string> questions;
};
Orderly orderly(unsigned seed, const std::string& guideline = "heel") {
    std::mt19937 random(seed);
    std::vector<std::string> all{"place", "night", "stomach", "wishes", "weather", "food", "travel"};
    std::shuffle(all.begin(), all.end(), random);
    all.resize(2 + random() % (all.size() - 1));
    Orderly made;
    made.heel.guideline.id = guideline;
    made.heel.file.guidelines = {guideline};
    for (const std::string& question : all) {
        made.heel.step(question, random() % 2 ? Strength::must : Strength::should, {"ask " + question});
        made.questions.push_back("ask " + question);
    }
    for (std::size_t then = 1; then < all.size(); ++then)
        if (random() % 3 > 0) made.heel.before(all[random() % then], all[then]);
    return made;
}

std::vector<std::string> finished(std::vector<std::string> lines) {
    lines.push_back("finish");
    return lines;
}

TEST(Conforming, CourseMissesNothingAndFitsWholly) {
    for (unsigned seed = 0; seed < rounds; ++seed) {
        Orderly made = orderly(seed);
        const ScoreSheet sheet = made.heel.score(finished(made.questions));
        EXPECT_EQ(sheet.process_fitness, 1000) << seed;
        for (const Component component : {Component::necessary_care, Component::order, Component::stewardship}) {
            const Share& share = sheet.components[static_cast<std::size_t>(component)];
            EXPECT_EQ(share.points, share.of) << seed << " " << name(component);
        }
        for (std::size_t i = 0; i < sheet.nearest_course.size(); ++i)
            EXPECT_EQ(sheet.nearest_course[i].action, static_cast<int>(i) + 1) << seed;
        EXPECT_EQ(made.heel.score({"finish"}).process_fitness, 0) << seed;
    }
}

TEST(Inversions, RepairedNeverLowerTheScore) {
    int repaired = 0;
    for (unsigned seed = 0; seed < rounds; ++seed) {
        Orderly made = orderly(seed);
        std::vector<std::string> course = made.questions;
        std::mt19937 random(seed + 1);
        std::shuffle(course.begin(), course.end(), random);
        for (std::size_t i = 0; i + 1 < course.size(); ++i) {
            std::vector<std::string> better = course;
            std::swap(better[i], better[i + 1]);
            const bool was_inverted =
                std::any_of(made.heel.guideline.order.begin(), made.heel.guideline.order.end(),
                            [&](const library::Precedence& one) {
                                return course[i] == "ask " + one.then && course[i + 1] == "ask " + one.first;
                            });
            if (!was_inverted) continue;
            ++repaired;
            const ScoreSheet before = made.heel.score(finished(course)), after = made.heel.score(finished(better));
            EXPECT_GE(after.millipoints, before.millipoints) << seed << "\n" << printed(before) << printed(after);
            EXPECT_GE(after.process_fitness, before.process_fitness) << seed;
        }
    }
    EXPECT_GT(repaired, 100);
}

bool has_alike_steps(const library::Guideline& guideline) {
    for (std::size_t a = 0; a < guideline.steps.size(); ++a)
        for (std::size_t b = 0; b < a; ++b)
            if (guideline.steps[a].acts.front().act == guideline.steps[b].acts.front().act) return true;
    return false;
}

TEST(Renaming, StepsMovesNoPoint) {
    int renamed = 0;
    for (unsigned seed = 0; seed < rounds; ++seed) {
        Generated made = generated(seed);
        if (has_alike_steps(made.heel.guideline)) continue;
        ++renamed;
        const ScoreSheet before = made.heel.score(made.session);
        const auto other = [](const std::string& id) { return "z" + std::to_string(9 - (id.back() - '0')); };
        for (library::Step& step : made.heel.guideline.steps) step.id = other(step.id);
        for (library::Precedence& one : made.heel.guideline.order) {
            one.first = other(one.first);
            one.then = other(one.then);
            std::reverse(one.id.begin(), one.id.end());
        }
        const ScoreSheet after = made.heel.score(made.session);
        EXPECT_EQ(after.millipoints, before.millipoints) << seed << "\n" << printed(before) << printed(after);
        EXPECT_EQ(after.process_fitness, before.process_fitness) << seed;
    }
    EXPECT_GT(renamed, 100);
}

// A precedence is a statement with points of its own, so one more shares them anew; but the nearest course is the same.
TEST(TransitivePrecedence, ChangesNoNearestCourse) {
    int added = 0;
    for (unsigned seed = 0; seed < rounds; ++seed) {
        Orderly made = orderly(seed);
        std::vector<std::string> course = made.questions;
        std::mt19937 random(seed + 1);
        std::shuffle(course.begin(), course.end(), random);
        const ScoreSheet before = made.heel.score(finished(course));
        const std::vector<library::Precedence> order = made.heel.guideline.order;
        for (const library::Precedence& a : order) {
            for (const library::Precedence& b : order) {
                if (a.then != b.first) continue;
                made.heel.before(a.first, b.then);
                ++added;
            }
        }
        const ScoreSheet after = made.heel.score(finished(course));
        EXPECT_EQ(after.process_fitness, before.process_fitness) << seed;
        for (std::size_t i = 0; i < before.nearest_course.size(); ++i)
            EXPECT_EQ(after.nearest_course[i].action, before.nearest_course[i].action) << seed;
    }
    EXPECT_GT(added, 50);
}

// Acts within one minute that stand in no order: plans, here, which take no time.
TEST(SimultaneousActs, MayBeSwapped) {
    int swapped = 0;
    for (unsigned seed = 0; seed < 3 * rounds; ++seed) {
        Generated made = generated(seed);
        made.heel.guideline.order.clear();
        const ScoreSheet before = made.heel.score(made.session);
        for (std::size_t i = 0; i + 1 < made.session.size(); ++i) {
            const auto takes_no_time = [](const std::string& line) {
                return line.starts_with("advise") || line.starts_with("treat") || line.starts_with("order");
            };
            if (!takes_no_time(made.session[i]) || !takes_no_time(made.session[i + 1])) continue;
            std::vector<std::string> session = made.session;
            std::swap(session[i], session[i + 1]);
            ++swapped;
            const ScoreSheet after = made.heel.score(session);
            EXPECT_EQ(after.millipoints, before.millipoints) << seed << "\n" << printed(before) << printed(after);
        }
    }
    EXPECT_GT(swapped, 50);
}

TEST(Clocks, ShiftedWithTheirAnchorsChangeNothing) {
    for (unsigned seed = 0; seed < rounds; ++seed) {
        Generated made = generated(seed);
        const ScoreSheet before = made.heel.score(made.session);
        for (library::Step& step : made.heel.guideline.steps)
            if (step.until) *step.until += Minutes{60};
        std::vector<std::string> session = made.session;
        session.insert(session.begin(), "wait 1 hours");
        const ScoreSheet after = made.heel.score(session);
        EXPECT_EQ(after.millipoints, before.millipoints) << seed << "\n" << printed(before) << printed(after);
        EXPECT_EQ(after.process_fitness, before.process_fitness) << seed;
    }
}

TEST(IndependentGuidelines, AddUp) {
    for (unsigned seed = 0; seed < rounds; ++seed) {
        Generated made = generated(seed), alone = generated(seed);
        Orderly other = orderly(seed + 1, "foot");
        made.heel.other_guidelines = {other.heel.guideline};
        made.heel.file.guidelines = {"heel", "foot"};
        std::vector<std::string> session = made.session;
        const ScoreSheet together = made.heel.score(session), one = alone.heel.score(session);
        for (const LedgerLine& line : one.ledger) {
            if (line.component != Component::necessary_care || line.of == 0) continue;
            const LedgerLine* same = line_of(together, line.statement);
            ASSERT_NE(same, nullptr) << seed << " " << line.statement;
            EXPECT_EQ(same->reason, line.reason) << seed;
            EXPECT_EQ(same->actions, line.actions) << seed;
            // The same part of a smaller whole, but for what rounding leaves.
            EXPECT_NEAR(static_cast<double>(same->points * line.of), static_cast<double>(line.points * same->of),
                        static_cast<double>(2 * line.of))
                << seed;
        }
        for (std::size_t i = 0; i < one.nearest_course.size(); ++i)
            EXPECT_EQ(together.nearest_course[i].action, one.nearest_course[i].action) << seed;
    }
}

TEST(UnneededAct, TakesFromTheFitnessAtMostItsShare) {
    for (unsigned seed = 0; seed < rounds; ++seed) {
        Orderly made = orderly(seed);
        const ScoreSheet sheet = made.heel.score(finished(made.questions));
        std::vector<std::string> more = made.questions;
        more.insert(more.begin() + static_cast<std::ptrdiff_t>(seed % (more.size() + 1)), "order blood");
        const auto moves = static_cast<std::int64_t>(2 * made.questions.size() + 1);
        EXPECT_GE(made.heel.score(finished(more)).process_fitness, sheet.process_fitness - 1000 / moves - 1) << seed;
    }
}

TEST(Threads, ScoreAlikeHoweverMany) {
    std::vector<std::string> expected;
    for (unsigned seed = 0; seed < 40; ++seed) {
        Generated made = generated(seed);
        expected.push_back(printed(made.heel.score(made.session)));
    }
    std::vector<std::vector<std::string>> found(4);
    std::vector<std::thread> threads;
    for (auto& mine : found) {
        threads.emplace_back([&mine] {
            for (unsigned seed = 0; seed < 40; ++seed) {
                Generated made = generated(seed);
                mine.push_back(printed(made.heel.score(made.session)));
            }
        });
    }
    for (std::thread& thread : threads) thread.join();
    for (const auto& mine : found) EXPECT_EQ(mine, expected);
}

}  // namespace
}  // namespace palpera::pathway
