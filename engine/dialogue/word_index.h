#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace palpera::dialogue {

// How alike two folded words are: 1 the same, less where `typed` is the beginning of `word` or holds a typing error
// (one in words of four letters and more, two from eight on), 0 otherwise.
double likeness(std::string_view typed, std::string_view word);

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
    struct Word {
        std::uint64_t letters = 0;  // which letters it has: words far apart are told without measuring
        std::vector<Posting> postings;
    };
    // What each entry gets for one typed word, at most 1 times its weight; false: nothing is like it.
    bool rate(const std::string& typed, std::vector<double>& scores) const;
    double rarity(const Word& word) const;

    std::map<std::string, Word, std::less<>> words_;
    std::size_t entries_ = 0;
};

}  // namespace palpera::dialogue
