#include "engine/proof/belief.h"

#include <algorithm>

namespace palpera::proof {
namespace {

// 2 to the power of quarters/4, times 1024.
std::uint64_t doubled(int quarters) {
    constexpr std::array<std::uint64_t, 4> fractions{1024, 1218, 1448, 1722};
    const int bounded = std::clamp(quarters, -40, 40);
    const int whole = (bounded + 40) / 4 - 10, part = (bounded + 40) % 4;
    return whole >= 0 ? fractions[static_cast<std::size_t>(part)] << whole
                      : std::max<std::uint64_t>(1, fractions[static_cast<std::size_t>(part)] >> -whole);
}

}  // namespace

Belief::Belief(const reasoning::Differential& supported, const std::vector<int>& off, bool sharp) {
    const std::vector<int> thousandths = supported.thousandths();
    for (std::size_t i = 0; i < supported.conditions.size(); ++i) {
        const auto weight = static_cast<std::uint64_t>(std::max(1, thousandths[i]));
        // Who does not know how strong the evidence is adds the same to every hypothesis.
        const std::uint64_t held = sharp ? weight : weight + 20;
        held_.emplace_back(supported.conditions[i], held * doubled(off[i]));
        sum_ += held_.back().second;
    }
    std::stable_sort(held_.begin(), held_.end(), [](const auto& a, const auto& b) {
        const bool a_named = !a.first.empty(), b_named = !b.first.empty();
        return a_named != b_named ? a_named : a.second > b.second;
    });
}

std::vector<std::string> Belief::at_least(int percent, std::size_t most) const {
    std::vector<std::string> conditions;
    for (const auto& [condition, weight] : held_) {
        if (conditions.size() == most || condition.empty()) break;
        if (100 * weight >= static_cast<std::uint64_t>(percent) * sum_) conditions.push_back(condition);
    }
    return conditions;
}

std::vector<std::pair<std::string, int>> Belief::stated(std::size_t most) const {
    std::vector<std::pair<std::string, int>> probabilities;
    for (const auto& [condition, weight] : held_) {
        if (probabilities.size() == most || condition.empty()) break;
        const auto percent = static_cast<int>(100 * weight / sum_);
        if (percent > 0 || probabilities.empty()) probabilities.emplace_back(condition, std::max(1, percent));
    }
    return probabilities;
}

}  // namespace palpera::proof
