#include "engine/pathway/precedence.h"

#include <algorithm>
#include <set>

namespace palpera::pathway {
namespace {

const Act* first_act(const Course& course, std::size_t statement) {
    for (const Act& act : course.acts) {
        if (act.cancelled || act.taken_back) continue;
        for (const Fit& fit : act.fits) {
            if (fit.statement == statement) return &act;
        }
    }
    return nullptr;
}

// Of one that this patient's care turns on; nothing else.
std::optional<std::size_t> expected(const Course& course, const library::Guideline& guideline,
                                    const std::string& step) {
    for (std::size_t i = 0; i < course.statements.size(); ++i) {
        const Statement& statement = course.statements[i];
        if (statement.guideline != &guideline || statement.step->id != step) continue;
        if (statement.asks_for_credit() && !statement.excused) return i;
    }
    return std::nullopt;
}

LedgerLine line_of(const Course& course, const library::Guideline& guideline, const library::Precedence& one,
                   std::size_t first, std::size_t then) {
    const Act* before = first_act(course, first);
    const Act* after = first_act(course, then);
    LedgerLine line;
    line.statement = guideline.id + "/" + one.id;
    line.component = Component::order;
    line.domain = course.statements[first].step->domain;
    line.claims = one.claims;
    line.beyond = one.beyond;
    line.text = one.text;
    line.why = one.why;
    if (before) line.actions.push_back(before->n);
    if (after) {
        line.actions.push_back(after->n);
        line.at = after->at;
    }
    line.reason = Reason::missing;
    if (before && after) line.reason = before < after ? Reason::done_in_time : Reason::out_of_order;
    return line;
}

}  // namespace

Lines order_lines(const Course& course, std::int64_t of) {
    Lines lines;
    std::set<const library::Guideline*> seen;
    for (const Statement& statement : course.statements) {
        const library::Guideline& guideline = *statement.guideline;
        if (!seen.insert(&guideline).second) continue;
        for (const library::Precedence& one : guideline.order) {
            const auto first = expected(course, guideline, one.first), then = expected(course, guideline, one.then);
            if (first && then) lines.push_back(line_of(course, guideline, one, *first, *then));
        }
    }
    std::vector<LedgerLine*> by_name;
    for (LedgerLine& line : lines) by_name.push_back(&line);
    std::sort(by_name.begin(), by_name.end(),
              [](const LedgerLine* a, const LedgerLine* b) { return a->statement < b->statement; });
    const std::vector<std::int64_t> shares = split_whole(of, std::vector<std::int64_t>(lines.size(), 1));
    for (std::size_t i = 0; i < by_name.size(); ++i) {
        by_name[i]->of = shares[i];
        if (by_name[i]->reason == Reason::done_in_time) by_name[i]->points = shares[i];
    }
    return lines;
}

}  // namespace palpera::pathway
