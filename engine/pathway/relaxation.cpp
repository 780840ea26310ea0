#include "engine/pathway/relaxation.h"

#include <algorithm>

#include "engine/pathway/match.h"

namespace palpera::pathway {
namespace {

constexpr std::uint32_t none = ~std::uint32_t{0};
constexpr std::size_t most_pairings = 100'000;  // of a step and an activity; with more the matching takes seconds

// By step: the activity it takes in the cheapest alignment that no order binds; none: it is left out. Empty: it would
// take too long to know.
std::vector<std::uint32_t> activities_of(const Labelled& labelled) {
    const std::size_t steps = labelled.of_step.size();
    std::vector<int> wanted(labelled.log_cost.size());
    for (const std::uint32_t activity : labelled.of_event)
        wanted[activity] = std::min(wanted[activity] + 1, static_cast<int>(steps));
    std::vector<Pairing> pairings;
    for (std::uint32_t step = 0; step < steps; ++step) {
        for (const std::uint32_t activity : labelled.of_step[step]) {
            const std::int64_t saved = labelled.log_cost[activity] + labelled.saved[step];
            if (saved > 0 && wanted[activity] > 0) pairings.push_back({activity, step, saved, 0});
        }
    }
    if (pairings.size() > most_pairings) return {};
    Matcher matcher;
    std::vector<std::uint32_t> taken(steps, none);
    for (const std::uint32_t chosen : matcher.match(wanted, pairings))
        taken[pairings[chosen].act] = pairings[chosen].step;
    return taken;
}

// Gives the events in time to the steps that wait for their activity and for no other step.
class Placing {
public:
    Placing(const StepOrder& order, const Labelled& labelled, const std::vector<std::uint32_t>& taken)
        : order_(order), waiting_(labelled.log_cost.size()), before_(taken.size()), after_(taken.size()) {
        for (std::uint32_t a = 0; a < taken.size(); ++a) {
            if (taken[a] == none) continue;
            waiting_[taken[a]].push_back(a);
            for (std::size_t b = 0; b < taken.size(); ++b) {
                if (taken[b] == none) continue;
                before_[a] += order.before(b, a) ? 1 : 0;
                after_[a] += order.before(a, b) ? 1 : 0;
            }
        }
    }

    // The step that most others wait for, of equal ones the first.
    std::uint32_t take(std::uint32_t activity) {
        std::vector<std::uint32_t>& steps = waiting_[activity];
        auto best = steps.end();
        for (auto step = steps.begin(); step != steps.end(); ++step) {
            if (before_[*step] > 0) continue;
            if (best == steps.end() || after_[*step] > after_[*best]) best = step;
        }
        if (best == steps.end()) return none;
        const std::uint32_t taken = *best;
        steps.erase(best);
        for (std::size_t later = 0; later < before_.size(); ++later)
            if (order_.before(taken, later)) --before_[later];
        return taken;
    }

    bool is_done() const {
        return std::all_of(waiting_.begin(), waiting_.end(), [](const auto& steps) { return steps.empty(); });
    }

private:
    const StepOrder& order_;
    std::vector<std::vector<std::uint32_t>> waiting_;  // by activity: steps
    std::vector<int> before_, after_;                  // by step: how many stand before and after it
};

}  // namespace

std::vector<std::int64_t> place_without_conflict(const StepOrder& order, const Labelled& labelled) {
    const std::vector<std::uint32_t> activities = activities_of(labelled);
    if (activities.empty()) return {};
    Placing placing(order, labelled, activities);
    std::vector<std::int64_t> events(labelled.of_step.size(), -1);
    for (std::size_t event = 0; event < labelled.of_event.size(); ++event) {
        const std::uint32_t step = placing.take(labelled.of_event[event]);
        if (step != none) events[step] = static_cast<std::int64_t>(event);
    }
    return placing.is_done() ? events : std::vector<std::int64_t>{};
}

}  // namespace palpera::pathway
