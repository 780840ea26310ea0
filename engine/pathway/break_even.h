#pragma once

#include "engine/pathway/rubric.h"

namespace palpera::pathway {

// An order, treatment, prescription or referral that nothing expects of this patient at the first visit, as somebody
// who guesses would see it. In thousandths of points, beside an otherwise faultless course.
struct Guess {
    std::string act;         // "VERB SUBJECT"
    std::int64_t gain = 0;   // what it would have earned in necessary care and stewardship, had it been expected
    std::int64_t price = 0;  // what it costs as it is

    // A guess that is right one time in four or less must not pay: price x 3/4 >= gain x 1/4.
    bool pays() const { return 3 * price < gain; }
};

// Every such act that a step asks for of other patients, by name: what no step asks for earns nothing by any luck, and
// what a `may` step allows, or an excused one asks for, costs nothing.
std::vector<Guess> guesses(const library::Library& library, const library::CaseFile& file,
                           const patient::Patient& patient);

}  // namespace palpera::pathway
