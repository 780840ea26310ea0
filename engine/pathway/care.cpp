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

void match_guideline(const Course& course, const library::Guideline* guideline, Care& care) {
    std::vector<int> wanted(course.statements.size());
    std::vector<Pairing> pairings;
    for (std::size_t s = 0; s < course.statements.size(); ++s) {
        const Statement& statement = course.statements[s];
        if (statement.guideline != guideline || !statement.asks_for_credit()) continue;
        wanted[s] = statement.step->at_least;
        for (std::size_t a = 0; a < course.acts.size(); ++a) {
            if (!fit_of(course.acts[a], s) || !counts(statement, course.acts[a])) continue;
            pairings.push_back({s, a, credit(course, s, a) * weight(statement) / wanted[s]});
        }
    }
    for (std::size_t chosen : match(wanted, pairings)) {
        care.acts[pairings[chosen].step].push_back(pairings[chosen].act);
        care.used[pairings[chosen].act] = true;
    }
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
    line.reason = statement.excused && acts.empty() ? Reason::missing_justified : Reason::missing;
    if (!acts.empty() || statement.excused) return;
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

// Remainders go by the statements' names, so that the order of their declaration never moves a point.
void share_out(const Course& course, std::int64_t of, Care& care) {
    std::vector<std::size_t> by_name;
    for (std::size_t i = 0; i < care.lines.size(); ++i) {
        if (care.lines[i].reason != Reason::missing_justified) by_name.push_back(i);
    }
    std::sort(by_name.begin(), by_name.end(),
              [&](std::size_t a, std::size_t b) { return care.lines[a].statement < care.lines[b].statement; });
    std::vector<std::int64_t> weights;
    for (std::size_t i : by_name) weights.push_back(weight(course.statements[care.statement_of_line[i]]));
    const std::vector<std::int64_t> shares = split_whole(of, weights);
    for (std::size_t i = 0; i < by_name.size(); ++i) {
        LedgerLine& line = care.lines[by_name[i]];
        const std::size_t s = care.statement_of_line[by_name[i]];
        const int wanted = course.statements[s].step->at_least;
        std::int64_t earned = 0;
        for (std::size_t act : care.acts[s]) earned += credit(course, s, act);
        line.of = shares[i];
        line.points = line.of * earned / (wanted * whole_credit);
        care.points += line.points;
        care.of += line.of;
        care.slots += wanted;
        care.filled += static_cast<int>(care.acts[s].size());
    }
}

}  // namespace

Care necessary_care(const Course& course, std::int64_t of) {
    Care care;
    care.acts.resize(course.statements.size());
    care.used.resize(course.acts.size());
    const library::Guideline* last = nullptr;
    for (const Statement& statement : course.statements) {
        if (statement.guideline != last) match_guideline(course, statement.guideline, care);
        last = statement.guideline;
    }
    for (std::size_t s = 0; s < course.statements.size(); ++s) {
        if (!course.statements[s].asks_for_credit()) continue;
        care.lines.push_back(line_of(course, s, care.acts[s]));
        care.statement_of_line.push_back(s);
    }
    share_out(course, of, care);
    return care;
}

}  // namespace palpera::pathway
