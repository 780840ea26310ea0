#pragma once

#include <compare>
#include <cstdint>
#include <span>
#include <vector>

namespace palpera::pathway {

// A possible pairing: this act may serve this step, for so much credit.
struct Pairing {
    std::uint32_t step = 0;
    std::uint32_t act = 0;
    std::int64_t credit = 0;  // not below 0; comparable between steps
    std::uint32_t order = 0;  // of the step, among equals
};

// Chooses among pairings so that each act serves at most one step, and each step takes at most as many acts as its
// place in `wanted` says. First counts the sum of credit, then how many pairings there are, then how early the acts
// are (their sum of indices), then the order of the steps. Exact: a flow of greatest worth. Keeps its memory between
// calls: once grown, matching allocates nothing.
class Matcher {
public:
    // Indices into `pairings`, ascending; valid until the next call.
    std::span<const std::uint32_t> match(std::span<const int> wanted, std::span<const Pairing> pairings);

private:
    // What a set of pairings is worth: compared part by part, added part by part.
    struct Worth {
        std::int64_t credit = 0, earliness = 0, order = 0;
        friend auto operator<=>(const Worth&, const Worth&) = default;
    };
    static constexpr std::uint32_t none = ~std::uint32_t{0};
    struct Reached {
        Worth worth;
        std::uint32_t by = none;  // the pairing by which the best path to the step came
        bool is_reached = false;
    };
    void begin(std::span<const int> wanted);
    bool augment();
    void look_from(std::uint32_t step, std::uint32_t& last, Worth& end);
    void offer(std::uint32_t step, const Worth& worth, std::uint32_t by);
    void take(std::uint32_t last);

    std::span<const Pairing> pairings_;
    std::vector<int> room_;
    std::vector<std::uint32_t> first_, of_step_;  // pairings of each step, and where they begin
    std::vector<std::uint32_t> taken_by_;         // by act: the pairing
    std::vector<Reached> reached_;                // by step
    std::vector<std::uint32_t> waiting_, chosen_;
};

}  // namespace palpera::pathway
