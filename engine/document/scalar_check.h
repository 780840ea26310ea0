#pragma once

#include <optional>
#include <string>

#include "engine/document/sheet.h"

namespace palpera::document {

// What is wrong with a value: the rule, what was expected and found, and how to mend it.
struct Fault {
    std::string rule, message, hint;
};

// How a value is called in a complaint about it: "a list", "keys", "the text "abc"".
std::string found_in(const Node& node);

// What is wrong with a text by its form; nothing: it is sound. `label` is what the author calls it.
std::optional<Fault> fault_of(const Node& node, const Form& form, const std::string& label, const Names& names);

// What is wrong with a key of `entries`; nothing: it is sound.
std::optional<Fault> fault_of_key(const std::string& key, const Form& form, const Names& names);

// "did you mean `examination`?", or all that might have been meant.
std::string nearest_hint(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace palpera::document
