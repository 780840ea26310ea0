#include "engine/pathway/precedence.h"

namespace palpera::pathway {

void Precedences::find_first_acts(const Resolved& resolved) {
    const std::size_t statements = resolved.rubric().statements().size();
    first_.assign(statements, none);
    first_safe_.assign(statements, none);
    for (std::uint32_t i = 0; i < resolved.acts(); ++i) {
        const Act& act = resolved.act(i);
        if (act.cancelled || act.taken_back || resolved.is_left_out(i)) continue;
        for (const Fit& fit : resolved.fits(i)) {
            if (first_[fit.statement] == none) first_[fit.statement] = i;
            if (first_safe_[fit.statement] == none && !resolved.is_harmful(i)) first_safe_[fit.statement] = i;
        }
    }
}

bool Precedences::find(const Resolved& resolved) {
    lines_.clear();
    needed_.assign(resolved.acts(), 0);
    points_ = 0;
    find_first_acts(resolved);
    const std::vector<PrecedenceRule>& rules = resolved.rubric().precedences();
    by_rank_.assign(rules.size(), none);
    for (std::uint32_t i = 0; i < rules.size(); ++i) {
        const PrecedenceRule& rule = rules[i];
        if (!resolved.asks_for_credit(rule.first) || !resolved.asks_for_credit(rule.then)) continue;
        Line line{i, first_safe_[rule.first], first_[rule.then], Reason::missing, 0, 0};
        const bool both_done = line.before != none && first_safe_[rule.then] != none;
        if (both_done) line.reason = line.before < line.after ? Reason::done_in_time : Reason::out_of_order;
        if (line.reason == Reason::done_in_time) needed_[line.before] = 1;
        by_rank_[rule.rank] = static_cast<std::uint32_t>(lines_.size());
        lines_.push_back(line);
    }
    return !lines_.empty();
}

void Precedences::score(std::int64_t of) {
    const auto count = static_cast<std::int64_t>(lines_.size());
    std::int64_t left = of % count;
    for (const std::uint32_t place : by_rank_) {
        if (place == none) continue;
        Line& line = lines_[place];
        line.of = of / count + (left-- > 0 ? 1 : 0);
        line.points = line.reason == Reason::done_in_time ? line.of : 0;
        points_ += line.points;
    }
}

void Precedences::write(const Resolved& resolved, Ledger& ledger) const {
    for (const Line& line : lines_) {
        Entry& entry = ledger.add(Entry::Kind::precedence, line.reason, line.rule);
        entry.points = line.points;
        entry.of = line.of;
        if (line.after != none) entry.at = resolved.act(line.after).at;
        for (const std::uint32_t act : {line.before, line.after})
            if (act != none) ledger.add_act(act);
    }
}

}  // namespace palpera::pathway
