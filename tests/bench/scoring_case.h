#pragma once

#include <memory>
#include <random>
#include <string>
#include <vector>

#include "engine/pathway/scorer.h"

namespace palpera::bench {

// A made-up case for measuring the score: one guideline whose steps are questions with a time by which they are due,
// in layers; as many questions beside the point; tests nobody needs; advice that harms.
class ScoringCase {
public:
    // `concurrency`: how many steps stand beside each other unordered. 0: no order at all.
    ScoringCase(std::size_t steps, std::size_t concurrency);
    ScoringCase(const ScoringCase&) = delete;
    ScoringCase& operator=(const ScoringCase&) = delete;

    const library::Library& library() const { return library_; }
    const patient::Patient& patient() const { return patient_; }
    const pathway::Rubric& rubric() const { return *rubric_; }

    // A visit as students make them, `events` actions with diagnosis and finish: most of the expected questions in
    // about the right order, some swapped, some repeated, others beside the point.
    std::vector<library::Action> visit(std::mt19937& random, std::size_t events) const;
    pathway::Course course(const std::vector<library::Action>& actions) const;

private:
    void add_catalogue(std::size_t steps);
    void add_guideline(std::size_t steps, std::size_t concurrency);

    std::size_t steps_;
    library::Library library_;
    library::CaseFile file_;
    patient::Patient patient_;
    std::unique_ptr<pathway::Rubric> rubric_;
};

}  // namespace palpera::bench
