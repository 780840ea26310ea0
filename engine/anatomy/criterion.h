#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/anatomy/root.h"

namespace palpera::anatomy {

// What makes a special test positive, as far as it follows from the lesion.
struct Criterion {
    enum class Kind : std::uint8_t {
        weak,       // the loss of a muscle is `from` or more
        numb,       // the loss of a zone is `from` or more
        lesion_at,  // there is a lesion at one of these sites, however slight
        tension,    // a root is compressed, however slightly: the chance of a positive test for each root
        any,        // of the parts
        all         // the parts
    };
    Kind kind = Kind::any;
    std::size_t target = 0;          // in Atlas::muscles or Atlas::zones
    double from = 0;                 // 0..1
    std::vector<std::size_t> sites;  // in Atlas::lesion_sites
    RootShares tension;
    std::vector<Criterion> parts;
};

}  // namespace palpera::anatomy
