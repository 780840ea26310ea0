#include <algorithm>
#include <cmath>
#include <compare>

#include "engine/script/condition.h"

namespace palpera::script {
namespace {

using Node = Condition::Node;
using Operation = Condition::Operation;
using Known = std::optional<Value>;  // nothing: unknown

bool is_comparison(Operation operation) { return operation >= Operation::less && operation <= Operation::not_equal; }

Truth truth_of(const Known& known) {
    const bool* flag = known ? std::get_if<bool>(&*known) : nullptr;
    return !flag ? Truth::unknown : *flag ? Truth::yes : Truth::no;
}

Known known(Truth truth) { return truth == Truth::unknown ? Known() : Known(truth == Truth::yes); }

Truth negated(Truth truth) {
    return truth == Truth::unknown ? Truth::unknown : truth == Truth::yes ? Truth::no : Truth::yes;
}

// `settles` decides alone: no for and, yes for or.
Truth joined(Truth a, Truth b, Truth settles) {
    if (a == settles || b == settles) return settles;
    return a == Truth::unknown || b == Truth::unknown ? Truth::unknown : negated(settles);
}

template <class T>
bool holds(Operation operation, const T& a, const T& b) {
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
bool is_usable(const Known& known) {
    const double* number = known ? std::get_if<double>(&*known) : nullptr;
    return known && (!number || std::isfinite(*number));
}

Known compared(Operation operation, const Known& a, const Known& b) {
    if (!is_usable(a) || !is_usable(b) || a->index() != b->index()) return {};
    return std::visit(
        [&](const auto& left) { return Known(holds(operation, left, std::get<std::decay_t<decltype(left)>>(*b))); },
        *a);
}

Known since(const Facts& facts, const std::string& act) {
    const std::optional<base::Minutes> span = facts.since(act);
    return span ? Known(*span) : Known();
}

Known value_of(const Node& node, const std::vector<Known>& values, const Facts& facts) {
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
std::vector<Known> values_of(const Condition& condition, const Facts& facts) {
    std::vector<Known> values;
    values.reserve(condition.nodes.size());
    for (const Node& node : condition.nodes) values.push_back(value_of(node, values, facts));
    return values;
}

}  // namespace

Truth evaluate(const Condition& condition, const Facts& facts) {
    return condition.always() ? Truth::yes : truth_of(values_of(condition, facts).back());
}

Condition with_terms(const Condition& condition, const std::map<std::string, Condition>& terms) {
    Condition result;
    result.text = condition.text;
    std::vector<std::uint16_t> place;  // of each node in the result
    for (const Node& node : condition.nodes) {
        const auto term = node.operation == Operation::fact ? terms.find(node.name) : terms.end();
        const std::size_t offset = result.nodes.size();
        if (term == terms.end() || term->second.always()) {
            result.nodes.push_back(node);
            if (node.operation >= Operation::less) {
                result.nodes.back().left = place[node.left];
                result.nodes.back().right = place[node.right];
            }
        } else {
            for (Node part : term->second.nodes) {
                part.left = static_cast<std::uint16_t>(part.left + offset);
                part.right = static_cast<std::uint16_t>(part.right + offset);
                part.from = node.from;
                part.to = node.to;
                result.nodes.push_back(std::move(part));
            }
        }
        place.push_back(static_cast<std::uint16_t>(result.nodes.size() - 1));
    }
    return result;
}

std::vector<Part> explain(const Condition& condition, const Facts& facts) {
    const std::vector<Known> values = values_of(condition, facts);
    std::vector<bool> compared(condition.nodes.size(), false);
    for (const Node& node : condition.nodes) {
        if (is_comparison(node.operation)) compared[node.left] = compared[node.right] = true;
    }
    std::vector<Part> parts;
    for (std::size_t i = 0; i < condition.nodes.size(); ++i) {
        const Node& node = condition.nodes[i];
        if (compared[i] || node.operation >= Operation::negation) continue;
        parts.push_back({condition.text.substr(node.from, node.to - node.from), truth_of(values[i])});
    }
    return parts;
}

std::vector<std::string> facts_of(const Condition& condition) {
    std::vector<std::string> names;
    for (const Node& node : condition.nodes) {
        const bool speaks_of_fact = node.operation == Operation::fact || node.operation == Operation::shown;
        if (speaks_of_fact && std::find(names.begin(), names.end(), node.name) == names.end())
            names.push_back(node.name);
    }
    return names;
}

}  // namespace palpera::script
