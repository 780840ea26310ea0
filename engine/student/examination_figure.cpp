// The flat figure: its views, both feet, and the places that can be examined.
#include <algorithm>
#include <cmath>

#include "engine/student/examination_marks.h"
#include "engine/student/figure_shape.h"

namespace palpera::student {
namespace {

using library::Side;
using ui::Rect;
using ui::Role;

const anatomy::FigureView* figure_view(const Examining& now) {
    const auto& figure = now.view.context.library.atlas.figure;
    const anatomy::FigureView* found = anatomy::find(figure, now.state.figure_view);
    return found || figure.empty() ? found : &figure.front();
}

// Seen from behind and from above the patient's right is on the right.
bool right_is_right(const anatomy::FigureView& view) { return view.id == "back" || view.id == "top"; }

// Both feet as large as they fit, side by side or, where that is larger, one above the other.
std::array<Foot, 2> feet_in(const ui::Ui& ui, const anatomy::FigureView& view, Rect place) {
    const float gap = ui.px(44), aspect = static_cast<float>(view.aspect);
    const float beside = std::min(place.height(), (place.width() - gap) / 2 / aspect);
    const float stacked = std::min((place.height() - gap) / 2, place.width() / aspect);
    const bool on_top = stacked > beside;
    const float height = std::max(ui.px(80), on_top ? stacked : beside), width = height * aspect;
    const ImVec2 all = on_top ? ImVec2{width, 2 * height + gap} : ImVec2{2 * width + gap, height};
    const ImVec2 corner{std::round(place.middle().x - all.x / 2), std::round(place.middle().y - all.y / 2)};
    const Rect first = ui::rect(corner, {width, height});
    const Rect second = on_top ? first.moved(0, height + gap) : first.moved(width + gap, 0);
    const bool swapped = right_is_right(view) && !on_top;
    return {Foot{swapped ? second : first, false}, Foot{swapped ? first : second, true}};
}

std::vector<Mark> marks_on(const Examining& now, const anatomy::FigureView& view, const Foot& foot) {
    std::vector<Mark> marks;
    std::vector<ImVec2> points;
    for (const present::TargetRow& target : now.targets) {
        const auto place = target.views.find(view.id);
        if (place == target.views.end()) continue;
        marks.push_back({&target, foot.mirrored ? Side::left : Side::right, {}});
        points.push_back(foot.at(place->second));
    }
    spread(points, now.ui.px(28), foot.frame);
    for (std::size_t i = 0; i < marks.size(); ++i) marks[i].at = {std::round(points[i].x), std::round(points[i].y)};
    return marks;
}

// Which foot is which.
void draw_side_letter(const Examining& now, const Foot& foot) {
    ui::Ui& ui = now.ui;
    const Rect at = ui::rect({foot.frame.middle().x - ui.px(60), foot.frame.max.y + ui.px(2)}, {ui.px(120), ui.px(20)});
    const std::string& words = now.words(foot.mirrored ? "general/left" : "general/right");
    ui::draw_text(ui, at, words, {ui::Type::caption, ui::Weight::strong, Role::ink2}, 0.5f);
    ui.registry.add({.kind = ui::ItemKind::picture, .label = words, .rect = at, .clip = at});
}

int chosen_view(const Examining& now) {
    const auto& figure = now.view.context.library.atlas.figure;
    for (std::size_t i = 0; i < figure.size(); ++i) {
        if (figure[i].id == now.state.figure_view) return static_cast<int>(i);
    }
    return 0;
}

// One tab on a card of its own; the chosen one is tinted.
bool draw_view_tab(Examining& now, const anatomy::FigureView& view, Rect place, bool on) {
    ui::Ui& ui = now.ui;
    const std::string& label = now.view.context.in(view.name);
    const ui::Touch touch = ui::touch(ui, place,
                                      {.name = "examination.view." + view.id,
                                       .kind = ui::ItemKind::option,
                                       .label = label,
                                       .checked = on,
                                       .rounding = 6,
                                       .focusable = on});
    if (on || touch.hovered) ui::fill(ui, place, on ? Role::primary_tint : Role::surface2, 6);
    const ui::TextLook look{ui::Type::body, on ? ui::Weight::strong : ui::Weight::regular,
                            on ? Role::primary : Role::ink2};
    ui::draw_text(ui, place, label, look, 0.5f);
    return touch.pressed;
}

}  // namespace

void draw_view_tabs(Examining& now) {
    ui::Ui& ui = now.ui;
    const auto& figure = now.view.context.library.atlas.figure;
    const int chosen = chosen_view(now);
    float needed = ui.px(4);
    std::vector<float> widths;
    std::vector<ui::Option> options;
    for (const anatomy::FigureView& view : figure) {
        const std::string& label = now.view.context.in(view.name);
        widths.push_back(std::ceil(ui::measure(ui, label, ui::body_strong).x + ui.px(24)));
        options.push_back({view.id, label});
        needed += widths.back();
    }
    int next = chosen;
    if (needed > ui::width_left(ui) || ui.line != nullptr) {
        next = ui::combo(ui, "examination.view", options, chosen);
    } else {
        const Rect strip = ui::claim(ui, {needed, ui.px(36)});
        ui::fill(ui, strip, Role::surface, 8);
        ui::outline(ui, strip, Role::line, 8);
        float x = strip.min.x + ui.px(2);
        for (std::size_t i = 0; i < figure.size(); ++i) {
            const Rect tab{{x, strip.min.y + ui.px(2)}, {x + widths[i], strip.max.y - ui.px(2)}};
            if (draw_view_tab(now, figure[i], tab, static_cast<int>(i) == chosen)) next = static_cast<int>(i);
            x = tab.max.x;
        }
        if (!figure.empty() && ui.focus.ring_on("examination.view." + figure[static_cast<std::size_t>(chosen)].id)) {
            if (ui.key(ui::Key::right)) next = std::min(chosen + 1, static_cast<int>(figure.size()) - 1);
            if (ui.key(ui::Key::left)) next = std::max(chosen - 1, 0);
            if (next != chosen) ui.focus.move_to("examination.view." + figure[static_cast<std::size_t>(next)].id);
        }
    }
    if (next == chosen || next < 0) return;
    now.state.figure_view = figure[static_cast<std::size_t>(next)].id;
    ui.redraw.now();
}

void draw_figure(Examining& now, Rect place) {
    ui::Ui& ui = now.ui;
    const anatomy::FigureView* view = figure_view(now);
    if (!view) return;
    Rect room = place.grown(-ui.px(4));
    room.max.y -= ui.px(20);
    const std::array<Foot, 2> feet = feet_in(ui, *view, room);
    std::vector<Mark> marks;
    for (std::size_t i = 0; i < feet.size(); ++i) {
        const Foot& foot = feet[i];
        draw_foot(ui, *view, foot, now.state.skin[i]);
        draw_side_letter(now, foot);
        const std::vector<Mark> of_foot = marks_on(now, *view, foot);
        marks.insert(marks.end(), of_foot.begin(), of_foot.end());
    }
    draw_marks(now, marks, touch_marks(now, marks), place);
}

}  // namespace palpera::student
