#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/script/condition.h"

namespace palpera::script {

// Inside the room: one operand as read, before it is known what its name stands for.
struct Operand {
    enum class Form { broken, name, number, span, text, done, since, shown };
    Form form = Form::broken;  // broken: has been complained of
    std::string name;          // of a name; of a text what it holds; of done, since the act; of shown the fact
    Value constant;            // of a number, a span
    std::string unit;          // of a number
    std::size_t from = 0, to = 0;
};

// Says what names stand for and whether kinds and units fit.
class Checker {
public:
    using CheckAct = std::function<std::string(std::string_view act)>;
    Checker(std::string_view text, const Vocabulary& vocabulary, const CheckAct& check_act,
            std::vector<Complaint>& complaints)
        : text_(text), vocabulary_(vocabulary), check_act_(check_act), complaints_(complaints) {}

    // An operand that is a condition by itself.
    Condition::Node lone(const Operand& operand);
    // The two sides of a comparison.
    std::array<Condition::Node, 2> compared(const Operand& left, Condition::Operation operation, const Operand& right);

private:
    // What an operand is, and the node that gives it.
    struct Meaning {
        bool known = false;
        bool constant = false;
        FactType type;
        Condition::Node node;
    };

    Meaning meaning(const Operand& operand, const FactType* other_side);
    Meaning meaning_of_name(const Operand& operand, const FactType* other_side);
    Meaning meaning_of_act(const Operand& operand);
    const FactType* word_fact(const Operand& operand) const;
    bool accepts(const Operand& left, const Meaning& a, Condition::Operation operation, const Operand& right,
                 const Meaning& b);
    bool refuses_flag(const Operand& operand, const Meaning& meaning);
    bool units_fit(const Operand& left, const Meaning& a, const Operand& right, const Meaning& b);
    void complain_of_kinds(const Operand& left, const Meaning& a, const Operand& right, const Meaning& b);
    void complain(const Operand& operand, std::string rule, std::string message, std::string hint);
    std::string written(const Operand& operand) const;

    std::string_view text_;
    const Vocabulary& vocabulary_;
    const CheckAct& check_act_;
    std::vector<Complaint>& complaints_;
};

}  // namespace palpera::script
