#include "engine/pathway/resolved.h"

#include <algorithm>

namespace palpera::pathway {
namespace {

using View = Guards::View;

constexpr int severity_of_overdose = 2;

}  // namespace

void Resolved::resolve(const Course& course) {
    course_ = &course;
    left_out_ = 0;
    expected_.assign(rubric_->statements().size(), {});
    fits_.clear();
    harms_.clear();
    first_fit_.assign(1, 0);
    first_harm_.assign(1, 0);
    harmful_.assign(course.acts.size(), 0);
    rubric_->guards().begin(course, memory_);
    waiting_.clear();
    for (std::uint32_t s = 0; s < expected_.size(); ++s)
        if (!rubric_->terms(s).warns) waiting_.push_back(s);
    for (const Course::Look& one : course.looks) look(one);
    for (const Course::Declined& declined : course.declined) {
        for (std::size_t s = 0; s < expected_.size(); ++s) {
            const Statement& statement = rubric_->statements()[s];
            if (statement.step->id != declined.step || expected_[s].excused) continue;
            expected_[s].excused = rubric_->speaks_against(statement, declined.fact);
        }
    }
    for (std::size_t act = 0; act < course.acts.size(); ++act) look_at(act);
    set_bounds();
}

// Which steps are expected from this visit on.
void Resolved::look(const Course::Look& look) {
    const Instant instant{look.before, look.now, look.visit, course_->findable.data() + look.findable};
    std::size_t still = 0;
    for (const std::uint32_t s : waiting_) {
        const Terms& terms = rubric_->terms(s);
        Expected& expected = expected_[s];
        if (!expected.excused && terms.may_be_forbidden) expected.excused = is_forbidden(s, instant);
        if (expected.from == 0 && hold(terms.when, View::findable, instant)) expected.from = look.visit;
        if (expected.from == 0 || (terms.may_be_forbidden && !expected.excused)) waiting_[still++] = s;
    }
    waiting_.resize(still);
}

bool Resolved::is_forbidden(std::uint32_t statement, const Instant& instant) const {
    const auto& forbidden = rubric_->statements()[statement].forbidden;
    return std::all_of(forbidden.begin(), forbidden.end(), [&](const std::vector<Guards::Id>& any) {
        return std::any_of(any.begin(), any.end(), [&](Guards::Id guard) { return hold(guard, View::truth, instant); });
    });
}

Number Resolved::number(std::size_t act) const {
    const Number number = course_->acts[act].number;
    const std::size_t known = rubric_->numbering().acts().size();
    return number < known ? number : rubric_->number_of_other(course_->other_names[number - known]);
}

void Resolved::look_at(std::size_t index) {
    const Act& act = course_->acts[index];
    const Number kind = number(index);
    const Instant instant = before(act);
    const auto add = [&](const Fit& fit) {
        const Terms& terms = rubric_->terms(fit.statement);
        if (!terms.warns) {
            fits_.push_back(fit);
            expected_[fit.statement].done = true;
        } else if (hold(terms.when, View::truth, instant)) {
            const library::Step& step = *rubric_->statements()[fit.statement].step;
            harms_.push_back({Entry::Kind::avoided, fit.statement, step.severity,
                              hold(terms.when, View::known, instant), step.strength == library::Strength::never});
        }
    };
    for (const Fit& fit : rubric_->fits(kind, act.sides)) add(fit);
    if (act.probability_count > 0 || act.verb == Verb::differential) {
        all_fits_.clear();
        rubric_->append_fits(*course_, act, all_fits_);
        for (const Fit& fit : all_fits_) add(fit);
    }
    if (act.overdose) harms_.push_back({Entry::Kind::overdose, 0, severity_of_overdose, true, false});
    for (const Against& against : rubric_->against(kind)) {
        if (!hold(against.when, View::truth, instant)) continue;
        harms_.push_back({Entry::Kind::contraindicated, rubric_->place_of(against), against.what->severity,
                          hold(against.when, View::known, instant), false});
    }
    first_fit_.push_back(static_cast<std::uint32_t>(fits_.size()));
    first_harm_.push_back(static_cast<std::uint32_t>(harms_.size()));
    for (const Harm& harm : harms(index)) harmful_[index] |= harm.known ? 1 : 0;
}

bool Resolved::held_before(std::size_t act, std::uint32_t statement) const {
    return hold(rubric_->terms(statement).when, View::truth, before(course_->acts[act]));
}

// Until when each statement earns full points. What is due at the end of a visit that was never held is due only after
// `finish`, and so not expected unless it was done.
void Resolved::set_bounds() {
    const auto visits = static_cast<int>(course_->visit_ends.size());
    for (std::size_t s = 0; s < expected_.size(); ++s) {
        const Terms& terms = rubric_->terms(s);
        Expected& expected = expected_[s];
        if (terms.until >= 0) expected.due = terms.until;
        if (terms.until_visit > 0 && terms.until_visit <= visits) {
            expected.due = course_->visit_ends[static_cast<std::size_t>(terms.until_visit - 1)];
        } else if (terms.until_visit > 0 && !expected.done) {
            expected.from = 0;
        }
        expected.asks = !expected.excused && expected.from > 0 && terms.weight > 0;
    }
}

}  // namespace palpera::pathway
