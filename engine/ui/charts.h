#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/ui/context.h"

namespace palpera::ui {

struct RingLook {
    Role role = Role::primary;
    std::optional<double> pass_mark = {};  // 0 to 1: a tick across the stroke
    std::string_view note = {};            // under the number: "of 100"
    const char* icon = nullptr;            // instead of the number: a paused case
};
// `share` 0 to 1; nothing: an empty track and a dash.
void score_ring(Ui& ui, std::optional<double> share, std::string_view number, float size, RingLook look = {});

// The value always stands beside it as text.
void bar(Ui& ui, double share, Role role = Role::primary, float height = 6, float width = 0);
// Label, bar and value on one line, in columns of these widths (pixels at 100 %).
void bar_row(Ui& ui, std::string_view label, double share, std::string_view value, Role role = Role::primary,
             float label_width = 96, const char* trailing_icon = nullptr);
// Three little columns: how hard a case is, 1 to 3.
void difficulty(Ui& ui, int level, std::string_view word);
// Small discs, filled and hollow: radiation of 0 to 3.
void dots(Ui& ui, int filled, int of, Role role);

// Where a value lies against its reference range: a disc inside, a diamond outside.
struct RangeMark {
    double low = 0, high = 0;
    bool has_low = true, has_high = true;
    double value = 0;
    bool flagged() const { return (has_low && value < low) || (has_high && value > high); }
};
void draw_range(Ui& ui, Rect rect, const RangeMark& mark);

// What is going on for longer than 0.3 s; true when Cancel is pressed. Share below 0: not known.
bool progress(Ui& ui, std::string_view cancel_name, double share, std::string_view what, std::string_view cancel_label);

}  // namespace palpera::ui
