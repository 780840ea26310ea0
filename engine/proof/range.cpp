#include "engine/proof/range.h"

#include <algorithm>
#include <functional>

namespace palpera::proof {
namespace {

using Operation = script::Condition::Operation;

// Of two ranges; `swap` and `negate` make one comparison of all six.
Outcomes less(const Range& a, const Range& b) {
    Outcomes out;
    out.unknown = a.may_be_unknown || b.may_be_unknown;
    if (a.empty() || b.empty()) return out;
    out.yes = a.low < b.high;
    out.no = a.high >= b.low;
    return out;
}

Outcomes equal(const Range& a, const Range& b) {
    Outcomes out;
    out.unknown = a.may_be_unknown || b.may_be_unknown;
    if (a.empty() || b.empty()) return out;
    out.yes = a.low <= b.high && b.low <= a.high;
    out.no = !(a.low == a.high && b.low == b.high && a.low == b.low);
    return out;
}

Outcomes negated(const Outcomes& a) { return {a.yes, a.no, a.unknown}; }

Outcomes compared(Operation operation, const Range& a, const Range& b) {
    switch (operation) {
        case Operation::less: return less(a, b);
        case Operation::greater: return less(b, a);
        case Operation::less_equal: return negated(less(b, a));
        case Operation::greater_equal: return negated(less(a, b));
        case Operation::equal: return equal(a, b);
        default: return negated(equal(a, b));
    }
}

// Kleene's conjunction over all pairs.
Outcomes both(const Outcomes& a, const Outcomes& b) {
    Outcomes out;
    const bool any_a = a.no || a.yes || a.unknown, any_b = b.no || b.yes || b.unknown;
    out.no = (a.no && any_b) || (b.no && any_a);
    out.yes = a.yes && b.yes;
    out.unknown = (a.unknown && (b.yes || b.unknown)) || (b.unknown && (a.yes || a.unknown));
    return out;
}

Outcomes of_flag(const Range& flag) {
    Outcomes out{false, false, flag.may_be_unknown};
    if (flag.empty()) return out;
    out.no = flag.low <= 0;
    out.yes = flag.high >= 1;
    return out;
}

class Evaluation {
public:
    Evaluation(const script::Condition& condition, const RangedFacts& facts) : condition_(condition), facts_(facts) {}

    Outcomes of(std::size_t at) const {
        const script::Condition::Node& node = condition_.nodes[at];
        switch (node.operation) {
            case Operation::negation: return negated(of(node.left));
            case Operation::conjunction: return both(of(node.left), of(node.right));
            case Operation::disjunction: return negated(both(negated(of(node.left)), negated(of(node.right))));
            case Operation::constant:
            case Operation::fact:
            case Operation::done:
            case Operation::since:
            case Operation::shown: return of_flag(operand(node));
            default:
                return compared(node.operation, operand(condition_.nodes[node.left]),
                                operand(condition_.nodes[node.right]));
        }
    }

private:
    Range operand(const script::Condition::Node& node) const {
        switch (node.operation) {
            case Operation::constant: return Range::only(number_of(node.constant));
            case Operation::fact: return facts_.fact(node.name);
            case Operation::since: return facts_.since(node.name);
            case Operation::shown: return facts_.shown(node.name);
            case Operation::done: {
                const Range since = facts_.since(node.name);
                return {since.may_be_unknown ? 0.0 : 1.0, since.empty() ? 0.0 : 1.0, false};
            }
            default: return Range::unknown();
        }
    }

    const script::Condition& condition_;
    const RangedFacts& facts_;
};

}  // namespace

Range Range::joined(const Range& other) const {
    return {std::min(low, other.low), std::max(high, other.high), may_be_unknown || other.may_be_unknown};
}

double number_of(const script::Value& value) {
    if (const bool* flag = std::get_if<bool>(&value)) return *flag ? 1 : 0;
    if (const double* number = std::get_if<double>(&value)) return *number;
    if (const base::Minutes* span = std::get_if<base::Minutes>(&value)) return static_cast<double>(span->value);
    return static_cast<double>(std::hash<std::string>{}(std::get<std::string>(value)) >> 12);
}

Outcomes outcomes(const script::Condition& condition, const RangedFacts& facts) {
    if (condition.always()) return {false, true, false};
    return Evaluation(condition, facts).of(condition.nodes.size() - 1);
}

}  // namespace palpera::proof
