#include "engine/script/program.h"

#include <limits>
#include <utility>

namespace palpera::script {
namespace {

using Node = Condition::Node;
using Operation = Condition::Operation;

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double unknown_number = std::numeric_limits<double>::quiet_NaN();

}  // namespace

Slots::Slot Slots::intern(Asks asks, std::string_view name, std::optional<Kind> kind) {
    auto& known = slots_[static_cast<std::size_t>(asks)];
    if (const auto found = known.find(name); found != known.end()) {
        if (kind) entries_[found->second].kind = kind;
        return found->second;
    }
    const Slot slot = static_cast<Slot>(entries_.size());
    entries_.push_back({asks, std::string(name), kind});
    known.emplace(name, slot);
    return slot;
}

std::optional<Slots::Slot> Slots::find(Asks asks, std::string_view name) const {
    const auto& known = slots_[static_cast<std::size_t>(asks)];
    const auto found = known.find(name);
    return found == known.end() ? std::nullopt : std::optional(found->second);
}

double Slots::intern_word(std::string_view word) {
    return words_.emplace(word, static_cast<double>(words_.size())).first->second;
}

double Slots::number(Slot slot, const std::optional<Value>& value) const {
    const std::optional<Kind>& kind = entries_[slot].kind;
    if (!value || (kind && kind_of(*value) != *kind)) return unknown_number;
    if (const bool* flag = std::get_if<bool>(&*value)) return *flag ? 1 : 0;
    if (const double* number = std::get_if<double>(&*value)) return std::isfinite(*number) ? *number : unknown_number;
    if (const auto* span = std::get_if<base::Minutes>(&*value)) return static_cast<double>(span->value);
    const auto found = words_.find(std::get<std::string>(*value));
    return found == words_.end() ? unknown_number : found->second;
}

// Writes a program from its end: where a part sends on to is there before the part.
class Compilation {
public:
    Compilation(const Condition& condition, Slots& slots) : condition_(condition), slots_(slots) {
        program_.steps_.reserve(Program::answers + condition.nodes.size());
        for (const Place it : {answer(Truth::no), answer(Truth::yes), answer(Truth::unknown)}) {
            program_.steps_.push_back({0, 0, Program::no_slot, {it, it, it}});
        }
    }

    Program program(std::size_t node) {
        program_.start_ = part(node, {answer(Truth::yes), answer(Truth::no), answer(Truth::unknown)});
        return std::move(program_);
    }

private:
    using Place = Program::Place;
    struct Targets {
        Place yes, no, unknown;
        bool one() const { return yes == no && no == unknown; }
        Place of(Truth truth) const { return truth == Truth::yes ? yes : truth == Truth::no ? no : unknown; }
    };

    static Place answer(Truth truth) { return static_cast<Place>(truth); }

    // Where a part begins that goes on to the targets.
    Place part(std::size_t index, const Targets& to) {
        if (to.one()) return to.unknown;
        const Node& node = condition_.nodes[index];
        switch (node.operation) {
            case Operation::negation: return part(node.left, {to.no, to.yes, to.unknown});
            case Operation::conjunction: {
                // Once the left side is unknown, the whole can only be no or unknown.
                const Place after_yes = part(node.right, to);
                const Place after_unknown =
                    to.yes == to.unknown ? after_yes : part(node.right, {to.unknown, to.no, to.unknown});
                return part(node.left, {after_yes, to.no, after_unknown});
            }
            case Operation::disjunction: {
                const Place after_no = part(node.right, to);
                const Place after_unknown =
                    to.no == to.unknown ? after_no : part(node.right, {to.yes, to.unknown, to.unknown});
                return part(node.left, {to.yes, after_no, after_unknown});
            }
            case Operation::constant: {
                const bool* flag = std::get_if<bool>(&node.constant);
                return to.of(!flag ? Truth::unknown : *flag ? Truth::yes : Truth::no);
            }
            case Operation::fact:
            case Operation::shown: return less(slot_of(node, Kind::flag), 0.5, {to.no, to.yes, to.unknown});
            case Operation::done: return less(slot_of(node, Kind::span), infinity, {to.yes, to.no, to.no});
            case Operation::since: return to.unknown;
            default: return comparison(node, to);
        }
    }

    Slots::Slot slot_of(const Node& node, std::optional<Kind> kind) {
        switch (node.operation) {
            case Operation::shown: return slots_.intern(Slots::Asks::shown, node.name, kind);
            case Operation::done:
            case Operation::since: return slots_.intern(Slots::Asks::since, node.name, kind);
            default: return slots_.intern(Slots::Asks::fact, node.name, kind);
        }
    }

    Place comparison(const Node& node, const Targets& to) {
        const Node &left = condition_.nodes[node.left], &right = condition_.nodes[node.right];
        const bool constant_left = left.operation == Operation::constant;
        if (constant_left && right.operation == Operation::constant) return to.unknown;
        if (constant_left) return with_constant(right, turned(node.operation), left.constant, to);
        if (right.operation == Operation::constant) return with_constant(left, node.operation, right.constant, to);
        return of_two(slot_of(left, std::nullopt), node.operation, slot_of(right, std::nullopt), to);
    }

    // `5 < x` is `x > 5`.
    static Operation turned(Operation operation) {
        switch (operation) {
            case Operation::less: return Operation::greater;
            case Operation::less_equal: return Operation::greater_equal;
            case Operation::greater: return Operation::less;
            case Operation::greater_equal: return Operation::less_equal;
            default: return operation;
        }
    }

    // `x <= k` is `x < (the next number after k)`.
    Place with_constant(const Node& operand, Operation operation, const Value& constant, const Targets& to) {
        const Slots::Slot slot = slot_of(operand, kind_of(constant));
        if (const auto* word = std::get_if<std::string>(&constant)) slots_.intern_word(*word);
        const double bound = slots_.number(slot, constant);
        const Targets swapped{to.no, to.yes, to.unknown};
        if (std::isnan(bound)) return to.unknown;
        const double next = std::nextafter(bound, infinity);
        switch (operation) {
            case Operation::less: return less(slot, bound, to);
            case Operation::less_equal: return less(slot, next, to);
            case Operation::greater: return less(slot, next, swapped);
            case Operation::greater_equal: return less(slot, bound, swapped);
            case Operation::equal: return less(slot, bound, {to.no, less(slot, next, to), to.unknown});
            default: return less(slot, bound, {to.yes, less(slot, next, swapped), to.unknown});
        }
    }

    Place of_two(Slots::Slot a, Operation operation, Slots::Slot b, const Targets& to) {
        const Targets swapped{to.no, to.yes, to.unknown};
        switch (operation) {
            case Operation::less: return less_of_two(a, b, to);
            case Operation::less_equal: return less_of_two(b, a, swapped);
            case Operation::greater: return less_of_two(b, a, to);
            case Operation::greater_equal: return less_of_two(a, b, swapped);
            case Operation::equal: return less_of_two(a, b, {to.no, less_of_two(b, a, swapped), to.unknown});
            default: return less_of_two(a, b, {to.yes, less_of_two(b, a, to), to.unknown});
        }
    }

    Place less(Slots::Slot slot, double bound, const Targets& to) { return step(slot, bound, Program::no_slot, to); }
    Place less_of_two(Slots::Slot a, Slots::Slot b, const Targets& to) {
        program_.compares_facts_ = true;
        return step(a, 0, b, to);
    }

    Place step(Slots::Slot slot, double bound, Slots::Slot other, const Targets& to) {
        program_.steps_.push_back({bound, slot, other, {to.yes, to.no, to.unknown}});
        return static_cast<Place>(program_.steps_.size() - 1);
    }

    const Condition& condition_;
    Slots& slots_;
    Program program_;
};

Program compile(const Condition& condition, Slots& slots) {
    return condition.always() ? Program() : compile(condition, condition.nodes.size() - 1, slots);
}

Program compile(const Condition& condition, std::size_t node, Slots& slots) {
    return Compilation(condition, slots).program(node);
}

std::vector<double> record_of(Slots& slots, const Facts& facts) {
    std::vector<double> record(slots.size(), unknown_number);
    for (Slots::Slot slot = 0; slot < record.size(); ++slot) {
        const std::string& name = slots.name(slot);
        switch (slots.asks(slot)) {
            case Slots::Asks::shown: record[slot] = facts.shown(name) ? 1 : 0; break;
            case Slots::Asks::since: {
                const std::optional<base::Minutes> span = facts.since(name);
                if (span) record[slot] = static_cast<double>(span->value);
                break;
            }
            case Slots::Asks::fact: {
                const std::optional<Value> value = facts.value(name);
                if (const auto* word = value ? std::get_if<std::string>(&*value) : nullptr) slots.intern_word(*word);
                record[slot] = slots.number(slot, value);
                break;
            }
        }
    }
    return record;
}

}  // namespace palpera::script
