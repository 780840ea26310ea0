#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/ui/context.h"

namespace palpera::ui {

struct Option {
    std::string name =
        {};  // the last part of its stable name: segmented("x.side", {{"left", ...}}) makes "x.side.left"
    std::string label = {};
    const char* icon = nullptr;
};

// One of at most five; arrow keys move, one tab stop. Wider than its place it becomes a combo. Gives what is chosen
// now.
int segmented(Ui& ui, std::string_view name, const std::vector<Option>& options, int chosen, bool small = false,
              bool fill_width = false);
// A list that opens below (or above where there is no room).
int combo(Ui& ui, std::string_view name, const std::vector<Option>& options, int chosen, float width = 0,
          bool small = false);

// True when pressed.
bool filter_pill(Ui& ui, std::string_view name, std::string_view label, bool on, int count = -1);
// A pill that opens a list. The first option takes the filter away: then the pill shows `label`, else what is chosen.
int filter_menu(Ui& ui, std::string_view name, std::string_view label, const std::vector<Option>& options, int chosen);
float filter_menu_width(const Ui& ui, std::string_view label, const std::vector<Option>& options, int chosen);
// In which order a list stands: quiet words that open a list.
int order_menu(Ui& ui, std::string_view name, std::string_view tip, const std::vector<Option>& options, int chosen);
bool checkbox(Ui& ui, std::string_view name, std::string_view label, bool on, std::string_view note = {});
bool radio(Ui& ui, std::string_view name, std::string_view label, bool on);
bool toggle(Ui& ui, std::string_view name, std::string_view label, bool on);

struct StageTab {
    std::string name = {}, label = {};
    const char* icon = nullptr;
    int count = 0;  // what was done there; 0 is not shown
};
// 56 high, centred in the rectangle. Where labels do not fit, those of the other tabs hide. Gives the chosen tab.
int stage_tabs(Ui& ui, Rect rect, const std::vector<StageTab>& tabs, int chosen);

}  // namespace palpera::ui
