#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace palpera::dialogue {

// Compares texts by the runs of three to five letters in them. Compounds and inflections meet in their parts:
// "hälsmärtan" and "smärta i hälen" have most of theirs in common, and no table of endings is needed.
class WordParts {
public:
    void add(std::size_t entry, std::string_view text, double weight);
    // For each entry the share of the typed parts that it has, rare parts counting more: 0 to 1.
    std::vector<double> shares(std::string_view typed) const;

private:
    std::map<std::string, std::map<std::size_t, double>, std::less<>> parts_;
    std::size_t entries_ = 0;
};

}  // namespace palpera::dialogue
