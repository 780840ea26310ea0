#include "engine/library/search.h"

#include <algorithm>
#include <bit>

#include "engine/base/text.h"

namespace palpera::library {
namespace {

// How well one typed word matches a known one.
constexpr float exact = 4, beginning = 3, inside = 2, one_error = 1.2f, two_errors = 1;

// What is meant where aa, ae and oe stand for å, ä or æ, and ö or ø: "haelsporre" becomes "halsporre".
std::string single(const std::string& plain) {
    std::string result;
    for (std::size_t i = 0; i < plain.size(); ++i) {
        const char last = i == 0 ? ' ' : plain[i - 1];
        const bool second = (last == 'a' && (plain[i] == 'a' || plain[i] == 'e')) || (last == 'o' && plain[i] == 'e');
        if (!second) result += plain[i];
    }
    return result;
}

// A Nordic letter of two bytes as it is written without: å, ä and æ as a, ö and ø as o; 0 for any other.
char without_nordic(char first, char second) {
    if (first != '\xC3') return 0;
    switch (second) {
        case '\xA4':
        case '\xA5':
        case '\xA6': return 'a';
        case '\xB6':
        case '\xB8': return 'o';
        default: return 0;
    }
}

// The words of a text, "hälsporre" and "hælspore" as "halsporre" and "halspore".
std::vector<std::string> words_in(std::string_view text) {
    const std::string folded = base::folded(text);
    std::vector<std::string> words;
    bool in_word = false;
    for (std::size_t i = 0; i < folded.size(); ++i) {
        if (folded[i] == ' ') {
            in_word = false;
            continue;
        }
        if (!in_word) words.emplace_back();
        in_word = true;
        const char plain = i + 1 < folded.size() ? without_nordic(folded[i], folded[i + 1]) : '\0';
        words.back() += plain == 0 ? folded[i] : plain;
        if (plain != 0) ++i;
    }
    return words;
}

std::uint64_t mask_of(std::string_view word) {
    std::uint64_t bits = 0;
    for (char c : word) bits |= std::uint64_t{1} << (static_cast<unsigned char>(c) % 64);
    return bits;
}

std::size_t errors_allowed(std::size_t letters) { return letters >= 8 ? 2 : letters >= 4 ? 1 : 0; }

// 0 where they are further apart than typing errors take them.
float likeness_with_errors(std::string_view typed, std::string_view word) {
    const std::size_t errors = base::edit_distance(typed, word);
    return errors > errors_allowed(word.size()) ? 0 : errors == 1 ? one_error : two_errors;
}

double share(std::size_t part, std::size_t whole) {
    return whole == 0 ? 0 : std::min(1.0, static_cast<double>(part) / static_cast<double>(whole));
}

double worth(Search::Field field) {
    switch (field) {
        case Search::Field::name: return 0.2;
        case Search::Field::also:
        case Search::Field::code: return 0.1;
        case Search::Field::group: return 0;
    }
    return 0;
}

}  // namespace

void Search::add(std::size_t entry, const base::LocalText& text, Field field) {
    for (base::Language language : base::every_language) {
        for (std::string_view name : base::split(text.in(language), ';')) {
            add_term(entry, base::trimmed(name), field, static_cast<int>(language));
        }
    }
}

void Search::add_code(std::size_t entry, std::string_view code) { add_term(entry, code, Field::code, every_language); }

void Search::add_term(std::size_t entry, std::string_view written, Field field, int language) {
    Term term{entry, field, language, std::string(written), {}, {}};
    for (std::string& word : words_in(written)) {
        term.run += word;
        const auto [known, is_new] = known_.emplace(word, static_cast<std::uint32_t>(words_.size()));
        if (is_new) words_.push_back({word, mask_of(word)});
        term.words.push_back(known->second);
    }
    if (term.words.empty()) return;
    entries_ = std::max(entries_, entry + 1);
    terms_.push_back(std::move(term));
}

std::vector<float> Search::qualities(const std::string& typed) const {
    std::vector<float> result(words_.size(), 0);
    // A word that is known as it stands is no misspelling of another.
    const bool may_be_misspelt = typed.size() >= 3 && !known_.contains(typed);
    const std::uint64_t mask = mask_of(typed);
    for (std::size_t i = 0; i < words_.size(); ++i) {
        const std::string& word = words_[i].letters;
        if (word.starts_with(typed)) {
            result[i] = word.size() == typed.size() ? exact : beginning;
        } else if (typed.size() >= 4 && word.find(typed) != std::string::npos) {
            result[i] = inside;
        }
    }
    if (!may_be_misspelt) return result;
    for (std::size_t i = 0; i < words_.size(); ++i) {
        const std::string& word = words_[i].letters;
        const std::size_t allowed = errors_allowed(word.size());
        const std::size_t apart = word.size() > typed.size() ? word.size() - typed.size() : typed.size() - word.size();
        if (result[i] > 0 || allowed == 0 || apart > allowed) continue;
        if (static_cast<std::size_t>(std::popcount(mask ^ words_[i].mask)) > 2 * allowed) continue;
        result[i] = likeness_with_errors(typed, word);
    }
    return result;
}

// `best` holds how well each typed word is matched by any term of the entry.
void Search::rate(const Term& term, const Typed& typed, int shown, Rating& rating, std::vector<float>& best) const {
    float worst = exact;
    std::size_t matched = 0, letters = 0;
    for (std::size_t i = 0; i < typed.qualities.size(); ++i) {
        float quality = 0;
        std::size_t length = 0;
        for (std::uint32_t word : term.words) {
            if (typed.qualities[i][word] <= quality) continue;
            quality = typed.qualities[i][word];
            length = words_[word].letters.size();
        }
        best[i] = std::max(best[i], quality);
        worst = std::min(worst, quality);
        if (quality > 0) ++matched;
        letters += length;
    }
    double tier = worst;
    if (term.run == typed.run || term.run == typed.single_run) {
        tier = exact + 2;
    } else if (term.run.starts_with(typed.run) || term.run.starts_with(typed.single_run)) {
        tier = exact + 1;
    } else if (matched < typed.qualities.size()) {
        return;
    } else if (worst < inside && letters == term.run.size()) {
        tier += 0.6;  // the whole of it, but for the errors
    }
    const bool speaks = term.language == shown || term.language == every_language;
    if (term.field == Field::name && term.language == shown && tier >= beginning) rating.shown_name = true;
    const double score = tier + (speaks ? 0.4 : 0) + worth(term.field) +
                         0.2 * share(std::min(letters, typed.run.size()), term.run.size());
    if (rating.words == typed.qualities.size() && score <= rating.score) return;
    rating = {typed.qualities.size(), score, &term, rating.shown_name};
}

// No one name of the entry has every typed word: what its names have together.
void Search::rate_together(const std::vector<float>& best, Rating& rating) {
    float worst = exact, sum = 0;
    for (float quality : best) {
        if (quality <= 0) continue;
        ++rating.words;
        worst = std::min(worst, quality);
        sum += quality;
    }
    if (rating.words > 0) rating.score = worst - 0.5 + 0.05 * sum / static_cast<double>(rating.words);
}

// Each word as it stands, and with aa, ae and oe for one letter: whichever is more like a known one.
Search::Typed Search::typed_of(const std::vector<std::string>& words) const {
    Typed typed;
    for (const std::string& word : words) {
        const std::string one = single(word);
        typed.run += word;
        typed.single_run += one;
        typed.qualities.push_back(qualities(word));
        if (one == word) continue;
        std::vector<float>& best = typed.qualities.back();
        std::ranges::transform(best, qualities(one), best.begin(), [](float a, float b) { return std::max(a, b); });
    }
    return typed;
}

std::vector<Search::Rating> Search::ratings(const std::vector<std::string>& words, int shown) const {
    const Typed typed = typed_of(words);
    std::vector<Rating> result(entries_);
    std::vector<float> best(words.size(), 0);
    for (std::size_t i = 0; i < terms_.size(); ++i) {
        Rating& rating = result[terms_[i].entry];
        rate(terms_[i], typed, shown, rating, best);
        if (i + 1 < terms_.size() && terms_[i + 1].entry == terms_[i].entry) continue;
        if (rating.words < words.size()) rate_together(best, rating);
        std::ranges::fill(best, 0.0f);
    }
    return result;
}

std::vector<Search::Hit> Search::find(std::string_view typed, base::Language shown) const {
    const std::vector<std::string> words = words_in(typed);
    if (words.empty()) return {};
    const std::vector<Rating> rated = ratings(words, static_cast<int>(shown));
    std::size_t most = 1;
    for (const Rating& one : rated) most = std::max(most, one.words);
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < rated.size(); ++i) {
        if (rated[i].words == most) order.push_back(i);
    }
    std::ranges::stable_sort(order, std::greater<>(), [&](std::size_t i) { return rated[i].score; });
    std::vector<Hit> hits;
    for (std::size_t i : order) {
        const Term* by = rated[i].by;
        const bool tells = by && !rated[i].shown_name && (by->field == Field::name || by->field == Field::also);
        hits.push_back({i, rated[i].score,
                        tells && !(by->field == Field::name && by->language == static_cast<int>(shown))
                            ? by->written
                            : std::string()});
    }
    return hits;
}

}  // namespace palpera::library
