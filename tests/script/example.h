#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "engine/base/text.h"
#include "engine/script/condition.h"

namespace palpera::script {

// The facts of a painful heel, as the tests below know them.
inline Vocabulary heel_vocabulary() {
    return {{"fever", {Kind::flag, "", {}}},
            {"trauma", {Kind::flag, "", {}}},
            {"night_pain", {Kind::flag, "", {}}},
            {"age", {Kind::number, "a", {}}},
            {"bmi", {Kind::number, "kg/m2", {}}},
            {"temperature", {Kind::number, "Cel", {}}},
            {"pain", {Kind::number, "", {}}},
            {"saturation", {Kind::number, "%", {}}},
            {"platelets", {Kind::number, "10*9/L", {}}},
            {"duration", {Kind::span, "", {}}},
            {"side", {Kind::word, "", {"left", "right", "both"}}},
            {"worse_side", {Kind::word, "", {"left", "right"}}}};
}

inline std::string check_heel_act(std::string_view act) {
    return act == "refer physiotherapist" || act == "order x-ray foot" ? "" : "write one of the acts of the catalogue";
}

inline Parsed parsed(std::string_view text) { return parse(text, heel_vocabulary(), check_heel_act); }

class Known : public Facts {
public:
    std::map<std::string, Value, std::less<>> values;
    std::set<std::string, std::less<>> revealed;
    std::map<std::string, base::Minutes, std::less<>> acts;

    std::optional<Value> value(std::string_view fact) const override {
        const auto found = values.find(fact);
        return found == values.end() ? std::optional<Value>() : found->second;
    }
    bool shown(std::string_view fact) const override { return revealed.contains(fact); }
    std::optional<base::Minutes> since(std::string_view act) const override {
        const auto found = acts.find(act);
        return found == acts.end() ? std::optional<base::Minutes>() : found->second;
    }
};

inline std::string complaints_of(const Parsed& parsed) {
    std::vector<std::string> lines;
    for (const Complaint& it : parsed.complaints) {
        lines.push_back(std::to_string(it.column) + ": " + it.message + " [" + it.rule + "] - " + it.hint);
    }
    return base::joined(lines, "\n");
}

}  // namespace palpera::script
