#include "engine/pathway/rubric.h"

#include <algorithm>
#include <numeric>
#include <set>

namespace palpera::pathway {
namespace {

using library::Strength;

bool names(const script::Condition& condition, const std::string& fact) {
    const std::vector<std::string> facts = script::facts_of(condition);
    return std::find(facts.begin(), facts.end(), fact) != facts.end();
}

// Does the condition ask for the fact, not for its absence? What forbids a film "not weakness and ..." is no reason to
// leave it out for whoever is weak.
bool asks_for(const script::Condition& condition, const std::string& fact) {
    using Operation = script::Condition::Operation;
    std::vector<std::pair<std::size_t, bool>> open;  // nodes, and whether they are to be true
    if (!condition.always()) open.emplace_back(condition.nodes.size() - 1, true);
    while (!open.empty()) {
        const auto [at, is_wanted] = open.back();
        open.pop_back();
        const script::Condition::Node& node = condition.nodes[at];
        const bool is_fact = node.operation == Operation::fact || node.operation == Operation::shown;
        if (is_fact && is_wanted && node.name == fact) return true;
        if (node.operation < Operation::less) continue;
        const bool turns = node.operation == Operation::negation;
        open.emplace_back(node.left, is_wanted != turns);
        if (!turns) open.emplace_back(node.right, is_wanted);
    }
    return false;
}

bool shares_an_act(const library::Step& a, const library::Step& b) {
    return std::any_of(a.acts.begin(), a.acts.end(), [&](const library::StepAct& one) {
        return std::any_of(b.acts.begin(), b.acts.end(),
                           [&](const library::StepAct& other) { return one.act.act() == other.act.act(); });
    });
}

// What a step asks for, whatever it is called: steps alike in this are alike.
std::string content_of(const Statement& statement) {
    const library::Step& step = *statement.step;
    const auto number = [](std::int64_t value) { return std::to_string(value) + "/"; };
    std::string content = number(static_cast<int>(step.strength)) + number(static_cast<int>(step.domain)) +
                          number(step.at_least) + number(step.until_visit) +
                          number(step.until ? step.until->value : -1) + number(step.lost.value) + step.when.text + "/";
    std::vector<std::string> acts;
    for (const library::StepAct& one : step.acts)
        acts.push_back(one.act.act() + number(static_cast<int>(one.act.where)) + number(one.credit));
    std::sort(acts.begin(), acts.end());
    for (const std::string& act : acts) content += act;
    return content + "/";
}

// The place of each in the order of their names.
template <class List, class Name>
std::vector<std::uint32_t> in_order_of_names(const List& list, const Name& name) {
    std::vector<std::uint32_t> order(list.size());
    std::iota(order.begin(), order.end(), 0u);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return name(list[a]) < name(list[b]); });
    return order;
}

}  // namespace

const std::vector<library::Contraindication>* contraindications(const library::Catalogue& catalogue, Verb verb,
                                                                const std::string& subject) {
    const auto of = [](const auto* entry) { return entry ? &entry->contraindicated : nullptr; };
    switch (verb) {
        case Verb::prescribe:
        case Verb::change: return of(library::find(catalogue.drugs, subject));
        case Verb::treat: return of(library::find(catalogue.treatments, subject));
        case Verb::advise: return of(library::find(catalogue.advice, subject));
        default: return nullptr;
    }
}

std::pair<Verb, std::string> parts_of_name(const std::string& act) {
    const std::size_t space = act.find(' ');
    const Verb verb = library::verb_of(std::string_view(act).substr(0, space)).value_or(Verb::finish);
    return {verb, space == std::string::npos ? std::string() : act.substr(space + 1)};
}

Rubric::Rubric(const library::Library& library, const library::CaseFile& file, const patient::Patient& patient)
    : library_(&library), file_(&file), patient_(&patient), numbering_(library.catalogue, patient), guards_(patient) {
    add_statements();
    add_precedences();
    add_orders();
    add_kinds();
    add_guards();
    add_outcomes();
    guards_.settle(patient, numbering_);
}

void Rubric::add_statements() {
    std::uint32_t number = 0;
    for (const std::string& id : file_->guidelines) {
        const library::Guideline* guideline = library::find(library_->guidelines, id);
        if (!guideline) continue;
        std::uint32_t slot = 0;
        for (const library::Step& step : guideline->steps) {
            Statement statement;
            statement.id = id + "/" + step.id;
            statement.guideline = guideline;
            statement.step = &step;
            statement.slot = slot;
            Terms terms;
            terms.guideline = number;
            terms.warns = step.severity > 0;
            terms.weight = step.strength == Strength::must ? 4 : step.strength == Strength::should ? 2 : 0;
            terms.is_only_allowed = step.strength == Strength::may;
            terms.vital = step.vital;
            terms.wanted = step.at_least;
            terms.until_visit = step.until_visit;
            if (step.until) terms.until = step.until->value;
            terms.lost = step.lost.value;
            slot += terms.weight > 0 ? static_cast<std::uint32_t>(step.at_least) : 0;
            statements_.push_back(std::move(statement));
            terms_.push_back(terms);
        }
        orders_.emplace_back(slot);
        ++number;
    }
    // Ids came first in version 1, so that renaming a step could move a thousandth of a point.
    const bool by_id = blueprint().scoring_version == 1;
    by_rank_ =
        in_order_of_names(statements_, [&](const Statement& one) { return by_id ? one.id : content_of(one) + one.id; });
    for (std::uint32_t rank = 0; rank < by_rank_.size(); ++rank) statements_[by_rank_[rank]].rank = rank;
}

void Rubric::add_precedences() {
    const auto place = [&](const library::Guideline& guideline, const std::string& step) {
        const auto found = std::find_if(statements_.begin(), statements_.end(), [&](const Statement& one) {
            return one.guideline == &guideline && one.step->id == step;
        });
        return found == statements_.end() ? no_number : static_cast<std::uint32_t>(found - statements_.begin());
    };
    std::set<const library::Guideline*> seen;
    for (const Statement& statement : statements_) {
        const library::Guideline& guideline = *statement.guideline;
        if (!seen.insert(&guideline).second) continue;
        for (const library::Precedence& one : guideline.order) {
            const std::uint32_t first = place(guideline, one.first), then = place(guideline, one.then);
            if (first == no_number || then == no_number) continue;
            precedences_.push_back({&guideline, &one, first, then, 0});
        }
    }
    const bool by_id = blueprint().scoring_version == 1;
    const std::vector<std::uint32_t> order = in_order_of_names(precedences_, [&](const PrecedenceRule& one) {
        return by_id ? one.guideline->id + "/" + one.precedence->id
                     : std::to_string(1'000'000 + statements_[one.first].rank) +
                           std::to_string(1'000'000 + statements_[one.then].rank);
    });
    for (std::uint32_t rank = 0; rank < order.size(); ++rank) precedences_[order[rank]].rank = rank;
}

// A step that is not asked for, or only allowed, still passes its order on.
void Rubric::add_orders() {
    StepOrder whole(statements_.size());
    for (const PrecedenceRule& rule : precedences_) {
        const bool circle = rule.first == rule.then || whole.before(rule.then, rule.first);
        if (!circle) whole.add(rule.first, rule.then);
    }
    const auto slots = [&](std::size_t s) {
        return terms_[s].weight > 0 ? static_cast<std::uint32_t>(terms_[s].wanted) : 0;
    };
    for (std::size_t a = 0; a < statements_.size(); ++a) {
        const Statement& first = statements_[a];
        StepOrder& order = orders_[terms_[a].guideline];
        for (std::uint32_t i = 1; i < slots(a); ++i) order.add(first.slot + i - 1, first.slot + i);
        for (std::size_t b = 0; b < statements_.size(); ++b) {
            const Statement& then = statements_[b];
            if (!whole.before(a, b) || terms_[b].guideline != terms_[a].guideline) continue;
            for (std::uint32_t i = 0; i < slots(a); ++i)
                for (std::uint32_t k = 0; k < slots(b); ++k) order.add(first.slot + i, then.slot + k);
        }
    }
}

void Rubric::add_guards() {
    for (std::size_t s = 0; s < statements_.size(); ++s) {
        Statement& statement = statements_[s];
        terms_[s].when = guards_.add(statement.step->when);
        for (const library::StepAct& accepted : statement.step->acts) {
            const auto* against = contraindications(library_->catalogue, accepted.act.verb, accepted.act.subject);
            std::vector<Guards::Id> any;
            if (against)
                for (const library::Contraindication& one : *against) any.push_back(guards_.add(one.when));
            statement.forbidden.push_back(std::move(any));
        }
        const bool never = std::any_of(statement.forbidden.begin(), statement.forbidden.end(),
                                       [](const auto& any) { return any.empty(); });
        if (never) statement.forbidden.clear();
        terms_[s].may_be_forbidden = !statement.forbidden.empty();
    }
    for (Against& one : against_) one.when = guards_.add(one.what->when);
}

bool Rubric::speaks_against(const Statement& statement, const std::string& fact) const {
    // Version 1 took any mention of the fact for a reason.
    const auto speaks = blueprint().scoring_version == 1 ? names : asks_for;
    for (const library::StepAct& accepted : statement.step->acts) {
        const auto* against = contraindications(library_->catalogue, accepted.act.verb, accepted.act.subject);
        if (!against) continue;
        for (const library::Contraindication& one : *against) {
            if (speaks(one.when, fact)) return true;
        }
    }
    return std::any_of(statements_.begin(), statements_.end(), [&](const Statement& other) {
        return other.step->severity > 0 && shares_an_act(*statement.step, *other.step) &&
               speaks(other.step->when, fact);
    });
}

std::string Rubric::meant_by(const std::string& diagnosis) const {
    const std::vector<library::CaseCondition> conditions = file_->to_diagnose();
    for (const library::CaseCondition& one : conditions) {
        if (one.condition == diagnosis) return diagnosis;
    }
    for (const library::CaseCondition& one : conditions) {
        for (const Statement& statement : statements_) {
            const auto accepted = statement.guideline->accept.find(one.condition);
            if (accepted == statement.guideline->accept.end()) continue;
            const auto& diagnoses = accepted->second;
            if (std::find(diagnoses.begin(), diagnoses.end(), diagnosis) != diagnoses.end()) return one.condition;
        }
    }
    return diagnosis;
}

std::string Rubric::category_of(const std::string& diagnosis) const {
    const library::Diagnosis* entry = library::find(library_->catalogue.diagnoses, diagnosis);
    return entry && !entry->group.empty() ? "category " + entry->group : diagnosis;
}

void Rubric::add_outcomes() {
    const auto number = [&](const std::string& outcome) {
        return outcome_numbers_.emplace(outcome, static_cast<Number>(outcome_numbers_.size())).first->second;
    };
    const auto both = [&](const std::string& diagnosis) {
        const std::string meant = meant_by(diagnosis);
        return Outcomes{number(meant), number(category_of(meant))};
    };
    for (const std::string& diagnosis : numbering_.diagnoses()) outcomes_.push_back(both(diagnosis));
    for (const library::CaseCondition& one : file_->to_diagnose()) present_.push_back(both(one.condition));
}

Rubric::Outcomes Rubric::outcomes(const Course& course, Number diagnosis) const {
    if (diagnosis < outcomes_.size()) return outcomes_[diagnosis];
    const std::size_t other = diagnosis - outcomes_.size();
    const auto number = [&](const std::string& outcome) {
        const auto found = outcome_numbers_.find(outcome);
        return found == outcome_numbers_.end() ? static_cast<Number>(outcome_numbers_.size() + other) : found->second;
    };
    const std::string meant = meant_by(course.other_diagnoses[other]);
    return {number(meant), number(category_of(meant))};
}

}  // namespace palpera::pathway
