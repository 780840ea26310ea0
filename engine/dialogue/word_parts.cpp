#include "engine/dialogue/word_parts.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "engine/base/text.h"

namespace palpera::dialogue {
namespace {

// Spaces count as letters, so that parts know where words begin and end.
std::set<std::string> parts_of(std::string_view text) {
    const std::u32string letters = U" " + base::code_points(base::folded(text)) + U" ";
    std::set<std::string> parts;
    for (std::size_t length = 3; length <= 5; ++length) {
        for (std::size_t at = 0; at + length <= letters.size(); ++at) {
            parts.insert(base::utf8(std::u32string_view(letters).substr(at, length)));
        }
    }
    return parts;
}

// In how many entries a part is at home: entries that have it by the way count for less.
double spread(const std::map<std::size_t, double>& weights) {
    double sum = 0, squares = 0;
    for (const auto& [entry, weight] : weights) {
        sum += weight;
        squares += weight * weight;
    }
    return sum * sum / squares;
}

}  // namespace

void WordParts::add(std::size_t entry, std::string_view text, double weight) {
    entries_ = std::max(entries_, entry + 1);
    for (const std::string& part : parts_of(text)) parts_[part][entry] += weight;
}

std::vector<double> WordParts::shares(std::string_view typed) const {
    std::vector<double> shares(entries_, 0);
    const double unknown = std::log(static_cast<double>(entries_) + 1);
    double whole = 0;
    for (const std::string& part : parts_of(typed)) {
        const auto found = parts_.find(part);
        if (found == parts_.end()) {
            whole += unknown;
            continue;
        }
        const double rarity = std::max(0.0, unknown - std::log(spread(found->second) + 0.3));
        whole += rarity;
        // The second phrasing with the same part adds less than the first.
        for (const auto& [entry, weight] : found->second) shares[entry] += rarity * weight / (weight + 1);
    }
    if (whole <= 0) return shares;
    for (double& share : shares) share /= whole;
    return shares;
}

}  // namespace palpera::dialogue
