#pragma once

#include <string>
#include <vector>

#include "engine/dialogue/model.h"

namespace palpera::dialogue {

// A wording and the question it asks; an empty question: it asks nothing, and is a courtesy or nothing of either.
struct Wording {
    std::string question;
    std::string text;
    std::string courtesy;
};

// Learns from wordings, in the order of their questions as first met. The same wordings give the same bytes, whatever
// machine learns: one thread, no chance but a fixed order. Some half a minute for 25,000 wordings.
Model train(const std::vector<Wording>& wordings);

}  // namespace palpera::dialogue
