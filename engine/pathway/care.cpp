#include "engine/pathway/care.h"

#include <algorithm>

#include "engine/pathway/match.h"

namespace palpera::pathway {
namespace {

constexpr std::int64_t whole_credit = 1'000'000;

int weight(const Statement& statement) { return statement.step->strength == library::Strength::must ? 4 : 2; }

bool counts(const Statement& statement, const Act& act) {
    return !act.cancelled && !act.taken_back && !act.harmful && act.visit >= statement.expected_from;
}

// Full until due, then evenly down to nothing.
std::int64_t timeliness(const Statement& statement, const Act& act) {
    if (!statement.has_due || act.at <= statement.due) return whole_credit;
    const std::int64_t lost = statement.step->lost.value, delay = (act.at - statement.due).value;
    return delay >= lost ? 0 : whole_credit * (lost - delay) / lost;
}

const Fit* fit_of(const Act& act, std::size_t statement) {
    const auto found =
        std::find_if(act.fits.begin(), act.fits.end(), [&](const Fit& fit) { return fit.statement == statement; });
    return found == act.fits.end() ? nullptr : &*found;
}

std::int64_t credit(const Course& course, std::size_t statement, std::size_t act) {
    const Act& done = course.acts[act];
    return timeliness(course.statements[statement], done) / 100 * fit_of(done, statement)->credit;
}

// The statements that ask for credit, by name: so that the order of their declaration never moves a point.
std::vector<std::size_t> by_name(const Course& course) {
    std::vector<std::size_t> found;
    for (std::size_t s = 0; s < course.statements.size(); ++s) {
        if (course.statements[s].asks_for_credit()) found.push_back(s);
    }
    std::sort(found.begin(), found.end(),
              [&](std::size_t a, std::size_t b) { return course.statements[a].id < course.statements[b].id; });
    return found;
}

std::vector<std::int64_t> shares_of(const Course& course, std::int64_t of) {
    const std::vector<std::size_t> asking = by_name(course);
    std::vector<std::int64_t> weights, shares(course.statements.size());
    for (std::size_t s : asking) weights.push_back(weight(course.statements[s]));
    const std::vector<std::int64_t> parts = split_whole(of, weights);
    for (std::size_t i = 0; i < asking.size(); ++i) shares[asking[i]] = parts[i];
    return shares;
}

void match_guideline(const Course& course, const library::Guideline* guideline, const std::vector<std::int64_t>& shares,
                     Care& care) {
    std::vector<std::size_t> steps = by_name(course);
    std::erase_if(steps, [&](std::size_t s) { return course.statements[s].guideline != guideline; });
    std::vector<int> wanted;
    std::vector<Pairing> pairings;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const Statement& statement = course.statements[steps[i]];
        wanted.push_back(statement.step->at_least);
        for (std::size_t a = 0; a < course.acts.size(); ++a) {
            if (!fit_of(course.acts[a], steps[i]) || !counts(statement, course.acts[a])) continue;
            pairings.push_back({i, a, credit(course, steps[i], a) * shares[steps[i]] / wanted[i]});
        }
    }
    for (std::size_t chosen : match(wanted, pairings)) {
        care.acts[steps[pairings[chosen].step]].push_back(pairings[chosen].act);
        care.used[pairings[chosen].act] = true;
    }
    for (std::size_t s : steps) std::sort(care.acts[s].begin(), care.acts[s].end());
}

// Done, but in a visit before the one in which it was called for.
std::vector<int> too_early(const Course& course, std::size_t statement) {
    std::vector<int> actions;
    for (const Act& act : course.acts) {
        const bool early = act.visit < course.statements[statement].expected_from && !act.cancelled && !act.taken_back;
        if (early && fit_of(act, statement)) actions.push_back(act.n);
    }
    return actions;
}

void explain(const Course& course, std::size_t s, const std::vector<std::size_t>& acts, LedgerLine& line) {
    const Statement& statement = course.statements[s];
    for (std::size_t act : acts) line.actions.push_back(course.acts[act].n);
    if (!acts.empty()) line.at = course.acts[acts.front()].at;
    const bool late = std::any_of(acts.begin(), acts.end(), [&](std::size_t act) {
        return timeliness(statement, course.acts[act]) < whole_credit;
    });
    if (static_cast<int>(acts.size()) >= statement.step->at_least) {
        line.reason = late ? Reason::late : Reason::done_in_time;
        return;
    }
    line.reason = statement.is_excused() ? Reason::missing_justified : Reason::missing;
    if (!acts.empty() || statement.is_excused()) return;
    line.actions = too_early(course, s);
    if (!line.actions.empty()) line.reason = Reason::too_early;
}

LedgerLine line_of(const Course& course, std::size_t s, const std::vector<std::size_t>& acts) {
    const library::Step& step = *course.statements[s].step;
    LedgerLine line;
    line.statement = course.statements[s].id;
    line.component = Component::necessary_care;
    line.domain = step.domain;
    line.claims = step.claims;
    line.beyond = step.beyond;
    line.text = step.text;
    line.why = step.why;
    explain(course, s, acts, line);
    return line;
}

void earn(const Course& course, std::size_t s, std::int64_t share, Care& care) {
    LedgerLine& line = care.lines.back();
    const int wanted = course.statements[s].step->at_least;
    std::int64_t earned = 0;
    for (std::size_t act : care.acts[s]) earned += credit(course, s, act);
    line.of = share;
    line.points = share * earned / (wanted * whole_credit);
    care.points += line.points;
    care.of += line.of;
    care.slots += wanted;
    care.filled += static_cast<int>(care.acts[s].size());
}

bool was_done(const Course& course, std::size_t s) {
    return std::any_of(course.acts.begin(), course.acts.end(), [&](const Act& act) { return fit_of(act, s); });
}

}  // namespace

Care necessary_care(const Course& course, std::int64_t of) {
    Care care;
    care.acts.resize(course.statements.size());
    care.used.resize(course.acts.size());
    const std::vector<std::int64_t> shares = shares_of(course, of);
    const library::Guideline* last = nullptr;
    for (const Statement& statement : course.statements) {
        if (statement.guideline != last) match_guideline(course, statement.guideline, shares, care);
        last = statement.guideline;
    }
    for (std::size_t s = 0; s < course.statements.size(); ++s) {
        const Statement& statement = course.statements[s];
        if (!statement.asks_for_credit() && (!statement.is_excused() || was_done(course, s))) continue;
        care.lines.push_back(line_of(course, s, care.acts[s]));
        care.statement_of_line.push_back(s);
        if (statement.asks_for_credit()) earn(course, s, shares[s], care);
    }
    return care;
}

}  // namespace palpera::pathway
