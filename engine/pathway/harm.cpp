#include "engine/pathway/harm.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace palpera::pathway {
namespace {

using library::Contraindication;

constexpr int severity_of_overdose = 2;

LocalText named(const Course& course, const Act& act) {
    return library::name_of(course.library->catalogue, course.library->atlas, act.verb, act.subject);
}

void look_at_dose(const Course& course, Act& act) {
    if (act.verb != Verb::prescribe && act.verb != Verb::change) return;
    const library::Drug* drug = library::find(course.library->catalogue.drugs, act.subject);
    if (!drug || drug->dose_unit.empty()) return;
    if (act.action->unit != drug->dose_unit) {
        act.wrong_unit = true;
        return;
    }
    const bool too_much = drug->most > 0 && act.action->dose > drug->most;
    const bool too_much_a_day = drug->most_a_day > 0 && act.action->dose * act.action->times > drug->most_a_day;
    if (!too_much && !too_much_a_day) return;
    Harm harm;
    harm.statement = "dose/" + act.subject;
    harm.severity = severity_of_overdose;
    harm.beyond = drug->reference;
    harm.text = drug->name;
    harm.why = why_of(course, "dose");
    act.harms.push_back(std::move(harm));
}

bool names(const script::Condition& condition, const std::string& fact) {
    const std::vector<std::string> facts = script::facts_of(condition);
    return std::find(facts.begin(), facts.end(), fact) != facts.end();
}

bool shares_an_act(const library::Step& a, const library::Step& b) {
    return std::any_of(a.acts.begin(), a.acts.end(), [&](const library::StepAct& one) {
        return std::any_of(b.acts.begin(), b.acts.end(),
                           [&](const library::StepAct& other) { return one.act.act() == other.act.act(); });
    });
}

// Points of each harm of an act: all on the first of the gravest that were known.
std::size_t gravest(const Act& act) {
    std::size_t worst = act.harms.size();
    for (std::size_t i = 0; i < act.harms.size(); ++i) {
        if (!act.harms[i].known) continue;
        if (worst == act.harms.size() || act.harms[i].severity > act.harms[worst].severity) worst = i;
    }
    return worst;
}

LedgerLine line_of(const Harm& harm, const Act& act) {
    LedgerLine line;
    line.statement = harm.statement;
    line.component = Component::harm;
    line.domain = harm.domain;
    line.reason = harm.known ? Reason::harmful : Reason::harmful_in_hindsight;
    line.at = act.at;
    line.actions = {act.n};
    if (harm.claims) line.claims = *harm.claims;
    line.beyond = harm.beyond;
    line.text = harm.text;
    line.why = harm.why;
    return line;
}

LedgerLine unit_line(const Course& course, const Act& act) {
    LedgerLine line;
    line.statement = "dose/" + act.subject;
    line.component = Component::harm;
    line.domain = library::Domain::safety;
    line.at = act.at;
    line.actions = {act.n};
    line.text = named(course, act);
    line.why = why_of(course, "dose_unit");
    return line;
}

}  // namespace

Harm harm_of(const Statement& statement, bool known) {
    const library::Step& step = *statement.step;
    Harm harm;
    harm.statement = statement.id;
    harm.domain = step.domain;
    harm.severity = step.severity;
    harm.known = known;
    harm.never = step.strength == library::Strength::never;
    harm.claims = &step.claims;
    harm.beyond = step.beyond;
    harm.text = step.text;
    harm.why = step.why;
    return harm;
}

void add_harms_of_catalogue(const Course& course, const Instant& instant, Act& act) {
    look_at_dose(course, act);
    const auto* against = contraindications(course, act.verb, act.subject);
    if (!against) return;
    for (const Contraindication& one : *against) {
        if (!instant.is_true(one.when)) continue;
        Harm harm;
        harm.statement = "contraindication/" + act.subject + "/" + one.id;
        harm.severity = one.severity;
        harm.known = instant.is_known(one.when);
        harm.claims = &one.claims;
        harm.beyond = one.beyond;
        harm.text = named(course, act);
        harm.why = one.why;
        act.harms.push_back(std::move(harm));
    }
}

bool speaks_against(const Course& course, const Statement& statement, const std::string& fact) {
    for (const library::StepAct& accepted : statement.step->acts) {
        const auto* against = contraindications(course, accepted.act.verb, accepted.act.subject);
        if (!against) continue;
        for (const Contraindication& one : *against) {
            if (names(one.when, fact)) return true;
        }
    }
    return std::any_of(course.statements.begin(), course.statements.end(), [&](const Statement& other) {
        return other.step->severity > 0 && shares_an_act(*statement.step, *other.step) && names(other.step->when, fact);
    });
}

bool all_contraindicated(const Course& course, const Statement& statement, const Instant& instant) {
    const auto& acts = statement.step->acts;
    return !acts.empty() && std::all_of(acts.begin(), acts.end(), [&](const library::StepAct& accepted) {
        const auto* against = contraindications(course, accepted.act.verb, accepted.act.subject);
        return against && std::any_of(against->begin(), against->end(),
                                      [&](const Contraindication& one) { return instant.is_true(one.when); });
    });
}

Lines harm_lines(const Course& course) {
    Lines lines;
    std::map<std::pair<std::string, std::string>, int> before;  // statement and act: how often
    for (const Act& act : course.acts) {
        const std::size_t worst = gravest(act);
        for (std::size_t i = 0; i < act.harms.size(); ++i) {
            const Harm& harm = act.harms[i];
            lines.push_back(line_of(harm, act));
            if (!harm.known) continue;
            const bool repeated = before[{harm.statement, act.name}]++ > 0;
            const double points = course.library->blueprint.harm_per_severity * harm.severity / (repeated ? 2 : 1);
            if (i == worst) lines.back().points = -std::llround(points * thousandths);
        }
        if (act.wrong_unit) lines.push_back(unit_line(course, act));
    }
    return lines;
}

}  // namespace palpera::pathway
