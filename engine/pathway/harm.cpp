#include "engine/pathway/harm.h"

#include <algorithm>
#include <cmath>

namespace palpera::pathway {
namespace {

// All of an act's points go to the first of the gravest that were known.
std::size_t gravest(std::span<const Harm> harms) {
    std::size_t worst = harms.size();
    for (std::size_t i = 0; i < harms.size(); ++i) {
        if (!harms[i].known) continue;
        if (worst == harms.size() || harms[i].severity > harms[worst].severity) worst = i;
    }
    return worst;
}

}  // namespace

bool HarmScore::is_repeated(const Broken& broken) {
    const bool repeated = std::find(broken_.begin(), broken_.end(), broken) != broken_.end();
    if (!repeated) broken_.push_back(broken);
    return repeated;
}

void HarmScore::look_at(const Resolved& resolved, std::uint32_t index) {
    const std::span<const Harm> harms = resolved.harms(index);
    const std::size_t worst = gravest(harms);
    for (std::size_t i = 0; i < harms.size(); ++i) {
        const Harm& harm = harms[i];
        Line line{harm.kind, harm.about, index, harm.known ? Reason::harmful : Reason::harmful_in_hindsight, 0};
        if (harm.known) {
            const bool repeated = is_repeated({resolved.act(index).number, harm.kind, harm.about});
            const double points = resolved.rubric().blueprint().harm_per_severity * harm.severity / (repeated ? 2 : 1);
            if (i == worst) line.points = -std::llround(points * thousandths);
            if (harm.never && !never_) never_ = harm.about;
        }
        points_ += line.points;
        lines_.push_back(line);
    }
    if (resolved.act(index).wrong_unit) lines_.push_back({Entry::Kind::unit, 0, index, Reason::not_scorable, 0});
}

void HarmScore::score(const Resolved& resolved) {
    lines_.clear();
    broken_.clear();
    points_ = 0;
    never_.reset();
    for (std::uint32_t i = 0; i < resolved.acts(); ++i)
        if (!resolved.is_left_out(i)) look_at(resolved, i);
}

void HarmScore::write(const Resolved& resolved, Ledger& ledger) const {
    for (const Line& line : lines_) {
        Entry& entry = ledger.add(line.kind, line.reason, line.about);
        entry.points = line.points;
        entry.at = resolved.act(line.act).at;
        ledger.add_act(line.act);
    }
}

}  // namespace palpera::pathway
