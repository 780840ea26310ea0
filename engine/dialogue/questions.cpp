#include "engine/dialogue/questions.h"

#include <algorithm>

#include "engine/base/text.h"

namespace palpera::dialogue {
namespace {

// How much the words of each kind of text count. The question as the catalogue asks it is what the list shows; what
// the patient may answer and what that reveals tell the subject, and the topic hints at it.
constexpr double canonical_weight = 2;
constexpr double phrasing_weight = 1;
constexpr double answer_weight = 0.3;
constexpr double topic_weight = 0.2;
// How much whole words count beside their parts.
constexpr double word_share = 0.1;

// A question is clearly best when it has at least this score and the runner-up is at least this share below it:
// measured in tests/dialogue.
constexpr double least_score = 0.3;
constexpr double least_lead = 0.3;

std::vector<std::size_t> best_first(const std::vector<double>& scores) {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < scores.size(); ++i) {
        if (scores[i] > 0) order.push_back(i);
    }
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return scores[a] > scores[b]; });
    return order;
}

bool is_word_sign(std::string_view sign) { return !base::folded(sign).empty(); }

std::size_t sign_length(std::string_view text, std::size_t at) {
    std::size_t length = 1;
    while (at + length < text.size() && (static_cast<unsigned char>(text[at + length]) & 0xC0) == 0x80) ++length;
    return length;
}

// The byte ranges of the words of a text.
std::vector<std::pair<std::size_t, std::size_t>> word_places(std::string_view text) {
    std::vector<std::pair<std::size_t, std::size_t>> places;
    bool in_word = false;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = sign_length(text, at);
        const bool is_word = is_word_sign(text.substr(at, length));
        if (is_word && !in_word) places.emplace_back(at, at);
        if (is_word) places.back().second = at + length;
        in_word = is_word;
        at += length;
    }
    return places;
}

}  // namespace

QuestionFinder::QuestionFinder(const library::Catalogue& catalogue, base::Language language) {
    for (const library::Question& question : catalogue.questions) {
        const std::size_t entry = ids_.size();
        ids_.push_back(question.id);
        add_wording(entry, question.name.in(language), canonical_weight);
        if (const auto found = question.phrasings.find(language); found != question.phrasings.end()) {
            for (const std::string& phrasing : found->second) add_wording(entry, phrasing, phrasing_weight);
        }
        if (const library::Group* topic = find(catalogue.topics, question.group)) {
            add(entry, topic->name.in(language), topic_weight);
        }
        add_answers(entry, question, catalogue, language);
    }
}

void QuestionFinder::add_answers(std::size_t entry, const library::Question& question,
                                 const library::Catalogue& catalogue, base::Language language) {
    for (const library::Response& answer : question.answers) {
        parts_.add(entry, answer.says.in(language), answer_weight);
        for (const std::string& id : answer.reveals) {
            const library::Fact* fact = find(catalogue.facts, id);
            if (!fact) continue;
            parts_.add(entry, fact->yes.in(language), answer_weight);
            parts_.add(entry, fact->label.in(language), answer_weight);
        }
    }
}

void QuestionFinder::add_wording(std::size_t entry, std::string_view text, double weight) {
    add(entry, text, weight);
    known_.emplace(base::folded(text), entry);
}

void QuestionFinder::add(std::size_t entry, std::string_view text, double weight) {
    index_.add(entry, text, weight);
    parts_.add(entry, text, weight);
}

std::vector<double> QuestionFinder::scores(std::string_view typed) const {
    std::vector<double> scores(ids_.size(), 0);
    const std::vector<WordIndex::Hit> hits = index_.find(typed, ids_.size());
    if (hits.empty()) return scores;
    const std::vector<double> shares = parts_.shares(typed);
    for (std::size_t i = 0; i < scores.size(); ++i) scores[i] = (1 - word_share) * shares[i];
    for (const WordIndex::Hit& hit : hits)
        scores[hit.entry] += word_share * hit.score / hits.front().score * shares[hit.entry];
    if (const auto known = known_.find(base::folded(typed)); known != known_.end()) scores[known->second] = 1;
    return scores;
}

std::vector<Suggestion> QuestionFinder::suggest(std::string_view typed, std::size_t most) const {
    const std::vector<double> all = scores(typed);
    std::vector<Suggestion> suggestions;
    for (std::size_t i : best_first(all)) {
        if (suggestions.size() == most) break;
        suggestions.push_back({ids_[i], all[i]});
    }
    return suggestions;
}

std::vector<std::string> QuestionFinder::resolve(std::string_view typed) const {
    if (const auto known = known_.find(base::folded(typed)); known != known_.end()) return {ids_[known->second]};
    const std::vector<Suggestion> best = suggest(typed, 2);
    if (best.empty() || best[0].confidence < least_score) return {};
    const double next = best.size() > 1 ? best[1].confidence : 0;
    if (best[0].confidence - next < least_lead * best[0].confidence) return {};
    return {best[0].question};
}

std::vector<std::pair<std::size_t, std::size_t>> matched_parts(std::string_view text, std::string_view typed) {
    const std::vector<std::string> words = base::words_of(typed);
    std::vector<std::pair<std::size_t, std::size_t>> matched;
    for (const auto& [from, to] : word_places(text)) {
        const std::string word = base::folded(text.substr(from, to - from));
        const auto alike = [&](const std::string& one) { return likeness(one, word) > 0; };
        if (std::any_of(words.begin(), words.end(), alike)) matched.emplace_back(from, to);
    }
    return matched;
}

}  // namespace palpera::dialogue
