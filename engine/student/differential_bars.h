#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/student/differential.h"
#include "engine/ui/widgets.h"

namespace palpera::student {

// Why nothing can be added to the differential; empty: it can.
std::string no_more_diagnoses(const present::Context& context, const std::vector<present::DifferentialRow>& rows);
bool holds_diagnosis(const std::vector<present::DifferentialRow>& rows, const std::string& condition);

// A slider of one row. Its steps gather in `moved`, and stand at once in `rows` when they are taken over.
void draw_percent_slider(ui::Ui& ui, std::string_view name, const present::Context& context,
                         const std::vector<present::DifferentialRow>& rows, std::size_t row, MovedPercent& moved,
                         bool ticks);
// The differential that the student has set, once hand and keys rest.
std::optional<library::Action> settled(ui::Ui& ui, const std::vector<present::DifferentialRow>& rows,
                                       MovedPercent& moved);

// Name, percent, whether it rose, and a bar that can be moved, a row each; sliders are NAME.CONDITION.
std::optional<library::Action> draw_differential_bars(ui::Ui& ui, const present::Context& context,
                                                      std::string_view name,
                                                      std::vector<present::DifferentialRow>& rows, MovedPercent& moved);
// One bar for all of them, and their names with percents below it.
void draw_folded_differential(ui::Ui& ui, const present::Context& context,
                              const std::vector<present::DifferentialRow>& rows);

}  // namespace palpera::student
