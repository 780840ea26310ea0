#include "engine/pathway/break_even.h"

#include <algorithm>

#include "engine/pathway/resolved.h"

namespace palpera::pathway {
namespace {

bool may_be_guessed(Verb verb) {
    return verb == Verb::order || verb == Verb::treat || verb == Verb::prescribe || verb == Verb::refer;
}

class Market {
public:
    explicit Market(const Resolved& resolved) : resolved_(resolved) {
        for (std::uint32_t s = 0; s < statements().size(); ++s) {
            if (resolved.asks_for_credit(s)) asked_ += resolved.rubric().terms(s).weight;
            has_order_ = has_order_ || !statements()[s].guideline->order.empty();
        }
    }

    // The greatest weight that the act could hope for; none where it is expected or allowed, or no step asks for it.
    std::optional<std::int64_t> hope(Number act, Act::Sides sides) const {
        std::int64_t most = 0;
        for (const Fit& fit : resolved_.rubric().fits(act, sides)) {
            const Terms& terms = resolved_.rubric().terms(fit.statement);
            if (terms.warns) continue;
            if (resolved_.asks_for_credit(fit.statement) || resolved_.is_excused(fit.statement)) return std::nullopt;
            if (terms.is_only_allowed && resolved_.holds_at_arrival(fit.statement)) return std::nullopt;
            most = std::max<std::int64_t>(most, terms.weight);
        }
        return most > 0 ? std::optional(most) : std::nullopt;
    }

    Guess guess(Number number, std::int64_t weight) const {
        const library::Blueprint& blueprint = resolved_.rubric().blueprint();
        const std::int64_t stewardship = blueprint.stewardship * thousandths;
        const std::int64_t care = (blueprint.necessary_care + (has_order_ ? 0 : blueprint.order)) * thousandths;
        const auto budget = static_cast<std::int64_t>(blueprint.budget * thousandths);
        Act act;
        act.number = number;
        return {resolved_.rubric().numbering().acts()[number], (care + stewardship) * weight / (asked_ + weight),
                std::min(stewardship, stewardship * resolved_.rubric().burden(act) / budget)};
    }

private:
    const std::vector<Statement>& statements() const { return resolved_.rubric().statements(); }

    const Resolved& resolved_;
    std::int64_t asked_ = 0;
    bool has_order_ = false;
};

}  // namespace

std::vector<Guess> guesses(const library::Library& library, const library::CaseFile& file,
                           const patient::Patient& patient) {
    const Rubric rubric(library, file, patient);
    CourseWriter writer(rubric.numbering(), library.catalogue, patient);
    library::Action finish;
    finish.verb = Verb::finish;
    writer.carry_out(finish);
    const Course course = writer.take();
    Resolved resolved(rubric);
    resolved.resolve(course);
    const Market market(resolved);
    std::vector<Guess> found;
    for (Number act = 0; act < rubric.numbering().patient_acts(); ++act) {
        const std::string& name = rubric.numbering().acts()[act];
        if (!may_be_guessed(parts_of_name(name).first)) continue;
        // As done on every side, so that a step for either accepts it.
        const Act::Sides sides = patient.acts.at(name).sided ? Act::both_sides : Act::no_sides;
        if (const auto weight = market.hope(act, sides)) found.push_back(market.guess(act, *weight));
    }
    return found;
}

}  // namespace palpera::pathway
