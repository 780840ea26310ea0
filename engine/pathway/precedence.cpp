#include "engine/pathway/precedence.h"

#include <algorithm>
#include <optional>
#include <set>

namespace palpera::pathway {
namespace {

bool serves(const Act& act, std::size_t statement) {
    if (act.cancelled || act.taken_back) return false;
    return std::any_of(act.fits.begin(), act.fits.end(), [&](const Fit& fit) { return fit.statement == statement; });
}

std::optional<std::size_t> first_act(const Course& course, std::size_t statement, bool harmful_too) {
    for (std::size_t i = 0; i < course.acts.size(); ++i) {
        if (serves(course.acts[i], statement) && (harmful_too || !course.acts[i].harmful)) return i;
    }
    return std::nullopt;
}

// Of one that this patient's care turns on; nothing else.
std::optional<std::size_t> expected(const Course& course, const library::Guideline& guideline,
                                    const std::string& step) {
    for (std::size_t i = 0; i < course.statements.size(); ++i) {
        const Statement& statement = course.statements[i];
        if (statement.guideline != &guideline || statement.step->id != step) continue;
        if (statement.asks_for_credit()) return i;
    }
    return std::nullopt;
}

// Its line, without points.
LedgerLine line_of(const Course& course, const library::Guideline& guideline, const library::Precedence& one,
                   std::size_t first, std::size_t then) {
    const auto before = first_act(course, first, false), after = first_act(course, then, true);
    LedgerLine line;
    line.statement = guideline.id + "/" + one.id;
    line.component = Component::order;
    line.domain = course.statements[first].step->domain;
    line.claims = one.claims;
    line.beyond = one.beyond;
    line.text = one.text;
    line.why = one.why;
    if (before) line.actions.push_back(course.acts[*before].n);
    if (after) {
        line.actions.push_back(course.acts[*after].n);
        line.at = course.acts[*after].at;
    }
    const bool both_done = before && first_act(course, then, false);
    line.reason = !both_done ? Reason::missing : *before < *after ? Reason::done_in_time : Reason::out_of_order;
    return line;
}

void share_out(std::int64_t of, Lines& lines) {
    std::vector<LedgerLine*> by_name;
    for (LedgerLine& line : lines) by_name.push_back(&line);
    std::sort(by_name.begin(), by_name.end(),
              [](const LedgerLine* a, const LedgerLine* b) { return a->statement < b->statement; });
    const std::vector<std::int64_t> shares = split_whole(of, std::vector<std::int64_t>(lines.size(), 1));
    for (std::size_t i = 0; i < by_name.size(); ++i) {
        by_name[i]->of = shares[i];
        if (by_name[i]->reason == Reason::done_in_time) by_name[i]->points = shares[i];
    }
}

}  // namespace

Order order_of(const Course& course, std::int64_t of) {
    Order order;
    std::set<const library::Guideline*> seen;
    for (const Statement& statement : course.statements) {
        const library::Guideline& guideline = *statement.guideline;
        if (!seen.insert(&guideline).second) continue;
        for (const library::Precedence& one : guideline.order) {
            const auto first = expected(course, guideline, one.first), then = expected(course, guideline, one.then);
            if (!first || !then) continue;
            order.lines.push_back(line_of(course, guideline, one, *first, *then));
            if (order.lines.back().reason != Reason::done_in_time) continue;
            order.needed.push_back(*first_act(course, *first, false));
        }
    }
    share_out(of, order.lines);
    return order;
}

}  // namespace palpera::pathway
