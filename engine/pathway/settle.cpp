#include "engine/pathway/settle.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

#include "engine/pathway/frontier.h"

namespace palpera::pathway {
namespace {

using EventOfStep = std::vector<std::uint32_t>;

template <std::size_t Words>
class Settling {
public:
    explicit Settling(const Part& part)
        : part_(part), steps_(part.of_step.size()), events_(part.of_event.size()), unit_(part.unit()), walk_(part) {}

    std::optional<EventOfStep> settle() {
        constexpr std::size_t most_edges_of_flow = 3'000'000;
        if (unit_ == 0) return EventOfStep(steps_, no_event);
        const FreeMatching free(part_);
        lower_to(free.worth * price_scale);
        prices_ = free.prices;
        walk_.walk(prices_, {200, most_sets, false});
        if (!is_settled()) exchange(60, 100);
        if (!is_settled() && PricedFlow::edges_for(part_) < most_edges_of_flow) use_prices();
        if (!is_settled()) return std::nullopt;
        return walk_.event_of_step();
    }

private:
    static constexpr std::size_t most_sets = 8'000'000, no_limit = ~std::size_t{0};

    bool is_settled() const { return settled_ || walk_.best() >= bound_; }
    void lower_to(std::int64_t bound) { bound_ = std::min(bound_, bound / (price_scale * unit_) * unit_); }

    void use_prices() {
        PricedFlow flow(part_);
        std::vector<std::int64_t> of_event = prices_.of_event;
        lower_bound(flow, of_event);
        exchange(300, 200);
        if (is_settled()) return;
        for (const std::size_t width : {2'000u, 20'000u}) try_whole(width);
        if (is_settled()) return;
        exchange(300, 400);
        if (!is_settled()) try_whole(no_limit);
    }

    void try_whole(std::size_t width) {
        if (!is_settled() && walk_.walk(prices_, {width, most_sets, false})) settled_ = true;
    }

    // The volume algorithm: events that stand for several steps, in the mean of the antichains so far, become dearer,
    // those that stand for none cheaper.
    void lower_bound(PricedFlow& flow, std::vector<std::int64_t>& best) {
        constexpr int rounds = 200, patience = 10;
        std::int64_t least = flow.bound(best);
        lower_to(least);
        std::vector<double> mean(flow.uses().begin(), flow.uses().end());
        std::vector<std::int64_t> tried(best.size());
        double stride = 0.3;
        for (int round = 0, in_vain = 0; round < rounds && stride > 1e-3 && !is_settled(); ++round) {
            double square = 0;
            for (std::size_t event = 0; event < best.size(); ++event)
                if (mean[event] > 1 || best[event] > 0) square += (mean[event] - 1) * (mean[event] - 1);
            if (square < 1e-9) break;
            const auto gap = static_cast<double>(std::max(least - walk_.best() * price_scale, unit_ * price_scale));
            for (std::size_t event = 0; event < best.size(); ++event)
                tried[event] =
                    std::max<std::int64_t>(0, best[event] + std::llround(stride * gap / square * (mean[event] - 1)));
            const std::int64_t bound = flow.bound(tried);
            for (std::size_t event = 0; event < best.size(); ++event)
                mean[event] += 0.1 * (flow.uses()[event] - mean[event]);
            if (bound < least) {
                least = bound;
                best = tried;
                stride = std::min(2.0, 1.1 * stride);
                in_vain = 0;
                lower_to(least);
            } else if (++in_vain == patience) {
                stride *= 0.66;
                in_vain = 0;
            }
        }
        flow.bound(best);
        prices_ = flow.prices(best);
    }

    // Frees some steps and those that are left out, and finds the best course that keeps all others. In a long trace
    // fewer times, as each takes longer.
    void exchange(std::size_t rounds, std::size_t width) {
        constexpr std::size_t most_sets_of_all = 15'000'000;
        rounds = std::min(rounds, most_sets_of_all / (events_ * width));
        for (std::size_t round = 0; round < rounds && !is_settled(); ++round) {
            std::vector<bool> free(steps_);
            if (round % 2 == 0) {
                free_in_time(free);
            } else {
                free_by_activity(free);
            }
            free_left_out(free);
            walk_.free_only(free);
            walk_.shuffle(random_() | 1);
            walk_.walk(prices_, {width, most_sets, true});
            walk_.free_all();
        }
    }

    static constexpr std::size_t freed = 24;
    std::uint32_t below(std::size_t most) { return static_cast<std::uint32_t>(random_() % most); }

    void free_in_time(std::vector<bool>& free) {
        const std::uint32_t around = below(events_);
        std::vector<std::pair<std::uint32_t, std::uint32_t>> near;
        for (std::uint32_t step = 0; step < steps_; ++step) {
            const std::uint32_t event = walk_.event_of_step()[step];
            if (event != no_event) near.emplace_back(std::max(event, around) - std::min(event, around), step);
        }
        std::sort(near.begin(), near.end());
        for (std::size_t i = 0; i < std::min(freed, near.size()); ++i) free[near[i].second] = true;
    }

    // From one step to another that shares an activity with it, now and then to any.
    void free_by_activity(std::vector<bool>& free) {
        std::vector<std::uint32_t> chosen{below(steps_)};
        free[chosen.front()] = true;
        for (std::size_t draw = 0; draw < 50 * freed && chosen.size() < std::min(freed, steps_); ++draw) {
            const auto& activities = part_.of_step[chosen[below(chosen.size())]];
            const std::uint32_t activity = activities[below(activities.size())], step = below(steps_);
            const auto& of_step = part_.of_step[step];
            const bool shares = std::binary_search(of_step.begin(), of_step.end(), activity);
            if (free[step] || (!shares && below(40) != 0)) continue;
            free[step] = true;
            chosen.push_back(step);
        }
    }

    void free_left_out(std::vector<bool>& free) {
        std::size_t left = freed;
        const std::uint32_t start = below(steps_);
        for (std::uint32_t i = 0; i < steps_ && left > 0; ++i) {
            const std::size_t step = (start + i) % steps_;
            if (walk_.event_of_step()[step] != no_event) continue;
            free[step] = true;
            --left;
        }
    }

    const Part& part_;
    std::size_t steps_, events_;
    std::int64_t unit_, bound_ = std::int64_t{1} << 61;
    Frontier<Words> walk_;
    Prices prices_;
    std::mt19937 random_{5};
    bool settled_ = false;
};

std::optional<EventOfStep> settle(const Part& part) {
    if (part.of_step.size() <= 64) return Settling<1>(part).settle();
    if (part.of_step.size() <= 128) return Settling<2>(part).settle();
    if (part.of_step.size() <= 256) return Settling<4>(part).settle();
    return Settling<8>(part).settle();
}

// Each step takes the earliest event of the same activity that is free and after those of the steps before it.
void take_earlier(const Part& part, EventOfStep& event_of_step) {
    std::vector<std::uint32_t> steps;
    std::vector<bool> used(part.of_event.size());
    for (std::uint32_t step = 0; step < event_of_step.size(); ++step) {
        if (event_of_step[step] == no_event) continue;
        steps.push_back(step);
        used[event_of_step[step]] = true;
    }
    std::sort(steps.begin(), steps.end(),
              [&](std::uint32_t a, std::uint32_t b) { return event_of_step[a] < event_of_step[b]; });
    for (const std::uint32_t step : steps) {
        std::uint32_t event = 0;
        for (const std::uint32_t other : steps)
            if (part.order.before(other, step)) event = std::max(event, event_of_step[other] + 1);
        std::uint32_t& own = event_of_step[step];
        while (event < own && (used[event] || part.of_event[event] != part.of_event[own])) ++event;
        used[own] = false;
        own = std::min(own, event);
        used[own] = true;
    }
}

}  // namespace

std::optional<std::vector<std::uint32_t>> settle(const StepOrder& order, const Labelled& labelled) {
    EventOfStep whole(labelled.of_step.size(), no_event);
    for (const Part& part : parts_of(order, labelled)) {
        std::optional<EventOfStep> settled = settle(part);
        if (!settled) return std::nullopt;
        take_earlier(part, *settled);
        for (std::size_t step = 0; step < settled->size(); ++step)
            if ((*settled)[step] != no_event) whole[part.steps[step]] = part.events[(*settled)[step]];
    }
    return whole;
}

}  // namespace palpera::pathway
