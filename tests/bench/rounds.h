#pragma once

#include <benchmark/benchmark.h>
#include <time.h>

#include <algorithm>
#include <vector>

// Two ways to do one work, taken in turns within one run: the machine's quiet and busy minutes meet both.
namespace palpera::bench {

inline double thread_nanoseconds() {
    timespec now{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e9 + static_cast<double>(now.tv_nsec);
}

template <class Work>
double cost_of(const Work& work) {
    const double before = thread_nanoseconds();
    work();
    return thread_nanoseconds() - before;
}

inline double median(std::vector<double> costs) {
    const auto middle = costs.begin() + static_cast<std::ptrdiff_t>(costs.size() / 2);
    std::nth_element(costs.begin(), middle, costs.end());
    return *middle;
}

// Counters: the medians in nanoseconds for each of `works` things done in one round, and how often ours fits into
// theirs.
template <class Ours, class Theirs>
void in_turns(benchmark::State& state, double works, const Ours& ours, const Theirs& theirs) {
    std::vector<double> our_costs, their_costs;
    for (auto _ : state) {
        our_costs.push_back(cost_of(ours));
        their_costs.push_back(cost_of(theirs));
    }
    if (our_costs.empty()) return;
    const double mine = median(std::move(our_costs)), other = median(std::move(their_costs));
    state.counters["ours_ns"] = mine / works;
    state.counters["theirs_ns"] = other / works;
    state.counters["times_faster"] = other / mine;
}

}  // namespace palpera::bench
