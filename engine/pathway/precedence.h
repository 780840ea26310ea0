#pragma once

#include "engine/pathway/ledger.h"

namespace palpera::pathway {

// One line for each precedence whose two steps are expected of this patient and not excused. It is earned when the
// first act that serves `first` comes before the first that serves `then`; where one of them was not done it earns
// nothing. The precedences share `of` equally; none: no lines.
Lines order_lines(const Course& course, std::int64_t of);

}  // namespace palpera::pathway
