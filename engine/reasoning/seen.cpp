#include "engine/reasoning/seen.h"

namespace palpera::reasoning {

using encounter::Side;

Seen::Seen(const encounter::Encounter& encounter, int action) : patient_(encounter.patient) {
    for (const encounter::Shown& one : encounter.shown) {
        if (one.action > action) continue;
        script::Value& kept = shown_[one.fact].try_emplace(one.side, one.value).first->second;
        const bool present = kept == script::Value(true);
        if (!present) kept = one.value;
    }
}

std::optional<script::Value> Seen::value(std::string_view fact) const {
    if (fact == "age") return static_cast<double>(patient_->age);
    if (fact == "sex") return std::string(patient_->female ? "female" : "male");
    const auto found = shown_.find(fact);
    if (found == shown_.end()) return std::nullopt;
    const std::map<Side, script::Value>& sides = found->second;
    for (const auto& [side, value] : sides) {
        if (value == script::Value(true)) return value;
    }
    if (const auto whole = sides.find(Side::none); whole != sides.end()) return whole->second;
    if (patient_->side == Side::right || patient_->side == Side::left) {
        const auto there = sides.find(patient_->side);
        return there == sides.end() ? std::nullopt : std::optional(there->second);
    }
    const bool both = sides.contains(Side::right) && sides.contains(Side::left);
    return both ? std::optional(sides.begin()->second) : std::nullopt;
}

}  // namespace palpera::reasoning
