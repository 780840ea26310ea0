#include "engine/pathway/scorer.h"

#include <algorithm>

namespace palpera::pathway {

const Score& Scorer::score(const Course& course) {
    resolved_.resolve(course);
    score_parts();
    write();
    return score_;
}

std::int64_t Scorer::millipoints(const Course& course) {
    resolved_.resolve(course);
    score_parts();
    return within(sum(), cap());
}

std::int64_t Scorer::millipoints_without(std::uint32_t action) {
    resolved_.leave_out(action);
    score_parts();
    const std::int64_t points = within(sum(), cap());
    resolved_.leave_out(0);
    score_parts();
    return points;
}

const NearestCourse& Scorer::align() {
    nearest_.align(resolved_, care_);
    return nearest_;
}

void Scorer::score_parts() {
    const library::Blueprint& blueprint = resolved_.rubric().blueprint();
    const bool has_order = precedences_.find(resolved_);
    const std::int64_t order = blueprint.order * thousandths;
    of_ = {blueprint.necessary_care * thousandths + (has_order ? 0 : order), has_order ? order : 0,
           blueprint.stewardship * thousandths, blueprint.diagnosis * thousandths, 0};
    if (has_order) precedences_.score(of_[1]);
    care_.score(resolved_, of_[0]);
    stewardship_.score(resolved_, care_, precedences_, of_[2]);
    diagnosis_.score(resolved_, of_[3]);
    harm_.score(resolved_);
}

std::int64_t Scorer::sum() const {
    return care_.points() + precedences_.points() + stewardship_.points() + diagnosis_.points() + harm_.points() -
           stewardship_.beyond(stewardship_.harmless());
}

std::optional<Score::Cap> Scorer::cap(std::optional<CapReason> but_for) const {
    const library::Blueprint& blueprint = resolved_.rubric().blueprint();
    std::optional<Score::Cap> lowest;
    const auto add = [&](CapReason why, int at, std::uint32_t statement) {
        if (at < 100 && why != but_for && (!lowest || at < lowest->at)) lowest = Score::Cap{at, why, statement};
    };
    if (harm_.never()) add(CapReason::never, blueprint.cap_when_never, *harm_.never());
    if (!care_.missed_vital().empty()) add(CapReason::missed, blueprint.cap_when_missed, care_.missed_vital().front());
    if (diagnosis_.is_held_wrongly()) add(CapReason::wrong, blueprint.cap_when_wrong, 0);
    return lowest;
}

std::int64_t Scorer::within(std::int64_t sum, const std::optional<Score::Cap>& cap) {
    return std::max<std::int64_t>(0, cap ? std::min(sum, cap->at * thousandths) : sum);
}

void Scorer::write() {
    score_.ledger.entries.clear();
    score_.ledger.acts.clear();
    care_.write(resolved_, score_.ledger);
    precedences_.write(resolved_, score_.ledger);
    stewardship_.write(resolved_, score_.ledger);
    diagnosis_.write(resolved_, score_.ledger);
    harm_.write(resolved_, score_.ledger);
    stewardship_.write_beyond(score_.ledger);
    for (std::size_t i = 0; i < component_count; ++i) score_.components[i] = {0, of_[i]};
    for (const Entry& entry : score_.ledger.entries)
        score_.components[static_cast<std::size_t>(component_of(entry.kind))].points += entry.points;
    score_.cap = cap();
    const std::int64_t all = sum();
    score_.millipoints = within(all, score_.cap);
    score_.correction = score_.millipoints - all;
    if (score_.correction < 0) {
        const auto about = static_cast<std::uint32_t>(score_.cap->why);
        score_.ledger.add(Entry::Kind::cap, Reason::harmful, about).points = score_.correction;
    } else if (score_.correction > 0) {
        score_.ledger.add(Entry::Kind::floor, Reason::not_scorable).points = score_.correction;
    }
}

}  // namespace palpera::pathway
