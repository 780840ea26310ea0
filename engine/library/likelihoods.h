#pragma once

#include <string>
#include <vector>

#include "engine/script/condition.h"

namespace palpera::library {

// A finding that tells conditions apart.
struct LikelyFinding {
    std::string id;
    std::string group;       // findings of one group belong together: see damping
    script::Condition when;  // over shown facts, age and sex
    bool mapped = false;     // false: no fact shows it yet, so it is never known
    double otherwise = 0;    // how likely it is with something else
};

// A condition among those that can be told apart.
struct LikelyCondition {
    std::string id;  // of a diagnosis
    double weight = 0;
    std::vector<std::string> areas;  // elsewhere only a part of the weight is left
    std::vector<double> likely;      // of each finding, in their order: 0 to 1, neither of the two
};

// How likely each finding is with each condition: conditions/likelihoods.yaml. Empty where a library has none.
struct Likelihoods {
    std::vector<LikelyFinding> findings;
    std::vector<LikelyCondition> conditions;
    double elsewhere = 1;         // part of a condition's weight where a case's area is none of its own
    int something_else = 0;       // percent of the beginning that none of the conditions has
    std::vector<double> damping;  // within a group, the strongest first; the last holds for all further ones
};

}  // namespace palpera::library
