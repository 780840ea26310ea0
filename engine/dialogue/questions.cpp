#include "engine/dialogue/questions.h"

#include <algorithm>
#include <set>

#include "engine/base/text.h"

namespace palpera::dialogue {
namespace {

// Not understood where "none of them" is more than this many times as likely as the likeliest question: of wordings
// left out one in twenty is lost, and more than four in five lines that ask nothing are told from questions
// (tests/dialogue).
constexpr double most_doubt = 1.2;
// Of each half, for a line to be taken as two questions.
constexpr double certain = 0.5;
constexpr std::size_t most_nearest = 4;

// The words at which a line may fall into two questions.
bool joins(std::string_view word) {
    static const std::set<std::string, std::less<>> words{"och", "og", "and", "samt", "eller", "or", "also", "men"};
    return words.contains(word);
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

// Where a line may be cut in two: after a sign that ends a question, and before a joining word. Byte positions.
std::vector<std::size_t> seams(std::string_view text) {
    std::vector<std::size_t> found;
    for (std::size_t at = 1; at + 1 < text.size(); ++at) {
        if (text[at] == '?' || text[at] == '.' || text[at] == ',' || text[at] == ';') found.push_back(at + 1);
    }
    for (const auto& [from, to] : word_places(text)) {
        if (from > 0 && joins(base::folded(text.substr(from, to - from)))) found.push_back(from);
    }
    return found;
}

// The question that is put word for word in one of its own ways; empty: none is.
std::string put_in(const Phrasings& phrasings, std::string_view typed) {
    for (const auto& [question, ways] : phrasings) {
        for (const base::Language language : base::every_language)
            if (is_one_of(typed, ways.in(language))) return question;
    }
    return {};
}

}  // namespace

QuestionFinder::QuestionFinder(const library::Catalogue& catalogue, base::Language language, const Model& model)
    : model_(model),
      known_(model.questions),
      follow_ups_(catalogue),
      courtesies_(model.courtesies),
      digest_(model.digest().hex()) {
    for (std::string& courtesy : courtesies_) {
        if (!find(catalogue.courtesies, courtesy)) courtesy.clear();
    }
    for (std::string& question : known_) {
        if (!find(catalogue.questions, question)) question.clear();
    }
    for (const library::Question& question : catalogue.questions) {
        if (std::find(model.questions.begin(), model.questions.end(), question.id) != model.questions.end()) continue;
        index_.add(unknown_.size(), question.name.in(language), 1);
        index_.add(unknown_.size(), question.also.in(language), 1);
        unknown_.push_back(question.id);
    }
}

bool QuestionFinder::Heard::is_understood() const {
    return !best.empty() && none <= most_doubt * best.front().confidence;
}
bool QuestionFinder::Heard::is_certain() const {
    return is_understood() && best.front().confidence >= certain && none < certain;
}

QuestionFinder::Heard QuestionFinder::hear(std::string_view typed) const {
    Heard heard;
    const Model::Probabilities probabilities = model_.probabilities(typed);
    heard.none = probabilities.none();
    const auto courtesy = std::max_element(probabilities.courtesy.begin(), probabilities.courtesy.end());
    if (courtesy != probabilities.courtesy.end() && *courtesy > probabilities.nothing) {
        heard.courtesy = courtesies_[static_cast<std::size_t>(courtesy - probabilities.courtesy.begin())];
    }
    for (std::size_t i = 0; i < known_.size(); ++i) {
        if (!known_[i].empty() && probabilities.of[i] > 0) heard.best.push_back({known_[i], probabilities.of[i]});
    }
    for (const WordIndex::Hit& hit : index_.find(typed, most_nearest)) {
        heard.best.push_back({unknown_[hit.entry], std::min(hit.score, 1.0)});
    }
    std::stable_sort(heard.best.begin(), heard.best.end(),
                     [](const Suggestion& a, const Suggestion& b) { return a.confidence > b.confidence; });
    return heard;
}

std::vector<std::string> QuestionFinder::two_at_once(std::string_view typed, const Heard& whole) const {
    std::vector<std::string> best;
    double highest = 0;
    for (const std::size_t at : seams(typed)) {
        const Heard first = hear(typed.substr(0, at)), second = hear(typed.substr(at));
        if (!first.is_certain() || !second.is_certain()) continue;
        const Suggestion &one = first.best.front(), &other = second.best.front();
        const double lower = std::min(one.confidence, other.confidence);
        if (one.question == other.question || lower <= highest) continue;
        // Where the whole is one clear question, its halves only look like two: "is it better or worse?"
        if (whole.best.front().confidence > lower) continue;
        highest = lower;
        best = {one.question, other.question};
    }
    return best;
}

std::vector<std::string> Understanding::meanings() const {
    if (!questions.empty() || courtesy.empty()) return questions;
    return {courtesy};
}

Understanding QuestionFinder::understand(std::string_view typed, const std::string& last,
                                         const Phrasings& phrasings) const {
    Understanding understanding;
    const Heard heard = hear(typed);
    understanding.nearest.assign(heard.best.begin(), heard.best.begin() + static_cast<std::ptrdiff_t>(std::min(
                                                                              heard.best.size(), most_nearest)));
    if (!heard.best.empty()) understanding.confidence = heard.best.front().confidence;
    if (std::string own = put_in(phrasings, typed); !own.empty()) {
        understanding.questions = {std::move(own)};
        return understanding;
    }
    if (std::string follow_up = follow_ups_.question(typed, last); !follow_up.empty()) {
        understanding.questions = {std::move(follow_up)};
        return understanding;
    }
    if (!heard.is_understood()) {
        understanding.courtesy = heard.courtesy;
        return understanding;
    }
    understanding.questions = two_at_once(typed, heard);
    if (understanding.questions.empty()) understanding.questions = {heard.best.front().question};
    return understanding;
}

std::vector<Suggestion> QuestionFinder::suggest(std::string_view typed, std::size_t most) const {
    std::vector<Suggestion> best = hear(typed).best;
    if (best.size() > most) best.resize(most);
    return best;
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
