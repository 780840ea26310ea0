#pragma once

#include <vector>

#include "engine/encounter/encounter.h"
#include "engine/reasoning/differential.h"

namespace palpera::reasoning {

// Are all conditions that the case asks to be diagnosed among those of the likelihoods? What is present without being
// what the patient has come for (severity 0) need not be. Otherwise the probabilities would leave out the truth and are
// not to be shown.
bool covers(const library::Library& library, const library::CaseFile& file);

// What the facts support that had been shown by the end of an action; of action 0 what the patient's area and age tell.
Differential posterior(const library::Library& library, const encounter::Encounter& encounter, int action);

// What one action told, and what it cost.
struct TraceStep {
    int action = 0;  // its number, from 1
    base::Minutes from, until;
    int cost = 0;     // SEK; of a cancelled order negative
    int ordered = 0;  // of the first reading of a result: the action that ordered it, whose cost the result bears
    // The divergence of what the facts supported after the action from before it, in thousandths of a bit. Not the drop
    // in entropy: a finding that rightly shakes a firm belief raises entropy, yet it told much. The divergence is never
    // negative, and its expected value is how much entropy the question would take away.
    int millibits = 0;
    Differential after;
};

// A step for each action, in their order.
std::vector<TraceStep> trace(const library::Library& library, const encounter::Encounter& encounter);

}  // namespace palpera::reasoning
