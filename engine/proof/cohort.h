#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "engine/proof/policy.h"

namespace palpera::proof {

// What the students of one policy scored. Points are thousandths.
struct SimulatedCohort {
    std::string policy;
    std::vector<std::int64_t> scores;                           // ascending
    std::array<double, pathway::component_count> components{};  // their means, in points

    // In points. The standard deviation is that of the sample; 0 of one student.
    double mean() const;
    double sd() const;
    // The score below which a share of the students lies, by the nearest rank; 0 <= share <= 1.
    double quantile(double share) const;
};

// Cohen's d with the pooled standard deviation; of two cohorts that do not spread, 0 where they agree and else a
// thousand, of its sign.
double separation(const SimulatedCohort& higher, const SimulatedCohort& lower);

// expert, intermediate, novice, then the bots.
std::vector<std::string> policy_ids();

// What a long computation tells its beholder, and is told: called from the computing threads. False: stop.
using Progress = std::function<bool(double share_done)>;

// So many students of one policy meet the patient. The same for the same case, seed of the variant, policy and number:
// student k is the same in a cohort of any size. Fewer come back where progress said to stop.
SimulatedCohort simulate(Stage& stage, const std::string& policy, std::size_t students, const Progress& progress = {});

// A right course for a patient of the library who has something else: what somebody plays who has learnt another case
// by heart.
Actions memorised_elsewhere(const library::Library& library, const library::CaseFile& file);

}  // namespace palpera::proof
