#pragma once

#include <memory>

#include "engine/body/body.h"

namespace palpera::body_test {

// The table that is shipped.
std::shared_ptr<const body::Table> table();

// The coarse body of a man of 176 cm, made once.
std::shared_ptr<const body::Body> man();
std::shared_ptr<const body::Body> coarse_body(const body::Physique& physique);

}  // namespace palpera::body_test
