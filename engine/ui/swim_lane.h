#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/ui/context.h"

namespace palpera::ui {

// The student's acts against the guideline's windows, one lane a domain. Times are minutes.
struct LaneWindow {
    double begin = 0, end = 0;
    std::string label = {};
};
struct LaneMark {
    std::string name = {};  // stable, pressed to select the act
    double minute = 0;
    Outcome outcome = Outcome::matched;
    std::string label = {};          // shown beside it when it is not matched, or selected
    std::optional<double> due = {};  // of a late act: the end of its window, where the elbow begins
    std::string tip = {};            // beside the pointer; empty: the label
};
struct Lane {
    std::string label = {};
    std::vector<LaneWindow> windows = {};
    std::vector<LaneMark> marks = {};
};
struct LaneView {
    double first = 0, last = 60;  // what is shown; Ctrl and the wheel zoom
};

// Height it needs, in pixels of the window.
float swim_lane_height(const Ui& ui, std::size_t lanes);
// Draws over the whole width. `selected` is a mark's name; arrow keys walk act by act. `times` are the labels of the
// axis. Gives the name of the selected act.
std::string swim_lane(Ui& ui, std::string_view name, const std::vector<Lane>& lanes,
                      const std::vector<std::pair<double, std::string>>& times, std::string selected, LaneView& view,
                      double least, double most);

}  // namespace palpera::ui
