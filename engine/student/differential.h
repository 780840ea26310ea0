#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/present/visit.h"

namespace palpera::student {

// A probability that is being moved. It becomes one action when the hand or the key rests, not one a step.
struct MovedPercent {
    std::string condition;  // empty: none
    int percent = 0;
    double since = 0;  // of the last step, on the window's clock
};

inline constexpr std::size_t most_diagnoses = 20;  // of the action language

int sum_of(const std::vector<present::DifferentialRow>& rows);
// The rows with the moved one as it stands on the screen, never above 100 in all.
void take_over(std::vector<present::DifferentialRow>& rows, const MovedPercent& moved);

library::Action differential_of(library::Verb verb, const std::vector<present::DifferentialRow>& rows);
// With one more diagnosis, at what is missing to 100. Nothing where it is there already or no more can be named.
std::optional<library::Action> with_diagnosis(const std::vector<present::DifferentialRow>& rows,
                                              const std::string& condition);
// Nothing where it would leave none: a differential names at least one diagnosis.
std::optional<library::Action> without_diagnosis(const std::vector<present::DifferentialRow>& rows,
                                                 const std::string& condition);
// In the same proportions, whole percents that make 100; equal shares where all are 0.
library::Action evened_out(const std::vector<present::DifferentialRow>& rows);

}  // namespace palpera::student
