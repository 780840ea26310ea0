#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "engine/base/result.h"
#include "engine/script/value.h"

namespace palpera::script {

// A condition of a case file, checked and ready to evaluate. Plain data: copy, compare, serialise.
//
//   condition := either ('or' either)*
//   either    := part ('and' part)*
//   part      := 'not' part | '(' condition ')' | comparison
//   comparison:= operand (('<' '<=' '>' '>=' '==' '!=') operand)?       a lone operand must be a flag
//   operand   := NAME | NUMBER [UNIT] | done("ACT") | since("ACT") | shown(NAME)
//
// Binding, tightest first: comparison, not, and, or. `not a and b` is `(not a) and b`.
// `4 months` is a span, `18.5 kg/m2` a number that must bear the unit of the fact it is compared with; a number
// without a unit fits any number. A word fact is compared by == or != with one of its words, unquoted.
// done is a flag (false if not done), since a span (unknown if not done), shown a flag.
struct Condition {
    enum class Operation : std::uint8_t {
        // operands
        constant,
        fact,
        done,
        since,
        shown,
        // comparisons
        less,
        less_equal,
        greater,
        greater_equal,
        equal,
        not_equal,
        // of conditions
        negation,
        conjunction,
        disjunction
    };
    struct Node {
        Operation operation = Operation::constant;
        std::string name;        // of fact, shown: the fact; of done, since: the act
        Value constant;          // of constant
        std::uint16_t left = 0;  // index of the operand; of a negation the only one
        std::uint16_t right = 0;
        std::uint16_t from = 0, to = 0;  // the part of `text` it was read from, for explanations
        friend bool operator==(const Node&, const Node&) = default;
    };
    std::string text;         // as written
    std::vector<Node> nodes;  // operands before operations; the last is the whole. Empty: always true
    friend bool operator==(const Condition&, const Condition&) = default;
    bool always() const { return nodes.empty(); }
};

// A complaint about a condition: where in its text (column from 1), rule id, what was expected, how to mend it.
struct Complaint {
    std::size_t column = 1;
    std::string rule;
    std::string message;
    std::string hint;
};

struct Parsed {
    Condition condition;
    std::vector<Complaint> complaints;  // by column; empty: the condition is sound. If not, it never holds
};

// `check_act` says what is wrong with the words of an act, or nothing.
// Bounds: 1,000 characters, depth 32, 256 nodes.
Parsed parse(std::string_view text, const Vocabulary& vocabulary,
             const std::function<std::string(std::string_view act)>& check_act);

// The condition with every fact that is the name of a term replaced by that term: so a file states a rule once and uses
// it by name. The parts that come from a term explain themselves as the name that stood there.
Condition with_terms(const Condition& condition, const std::map<std::string, Condition>& terms);

// Of a condition that is asked once. One that is asked again is compiled: program.h.
Truth evaluate(const Condition& condition, const Facts& facts);

// The smallest parts of the condition with their truth, in the order written: why it holds or does not.
struct Part {
    std::string text;
    Truth truth = Truth::unknown;
};
std::vector<Part> explain(const Condition& condition, const Facts& facts);

// The facts a condition speaks of, each once, in order of appearance.
std::vector<std::string> facts_of(const Condition& condition);

}  // namespace palpera::script
