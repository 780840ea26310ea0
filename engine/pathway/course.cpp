#include "engine/pathway/course.h"

#include <algorithm>

#include "engine/pathway/harm.h"
#include "engine/pathway/knowledge.h"

namespace palpera::pathway {
namespace {

using encounter::Event;
using library::Step;
using library::Strength;

constexpr Minutes one_day = base::days(1);

bool is_main_diagnosis(const library::Action& action, std::string_view condition) {
    const auto main = std::max_element(action.probabilities.begin(), action.probabilities.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    if (main == action.probabilities.end() || main->second == 0) return false;
    return condition.empty() || condition == "any" || main->first == condition;
}

bool weighs(const library::Action& action, std::string_view condition) {
    return condition.empty() || condition == "any" ||
           std::any_of(action.probabilities.begin(), action.probabilities.end(),
                       [&](const auto& one) { return one.first == condition && one.second > 0; });
}

bool closes_visit(const library::Action& action) {
    return action.verb == Verb::end_visit || action.verb == Verb::finish ||
           (action.verb == Verb::wait && action.span() >= one_day);
}

// Plays the encounter again and looks at each act with what was true, findable and shown just before it.
class Replay {
public:
    explicit Replay(Course& course)
        : course_(course),
          events_(course.encounter->events),
          index_(course.patient()),
          guards_(course),
          running_(course.patient(), guards_.layout()) {}

    void run() {
        look_at_visit();
        for (const Event& event : events_) {
            const bool opens = event.visit != running_.progress.visit;
            if (running_.visit_open && closes_visit(event.action)) {
                look_at_visit();
                course_.visit_ends.push_back(event.at);
            }
            if (opens) {
                const patient::Progress before = running_.progress;
                encounter::carry_out(running_, event.action);
                look_at_visit();
                look_at(event, opened(event, before));
            } else {
                look_at(event, running_.progress);
                encounter::carry_out(running_, event.action);
            }
            remember(event.action);
        }
        if (running_.visit_open) {
            look_at_visit();
            course_.visit_ends.push_back(running_.progress.now);
        }
    }

private:
    // As it was when the visit had been opened and the act had not been carried out.
    patient::Progress opened(const Event& event, const patient::Progress& before) const {
        const auto entry = course_.patient().acts.find(event.action.act());
        const bool gives = event.action.verb == Verb::prescribe && entry != course_.patient().acts.end();
        return running_.progress.without_act(before, event.at,
                                             gives ? entry->second.facts : std::vector<std::string>{});
    }

    // Which steps are expected from this visit on.
    void look_at_visit() {
        const patient::Moment moment(course_.patient(), running_.progress);
        const Findable findable(course_.patient(), index_, moment);
        const Instant instant(guards_, running_.progress, findable);
        for (Statement& statement : course_.statements) {
            if (statement.step->severity > 0) continue;
            if (!statement.excused) statement.excused = all_contraindicated(course_, statement, instant);
            if (statement.expected_from != 0) continue;
            if (instant.is_known(statement.step->when)) statement.expected_from = running_.progress.visit;
        }
    }

    void look_at(const Event& event, const patient::Progress& progress) {
        const patient::Moment moment(course_.patient(), progress);
        if (event.action.verb == Verb::decline) excuse(event.action, moment);
        const Known known(course_.patient(), moment, brought_about_);
        const Instant instant(guards_, progress, known);
        if (event.action.verb != Verb::say) return look_at_act(event, event.action.subject, instant);
        for (const std::string& question : encounter::understood(event.action)) look_at_act(event, question, instant);
    }

    void look_at_act(const Event& event, const std::string& subject, const Instant& instant) {
        Act act;
        act.n = event.n;
        act.at = event.at;
        act.visit = event.visit;
        act.action = &event.action;
        act.verb = event.action.verb == Verb::say ? Verb::ask : event.action.verb;
        act.subject = subject;
        act.name = event.action.verb == Verb::say ? "ask " + subject : event.action.act();
        place(act);
        for (std::size_t i = 0; i < course_.statements.size(); ++i) fit(act, i, instant);
        add_harms_of_catalogue(course_, instant, act);
        act.harmful = std::any_of(act.harms.begin(), act.harms.end(), [](const Harm& harm) { return harm.known; });
        course_.acts.push_back(std::move(act));
    }

    void place(Act& act) const {
        const auto entry = course_.patient().acts.find(act.name);
        if (entry == course_.patient().acts.end() || !entry->second.sided) return;
        Side side = act.action->side;
        if (side == Side::none && act.verb == Verb::order) side = course_.patient().side;
        act.right = side != Side::left;
        act.left = side != Side::right;
    }

    void fit(Act& act, std::size_t index, const Instant& instant) {
        const Statement& statement = course_.statements[index];
        const library::StepAct* best = nullptr;
        for (const library::StepAct& accepted : statement.step->acts) {
            if (!accepts(accepted.act, act, course_.patient())) continue;
            if (!best || accepted.credit > best->credit) best = &accepted;
        }
        if (!best) return;
        const bool holds = instant.is_true(statement.step->when);
        if (statement.step->severity == 0) {
            act.fits.push_back({index, best->credit, holds});
        } else if (holds) {
            act.harms.push_back(harm_of(statement, instant.is_known(statement.step->when)));
        }
    }

    // A reason excuses where it is true of the patient and speaks against one of the step's acts.
    void excuse(const library::Action& decline, const patient::Moment& moment) {
        if (moment.value(decline.reason) != script::Value(true)) return;
        for (Statement& statement : course_.statements) {
            if (statement.step->id == decline.subject && speaks_against(course_, statement, decline.reason)) {
                statement.excused = true;
            }
        }
    }

    void remember(const library::Action& action) {
        if (action.verb != Verb::prescribe) return;
        const auto entry = course_.patient().acts.find(action.act());
        if (entry == course_.patient().acts.end()) return;
        brought_about_.insert(entry->second.facts.begin(), entry->second.facts.end());
    }

    Course& course_;
    const base::History<Event>& events_;
    Findable::Index index_;
    Guards guards_;
    encounter::Encounter running_;
    std::set<std::string> brought_about_;
};

void mark_undone(Course& course) {
    for (const encounter::Order& order : course.encounter->orders) {
        if (!order.cancelled) continue;
        for (Act& act : course.acts) act.cancelled = act.cancelled || act.n == order.action;
    }
    const auto& taken_back = course.encounter->taken_back;
    for (Act& act : course.acts) {
        const bool named = std::find(taken_back.begin(), taken_back.end(), act.n) != taken_back.end();
        act.taken_back = named && act.action->verb == Verb::say;
    }
}

// Until when each statement earns full points. What is due at the end of a visit that was never held is due only after
// `finish`, and so not expected unless it was done.
void set_bounds(Course& course) {
    const auto visits = static_cast<int>(course.visit_ends.size());
    for (std::size_t i = 0; i < course.statements.size(); ++i) {
        Statement& statement = course.statements[i];
        const Step& step = *statement.step;
        statement.has_due = step.until || (step.until_visit > 0 && step.until_visit <= visits);
        if (step.until) statement.due = *step.until;
        if (step.until_visit == 0) continue;
        if (step.until_visit <= visits) {
            statement.due = course.visit_ends[static_cast<std::size_t>(step.until_visit - 1)];
            continue;
        }
        const bool done = std::any_of(course.acts.begin(), course.acts.end(), [&](const Act& act) {
            return std::any_of(act.fits.begin(), act.fits.end(), [&](const Fit& fit) { return fit.statement == i; });
        });
        if (!done) statement.expected_from = 0;
    }
}

}  // namespace

bool Statement::would_ask() const {
    return expected_from > 0 && (step->strength == Strength::must || step->strength == Strength::should);
}

bool accepts(const library::ActPattern& pattern, const Act& act, const patient::Patient& patient) {
    if (pattern.verb != act.verb) return false;
    if (act.verb == Verb::diagnose) return is_main_diagnosis(*act.action, pattern.subject);
    if (act.verb == Verb::differential) return weighs(*act.action, pattern.subject);
    if (pattern.subject != act.subject) return false;
    if (!act.right && !act.left) return true;
    const bool affected = patient.side == Side::right ? act.right : patient.side == Side::left ? act.left : true;
    const bool other = patient.side == Side::right ? act.left : patient.side == Side::left ? act.right : true;
    switch (pattern.where) {
        case library::Where::affected: return affected;
        case library::Where::other: return other;
        case library::Where::both: return act.right && act.left;
        case library::Where::right: return act.right;
        case library::Where::left: return act.left;
        case library::Where::any: return true;
    }
    return false;
}

Course course_of(const library::Library& library, const library::CaseFile& file,
                 const encounter::Encounter& encounter) {
    Course course;
    course.library = &library;
    course.file = &file;
    course.encounter = &encounter;
    for (const std::string& id : file.guidelines) {
        const library::Guideline* guideline = library::find(library.guidelines, id);
        if (!guideline) continue;
        for (const Step& step : guideline->steps) {
            Statement statement;
            statement.id = id + "/" + step.id;
            statement.guideline = guideline;
            statement.step = &step;
            course.statements.push_back(std::move(statement));
        }
    }
    Replay(course).run();
    mark_undone(course);
    set_bounds(course);
    return course;
}

}  // namespace palpera::pathway
