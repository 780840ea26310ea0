#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/pathway/course.h"
#include "engine/pathway/score.h"

namespace palpera::pathway {

inline constexpr std::int64_t thousandths = 1000;
using Lines = std::vector<LedgerLine>;

std::int64_t sum_of_points(const Lines& lines);

// Splits a whole into whole parts in proportion to the weights, so that the parts sum to it exactly: what is left goes
// to the largest remainders, among equal ones to the first. No weights, or none above 0: nothing is split.
std::vector<std::int64_t> split_whole(std::int64_t whole, const std::vector<std::int64_t>& weights);

// Why a number of the blueprint is what it is, in words.
LocalText why_of(const Course& course, const std::string& number);

}  // namespace palpera::pathway
