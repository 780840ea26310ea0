#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace palpera::dialogue {

// Finds entries by any of their words, beginnings of words and words with a typing error. Deterministic: equal scores
// keep the order in which entries were added.
class WordIndex {
public:
    struct Hit {
        std::size_t entry = 0;  // in the order of add
        double score = 0;       // above 0; comparable within one search only
    };

    // Another text of an entry; entries are numbered by the caller, 0, 1, 2 ... `weight`: how much its words count.
    void add(std::size_t entry, std::string_view text, double weight);
    // Best first. Every typed word that matches nothing lowers the score; an empty text finds nothing.
    std::vector<Hit> find(std::string_view typed, std::size_t most) const;

private:
    struct Posting {
        std::size_t entry = 0;
        double weight = 0;
    };
    std::map<std::string, std::vector<Posting>, std::less<>> words_;
    std::size_t entries_ = 0;
};

}  // namespace palpera::dialogue
