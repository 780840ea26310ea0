#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/dialogue/word_index.h"
#include "engine/dialogue/word_parts.h"
#include "engine/library/catalogue.h"

namespace palpera::dialogue {

struct Suggestion {
    std::string question;
    double confidence = 0;  // 0 to 1
};

// From typed words to history questions, by words, synonyms and typing errors, in one language.
class QuestionFinder {
public:
    QuestionFinder(const library::Catalogue& catalogue, base::Language language);
    // While typing: the likeliest first.
    std::vector<Suggestion> suggest(std::string_view typed, std::size_t most) const;
    // What the typed words are taken to mean when they are sent; empty: not understood.
    std::vector<std::string> resolve(std::string_view typed) const;

private:
    void add_wording(std::size_t entry, std::string_view text, double weight);
    void add_answers(std::size_t entry, const library::Question& question, const library::Catalogue& catalogue,
                     base::Language language);
    void add(std::size_t entry, std::string_view text, double weight);
    // The score of each question, 0 to 1.
    std::vector<double> scores(std::string_view typed) const;

    std::vector<std::string> ids_;
    WordIndex index_;
    WordParts parts_;
    std::map<std::string, std::size_t, std::less<>> known_;  // question by a folded wording of it
};

// The parts of `text` (byte ranges, in order) whose words match what was typed: what a suggestion shows in bold.
std::vector<std::pair<std::size_t, std::size_t>> matched_parts(std::string_view text, std::string_view typed);

}  // namespace palpera::dialogue
