#pragma once

#include <string>
#include <utility>
#include <vector>

#include "engine/proof/policy.h"
#include "engine/reasoning/differential.h"

namespace palpera::proof {

// What a student holds to be the matter, in whole numbers so that it is the same on every machine: each hypothesis with
// a weight, the heaviest first, of equals the earlier in the data.
class Belief {
public:
    // `off`: by how many quarters of a doubling this student misjudges each hypothesis.
    Belief(const reasoning::Differential& supported, const std::vector<int>& off, bool sharp);

    const std::string& first() const { return held_.front().first; }
    // The first few that have at least so many percent.
    std::vector<std::string> at_least(int percent, std::size_t most) const;
    // As it is said: whole percents that do not exceed 100 together, the rest left to something else.
    std::vector<std::pair<std::string, int>> stated(std::size_t most) const;

private:
    std::vector<std::pair<std::string, std::uint64_t>> held_;
    std::uint64_t sum_ = 0;
};

}  // namespace palpera::proof
