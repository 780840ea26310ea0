#include "engine/pathway/ledger.h"

#include <algorithm>
#include <numeric>

namespace palpera::pathway {

std::int64_t sum_of_points(const Lines& lines) {
    return std::accumulate(lines.begin(), lines.end(), std::int64_t{0},
                           [](std::int64_t sum, const LedgerLine& line) { return sum + line.points; });
}

std::vector<std::int64_t> split_whole(std::int64_t whole, const std::vector<std::int64_t>& weights) {
    std::vector<std::int64_t> parts(weights.size());
    const std::int64_t all = std::accumulate(weights.begin(), weights.end(), std::int64_t{0});
    if (all <= 0) return parts;
    std::int64_t left = whole;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        parts[i] = whole * weights[i] / all;
        left -= parts[i];
    }
    std::vector<std::size_t> by_remainder(weights.size());
    std::iota(by_remainder.begin(), by_remainder.end(), std::size_t{0});
    std::stable_sort(by_remainder.begin(), by_remainder.end(),
                     [&](std::size_t a, std::size_t b) { return whole * weights[a] % all > whole * weights[b] % all; });
    for (std::size_t i = 0; left > 0; ++i, --left) ++parts[by_remainder[i]];
    return parts;
}

LocalText why_of(const Course& course, const std::string& number) {
    const auto found = course.library->blueprint.why.find(number);
    return found == course.library->blueprint.why.end() ? LocalText{} : found->second;
}

}  // namespace palpera::pathway
