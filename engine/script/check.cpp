#include "engine/script/check.h"

#include <algorithm>

#include "engine/base/text.h"
#include "engine/script/tokens.h"

namespace palpera::script {
namespace {

using Form = Operand::Form;
using Node = Condition::Node;
using Operation = Condition::Operation;

std::string_view phrase(Kind kind) {
    switch (kind) {
        case Kind::flag: return "a flag";
        case Kind::number: return "a number";
        case Kind::span: return "a span of time";
        case Kind::word: return "a word";
    }
    return "";
}

std::string one_of(const std::vector<std::string>& choices) {
    constexpr std::size_t most = 10;
    std::vector<std::string> shown(choices.begin(), choices.begin() + std::min(most, choices.size()));
    return base::joined(shown, ", ") + (choices.size() > most ? ", ..." : "");
}

std::string nearest_or_all(std::string_view word, const std::vector<std::string>& candidates) {
    const std::vector<std::string> near = base::nearest(word, candidates);
    return near.empty() ? "one of " + one_of(candidates) : "did you mean " + base::joined(near, ", ") + "?";
}

Node node_at(const Operand& operand, Operation operation, std::string name) {
    Node node;
    node.operation = operation;
    node.name = std::move(name);
    node.from = static_cast<std::uint16_t>(operand.from);
    node.to = static_cast<std::uint16_t>(operand.to);
    return node;
}

bool contains(const std::vector<std::string>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

Kind kind_of(const Value& value) { return static_cast<Kind>(value.index()); }

void Checker::complain(const Operand& operand, std::string rule, std::string message, std::string hint) {
    complaints_.push_back({column_of(text_, operand.from), std::move(rule), std::move(message), std::move(hint)});
}

std::string Checker::written(const Operand& operand) const {
    if (operand.form == Form::text) return base::quoted(operand.name);
    return base::quoted(text_.substr(operand.from, operand.to - operand.from));
}

const FactType* Checker::word_fact(const Operand& operand) const {
    if (operand.form != Form::name) return nullptr;
    const auto found = vocabulary_.find(operand.name);
    return found != vocabulary_.end() && found->second.kind == Kind::word ? &found->second : nullptr;
}

Checker::Meaning Checker::meaning_of_name(const Operand& operand, const FactType* other_side) {
    const auto found = vocabulary_.find(operand.name);
    if (other_side && contains(other_side->words, operand.name)) {
        Node node = node_at(operand, Operation::constant, "");
        node.constant = operand.name;
        return {true, true, {Kind::word, "", {}}, std::move(node)};
    }
    if (found != vocabulary_.end()) {
        return {true, false, found->second, node_at(operand, Operation::fact, operand.name)};
    }
    if (other_side) {
        complain(operand, "condition-unknown-word", written(operand) + " is not a word of the fact it is compared with",
                 nearest_or_all(operand.name, other_side->words));
        return {};
    }
    std::vector<std::string> names;
    for (const auto& [name, type] : vocabulary_) names.push_back(name);
    const std::vector<std::string> near = base::nearest(operand.name, names);
    complain(
        operand, "condition-unknown-name", "unknown name " + written(operand),
        near.empty() ? "no fact of the library has a similar name" : "did you mean " + base::joined(near, ", ") + "?");
    return {};
}

Checker::Meaning Checker::meaning_of_act(const Operand& operand) {
    const std::string wrong = check_act_ ? check_act_(operand.name) : std::string();
    if (!wrong.empty()) {
        complain(operand, "condition-act", "no such act: " + base::quoted(operand.name), wrong);
        return {};
    }
    const bool done = operand.form == Form::done;
    return {true,
            false,
            {done ? Kind::flag : Kind::span, "", {}},
            node_at(operand, done ? Operation::done : Operation::since, operand.name)};
}

Checker::Meaning Checker::meaning(const Operand& operand, const FactType* other_side) {
    switch (operand.form) {
        case Form::name: return meaning_of_name(operand, other_side);
        case Form::done:
        case Form::since: return meaning_of_act(operand);
        case Form::number:
        case Form::span: {
            Node node = node_at(operand, Operation::constant, "");
            node.constant = operand.constant;
            return {true, true, {kind_of(operand.constant), operand.unit, {}}, std::move(node)};
        }
        case Form::shown: {
            Operand fact = operand;
            fact.form = Form::name;
            if (!meaning_of_name(fact, nullptr).known) return {};
            return {true, false, {Kind::flag, "", {}}, node_at(operand, Operation::shown, operand.name)};
        }
        case Form::text:
            complain(operand, "condition-kind",
                     "a text in quotes stands only inside done() and since(), found " + written(operand),
                     other_side && contains(other_side->words, operand.name)
                         ? "write " + operand.name + " without quotes"
                         : "words and numbers are written without quotes");
            return {};
        case Form::broken: return {};
    }
    return {};
}

Node Checker::lone(const Operand& operand) {
    Meaning it = meaning(operand, nullptr);
    if (!it.known) return node_at(operand, Operation::constant, "");
    if (it.type.kind != Kind::flag) {
        complain(operand, "condition-kind",
                 "expected a flag or a comparison, found " + written(operand) + ", which is " +
                     std::string(phrase(it.type.kind)),
                 it.type.kind == Kind::word ? "compare it by == or != with one of " + one_of(it.type.words)
                                            : "compare it by <, <=, >, >=, == or !=");
    }
    return std::move(it.node);
}

std::array<Node, 2> Checker::compared(const Operand& left, Operation operation, const Operand& right) {
    Meaning a = meaning(left, word_fact(right));
    Meaning b = meaning(right, word_fact(left));
    if (a.known && b.known) accepts(left, a, operation, right, b);
    return {a.known ? std::move(a.node) : node_at(left, Operation::constant, ""),
            b.known ? std::move(b.node) : node_at(right, Operation::constant, "")};
}

bool Checker::refuses_flag(const Operand& operand, const Meaning& it) {
    if (it.type.kind != Kind::flag) return false;
    complain(operand, "condition-kind", written(operand) + " is a flag: it is used alone or with not, never compared",
             operand.form == Form::name ? "write " + operand.name + " or not " + operand.name
                                        : "leave the comparison out, or write not before it");
    return true;
}

bool Checker::accepts(const Operand& left, const Meaning& a, Operation operation, const Operand& right,
                      const Meaning& b) {
    if (refuses_flag(left, a) || refuses_flag(right, b)) return false;
    if (a.constant && b.constant) {
        complain(left, "condition-kind", "neither side of the comparison is a fact", "name the fact that is meant");
        return false;
    }
    if (a.type.kind != b.type.kind) {
        complain_of_kinds(left, a, right, b);
        return false;
    }
    if (a.type.kind == Kind::word && operation != Operation::equal && operation != Operation::not_equal) {
        complain(left, "condition-kind", "words have no order: " + written(left) + " against " + written(right),
                 "compare them by == or !=");
        return false;
    }
    return a.type.kind != Kind::number || units_fit(left, a, right, b);
}

void Checker::complain_of_kinds(const Operand& left, const Meaning& a, const Operand& right, const Meaning& b) {
    std::string hint = "compare a thing with its like";
    const Meaning& fact = a.constant ? b : a;
    const Meaning& other = a.constant ? a : b;
    if (fact.type.kind == Kind::span && other.type.kind == Kind::number) {
        hint = "write the time with its unit: minutes, hours, days, weeks, months or years";
    } else if (fact.type.kind == Kind::number && other.type.kind == Kind::span) {
        hint = fact.type.unit.empty() ? "write a number without a unit" : "write a number in " + fact.type.unit;
    } else if (!a.type.words.empty() || !b.type.words.empty()) {
        hint = "the words are " + one_of(a.type.words.empty() ? b.type.words : a.type.words);
    }
    complain(left, "condition-kind",
             written(left) + " is " + std::string(phrase(a.type.kind)) + " and " + written(right) + " is " +
                 std::string(phrase(b.type.kind)) + ": they cannot be compared",
             hint);
}

bool Checker::units_fit(const Operand& left, const Meaning& a, const Operand& right, const Meaning& b) {
    if (a.type.unit == b.type.unit) return true;
    if (a.constant && a.type.unit.empty()) return true;
    if (b.constant && b.type.unit.empty()) return true;
    const auto in = [](const Meaning& it) { return it.type.unit.empty() ? "without a unit" : "in " + it.type.unit; };
    if (!a.constant && !b.constant) {
        complain(left, "condition-unit", written(left) + " is " + in(a) + " and " + written(right) + " is " + in(b),
                 "compare facts of the same unit");
        return false;
    }
    const Operand& number = a.constant ? left : right;
    const std::string unit = in(a.constant ? b : a);
    complain(number, "condition-unit",
             written(a.constant ? right : left) + " is " + unit + ", found " + written(number), "write it " + unit);
    return false;
}

}  // namespace palpera::script
