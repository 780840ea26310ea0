#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace palpera::dialogue {

// Its folded words in plain letters: å, ä and æ as a, ö and ø as o. Of a long text the first 500 characters count.
std::vector<std::string> plain_words(std::string_view utterance);

// What an utterance is recognised by: a word, the beginning of one, a run of three to five letters in one, two words
// that follow each other. Each is a number below `trait_count`; rare collisions are the price of a small model.
struct Trait {
    std::uint32_t id = 0;
    float weight = 0;  // above 0
};
inline constexpr std::uint32_t trait_count = 1U << 15;

// Ascending by id, each once; none where there is no letter and no digit. Letters are compared without accents, so that
// "smarta" and "smärta", "hæl" and "hal" meet. Of a long text the first 500 characters count.
std::vector<Trait> traits_of(std::string_view utterance);

}  // namespace palpera::dialogue
