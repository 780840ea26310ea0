#include <cmath>
#include <iomanip>
#include <iostream>
#include <nlohmann/json.hpp>

#include "engine/base/text.h"
#include "engine/command/verbs.h"
#include "engine/proof/cohort.h"

namespace palpera::command {
namespace {

using nlohmann::ordered_json;
using proof::SimulatedCohort;

// Three decimals are more than the assumptions bear, and the same on every machine.
double rounded(double value) { return std::round(value * 1000) / 1000; }

ordered_json to_json(const SimulatedCohort& cohort) {
    ordered_json json{{"policy", cohort.policy},
                      {"n", cohort.scores.size()},
                      {"mean", rounded(cohort.mean())},
                      {"sd", rounded(cohort.sd())}};
    for (const auto& [name, share] : {std::pair("p05", 0.05), std::pair("p25", 0.25), std::pair("p50", 0.5),
                                      std::pair("p75", 0.75), std::pair("p95", 0.95)})
        json["quantiles"][name] = cohort.quantile(share);
    for (std::size_t i = 0; i < pathway::component_count; ++i) {
        const auto component = static_cast<pathway::Component>(i);
        json["components"][std::string(pathway::name(component))] = rounded(cohort.components[i]);
    }
    return json;
}

// How far the three kinds of student stand apart, where all were simulated.
ordered_json separations(const std::vector<SimulatedCohort>& cohorts) {
    ordered_json json = ordered_json::object();
    for (std::size_t i = 0; i + 1 < proof::skills.size() && cohorts.size() >= proof::skills.size(); ++i)
        json[cohorts[i].policy + "_" + cohorts[i + 1].policy] = rounded(proof::separation(cohorts[i], cohorts[i + 1]));
    return json;
}

void print(const std::string& id, const std::vector<SimulatedCohort>& cohorts, std::ostream& out) {
    out << id << "\n" << std::fixed << std::setprecision(1);
    for (const SimulatedCohort& one : cohorts) {
        out << "  " << std::left << std::setw(24) << one.policy << std::right << std::setw(6) << one.mean() << " +- "
            << std::setw(4) << one.sd() << "   " << one.quantile(0.05) << " .. " << one.quantile(0.95) << "\n";
    }
}

std::optional<base::Error> trouble_with_policy(const std::string& policy) {
    const std::vector<std::string> known = proof::policy_ids();
    if (policy.empty() || std::find(known.begin(), known.end(), policy) != known.end()) return std::nullopt;
    return base::Error{"--policy", "no policy is called " + base::quoted(policy),
                       "one of: " + base::joined(known, ", ")};
}

}  // namespace

int simulate(const Options& options, const Surroundings& surroundings) {
    if (const auto trouble = trouble_with_policy(options.policy)) return unreadable(*trouble, options, surroundings);
    const Opened opened = open_library(options, surroundings);
    base::Diagnostics found;
    const auto file = find_case(options.names[0], opened, found);
    if (opened.unreadable || !file) return unreadable(found, options, surroundings);
    const auto stage = proof::Stage::of(opened.library, *file, options.seed);
    if (!stage)
        return unreadable(base::Error{file->id, "the case does not compile", "palpera check says why"}, options,
                          surroundings);
    std::vector<SimulatedCohort> cohorts;
    for (const std::string& policy : proof::policy_ids())
        if (options.policy.empty() || policy == options.policy)
            cohorts.push_back(proof::simulate(*stage, policy, options.students));
    if (options.json) {
        ordered_json json{{"case", file->id}, {"seed", options.seed}, {"policies", ordered_json::array()}};
        for (const SimulatedCohort& cohort : cohorts) json["policies"].push_back(to_json(cohort));
        json["separation"] = separations(cohorts);
        surroundings.out << json.dump(2) << "\n";
    } else {
        print(file->id, cohorts, surroundings.out);
    }
    return 0;
}

}  // namespace palpera::command
