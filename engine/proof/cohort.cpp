#include "engine/proof/cohort.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "engine/proof/plan.h"

namespace palpera::proof {
namespace {

constexpr std::uint64_t chance_seed = 20;  // any would do; it must only stay the same

std::set<std::string> conditions_of(const library::CaseFile& file) {
    std::set<std::string> conditions;
    for (const library::CaseCondition& one : file.to_diagnose()) conditions.insert(one.condition);
    return conditions;
}

const Skill* skill_of(const std::string& policy) {
    const auto found = std::find_if(skills.begin(), skills.end(), [&](const Skill& one) { return one.id == policy; });
    return found == skills.end() ? nullptr : &*found;
}

bool draws(const std::string& policy) { return policy.starts_with("random_") || skill_of(policy); }

void add(const Played& played, std::int64_t times, SimulatedCohort& cohort) {
    cohort.scores.insert(cohort.scores.end(), static_cast<std::size_t>(times), played.millipoints);
    for (std::size_t i = 0; i < pathway::component_count; ++i)
        cohort.components[i] += static_cast<double>(times * played.components[i].points);
}

void settle(SimulatedCohort& cohort) {
    std::sort(cohort.scores.begin(), cohort.scores.end());
    const auto count = static_cast<double>(std::max<std::size_t>(1, cohort.scores.size()));
    for (double& component : cohort.components) component /= 1000 * count;
}

}  // namespace

double SimulatedCohort::mean() const {
    std::int64_t sum = 0;
    for (const std::int64_t score : scores) sum += score;
    return scores.empty() ? 0 : static_cast<double>(sum) / 1000 / static_cast<double>(scores.size());
}

double SimulatedCohort::sd() const {
    if (scores.size() < 2) return 0;
    const double middle = mean();
    double squares = 0;
    for (const std::int64_t score : scores) {
        const double off = static_cast<double>(score) / 1000 - middle;
        squares += off * off;
    }
    return std::sqrt(squares / static_cast<double>(scores.size() - 1));
}

double SimulatedCohort::quantile(double share) const {
    if (scores.empty()) return 0;
    const auto rank = static_cast<std::size_t>(std::ceil(share * static_cast<double>(scores.size())));
    return static_cast<double>(scores[std::clamp<std::size_t>(rank, 1, scores.size()) - 1]) / 1000;
}

double separation(const SimulatedCohort& higher, const SimulatedCohort& lower) {
    const double apart = higher.mean() - lower.mean();
    const double pooled = std::sqrt((higher.sd() * higher.sd() + lower.sd() * lower.sd()) / 2);
    if (pooled > 0) return apart / pooled;
    constexpr double boundless = 1000;
    return apart > 0 ? boundless : apart < 0 ? -boundless : 0;
}

std::vector<std::string> policy_ids() {
    std::vector<std::string> ids;
    for (const Skill& skill : skills) ids.emplace_back(skill.id);
    for (const std::string_view id : bot_ids) ids.emplace_back(id);
    return ids;
}

Actions memorised_elsewhere(const library::Library& library, const library::CaseFile& file) {
    const auto& cases = library.cases;
    const auto own = std::find_if(cases.begin(), cases.end(), [&](const auto& one) { return one.id == file.id; });
    const auto start = static_cast<std::size_t>(own - cases.begin());
    for (std::size_t i = 1; i <= cases.size(); ++i) {
        const library::CaseFile& other = cases[(start + i) % cases.size()];
        if (other.id == file.id || other.area != file.area || conditions_of(other) == conditions_of(file)) continue;
        if (const auto stage = Stage::of(library, other, 0)) return best_course(*stage).actions;
    }
    return {};
}

SimulatedCohort simulate(Stage& stage, const std::string& policy, std::size_t students, const Progress& progress) {
    SimulatedCohort cohort;
    cohort.policy = policy;
    const Skill* skill = skill_of(policy);
    const auto one = [&](std::size_t student) {
        const Random random(chance_seed, policy, student);
        if (skill) return simulate_student(stage, *skill, random);
        const Actions elsewhere =
            policy == "memorised" ? memorised_elsewhere(stage.library(), stage.file()) : Actions{};
        return stage.play(bot(stage, policy, elsewhere, random).actions);
    };
    if (!draws(policy) && students > 0) {
        add(one(0), static_cast<std::int64_t>(students), cohort);
    } else {
        for (std::size_t student = 0; student < students; ++student) {
            if (progress && !progress(static_cast<double>(student) / static_cast<double>(students))) break;
            add(one(student), 1, cohort);
        }
    }
    settle(cohort);
    return cohort;
}

}  // namespace palpera::proof
