#include "engine/dialogue/traits.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "engine/base/text.h"

namespace palpera::dialogue {
namespace {

constexpr std::size_t most_characters = 500;

// How much each kind of trait counts: measured on wordings left out (tests/dialogue).
constexpr float word_weight = 1, beginning_weight = 0.5F, short_beginning_weight = 0.3F;
constexpr float pair_weight = 0.5F, gapped_pair_weight = 0.3F, letters_weight = 0.6F;
constexpr float first_word_weight = 0.5F, last_word_weight = 0.3F, length_weight = 0.3F;

enum class Kind : std::uint64_t { word, beginning, short_beginning, pair, gapped_pair, letters, first, last, length };

// FNV-1a and a finishing mix: the same number on every machine.
std::uint32_t trait_number(Kind kind, std::string_view text) {
    std::uint64_t hash = 14695981039346656037ULL ^ (static_cast<std::uint64_t>(kind) * 0x9E3779B97F4A7C15ULL);
    for (const char letter : text) {
        hash ^= static_cast<unsigned char>(letter);
        hash *= 1099511628211ULL;
    }
    hash ^= hash >> 29;
    hash *= 0xBF58476D1CE4E5B9ULL;
    hash ^= hash >> 32;
    return static_cast<std::uint32_t>(hash % trait_count);
}

class Collector {
public:
    void add(Kind kind, std::string_view text, float weight) { traits_.push_back({trait_number(kind, text), weight}); }

    std::vector<Trait> collected() {
        std::stable_sort(traits_.begin(), traits_.end(), [](const Trait& a, const Trait& b) { return a.id < b.id; });
        std::vector<Trait> once;
        for (const Trait& trait : traits_) {
            if (!once.empty() && once.back().id == trait.id) {
                once.back().weight += trait.weight;
            } else {
                once.push_back(trait);
            }
        }
        for (Trait& trait : once) trait.weight = std::log1p(trait.weight);
        return once;
    }

private:
    std::vector<Trait> traits_;
};

void add_letters(Collector& traits, const std::string& word) {
    const std::string bounded = "<" + word + ">";
    for (std::size_t length = 3; length <= 5; ++length) {
        for (std::size_t at = 0; at + length <= bounded.size(); ++at) {
            traits.add(Kind::letters, std::string_view(bounded).substr(at, length), letters_weight);
        }
    }
}

}  // namespace

std::vector<std::string> plain_words(std::string_view utterance) {
    std::u32string points = base::code_points(utterance.substr(0, 4 * most_characters));
    if (points.size() > most_characters) points.resize(most_characters);
    std::vector<std::string> words = base::words_of(base::utf8(points));
    for (std::string& word : words) {
        std::u32string letters = base::code_points(word);
        for (char32_t& letter : letters) {
            if (letter == U'å' || letter == U'ä' || letter == U'æ') letter = U'a';
            if (letter == U'ö' || letter == U'ø') letter = U'o';
        }
        word = base::utf8(letters);
    }
    return words;
}

std::vector<Trait> traits_of(std::string_view utterance) {
    const std::vector<std::string> words = plain_words(utterance);
    if (words.empty()) return {};
    Collector traits;
    for (std::size_t i = 0; i < words.size(); ++i) {
        traits.add(Kind::word, words[i], word_weight);
        traits.add(Kind::beginning, std::string_view(words[i]).substr(0, 5), beginning_weight);
        if (words[i].size() > 4) {
            traits.add(Kind::short_beginning, std::string_view(words[i]).substr(0, 4), short_beginning_weight);
        }
        if (i + 1 < words.size()) traits.add(Kind::pair, words[i] + " " + words[i + 1], pair_weight);
        if (i + 2 < words.size()) traits.add(Kind::gapped_pair, words[i] + " " + words[i + 2], gapped_pair_weight);
        add_letters(traits, words[i]);
    }
    traits.add(Kind::first, words.front(), first_word_weight);
    traits.add(Kind::last, words.back(), last_word_weight);
    traits.add(Kind::length, std::to_string(std::min<std::size_t>(words.size(), 12) / 2), length_weight);
    return traits.collected();
}

}  // namespace palpera::dialogue
