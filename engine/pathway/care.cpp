#include "engine/pathway/care.h"

#include <algorithm>
#include <numeric>

namespace palpera::pathway {
namespace {

bool counts(const Resolved& resolved, std::size_t index, std::uint32_t statement) {
    const Act& act = resolved.act(index);
    return act.visit >= resolved.expected_from(statement);
}

bool may_count(const Resolved& resolved, std::size_t index) {
    const Act& act = resolved.act(index);
    return !act.cancelled && !act.taken_back && !resolved.is_harmful(index) && !resolved.is_left_out(index);
}

// Full until due, then evenly down to nothing.
std::int64_t timeliness(const Resolved& resolved, std::uint32_t statement, const Act& act) {
    const std::int64_t due = resolved.due(statement);
    if (act.at <= due) return Care::whole_credit;
    const std::int64_t lost = resolved.rubric().terms(statement).lost, delay = act.at - due;
    return delay >= lost ? 0 : Care::whole_credit * (lost - delay) / lost;
}

bool serves(const Resolved& resolved, std::size_t act, std::uint32_t statement) {
    const auto fits = resolved.fits(act);
    return !resolved.is_left_out(act) &&
           std::any_of(fits.begin(), fits.end(), [&](const Fit& fit) { return fit.statement == statement; });
}

bool was_done(const Resolved& resolved, std::uint32_t statement) {
    for (std::size_t act = 0; act < resolved.acts(); ++act)
        if (serves(resolved, act, statement)) return true;
    return false;
}

// Done, but in a visit before the one in which it was called for.
void add_too_early(const Resolved& resolved, std::uint32_t statement, Ledger& ledger) {
    for (std::size_t i = 0; i < resolved.acts(); ++i) {
        const Act& act = resolved.act(i);
        const bool early = act.visit < resolved.expected_from(statement) && !act.cancelled && !act.taken_back;
        if (early && serves(resolved, i, statement)) ledger.add_act(i);
    }
}

}  // namespace

void Care::score(const Resolved& resolved, std::int64_t of) {
    share_out(resolved, of);
    find_possible(resolved);
    choose(resolved);
    add_up(resolved);
}

// By name, so that the order of declarations never moves a point.
void Care::share_out(const Resolved& resolved, std::int64_t of) {
    asked_before_.swap(asking_);
    asking_.clear();
    for (const std::uint32_t s : resolved.rubric().by_rank())
        if (resolved.asks_for_credit(s)) asking_.push_back(s);
    // Most students of a patient are asked for the same.
    if (of == shared_out_ && asking_ == asked_before_) return;
    shared_out_ = of;
    weights_.clear();
    for (const std::uint32_t s : asking_) weights_.push_back(resolved.rubric().terms(s).weight);
    shares_.assign(resolved.rubric().statements().size(), 0);
    const auto parts = split_(of, weights_);
    for (std::size_t i = 0; i < asking_.size(); ++i) shares_[asking_[i]] = parts[i];
}

void Care::find_possible(const Resolved& resolved) {
    const Rubric& rubric = resolved.rubric();
    possible_.clear();
    tangled_.assign(rubric.statements().size(), 0);
    tangled_guidelines_.clear();
    for (std::size_t act = 0; act < resolved.acts(); ++act) {
        if (!may_count(resolved, act)) continue;
        const std::size_t before = possible_.size();
        for (const Fit& fit : resolved.fits(act)) {
            if (!resolved.asks_for_credit(fit.statement) || !counts(resolved, act, fit.statement)) continue;
            const std::int64_t in_time = timeliness(resolved, fit.statement, resolved.act(act));
            possible_.push_back({fit.statement, static_cast<std::uint32_t>(act), in_time / 100 * fit.credit});
            if (possible_.size() == before + 1) continue;
            const std::uint32_t other = possible_[possible_.size() - 2].statement;
            const std::uint32_t guideline = rubric.terms(other).guideline;
            if (guideline != rubric.terms(fit.statement).guideline) continue;
            tangled_[other] = tangled_[fit.statement] = 1;
            const auto known = std::find(tangled_guidelines_.begin(), tangled_guidelines_.end(), guideline);
            if (known == tangled_guidelines_.end()) tangled_guidelines_.push_back(guideline);
        }
    }
    sort_by_statement(rubric.statements().size());
}

// Where several acts may serve one statement they stay in their order.
void Care::sort_by_statement(std::size_t statements) {
    first_possible_.assign(statements + 2, 0);
    for (const Possible& one : possible_) ++first_possible_[one.statement + 2];
    for (std::size_t s = 2; s < first_possible_.size(); ++s) first_possible_[s] += first_possible_[s - 1];
    sorted_.resize(possible_.size());
    for (const Possible& one : possible_) sorted_[first_possible_[one.statement + 1]++] = one;
}

void Care::choose(const Resolved& resolved) {
    used_.assign(resolved.acts(), 0);
    first_act_.assign(first_possible_.begin(), first_possible_.end() - 2);
    act_count_.assign(first_act_.size(), 0);
    acts_.resize(sorted_.size());
    act_credit_.resize(sorted_.size());
    for (const std::uint32_t s : asking_)
        if (!tangled_[s]) choose_alone(s, resolved.rubric().terms(s).wanted);
    for (const std::uint32_t guideline : tangled_guidelines_) choose_tangled(resolved, guideline);
}

void Care::count(std::uint32_t index, std::uint32_t statement) {
    const std::uint32_t at = first_act_[statement] + act_count_[statement]++;
    acts_[at] = sorted_[index].act;
    act_credit_[at] = sorted_[index].credit;
    used_[sorted_[index].act] = 1;
}

// None of its acts may serve another step: those that earn most, of equal ones the earlier.
void Care::choose_alone(std::uint32_t s, int at_least) {
    const std::uint32_t begin = first_possible_[s], end = first_possible_[s + 1];
    const auto wanted = std::min(static_cast<std::uint32_t>(at_least), end - begin);
    if (wanted == 0) return;
    const auto earns_more = [&](std::uint32_t a, std::uint32_t b) {
        return sorted_[a].credit != sorted_[b].credit ? sorted_[a].credit > sorted_[b].credit : a < b;
    };
    if (wanted == 1) {
        std::uint32_t best = begin;
        for (std::uint32_t i = begin + 1; i < end; ++i) best = earns_more(i, best) ? i : best;
        return count(best, s);
    }
    origin_.resize(end - begin);
    std::iota(origin_.begin(), origin_.end(), begin);
    std::partial_sort(origin_.begin(), origin_.begin() + wanted, origin_.end(), earns_more);
    std::sort(origin_.begin(), origin_.begin() + wanted);
    for (std::uint32_t i = 0; i < wanted; ++i) count(origin_[i], s);
}

// Steps that share an act: the choice for one bears on the others.
void Care::choose_tangled(const Resolved& resolved, std::uint32_t guideline) {
    const bool by_shares = resolved.rubric().blueprint().scoring_version == 1;
    wanted_.clear();
    pairings_.clear();
    origin_.clear();
    std::uint32_t place = 0;
    for (const std::uint32_t s : asking_) {
        const Terms& terms = resolved.rubric().terms(s);
        if (terms.guideline != guideline) continue;
        const std::uint32_t order = place++;
        if (!tangled_[s]) continue;
        const int wanted = terms.wanted;
        // In version 1 an odd thousandth of a point could decide between two steps.
        const std::int64_t worth = by_shares ? shares_[s] : terms.weight * thousandths;
        for (std::uint32_t i = first_possible_[s]; i < first_possible_[s + 1]; ++i) {
            const std::int64_t credit = sorted_[i].credit * worth / wanted;
            pairings_.push_back({static_cast<std::uint32_t>(wanted_.size()), sorted_[i].act, credit, order});
            origin_.push_back(i);
        }
        wanted_.push_back(wanted);
    }
    for (const std::uint32_t chosen : matcher_.match(wanted_, pairings_))
        count(origin_[chosen], sorted_[origin_[chosen]].statement);
}

void Care::add_up(const Resolved& resolved) {
    points_ = of_ = 0;
    slots_ = filled_ = 0;
    missed_vital_.clear();
    line_points_.assign(shares_.size(), 0);
    for (const std::uint32_t s : asking_) {
        const int wanted = resolved.rubric().terms(s).wanted;
        std::int64_t earned = 0;
        for (std::uint32_t i = 0; i < act_count_[s]; ++i) earned += act_credit_[first_act_[s] + i];
        line_points_[s] = shares_[s] * earned / (wanted * whole_credit);
        if (earned == 0 && resolved.rubric().terms(s).vital) missed_vital_.push_back(s);
        points_ += line_points_[s];
        of_ += shares_[s];
        slots_ += wanted;
        filled_ += static_cast<int>(act_count_[s]);
    }
}

void Care::write(const Resolved& resolved, Ledger& ledger) const {
    for (std::uint32_t s = 0; s < shares_.size(); ++s) {
        const bool asks = resolved.asks_for_credit(s);
        if (!asks && (!resolved.is_excused(s) || was_done(resolved, s))) continue;
        Entry& line = ledger.add(Entry::Kind::step, Reason::missing, s);
        line.of = shares_[s];
        line.points = line_points_[s];
        explain(resolved, s, ledger);
    }
}

void Care::explain(const Resolved& resolved, std::uint32_t s, Ledger& ledger) const {
    Entry& line = ledger.entries.back();
    bool late = false;
    for (const std::uint32_t act : acts(s)) {
        ledger.add_act(act);
        late = late || timeliness(resolved, s, resolved.act(act)) < whole_credit;
    }
    if (act_count_[s] > 0) line.at = resolved.act(acts(s).front()).at;
    if (static_cast<int>(act_count_[s]) >= resolved.rubric().terms(s).wanted) {
        line.reason = late ? Reason::late : Reason::done_in_time;
        return;
    }
    line.reason = resolved.is_excused(s) ? Reason::missing_justified : Reason::missing;
    if (act_count_[s] > 0 || resolved.is_excused(s)) return;
    if (resolved.expected_from(s) > 1) add_too_early(resolved, s, ledger);
    if (line.act_count > 0) line.reason = Reason::too_early;
}

}  // namespace palpera::pathway
