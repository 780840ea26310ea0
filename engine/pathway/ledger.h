#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "engine/pathway/score.h"

namespace palpera::pathway {

inline constexpr std::int64_t thousandths = 1000;

// Why a score cannot be higher: something happened that must never be, a vital step was missed, a wrong diagnosis was
// held.
enum class CapReason : std::uint8_t { never, missed, wrong };

// One line of the ledger in numbers. Its words are made from the rubric and the course afterwards.
struct Entry {
    enum class Kind : std::uint8_t {
        step,        // about: the statement
        precedence,  // about: of the rubric
        coverage,
        unneeded,  // about: an act
        diagnosis,
        category,
        avoided,          // about: the statement that warns
        contraindicated,  // about: of the rubric's `against`
        overdose,
        unit,
        over_budget,
        cap,  // about: its CapReason
        floor
    };
    static constexpr std::int64_t never = -1;

    Kind kind = Kind::step;
    Reason reason = Reason::missing;
    std::uint32_t about = 0;
    std::uint32_t acts = 0, act_count = 0;  // in Ledger::acts
    std::int64_t points = 0, of = 0;        // thousandths
    std::int64_t at = never;                // minutes
};

Component component_of(Entry::Kind kind);

struct Ledger {
    std::vector<Entry> entries;
    std::vector<std::uint32_t> acts;  // of the course

    Entry& add(Entry::Kind kind, Reason reason, std::uint32_t about = 0) {
        entries.push_back({kind, reason, about, static_cast<std::uint32_t>(acts.size()), 0, 0, 0, Entry::never});
        return entries.back();
    }
    // Of the last entry.
    void add_act(std::size_t act) {
        acts.push_back(static_cast<std::uint32_t>(act));
        ++entries.back().act_count;
    }
    std::span<const std::uint32_t> acts_of(const Entry& entry) const {
        return {acts.data() + entry.acts, entry.act_count};
    }
};

// Splits a whole into whole parts in proportion to the weights, so that the parts sum to it exactly: what is left goes
// to the largest remainders, among equal ones to the first. No weights, or none above 0: nothing is split. Keeps its
// room.
class Split {
public:
    std::span<const std::int64_t> operator()(std::int64_t whole, std::span<const std::int64_t> weights);

private:
    std::vector<std::int64_t> parts_, remainders_;
    std::vector<std::uint32_t> order_;
};

}  // namespace palpera::pathway
