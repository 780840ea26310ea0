#include "engine/pathway/break_even.h"

#include <algorithm>

#include "engine/pathway/burden.h"
#include "engine/pathway/care.h"

namespace palpera::pathway {
namespace {

using library::Strength;

bool may_be_guessed(Verb verb) {
    return verb == Verb::order || verb == Verb::treat || verb == Verb::prescribe || verb == Verb::refer;
}

// The act as done on every side, so that a step for either accepts it.
Act act_of(const std::string& name, const patient::PatientAct& entry) {
    Act act;
    act.name = name;
    const std::size_t space = name.find(' ');
    act.verb = library::verb_of(name.substr(0, space)).value_or(Verb::finish);
    act.subject = space == std::string::npos ? "" : name.substr(space + 1);
    act.right = act.left = entry.sided;
    return act;
}

class Market {
public:
    Market(const Course& course, const patient::Progress& arrival)
        : course_(course), arrival_(course.patient(), arrival) {
        for (const Statement& statement : course.statements) {
            if (statement.asks_for_credit()) asked_ += weight_of(*statement.step);
        }
    }

    // The greatest weight that the act could hope for; none where it is expected or allowed, or no step asks for it.
    std::optional<std::int64_t> hope(const Act& act) const {
        std::int64_t most = 0;
        for (const Statement& statement : course_.statements) {
            const library::Step& step = *statement.step;
            const bool fits = std::any_of(step.acts.begin(), step.acts.end(), [&](const library::StepAct& one) {
                return accepts(one.act, act, course_.patient());
            });
            if (!fits || step.severity > 0) continue;
            if (statement.asks_for_credit() || statement.is_excused()) return std::nullopt;
            const bool optional = step.strength == Strength::may;
            if (optional && script::evaluate(step.when, arrival_) == script::Truth::yes) return std::nullopt;
            if (!optional) most = std::max(most, weight_of(step));
        }
        return most > 0 ? std::optional(most) : std::nullopt;
    }

    Guess guess(const Act& act, std::int64_t weight) const {
        const library::Blueprint& blueprint = course_.library->blueprint;
        const std::int64_t stewardship = blueprint.stewardship * thousandths;
        const std::int64_t care = (blueprint.necessary_care + (has_order() ? 0 : blueprint.order)) * thousandths;
        const auto budget = static_cast<std::int64_t>(blueprint.budget * thousandths);
        return {act.name, (care + stewardship) * weight / (asked_ + weight),
                std::min(stewardship, stewardship * burden_of(course_, act) / budget)};
    }

private:
    static std::int64_t weight_of(const library::Step& step) { return step.strength == Strength::must ? 4 : 2; }

    bool has_order() const {
        return std::any_of(course_.statements.begin(), course_.statements.end(),
                           [](const Statement& one) { return !one.guideline->order.empty(); });
    }

    const Course& course_;
    patient::Moment arrival_;
    std::int64_t asked_ = 0;
};

}  // namespace

std::vector<Guess> guesses(const library::Library& library, const library::CaseFile& file,
                           const patient::Patient& patient) {
    encounter::Encounter encounter(patient);
    const patient::Progress arrival = encounter.progress;
    library::Action finish;
    finish.verb = Verb::finish;
    encounter::carry_out(encounter, finish);
    const Course course = course_of(library, file, encounter);
    const Market market(course, arrival);
    std::vector<Guess> found;
    for (const auto& [name, entry] : patient.acts) {
        const Act act = act_of(name, entry);
        if (!may_be_guessed(act.verb)) continue;
        if (const auto weight = market.hope(act)) found.push_back(market.guess(act, *weight));
    }
    return found;
}

}  // namespace palpera::pathway
