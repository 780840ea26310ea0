// The places that can be examined, as they are drawn and pressed on any figure.
#include "engine/student/examination_marks.h"

#include <algorithm>
#include <cmath>

namespace palpera::student {
namespace {

using library::Side;
using ui::Rect;
using ui::Role;

constexpr double firm_after = 0.35;  // seconds that a finger rests
constexpr double never = 1e18;

}  // namespace

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

void draw_label(const Examining& now, const Mark& mark, Rect place) {
    ui::Ui& ui = now.ui;
    const bool both = now.state.compare || !mark.target->sided;
    std::string side = now.words(!mark.target->sided       ? "general/midline"
                                 : both                    ? "general/both"
                                 : mark.side == Side::left ? "general/left"
                                                           : "general/right");
    if (now.on_body() && now.tool.verb == library::Verb::palpate) side += " · " + now.words("examination/hold_hint");
    const bool is_joint = now.on_body() && now.tool.verb == library::Verb::move;
    if (is_joint) side = now.words("examination/drag_hint");
    const std::string& name = is_joint ? mark.target->region : mark.target->name;
    const ui::TextLook strong{ui::Type::body, ui::Weight::strong, Role::ink};
    const ui::Lines lines = ui::wrap(ui, name, strong, ui.px(200));
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

const Mark* touch_marks(Examining& now, const std::vector<Mark>& marks, bool hold) {
    const Mark* pointed = nullptr;
    if (!ImGui::IsMouseDown(0) && !ImGui::IsMouseReleased(0)) now.state.held_since = never;
    for (const Mark& mark : marks) {
        const bool left = mark.side == Side::left;
        const std::string name = std::string("examination.site.") + (left ? "left." : "right.") + mark.target->subject;
        const bool is_joint = now.tool.verb == library::Verb::move;
        const std::string label = (is_joint ? mark.target->region : mark.target->name) + ", " +
                                  now.words(left ? "general/left" : "general/right");
        const float half = now.ui.px(14);
        const ui::Touch touch =
            ui::touch(now.ui, {{mark.at.x - half, mark.at.y - half}, {mark.at.x + half, mark.at.y + half}},
                      // Where sides are compared one of the two places is enough for the keyboard.
                      {.name = name, .label = label, .rounding = 14, .focusable = !left || !now.state.compare});
        if (touch.hovered || touch.ring) {
            pointed = &mark;
            now.hovered = mark.target->subject;
        }
        if (now.tool.verb == library::Verb::move) {
            if (touch.held && !now.state.led && ImGui::IsMouseDown(0)) take_joint(now, mark);
            continue;
        }
        if (hold && touch.held) now.state.held_since = std::min(now.state.held_since, now.ui.now);
        if (!touch.pressed) continue;
        const bool lightly = hold && touch.hovered && now.ui.now - now.state.held_since < firm_after;
        now.state.side = mark.side;
        now.examine(now.tool, *mark.target, mark.side);
        now.actions.back().light = lightly;
    }
    return pointed;
}

std::string shown_subject(const Examining& now) {
    const auto& events = now.view.encounter.events;
    const int action = now.state.shown > 0 ? now.state.shown : now.state.last;
    if (action < 1 || action > static_cast<int>(events.size())) return {};
    const library::Action& act = events[static_cast<std::size_t>(action - 1)].action;
    return act.verb == now.tool.verb ? act.subject : std::string();
}

void draw_marks(Examining& now, const std::vector<Mark>& marks, const Mark* pointed, Rect place) {
    const std::string shown = shown_subject(now);
    const std::string& highlighted = now.hovered.empty() ? now.state.hovered : now.hovered;
    const Mark* labelled = pointed;
    for (const Mark& mark : marks) {
        const bool here = mark.target->subject == highlighted;
        const bool alike = now.state.compare || mark.side == now.state.side;
        const bool ripples = &mark == pointed || (here && alike) ||
                             (highlighted.empty() && mark.target->subject == shown && is_done(mark) && alike);
        draw_mark(now.ui, mark, ripples);
        if (here && alike && !labelled) labelled = &mark;
    }
    if (pointed && now.state.held_since < never) {
        // The finger sinks in: a full ring is a firm press.
        const auto part = static_cast<float>(std::min(1.0, (now.ui.now - now.state.held_since) / firm_after));
        ImGui::GetWindowDrawList()->AddCircle(pointed->at, now.ui.px(9 + 13 * part), now.ui.colour(Role::primary), 0,
                                              now.ui.px(part < 1 ? 2.0f : 4.0f));
        now.ui.redraw.now();
    }
    if (labelled) draw_label(now, *labelled, place);
}

}  // namespace palpera::student
