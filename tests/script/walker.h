#pragma once

#include <cmath>
#include <compare>
#include <vector>

#include "engine/script/condition.h"

// What a condition means, written down as plainly as can be: node by node, over values as they are. Slow, and the
// measure of the compiled programs.
namespace palpera::script::walker {

using Node = Condition::Node;
using Operation = Condition::Operation;
using Held = std::optional<Value>;  // nothing: unknown

inline Truth truth_of(const Held& known) {
    const bool* flag = known ? std::get_if<bool>(&*known) : nullptr;
    return !flag ? Truth::unknown : *flag ? Truth::yes : Truth::no;
}

inline Held known(Truth truth) { return truth == Truth::unknown ? Held() : Held(truth == Truth::yes); }

inline Truth negated(Truth truth) {
    return truth == Truth::unknown ? Truth::unknown : truth == Truth::yes ? Truth::no : Truth::yes;
}

// `settles` decides alone: no for and, yes for or.
inline Truth joined(Truth a, Truth b, Truth settles) {
    if (a == settles || b == settles) return settles;
    return a == Truth::unknown || b == Truth::unknown ? Truth::unknown : negated(settles);
}

template <class T>
inline bool holds(Operation operation, const T& a, const T& b) {
    switch (operation) {
        case Operation::less: return a < b;
        case Operation::less_equal: return a <= b;
        case Operation::greater: return a > b;
        case Operation::greater_equal: return a >= b;
        case Operation::equal: return a == b;
        default: return a != b;
    }
}

// A value that is not a finite number says as little as none.
inline bool is_usable(const Held& known) {
    const double* number = known ? std::get_if<double>(&*known) : nullptr;
    return known && (!number || std::isfinite(*number));
}

inline Held compared(Operation operation, const Held& a, const Held& b) {
    if (!is_usable(a) || !is_usable(b) || a->index() != b->index()) return {};
    return std::visit(
        [&](const auto& left) { return Held(holds(operation, left, std::get<std::decay_t<decltype(left)>>(*b))); }, *a);
}

inline Held since(const Facts& facts, const std::string& act) {
    const std::optional<base::Minutes> span = facts.since(act);
    return span ? Held(*span) : Held();
}

inline Held value_of(const Node& node, const std::vector<Held>& values, const Facts& facts) {
    switch (node.operation) {
        case Operation::constant: return node.constant;
        case Operation::fact: return facts.value(node.name);
        case Operation::done: return facts.since(node.name).has_value();
        case Operation::since: return since(facts, node.name);
        case Operation::shown: return facts.shown(node.name);
        case Operation::negation: return known(negated(truth_of(values[node.left])));
        case Operation::conjunction:
            return known(joined(truth_of(values[node.left]), truth_of(values[node.right]), Truth::no));
        case Operation::disjunction:
            return known(joined(truth_of(values[node.left]), truth_of(values[node.right]), Truth::yes));
        default: return compared(node.operation, values[node.left], values[node.right]);
    }
}

// Of each node, in one pass: operands stand before what uses them.
inline std::vector<Held> values_of(const Condition& condition, const Facts& facts) {
    std::vector<Held> values;
    values.reserve(condition.nodes.size());
    for (const Node& node : condition.nodes) values.push_back(value_of(node, values, facts));
    return values;
}

inline Truth walked(const Condition& condition, const Facts& facts) {
    return condition.always() ? Truth::yes : truth_of(values_of(condition, facts).back());
}

}  // namespace palpera::script::walker
