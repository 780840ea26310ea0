#include "engine/patient/condition_parts.h"

#include <string>

namespace palpera::patient {
namespace {

using script::Condition;
using Operation = Condition::Operation;

// The nodes of `from` after those of `to`; the place of its whole.
std::uint16_t append(const Condition& from, Condition& to) {
    const auto shift = static_cast<std::uint16_t>(to.nodes.size());
    for (Condition::Node node : from.nodes) {
        node.left = static_cast<std::uint16_t>(node.left + shift);
        node.right = static_cast<std::uint16_t>(node.right + shift);
        node.from = node.to = 0;
        to.nodes.push_back(std::move(node));
    }
    return static_cast<std::uint16_t>(to.nodes.size() - 1);
}

Condition::Node node_of(Operation operation, std::uint16_t left, std::uint16_t right) {
    Condition::Node node;
    node.operation = operation;
    node.left = left;
    node.right = right;
    return node;
}

}  // namespace

Condition both(const Condition& one, const Condition& other) {
    if (one.always()) return other;
    if (other.always()) return one;
    Condition result;
    result.text = "(" + one.text + ") and (" + other.text + ")";
    const std::uint16_t left = append(one, result);
    const std::uint16_t right = append(other, result);
    result.nodes.push_back(node_of(Operation::conjunction, left, right));
    return result;
}

Condition opposite(const Condition& condition) {
    Condition result;
    result.text = "not (" + condition.text + ")";
    const std::uint16_t whole = append(condition, result);
    result.nodes.push_back(node_of(Operation::negation, whole, 0));
    return result;
}

Condition severity_from(std::size_t course, int percent) {
    Condition result;
    result.text = "severity >= " + std::to_string(percent);
    Condition::Node severity, limit;
    severity.operation = Operation::fact;
    severity.name = "severity_" + std::to_string(course);
    limit.operation = Operation::constant;
    limit.constant = static_cast<double>(percent);
    result.nodes = {severity, limit, node_of(Operation::greater_equal, 0, 1)};
    return result;
}

}  // namespace palpera::patient
