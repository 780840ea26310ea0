// The choice at the heart of the alignment, facts resolved: which event stands for which step. Courses as students make
// them: most of the expected acts in about the right order, some swapped, some repeated, others beside the point.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <random>

#include "engine/pathway/antichain.h"

namespace {

using namespace palpera::pathway;

struct Course {
    StepOrder order;
    std::vector<Candidate> candidates;
};

// `concurrency`: how many steps stand beside each other unordered. Of a hundred labels `shared` belong to the step
// beside as well.
Course random_course(std::mt19937& random, std::size_t steps, std::size_t events, std::size_t concurrency,
                     std::size_t shared) {
    const auto below = [&](std::size_t most) { return static_cast<std::size_t>(random() % most); };
    Course made{StepOrder(steps), {}};
    for (std::size_t after = concurrency; after < steps; ++after)
        for (int edge = 0; edge < 2; ++edge)
            made.order.add((after / concurrency - 1) * concurrency + below(concurrency), after);
    std::vector<std::size_t> label_of_step(steps);
    for (std::size_t step = 0; step < steps; ++step)
        label_of_step[step] = below(100) < shared && step > 0 ? label_of_step[step - 1] : step;
    std::vector<std::size_t> labels;
    for (std::size_t event = 0; event < events; ++event) {
        const std::size_t at = event * steps / events;
        labels.push_back(below(10) < 6 ? label_of_step[std::min(steps - 1, at)] : steps + below(steps));
    }
    for (std::size_t swaps = events / 5; swaps > 0; --swaps) std::swap(labels[below(events)], labels[below(events)]);
    for (std::uint32_t step = 0; step < steps; ++step)
        for (std::uint32_t event = 0; event < events; ++event)
            if (labels[event] == label_of_step[step])
                made.candidates.push_back({step, event, static_cast<std::int64_t>(3'000'000 + events - event)});
    return made;
}

void Align(benchmark::State& state) {
    std::mt19937 random(17);
    std::vector<Course> courses;
    for (int i = 0; i < 200; ++i)
        courses.push_back(
            random_course(random, static_cast<std::size_t>(state.range(0)), static_cast<std::size_t>(state.range(1)),
                          static_cast<std::size_t>(state.range(2)), static_cast<std::size_t>(state.range(3))));
    Chooser chooser;
    std::size_t next = 0;
    for (auto _ : state) {
        const Course& course = courses[next++ % courses.size()];
        benchmark::DoNotOptimize(chooser.choose(course.order, course.candidates));
    }
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(Align)
    ->ArgNames({"steps", "events", "concurrent", "shared"})
    ->Args({25, 40, 4, 0})
    ->Args({25, 40, 4, 10})
    ->Args({25, 40, 1, 0})
    ->Args({25, 40, 12, 0})
    ->Args({12, 20, 4, 0})
    ->Args({50, 80, 4, 0})
    ->Args({64, 200, 4, 0})
    ->Args({64, 200, 16, 0})
    ->Args({128, 400, 8, 0});

}  // namespace
