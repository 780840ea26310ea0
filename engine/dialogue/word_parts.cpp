#include "engine/dialogue/word_parts.h"

#include <algorithm>
#include <cmath>

#include "engine/base/text.h"

namespace palpera::dialogue {
namespace {

// Each part once, five letters of twelve bits in a number. Letters above U+0FFF share bits with others, which folded
// words of these languages do not hold. Spaces count as letters, so that parts know where words begin and end.
std::vector<std::uint64_t> parts_of(std::string_view text) {
    const std::u32string letters = U" " + base::code_points(base::folded(text)) + U" ";
    std::vector<std::uint64_t> parts;
    for (std::size_t at = 0; at < letters.size(); ++at) {
        std::uint64_t part = 0;
        for (std::size_t length = 1; length <= 5 && at + length <= letters.size(); ++length) {
            part = (part << 12) | (letters[at + length - 1] & 0xFFF);
            if (length >= 3) parts.push_back(part);
        }
    }
    std::sort(parts.begin(), parts.end());
    parts.erase(std::unique(parts.begin(), parts.end()), parts.end());
    return parts;
}

}  // namespace

void WordParts::add(std::size_t entry, std::string_view text, double weight) {
    entries_ = std::max(entries_, entry + 1);
    for (std::uint64_t part : parts_of(text)) {
        std::vector<Posting>& postings = parts_[part];
        if (postings.empty() || postings.back().entry != entry) postings.push_back({entry, 0});
        postings.back().weight += weight;
    }
}

std::vector<double> WordParts::shares(std::string_view typed) const {
    std::vector<double> shares(entries_, 0);
    const double unknown = std::log(static_cast<double>(entries_) + 1);
    double whole = 0;
    for (std::uint64_t part : parts_of(typed)) {
        const auto found = parts_.find(part);
        if (found == parts_.end()) {
            whole += unknown;
            continue;
        }
        // In how many entries a part is at home: those that have it by the way count for less.
        double sum = 0, squares = 0;
        for (const Posting& posting : found->second) {
            sum += posting.weight;
            squares += posting.weight * posting.weight;
        }
        const double rarity = std::max(0.0, unknown - std::log(sum * sum / squares + 0.3));
        whole += rarity;
        // The second wording with the same part adds less than the first.
        for (const Posting& posting : found->second) {
            shares[posting.entry] += rarity * posting.weight / (posting.weight + 1);
        }
    }
    if (whole <= 0) return shares;
    for (double& share : shares) share /= whole;
    return shares;
}

}  // namespace palpera::dialogue
