#pragma once

#include <set>
#include <string>
#include <vector>

#include "engine/pathway/score.h"

namespace palpera::pathway {

// What the library makes of the statements of its sources (docs/case-format.md 8), by the ids of claims.
struct Coverage {
    std::set<std::string> cited;      // by a step or an order of a guideline that scores some case
    std::set<std::string> exercised;  // some patient is written from it, or it moved points in a recorded visit
    std::set<std::string> excused;    // uncited.yaml says why nothing has to rest on it
};

// What can be told from the files alone: a patient is written from the claims that the case, one of its conditions or a
// variant names, for an answer, a finding, a result or as a whole.
Coverage coverage_of_files(const library::Library& library);
// A recorded visit: the claims of every line that earned points or cost some.
void add_visit(const ScoreSheet& sheet, Coverage& coverage);

// Claims that nothing rests on: neither cited nor exercised nor excused. In the order of the library's claims.
std::vector<const library::Claim*> uncited(const library::Library& library, const Coverage& coverage);
// Cited by a guideline, and yet no patient and no recorded visit has to do with it.
std::vector<const library::Claim*> unexercised(const library::Library& library, const Coverage& coverage);

}  // namespace palpera::pathway
