#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/dialogue/follow_ups.h"
#include "engine/dialogue/model.h"
#include "engine/dialogue/word_index.h"
#include "engine/library/catalogue.h"

namespace palpera::dialogue {

struct Suggestion {
    std::string question;
    double confidence = 0;  // 0 to 1
};

// What typed words are taken to mean.
struct Understanding {
    std::vector<std::string> questions;  // one; two where two were asked at once; none: not understood
    std::string courtesy;                // where nothing is asked: a greeting, thanks, comfort; empty: none
    double confidence = 0;               // of the first; where nothing was understood, of what came nearest
    std::vector<Suggestion> nearest;     // at most four, the likeliest first, whether understood or not

    // What a `say` becomes: the questions, or the courtesy.
    std::vector<std::string> meanings() const;
};

// Further ways to put a question, separated by semicolons, by question.
using Phrasings = std::map<std::string, library::LocalText>;

// From typed words to history questions. The model knows the questions of the shipped catalogue, in whichever of the
// three languages they are typed; a question that it does not know, of a library of one's own, is found by its words.
class QuestionFinder {
public:
    // Both outlive the finder.
    QuestionFinder(const library::Catalogue& catalogue, base::Language language, const Model& model);

    // `last`: the question asked before, which a follow-up takes its subject from; empty: none was.
    // `phrasings`: of the case, by question, which are taken word for word.
    Understanding understand(std::string_view typed, const std::string& last = {}, const Phrasings& phrasings = {}) const;
    // Of the model, in hex: what a journal keeps beside what it understood.
    const std::string& digest() const { return digest_; }
    // While typing: the likeliest first.
    std::vector<Suggestion> suggest(std::string_view typed, std::size_t most) const;

private:
    struct Heard {
        std::vector<Suggestion> best;  // the likeliest first
        double none = 1;
        std::string courtesy;  // the likeliest, where that it is one is likelier than that it is nothing
        bool is_understood() const;
        bool is_certain() const;
    };
    Heard hear(std::string_view typed) const;
    std::vector<std::string> two_at_once(std::string_view typed, const Heard& whole) const;

    const Model& model_;
    std::vector<std::string> known_;    // the model's questions, empty where the catalogue lacks one
    std::vector<std::string> unknown_;  // the catalogue's that the model does not know
    WordIndex index_;                   // of those
    FollowUps follow_ups_;
    std::vector<std::string> courtesies_;  // the model's, empty where the catalogue lacks one
    std::string digest_;
};

// The parts of `text` (byte ranges, in order) whose words match what was typed: what a suggestion shows in bold.
std::vector<std::pair<std::size_t, std::size_t>> matched_parts(std::string_view text, std::string_view typed);

}  // namespace palpera::dialogue
