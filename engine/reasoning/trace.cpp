#include "engine/reasoning/trace.h"

#include <algorithm>
#include <cmath>

#include "engine/reasoning/seen.h"

namespace palpera::reasoning {
namespace {

// Of each action, in SEK: an encounter keeps their sum, so they are carried out once more.
std::vector<int> costs_of(const encounter::Encounter& encounter) {
    std::vector<int> costs;
    encounter::Encounter again(*encounter.patient);
    for (const encounter::Event& event : encounter.events) {
        const int before = again.cost;
        encounter::carry_out(again, event.action);
        costs.push_back(again.cost - before);
    }
    return costs;
}

int ordered_by(const encounter::Encounter& encounter, int reading) {
    const auto found = std::find_if(encounter.orders.begin(), encounter.orders.end(),
                                    [&](const encounter::Order& order) { return order.read == reading; });
    return found == encounter.orders.end() ? 0 : found->action;
}

}  // namespace

bool covers(const library::Library& library, const library::CaseFile& file) {
    const std::vector<library::CaseCondition> conditions = file.to_diagnose();
    return !conditions.empty() &&
           std::all_of(conditions.begin(), conditions.end(), [&](const library::CaseCondition& one) {
               return library::find(library.likelihoods.conditions, one.condition) != nullptr;
           });
}

Differential posterior(const library::Library& library, const encounter::Encounter& encounter, int action) {
    return posterior(library.likelihoods, encounter.patient->area, Seen(encounter, action));
}

std::vector<TraceStep> trace(const library::Library& library, const encounter::Encounter& encounter) {
    std::vector<TraceStep> steps;
    const std::vector<int> costs = costs_of(encounter);
    Differential before = posterior(library, encounter, 0);
    for (std::size_t i = 0; i < encounter.events.size(); ++i) {
        const encounter::Event& event = encounter.events[i];
        TraceStep step{event.n, event.at, event.until, costs[i], ordered_by(encounter, event.n), 0, before};
        if (!event.response.revealed.empty()) step.after = posterior(library, encounter, event.n);
        step.millibits = static_cast<int>(std::lround(1000 * bits_gained(before, step.after)));
        before = step.after;
        steps.push_back(std::move(step));
    }
    return steps;
}

}  // namespace palpera::reasoning
