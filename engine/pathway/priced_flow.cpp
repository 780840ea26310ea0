#include "engine/pathway/priced_flow.h"

#include <algorithm>
#include <numeric>

#include "engine/pathway/match.h"

namespace palpera::pathway {
namespace {

constexpr std::uint32_t none = ~std::uint32_t{0};
constexpr std::int64_t endless = std::int64_t{1} << 61;
// Of each candidate's first three edges, with their reverses: from the source, to the sink, from where a chain comes in
// to where it goes on.
constexpr std::size_t own_edges = 6;

std::vector<std::vector<std::uint32_t>> events_by_activity(const Part& part) {
    std::vector<std::vector<std::uint32_t>> events(part.log_cost.size());
    for (std::uint32_t event = 0; event < part.of_event.size(); ++event) events[part.of_event[event]].push_back(event);
    return events;
}

// By activity: the least prices at which each step prefers what it has in the best matching.
std::vector<std::int64_t> prices_of_activities(const Part& part, const std::vector<std::uint32_t>& taken) {
    std::vector<std::int64_t> price(part.log_cost.size());
    for (bool more = true; more;) {
        more = false;
        for (std::uint32_t step = 0; step < taken.size(); ++step) {
            const std::int64_t kept = taken[step] == none ? 0 : part.earned(step, taken[step]) - price[taken[step]];
            for (const std::uint32_t activity : part.of_step[step]) {
                const std::int64_t wanted = part.earned(step, activity) - kept;
                if (price[activity] >= wanted) continue;
                price[activity] = wanted;
                more = true;
            }
        }
    }
    return price;
}

}  // namespace

std::int64_t Prices::sum() const {
    return std::accumulate(of_steps.begin(), of_steps.end(),
                           std::accumulate(of_event.begin(), of_event.end(), std::int64_t{0}));
}

FreeMatching::FreeMatching(const Part& part) {
    const std::size_t steps = part.of_step.size(), events = part.of_event.size();
    std::vector<int> wanted(part.log_cost.size());
    for (const std::uint32_t activity : part.of_event)
        wanted[activity] = std::min(wanted[activity] + 1, static_cast<int>(steps));
    std::vector<Pairing> pairings;
    for (std::uint32_t step = 0; step < steps; ++step)
        for (const std::uint32_t activity : part.of_step[step])
            pairings.push_back({activity, step, part.earned(step, activity), 0});
    Matcher matcher;
    std::vector<std::uint32_t> taken(steps, none);
    for (const std::uint32_t chosen : matcher.match(wanted, pairings)) {
        taken[pairings[chosen].act] = pairings[chosen].step;
        worth += pairings[chosen].credit;
    }
    const std::vector<std::int64_t> price = prices_of_activities(part, taken);
    for (const std::uint32_t activity : part.of_event) prices.of_event.push_back(price_scale * price[activity]);
    prices.after.resize(events);
    std::vector<std::uint32_t> last(price.size());
    for (std::uint32_t event = 0; event < events; ++event) last[part.of_event[event]] = event;
    for (std::uint32_t step = 0; step < steps; ++step) {
        const std::int64_t kept =
            taken[step] == none ? 0 : price_scale * (part.earned(step, taken[step]) - price[taken[step]]);
        prices.of_steps.push_back(kept);
        std::uint32_t end = 0;
        for (const std::uint32_t activity : part.of_step[step]) end = std::max(end, last[activity]);
        if (kept != 0) prices.after[end].push_back({step, -kept});
    }
}

std::size_t PricedFlow::edges_for(const Part& part) {
    const auto events = events_by_activity(part);
    std::size_t edges = 0;
    for (std::size_t step = 0; step < part.of_step.size(); ++step) {
        std::size_t fits = 0, later = 4;
        for (const std::uint32_t activity : part.of_step[step]) fits += events[activity].size();
        for (std::size_t other = 0; other < part.of_step.size(); ++other) later += part.order.before(step, other);
        edges += fits * later;
    }
    return edges;
}

// Each candidate is two nodes as in antichain.cpp: 2i+2 where a chain goes on, 2i+3 where it comes in; 0 is the source,
// 1 the sink.
PricedFlow::PricedFlow(const Part& part) : steps_(part.of_step.size()), events_(part.of_event.size()) {
    add_candidates(part);
    join_chains(part);
    room_.assign(to_.size(), 0);
}

void PricedFlow::add_edge(std::uint32_t from, std::uint32_t to) {
    for (const auto& [a, b] : {std::pair{from, to}, std::pair{to, from}}) {
        to_.push_back(b);
        next_.push_back(head_[a]);
        head_[a] = static_cast<std::uint32_t>(to_.size() - 1);
    }
}

void PricedFlow::add_candidates(const Part& part) {
    const auto events = events_by_activity(part);
    first_of_step_.push_back(0);
    for (std::uint32_t step = 0; step < steps_; ++step) {
        std::vector<std::uint32_t> fits;
        for (const std::uint32_t activity : part.of_step[step])
            fits.insert(fits.end(), events[activity].begin(), events[activity].end());
        std::sort(fits.begin(), fits.end());
        for (const std::uint32_t event : fits) {
            step_.push_back(step);
            event_.push_back(event);
            earned_.push_back(price_scale * part.earned(step, part.of_event[event]));
        }
        first_of_step_.push_back(static_cast<std::uint32_t>(step_.size()));
    }
    head_.assign(2 * step_.size() + 2, none);
    for (std::uint32_t i = 0; i < step_.size(); ++i) {
        add_edge(0, 2 * i + 2);
        add_edge(2 * i + 3, 1);
        add_edge(2 * i + 3, 2 * i + 2);
    }
}

// A chain leads to the next earlier event of its own step, and to the latest event not after it of each later step;
// where that one is reached from the earlier event already, it is left to it.
void PricedFlow::join_chains(const Part& part) {
    for (std::uint32_t i = 0; i < step_.size(); ++i) {
        const bool is_first = i == first_of_step_[step_[i]];
        if (!is_first) add_edge(2 * i + 2, 2 * (i - 1) + 3);
        for (std::size_t later = 0; later < steps_; ++later) {
            if (!part.order.before(step_[i], later)) continue;
            const auto begin = event_.begin() + first_of_step_[later], end = event_.begin() + first_of_step_[later + 1];
            const auto at = std::upper_bound(begin, end, event_[i]);
            if (at == begin || (!is_first && *(at - 1) <= event_[i - 1])) continue;
            add_edge(2 * i + 2, 2 * static_cast<std::uint32_t>(at - 1 - event_.begin()) + 3);
        }
    }
}

std::int64_t PricedFlow::left(std::size_t i, const std::vector<std::int64_t>& of_event) const {
    return std::max<std::int64_t>(0, earned_[i] - of_event[event_[i]]);
}

bool PricedFlow::level() {
    depth_.assign(head_.size(), none);
    queue_.assign(1, 0);
    depth_[0] = 0;
    for (std::size_t next = 0; next < queue_.size(); ++next) {
        const std::uint32_t node = queue_[next];
        for (std::uint32_t edge = head_[node]; edge != none; edge = next_[edge]) {
            if (room_[edge] == 0 || depth_[to_[edge]] != none) continue;
            depth_[to_[edge]] = depth_[node] + 1;
            queue_.push_back(to_[edge]);
        }
    }
    return depth_[1] != none;
}

std::int64_t PricedFlow::push(std::uint32_t node, std::int64_t most) {
    if (node == 1) return most;
    std::int64_t pushed = 0;
    for (std::uint32_t& edge = at_[node]; edge != none; edge = next_[edge]) {
        if (room_[edge] > 0 && depth_[to_[edge]] == depth_[node] + 1) {
            const std::int64_t part = push(to_[edge], std::min(most - pushed, room_[edge]));
            room_[edge] -= part;
            room_[edge ^ 1] += part;
            pushed += part;
        }
        if (pushed == most) return pushed;
    }
    return pushed;
}

std::int64_t PricedFlow::bound(const std::vector<std::int64_t>& of_event) {
    std::int64_t sum = std::accumulate(of_event.begin(), of_event.end(), std::int64_t{0});
    for (std::size_t edge = 0; edge < room_.size(); ++edge) room_[edge] = edge % 2 == 0 ? endless : 0;
    for (std::size_t i = 0; i < step_.size(); ++i) {
        const std::int64_t worth = left(i, of_event);
        room_[own_edges * i] = room_[own_edges * i + 2] = worth;
        sum += worth;
    }
    while (level()) {
        at_ = head_;
        sum -= push(0, endless);
    }
    uses_.assign(events_, 0);
    for (std::size_t i = 0; i < step_.size(); ++i)
        if (left(i, of_event) > 0 && depth_[2 * i + 2] != none && depth_[2 * i + 3] == none) ++uses_[event_[i]];
    return sum;
}

// Through a candidate go as many chains as it is worth and as only pass it. Where its chain goes on to a candidate that
// is left, that one pays; the event of the other is never the later one.
Prices PricedFlow::prices(const std::vector<std::int64_t>& of_event) const {
    Prices prices{of_event, std::vector<std::int64_t>(steps_), std::vector<std::vector<Prices::Change>>(events_)};
    const auto pays = [&](std::uint32_t step, std::uint32_t until, std::int64_t much) {
        if (much == 0) return;
        prices.of_steps[step] += much;
        prices.after[until].push_back({step, -much});
    };
    for (std::size_t i = 0; i < step_.size(); ++i) {
        pays(step_[i], event_[i], left(i, of_event) + room_[own_edges * i + 5]);
        for (std::uint32_t edge = head_[2 * i + 2]; edge != none; edge = next_[edge]) {
            if (edge < own_edges * step_.size() || edge % 2 != 0) continue;
            pays(step_[i], event_[(to_[edge] - 3) / 2], -room_[edge ^ 1]);
        }
    }
    for (std::vector<Prices::Change>& changes : prices.after) {
        std::sort(changes.begin(), changes.end(), [](const auto& a, const auto& b) { return a.step < b.step; });
        std::size_t kept = 0;
        for (std::size_t i = 0; i < changes.size(); ++i) {
            if (kept > 0 && changes[kept - 1].step == changes[i].step) {
                changes[kept - 1].by += changes[i].by;
            } else {
                changes[kept++] = changes[i];
            }
        }
        changes.resize(kept);
    }
    return prices;
}

}  // namespace palpera::pathway
