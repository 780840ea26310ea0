#include "engine/student/examination.h"

#include <cmath>

#include "engine/student/examination_parts.h"
#include "engine/ui/icons.h"

namespace palpera::student {
namespace {

using ui::Area;
using ui::Rect;
using ui::Role;

present::ToolRow tool_in_hand(const std::vector<present::ToolGroup>& groups, const ExaminationState& state) {
    for (const present::ToolGroup& group : groups) {
        for (const present::ToolRow& tool : group.tools) {
            if (tool.verb == state.verb && tool.modality == state.modality) return tool;
        }
    }
    return groups.empty() || groups.front().tools.empty() ? present::ToolRow{} : groups.front().tools.front();
}

void take_by_key(Examining& now) {
    for (const present::ToolGroup& group : now.tools) {
        for (const present::ToolRow& tool : group.tools) {
            if (tool.key.size() == 1 && now.ui.typed(static_cast<char32_t>(tool.key[0]))) now.take(tool);
        }
    }
}

// Where the centre is too narrow for both, the figure and the list take turns.
bool takes_turns(const ui::Ui& ui, Rect centre) { return centre.width() / ui.scale < 560; }

void draw_centre_head(Examining& now, Rect place, bool turns) {
    ui::Ui& ui = now.ui;
    Area area(ui, "examination.views", place, {.padding = 16, .padding_y = 12, .scrolls = false});
    const auto tabs = [&] { now.on_body() ? draw_body_tabs(now) : draw_view_tabs(now); };
    if (!turns) return tabs();
    ui::Line line(ui, 36);
    line.from_right();
    now.state.page =
        ui::segmented(ui, "examination.turn",
                      {{"figure", now.words("examination/page_figure")}, {"list", now.words("examination/page_list")}},
                      now.state.page == 1 ? 1 : 0);
    line.from_left();
    if (now.state.page == 0) tabs();
}

void draw_narrow_centre(Examining& now, Rect place) {
    const Rect centre = place;
    if (now.on_figure()) {
        draw_centre_head(now, cut_top(now.ui, place, 60), true);
        if (now.state.page == 0) {
            return now.on_body() ? draw_body(now, place, centre) : draw_figure(now, place.grown(-now.ui.px(12)));
        }
    }
    Area area(now.ui, "examination.list", place.grown(-now.ui.px(12)), {.card = true, .padding = 12});
    draw_targets(now, 1);
}

// Tool by tool: what lies on the figure beside it, everything else in a list over the whole width.
void draw_centre(Examining& now, Rect place, bool read_out_here) {
    ui::Ui& ui = now.ui;
    ui::fade(ui, place, Role::figure_top, Role::figure_foot);
    if (takes_turns(ui, place)) return draw_narrow_centre(now, place);
    const bool figure = now.on_figure();
    const Rect centre = place;
    if (figure) draw_centre_head(now, cut_top(ui, place, 60), false);
    Rect list = figure ? cut_left(ui, place, place.width() / ui.scale > 800 ? 290 : 256) : place;
    if (read_out_here) {
        Rect foot = cut_bottom(ui, figure ? place : list, 248);
        foot.min.x += ui.px(figure ? 12 : 16);
        foot.max.x -= ui.px(16);
        foot.max.y -= ui.px(16);
        Area area(ui, "examination.read_out", foot, {.card = true, .padding = 16, .padding_y = 12});
        draw_read_out(now, true);
    }
    list = {{list.min.x + ui.px(16), list.min.y + (figure ? 0 : ui.px(16))},
            {list.max.x - (figure ? 0 : ui.px(16)), list.max.y - ui.px(16)}};
    {
        Area area(ui, "examination.list", list, {.card = true, .padding = 12});
        draw_targets(now, figure ? 1 : 2);
    }
    if (!figure) return;
    if (now.on_body()) {
        draw_body(now, place, centre);
    } else {
        draw_figure(now, place.grown(-ui.px(12)));
    }
}

void draw_right(Examining& now, Rect place, bool read_out_here) {
    ui::Ui& ui = now.ui;
    Area area(ui, "examination.patient", place,
              {.ground = Role::surface2, .padding = 16, .padding_y = 12, .line_left = true});
    draw_patient(now);
    if (read_out_here) {
        ui::Card card(ui, {.padding = 16, .selected = true, .space_after = 8});
        draw_read_out(now, false);
    }
    draw_findings(now);
    draw_notes(now);
}

void draw_tool_choice(Examining& now) {
    std::vector<ui::Option> options;
    std::vector<present::ToolRow> tools;
    int chosen = 0;
    for (const present::ToolGroup& group : now.tools) {
        for (const present::ToolRow& tool : group.tools) {
            if (tool.verb == now.tool.verb && tool.modality == now.tool.modality) {
                chosen = static_cast<int>(tools.size());
            }
            options.push_back({std::string(library::name(tool.verb)) + tool.modality, tool.name});
            tools.push_back(tool);
        }
    }
    const int taken = ui::combo(now.ui, "examination.tool", options, chosen);
    if (taken != chosen && taken >= 0) now.take(tools[static_cast<std::size_t>(taken)]);
}

// The figure above, what was found below.
void draw_compact_figure(Examining& now, Rect place) {
    ui::Ui& ui = now.ui;
    const Rect above = cut_top(ui, place, place.height() / ui.scale * 0.6f);
    ui::fade(ui, above, Role::figure_top, Role::figure_foot);
    {
        Area area(ui, "examination.figure", above, {.padding = 12, .padding_y = 8});
        // The tabs come first for the keyboard, and the body goes on behind them.
        ImDrawList& list = *ImGui::GetWindowDrawList();
        list.ChannelsSplit(2);
        list.ChannelsSetCurrent(1);
        {
            ui::Line line(ui, 36);
            draw_tool_choice(now);
            if (now.on_figure()) now.on_body() ? draw_body_tabs(now) : draw_view_tabs(now);
        }
        list.ChannelsSetCurrent(0);
        if (now.on_body()) {
            Rect rest = above;
            rest.min.y += ui.px(52);
            draw_body(now, rest, above);
        } else if (now.on_figure()) {
            draw_figure(now, ui::claim(ui, {ui::width_left(ui), ui.px(440)}));
        } else {
            const bool to_list = ui::empty_state(ui, ui::icon::list, now.words("examination/choose_from_list"), "",
                                                 "examination.to_list", now.words("examination/page_list"));
            if (to_list) now.state.page = 1;
        }
        list.ChannelsMerge();
    }
    Area area(ui, "examination.read_out", place,
              {.ground = Role::surface, .padding = 12, .padding_y = 8, .line_top = true});
    draw_read_out(now, false);
}

void draw_compact_list(Examining& now, Rect place) {
    Area area(now.ui, "examination.list", place, {.padding = 12, .padding_y = 8});
    draw_tool_choice(now);
    draw_targets(now, 1);
}

// One column, and the pages at the foot.
void draw_compact(Examining& now, Rect place) {
    ui::Ui& ui = now.ui;
    const Rect bar = cut_bottom(ui, place, 48);
    switch (now.state.page) {
        case 0: draw_compact_figure(now, place); break;
        case 1: draw_compact_list(now, place); break;
        case 2: {
            Area area(ui, "examination.patient", place, {.padding = 12});
            draw_patient(now);
            draw_position(now);
            ui::gap(ui, 8);
            draw_notes(now);
            break;
        }
        default: {
            Area area(ui, "examination.findings", place, {.padding = 12});
            draw_findings(now);
            break;
        }
    }
    now.state.page =
        ui::bottom_bar(ui, bar,
                       {{"examination.page.figure", ui::icon::touch_app, now.words("examination/page_figure")},
                        {"examination.page.list", ui::icon::list, now.words("examination/page_list")},
                        {"examination.page.patient", ui::icon::person, now.words("encounter/patient")},
                        {"examination.page.findings", ui::icon::fact_check, now.words("examination/findings_title")}},
                       now.state.page);
}

void draw_columns(Examining& now, Rect place, const ui::SizeClass& size) {
    const bool extra = size.width == ui::Width::extra, wide = size.width == ui::Width::wide;
    const float left = extra ? 280.0f : wide ? 248.0f : 224.0f;
    const float right = extra ? 400.0f : wide ? 336.0f : 296.0f;
    const ui::ThreeColumns columns = ui::three_columns(now.ui, place, left, right);
    const bool in_centre = !size.is_short && size.width != ui::Width::medium;
    draw_tools(now, columns.left);
    draw_centre(now, columns.centre, in_centre);
    draw_right(now, columns.right, !in_centre);
}

}  // namespace

bool Examining::on_body() const { return ui.artist != nullptr && state.body.is_there(); }

bool Examining::on_figure() const {
    if (on_body()) return true;
    for (const present::TargetRow& target : targets) {
        if (!target.views.empty()) return true;
    }
    return false;
}

void Examining::examine(const present::ToolRow& with, const present::TargetRow& target, library::Side side) {
    library::Action action;
    action.verb = with.verb;
    action.subject = target.subject;
    if (target.sided && !state.compare) action.side = side;
    actions.push_back(std::move(action));
    state.shown = 0;
}

void Examining::take(const present::ToolRow& with) {
    state.verb = with.verb;
    state.modality = with.modality;
    ui.redraw.now();
}

Actions draw_examination(ui::Ui& ui, Rect place, const VisitView& view, ExaminationState& state) {
    Actions actions;
    Examining now{ui, view, state, actions, present::tool_groups(view.context), {}, {}, {}};
    now.tool = tool_in_hand(now.tools, state);
    now.targets = present::target_rows(view.context, view.encounter, now.tool, "");
    if (const int last = present::last_examination(view.encounter); last != state.last) {
        state.last = last;
        state.shown = 0;
    }
    take_by_key(now);
    if (ui.artist != nullptr && view.bodies != nullptr) state.body.meet(ui, *view.bodies, view.context, view.encounter);
    const ui::SizeClass size = ui::size_class(ui);
    if (size.width == ui::Width::compact) {
        draw_compact(now, place);
    } else {
        draw_columns(now, place, size);
    }
    state.hovered = now.hovered;
    return actions;
}

}  // namespace palpera::student
