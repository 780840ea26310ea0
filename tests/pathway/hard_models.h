#pragma once

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "engine/pathway/align.h"

namespace palpera::pathway {

// Models and traces that are hard to align: activities that many unordered steps share, thin orders, long traces.
struct HardClass {
    enum class Order { none, thin, layers, chains };
    enum class Course { random, noisy };  // events as chance has them; a run of the model with gaps, swaps and noise
    std::string name;
    std::size_t steps, events, activities;
    Order order;
    int parameter;           // thin: edges per thousand pairs; layers: steps of a layer; chains: how many
    std::size_t labels = 1;  // activities of a step, at the most
    Course course = Course::random;
    std::int64_t dearest = 1;  // the costs are 1 to this
    int optional = 0;          // per hundred steps
};

inline const std::vector<HardClass>& hard_classes() {
    using Order = HardClass::Order;
    using Course = HardClass::Course;
    static const std::vector<HardClass> classes{
        {"thin order, one label", 64, 64, 12, Order::thin, 10},
        {"thin order, few events", 64, 40, 12, Order::thin, 20},
        {"thin order, more events", 64, 120, 12, Order::thin, 30},
        {"thin order, two labels", 64, 64, 12, Order::thin, 20, 2},
        {"thin order, prices", 64, 80, 12, Order::thin, 30, 2, Course::random, 5, 20},
        {"thin order, eight labels", 64, 64, 8, Order::thin, 50, 3, Course::random, 9, 20},
        {"denser order", 64, 64, 12, Order::thin, 100, 2, Course::random, 5, 20},
        {"dense order", 64, 100, 12, Order::thin, 300, 2, Course::random, 5, 20},
        {"no order, prices", 64, 64, 12, Order::none, 0, 3, Course::random, 9, 20},
        {"layers of eight", 64, 64, 8, Order::layers, 8, 2, Course::random, 3, 10},
        {"layers of sixteen", 64, 80, 12, Order::layers, 16, 2, Course::noisy, 3, 10},
        {"four chains", 64, 64, 8, Order::chains, 4, 2, Course::random, 3, 10},
        {"eight chains", 64, 64, 12, Order::chains, 8, 2, Course::random, 3, 10},
        {"sixteen chains", 64, 64, 12, Order::chains, 16, 1, Course::random, 3, 10},
        {"noisy run, thin order", 64, 70, 12, Order::thin, 30, 2, Course::noisy, 5, 20},
        {"noisy run, 200 events", 64, 200, 12, Order::thin, 60, 2, Course::noisy, 5, 20},
        {"100 steps, thin", 100, 120, 20, Order::thin, 20, 2, Course::random, 5, 20},
        {"100 steps, noisy run", 100, 150, 20, Order::thin, 30, 2, Course::noisy, 5, 20},
        {"100 steps, ten chains", 100, 100, 12, Order::chains, 10, 2, Course::random, 3, 10},
        {"200 steps, thin", 200, 300, 40, Order::thin, 10, 2, Course::random, 5, 20},
        {"200 steps, noisy run", 200, 300, 40, Order::thin, 20, 2, Course::noisy, 5, 20},
        {"500 steps, 1,000 events", 500, 1'000, 100, Order::thin, 5, 2, Course::noisy, 5, 20},
        {"500 steps, 600 events", 500, 600, 200, Order::thin, 5, 2, Course::random, 5, 20},
        {"500 steps, 10,000 events", 500, 10'000, 100, Order::thin, 10, 2, Course::random, 5, 20},
        {"500 steps, 10,000, dense", 500, 10'000, 250, Order::thin, 35, 2, Course::random, 9, 20},
        {"500 steps, 10,000, own labels", 500, 10'000, 1'500, Order::thin, 20, 2, Course::random, 9, 20},
    };
    return classes;
}

struct HardInstance {
    ProcessModel model;
    std::vector<std::string> trace;
};

class HardMaker {
public:
    HardMaker(const HardClass& of, unsigned seed) : of_(of), random_(seed * 7'919 + 11) {}

    HardInstance make() {
        HardInstance made;
        for (std::size_t i = 0; i < of_.steps; ++i) {
            ProcessModel::Step step{"s" + std::to_string(i), {label()}, chance(of_.optional), price()};
            for (std::size_t more = below(of_.labels); more > 0; --more) step.any_of.push_back(label());
            made.model.steps.push_back(std::move(step));
        }
        made.model.log_move_cost = price();
        for (std::size_t i = 0; of_.dearest > 1 && i < of_.activities / 2; ++i)
            made.model.log_move_cost_by_activity.emplace_back("a" + std::to_string(2 * i), price());
        order_steps(made.model);
        if (of_.course == HardClass::Course::random) {
            while (made.trace.size() < of_.events) made.trace.push_back(label());
        } else {
            run(made);
        }
        return made;
    }

private:
    std::size_t below(std::size_t most) { return static_cast<std::size_t>(random_() % most); }
    bool chance(int of_a_hundred) { return static_cast<int>(below(100)) < of_a_hundred; }
    std::string label() { return "a" + std::to_string(below(of_.activities)); }
    std::int64_t price() { return 1 + static_cast<std::int64_t>(below(static_cast<std::size_t>(of_.dearest))); }

    void order_steps(ProcessModel& model) {
        const auto edge = [&](std::size_t a, std::size_t b) {
            if (model.edges.size() < most_edges)
                model.edges.emplace_back("s" + std::to_string(a), "s" + std::to_string(b));
        };
        const auto width = static_cast<std::size_t>(of_.parameter);
        for (std::size_t b = 0; b < of_.steps; ++b) {
            if (of_.order == HardClass::Order::chains && b >= width) edge(b - width, b);
            for (std::size_t a = 0; a < b; ++a) {
                if (of_.order == HardClass::Order::thin && below(1'000) < width) edge(a, b);
                if (of_.order == HardClass::Order::layers && a / width + 1 == b / width && chance(30)) edge(a, b);
            }
        }
    }

    // Steps in an order near that of the model, one in six left out; events beside the point until there are enough.
    void run(HardInstance& made) {
        std::vector<std::size_t> steps;
        for (std::size_t i = 0; i < of_.steps; ++i)
            if (!chance(16)) steps.push_back(i);
        for (std::size_t swaps = steps.size(); swaps > 0; --swaps) {
            const std::size_t a = below(steps.size()), b = std::min(steps.size() - 1, a + below(6));
            std::swap(steps[a], steps[b]);
        }
        for (const std::size_t i : steps) {
            const std::vector<std::string>& any = made.model.steps[i].any_of;
            made.trace.push_back(any[below(any.size())]);
        }
        while (made.trace.size() < of_.events)
            made.trace.insert(made.trace.begin() + static_cast<std::ptrdiff_t>(below(made.trace.size() + 1)), label());
    }

    const HardClass& of_;
    std::mt19937 random_;
};

}  // namespace palpera::pathway
