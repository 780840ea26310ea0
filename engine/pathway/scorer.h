#pragma once

#include "engine/pathway/burden.h"
#include "engine/pathway/diagnosis.h"
#include "engine/pathway/harm.h"
#include "engine/pathway/nearest.h"

namespace palpera::pathway {

// What a course comes to, in numbers; the sheet with its words is made from it.
struct Score {
    std::int64_t millipoints = 0;  // exactly the sum of the ledger
    std::array<Share, component_count> components;
    std::int64_t correction = 0;  // of the sum, by the cap or because it fell below nothing
    struct Cap {
        int at = 0;  // points
        CapReason why = CapReason::never;
        std::uint32_t statement = 0;  // that must never be, or was missed
    };
    std::optional<Cap> cap;
    Ledger ledger;
};

// Scores courses against one rubric. The only scoring there is: `palpera score`, an exam, a cohort and the simulated
// students all come here. Keeps its room between courses: once grown, scoring allocates nothing. One thread at a time.
class Scorer {
public:
    // The rubric must outlive it.
    explicit Scorer(const Rubric& rubric) : resolved_(rubric) {}

    // The course must outlive the next three.
    const Score& score(const Course& course);
    // Its points alone, without the lines of the ledger: for cohorts.
    std::int64_t millipoints(const Course& course);
    // What the points would have been if one action had not been carried out.
    std::int64_t millipoints_without(std::uint32_t action);
    // Of the course scored last.
    const NearestCourse& align();

    const Resolved& resolved() const { return resolved_; }
    const Care& care() const { return care_; }
    const Stewardship& stewardship() const { return stewardship_; }
    const DiagnosisScore& diagnosis() const { return diagnosis_; }
    // The sum of all lines, before a cap or a floor.
    std::int64_t sum() const;
    // The lowest of the caps; of equal ones the first of CapReason. `but_for`: as if that reason were not there.
    std::optional<Score::Cap> cap(std::optional<CapReason> but_for = std::nullopt) const;
    // What a sum comes to: not above the cap, not below nothing.
    static std::int64_t within(std::int64_t sum, const std::optional<Score::Cap>& cap);

private:
    void score_parts();
    void write();

    Resolved resolved_;
    Care care_;
    Precedences precedences_;
    Stewardship stewardship_;
    DiagnosisScore diagnosis_;
    HarmScore harm_;
    NearestCourse nearest_;
    std::array<std::int64_t, component_count> of_{};
    Score score_;
};

}  // namespace palpera::pathway
