#include "engine/pathway/diagnosis.h"

#include <algorithm>
#include <functional>
#include <map>

namespace palpera::pathway {
namespace {

using Percents = std::map<std::string, std::int64_t>;

const Act* last_diagnosis(const Course& course) {
    const auto found = std::find_if(course.acts.rbegin(), course.acts.rend(),
                                    [](const Act& act) { return act.verb == Verb::diagnose; });
    return found == course.acts.rend() ? nullptr : &*found;
}

// The condition that a diagnosis counts as; itself where it counts as none.
std::string meant_by(const Course& course, const std::string& diagnosis) {
    const std::vector<library::CaseCondition> conditions = course.file->to_diagnose();
    for (const library::CaseCondition& one : conditions) {
        if (one.condition == diagnosis) return diagnosis;
    }
    for (const library::CaseCondition& one : conditions) {
        for (const Statement& statement : course.statements) {
            const auto accepted = statement.guideline->accept.find(one.condition);
            if (accepted == statement.guideline->accept.end()) continue;
            const auto& diagnoses = accepted->second;
            if (std::find(diagnoses.begin(), diagnoses.end(), diagnosis) != diagnoses.end()) return one.condition;
        }
    }
    return diagnosis;
}

std::string category_of(const Course& course, const std::string& diagnosis) {
    const library::Diagnosis* entry = library::find(course.library->catalogue.diagnoses, diagnosis);
    return entry && !entry->group.empty() ? "category " + entry->group : diagnosis;
}

// Thousandths of the share earned. `outcome_of` says which outcome a condition or diagnosis falls into.
std::int64_t quadratic(const Course& course, const library::Action& diagnosis_made,
                       const std::function<std::string(const std::string&)>& outcome_of, std::int64_t of) {
    const std::vector<library::CaseCondition> present = course.file->to_diagnose();
    const auto conditions = static_cast<std::int64_t>(present.size());
    if (conditions == 0) return 0;
    // In units of one percent divided by the number of conditions, so that everything stays whole.
    Percents stated, truth;
    std::int64_t rest = 100 * conditions;
    for (const auto& [diagnosis, percent] : diagnosis_made.probabilities) {
        stated[outcome_of(diagnosis)] += percent * conditions;
        rest -= percent * conditions;
    }
    for (const library::CaseCondition& one : present) truth[outcome_of(one.condition)] += 100;
    std::int64_t distance = rest * rest, most = 10'000 * conditions * conditions;
    for (const auto& entry : truth) {
        stated.try_emplace(entry.first, 0);
        most += entry.second * entry.second;
    }
    for (const auto& [outcome, percent] : stated) {
        const auto true_part = truth.find(outcome);
        const std::int64_t off = percent - (true_part == truth.end() ? 0 : true_part->second);
        distance += off * off;
    }
    return of * std::max<std::int64_t>(0, most - distance) / most;
}

std::string main_of(const library::Action& action) {
    const auto main = std::max_element(action.probabilities.begin(), action.probabilities.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    return main == action.probabilities.end() || main->second == 0 ? std::string() : main->first;
}

bool any_condition(const Course& course, const std::function<bool(const std::string&)>& holds) {
    const std::vector<library::CaseCondition> conditions = course.file->to_diagnose();
    return std::any_of(conditions.begin(), conditions.end(),
                       [&](const library::CaseCondition& one) { return holds(one.condition); });
}

LedgerLine line_of(const Course& course, const std::string& statement, const Act* act) {
    LedgerLine line;
    line.statement = statement;
    line.component = Component::diagnosis;
    line.domain = library::Domain::diagnosis;
    line.reason = Reason::missing;
    if (act) {
        line.at = act->at;
        line.actions = {act->n};
    }
    if (!course.file->conditions.empty()) {
        line.text = library::name_of(course.library->catalogue, course.library->atlas, Verb::diagnose,
                                     course.file->conditions.front().condition);
    }
    return line;
}

}  // namespace

Lines diagnosis_lines(const Course& course, std::int64_t of) {
    const Act* act = last_diagnosis(course);
    Lines lines{line_of(course, "diagnosis/main", act)};
    lines.front().of = of;
    lines.front().why = why_of(course, "diagnosis");
    if (!act) return lines;
    const auto own = [&](const std::string& id) { return meant_by(course, id); };
    const auto category = [&](const std::string& id) { return category_of(course, meant_by(course, id)); };
    const std::string main = main_of(*act->action);
    if (main.empty()) return lines;
    LedgerLine& exact = lines.front();
    exact.points = quadratic(course, *act->action, own, of);
    if (any_condition(course, [&](const std::string& id) { return own(main) == id; })) {
        exact.reason = Reason::done_in_time;
    }
    if (!any_condition(course, [&](const std::string& id) { return category(main) == category(id); })) return lines;
    const std::int64_t near =
        quadratic(course, *act->action, category, of) * course.library->blueprint.category_credit / 100;
    if (near <= exact.points) return lines;
    LedgerLine more = line_of(course, "diagnosis/category", act);
    more.reason = Reason::done_in_time;
    more.points = near - exact.points;
    more.why = why_of(course, "category_credit");
    lines.push_back(std::move(more));
    return lines;
}

bool holds_a_wrong_diagnosis(const Course& course) {
    const Act* act = last_diagnosis(course);
    if (!act || course.file->to_diagnose().empty()) return false;
    const auto own = [&](const std::string& id) { return meant_by(course, id); };
    const std::string main = main_of(*act->action);
    if (main.empty() || any_condition(course, [&](const std::string& id) { return own(main) == id; })) return false;
    return quadratic(course, *act->action, own, 2 * thousandths) < thousandths;
}

}  // namespace palpera::pathway
