#pragma once

#include <string>
#include <vector>

#include "engine/library/likelihoods.h"
#include "engine/script/value.h"

namespace palpera::reasoning {

// What is none of the conditions: the last hypothesis of every differential.
inline constexpr const char* something_else = "";

// The probabilities of all conditions in the order of the data, something else last. They sum to 1.
struct Differential {
    std::vector<std::string> conditions;  // the last is something_else
    std::vector<double> probability;

    // In thousandths that sum to 1000, rounded by largest remainder; of equal remainders the earlier gets the rest.
    // What is shown or compared: the probabilities themselves may differ in their last digits from machine to machine.
    std::vector<int> thousandths() const;
    // Of one condition; 0 where it is not covered.
    int thousandths(const std::string& condition) const;
};

// Before anything is known of a patient who points at an area (foot, leg, back): how often each condition is seen, and
// for something else its own share. Nothing where the library has no likelihoods.
Differential beginning(const library::Likelihoods& likelihoods, const std::string& area);

// What the facts support: Bayes' rule over the findings, taken as independent between groups. Within a group the
// likelihoods of the finding that tells the hypotheses most apart count whole and those of the next ones to a power, as
// the data say; of equals the earlier in the data comes first. A finding of which the facts do not tell is left out.
// The order in which facts came to be known does not matter.
Differential posterior(const library::Likelihoods& likelihoods, const std::string& area, const script::Facts& facts);

// How far apart two beliefs lie, in bits: the Kullback-Leibler divergence from `before` to `after`, of the same
// conditions. Never negative.
double bits_gained(const Differential& before, const Differential& after);

}  // namespace palpera::reasoning
