#pragma once

#include <limits>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "engine/script/condition.h"

namespace palpera::proof {

// All that a value may be: between two numbers, and perhaps unknown. A flag is 0 or 1, a span its minutes, a word its
// place in a list of words. Empty (nothing but unknown) where low > high.
struct Range {
    double low = std::numeric_limits<double>::infinity(), high = -std::numeric_limits<double>::infinity();
    bool may_be_unknown = false;

    static Range only(double value) { return {value, value, false}; }
    static Range between(double low, double high) { return {low, high, false}; }
    static Range unknown() { return {.may_be_unknown = true}; }
    bool empty() const { return low > high; }
    // The least range that holds both.
    Range joined(const Range& other) const;
    friend bool operator==(const Range&, const Range&) = default;
};

// What a condition may come to: any of no, yes and unknown.
struct Outcomes {
    bool no = false, yes = false, unknown = false;
};

// What may be asked of a set of states at once.
class RangedFacts {
public:
    virtual ~RangedFacts() = default;
    virtual Range fact(std::string_view name) const = 0;
    virtual Range since(std::string_view act) const = 0;  // unknown: not done
    virtual Range shown(std::string_view fact) const = 0;
};

// Every outcome that the condition has for some values within the ranges is among those given: an over-approximation,
// as each operand is looked at by itself. Words are compared as their hashes of one program run.
Outcomes outcomes(const script::Condition& condition, const RangedFacts& facts);

// How a value stands in a range.
double number_of(const script::Value& value);

}  // namespace palpera::proof
