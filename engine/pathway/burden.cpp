#include "engine/pathway/burden.h"

#include <algorithm>
#include <cmath>

namespace palpera::pathway {
namespace {

// Acts that neither earn nor cost when no step asks for them: thinking, writing, waiting and planning to meet again.
bool is_neutral(Verb verb) {
    switch (verb) {
        case Verb::ask:
        case Verb::order:
        case Verb::prescribe:
        case Verb::change:
        case Verb::stop:
        case Verb::treat:
        case Verb::advise:
        case Verb::refer:
        case Verb::sick_note: return false;
        default: return !library::is_examination(verb);
    }
}

bool is_question_or_examination(const Act& act) { return act.verb == Verb::ask || library::is_examination(act.verb); }

Act::Sides mirrored(Act::Sides sides) {
    return sides == Act::right ? Act::left : sides == Act::left ? Act::right : sides;
}

template <class Holds>
bool any_fit(std::span<const Fit> fits, const Holds& holds) {
    return std::any_of(fits.begin(), fits.end(), [&](const Fit& fit) { return holds(fit.statement); });
}

// The healthy side of something that the guideline wants examined.
bool compares_sides(const Resolved& resolved, std::size_t index) {
    const Act& act = resolved.act(index);
    if (!library::is_examination(act.verb) || act.sides == Act::no_sides) return false;
    return any_fit(resolved.rubric().fits(resolved.number(index), mirrored(act.sides)),
                   [&](std::uint32_t s) { return resolved.expected_from(s) > 0; });
}

// Allowed by a step that earns nothing, a first look again at a later visit, or a comparison of sides.
bool is_allowed(const Resolved& resolved, std::size_t index, int done_in_visit) {
    const Act& act = resolved.act(index);
    if (done_in_visit > 0) {
        return done_in_visit < act.visit && is_question_or_examination(act) &&
               any_fit(resolved.fits(index), [&](std::uint32_t s) { return resolved.expected_from(s) > 0; });
    }
    const bool optional = any_fit(resolved.fits(index), [&](std::uint32_t s) {
        return resolved.is_excused(s) || (resolved.rubric().terms(s).is_only_allowed && resolved.held_before(index, s));
    });
    return optional || compares_sides(resolved, index);
}

Reason reason_of(const Resolved& resolved, std::size_t index, bool repeated) {
    const Act& act = resolved.act(index);
    if (act.cancelled) return Reason::cancelled_in_time;
    if (repeated) return Reason::duplicate;
    for (const Fit& fit : resolved.fits(index)) {
        const int from = resolved.expected_from(fit.statement);
        if (resolved.asks_for_credit(fit.statement) && act.visit < from) return Reason::too_early;
        const bool may = resolved.rubric().terms(fit.statement).is_only_allowed;
        if (from == 0 && !may && resolved.held_before(index, fit.statement)) return Reason::unjustified_when_ordered;
    }
    return Reason::unneeded;
}

}  // namespace

// In which visit the same was last done before; 0: never. Tells repetition from follow-up.
int Stewardship::done_in_visit(const Resolved& resolved, std::size_t index) {
    const Act& act = resolved.act(index);
    int& last = last_visit_[act.number * 4 + act.sides];
    return std::exchange(last, act.visit);
}

void Stewardship::score(const Resolved& resolved, const Care& care, const Precedences& precedences, std::int64_t of) {
    const library::Blueprint& blueprint = resolved.rubric().blueprint();
    const std::size_t numbers = resolved.rubric().numbering().acts().size() + resolved.course().other_names.size();
    // Both are left as they were found: nothing was done.
    if (last_visit_.size() < numbers * 4) last_visit_.resize(numbers * 4);
    if (prescribed_.size() < numbers) prescribed_.resize(numbers);
    unneeded_.clear();
    burdens_.clear();
    of_ = of;
    burden_ = harmless_ = 0;
    budget_ = std::llround(blueprint.budget * thousandths);
    over_budget_ = blueprint.over_budget;
    for (std::size_t i = 0; i < resolved.acts(); ++i) {
        if (resolved.is_left_out(i)) continue;
        const Act& act = resolved.act(i);
        const int before = done_in_visit(resolved, i);
        if (act.verb == Verb::prescribe) prescribed_[act.number] = 1;
        if (care.is_used(i) || precedences.is_needed(i) || act.taken_back || is_neutral(act.verb)) continue;
        // Stopping what one has prescribed oneself mends something.
        const Number stopped = act.verb == Verb::stop ? resolved.rubric().stopped_by(act.number) : no_number;
        if (stopped != no_number && prescribed_[stopped]) continue;
        const bool harmful = resolved.is_harmful(i);
        if (!act.cancelled && !harmful && is_allowed(resolved, i, before)) continue;
        unneeded_.push_back({static_cast<std::uint32_t>(i), reason_of(resolved, i, before > 0)});
        burdens_.push_back(resolved.rubric().burden(act));
        burden_ += burdens_.back();
        if (!harmful) harmless_ += burdens_.back();
    }
    for (const Act& act : resolved.course().acts) last_visit_[act.number * 4 + act.sides] = prescribed_[act.number] = 0;
    earned_ = care.of() > 0 ? of * care.points() / care.of() : 0;
    points_ = at(care.points(), care.of(), burden_);
}

std::int64_t Stewardship::at(std::int64_t care_points, std::int64_t care_of, std::int64_t of_burden) const {
    if (care_of <= 0) return 0;
    const std::int64_t earned = of_ * care_points / care_of;
    return of_burden >= budget_ ? 0 : earned - earned * of_burden / budget_;
}

std::int64_t Stewardship::beyond(std::int64_t of_harmless) const {
    return of_harmless <= budget_ ? 0 : std::llround(over_budget_ * static_cast<double>(of_harmless - budget_));
}

void Stewardship::write(const Resolved& resolved, Ledger& ledger) {
    const auto costs = split_(earned_ - points_, burdens_);
    Entry& coverage = ledger.add(Entry::Kind::coverage, earned_ > 0 ? Reason::done_in_time : Reason::missing);
    coverage.of = of_;
    coverage.points = earned_;
    for (std::size_t i = 0; i < unneeded_.size(); ++i) {
        Entry& line = ledger.add(Entry::Kind::unneeded, unneeded_[i].reason, unneeded_[i].act);
        line.points = -costs[i];
        line.at = resolved.act(unneeded_[i].act).at;
        ledger.add_act(unneeded_[i].act);
    }
}

void Stewardship::write_beyond(Ledger& ledger) const {
    const std::int64_t points = beyond(harmless_);
    if (points > 0) ledger.add(Entry::Kind::over_budget, Reason::unneeded).points = -points;
}

}  // namespace palpera::pathway
