#pragma once

#include "engine/pathway/ledger.h"

namespace palpera::pathway {

// The quadratic score of the last diagnosis before the end. Outcomes are the case's conditions, each with what its
// guidelines accept for it, every other diagnosis named, and "something else", which has what is missing to 100. With
// truth t shared equally among the conditions and probabilities p, the share earned is
//   1 - sum (p - t)^2 / (1 + sum t^2)
// : one when all is on what is true, none when all is on what is not or nothing was said, and it pays best to say what
// one believes. Where the main diagnosis is of the right category, the same score over categories counts for
// `category_credit` of the component if that is more.
Lines diagnosis_lines(const Course& course, std::int64_t of);

// Was another diagnosis than the case's held so firmly that spreading the probabilities evenly over very many would
// have scored more? One that is open to doubt, or no diagnosis at all, is not.
bool holds_a_wrong_diagnosis(const Course& course);

}  // namespace palpera::pathway
