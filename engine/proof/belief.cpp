#include "engine/proof/belief.h"

#include <algorithm>
#include <set>

#include "engine/reasoning/seen.h"
#include "engine/reasoning/trace.h"

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

constexpr std::uint64_t scale = 16;  // of a thousandth

// Those that have a guideline of their own, but of which the likelihoods say nothing.
std::vector<const library::ConditionModel*> only_pictured(const library::Library& library) {
    std::vector<const library::ConditionModel*> models;
    for (const library::ConditionModel& model : library.conditions) {
        const bool guided = std::any_of(library.guidelines.begin(), library.guidelines.end(), [&](const auto& one) {
            return std::find(one.concerns.begin(), one.concerns.end(), model.id) != one.concerns.end();
        });
        if (guided && !library::find(library.likelihoods.conditions, model.id)) models.push_back(&model);
    }
    return models;
}

int sharing(const library::Library& library, const std::string& fact) {
    return static_cast<int>(
        std::count_if(library.conditions.begin(), library.conditions.end(), [&](const library::ConditionModel& model) {
            const auto found = model.picture.facts.find(fact);
            return found != model.picture.facts.end() && found->second == script::Value(true);
        }));
}

// A sign that few conditions share speaks for it fourfold, a common one half as much again; what does not fit speaks
// against it fivefold. Assumed, as no likelihoods are known.
std::uint64_t fit(const library::Library& library, const library::ConditionModel& model, const script::Facts& seen) {
    constexpr std::uint64_t beginning = 10 * scale, most = 10'000'000;
    constexpr int few = 3;
    std::uint64_t weight = beginning;
    for (const auto& [fact, value] : model.picture.facts) {
        const auto found = seen.value(fact);
        if (!found || !std::holds_alternative<bool>(value)) continue;
        if (*found != value) {
            weight /= 5;
        } else if (value == script::Value(true)) {
            weight = sharing(library, fact) <= few ? weight * 4 : weight * 3 / 2;
        }
        weight = std::clamp<std::uint64_t>(weight, 1, most);
    }
    return weight;
}

}  // namespace

Supported supported_by(const library::Library& library, const encounter::Encounter& encounter) {
    Supported supported;
    const int now = static_cast<int>(encounter.events.size());
    const reasoning::Differential differential = reasoning::posterior(library, encounter, now);
    const std::vector<int> thousandths = differential.thousandths();
    for (std::size_t i = 0; i < thousandths.size(); ++i)
        supported.emplace_back(differential.conditions[i], scale * static_cast<std::uint64_t>(thousandths[i]) + 1);
    const reasoning::Seen seen(encounter, now);
    for (const library::ConditionModel* model : only_pictured(library))
        supported.emplace_back(model->id, fit(library, *model, seen));
    return supported;
}

std::size_t hypotheses(const library::Library& library) {
    return library.likelihoods.conditions.size() + 1 + only_pictured(library).size();
}

std::vector<std::string> signs_of(const library::Library& library, const std::string& condition) {
    std::set<std::string> signs;
    if (const auto* model = library::find(library.conditions, condition))
        for (const auto& [fact, value] : model->picture.facts)
            if (value == script::Value(true)) signs.insert(fact);
    if (const auto* likely = library::find(library.likelihoods.conditions, condition)) {
        constexpr double common = 0.65, uncommon = 0.15;
        for (std::size_t i = 0; i < library.likelihoods.findings.size(); ++i) {
            const library::LikelyFinding& finding = library.likelihoods.findings[i];
            if (!finding.mapped || likely->likely[i] < common || finding.otherwise > uncommon) continue;
            for (const std::string& fact : script::facts_of(finding.when)) signs.insert(fact);
        }
    }
    std::vector<std::pair<int, std::string>> ranked;
    for (const std::string& fact : signs) ranked.emplace_back(sharing(library, fact), fact);
    std::sort(ranked.begin(), ranked.end());
    std::vector<std::string> facts;
    for (auto& one : ranked) facts.push_back(std::move(one.second));
    return facts;
}

Belief::Belief(const Supported& supported, const std::vector<int>& off, bool sharp) {
    for (std::size_t i = 0; i < supported.size(); ++i) {
        // Who does not know how strong the evidence is adds the same to every hypothesis.
        const std::uint64_t held = sharp ? supported[i].second : supported[i].second + 20 * scale;
        held_.emplace_back(supported[i].first, held * doubled(off[i]));
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
