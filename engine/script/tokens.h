#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "engine/script/condition.h"

namespace palpera::script {

// Inside the room: the words and signs a condition is made of.
struct Token {
    enum class Kind { name, number, text, open, close, comparison, conjunction, disjunction, negation, end };
    Kind kind = Kind::end;
    std::size_t from = 0, to = 0;  // bytes of the condition's text
    std::string text;              // of a name; of a number its digits; of a text what stands between the quotes
    std::string unit;              // of a number; may be empty
    Condition::Operation operation = Condition::Operation::constant;  // of a comparison
    bool sound = true;                                                // of a number: has been complained of if not
};

struct Tokens {
    std::vector<Token> list;  // the last is Kind::end
    std::vector<Complaint> complaints;
    bool readable = true;  // no: there were signs the language does not have, so the grammar would only guess
};

// Where a sign of another language has an obvious meaning (&&, =, AND) it is complained of and read as meant.
Tokens tokens_of(std::string_view text);

// In characters, from 1.
std::size_t column_of(std::string_view text, std::size_t byte);

}  // namespace palpera::script
