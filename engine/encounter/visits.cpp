#include "engine/encounter/visits.h"

#include <algorithm>

namespace palpera::encounter {
namespace {

using library::Verb;

// When the student and the patient last had to do with each other.
Minutes last_contact(const Encounter& encounter) {
    for (auto event = encounter.events.rbegin(); event != encounter.events.rend(); ++event) {
        if (needs_visit(event->action.verb) || event->action.verb == Verb::end_visit) return event->until;
    }
    return {0};
}

}  // namespace

bool needs_visit(Verb verb) {
    switch (verb) {
        case Verb::cancel:
        case Verb::take_back:
        case Verb::read:
        case Verb::note_finding:
        case Verb::note:
        case Verb::link:
        case Verb::differential:
        case Verb::diagnose:
        case Verb::decline:
        case Verb::wait:
        case Verb::end_visit:
        case Verb::finish: return false;
        default: return true;
    }
}

Minutes next_visit_at(const Encounter& encounter) {
    const Minutes now = encounter.progress.now;
    if (now - last_contact(encounter) >= base::days(1)) return now;
    if (encounter.planned_visit && *encounter.planned_visit > now) return *encounter.planned_visit;
    return {(now.value / base::days(1).value + 1) * base::days(1).value};
}

bool is_past_horizon(const Encounter& encounter, Minutes moment) {
    const Minutes horizon = encounter.patient->horizon;
    return horizon.value > 0 && moment > horizon + base::days(1);
}

bool takes(const Encounter& encounter, const std::string& drug) {
    for (auto event = encounter.events.rbegin(); event != encounter.events.rend(); ++event) {
        if (event->action.subject != drug) continue;
        if (event->action.verb == Verb::prescribe) return true;
        if (event->action.verb == Verb::stop) return false;
    }
    const auto& medicines = encounter.patient->medicines;
    return std::any_of(medicines.begin(), medicines.end(),
                       [&](const library::Medicine& medicine) { return medicine.drug == drug; });
}

}  // namespace palpera::encounter
