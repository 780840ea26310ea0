#include "engine/pathway/match.h"

#include <algorithm>
#include <deque>
#include <optional>

namespace palpera::pathway {
namespace {

// What a set of pairings is worth: compared part by part, added part by part.
struct Worth {
    std::int64_t credit = 0, earliness = 0, order = 0;
    friend auto operator<=>(const Worth&, const Worth&) = default;
    friend Worth operator+(Worth a, Worth b) {
        return {a.credit + b.credit, a.earliness + b.earliness, a.order + b.order};
    }
    Worth operator-() const { return {-credit, -earliness, -order}; }
};

// Successive augmentation along the path of greatest worth, in a network source - steps - acts - sink. The set that
// has k pairings is then the best of all sets of k, so it may stop as soon as another pairing would cost credit.
class Network {
public:
    Network(const std::vector<int>& wanted, const std::vector<Pairing>& pairings)
        : room_(wanted), pairings_(pairings), of_step_(wanted.size()) {
        std::size_t acts = 0;
        for (std::size_t i = 0; i < pairings.size(); ++i) {
            of_step_[pairings[i].step].push_back(i);
            acts = std::max(acts, pairings[i].act + 1);
        }
        taken_by_.resize(acts);
    }

    std::vector<std::size_t> run() {
        while (augment()) {
        }
        std::vector<std::size_t> chosen;
        for (const auto& pairing : taken_by_) {
            if (pairing) chosen.push_back(*pairing);
        }
        std::sort(chosen.begin(), chosen.end());
        return chosen;
    }

private:
    Worth worth(const Pairing& pairing) const {
        return {pairing.credit, -static_cast<std::int64_t>(pairing.act), -static_cast<std::int64_t>(pairing.step)};
    }

    void offer(std::size_t step, Worth worth_of_path, std::optional<std::size_t> by) {
        if (best_[step] && *best_[step] >= worth_of_path) return;
        best_[step] = worth_of_path;
        came_by_[step] = by;
        waiting_.push_back(step);
    }

    // A path goes from step to act by a pairing not chosen, and on to the step that holds the act, giving that pairing
    // up; it ends at an act that is free.
    bool augment() {
        best_.assign(room_.size(), std::nullopt);
        came_by_.assign(room_.size(), std::nullopt);
        std::optional<Worth> end;
        std::size_t last = 0;
        for (std::size_t step = 0; step < room_.size(); ++step) {
            if (room_[step] > 0) offer(step, {}, std::nullopt);
        }
        while (!waiting_.empty()) {
            const std::size_t step = waiting_.front();
            waiting_.pop_front();
            for (std::size_t i : of_step_[step]) {
                const std::optional<std::size_t>& holder = taken_by_[pairings_[i].act];
                if (holder == i) continue;
                const Worth here = *best_[step] + worth(pairings_[i]);
                if (holder) {
                    offer(pairings_[*holder].step, here + -worth(pairings_[*holder]), i);
                } else if (!end || here > *end) {
                    end = here;
                    last = i;
                }
            }
        }
        if (!end || end->credit < 0) return false;
        take(last);
        return true;
    }

    void take(std::size_t last) {
        std::optional<std::size_t> pairing = last;
        while (pairing) {
            const std::size_t step = pairings_[*pairing].step;
            taken_by_[pairings_[*pairing].act] = *pairing;
            if (!came_by_[step]) --room_[step];
            pairing = came_by_[step];
        }
    }

    std::vector<int> room_;
    const std::vector<Pairing>& pairings_;
    std::vector<std::vector<std::size_t>> of_step_;
    std::vector<std::optional<std::size_t>> taken_by_;  // by act: the pairing
    std::vector<std::optional<Worth>> best_;            // by step: of the best path to it
    std::vector<std::optional<std::size_t>> came_by_;   // by step: the pairing by which that path came
    std::deque<std::size_t> waiting_;
};

}  // namespace

std::vector<std::size_t> match(const std::vector<int>& wanted, const std::vector<Pairing>& pairings) {
    return Network(wanted, pairings).run();
}

}  // namespace palpera::pathway
