#pragma once

#include "engine/pathway/ledger.h"

namespace palpera::pathway {

// One line for each precedence whose two steps are expected of this patient and not excused; they share the component
// equally. It is earned when the first act that serves `first` comes before the first that serves `then`, harmful ones
// included; where one of them was not done it earns nothing.
struct Order {
    Lines lines;
    std::vector<std::size_t> needed;  // acts by which a precedence was earned, whatever step they were counted for
};
Order order_of(const Course& course, std::int64_t of);

}  // namespace palpera::pathway
