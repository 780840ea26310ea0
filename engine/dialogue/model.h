#pragma once

#include <cstdint>
#include <filesystem>
#include <numeric>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/digest.h"
#include "engine/base/result.h"
#include "engine/dialogue/traits.h"

namespace palpera::dialogue {

// What has been learnt from wordings: how much each trait speaks for each question, in all three languages at once. A
// linear model with softmax; made by train() when the project is built (docs/decisions/dialogue.md).
struct Model {
    std::vector<std::string> questions;   // ids
    std::vector<std::string> courtesies;  // ids; their classes follow, and last one more, what is none of them
    std::vector<std::uint8_t> rarity;    // by trait: how much it counts, in 32nds
    std::vector<std::int8_t> weights;    // by trait, then by class
    std::vector<float> scale, bias;      // by class

    std::size_t classes() const { return questions.size() + courtesies.size() + 1; }

    struct Probabilities {
        std::vector<double> of;       // by question
        std::vector<double> courtesy;  // by courtesy
        double nothing = 1;           // that it is neither
        // That it asks nothing.
        double none() const { return std::accumulate(courtesy.begin(), courtesy.end(), nothing); }
    };
    // Sums to 1. Under 0.1 ms for a sentence. An utterance without a letter is none.
    Probabilities probabilities(std::string_view utterance) const;

    std::string bytes() const;
    // Of the bytes: what a journal keeps, so that it is known which model understood its words.
    base::Digest digest() const { return base::digest(bytes()); }
};

// What train wrote; checked whole before it is used. At most 4 MiB.
base::Result<Model> model_from(std::string_view bytes, const std::string& name);
base::Result<Model> read_model(const std::filesystem::path& file);

// The traits as a model weighs them: rare ones more, the whole of length 1.
std::vector<Trait> weighed(std::vector<Trait> traits, const std::vector<std::uint8_t>& rarity);
// In place: numbers to probabilities.
void soften(std::vector<float>& scores);

}  // namespace palpera::dialogue
