#include "engine/reasoning/differential.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "engine/script/condition.h"

namespace palpera::reasoning {
namespace {

using library::Likelihoods;

// What a known finding says of each hypothesis: the logarithm of its likelihood.
struct Evidence {
    std::size_t finding = 0;
    std::vector<double> logs;
    double reach = 0;  // how far it tells the hypotheses apart
};

Evidence evidence_of(const Likelihoods& likelihoods, std::size_t finding, bool present) {
    Evidence evidence;
    evidence.finding = finding;
    const auto add = [&](double likely) { evidence.logs.push_back(std::log(present ? likely : 1 - likely)); };
    for (const library::LikelyCondition& condition : likelihoods.conditions) add(condition.likely[finding]);
    add(likelihoods.findings[finding].otherwise);
    const auto [least, most] = std::minmax_element(evidence.logs.begin(), evidence.logs.end());
    evidence.reach = *most - *least;
    return evidence;
}

// The known findings of each group, in the order of the data.
std::map<std::string, std::vector<Evidence>> known_evidence(const Likelihoods& likelihoods,
                                                            const script::Facts& facts) {
    std::map<std::string, std::vector<Evidence>> groups;
    for (std::size_t i = 0; i < likelihoods.findings.size(); ++i) {
        const library::LikelyFinding& finding = likelihoods.findings[i];
        if (!finding.mapped) continue;
        const script::Truth truth = script::evaluate(finding.when, facts);
        if (truth == script::Truth::unknown) continue;
        groups[finding.group].push_back(evidence_of(likelihoods, i, truth == script::Truth::yes));
    }
    return groups;
}

double power(const std::vector<double>& damping, std::size_t rank) {
    return damping.empty() ? 1 : damping[std::min(rank, damping.size() - 1)];
}

void normalise(std::vector<double>& weights) {
    const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
    for (double& weight : weights) weight /= sum;
}

}  // namespace

std::vector<int> Differential::thousandths() const {
    std::vector<int> parts;
    std::vector<std::pair<double, std::size_t>> remainders;
    for (std::size_t i = 0; i < probability.size(); ++i) {
        // A hair is added so that what is exact but for its last digits falls on its own thousandth.
        const double exact = probability[i] * 1000 + 1e-9;
        parts.push_back(static_cast<int>(exact));
        remainders.emplace_back(-std::round((exact - std::floor(exact)) * 1e6), i);
    }
    std::sort(remainders.begin(), remainders.end());
    const int left = parts.empty() ? 0 : 1000 - std::accumulate(parts.begin(), parts.end(), 0);
    for (int i = 0; i < left; ++i) ++parts[remainders[static_cast<std::size_t>(i)].second];
    return parts;
}

int Differential::thousandths(const std::string& condition) const {
    const auto found = std::find(conditions.begin(), conditions.end(), condition);
    return found == conditions.end() ? 0 : thousandths()[static_cast<std::size_t>(found - conditions.begin())];
}

Differential beginning(const Likelihoods& likelihoods, const std::string& area) {
    Differential differential;
    if (likelihoods.conditions.empty()) return differential;
    for (const library::LikelyCondition& condition : likelihoods.conditions) {
        const bool here = std::find(condition.areas.begin(), condition.areas.end(), area) != condition.areas.end();
        differential.conditions.push_back(condition.id);
        differential.probability.push_back(condition.weight * (here ? 1 : likelihoods.elsewhere));
    }
    normalise(differential.probability);
    const double other = likelihoods.something_else / 100.0;
    for (double& probability : differential.probability) probability *= 1 - other;
    differential.conditions.emplace_back(something_else);
    differential.probability.push_back(other);
    return differential;
}

Differential posterior(const Likelihoods& likelihoods, const std::string& area, const script::Facts& facts) {
    Differential differential = beginning(likelihoods, area);
    if (differential.conditions.empty()) return differential;
    std::vector<double>& logs = differential.probability;
    for (double& value : logs) value = std::log(value);
    for (auto& [group, known] : known_evidence(likelihoods, facts)) {
        std::stable_sort(known.begin(), known.end(),
                         [](const Evidence& a, const Evidence& b) { return a.reach > b.reach; });
        for (std::size_t rank = 0; rank < known.size(); ++rank) {
            const double weight = power(likelihoods.damping, rank);
            for (std::size_t i = 0; i < logs.size(); ++i) logs[i] += weight * known[rank].logs[i];
        }
    }
    const double most = *std::max_element(logs.begin(), logs.end());
    for (double& value : logs) value = std::exp(value - most);
    normalise(logs);
    return differential;
}

double bits_gained(const Differential& before, const Differential& after) {
    double bits = 0;
    for (std::size_t i = 0; i < after.probability.size(); ++i) {
        if (after.probability[i] > 0) {
            bits += after.probability[i] * std::log2(after.probability[i] / before.probability[i]);
        }
    }
    return std::max(0.0, bits);
}

}  // namespace palpera::reasoning
