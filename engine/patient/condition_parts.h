#pragma once

#include <cstddef>

#include "engine/script/condition.h"

// Conditions put together from parts, without being written.
namespace palpera::patient {

script::Condition both(const script::Condition& one, const script::Condition& other);
script::Condition opposite(const script::Condition& condition);
// The severity of that course is so many percent or more.
script::Condition severity_from(std::size_t course, int percent);

}  // namespace palpera::patient
