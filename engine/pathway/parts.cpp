#include "engine/pathway/parts.h"

#include <algorithm>

#include "engine/pathway/diagnosis.h"
#include "engine/pathway/harm.h"

namespace palpera::pathway {
namespace {

std::array<std::int64_t, component_count> maxima(const library::Blueprint& blueprint, bool has_order) {
    const std::int64_t order = blueprint.order * thousandths;
    return {blueprint.necessary_care * thousandths + (has_order ? 0 : order), has_order ? order : 0,
            blueprint.stewardship * thousandths, blueprint.diagnosis * thousandths, 0};
}

std::optional<ScoreSheet::Cap> cap_of_never(const Course& course) {
    for (const Act& act : course.acts) {
        for (const Harm& harm : act.harms) {
            if (!harm.never || !harm.known) continue;
            return ScoreSheet::Cap{course.library->blueprint.cap_when_never, harm.statement, harm.text};
        }
    }
    return std::nullopt;
}

std::optional<ScoreSheet::Cap> cap_of_wrong(const Course& course) {
    if (course.library->blueprint.cap_when_wrong >= 100 || !holds_a_wrong_diagnosis(course)) return std::nullopt;
    return ScoreSheet::Cap{course.library->blueprint.cap_when_wrong, "diagnosis/main",
                           why_of(course, "cap_when_wrong")};
}

// How much more there would be if only one line were put right.
class Gains {
public:
    Gains(const Course& course, const Parts& parts)
        : course_(course), parts_(parts), sum_(parts.sum()), total_(Parts::within(sum_, parts.cap())) {}

    std::int64_t of(const LedgerLine& line) const {
        switch (line.component) {
            case Component::necessary_care: return of_care(line.of - line.points);
            case Component::order: return raised(line.of - line.points, parts_.cap());
            case Component::stewardship: return of_leaving_out_unneeded(line);
            case Component::diagnosis:
                if (line.of == 0) return 0;
                return raised(line.of - sum_of_points(parts_.diagnosis), parts_.never);
            case Component::harm: return of_leaving_out_harmful(line);
        }
        return 0;
    }

private:
    std::int64_t raised(std::int64_t by, const std::optional<ScoreSheet::Cap>& cap) const {
        return Parts::within(sum_ + by, cap) - total_;
    }

    std::int64_t of_care(std::int64_t lost) const {
        const Care& care = parts_.care;
        const Stewardship& stewardship = parts_.stewardship;
        return raised(lost + stewardship.at(care.points + lost, care.of, stewardship.burden) -
                          stewardship.at(care.points, care.of, stewardship.burden),
                      parts_.cap());
    }

    std::int64_t of_leaving_out_unneeded(const LedgerLine& line) const {
        const Stewardship& stewardship = parts_.stewardship;
        const auto place = static_cast<std::size_t>(std::find_if(stewardship.lines.begin(), stewardship.lines.end(),
                                                                 [&](const LedgerLine& one) {
                                                                     return one.statement == line.statement &&
                                                                            one.actions == line.actions;
                                                                 }) -
                                                    stewardship.lines.begin());
        if (place == 0 || is_harmful(line)) return 0;
        const Care& care = parts_.care;
        const std::int64_t burden = stewardship.burdens[place - 1];
        const std::int64_t saved = stewardship.at(care.points, care.of, stewardship.burden - burden) -
                                   stewardship.at(care.points, care.of, stewardship.burden);
        return raised(
            saved + stewardship.beyond(stewardship.harmless) - stewardship.beyond(stewardship.harmless - burden),
            parts_.cap());
    }

    bool is_harmful(const LedgerLine& line) const {
        return std::any_of(course_.acts.begin(), course_.acts.end(),
                           [&](const Act& act) { return act.harmful && act.n == line.actions.front(); });
    }

    // It may have stood in the way of an order, or hidden that a later one was the first: all is scored again.
    std::int64_t of_leaving_out_harmful(const LedgerLine& line) const {
        if (line.points >= 0 || line.actions.empty()) return 0;
        Course without = course_;
        std::erase_if(without.acts, [&](const Act& act) { return act.n == line.actions.front(); });
        const Parts parts = parts_of(without);
        return Parts::within(parts.sum(), parts.cap()) - total_;
    }

    const Course& course_;
    const Parts& parts_;
    std::int64_t sum_, total_;
};

}  // namespace

const std::optional<ScoreSheet::Cap>& Parts::cap() const {
    return !wrong || (never && never->at <= wrong->at) ? never : wrong;
}

std::int64_t Parts::sum() const {
    return sum_of_points(care.lines) + sum_of_points(order.lines) + sum_of_points(stewardship.lines) +
           sum_of_points(diagnosis) + sum_of_points(harm);
}

std::int64_t Parts::within(std::int64_t sum, const std::optional<ScoreSheet::Cap>& cap) {
    return std::max<std::int64_t>(0, cap ? std::min(sum, cap->at * thousandths) : sum);
}

Parts parts_of(const Course& course) {
    const library::Blueprint& blueprint = course.library->blueprint;
    Parts parts;
    parts.order = order_of(course, blueprint.order * thousandths);
    parts.of = maxima(blueprint, !parts.order.lines.empty());
    parts.care = necessary_care(course, parts.of[0]);
    std::vector<bool> needed = parts.care.used;
    for (std::size_t act : parts.order.needed) needed[act] = true;
    parts.stewardship = stewardship(course, parts.care, needed, parts.of[2]);
    parts.diagnosis = diagnosis_lines(course, parts.of[3]);
    parts.harm = harm_lines(course);
    const Lines beyond = beyond_budget(course, parts.stewardship);
    parts.harm.insert(parts.harm.end(), beyond.begin(), beyond.end());
    parts.never = cap_of_never(course);
    parts.wrong = cap_of_wrong(course);
    return parts;
}

std::optional<ScoreSheet::Win> biggest_win(const Course& course, const Parts& parts, const Lines& ledger) {
    const Gains gains(course, parts);
    std::optional<ScoreSheet::Win> best;
    for (const LedgerLine& line : ledger) {
        const std::int64_t gain = gains.of(line);
        if (gain > (best ? best->gain : 0)) best = ScoreSheet::Win{line.statement, gain};
    }
    return best;
}

}  // namespace palpera::pathway
