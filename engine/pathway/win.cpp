#include <algorithm>

#include "engine/pathway/words.h"

namespace palpera::pathway {
namespace {

// Each harmful act that is left out is a whole scoring; a course of thousands of them is no course to learn from.
constexpr int most_harms_tried = 100;

// How much more there would be if only one line were put right.
class Gains {
public:
    Gains(Scorer& scorer, const Score& score)
        : scorer_(scorer), score_(score), sum_(scorer.sum()), cap_(scorer.cap()) {}

    std::int64_t of(const Entry& entry) {
        switch (component_of(entry.kind)) {
            case Component::necessary_care: return of_care(entry.of - entry.points, cap_with_care_for(entry));
            case Component::order: return raised(entry.of - entry.points, cap_);
            case Component::stewardship:
                return entry.kind == Entry::Kind::unneeded ? of_leaving_out_unneeded(entry) : 0;
            case Component::diagnosis:
                return entry.of == 0 ? 0
                                     : raised(entry.of - scorer_.diagnosis().points(), scorer_.cap(CapReason::wrong));
            case Component::harm: return of_leaving_out_harmful(entry);
        }
        return 0;
    }

private:
    std::int64_t raised(std::int64_t by, const std::optional<Score::Cap>& cap) const {
        return Scorer::within(sum_ + by, cap) - score_.millipoints;
    }

    // The only vital step that was missed lifts its cap.
    std::optional<Score::Cap> cap_with_care_for(const Entry& entry) const {
        const auto missed = scorer_.care().missed_vital();
        const bool lifts = missed.size() == 1 && entry.kind == Entry::Kind::step && entry.about == missed.front();
        return lifts ? scorer_.cap(CapReason::missed) : cap_;
    }

    std::int64_t of_care(std::int64_t lost, const std::optional<Score::Cap>& cap) const {
        const Care& care = scorer_.care();
        const Stewardship& stewardship = scorer_.stewardship();
        return raised(lost + stewardship.at(care.points() + lost, care.of(), stewardship.burden()) -
                          stewardship.at(care.points(), care.of(), stewardship.burden()),
                      cap);
    }

    std::int64_t of_leaving_out_unneeded(const Entry& entry) {
        const Stewardship& stewardship = scorer_.stewardship();
        const std::int64_t burden = stewardship.burden_of(unneeded_++);
        if (scorer_.resolved().is_harmful(entry.about)) return 0;
        const Care& care = scorer_.care();
        const std::int64_t saved = stewardship.at(care.points(), care.of(), stewardship.burden() - burden) -
                                   stewardship.at(care.points(), care.of(), stewardship.burden());
        return raised(
            saved + stewardship.beyond(stewardship.harmless()) - stewardship.beyond(stewardship.harmless() - burden),
            cap_);
    }

    // It may have stood in the way of an order, or hidden that a later one was the first: all is scored again.
    std::int64_t of_leaving_out_harmful(const Entry& entry) {
        if (entry.points >= 0 || entry.act_count == 0 || tried_ == most_harms_tried) return 0;
        ++tried_;
        const std::uint32_t act = score_.ledger.acts_of(entry).front();
        return scorer_.millipoints_without(scorer_.resolved().act(act).action) - score_.millipoints;
    }

    Scorer& scorer_;
    const Score& score_;
    std::int64_t sum_;
    std::optional<Score::Cap> cap_;
    std::size_t unneeded_ = 0;
    int tried_ = 0;
};

}  // namespace

std::optional<Win> biggest_win(Scorer& scorer, const Score& score) {
    Gains gains(scorer, score);
    std::optional<Win> best;
    for (std::size_t i = 0; i < score.ledger.entries.size(); ++i) {
        const std::int64_t gain = gains.of(score.ledger.entries[i]);
        if (gain > (best ? best->gain : 0)) best = Win{i, gain};
    }
    return best;
}

}  // namespace palpera::pathway
