#pragma once

#include <string>
#include <utility>
#include <vector>

#include "engine/proof/policy.h"

namespace palpera::proof {

// What the shown facts support, as whole weights: each condition of the likelihoods, then each condition model that has
// a guideline but no likelihoods, by how well its picture fits what was shown. Something else has no name.
using Supported = std::vector<std::pair<std::string, std::uint64_t>>;
Supported supported_by(const library::Library& library, const encounter::Encounter& encounter);
// How many hypotheses that gives.
std::size_t hypotheses(const library::Library& library);

// The facts by which the condition would show itself, those that fewest conditions share first.
std::vector<std::string> signs_of(const library::Library& library, const std::string& condition);

// What a student holds to be the matter, in whole numbers so that it is the same on every machine: each hypothesis with
// a weight, the heaviest first, of equals the earlier in the data.
class Belief {
public:
    // `off`: by how many quarters of a doubling this student misjudges each hypothesis.
    Belief(const Supported& supported, const std::vector<int>& off, bool sharp);

    const std::string& first() const { return held_.front().first; }
    // The first few that have at least so many percent.
    std::vector<std::string> at_least(int percent, std::size_t most) const;
    // As it is said: whole percents that do not exceed 100 together, the rest left to something else.
    std::vector<std::pair<std::string, int>> stated(std::size_t most) const;

private:
    Supported held_;
    std::uint64_t sum_ = 0;
};

}  // namespace palpera::proof
