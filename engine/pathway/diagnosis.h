#pragma once

#include "engine/pathway/resolved.h"

namespace palpera::pathway {

// The quadratic score of the last diagnosis before the end. Outcomes are the case's conditions, each with what its
// guidelines accept for it, every other diagnosis named, and "something else", which has what is missing to 100. With
// truth t shared equally among the conditions and probabilities p, the share earned is
//   1 - sum (p - t)^2 / (1 + sum t^2)
// : one when all is on what is true, none when all is on what is not or nothing was said, and it pays best to say what
// one believes. Where the main diagnosis is of the right category, the same score over categories counts for
// `category_credit` of the component if that is more. Keeps its room between courses.
class DiagnosisScore {
public:
    void score(const Resolved& resolved, std::int64_t of);
    void write(const Resolved& resolved, Ledger& ledger) const;

    std::int64_t points() const { return exact_ + category_; }
    // Was another diagnosis than the case's held so firmly that spreading the probabilities evenly over very many would
    // have scored more? One that is open to doubt, or no diagnosis at all, is not.
    bool is_held_wrongly() const { return held_wrongly_; }

private:
    struct Outcome {
        std::uint32_t outcome = 0;
        std::int64_t stated = 0, truth = 0;
    };
    Outcome& outcome(std::uint32_t number);
    std::int64_t quadratic(const Resolved& resolved, const Act& act, std::uint32_t Rubric::Outcomes::*of_kind,
                           std::int64_t of);

    std::vector<Outcome> outcomes_;
    std::optional<std::uint32_t> act_;
    bool is_right_ = false, held_wrongly_ = false;
    std::int64_t of_ = 0, exact_ = 0, category_ = 0;
};

}  // namespace palpera::pathway
