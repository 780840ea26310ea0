#include <algorithm>

#include "engine/script/program.h"

namespace palpera::script {
namespace {

using Node = Condition::Node;
using Operation = Condition::Operation;

bool is_comparison(Operation operation) { return operation >= Operation::less && operation <= Operation::not_equal; }

}  // namespace

Truth evaluate(const Condition& condition, const Facts& facts) {
    Slots slots;
    const Program program = compile(condition, slots);
    return program.run(record_of(slots, facts).data());
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
    std::vector<bool> compared(condition.nodes.size(), false);
    for (const Node& node : condition.nodes) {
        if (is_comparison(node.operation)) compared[node.left] = compared[node.right] = true;
    }
    std::vector<Part> parts;
    for (std::size_t i = 0; i < condition.nodes.size(); ++i) {
        const Node& node = condition.nodes[i];
        if (compared[i] || node.operation >= Operation::negation) continue;
        Slots slots;
        const Program program = compile(condition, i, slots);
        parts.push_back(
            {condition.text.substr(node.from, node.to - node.from), program.run(record_of(slots, facts).data())});
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
