// What can be examined, by name: everything that does not lie on the figure is reached here.
#include <algorithm>

#include "engine/student/examination_parts.h"
#include "engine/student/icon_names.h"
#include "engine/ui/icons.h"

namespace palpera::student {
namespace {

using library::Side;

std::string row_name(const present::ToolRow& tool, const present::TargetRow& target) {
    return "examination.target." + std::string(library::name(tool.verb)) + "." + target.subject;
}

bool pointed_at(const ui::Ui& ui, const std::string& name) {
    const ui::Item* item = ui.registry.find(name);
    if (!item) return false;
    return ui.focus.ring_on(name) || (ImGui::IsWindowHovered() && item->rect.holds(ImGui::GetIO().MousePos));
}

void draw_target(Examining& now, const present::ToolRow& tool, const present::TargetRow& target) {
    const std::string name = row_name(tool, target);
    const bool one_side = target.sided && target.done && target.done_right != target.done_left;
    const std::string side =
        one_side ? now.words(target.done_right ? "general/right_short" : "general/left_short") : "";
    const ui::RowLook look{.second_line = target.found_by,
                           .trailing = side,
                           .done = target.done,
                           .height = 28,
                           .flush = true,
                           .most_lines = 3};
    if (ui::list_row(now.ui, name, target.name, look)) now.examine(tool, target, now.state.side);
    if (pointed_at(now.ui, name)) now.hovered = target.subject;
}

struct Region {
    std::string name;
    std::vector<const present::TargetRow*> targets;
};

// Regions in the order in which the catalogue first names them.
std::vector<Region> regions_of(const std::vector<present::TargetRow>& targets) {
    std::vector<Region> regions;
    for (const present::TargetRow& target : targets) {
        const auto known = std::find_if(regions.begin(), regions.end(),
                                        [&](const Region& region) { return region.name == target.region; });
        if (known == regions.end()) {
            regions.push_back({target.region, {&target}});
        } else {
            known->targets.push_back(&target);
        }
    }
    return regions;
}

void draw_region(Examining& now, const Region& region) {
    ui::list_heading(now.ui, region.name.empty() ? now.tool.name : region.name);
    for (const present::TargetRow* target : region.targets) draw_target(now, now.tool, *target);
}

// Regions in columns of about equal length; none is split.
void draw_regions(Examining& now, int columns) {
    const std::vector<Region> regions = regions_of(now.targets);
    if (columns < 2 || regions.size() < 2) {
        for (const Region& region : regions) draw_region(now, region);
        return;
    }
    std::size_t rows = 0, drawn = 0;
    for (const Region& region : regions) rows += region.targets.size() + 1;
    ui::Columns cells(now.ui, columns, 32);
    cells.next();
    bool second = false;
    for (const Region& region : regions) {
        if (!second && drawn > 0 && 2 * drawn + region.targets.size() > rows) {
            cells.next();
            second = true;
        }
        draw_region(now, region);
        drawn += region.targets.size() + 1;
    }
}

// What matches the typed words, with whichever tool it is examined: the one in hand first.
bool draw_hits(Examining& now, const present::ToolRow& tool, std::size_t most) {
    const std::vector<present::TargetRow> hits =
        present::target_rows(now.view.context, now.view.encounter, tool, now.state.search);
    if (hits.empty()) return false;
    ui::list_heading(now.ui, tool.name);
    for (std::size_t i = 0; i < hits.size() && i < most; ++i) draw_target(now, tool, hits[i]);
    return true;
}

void draw_search_hits(Examining& now) {
    constexpr std::size_t of_the_tool = 12, of_others = 4;
    bool any = draw_hits(now, now.tool, of_the_tool);
    for (const present::ToolGroup& group : now.tools) {
        for (const present::ToolRow& tool : group.tools) {
            if (tool.verb == now.tool.verb && tool.modality == now.tool.modality) continue;
            any = draw_hits(now, tool, of_others) || any;
        }
    }
    if (any) return;
    ui::empty_state(now.ui, ui::icon::search, now.view.context.fill("general/no_hits", {{"text", now.state.search}}),
                    now.words("general/no_hits_hint"));
}

}  // namespace

void draw_targets(Examining& now, int columns) {
    ui::search_field(now.ui, "examination.search", now.state.search,
                     now.words(columns > 1 ? "examination/search_hint" : "general/search"),
                     now.words("general/clear_search"));
    if (now.ui.typed(U'/')) now.ui.focus.move_to("examination.search");
    if (now.state.search.find_first_not_of(' ') != std::string::npos) {
        draw_search_hits(now);
    } else {
        draw_regions(now, columns);
    }
}

}  // namespace palpera::student
