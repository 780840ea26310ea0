#include "engine/pathway/align.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <random>
#include <set>

#include "engine/pathway/relaxation.h"

namespace palpera::pathway {
namespace {

using Kind = Move::Kind;
using Step = ProcessModel::Step;
using Trace = std::vector<std::string>;

Alignment aligned(const ProcessModel& model, const Trace& trace) {
    const base::Result<Alignment> result = align(model, trace);
    EXPECT_TRUE(result) << (result ? "" : result.error().message());
    return result ? *result : Alignment{};
}

// Why the moves are no alignment of this model and trace at the cost they claim; empty where they are one.
std::string fault_in(const Alignment& alignment, const ProcessModel& model, const Trace& trace) {
    std::map<std::string, const Step*> steps;
    for (const Step& step : model.steps) steps[step.id] = &step;
    std::map<std::string, std::int64_t> special(model.log_move_cost_by_activity.begin(),
                                                model.log_move_cost_by_activity.end());
    std::int64_t cost = 0;
    int next_event = 0;
    std::map<std::string, int> place;
    for (const Move& move : alignment.moves) {
        if (move.kind != Kind::model) {
            if (move.event != next_event++) return "the events are not those of the trace in its order";
            if (move.activity != trace[static_cast<std::size_t>(move.event)]) return "an event has another activity";
        }
        if (move.kind == Kind::log) {
            cost += special.contains(move.activity) ? special[move.activity] : model.log_move_cost;
            continue;
        }
        const Step* step = steps[move.step];
        if (!step) return "a step that is not there";
        if (!place.emplace(move.step, static_cast<int>(place.size())).second) return "a step twice";
        if (std::ranges::count(step->any_of, move.activity) == 0) return "an activity that is not the step's";
        if (move.kind == Kind::model) cost += step->optional ? 0 : step->model_move_cost;
    }
    if (next_event != static_cast<int>(trace.size())) return "events are left out";
    for (const Step& step : model.steps)
        if (!step.optional && !place.contains(step.id)) return "a step is left out";
    std::set<std::pair<std::string, std::string>> order(model.edges.begin(), model.edges.end());
    for (const Step& middle : model.steps)
        for (const Step& a : model.steps)
            for (const Step& b : model.steps)
                if (order.contains({a.id, middle.id}) && order.contains({middle.id, b.id})) order.insert({a.id, b.id});
    for (const auto& [before, after] : order)
        if (place.contains(before) && place.contains(after) && place[before] > place[after]) return "against the order";
    return cost == alignment.optimal_cost ? "" : "the moves cost " + std::to_string(cost);
}

// The least cost by trying everything: which steps are done (2^n), and for each prefix of the trace which have been
// put.
class EveryRun {
public:
    EveryRun(const ProcessModel& model, const Trace& trace) : model_(model), trace_(trace) {
        const std::size_t count = model.steps.size();
        ahead_.assign(count, 0);
        std::map<std::string, std::size_t> index;
        for (std::size_t i = 0; i < count; ++i) index[model.steps[i].id] = i;
        for (std::size_t round = 0; round < count; ++round)
            for (const auto& [before, after] : model.edges)
                ahead_[index[after]] |= 1u << index[before] | ahead_[index[before]];
    }

    std::int64_t least_cost() {
        std::int64_t best = std::numeric_limits<std::int64_t>::max();
        const unsigned all = (1u << model_.steps.size()) - 1;
        for (unsigned run = 0; run <= all; ++run) {
            bool whole = true;
            for (std::size_t i = 0; i < model_.steps.size(); ++i)
                whole = whole && (model_.steps[i].optional || (run >> i & 1) != 0);
            if (whole) best = std::min(best, least_cost_of(run));
        }
        return best;
    }

private:
    std::int64_t least_cost_of(unsigned run) {
        constexpr std::int64_t never = std::numeric_limits<std::int64_t>::max() / 2;
        std::vector<std::vector<std::int64_t>> cost(trace_.size() + 1, std::vector<std::int64_t>(run + 1, never));
        cost[0][0] = 0;
        for (std::size_t event = 0; event <= trace_.size(); ++event)
            for (unsigned put = 0; put <= run; ++put) {
                const std::int64_t here = cost[event][put];
                if ((put & ~run) != 0 || here >= never) continue;
                const auto offer = [&](std::size_t e, unsigned p, std::int64_t c) {
                    cost[e][p] = std::min(cost[e][p], c);
                };
                if (event < trace_.size()) offer(event + 1, put, here + log_cost(trace_[event]));
                for (std::size_t i = 0; i < model_.steps.size(); ++i) {
                    const Step& step = model_.steps[i];
                    if ((run >> i & 1) == 0 || (put >> i & 1) != 0 || (ahead_[i] & run & ~put) != 0) continue;
                    offer(event, put | 1u << i, here + (step.optional ? 0 : step.model_move_cost));
                    if (event < trace_.size() && std::ranges::count(step.any_of, trace_[event]) > 0)
                        offer(event + 1, put | 1u << i, here);
                }
            }
        return cost[trace_.size()][run];
    }
    std::int64_t log_cost(const std::string& activity) const {
        for (const auto& [special, cost] : model_.log_move_cost_by_activity)
            if (special == activity) return cost;
        return model_.log_move_cost;
    }

    const ProcessModel& model_;
    const Trace& trace_;
    std::vector<unsigned> ahead_;
};

// Up to seven steps; labels that are shared by ordered and by unordered steps, optional steps, alternatives, odd
// prices.
struct Instance {
    ProcessModel model;
    Trace trace;
};
Instance random_instance(std::mt19937& random) {
    const auto below = [&](int most) { return static_cast<int>(random() % static_cast<unsigned>(most)); };
    const auto label = [&](int kinds) { return std::string(1, static_cast<char>('a' + below(kinds))); };
    Instance made;
    const int steps = below(8), kinds = 1 + below(8), density = below(5);
    for (int i = 0; i < steps; ++i) {
        Step step{"s" + std::to_string(i), {label(kinds)}, below(4) == 0, below(4)};
        while (below(3) == 0) step.any_of.push_back(label(kinds));
        made.model.steps.push_back(std::move(step));
        for (int j = 0; j < i; ++j)
            if (below(5) < density) made.model.edges.emplace_back("s" + std::to_string(j), "s" + std::to_string(i));
    }
    made.model.log_move_cost = below(4);
    if (below(2) == 0) made.model.log_move_cost_by_activity.emplace_back(label(kinds), below(5));
    for (int event = below(9); event > 0; --event) made.trace.push_back(label(kinds + 1));
    return made;
}

std::string told(const Instance& instance) {
    std::string text;
    for (const Step& step : instance.model.steps) {
        text += step.id + (step.optional ? "? " : " ") + std::to_string(step.model_move_cost) + " [";
        for (const std::string& activity : step.any_of) text += activity;
        text += "] ";
    }
    for (const auto& [before, after] : instance.model.edges) text += before + "<" + after + " ";
    text += " trace ";
    for (const std::string& activity : instance.trace) text += activity;
    return text;
}

TEST(Align, CostsWhatTheBestOfAllRunsCosts) {
    const char* wanted = std::getenv("PALPERA_ALIGN_INSTANCES");
    const int instances = wanted ? std::atoi(wanted) : 20'000;
    std::mt19937 random(20'240'126);
    for (int i = 0; i < instances; ++i) {
        const Instance instance = random_instance(random);
        const Alignment found = aligned(instance.model, instance.trace);
        ASSERT_EQ(found.optimal_cost, EveryRun(instance.model, instance.trace).least_cost()) << told(instance);
        ASSERT_EQ(fault_in(found, instance.model, instance.trace), "") << told(instance);
    }
}

ProcessModel in_order(std::initializer_list<const char*> labels) {
    ProcessModel model;
    for (const char* label : labels) {
        const std::string id = "s" + std::to_string(model.steps.size());
        if (!model.steps.empty()) model.edges.emplace_back(model.steps.back().id, id);
        model.steps.push_back({id, {label}, false, 1});
    }
    return model;
}

TEST(Align, ConformingCourseCostsNothing) {
    const Alignment found = aligned(in_order({"ask", "press", "advise"}), {"ask", "press", "advise"});
    EXPECT_EQ(found.optimal_cost, 0);
    for (const Move& move : found.moves) EXPECT_EQ(move.kind, Kind::synchronous);
}

TEST(Align, EmptyCourseCostsEveryStepThatIsNotOptional) {
    ProcessModel model = in_order({"ask", "press", "advise"});
    model.steps[1].optional = true;
    model.steps[2].model_move_cost = 4;
    EXPECT_EQ(aligned(model, {}).optimal_cost, 5);
}

TEST(Align, InversionCostsOneLogAndOneModelMove) {
    const Alignment found = aligned(in_order({"press", "diagnose"}), {"diagnose", "press"});
    EXPECT_EQ(found.optimal_cost, 2);
}

TEST(Align, StepsLeftOutPassTheirOrderOn) {
    ProcessModel model = in_order({"ask", "film", "advise"});
    model.steps[1].optional = true;
    EXPECT_EQ(aligned(model, {"ask", "advise"}).optimal_cost, 0);
    EXPECT_EQ(aligned(model, {"advise", "ask"}).optimal_cost, 2);
}

TEST(Align, EarlierEventServesWhereTwoWould) {
    ProcessModel model;
    model.steps.push_back({"ask", {"ask"}, false, 1});
    const Alignment found = aligned(model, {"ask", "ask"});
    ASSERT_EQ(found.moves.size(), 2u);
    EXPECT_EQ(found.moves[0].kind, Kind::synchronous);
    EXPECT_EQ(found.moves[1].kind, Kind::log);
}

TEST(Align, RenamedStepsAndRedundantEdgesChangeNothing) {
    std::mt19937 random(7);
    for (int i = 0; i < 500; ++i) {
        Instance instance = random_instance(random);
        const std::int64_t cost = aligned(instance.model, instance.trace).optimal_cost;
        const auto edges = instance.model.edges;
        for (const auto& [a, b] : edges)
            for (const auto& [c, d] : edges)
                if (b == c) instance.model.edges.emplace_back(a, d);
        std::ranges::reverse(instance.model.steps);
        for (Step& step : instance.model.steps) step.id = "z" + step.id;
        for (auto& [before, after] : instance.model.edges) before = "z" + before, after = "z" + after;
        EXPECT_EQ(aligned(instance.model, instance.trace).optimal_cost, cost) << told(instance);
    }
}

TEST(Align, EventMoreCostsAtMostItsLogMove) {
    std::mt19937 random(11);
    for (int i = 0; i < 2'000; ++i) {
        Instance instance = random_instance(random);
        const std::int64_t cost = aligned(instance.model, instance.trace).optimal_cost;
        const auto at = static_cast<std::ptrdiff_t>(random() % (instance.trace.size() + 1));
        instance.trace.insert(instance.trace.begin() + at, "unknown");
        EXPECT_EQ(aligned(instance.model, instance.trace).optimal_cost, cost + instance.model.log_move_cost);
        instance.trace[static_cast<std::size_t>(at)] = "a";
        EXPECT_LE(aligned(instance.model, instance.trace).optimal_cost, cost + 4);
    }
}

TEST(Align, ManyAlikeStepsAreNoReasonToBranch) {
    ProcessModel model;
    for (int i = 0; i < 60; ++i) model.steps.push_back({"s" + std::to_string(i), {"walk", "run"}, false, 1});
    const Alignment found = aligned(model, Trace(80, "walk"));
    EXPECT_EQ(found.optimal_cost, 20);
}

TEST(Align, LargestModelAndTraceAreDone) {
    ProcessModel model;
    Trace trace;
    std::mt19937 random(3);
    for (std::size_t i = 0; i < most_steps; ++i) {
        model.steps.push_back({"s" + std::to_string(i), {"a" + std::to_string(i)}, i % 7 == 0, 1});
        for (int edge = 0; edge < 9 && i > 0; ++edge)
            model.edges.emplace_back("s" + std::to_string(random() % i), "s" + std::to_string(i));
    }
    for (std::size_t i = 0; i < most_events; ++i) trace.push_back("a" + std::to_string(random() % (2 * most_steps)));
    const Alignment found = aligned(model, trace);
    EXPECT_EQ(fault_in({found.optimal_cost, found.moves}, ProcessModel{model.steps, {}, 1, {}}, trace), "");
}

// Many events that fit many steps: nothing may hang.
TEST(Align, StepsThatAllShareOneActivityAreDone) {
    ProcessModel model;
    std::mt19937 random(4);
    std::int64_t dearest = 0;
    for (std::size_t i = 0; i < most_steps; ++i) {
        model.steps.push_back({"s" + std::to_string(i), {"walk"}, false, static_cast<std::int64_t>(1 + i % 17)});
        dearest += static_cast<std::int64_t>(1 + i % 17);
    }
    EXPECT_EQ(aligned(model, Trace(most_events, "walk")).optimal_cost,
              static_cast<std::int64_t>(most_events - most_steps));
    EXPECT_LT(aligned(model, Trace(100, "walk")).optimal_cost, dearest);
    for (std::size_t edge = 0; edge < most_edges; ++edge) {
        const std::size_t after = 1 + random() % (most_steps - 1);
        model.edges.emplace_back("s" + std::to_string(random() % after), "s" + std::to_string(after));
    }
    const Alignment dense = aligned(model, Trace(most_events, "walk"));
    EXPECT_EQ(dense.optimal_cost, static_cast<std::int64_t>(most_events - most_steps));
}

TEST(Align, PlacingWithoutConflictIsTheCheapestWhereItSucceeds) {
    std::mt19937 random(31);
    int placed = 0;
    for (int i = 0; i < 3'000; ++i) {
        const Instance instance = random_instance(random);
        StepOrder order(instance.model.steps.size());
        Labelled labelled;
        const std::string labels = "abcdefghij";
        labelled.log_cost.assign(labels.size(), instance.model.log_move_cost);
        for (const auto& [activity, cost] : instance.model.log_move_cost_by_activity)
            labelled.log_cost[labels.find(activity)] = cost;
        std::int64_t cost = 0;
        for (const Step& step : instance.model.steps) {
            std::set<std::uint32_t> accepted;
            for (const std::string& activity : step.any_of)
                accepted.insert(static_cast<std::uint32_t>(labels.find(activity)));
            labelled.of_step.emplace_back(accepted.begin(), accepted.end());
            labelled.saved.push_back(step.optional ? 0 : step.model_move_cost);
            cost += labelled.saved.back();
        }
        for (const std::string& activity : instance.trace) {
            labelled.of_event.push_back(static_cast<std::uint32_t>(labels.find(activity)));
            cost += labelled.log_cost[labelled.of_event.back()];
        }
        for (const auto& [before, after] : instance.model.edges)
            order.add(static_cast<std::size_t>(before[1] - '0'), static_cast<std::size_t>(after[1] - '0'));
        const std::vector<std::int64_t> events = place_without_conflict(order, labelled);
        if (instance.model.steps.empty() || events.empty()) continue;
        ++placed;
        for (std::size_t a = 0; a < events.size(); ++a) {
            if (events[a] < 0) continue;
            cost -= labelled.saved[a] + labelled.log_cost[labelled.of_event[static_cast<std::size_t>(events[a])]];
            for (std::size_t b = 0; b < events.size(); ++b) {
                const bool in_order = events[b] < 0 || !order.before(a, b) || events[a] < events[b];
                EXPECT_TRUE(in_order) << told(instance);
            }
        }
        EXPECT_EQ(cost, EveryRun(instance.model, instance.trace).least_cost()) << told(instance);
    }
    EXPECT_GT(placed, 500);
}

TEST(Align, NamesWhatIsWrongWithAModel) {
    const auto trouble = [](const ProcessModel& model) {
        const base::Result<Alignment> result = align(model, {});
        return result ? "" : result.error().what;
    };
    ProcessModel circle = in_order({"a", "b", "c"});
    circle.edges.emplace_back("s2", "s0");
    EXPECT_THAT(trouble(circle), testing::HasSubstr("circle through \"s2\" and \"s0\""));
    ProcessModel itself = in_order({"a"});
    itself.edges.emplace_back("s0", "s0");
    EXPECT_THAT(trouble(itself), testing::HasSubstr("circle"));
    ProcessModel twice = in_order({"a", "b"});
    twice.steps[1].id = "s0";
    EXPECT_THAT(trouble(twice), testing::HasSubstr("two steps are called \"s0\""));
    ProcessModel astray = in_order({"a"});
    astray.edges.emplace_back("s0", "s9");
    EXPECT_THAT(trouble(astray), testing::HasSubstr("\"s9\""));
    ProcessModel negative = in_order({"a"});
    negative.log_move_cost = -1;
    EXPECT_THAT(trouble(negative), testing::HasSubstr("-1 is out of range"));
    ProcessModel empty = in_order({"a"});
    empty.steps[0].any_of.clear();
    EXPECT_THAT(trouble(empty), testing::HasSubstr("has no activity"));
}

}  // namespace
}  // namespace palpera::pathway
