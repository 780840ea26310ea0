#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "engine/base/time.h"

namespace palpera::script {

// Kleene's three values. What nobody knows is unknown, not false.
enum class Truth { no, yes, unknown };

// What kind of thing a fact is.
enum class Kind { flag, number, span, word };

// The value of a fact: present or absent; a number in the unit of its fact; a time span; one of the fact's words.
using Value = std::variant<bool, double, base::Minutes, std::string>;
Kind kind_of(const Value& value);

struct FactType {
    Kind kind = Kind::flag;
    std::string unit;                // of a number, as UCUM writes it; empty for a pure number
    std::vector<std::string> words;  // of a word fact: what it may be
};

// The names a condition may use.
using Vocabulary = std::map<std::string, FactType, std::less<>>;

// What a condition is asked about: who answers decides whether that is what is true, or what has been shown.
class Facts {
public:
    virtual ~Facts() = default;
    // Nothing: not known.
    virtual std::optional<Value> value(std::string_view fact) const = 0;
    // Has the student been shown the fact (whatever its value)?
    virtual bool shown(std::string_view fact) const = 0;
    // How long ago an act, in canonical action words without side ("refer physiotherapist"), was first carried out;
    // nothing: not done.
    virtual std::optional<base::Minutes> since(std::string_view act) const = 0;
};

}  // namespace palpera::script
