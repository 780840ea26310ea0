#include "engine/pathway/nearest.h"

#include <algorithm>

namespace palpera::pathway {

void NearestCourse::align(const Resolved& resolved, const Care& care) {
    const Rubric& rubric = resolved.rubric();
    act_of_.assign(rubric.statements().size(), none);
    matched_.assign(resolved.acts(), 0);
    filled_ = 0;
    const std::span<const Care::Possible> all = care.possible();
    for (std::size_t begin = 0; begin < all.size();) {
        const std::uint32_t guideline = rubric.terms(all[begin].statement).guideline;
        std::size_t end = begin;
        while (end < all.size() && rubric.terms(all[end].statement).guideline == guideline) ++end;
        align_guideline(resolved, all.subspan(begin, end - begin));
        begin = end;
    }
}

void NearestCourse::align_guideline(const Resolved& resolved, std::span<const Care::Possible> possible) {
    const std::vector<Statement>& statements = resolved.rubric().statements();
    const StepOrder& order = resolved.rubric().order(resolved.rubric().terms(possible.front().statement).guideline);
    // A match saves two moves; more of them weigh more than all credit together, and that more than all earliness.
    const auto acts = static_cast<std::int64_t>(resolved.acts()), slots = static_cast<std::int64_t>(order.steps());
    const std::int64_t of_credit = acts * slots + 1, of_move = slots * (100 * of_credit + acts) + 1;
    candidates_.clear();
    statement_of_.clear();
    for (std::size_t begin = 0; begin < possible.size();) {
        const std::uint32_t s = possible[begin].statement;
        std::size_t end = begin;
        while (end < possible.size() && possible[end].statement == s) ++end;
        for (std::uint32_t slot = 0; slot < static_cast<std::uint32_t>(resolved.rubric().terms(s).wanted); ++slot) {
            for (std::size_t i = begin; i < end; ++i) {
                const std::int64_t percent = possible[i].credit * 100 / Care::whole_credit;
                candidates_.push_back({statements[s].slot + slot, possible[i].act,
                                       2 * of_move + percent * of_credit + acts - possible[i].act});
                statement_of_.push_back(s);
            }
        }
        begin = end;
    }
    for (const std::uint32_t chosen : chooser_.choose(order, candidates_)) {
        const std::uint32_t act = candidates_[chosen].event;
        std::uint32_t& first = act_of_[statement_of_[chosen]];
        first = first == none ? act : std::min(first, act);
        matched_[act] = 1;
        ++filled_;
    }
}

}  // namespace palpera::pathway
