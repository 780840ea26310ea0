#pragma once

#include "engine/pathway/match.h"
#include "engine/pathway/resolved.h"

namespace palpera::pathway {

// What was done of what the guidelines expect. Guidelines are matched apart: an act may serve a step of each. Keeps its
// room between courses.
class Care {
public:
    // Splits `of` thousandths among the statements by their weight: must 4, should 2.
    void score(const Resolved& resolved, std::int64_t of);
    // One line a statement that asks for credit, or was excused and not done.
    void write(const Resolved& resolved, Ledger& ledger) const;

    std::int64_t points() const { return points_; }
    std::int64_t of() const { return of_; }
    // Acts that were wanted in all, and those of them that were done.
    int slots() const { return slots_; }
    int filled() const { return filled_; }
    bool is_used(std::size_t act) const { return used_[act] != 0; }
    // Those that were counted for the statement, ascending.
    std::span<const std::uint32_t> acts(std::uint32_t statement) const {
        return {acts_.data() + first_act_[statement], act_count_[statement]};
    }

    // Vital statements that earned nothing, by rank.
    std::span<const std::uint32_t> missed_vital() const { return missed_vital_; }

    // An act that might be counted for a statement.
    struct Possible {
        std::uint32_t statement = 0, act = 0;
        std::int64_t credit = 0;  // millionths of one whole act in time
    };
    static constexpr std::int64_t whole_credit = 1'000'000;
    // By statement, then by act.
    std::span<const Possible> possible() const { return sorted_; }

private:
    void share_out(const Resolved& resolved, std::int64_t of);
    void find_possible(const Resolved& resolved);
    void sort_by_statement(std::size_t statements);
    void choose(const Resolved& resolved);
    void choose_alone(std::uint32_t statement, int at_least);
    void choose_tangled(const Resolved& resolved, std::uint32_t guideline);
    void count(std::uint32_t act, std::uint32_t statement);
    void add_up(const Resolved& resolved);
    void explain(const Resolved& resolved, std::uint32_t statement, Ledger& ledger) const;

    std::vector<std::uint32_t> asking_, asked_before_;  // statements by rank; of the course before
    std::int64_t shared_out_ = -1;
    std::vector<std::int64_t> weights_, shares_, line_points_;
    std::vector<Possible> possible_, sorted_;
    std::vector<std::uint32_t> first_possible_, first_act_, act_count_, acts_;  // by statement
    std::vector<std::uint32_t> missed_vital_;
    std::vector<std::uint8_t> tangled_, used_;
    std::vector<std::uint32_t> tangled_guidelines_;
    std::vector<std::int64_t> act_credit_;  // beside acts_
    std::vector<int> wanted_;
    std::vector<Pairing> pairings_;
    std::vector<std::uint32_t> origin_;  // in sorted_: of each pairing, or of what one statement may take
    Split split_;
    Matcher matcher_;
    std::int64_t points_ = 0, of_ = 0;
    int slots_ = 0, filled_ = 0;
};

}  // namespace palpera::pathway
