// What the rubric knows of each act: which steps accept it, what speaks against it, what it costs.
#include <algorithm>
#include <cmath>

#include "engine/pathway/ledger.h"
#include "engine/pathway/rubric.h"

namespace palpera::pathway {
namespace {

bool weighs_probabilities(Verb verb) { return verb == Verb::diagnose || verb == Verb::differential; }

// Does the pattern mean an act that is done on these sides of this patient?
bool is_the_side(library::Where where, std::size_t sides, library::Side trouble) {
    if (sides == Act::no_sides) return true;
    const bool right = (sides & Act::right) != 0, left = (sides & Act::left) != 0;
    switch (where) {
        case library::Where::affected:
            return trouble == library::Side::right ? right : trouble == library::Side::left ? left : true;
        case library::Where::other:
            return trouble == library::Side::right ? left : trouble == library::Side::left ? right : true;
        case library::Where::both: return right && left;
        case library::Where::right: return right;
        case library::Where::left: return left;
        case library::Where::any: return true;
    }
    return false;
}

double base_of(const library::Blueprint& blueprint, Verb verb) {
    if (verb == Verb::ask || verb == Verb::advise) return blueprint.question;  // advice is talk, as a question is
    return library::is_examination(verb) ? blueprint.examination : blueprint.other_act;
}

double risk_of(const library::Library& library, const std::string& name, Verb verb, const std::string& subject) {
    const library::Catalogue& catalogue = library.catalogue;
    const library::Blueprint& blueprint = library.blueprint;
    if (const auto* test = verb == Verb::order ? library::find(catalogue.tests, subject) : nullptr) {
        return test->radiation * blueprint.radiation + test->invasive * blueprint.invasive;
    }
    if (const auto* treatment = verb == Verb::treat ? library::find(catalogue.treatments, subject) : nullptr) {
        return treatment->invasive * blueprint.invasive;
    }
    if (const auto* examination = library::find(catalogue.examinations, name)) {
        return examination->invasive * blueprint.invasive;
    }
    return 0;
}

}  // namespace

// Sorts the acts that steps accept: those that look at probabilities, and the others by name.
Rubric::Patterns Rubric::patterns() {
    Patterns patterns;
    for (std::uint32_t s = 0; s < statements_.size(); ++s) {
        for (const library::StepAct& accepted : statements_[s].step->acts) {
            const library::ActPattern& act = accepted.act;
            if (weighs_probabilities(act.verb)) {
                const bool any = act.subject.empty() || act.subject == "any";
                weighings_.push_back(
                    {act.verb, s, any, numbering_.diagnosis(act.subject), act.subject, accepted.credit});
            } else {
                patterns[act.act()].push_back({s, accepted.credit, act.where});
            }
        }
    }
    return patterns;
}

void Rubric::add_kinds() {
    const Patterns accepted = patterns();
    std::vector<std::string> names = numbering_.acts();
    for (const auto& [name, patterns] : accepted) {
        if (numbering_.act(name) != no_number) continue;
        other_acts_.emplace(name, static_cast<Number>(names.size()));
        names.push_back(name);
    }
    for (const std::string& name : names) {
        const auto [verb, subject] = parts_of_name(name);
        Kind kind;
        kind.burden = burden_of(name, verb, false);
        kind.burden_cancelled = burden_of(name, verb, true);
        kind.against = static_cast<std::uint32_t>(against_.size());
        if (const auto* against = contraindications(library_->catalogue, verb, subject)) {
            for (const library::Contraindication& one : *against) against_.push_back({&one, Guards::always});
        }
        kind.against_count = static_cast<std::uint32_t>(against_.size()) - kind.against;
        if (verb == Verb::stop) kind.stops = numbering_.act("prescribe " + subject);
        const auto found = accepted.find(name);
        kind.fits[0] = static_cast<std::uint32_t>(fits_.size());
        for (std::size_t sides = 0; sides < 4; ++sides) {
            if (found != accepted.end()) add_fits(found->second, sides);
            kind.fits[sides + 1] = static_cast<std::uint32_t>(fits_.size());
        }
        kinds_.push_back(kind);
    }
}

// By statement; of several of a statement's acts that would do, the one that earns most.
void Rubric::add_fits(const std::vector<Pattern>& patterns, std::size_t sides) {
    const std::size_t begin = fits_.size();
    for (const Pattern& pattern : patterns) {
        if (!is_the_side(pattern.where, sides, patient_->side)) continue;
        if (fits_.size() > begin && fits_.back().statement == pattern.statement) {
            fits_.back().credit = std::max(fits_.back().credit, pattern.credit);
        } else {
            fits_.push_back({pattern.statement, pattern.credit});
        }
    }
}

Number Rubric::number_of_other(const std::string& name) const {
    const auto found = other_acts_.find(name);
    return found == other_acts_.end() ? no_number : found->second;
}

void Rubric::append_fits(const Course& course, const Act& act, std::vector<Fit>& to) const {
    const auto first = course.probabilities.begin() + act.probabilities, last = first + act.probability_count;
    const auto main = std::max_element(first, last, [](const auto& a, const auto& b) { return a.percent < b.percent; });
    const std::size_t known = numbering_.diagnoses().size();
    const auto is = [&](const Course::Probability& stated, const Weighing& weighing) {
        return stated.diagnosis < known ? stated.diagnosis == weighing.diagnosis
                                        : course.other_diagnoses[stated.diagnosis - known] == weighing.id;
    };
    const auto accepts = [&](const Weighing& weighing) {
        if (weighing.verb != act.verb) return false;
        if (act.verb == Verb::diagnose)
            return main != last && main->percent > 0 && (weighing.any || is(*main, weighing));
        return weighing.any || std::any_of(first, last, [&](const Course::Probability& stated) {
                   return stated.percent > 0 && is(stated, weighing);
               });
    };
    const std::size_t begin = to.size();
    for (const Weighing& weighing : weighings_) {
        if (!accepts(weighing)) continue;
        if (to.size() > begin && to.back().statement == weighing.statement) {
            to.back().credit = std::max(to.back().credit, weighing.credit);
        } else {
            to.push_back({weighing.statement, weighing.credit});
        }
    }
}

std::int64_t Rubric::burden_of(const std::string& name, Verb verb, bool cancelled) const {
    const library::Blueprint& blueprint = library_->blueprint;
    double burden = base_of(blueprint, verb);
    if (cancelled) return std::llround(burden / 4 * thousandths);
    burden += risk_of(*library_, name, verb, parts_of_name(name).second);
    const auto entry = patient_->acts.find(name);
    if (entry != patient_->acts.end()) {
        burden +=
            blueprint.per_100_kr * entry->second.cost / 100 + blueprint.per_10_minutes * entry->second.minutes / 10;
    }
    return std::llround(burden * thousandths);
}

std::int64_t Rubric::burden(const Act& act) const {
    if (act.number >= kinds_.size()) return burden_of({}, act.verb, act.cancelled);
    return act.cancelled ? kinds_[act.number].burden_cancelled : kinds_[act.number].burden;
}

}  // namespace palpera::pathway
