#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/encounter/encounter.h"
#include "engine/proof/cohort.h"
#include "engine/proof/range.h"

namespace palpera::proof {

// Where every course through a patient can be: all journals there are, of any length, are held by finitely many states.
// A state is the week (the last one stands for all later ones), the visit (the last one likewise) and which of the acts
// that the weekly rules ask about have been done; with it goes how severe each condition can be there. What the rules
// do not tell apart is not told apart: acts without a rule, the minute within a week, the order within a visit. Nothing
// is lost by that, for whatever a condition may come to in one of the journals that a state stands for, it may come to
// in the state (docs/proofs.md).
class Calendar {
public:
    // At most so many acts are told apart; of the others a state holds that they may or may not have been done.
    static constexpr std::size_t most_acts = 6;

    explicit Calendar(const patient::Patient& patient);
    // Until nothing new is reached. False: stopped before.
    bool explore(std::size_t most_states, const Progress& progress = {});

    std::size_t states() const { return reached_; }
    std::size_t bytes_per_state() const;
    bool complete() const { return complete_; }
    // Could the condition hold in some course? Only where all was explored is `no` an answer.
    bool may_hold(const script::Condition& condition) const;
    // The same of the first whose condition holds of several: that none before it need hold.
    template <class List>
    bool may_be_chosen(const List& list, std::size_t index) const {
        return may_hold(list[index].when) && !some_before_always_holds(list, index);
    }
    // Is where the encounter stands among the states that were explored?
    bool holds(const encounter::Encounter& encounter) const;

private:
    struct State {
        std::uint32_t week = 0, visit = 1, acts = 0;
    };
    class Facts;
    template <class List>
    bool some_before_always_holds(const List& list, std::size_t index) const {
        for (std::size_t i = 0; i < index; ++i)
            if (list[i].when.always()) return true;
        return false;
    }
    std::size_t index_of(const State& state) const;
    State state_of(std::size_t index) const;
    void reach(const State& state, const std::vector<Range>& severity);
    void let_week_pass(std::size_t index, const State& state);
    std::vector<Range> severity_at(std::size_t index) const;
    void find_acts();
    void find_bounds(const script::Condition& condition);
    void find_moving();

    const patient::Patient& patient_;
    std::vector<std::string> acts_;  // told apart
    std::uint32_t weeks_ = 1, visits_ = 2;
    std::map<std::string, Range, std::less<>> moving_;  // facts that drugs and events set
    std::map<std::string, Range, std::less<>> fixed_;   // what the engine keeps of a patient and nothing moves
    std::vector<Range> severity_;                       // by state, then by course; empty: not reached
    std::vector<std::uint32_t> waiting_;
    std::vector<bool> waits_;
    std::size_t reached_ = 0;
    bool complete_ = false;
};

}  // namespace palpera::proof
