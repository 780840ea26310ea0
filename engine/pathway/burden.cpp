#include "engine/pathway/burden.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace palpera::pathway {
namespace {

using library::Strength;

// Acts that neither earn nor cost when no step asks for them: thinking, writing, waiting and planning to meet again.
bool is_neutral(const Course& course, const Act& act) {
    switch (act.verb) {
        case Verb::ask:
        case Verb::order:
        case Verb::prescribe:
        case Verb::change:
        case Verb::treat:
        case Verb::advise:
        case Verb::refer:
        case Verb::sick_note: return false;
        // Stopping what one has prescribed oneself mends something.
        case Verb::stop:
            return std::any_of(course.acts.begin(), course.acts.end(), [&](const Act& earlier) {
                return earlier.n < act.n && earlier.verb == Verb::prescribe && earlier.subject == act.subject;
            });
        default: return !library::is_examination(act.verb);
    }
}

// What was done before, to tell repetition from follow-up.
struct History {
    struct Key {
        std::string name;
        bool right = false, left = false;
        auto operator<=>(const Key&) const = default;
    };
    std::map<Key, int> last_visit;

    // 0: never.
    int before(const Act& act) const {
        const auto found = last_visit.find({act.name, act.right, act.left});
        return found == last_visit.end() ? 0 : found->second;
    }
    void remember(const Act& act) { last_visit[{act.name, act.right, act.left}] = act.visit; }
};

bool is_question_or_examination(const Act& act) { return act.is_question() || library::is_examination(act.verb); }

bool called_for(const Course& course, const Act& act) {
    return std::any_of(act.fits.begin(), act.fits.end(),
                       [&](const Fit& fit) { return course.statements[fit.statement].expected_from > 0; });
}

// The healthy side of something that the guideline wants examined.
bool compares_sides(const Course& course, const Act& act) {
    if (!library::is_examination(act.verb) || (!act.right && !act.left)) return false;
    Act mirrored = act;
    std::swap(mirrored.right, mirrored.left);
    return std::any_of(course.statements.begin(), course.statements.end(), [&](const Statement& statement) {
        return statement.expected_from > 0 &&
               std::any_of(statement.step->acts.begin(), statement.step->acts.end(),
                           [&](const library::StepAct& one) { return accepts(one.act, mirrored, course.patient()); });
    });
}

// Allowed by a step that earns nothing, a first look again at a later visit, or a comparison of sides.
bool is_allowed(const Course& course, const Act& act, int done_in_visit) {
    const bool optional = std::any_of(act.fits.begin(), act.fits.end(), [&](const Fit& fit) {
        const Statement& statement = course.statements[fit.statement];
        return statement.is_excused() || (fit.holds && statement.step->strength == Strength::may);
    });
    if (done_in_visit == 0) return optional || compares_sides(course, act);
    return done_in_visit < act.visit && is_question_or_examination(act) && called_for(course, act);
}

Reason reason_of(const Course& course, const Act& act, bool repeated) {
    if (act.cancelled) return Reason::cancelled_in_time;
    if (repeated) return Reason::duplicate;
    for (const Fit& fit : act.fits) {
        const Statement& statement = course.statements[fit.statement];
        if (statement.asks_for_credit() && act.visit < statement.expected_from) return Reason::too_early;
        const bool could_not_be_known = statement.expected_from == 0 && fit.holds;
        if (could_not_be_known && statement.step->strength != Strength::may) return Reason::unjustified_when_ordered;
    }
    return Reason::unneeded;
}

double base_of(const library::Blueprint& blueprint, const Act& act) {
    if (act.is_question() || act.verb == Verb::advise) return blueprint.question;  // advice is talk, as a question is
    return library::is_examination(act.verb) ? blueprint.examination : blueprint.other_act;
}

double risk_of(const Course& course, const Act& act) {
    const library::Catalogue& catalogue = course.library->catalogue;
    const library::Blueprint& blueprint = course.library->blueprint;
    if (const auto* test = act.verb == Verb::order ? library::find(catalogue.tests, act.subject) : nullptr) {
        return test->radiation * blueprint.radiation + test->invasive * blueprint.invasive;
    }
    if (const auto* treatment = act.verb == Verb::treat ? library::find(catalogue.treatments, act.subject) : nullptr) {
        return treatment->invasive * blueprint.invasive;
    }
    if (const auto* examination = library::find(catalogue.examinations, act.name)) {
        return examination->invasive * blueprint.invasive;
    }
    return 0;
}

std::string why_it_costs(const Act& act) {
    if (act.is_question()) return "question";
    if (act.verb == Verb::advise) return "per_10_minutes";
    return library::is_examination(act.verb) ? "examination" : "other_act";
}

LedgerLine line_of(const Course& course, const Act& act, Reason reason) {
    LedgerLine line;
    std::string name = act.name;
    std::replace(name.begin(), name.end(), ' ', '/');
    line.statement = "stewardship/" + name;
    line.component = Component::stewardship;
    line.domain = library::Domain::efficiency;
    line.reason = reason;
    line.at = act.at;
    line.actions = {act.n};
    line.text = library::name_of(course.library->catalogue, course.library->atlas, act.verb, act.subject);
    line.why = why_of(course, why_it_costs(act));
    return line;
}

LedgerLine coverage_line(const Course& course, const Care& care, std::int64_t of) {
    LedgerLine line;
    line.statement = "stewardship/coverage";
    line.component = Component::stewardship;
    line.domain = library::Domain::efficiency;
    line.reason = care.points > 0 ? Reason::done_in_time : Reason::missing;
    line.of = of;
    line.points = care.of > 0 ? of * care.points / care.of : 0;
    line.text = why_of(course, "stewardship");
    line.why = why_of(course, "budget");
    return line;
}

}  // namespace

std::int64_t burden_of(const Course& course, const Act& act) {
    const library::Blueprint& blueprint = course.library->blueprint;
    double burden = base_of(blueprint, act);
    if (act.cancelled) return std::llround(burden / 4 * thousandths);
    burden += risk_of(course, act);
    const auto entry = course.patient().acts.find(act.name);
    if (entry != course.patient().acts.end()) {
        burden +=
            blueprint.per_100_kr * entry->second.cost / 100 + blueprint.per_10_minutes * entry->second.minutes / 10;
    }
    return std::llround(burden * thousandths);
}

std::int64_t Stewardship::at(std::int64_t care_points, std::int64_t care_of, std::int64_t of_burden) const {
    if (care_of <= 0) return 0;
    const std::int64_t earned = of * care_points / care_of;
    return of_burden >= budget ? 0 : earned - earned * of_burden / budget;
}

std::int64_t Stewardship::beyond(std::int64_t of_harmless) const {
    return of_harmless <= budget ? 0 : std::llround(over_budget * static_cast<double>(of_harmless - budget));
}

Stewardship stewardship(const Course& course, const Care& care, const std::vector<bool>& needed, std::int64_t of) {
    Stewardship result;
    result.of = of;
    result.budget = std::llround(course.library->blueprint.budget * thousandths);
    result.lines.push_back(coverage_line(course, care, of));
    result.over_budget = course.library->blueprint.over_budget;
    std::vector<std::int64_t>& burdens = result.burdens;
    History history;
    for (std::size_t i = 0; i < course.acts.size(); ++i) {
        const Act& act = course.acts[i];
        const int done_in_visit = history.before(act);
        history.remember(act);
        if (needed[i] || act.taken_back || is_neutral(course, act)) continue;
        if (!act.cancelled && !act.harmful && is_allowed(course, act, done_in_visit)) continue;
        result.lines.push_back(line_of(course, act, reason_of(course, act, done_in_visit > 0)));
        burdens.push_back(burden_of(course, act));
        result.burden += burdens.back();
        if (!act.harmful) result.harmless += burdens.back();
    }
    const std::int64_t earned = result.lines.front().points;
    const std::vector<std::int64_t> costs =
        split_whole(earned - result.at(care.points, care.of, result.burden), burdens);
    for (std::size_t i = 0; i < costs.size(); ++i) result.lines[i + 1].points = -costs[i];
    return result;
}

Lines beyond_budget(const Course& course, const Stewardship& stewardship) {
    const std::int64_t points = stewardship.beyond(stewardship.harmless);
    if (points == 0) return {};
    LedgerLine line;
    line.statement = "stewardship/over_budget";
    line.component = Component::harm;
    line.domain = library::Domain::efficiency;
    line.reason = Reason::unneeded;
    line.points = -points;
    line.text = why_of(course, "over_budget");
    line.why = why_of(course, "budget");
    return {line};
}

}  // namespace palpera::pathway
