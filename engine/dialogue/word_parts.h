#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace palpera::dialogue {

// Compares texts by the runs of three to five letters in them. Compounds and inflections meet in their parts:
// "hälsmärtan" and "smärta i hälen" have most of theirs in common, and no table of endings is needed.
class WordParts {
public:
    // Texts of one entry come one after the other.
    void add(std::size_t entry, std::string_view text, double weight);
    // For each entry the share of the typed parts that it has, rare parts counting more: 0 to 1.
    std::vector<double> shares(std::string_view typed) const;

private:
    struct Posting {
        std::size_t entry = 0;
        double weight = 0;
    };
    std::unordered_map<std::uint64_t, std::vector<Posting>> parts_;  // only looked up, never walked through
    std::size_t entries_ = 0;
};

}  // namespace palpera::dialogue
