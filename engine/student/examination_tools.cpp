// The left column: the tools, how the patient lies, which sides are examined.
#include <algorithm>
#include <array>

#include "engine/student/examination_parts.h"
#include "engine/student/icon_names.h"

namespace palpera::student {
namespace {

using library::Side;
using library::Verb;

constexpr std::array positions{"standing", "sitting", "supine", "prone", "side"};

std::string tool_name(const present::ToolRow& tool) {
    std::string name = "examination.tool." + std::string(library::name(tool.verb));
    return tool.modality.empty() ? name : name + "." + tool.modality;
}

}  // namespace

void draw_tool_rows(Examining& now, float row_height) {
    for (const present::ToolGroup& group : now.tools) {
        ui::list_heading(now.ui, group.name);
        for (const present::ToolRow& tool : group.tools) {
            const bool held = tool.verb == now.tool.verb && tool.modality == now.tool.modality;
            const ui::RowLook look{.icon = icon_named(tool.icon),
                                   .key_cap = tool.key,
                                   .filled = held,
                                   .height = row_height,
                                   .most_lines = 2};
            if (ui::list_row(now.ui, tool_name(tool), tool.name, look)) now.take(tool);
        }
    }
}

void draw_position(Examining& now) {
    ui::Ui& ui = now.ui;
    ui::text(ui, now.words("examination/position_title"), ui::caption_strong);
    std::vector<ui::Option> options;
    for (const char* position : positions) {
        options.push_back({position, now.words(std::string("examination/position_") + position)});
    }
    const auto at = std::find(positions.begin(), positions.end(), now.view.encounter.position);
    const int lies = at == positions.end() ? 0 : static_cast<int>(at - positions.begin());
    const int chosen = ui::segmented(ui, "examination.position", options, lies, true, true);
    if (chosen != lies && chosen >= 0) {
        library::Action action;
        action.verb = Verb::position;
        action.subject = positions[static_cast<std::size_t>(chosen)];
        now.actions.push_back(std::move(action));
    }
    if (ui::toggle(ui, "examination.compare", now.words("examination/compare_sides"), now.state.compare)) {
        now.state.compare = !now.state.compare;
        ui.redraw.now();
    }
    if (now.state.compare) return;
    const int side = ui::segmented(ui, "examination.side",
                                   {{"right", now.words("general/right")}, {"left", now.words("general/left")}},
                                   now.state.side == Side::left ? 1 : 0, true, true);
    now.state.side = side == 1 ? Side::left : Side::right;
}

void draw_tools(Examining& now, ui::Rect place) {
    ui::Ui& ui = now.ui;
    const ui::Rect foot = cut_bottom(ui, place, now.state.compare ? 124 : 160);
    {
        ui::Area area(ui, "examination.tools", place,
                      {.ground = ui::Role::surface2, .padding = 12, .padding_y = 4, .line_right = true});
        draw_tool_rows(now, ui::size_class(ui).is_short ? 28 : 32);
    }
    ui::Area area(
        ui, "examination.position_part", foot,
        {.ground = ui::Role::surface2, .padding = 12, .line_right = true, .line_top = true, .new_column = false});
    draw_position(now);
}

}  // namespace palpera::student
