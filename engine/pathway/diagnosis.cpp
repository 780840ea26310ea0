#include "engine/pathway/diagnosis.h"

#include <algorithm>

namespace palpera::pathway {

using Outcomes = Rubric::Outcomes;

DiagnosisScore::Outcome& DiagnosisScore::outcome(std::uint32_t number) {
    const auto known =
        std::find_if(outcomes_.begin(), outcomes_.end(), [&](const Outcome& one) { return one.outcome == number; });
    if (known != outcomes_.end()) return *known;
    outcomes_.push_back({number, 0, 0});
    return outcomes_.back();
}

// Thousandths of the share earned, over own outcomes or over categories.
std::int64_t DiagnosisScore::quadratic(const Resolved& resolved, const Act& act, std::uint32_t Outcomes::*of_kind,
                                       std::int64_t of) {
    const std::vector<Outcomes>& present = resolved.rubric().present();
    const auto conditions = static_cast<std::int64_t>(present.size());
    if (conditions == 0) return 0;
    // In units of one percent divided by the number of conditions, so that everything stays whole.
    outcomes_.clear();
    std::int64_t rest = 100 * conditions;
    for (std::uint32_t i = 0; i < act.probability_count; ++i) {
        const Course::Probability& stated = resolved.course().probabilities[act.probabilities + i];
        const Outcomes of_stated = resolved.rubric().outcomes(resolved.course(), stated.diagnosis);
        outcome(of_stated.*of_kind).stated += stated.percent * conditions;
        rest -= stated.percent * conditions;
    }
    for (const Outcomes& one : present) outcome(one.*of_kind).truth += 100;
    std::int64_t distance = rest * rest, most = 10'000 * conditions * conditions;
    for (const Outcome& one : outcomes_) {
        most += one.truth * one.truth;
        distance += (one.stated - one.truth) * (one.stated - one.truth);
    }
    return of * std::max<std::int64_t>(0, most - distance) / most;
}

void DiagnosisScore::score(const Resolved& resolved, std::int64_t of) {
    of_ = of;
    exact_ = category_ = 0;
    is_right_ = held_wrongly_ = false;
    act_.reset();
    for (std::size_t i = resolved.acts(); i-- > 0 && !act_;) {
        if (resolved.act(i).verb == Verb::diagnose && !resolved.is_left_out(i)) act_ = static_cast<std::uint32_t>(i);
    }
    if (!act_) return;
    const Act& act = resolved.act(*act_);
    const auto first = resolved.course().probabilities.begin() + act.probabilities;
    const auto last = first + act.probability_count;
    const auto main = std::max_element(first, last, [](const auto& a, const auto& b) { return a.percent < b.percent; });
    if (main == last || main->percent == 0) return;
    const Outcomes of_main = resolved.rubric().outcomes(resolved.course(), main->diagnosis);
    const std::vector<Outcomes>& present = resolved.rubric().present();
    const auto among = [&](std::uint32_t Outcomes::*kind) {
        return std::any_of(present.begin(), present.end(),
                           [&](const Outcomes& one) { return one.*kind == of_main.*kind; });
    };
    exact_ = quadratic(resolved, act, &Outcomes::own, of);
    is_right_ = among(&Outcomes::own);
    if (!is_right_ && !present.empty())
        held_wrongly_ = quadratic(resolved, act, &Outcomes::own, 2 * thousandths) < thousandths;
    if (!among(&Outcomes::category)) return;
    const std::int64_t near =
        quadratic(resolved, act, &Outcomes::category, of) * resolved.rubric().blueprint().category_credit / 100;
    category_ = std::max<std::int64_t>(0, near - exact_);
}

void DiagnosisScore::write(const Resolved& resolved, Ledger& ledger) const {
    const auto add = [&](Entry::Kind kind, bool earned, std::int64_t points, std::int64_t of) {
        Entry& line = ledger.add(kind, earned ? Reason::done_in_time : Reason::missing);
        line.points = points;
        line.of = of;
        if (!act_) return;
        line.at = resolved.act(*act_).at;
        ledger.add_act(*act_);
    };
    add(Entry::Kind::diagnosis, is_right_, exact_, of_);
    if (category_ > 0) add(Entry::Kind::category, true, category_, 0);
}

}  // namespace palpera::pathway
