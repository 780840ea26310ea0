#include "engine/pathway/match.h"

#include <algorithm>

namespace palpera::pathway {

// Successive augmentation along the path of greatest worth, in a network source - steps - acts - sink. The set that
// has k pairings is then the best of all sets of k, so it may stop as soon as another pairing would cost credit.
std::span<const std::uint32_t> Matcher::match(std::span<const int> wanted, std::span<const Pairing> pairings) {
    pairings_ = pairings;
    begin(wanted);
    while (augment()) {
    }
    chosen_.clear();
    for (const std::uint32_t pairing : taken_by_) {
        if (pairing != none) chosen_.push_back(pairing);
    }
    std::sort(chosen_.begin(), chosen_.end());
    return chosen_;
}

void Matcher::begin(std::span<const int> wanted) {
    room_.assign(wanted.begin(), wanted.end());
    first_.assign(wanted.size() + 2, 0);
    std::uint32_t acts = 0;
    for (const Pairing& pairing : pairings_) {
        ++first_[pairing.step + 2];
        acts = std::max(acts, pairing.act + 1);
    }
    for (std::size_t step = 2; step < first_.size(); ++step) first_[step] += first_[step - 1];
    of_step_.resize(pairings_.size());
    for (std::uint32_t i = 0; i < pairings_.size(); ++i) of_step_[first_[pairings_[i].step + 1]++] = i;
    taken_by_.assign(acts, none);
}

void Matcher::offer(std::uint32_t step, const Worth& worth, std::uint32_t by) {
    if (reached_[step].is_reached && reached_[step].worth >= worth) return;
    reached_[step] = {worth, by, true};
    waiting_.push_back(step);
}

void Matcher::look_from(std::uint32_t step, std::uint32_t& last, Worth& end) {
    for (std::uint32_t at = first_[step]; at < first_[step + 1]; ++at) {
        const std::uint32_t i = of_step_[at];
        const Pairing& pairing = pairings_[i];
        const std::uint32_t holder = taken_by_[pairing.act];
        if (holder == i) continue;
        Worth here = reached_[step].worth;
        here.credit += pairing.credit;
        here.earliness -= pairing.act;
        here.order -= pairing.order;
        if (holder != none) {
            const Pairing& held = pairings_[holder];
            here.credit -= held.credit;
            here.earliness += held.act;
            here.order += held.order;
            offer(held.step, here, i);
        } else if (last == none || here > end) {
            end = here;
            last = i;
        }
    }
}

// A path goes from step to act by a pairing not chosen, and on to the step that holds the act, giving that pairing up;
// it ends at an act that is free.
bool Matcher::augment() {
    reached_.assign(room_.size(), {});
    waiting_.clear();
    for (std::uint32_t step = 0; step < room_.size(); ++step) {
        if (room_[step] > 0) offer(step, {}, none);
    }
    std::uint32_t last = none;
    Worth end;
    for (std::size_t next = 0; next < waiting_.size(); ++next) look_from(waiting_[next], last, end);
    if (last == none || end.credit < 0) return false;
    take(last);
    return true;
}

void Matcher::take(std::uint32_t last) {
    for (std::uint32_t pairing = last; pairing != none;) {
        const std::uint32_t step = pairings_[pairing].step;
        taken_by_[pairings_[pairing].act] = pairing;
        if (reached_[step].by == none) --room_[step];
        pairing = reached_[step].by;
    }
}

}  // namespace palpera::pathway
