#pragma once

#include "engine/proof/cohort.h"

namespace palpera::proof {

// unknown: not proved within the bound. It is never a pass.
enum class Holds : std::uint8_t { yes, no, unknown };

// Something that must hold of a case whatever a student does; docs/proofs.md has a section for each. Its sentence for
// teachers is the interface's text "proof/ID".
struct Property {
    std::string id;
    Holds holds = Holds::unknown;
    std::string witness;  // a journal that `palpera play` replays: the course that was found, or that shows the fault
    std::vector<std::string> about;  // what does not hold: texts, steps, facts, by their ids
};
inline constexpr std::array<std::string_view, 16> property_ids{
    "solvable",          "conforming_course", "nothing",     "everything",        "everything_harmless",
    "tests_then_treats", "hedging",           "repeating",   "cancelling",        "waiting",
    "memorised",         "harm_is_shown",     "no_dead_end", "red_flags_in_time", "features_discoverable",
    "texts_reachable"};

// Between what every course scores, in thousandths of points. `exact`: both ends are reached.
struct ScoreBounds {
    std::int64_t low = 0, high = 0;
    bool exact = false;
    std::string lowest, highest;  // journals that reach them, or the highest that was found
    // By component: the most that any course has, and what the best course found has.
    std::array<std::int64_t, pathway::component_count> most{}, reached{};
};

struct Proof {
    std::string case_id;
    std::size_t variants = 0;
    std::size_t states = 0, bytes_per_state = 0;  // explored, of all variants
    ScoreBounds bounds;                           // of all variants together
    std::vector<Property> properties;             // as property_ids
    bool holds() const;
};

struct ProofRequest {
    std::size_t threads = 1;            // more give the same answers, sooner
    std::size_t most_states = 200'000;  // of each variant; beyond that an answer is unknown
    std::size_t novices = 20;           // by whom the bots are measured, of each variant
    Progress progress;                  // called from any of the threads, one at a time; false: stop
};

// Proves every variant of a case. What one variant breaks does not hold. What was stopped is unknown.
Proof prove(const library::Library& library, const library::CaseFile& file, const ProofRequest& request);

}  // namespace palpera::proof
