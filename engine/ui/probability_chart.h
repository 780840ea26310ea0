#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/ui/context.h"

namespace palpera::ui {

// A shape beside the colour, so that lines can be told apart without it.
enum class SeriesShape { disc, square, triangle, diamond, cross };

// Probabilities over time: what the findings supported (stepped) and what the student thought (dashed).
struct ProbabilitySeries {
    std::string label = {};
    Role role = Role::primary;
    SeriesShape shape = SeriesShape::disc;
    std::vector<std::pair<double, double>> supported = {}, student = {};  // minute, per cent
};
struct ProbabilityEvent {
    double minute;
    std::string label = {};
};
// A place where something changed, with the values that are read out there.
struct ProbabilityMoment {
    double minute;
    std::string readout = {};
};
struct ProbabilityChart {
    std::vector<ProbabilitySeries> series = {};
    double first = 0, last = 60;
    std::vector<std::pair<double, std::string>> times = {};
    std::vector<ProbabilityEvent> events = {};
    std::vector<ProbabilityMoment> moments = {};  // in their order
};

// The legend of both kinds of line, in a line of widgets.
void probability_legend(Ui& ui, std::string_view words, bool dashed_line);
// Fills the rectangle. The moment nearest to the pointer, or the one that Left, Right, Home and End walk to while the
// chart has the keyboard, is marked and read out. `at` is the walked one, below 0: none yet; the new one comes back.
int probability_chart(Ui& ui, Rect rect, std::string_view name, const ProbabilityChart& chart, int at);

}  // namespace palpera::ui
