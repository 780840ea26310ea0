// The flat figure: its views, both feet, and the places that can be examined.
#include <algorithm>
#include <cmath>

#include "engine/student/examination_parts.h"
#include "engine/student/figure_shape.h"

namespace palpera::student {
namespace {

using library::Side;
using ui::Rect;
using ui::Role;

struct Mark {
    const present::TargetRow* target = nullptr;
    Side side = Side::right;
    ImVec2 at = {};
};

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

bool is_done(const Mark& mark) { return mark.side == Side::left ? mark.target->done_left : mark.target->done_right; }

void draw_mark(const ui::Ui& ui, const Mark& mark, bool pointed) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (pointed) {
        list.AddCircle(mark.at, ui.px(28), ui.colour(Role::primary, 0.25f), 0, ui.px(2));
        list.AddCircle(mark.at, ui.px(18), ui.colour(Role::primary, 0.5f), 0, ui.px(2));
        list.AddCircleFilled(mark.at, ui.px(9), ui.colour(Role::surface));
        list.AddCircle(mark.at, ui.px(9), ui.colour(Role::ink), 0, ui.px(2));
        list.AddCircleFilled(mark.at, ui.px(3.5f), ui.colour(Role::ink));
        return;
    }
    const bool done = is_done(mark);
    list.AddCircleFilled(mark.at, ui.px(done ? 6.5f : 5.5f), ui.colour(Role::surface));
    if (done) {
        list.AddCircle(mark.at, ui.px(5.5f), ui.colour(Role::primary), 0, ui.px(2.5f));
    } else {
        list.AddCircleFilled(mark.at, ui.px(3.5f), ui.colour(Role::ink2));
    }
}

// Which foot is which.
void draw_side_letter(const Examining& now, const Foot& foot) {
    ui::Ui& ui = now.ui;
    const Rect at = ui::rect({foot.frame.middle().x - ui.px(60), foot.frame.max.y + ui.px(2)}, {ui.px(120), ui.px(20)});
    const std::string& words = now.words(foot.mirrored ? "general/left" : "general/right");
    ui::draw_text(ui, at, words, {ui::Type::caption, ui::Weight::strong, Role::ink2}, 0.5f);
    ui.registry.add({.kind = ui::ItemKind::picture, .label = words, .rect = at, .clip = at});
}

// The place's name and side beside the pointer, on the side where there is room. It says nothing of what is found
// there.
void draw_label(const Examining& now, const Mark& mark, Rect place) {
    ui::Ui& ui = now.ui;
    const bool both = now.state.compare || !mark.target->sided;
    const std::string& side = now.words(!mark.target->sided       ? "general/midline"
                                        : both                    ? "general/both"
                                        : mark.side == Side::left ? "general/left"
                                                                  : "general/right");
    const ui::TextLook strong{ui::Type::body, ui::Weight::strong, Role::ink};
    const ui::Lines lines = ui::wrap(ui, mark.target->name, strong, ui.px(200));
    const float width = std::max(lines.size.x, ui::measure(ui, side, ui::caption).x) + ui.px(24);
    const float height = lines.size.y + ui.px(16 + 18);
    const bool to_right = mark.at.x + ui.px(44) + width < place.max.x;
    const float x = to_right ? mark.at.x + ui.px(44) : std::max(place.min.x, mark.at.x - ui.px(44) - width);
    const float y = std::clamp(mark.at.y - height - ui.px(12), place.min.y, place.max.y - height);
    const Rect card = ui::rect({std::round(x), std::round(y)}, {width, height});
    const ImVec2 from{to_right ? card.min.x : card.max.x, card.max.y - ui.px(16)};
    ImGui::GetWindowDrawList()->AddLine(from, mark.at, ui.colour(Role::ink2), std::max(1.0f, ui.px(1)));
    ui::raised_ground(ui, card, 8);
    ui::draw_lines(ui, {card.min.x + ui.px(12), card.min.y + ui.px(8)}, lines, strong);
    ui::draw_text(ui, {{card.min.x + ui.px(12), card.max.y - ui.px(26)}, {card.max.x, card.max.y - ui.px(8)}}, side,
                  ui::caption);
}

// Presses, hovering and the keyboard's focus; gives the mark that is pointed at.
const Mark* touch_marks(Examining& now, const std::vector<Mark>& marks) {
    const Mark* pointed = nullptr;
    for (const Mark& mark : marks) {
        const bool left = mark.side == Side::left;
        const std::string name = std::string("examination.site.") + (left ? "left." : "right.") + mark.target->subject;
        const std::string label = mark.target->name + ", " + now.words(left ? "general/left" : "general/right");
        const float half = now.ui.px(14);
        const ui::Touch touch =
            ui::touch(now.ui, {{mark.at.x - half, mark.at.y - half}, {mark.at.x + half, mark.at.y + half}},
                      // Where sides are compared one of the two places is enough for the keyboard.
                      {.name = name, .label = label, .rounding = 14, .focusable = !left || !now.state.compare});
        if (touch.hovered || touch.ring) {
            pointed = &mark;
            now.hovered = mark.target->subject;
        }
        if (!touch.pressed) continue;
        now.state.side = mark.side;
        now.examine(now.tool, *mark.target, mark.side);
    }
    return pointed;
}

// The place of the read-out that is open, as long as its tool is in hand.
std::string shown_subject(const Examining& now) {
    const auto& events = now.view.encounter.events;
    const int action = now.state.shown > 0 ? now.state.shown : now.state.last;
    if (action < 1 || action > static_cast<int>(events.size())) return {};
    const library::Action& act = events[static_cast<std::size_t>(action - 1)].action;
    return act.verb == now.tool.verb ? act.subject : std::string();
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
    const Mark* pointed = touch_marks(now, marks);
    const std::string shown = shown_subject(now);
    const std::string& highlighted = now.hovered.empty() ? now.state.hovered : now.hovered;
    const Mark* labelled = pointed;
    for (const Mark& mark : marks) {
        const bool here = mark.target->subject == highlighted;
        const bool alike = now.state.compare || mark.side == now.state.side;
        const bool ripples = &mark == pointed || (here && alike) ||
                             (highlighted.empty() && mark.target->subject == shown && is_done(mark) && alike);
        draw_mark(ui, mark, ripples);
        if (here && alike && !labelled) labelled = &mark;
    }
    if (labelled) draw_label(now, *labelled, place);
}

}  // namespace palpera::student
