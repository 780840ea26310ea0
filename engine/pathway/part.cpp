#include "engine/pathway/part.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

namespace palpera::pathway {
namespace {

using Activities = std::vector<std::uint32_t>;

std::vector<Activities> occurring(const Labelled& labelled) {
    std::vector<bool> occurs(labelled.log_cost.size());
    for (const std::uint32_t activity : labelled.of_event) occurs[activity] = true;
    std::vector<Activities> of_step = labelled.of_step;
    for (Activities& activities : of_step)
        std::erase_if(activities, [&](std::uint32_t activity) { return !occurs[activity]; });
    return of_step;
}

bool holds_all(const std::uint64_t* of, const std::uint64_t* in, std::size_t words) {
    for (std::size_t word = 0; word < words; ++word)
        if ((of[word] & ~in[word]) != 0) return false;
    return true;
}

// By step: the least step of its part.
std::vector<std::uint32_t> least_of_part(const StepOrder& order, const std::vector<Activities>& of_step) {
    std::vector<std::uint32_t> up(of_step.size());
    std::iota(up.begin(), up.end(), 0u);
    const auto top = [&](std::uint32_t step) {
        while (up[step] != step) step = up[step] = up[up[step]];
        return step;
    };
    const auto join = [&](std::uint32_t a, std::uint32_t b) {
        up[std::max(top(a), top(b))] = std::min(top(a), top(b));
    };
    std::map<std::uint32_t, std::uint32_t> first;  // by activity
    for (std::uint32_t step = 0; step < of_step.size(); ++step) {
        if (of_step[step].empty()) continue;
        for (const std::uint32_t activity : of_step[step]) join(step, first.emplace(activity, step).first->second);
        for (std::uint32_t other = 0; other < step; ++other)
            if (!of_step[other].empty() && (order.before(step, other) || order.before(other, step))) join(step, other);
    }
    for (std::uint32_t step = 0; step < up.size(); ++step) up[step] = top(step);
    return up;
}

Part part_of(const std::vector<std::uint32_t>& steps, const std::vector<Activities>& of_step, const StepOrder& order,
             const Labelled& labelled) {
    Part part;
    part.steps = steps;
    part.order = StepOrder(steps.size());
    std::map<std::uint32_t, std::uint32_t> number;  // of an activity
    for (std::uint32_t i = 0; i < steps.size(); ++i) {
        for (const std::uint32_t activity : of_step[steps[i]]) number.emplace(activity, 0);
        for (std::uint32_t j = 0; j < steps.size(); ++j)
            if (order.before(steps[i], steps[j])) part.order.add(i, j);
    }
    for (auto& [activity, own] : number) {
        own = static_cast<std::uint32_t>(part.log_cost.size());
        part.log_cost.push_back(labelled.log_cost[activity]);
    }
    for (const std::uint32_t step : steps) {
        part.saved.push_back(labelled.saved[step]);
        part.of_step.emplace_back();
        for (const std::uint32_t activity : of_step[step]) part.of_step.back().push_back(number[activity]);
    }
    for (std::uint32_t event = 0; event < labelled.of_event.size(); ++event) {
        const auto own = number.find(labelled.of_event[event]);
        if (own == number.end()) continue;
        part.of_event.push_back(own->second);
        part.events.push_back(event);
    }
    return part;
}

}  // namespace

std::int64_t Part::unit() const {
    std::int64_t unit = 0;
    for (std::uint32_t step = 0; step < of_step.size(); ++step)
        for (const std::uint32_t activity : of_step[step]) unit = std::gcd(unit, earned(step, activity));
    return unit;
}

std::vector<Part> parts_of(const StepOrder& order, const Labelled& labelled) {
    const std::vector<Activities> of_step = occurring(labelled);
    const std::vector<std::uint32_t> least = least_of_part(order, of_step);
    std::map<std::uint32_t, std::vector<std::uint32_t>> together;
    for (std::uint32_t step = 0; step < of_step.size(); ++step)
        if (!of_step[step].empty()) together[least[step]].push_back(step);
    std::vector<Part> parts;
    for (const auto& [first, steps] : together) parts.push_back(part_of(steps, of_step, order, labelled));
    return parts;
}

void order_alike_steps(const Labelled& labelled, StepOrder& order) {
    std::map<Activities, std::vector<std::size_t>> kinds;
    const std::vector<Activities> of_step = occurring(labelled);
    for (std::size_t step = 0; step < of_step.size(); ++step)
        if (!of_step[step].empty()) kinds[of_step[step]].push_back(step);
    const std::size_t words = order.words();
    const auto may_lead = [&](std::size_t a, std::size_t b) {
        return !order.before(a, b) && !order.before(b, a) &&
               holds_all(order.predecessors(a), order.predecessors(b), words) &&
               holds_all(order.successors(b), order.successors(a), words);
    };
    for (bool more = true; more;) {
        more = false;
        for (const auto& [activities, alike] : kinds) {
            for (std::size_t i = 0; i < alike.size(); ++i) {
                // The nearest first: they make a chain, and what follows from it need not be added.
                for (std::size_t j = i + 1; j < alike.size(); ++j) {
                    const std::size_t a = alike[i], b = alike[j];
                    if (may_lead(a, b)) {
                        order.add(a, b);
                    } else if (may_lead(b, a)) {
                        order.add(b, a);
                    } else {
                        continue;
                    }
                    more = true;
                }
            }
        }
    }
}

}  // namespace palpera::pathway
