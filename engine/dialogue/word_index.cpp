#include "engine/dialogue/word_index.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "engine/base/text.h"

namespace palpera::dialogue {
namespace {

// A bit a byte value modulo 64: small letters of ASCII fall on bits of their own, the Nordic ones on others.
std::uint64_t letters_of(std::string_view word) {
    std::uint64_t bits = 0;
    for (char c : word) bits |= std::uint64_t{1} << (static_cast<unsigned char>(c) % 64);
    return bits;
}

std::size_t letter_count(std::string_view word) {
    return static_cast<std::size_t>(
        std::count_if(word.begin(), word.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

std::size_t errors_allowed(std::string_view typed) {
    const std::size_t letters = letter_count(typed);
    return letters >= 8 ? 2 : letters >= 4 ? 1 : 0;
}

// One typing error changes at most two bytes of a letter for two others.
bool may_be_near(std::uint64_t a, std::uint64_t b, std::size_t errors) {
    return static_cast<std::size_t>(std::popcount(a ^ b)) <= 4 * errors;
}

}  // namespace

double likeness(std::string_view typed, std::string_view word) {
    if (typed == word) return 1;
    const double typed_letters = static_cast<double>(letter_count(typed));
    const double word_letters = static_cast<double>(letter_count(word));
    if (word.starts_with(typed)) return 0.5 + 0.4 * typed_letters / word_letters;
    const std::size_t allowed = errors_allowed(typed);
    if (allowed == 0 || std::fabs(typed_letters - word_letters) > static_cast<double>(allowed)) return 0;
    const std::size_t errors = base::edit_distance(typed, word);
    return errors > allowed ? 0 : 0.8 - 0.15 * static_cast<double>(errors);
}

void WordIndex::add(std::size_t entry, std::string_view text, double weight) {
    entries_ = std::max(entries_, entry + 1);
    for (const std::string& word : base::words_of(text)) {
        Word& known = words_[word];
        known.letters = letters_of(word);
        const auto same = [&](const Posting& posting) { return posting.entry == entry; };
        const auto found = std::find_if(known.postings.begin(), known.postings.end(), same);
        if (found == known.postings.end()) {
            known.postings.push_back({entry, weight});
        } else {
            found->weight = std::max(found->weight, weight);
        }
    }
}

// A word that many entries have says little of any: no list of stop words is needed.
double WordIndex::rarity(const Word& word) const {
    const double share = static_cast<double>(word.postings.size()) / static_cast<double>(entries_ + 1);
    return 0.05 - std::log(share);
}

bool WordIndex::rate(const std::string& typed, std::vector<double>& scores) const {
    const std::uint64_t letters = letters_of(typed);
    const std::size_t allowed = errors_allowed(typed);
    const bool is_known = words_.contains(typed);
    bool any = false;
    for (const auto& [word, known] : words_) {
        const bool begins = word.starts_with(typed);
        // A word that is known as it stands is no misspelling of another.
        if (!begins && (is_known || !may_be_near(letters, known.letters, allowed))) continue;
        const double alike = likeness(typed, word);
        if (alike <= 0) continue;
        any = true;
        for (const Posting& posting : known.postings) {
            double& score = scores[posting.entry];
            score = std::max(score, alike * posting.weight * rarity(known));
        }
    }
    return any;
}

std::vector<WordIndex::Hit> WordIndex::find(std::string_view typed, std::size_t most) const {
    std::vector<double> sum(entries_, 0), matched(entries_, 0);
    const std::vector<std::string> words = base::words_of(typed);
    for (const std::string& word : words) {
        std::vector<double> scores(entries_, 0);
        if (!rate(word, scores)) continue;
        for (std::size_t i = 0; i < entries_; ++i) {
            sum[i] += scores[i];
            if (scores[i] > 0) ++matched[i];
        }
    }
    std::vector<Hit> hits;
    for (std::size_t i = 0; i < entries_; ++i) {
        if (sum[i] > 0) hits.push_back({i, sum[i] * matched[i] / static_cast<double>(words.size())});
    }
    std::stable_sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) { return a.score > b.score; });
    if (hits.size() > most) hits.resize(most);
    return hits;
}

}  // namespace palpera::dialogue
