// The student's hands on the patient: a joint that is led through its range, and what is seen of a touch that hurts.
#include <algorithm>
#include <cmath>

#include "engine/student/examination_body_parts.h"
#include "engine/ui/person.h"

namespace palpera::student {
namespace {

using library::Side;
using ui::Rect;
using ui::Role;

constexpr float taken_after = 6;  // pixels at 100 %
constexpr float tried = 0.25f;    // of the range, to see which way it goes on the screen

// Where the far end of the bone that is led would be, beside its axis so that turning about it is seen too.
ImVec2 tip(const BodyView& view, const body::Demonstration& shown, body::Side side, float part, Rect place) {
    const body::Body& body = view.body();
    const int moved = shown.turns.front().bone;
    const body::Bone& bone = body.table->bones[static_cast<std::size_t>(moved)];
    const body::Joint& joint = body.skeleton.joint(moved, side);
    const auto index = static_cast<std::size_t>(&joint - body.skeleton.joints.data());
    const body::Vector rest =
        joint.rest.head + joint.rest.distal * body::length(bone.tail - bone.head) + joint.rest.anterior * 6;
    const std::vector<body::Motion> motions =
        body::posed(*body.table, body.skeleton, led(body, view.position(), shown, false, side, part));
    return on_screen(place, view.camera(), motions[index](rest) * view.posed().scale + view.posed().moved);
}

float product(ImVec2 a, ImVec2 b) { return a.x * b.x + a.y * b.y; }

// Of the movements of the joint the one that goes the pointer's way.
void choose_movement(Examining& now, LedJoint& led, ImVec2 drag, Rect place) {
    const body::Table& table = *now.state.body.body().table;
    float best = 0.5f;
    std::string subject;
    for (const present::TargetRow& target : now.targets) {
        if (!target.subject.starts_with(led.joint + " ")) continue;
        std::string name = "move " + target.subject;
        std::replace(name.begin() + 5, name.end(), ' ', '_');
        const auto shown = table.demonstrations.find(name);
        if (shown == table.demonstrations.end() || shown->second.turns.empty()) continue;
        const ImVec2 from = tip(now.state.body, shown->second, body_side(led.side), 0, place);
        const ImVec2 to = tip(now.state.body, shown->second, body_side(led.side), tried, place);
        const ImVec2 way{(to.x - from.x) / tried, (to.y - from.y) / tried};
        const float size = std::sqrt(product(way, way));
        const float likeness = size < 2 ? 0 : product(way, drag) / size / std::sqrt(product(drag, drag));
        if (likeness <= best) continue;
        best = likeness;
        led.shown = &shown->second;
        led.name = target.name;
        led.way = way;
        subject = target.subject;
    }
    if (subject.empty()) return;
    const anatomy::Joint* joint = find(now.view.context.library.atlas.joints, led.joint);
    const anatomy::Movement* movement =
        joint ? find(joint->movements, std::string_view(subject).substr(led.joint.size() + 1)) : nullptr;
    led.normal = movement ? movement->normal_to : 0;
    library::Action action;
    action.verb = library::Verb::move;
    action.subject = subject;
    if (joint && joint->sided) action.side = led.side;
    now.actions.push_back(std::move(action));
    now.state.shown = 0;
    led.act = static_cast<int>(now.view.encounter.events.size()) + 1;
}

// How far this patient lets it be led.
float limit_of(const Examining& now, const LedJoint& led) {
    for (const present::BodyAnswer& answer : present::body_answers(now.view.context, now.view.encounter, led.act)) {
        if (answer.side == led.side)
            return led_part(*now.state.body.body().table, *led.shown, static_cast<float>(answer.extent));
    }
    return 1;
}

void draw_degrees(const Examining& now, const LedJoint& led) {
    ui::Ui& ui = now.ui;
    const std::string words =
        led.name + " " + std::to_string(std::lround(led.normal * static_cast<double>(led.part))) + "°";
    const ImVec2 size = ui::measure(ui, words, ui::body_strong);
    const ImVec2 pointer = ImGui::GetIO().MousePos;
    const Rect card = ui::rect({pointer.x + ui.px(18), pointer.y - ui.px(44)}, {size.x + ui.px(24), ui.px(32)});
    ui::raised_ground(ui, card, 8);
    ui::draw_text(ui, card.grown(-ui.px(6)), words, ui::body_strong, 0.5f);
}

}  // namespace

void take_joint(Examining& now, const Mark& mark) {
    const std::string& subject = mark.target->subject;
    now.state.led = LedJoint{subject.substr(0, subject.find(' ')), mark.side, ImGui::GetIO().MousePos};
}

void lead_joint(Examining& now, Rect place) {
    if (!now.state.led) return;
    LedJoint& led = *now.state.led;
    BodyView& view = now.state.body;
    now.ui.redraw.now();
    if (!ImGui::IsMouseDown(0) || now.tool.verb != library::Verb::move || view.demonstrates()) {
        now.state.led.reset();
        return view.lead(nullptr, false, body::Side::right, 0);
    }
    const ImVec2 pointer = ImGui::GetIO().MousePos;
    const ImVec2 drag{pointer.x - led.from.x, pointer.y - led.from.y};
    if (!led.shown) {
        if (product(drag, drag) > now.ui.px(taken_after) * now.ui.px(taken_after))
            choose_movement(now, led, drag, place);
        if (!led.shown) return;
    }
    led.part = std::clamp(product(drag, led.way) / product(led.way, led.way), 0.0f, limit_of(now, led));
    view.lead(led.shown, false, body_side(led.side), led.part);
    draw_degrees(now, led);
}

void draw_touch(Examining& now, Rect place) {
    BodyView& view = now.state.body;
    if (!view.demonstrates()) return;
    ui::Ui& ui = now.ui;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    float pressure = 0;
    for (std::uint32_t corner : view.hands(ui, pressure)) {
        const ImVec2 at = on_screen(place, view.camera(), view.posed().points[corner]);
        list.AddCircle(at, ui.px(26 - 12 * pressure), ui.colour(Role::primary, 0.35f + 0.5f * pressure), 0, ui.px(3));
        list.AddCircleFilled(at, ui.px(5), ui.colour(Role::primary, 0.4f + 0.6f * pressure));
    }
    if (view.pain() <= 0) return;
    const Rect card = ui::rect({place.min.x + ui.px(20), place.max.y - ui.px(84)}, {ui.px(64), ui.px(64)});
    ui::raised_ground(ui, card, 32);
    ImGui::SetCursorScreenPos({card.min.x + ui.px(6), card.min.y + ui.px(6)});
    ui::pain_face(ui, view.pain(), 52);
}

}  // namespace palpera::student
