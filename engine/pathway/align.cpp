#include "engine/pathway/align.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <tuple>

#include "engine/base/text.h"
#include "engine/pathway/antichain.h"

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

// Steps that differ in nothing but their ids take the events in their own order without loss, so they are put in one:
// then an event that fits them all is no reason to branch.
void chain_alike_steps(const ProcessModel& model, StepOrder& order) {
    const std::size_t words = order.words();
    using Kind = std::tuple<std::vector<std::string>, bool, std::int64_t, std::vector<std::uint64_t>,
                            std::vector<std::uint64_t>>;
    std::map<Kind, std::vector<std::size_t>> kinds;
    for (std::size_t i = 0; i < model.steps.size(); ++i) {
        const Step& step = model.steps[i];
        std::vector<std::string> labels = step.any_of;
        std::sort(labels.begin(), labels.end());
        labels.erase(std::unique(labels.begin(), labels.end()), labels.end());
        kinds[{labels,
               step.optional,
               step.model_move_cost,
               {order.successors(i), order.successors(i) + words},
               {order.predecessors(i), order.predecessors(i) + words}}]
            .push_back(i);
    }
    for (const auto& [kind, alike] : kinds)
        for (std::size_t i = 1; i < alike.size(); ++i) order.add(alike[i - 1], alike[i]);
}

std::vector<std::int64_t> log_costs(const ProcessModel& model, const std::vector<std::string>& trace) {
    std::map<std::string, std::int64_t, std::less<>> special(model.log_move_cost_by_activity.begin(),
                                                             model.log_move_cost_by_activity.end());
    std::vector<std::int64_t> costs;
    for (const std::string& activity : trace) {
        const auto found = special.find(activity);
        costs.push_back(found == special.end() ? model.log_move_cost : found->second);
    }
    return costs;
}

std::int64_t saved_step(const Step& step) { return step.optional ? 0 : step.model_move_cost; }

// What a match saves against a log move and a model move. Among equally cheap alignments the one with earlier events is
// wanted, so weights are scaled up by more than all earliness together, where that leaves room for the sums.
std::vector<Candidate> candidates_of(const ProcessModel& model, const std::vector<std::string>& trace,
                                     const std::vector<std::int64_t>& log_cost) {
    std::map<std::string, std::vector<std::uint32_t>, std::less<>> events;
    for (std::uint32_t event = 0; event < trace.size(); ++event) events[trace[event]].push_back(event);
    std::vector<Candidate> candidates;
    std::int64_t all = 0;
    for (std::uint32_t step = 0; step < model.steps.size(); ++step) {
        std::set<std::uint32_t> fits;
        for (const std::string& activity : model.steps[step].any_of) {
            const auto found = events.find(activity);
            if (found != events.end()) fits.insert(found->second.begin(), found->second.end());
        }
        for (const std::uint32_t event : fits) {
            candidates.push_back({step, event, log_cost[event] + saved_step(model.steps[step])});
            all += candidates.back().weight;
        }
    }
    const auto scale = static_cast<std::int64_t>(trace.size() * model.steps.size() + 1);
    if (all > (std::int64_t{1} << 61) / scale) return candidates;
    for (Candidate& candidate : candidates)
        candidate.weight = candidate.weight * scale + static_cast<std::int64_t>(trace.size() - candidate.event);
    return candidates;
}

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
    chain_alike_steps(model, *order);

    const std::vector<std::int64_t> log_cost = log_costs(model, trace);
    const std::vector<Candidate> candidates = candidates_of(model, trace, log_cost);
    Chooser chooser;
    std::vector<std::optional<std::uint32_t>> event_of_step(model.steps.size());
    Alignment alignment;
    alignment.optimal_cost = std::accumulate(log_cost.begin(), log_cost.end(), std::int64_t{0});
    for (const Step& step : model.steps) alignment.optimal_cost += saved_step(step);
    for (const std::uint32_t chosen : chooser.choose(*order, candidates)) {
        const auto [step, event, weight] = candidates[chosen];
        event_of_step[step] = event;
        alignment.optimal_cost -= log_cost[event] + saved_step(model.steps[step]);
    }
    alignment.moves = Sequence(model, *order, trace, event_of_step).moves();
    return alignment;
}

}  // namespace palpera::pathway
