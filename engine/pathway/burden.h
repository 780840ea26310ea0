#pragma once

#include "engine/pathway/care.h"
#include "engine/pathway/precedence.h"

namespace palpera::pathway {

// Stewardship: the share of necessary care that was given, less the burden of what was not needed. Keeps its room
// between courses.
class Stewardship {
public:
    void score(const Resolved& resolved, const Care& care, const Precedences& precedences, std::int64_t of);
    // What coverage earned, then each unneeded act.
    void write(const Resolved& resolved, Ledger& ledger);
    // The line of what goes beyond the budget; none where nothing does.
    void write_beyond(Ledger& ledger) const;

    std::int64_t points() const { return points_; }
    std::int64_t burden() const { return burden_; }
    // Of the burden: what is not charged as harm already.
    std::int64_t harmless() const { return harmless_; }
    // Of one unneeded act, in the order of the lines.
    std::int64_t burden_of(std::size_t unneeded) const { return burdens_[unneeded]; }
    std::size_t unneeded() const { return unneeded_.size(); }

    // What the component comes to at so much necessary care and burden.
    std::int64_t at(std::int64_t care_points, std::int64_t care_of, std::int64_t of_burden) const;
    // Thousandths of points off, beside the component, for what of a harmless burden goes beyond the budget.
    std::int64_t beyond(std::int64_t of_harmless) const;

private:
    struct Unneeded {
        std::uint32_t act = 0;
        Reason reason = Reason::unneeded;
    };
    int done_in_visit(const Resolved& resolved, std::size_t act);

    std::vector<int> last_visit_;  // by act and sides
    std::vector<std::uint8_t> prescribed_;
    std::vector<Unneeded> unneeded_;
    std::vector<std::int64_t> burdens_;
    Split split_;
    std::int64_t of_ = 0, earned_ = 0, points_ = 0, burden_ = 0, harmless_ = 0, budget_ = 0;
    double over_budget_ = 0;  // points off for each burden beyond the budget
};

}  // namespace palpera::pathway
