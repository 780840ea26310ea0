#pragma once

#include <random>
#include <string>
#include <vector>

#include "tests/script/example.h"

namespace palpera::script {

// Draws whole numbers the same way on every machine, as std::uniform_int_distribution does not.
class Draw {
public:
    explicit Draw(std::uint32_t seed) : engine_(seed) {}
    std::uint32_t below(std::uint32_t count) { return static_cast<std::uint32_t>(engine_() % count); }

private:
    std::mt19937 engine_;
};

inline std::string random_atom(Draw& draw) {
    static constexpr const char* signs[] = {"<", "<=", ">", ">=", "==", "!="};
    const std::string sign = signs[draw.below(6)];
    const std::string equality = signs[4 + draw.below(2)];
    switch (draw.below(9)) {
        case 0: return "fever";
        case 1: return "trauma";
        case 2: return "night_pain";
        case 3: return "age " + sign + " " + std::to_string(20 + draw.below(4));
        case 4: return std::to_string(draw.below(4)) + ".5 kg/m2 " + sign + " bmi";
        case 5: return "duration " + sign + " " + std::to_string(draw.below(4)) + " weeks";
        case 6: return "side " + equality + (draw.below(2) ? " left" : " worse_side");
        case 7: return draw.below(2) ? "shown(fever)" : "done(\"refer physiotherapist\")";
        default: return "since(\"refer physiotherapist\") " + sign + " " + std::to_string(draw.below(4)) + " days";
    }
}

// A tree whose truth is worked out here, apart from the reader under test.
struct Tree {
    char operation = 0;  // 0 an atom, '!' '&' '|'
    std::string atom;
    std::vector<Tree> below;
};

inline Tree random_tree(Draw& draw, int depth) {
    const std::uint32_t choice = depth == 0 ? 0 : draw.below(5);
    if (choice < 2) return {0, random_atom(draw), {}};
    if (choice == 2) return {'!', "", {random_tree(draw, depth - 1)}};
    return {choice == 3 ? '&' : '|', "", {random_tree(draw, depth - 1), random_tree(draw, depth - 1)}};
}

inline int binding(const Tree& tree) {
    return tree.operation == '|' ? 0 : tree.operation == '&' ? 1 : tree.operation ? 2 : 3;
}

// With no more parentheses than the rules of binding ask for.
inline std::string printed(const Tree& tree) {
    const auto inner = [](const Tree& part, int least) {
        return binding(part) < least ? "(" + printed(part) + ")" : printed(part);
    };
    switch (tree.operation) {
        case '!': return "not " + inner(tree.below[0], 2);
        case '&': return inner(tree.below[0], 1) + " and " + inner(tree.below[1], 2);
        case '|': return inner(tree.below[0], 0) + " or " + inner(tree.below[1], 1);
        default: return tree.atom;
    }
}

inline std::string with_every_parenthesis(const Tree& tree) {
    switch (tree.operation) {
        case '!': return "(not " + with_every_parenthesis(tree.below[0]) + ")";
        case '&':
        case '|':
            return "(" + with_every_parenthesis(tree.below[0]) + (tree.operation == '&' ? " and " : " or ") +
                   with_every_parenthesis(tree.below[1]) + ")";
        default: return "(" + tree.atom + ")";
    }
}

inline Value random_value(const FactType& type, Draw& draw) {
    switch (type.kind) {
        case Kind::flag: return draw.below(2) == 1;
        case Kind::number: return draw.below(2) ? 20.0 + draw.below(5) : 0.5 * draw.below(8);
        case Kind::span: return base::weeks(draw.below(5));
        case Kind::word: return type.words[draw.below(static_cast<std::uint32_t>(type.words.size()))];
    }
    return false;
}

inline Known random_facts(Draw& draw) {
    Known facts;
    for (const auto& [name, type] : heel_vocabulary()) {
        if (draw.below(2)) facts.values[name] = random_value(type, draw);
    }
    if (draw.below(2)) facts.revealed.insert("fever");
    if (draw.below(2)) facts.acts["refer physiotherapist"] = base::days(draw.below(5));
    return facts;
}

}  // namespace palpera::script
