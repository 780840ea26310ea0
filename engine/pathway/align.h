#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "engine/base/result.h"

namespace palpera::pathway {

// The model class of SCORING.md section 3. A run performs every step once, an optional one at most once, each by
// exactly one of its activities, in an order that extends `edges`; a left-out optional step still passes its order on.
struct ProcessModel {
    struct Step {
        std::string id;
        std::vector<std::string> any_of;
        bool optional = false;
        std::int64_t model_move_cost = 1;  // of one that is not optional and not done
    };
    std::vector<Step> steps;
    std::vector<std::pair<std::string, std::string>> edges;  // before, after
    std::int64_t log_move_cost = 1;                          // of an event that stands for no step
    std::vector<std::pair<std::string, std::int64_t>> log_move_cost_by_activity;
};

struct Move {
    enum class Kind : std::uint8_t { synchronous, log, model };
    Kind kind = Kind::synchronous;
    std::string step;  // not of a log move
    std::string activity;
    int event = -1;  // in the trace, from 0; not of a model move
};

struct Alignment {
    std::int64_t optimal_cost = 0;
    std::vector<Move> moves;  // log and synchronous moves in the order of the trace; the run in an order of the model
};

// What a model and a trace may hold at the most.
inline constexpr std::size_t most_steps = 500;
inline constexpr std::size_t most_edges = 5'000;
inline constexpr std::size_t most_events = 10'000;
inline constexpr std::int64_t most_cost = 1'000'000'000;

// The cheapest alignment, exactly. An error names a circle in the order, an id that no step or two steps have, a cost
// out of range, or too many of something.
base::Result<Alignment> align(const ProcessModel& model, const std::vector<std::string>& trace);

}  // namespace palpera::pathway
