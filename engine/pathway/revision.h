#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/pathway/score.h"

namespace palpera::pathway {

// What newer guidelines make of a visit that was begun under older ones: the same acts, scored by both.
struct Revision {
    struct Step {
        std::string guideline;
        int then = 0, now = 0;  // versions; 0: the case was not scored by it
    };
    std::vector<Step> guidelines;  // those that differ
    // Of these the library has no longer kept the version then: the visit cannot be scored by it, and the rest is
    // empty.
    std::vector<Step> not_kept;

    std::int64_t millipoints = 0;  // by the guidelines then
    bool passed = false;
    // Statements judged otherwise, asked for by one of the two alone, or moved by the cap.
    struct Change {
        std::optional<LedgerLine> then, now;  // one of them at least
    };
    std::vector<Change> changes;
    // What all other lines together gained or lost, since points are shared among other statements now. Changes and
    // this sum are exactly the difference of the two scores.
    std::int64_t shifted = 0;
};

// Nothing where the guidelines are as they were, or where the journal does not say which they were.
std::optional<Revision> revision(const library::Library& library, const library::CaseFile& file,
                                 const encounter::Encounter& encounter, const ScoreSheet& now,
                                 const library::GuidelineVersions& then);

}  // namespace palpera::pathway
