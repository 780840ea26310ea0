#pragma once

#include "engine/proof/stage.h"

namespace palpera::proof {

// A course as the guidelines want it, made from them alone: every step that is expected of this patient is done once,
// by the act that earns most, in the order of the precedences and within its time; the diagnosis is what the case has.
struct Plan {
    Actions actions;
    Played played;
    std::int64_t fitness = 0;              // thousandths
    std::vector<std::string> left_undone;  // expected steps that no act of this patient could serve
};
Plan conforming_course(Stage& stage);

// The best course that was found: the conforming one, bettered for as long as putting in, leaving out, exchanging or
// moving one act gains points. What it scores can be reached; that nothing scores more is for the bounds to show.
Played best_course(Stage& stage);

}  // namespace palpera::proof
