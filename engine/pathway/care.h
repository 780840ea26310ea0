#pragma once

#include "engine/pathway/ledger.h"

namespace palpera::pathway {

// What was done of what the guidelines expect. Guidelines are matched apart: an act may serve a step of each.
struct Care {
    Lines lines;                                 // one a statement that asks for credit, or was excused and not done
    std::vector<std::size_t> statement_of_line;  // in Course::statements
    std::vector<std::vector<std::size_t>> acts;  // by statement: those that were counted for it, ascending
    std::vector<bool> used;                      // by act
    int slots = 0, filled = 0;                   // acts that were wanted in all, and those of them that were done
    std::int64_t points = 0, of = 0;
};

// Splits `of` thousandths among the statements by their weight: must 4, should 2.
Care necessary_care(const Course& course, std::int64_t of);

}  // namespace palpera::pathway
