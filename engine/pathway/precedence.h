#pragma once

#include "engine/pathway/resolved.h"

namespace palpera::pathway {

// One line for each precedence whose two steps are expected of this patient and not excused; they share the component
// equally. It is earned when the first act that serves `first` comes before the first that serves `then`, harmful ones
// included; where one of them was not done it earns nothing. Keeps its room between courses.
class Precedences {
public:
    // Does any precedence count?
    bool find(const Resolved& resolved);
    void score(std::int64_t of);
    void write(const Resolved& resolved, Ledger& ledger) const;

    // Was a precedence earned by the act, whatever step it was counted for?
    bool is_needed(std::size_t act) const { return needed_[act] != 0; }
    std::int64_t points() const { return points_; }

private:
    static constexpr std::uint32_t none = ~std::uint32_t{0};
    struct Line {
        std::uint32_t rule = 0;
        std::uint32_t before = none, after = none;  // acts
        Reason reason = Reason::missing;
        std::int64_t points = 0, of = 0;
    };
    void find_first_acts(const Resolved& resolved);

    std::vector<std::uint32_t> first_safe_, first_;  // by statement: acts
    std::vector<Line> lines_;
    std::vector<std::uint32_t> by_rank_;  // lines; none: the rule does not count
    std::vector<std::uint8_t> needed_;
    std::int64_t points_ = 0;
};

}  // namespace palpera::pathway
