#include "engine/pathway/align.h"

#include <algorithm>
#include <bit>
#include <map>
#include <optional>
#include <set>
#include <tuple>

#include "engine/base/text.h"
#include "engine/pathway/part.h"
#include "engine/pathway/settle.h"

namespace palpera::pathway {
namespace {

using Step = ProcessModel::Step;

base::Error refusal(const std::string& what, const std::string& hint) { return base::Error{"model", what, hint}; }

std::optional<base::Error> find_bound_broken(const ProcessModel& model, const std::vector<std::string>& trace) {
    const auto too_many = [](const std::string& what, std::size_t most) {
        return refusal("too many " + what, "at most " + std::to_string(most));
    };
    if (model.steps.size() > most_steps) return too_many("steps", most_steps);
    if (model.edges.size() > most_edges) return too_many("edges", most_edges);
    if (trace.size() > most_events) return too_many("events", most_events);
    std::vector<std::int64_t> costs{model.log_move_cost};
    for (const Step& step : model.steps) costs.push_back(step.model_move_cost);
    for (const auto& [activity, cost] : model.log_move_cost_by_activity) costs.push_back(cost);
    for (const std::int64_t cost : costs) {
        if (cost < 0 || cost > most_cost)
            return refusal("the cost " + std::to_string(cost) + " is out of range",
                           "0 to " + std::to_string(most_cost));
    }
    return std::nullopt;
}

using Indices = std::map<std::string, std::size_t, std::less<>>;

base::Result<Indices> indices_of(const ProcessModel& model) {
    Indices indices;
    for (std::size_t i = 0; i < model.steps.size(); ++i) {
        const Step& step = model.steps[i];
        if (!indices.emplace(step.id, i).second)
            return refusal("two steps are called " + base::quoted(step.id), "give each step an id of its own");
        if (step.any_of.empty())
            return refusal("the step " + base::quoted(step.id) + " has no activity", "name one or more in any_of");
    }
    return indices;
}

base::Result<StepOrder> order_of(const ProcessModel& model, const Indices& indices) {
    StepOrder order(model.steps.size());
    for (const auto& [before, after] : model.edges) {
        for (const std::string& id : {before, after}) {
            if (!indices.contains(id))
                return refusal("an edge names the step " + base::quoted(id) + ", which is not there", "edges join ids");
        }
        const std::size_t a = indices.at(before), b = indices.at(after);
        if (a == b || order.before(b, a))
            return refusal("the order goes in a circle through " + base::quoted(before) + " and " + base::quoted(after),
                           "leave out one of its edges");
        order.add(a, b);
    }
    return order;
}

std::int64_t saved_step(const Step& step) { return step.optional ? 0 : step.model_move_cost; }

Labelled labelled(const ProcessModel& model, const std::vector<std::string>& trace) {
    const std::map<std::string, std::int64_t, std::less<>> special(model.log_move_cost_by_activity.begin(),
                                                                   model.log_move_cost_by_activity.end());
    Labelled result;
    std::map<std::string, std::uint32_t, std::less<>> numbers;
    const auto number = [&](const std::string& activity) {
        const auto [known, is_new] = numbers.emplace(activity, static_cast<std::uint32_t>(numbers.size()));
        if (is_new) {
            const auto cost = special.find(activity);
            result.log_cost.push_back(cost == special.end() ? model.log_move_cost : cost->second);
        }
        return known->second;
    };
    for (const Step& step : model.steps) {
        std::set<std::uint32_t> accepted;
        for (const std::string& activity : step.any_of) accepted.insert(number(activity));
        result.of_step.emplace_back(accepted.begin(), accepted.end());
        result.saved.push_back(saved_step(step));
    }
    for (const std::string& activity : trace) result.of_event.push_back(number(activity));
    return result;
}

std::vector<std::vector<std::uint32_t>> events_of(const Labelled& it) {
    std::vector<std::vector<std::uint32_t>> events(it.log_cost.size());
    for (std::uint32_t event = 0; event < it.of_event.size(); ++event) events[it.of_event[event]].push_back(event);
    return events;
}

// How many pairs of a step and an event that fits it there are, each counted with the steps after it.
std::size_t size_of(const Labelled& it, const StepOrder& order) {
    const auto events = events_of(it);
    std::size_t size = 0;
    for (std::size_t step = 0; step < it.of_step.size(); ++step) {
        std::size_t fits = 0, later = 1;
        for (const std::uint32_t activity : it.of_step[step]) fits += events[activity].size();
        for (std::size_t word = 0; word < order.words(); ++word)
            later += static_cast<std::size_t>(std::popcount(order.successors(step)[word]));
        size += fits * later;
    }
    return size;
}

// What a match saves against a log move and a model move. Among equally cheap alignments the one with earlier events is
// wanted, so weights are scaled up by more than all earliness together, where that leaves room for the sums.
std::vector<Candidate> candidates_of(const Labelled& it, bool prefer_early) {
    const auto events = events_of(it);
    std::vector<Candidate> candidates;
    std::int64_t all = 0;
    for (std::uint32_t step = 0; step < it.of_step.size(); ++step) {
        const std::size_t begin = candidates.size();
        for (const std::uint32_t activity : it.of_step[step])
            for (const std::uint32_t event : events[activity]) {
                candidates.push_back({step, event, it.log_cost[activity] + it.saved[step]});
                all += candidates.back().weight;
            }
        std::sort(candidates.begin() + static_cast<std::ptrdiff_t>(begin), candidates.end(),
                  [](const Candidate& a, const Candidate& b) { return a.event < b.event; });
    }
    const std::size_t trace = it.of_event.size();
    const auto scale = static_cast<std::int64_t>(trace * it.of_step.size() + 1);
    if (!prefer_early || all > (std::int64_t{1} << 61) / scale) return candidates;
    for (Candidate& candidate : candidates)
        candidate.weight = candidate.weight * scale + static_cast<std::int64_t>(trace - candidate.event);
    return candidates;
}

using EventOfStep = std::vector<std::optional<std::uint32_t>>;

// Finds which event stands for which step, by the way that knows it soonest.
class Matching {
public:
    Matching(const Labelled& it, const StepOrder& order) : it_(it), order_(order), event_of_step_(it.of_step.size()) {}

    // Nothing: it would take too long to know.
    std::optional<EventOfStep> find() {
        // Above the first the flow takes seconds, above the second it has no room.
        constexpr std::size_t large = 500'000, largest = 20'000'000;
        // Edges that a flow looks at: some milliseconds, some seconds.
        // Without shared activities the flow always comes to an end.
        constexpr std::int64_t endless = std::int64_t{1} << 62;
        constexpr std::int64_t little = 1'000'000, much = 400'000'000;
        const std::size_t size = size_of(it_, order_);
        const bool is_large = size > large;
        if (is_large && (place() || search())) return event_of_step_;
        if (size > largest) return std::nullopt;
        const std::vector<Candidate> early = candidates_of(it_, true);
        const bool is_plain = !shares_events();
        if (choose(early, is_plain ? endless : little)) return event_of_step_;
        if (!is_large && (search() || place())) return event_of_step_;
        if (choose(early, much)) return event_of_step_;
        if (choose(candidates_of(it_, false), much)) return event_of_step_;
        return std::nullopt;
    }

private:
    bool choose(const std::vector<Candidate>& candidates, std::int64_t effort) {
        Chooser chooser(effort);
        const auto chosen = chooser.choose(order_, candidates);
        if (chooser.gave_up()) return false;
        for (const std::uint32_t one : chosen) event_of_step_[candidates[one].step] = candidates[one].event;
        return true;
    }
    bool search() {
        const auto settled = settle(order_, it_);
        for (std::size_t step = 0; settled && step < settled->size(); ++step)
            if ((*settled)[step] != no_event) event_of_step_[step] = (*settled)[step];
        return settled.has_value();
    }
    // Is there an activity of two steps in no order? Without one the flow alone settles everything.
    bool shares_events() const {
        std::map<std::uint32_t, std::vector<std::size_t>> steps;
        for (std::size_t step = 0; step < it_.of_step.size(); ++step) {
            for (const std::uint32_t activity : it_.of_step[step]) {
                for (const std::size_t other : steps[activity])
                    if (!order_.before(step, other) && !order_.before(other, step)) return true;
                steps[activity].push_back(step);
            }
        }
        return false;
    }
    bool place() {
        const std::vector<std::int64_t> placed = place_without_conflict(order_, it_);
        for (std::size_t step = 0; step < placed.size(); ++step)
            if (placed[step] >= 0) event_of_step_[step] = static_cast<std::uint32_t>(placed[step]);
        return placed.size() == event_of_step_.size();
    }
    const Labelled& it_;
    const StepOrder& order_;
    EventOfStep event_of_step_;
};

// The moves in one order that both the trace and the model allow: an event when all matched or undone steps before its
// own have been put, undone steps as soon as they may.
class Sequence {
public:
    Sequence(const ProcessModel& model, const StepOrder& order, const std::vector<std::string>& trace,
             const std::vector<std::optional<std::uint32_t>>& event_of_step)
        : model_(model), order_(order), trace_(trace), event_of_step_(event_of_step), put_(model.steps.size()) {}

    std::vector<Move> moves() {
        std::vector<std::optional<std::size_t>> step_of_event(trace_.size());
        for (std::size_t step = 0; step < event_of_step_.size(); ++step)
            if (event_of_step_[step]) step_of_event[*event_of_step_[step]] = step;
        for (std::size_t event = 0; event < trace_.size(); ++event) {
            const std::optional<std::size_t> step = step_of_event[event];
            if (step) put_undone_before(*step);
            moves_.push_back({step ? Move::Kind::synchronous : Move::Kind::log, step ? model_.steps[*step].id : "",
                              trace_[event], static_cast<int>(event)});
        }
        for (std::size_t step = 0; step < put_.size(); ++step) put_undone(step);
        return std::move(moves_);
    }

private:
    void put_undone_before(std::size_t step) {
        for (std::size_t other = 0; other < put_.size(); ++other)
            if (order_.before(other, step)) put_undone(other);
    }

    void put_undone(std::size_t step) {
        if (put_[step] || event_of_step_[step] || model_.steps[step].optional) return;
        put_[step] = true;
        put_undone_before(step);
        moves_.push_back({Move::Kind::model, model_.steps[step].id, model_.steps[step].any_of.front(), -1});
    }

    const ProcessModel& model_;
    const StepOrder& order_;
    const std::vector<std::string>& trace_;
    const std::vector<std::optional<std::uint32_t>>& event_of_step_;
    std::vector<bool> put_;
    std::vector<Move> moves_;
};

}  // namespace

base::Result<Alignment> align(const ProcessModel& model, const std::vector<std::string>& trace) {
    if (std::optional<base::Error> broken = find_bound_broken(model, trace)) return *broken;
    const base::Result<Indices> indices = indices_of(model);
    if (!indices) return indices.error();
    base::Result<StepOrder> order = order_of(model, *indices);
    if (!order) return order.error();
    const Labelled it = labelled(model, trace);
    order_alike_steps(it, *order);
    const std::optional<EventOfStep> event_of_step = Matching(it, *order).find();
    if (!event_of_step)
        return refusal(
            "too many events fit too many steps that stand in no order: the cheapest alignment would take too "
            "long to find",
            "order the steps, tell their activities apart, or cut the trace into parts");
    Alignment alignment;
    for (const std::uint32_t activity : it.of_event) alignment.optimal_cost += it.log_cost[activity];
    for (std::size_t step = 0; step < it.saved.size(); ++step) {
        alignment.optimal_cost += it.saved[step];
        if ((*event_of_step)[step])
            alignment.optimal_cost -= it.saved[step] + it.log_cost[it.of_event[*(*event_of_step)[step]]];
    }
    alignment.moves = Sequence(model, *order, trace, *event_of_step).moves();
    return alignment;
}

}  // namespace palpera::pathway
