#pragma once

#include <string>
#include <vector>

#include "tests/acceptance/played_case.h"

namespace palpera {

// A way of collecting points without thinking of the patient. What is refused on the way is left out.
struct Bot {
    std::string name;
    std::vector<library::Action> actions;
};

// Those that need nothing but the case (SCORING.md 4.4): everything, everything harmless, with and without the required
// first, random handfuls, treating without testing, equal probabilities, the same question over and over, orders taken
// back, waiting, declining, questions taken back, and the experts of patients with another condition. Seeded.
std::vector<Bot> bots_against(const PlayedCase& played);

// A student's own course with something added that earns nothing.
std::vector<Bot> padded(const PlayedCase& played, const std::vector<library::Action>& course);

}  // namespace palpera
