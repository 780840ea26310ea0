#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/present/context.h"

namespace palpera::author {

struct Choice {
    std::string id, name;
};

// What an id of a kind ("fact", "question", "claim" ...) stands for, in the language; empty where nobody knows it.
std::string name_of_id(const present::Context& context, std::string_view kind, const std::string& id);
// All ids of a kind with their names, in the order of the library; empty for a kind that is the author's own.
std::vector<Choice> choices(const present::Context& context, std::string_view kind);
// Those in which each typed word occurs, in the name or the id, whatever the case of its letters.
std::vector<Choice> found(const std::vector<Choice>& all, std::string_view typed);

}  // namespace palpera::author
