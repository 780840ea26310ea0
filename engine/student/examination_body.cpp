// The patient's body under the student's hands: turned and brought nearer, with the places that can be examined on it.
#include <algorithm>
#include <cmath>

#include "engine/student/examination_body_parts.h"
#include "engine/ui/icons.h"

namespace palpera::student {
namespace {

using library::Side;
using library::Verb;
using ui::Rect;
using ui::Role;

// Where it is met on the skin, if what the tool is used on has a place there.
std::optional<body::Place::Kind> kind_of(Verb verb) {
    switch (verb) {
        case Verb::inspect:
        case Verb::palpate:
        case Verb::auscultate: return body::Place::Kind::site;
        case Verb::pulse: return body::Place::Kind::artery;
        case Verb::reflex: return body::Place::Kind::reflex;
        case Verb::strength: return body::Place::Kind::muscle;
        default: return std::nullopt;
    }
}

// "ankle" of "ankle plantarflexion".
std::string joint_of(const std::string& subject) { return subject.substr(0, subject.find(' ')); }

std::optional<std::uint32_t> corner_of(Examining& now, Verb verb, const std::string& subject, Side side) {
    if (verb == Verb::sensation) return now.state.body.corner_of_zone(zone_of(subject), body_side(side));
    if (verb == Verb::move) {
        return now.state.body.corner_of(body::Place::Kind::joint, joint_of(subject), body_side(side));
    }
    const auto kind = kind_of(verb);
    return kind ? now.state.body.corner_of(*kind, subject, body_side(side)) : std::nullopt;
}

// The places that are seen, none on top of another: where they lie close one comes nearer, or takes the list.
std::vector<Mark> marks_on(Examining& now, Rect place, Rect free) {
    std::vector<Mark> marks;
    const bool joints = now.tool.verb == Verb::move;
    if (!kind_of(now.tool.verb) && !joints) return marks;
    BodyView& view = now.state.body;
    std::string joint;
    for (const present::TargetRow& target : now.targets) {
        // Of the movements of a joint the first has the mark.
        if (joints && joint == joint_of(target.subject)) continue;
        joint = joint_of(target.subject);
        for (Side side : {Side::right, Side::left}) {
            if (side == Side::left && !target.sided) continue;
            const auto corner = corner_of(now, now.tool.verb, target.subject, side);
            if (!corner || !view.sees(*corner)) continue;
            const ImVec2 at = on_screen(place, view.camera(), view.posed().points[*corner]);
            if (!free.grown(-now.ui.px(14)).holds(at)) continue;
            const bool is_free = std::none_of(marks.begin(), marks.end(), [&](const Mark& mark) {
                return std::max(std::abs(mark.at.x - at.x), std::abs(mark.at.y - at.y)) < now.ui.px(28);
            });
            if (is_free) marks.push_back({&target, side, at});
        }
    }
    return marks;
}

const present::TargetRow* target_of_zone(const Examining& now, const std::string& zone) {
    for (const present::TargetRow& target : now.targets) {
        if (zone_of(target.subject) == zone) return &target;
    }
    return nullptr;
}

// The zone under the pointer as a mark at the pointer.
std::optional<Mark> zone_at(Examining& now, Rect place, ImVec2 pointer) {
    const ImVec2 at = in_picture(place, pointer);
    const auto hit = now.state.body.hit(at.x, at.y);
    if (!hit) return std::nullopt;
    const body::ZoneMap& zones = now.state.body.zones();
    const int zone = zones.at(hit->chart, hit->place);
    if (zone < 0) return std::nullopt;
    const auto* target = target_of_zone(now, zones.zones()[static_cast<std::size_t>(zone)].id);
    if (!target) return std::nullopt;
    return Mark{target, hit->side == body::Side::left ? Side::left : Side::right, pointer};
}

// Findings that the student noted stay where they were made, whatever tool is in hand.
void draw_noted(Examining& now, Rect place) {
    BodyView& view = now.state.body;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    for (const present::BodyMark& mark : present::body_marks(now.view.context, now.view.encounter)) {
        if (!mark.noted || !mark.abnormal) continue;
        const auto corner = corner_of(now, mark.verb, mark.subject, mark.side);
        if (!corner || !view.sees(*corner)) continue;
        const ImVec2 at = on_screen(place, view.camera(), view.posed().points[*corner]);
        if (!place.holds(at)) continue;
        const ImVec2 head{at.x, at.y - now.ui.px(20)};
        list.AddLine(at, head, now.ui.colour(Role::missed), now.ui.px(2));
        list.AddCircleFilled(at, now.ui.px(2.5f), now.ui.colour(Role::missed));
        list.AddCircleFilled(head, now.ui.px(9), now.ui.colour(Role::surface));
        list.AddCircle(head, now.ui.px(9), now.ui.colour(Role::missed), 0, now.ui.px(1.5f));
        ui::draw_icon(now.ui, head, ui::icon::push_pin, 16, Role::missed);
    }
}

// The list's row that the keyboard is on: the body is turned so that its place is seen.
void follow_list(Examining& now) {
    const std::string& focused = now.ui.focus.name();
    if (focused == now.state.followed) return;
    now.state.followed = focused;
    const std::string before = "examination.target." + std::string(library::name(now.tool.verb)) + ".";
    if (!focused.starts_with(before) || !now.ui.focus.ring_on(focused)) return;
    const auto corner = corner_of(now, now.tool.verb, focused.substr(before.size()), now.state.side);
    BodyView& view = now.state.body;
    if (!corner) return;
    view.turn_to(*corner, std::min(view.camera().height, 70.0f), now.ui);
}

std::string view_words(const Examining& now, const char* view) {
    return now.words(std::string("examination/view_") + view);
}

}  // namespace

void draw_body_tabs(Examining& now) {
    ui::Ui& ui = now.ui;
    std::vector<ui::Option> options;
    int chosen = 0;
    const auto& views = now.state.body.views();
    for (std::size_t i = 0; i < views.size(); ++i) {
        options.push_back({views[i], view_words(now, views[i])});
        if (now.state.body.view() == views[i]) chosen = static_cast<int>(i);
    }
    const int next = ui::segmented(ui, "examination.view", options, chosen);
    if (next != chosen && next >= 0) now.state.body.look_from(views[static_cast<std::size_t>(next)], ui);
}

void draw_body(Examining& now, Rect free, Rect centre) {
    ui::Ui& ui = now.ui;
    BodyView& view = now.state.body;
    const Rect place{{free.min.x, centre.min.y}, free.max};  // it goes on behind the tabs
    follow_list(now);
    // While it turns, finding what is hidden costs a slow machine more than it has.
    const bool turns = now.state.turns_body && ui.artist->is_slow() && ImGui::IsMouseDragging(0, 3);
    const std::vector<Mark> marks = view.demonstrates() || turns ? std::vector<Mark>{} : marks_on(now, place, free);
    const ImVec2 pointer = ImGui::GetIO().MousePos;
    const bool on_mark = std::any_of(marks.begin(), marks.end(), [&](const Mark& mark) {
        return std::max(std::abs(mark.at.x - pointer.x), std::abs(mark.at.y - pointer.y)) < ui.px(14);
    });
    const std::vector<Rect> buttons = button_places(now, free);
    const bool on_button =
        std::any_of(buttons.begin(), buttons.end(), [&](const Rect& button) { return button.holds(pointer); });
    const bool was_pressed = now.state.turns_body;
    const bool is_held = handle_pointer(now, place, free, !on_mark && !on_button);

    std::optional<Mark> zone;
    const bool over = ImGui::IsWindowHovered() && free.holds(pointer) && !on_button;
    if (now.tool.verb == Verb::sensation && over && !is_held && !view.demonstrates())
        zone = zone_at(now, place, pointer);
    const std::string& listed = now.hovered.empty() ? now.state.hovered : now.hovered;
    const std::string pointed = zone ? zone->target->subject : listed;
    const ImTextureID picture =
        view.picture(ui, place, centre, is_held, paint_of(now, pointed, zone ? zone->side : now.state.side));
    if (picture == nullptr) return;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddImage(picture, place.min, place.max, {0, 1}, {1, 0});
    ui.registry.add({.name = "examination.body",
                     .kind = ui::ItemKind::picture,
                     .label = now.words("examination/body_label"),
                     .rect = place,
                     .clip = place});
    draw_sides(now, place, free);
    if (!view.demonstrates()) draw_noted(now, place);
    const Mark* touched = touch_marks(now, marks, now.tool.verb == Verb::palpate);
    lead_joint(now, place);
    draw_touch(now, place);
    if (now.state.draws_border) {
        draw_border(now, place);
    } else if (zone) {
        now.hovered = zone->target->subject;
        ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
        const bool still = ImGui::GetMouseDragDelta(0, 3).x == 0 && ImGui::GetMouseDragDelta(0, 3).y == 0;
        if (was_pressed && ImGui::IsMouseReleased(0) && still) {
            now.state.side = zone->side;
            now.examine(now.tool, *zone->target, zone->side);
        }
        draw_label(now, *zone, free);
    }
    if (!now.state.led) draw_marks(now, marks, touched, free);
    draw_buttons(now, buttons);
    if (now.state.map != SkinMap::none && !view.demonstrates()) draw_legend(now, place, free);
}

}  // namespace palpera::student
