#pragma once

#include "engine/pathway/scorer.h"

namespace palpera::pathway {

// The lines of a score in words: what each is about, from where, and why.
class LineWriter {
public:
    LineWriter(const Rubric& rubric, const Course& course, const Ledger& ledger)
        : rubric_(rubric), course_(course), ledger_(ledger) {}
    LedgerLine line(const Entry& entry) const;

private:
    void write_step(const library::Step& step, LedgerLine& line) const;
    void write_precedence(const PrecedenceRule& rule, LedgerLine& line) const;
    void write_unneeded(const Act& act, LedgerLine& line) const;
    void write_contraindicated(const Against& against, const Act& act, LedgerLine& line) const;
    void write_dose(const Entry& entry, const Act& act, LedgerLine& line) const;
    void write_diagnosis(const Entry& entry, LedgerLine& line) const;
    void write_correction(const Entry& entry, LedgerLine& line) const;
    const std::string& name_of(const Act& act) const;  // "VERB SUBJECT"
    LocalText named(const Act& act) const;
    LocalText why_of(const std::string& number) const;

    const Rubric& rubric_;
    const Course& course_;
    const Ledger& ledger_;
};

// Why a number of the blueprint is what it is, in words.
LocalText why_of(const library::Blueprint& blueprint, const std::string& number);
// The blueprint's number of a cap.
std::string cap_key(CapReason reason);

// The one change that gains most: a step done and in time, two steps in order, the diagnosis for certain, an act left
// out. Each gain is what the score would have risen by, cap and floor included; of equal ones the first in the ledger.
// An entry and its gain; nothing: nothing gains.
struct Win {
    std::size_t entry = 0;
    std::int64_t gain = 0;
};
std::optional<Win> biggest_win(Scorer& scorer, const Score& score);

}  // namespace palpera::pathway
