#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace palpera::pathway {

// A possible pairing: this act may serve this step, for so much credit.
struct Pairing {
    std::size_t step = 0;
    std::size_t act = 0;
    std::int64_t credit = 0;  // not below 0; comparable between steps
};

// Chooses among the pairings so that each act serves at most one step, and each step takes at most as many acts as its
// place in `wanted` says. First counts the sum of credit, then how many pairings there are, then how early the acts
// are (their sum of indices), then the order of the steps. Exact: a flow of greatest worth. Gives indices into
// `pairings`, ascending.
std::vector<std::size_t> match(const std::vector<int>& wanted, const std::vector<Pairing>& pairings);

}  // namespace palpera::pathway
