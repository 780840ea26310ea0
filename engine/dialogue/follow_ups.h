#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/library/catalogue.h"

namespace palpera::dialogue {

// The plain words of what was typed, without "and", "but" and "then" around them, which say nothing.
std::string matter_of(std::string_view typed);
// Whether what was typed is one of the ways, separated by semicolons, word for word.
bool is_one_of(std::string_view typed, std::string_view ways);

// Questions that take their subject from the one before: "and at night?", "how long?".
class FollowUps {
public:
    explicit FollowUps(const library::Catalogue& catalogue);

    // The question that the words ask after `last`, the question before; empty: they are no follow-up to it.
    std::string question(std::string_view typed, const std::string& last) const;

private:
    struct Way {
        std::string words;  // plain
        std::string asks;
        std::vector<std::string> after;  // topics and questions; none: any
    };
    std::vector<Way> ways_;
    std::vector<std::pair<std::string, std::string>> topics_;  // of each question
};

}  // namespace palpera::dialogue
