// The patient's body under the student's hands: turned and brought nearer, with the places that can be examined on it.
#include <algorithm>
#include <cmath>

#include "engine/student/examination_marks.h"
#include "engine/ui/icons.h"

namespace palpera::student {
namespace {

using library::Side;
using library::Verb;
using ui::Rect;
using ui::Role;

constexpr float degrees_a_pixel = 0.45f;

body::Side body_side(Side side) { return side == Side::left ? body::Side::left : body::Side::right; }

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

// "sole_lateral" of "light_touch sole_lateral".
std::string zone_of(const std::string& subject) { return subject.substr(subject.find(' ') + 1); }

// "ankle" of "ankle plantarflexion".
std::string joint_of(const std::string& subject) { return subject.substr(0, subject.find(' ')); }

// A place of the picture, as of body::ray(), and back.
ImVec2 in_picture(Rect place, ImVec2 at) {
    const float half = place.height() / 2;
    return {(at.x - place.middle().x) / half, (place.middle().y - at.y) / half};
}
ImVec2 on_screen(Rect place, const body::Seen& seen) {
    const float half = place.height() / 2;
    return {std::round(place.middle().x + seen.x * half), std::round(place.middle().y - seen.y * half)};
}

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
            const ImVec2 at = on_screen(place, body::seen(view.camera(), view.posed().points[*corner]));
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

// The root that most of a zone's fibres come from says how it is painted: neighbours differ in pattern and in colour.
ui::ZonePaint tested(const Examining& now, const std::string& id, bool abnormal) {
    using Pattern = ui::ZonePaint::Pattern;
    constexpr std::pair<Pattern, Role> looks[] = {{Pattern::lines, Role::zone_l4},     {Pattern::dots, Role::zone_l5},
                                                  {Pattern::diagonals, Role::zone_s1}, {Pattern::cross, Role::zone_l4},
                                                  {Pattern::cross, Role::zone_s1},     {Pattern::lines, Role::zone_l5}};
    std::size_t look = 0;
    const anatomy::Zone* zone = anatomy::find(now.view.context.library.atlas.zones, id);
    if (zone && !zone->dermatomes.empty()) {
        const auto heaviest = std::max_element(zone->dermatomes.begin(), zone->dermatomes.end(),
                                               [](const auto& a, const auto& b) { return a.share < b.share; });
        // L4 is the first of the looks, and the roots above and below it follow in turn.
        constexpr auto l4 = static_cast<std::size_t>(anatomy::Root::L4);
        look = (static_cast<std::size_t>(heaviest->root) + std::size(looks) * 4 - l4) % std::size(looks);
    }
    return {looks[look].first, looks[look].second, abnormal ? 0.55f : 0.22f, 1};
}

// What was felt where, and the zone that is pointed at.
std::vector<ui::ZonePaint> paint_of(Examining& now, const std::string& pointed, Side side) {
    std::vector<ui::ZonePaint> paint;
    if (now.tool.verb != Verb::sensation) return paint;
    const body::ZoneMap& zones = now.state.body.zones();
    paint.resize(2 * zones.zones().size());
    const auto place = [&](const std::string& zone, Side of) -> ui::ZonePaint* {
        const int index = zones.index(zone);
        return index < 0 ? nullptr : &paint[2 * static_cast<std::size_t>(index) + (of == Side::left ? 1 : 0)];
    };
    for (const present::BodyMark& mark : present::body_marks(now.view.context, now.view.encounter)) {
        if (mark.verb != Verb::sensation || !mark.subject.starts_with(now.tool.modality + " ")) continue;
        if (ui::ZonePaint* zone = place(zone_of(mark.subject), mark.side))
            *zone = tested(now, zone_of(mark.subject), mark.abnormal);
    }
    for (const auto& [zone, of] : marked_zones(now)) {
        if (ui::ZonePaint* marked = place(zone, of)) {
            if (marked->fill <= 0) marked->role = Role::primary;
            marked->outline = 1;
            marked->fill = std::max(marked->fill, 0.12f);
        }
    }
    if (pointed.empty()) return paint;
    for (Side of : {Side::right, Side::left}) {
        if (of != side && !now.state.compare) continue;
        ui::ZonePaint* zone = place(zone_of(pointed), of);
        if (!zone) continue;
        if (zone->fill <= 0) *zone = {ui::ZonePaint::Pattern::none, Role::primary, 0.22f, 1};
        zone->outline = 1;
    }
    return paint;
}

// Findings that the student noted stay where they were made, whatever tool is in hand.
void draw_noted(Examining& now, Rect place) {
    BodyView& view = now.state.body;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    for (const present::BodyMark& mark : present::body_marks(now.view.context, now.view.encounter)) {
        if (!mark.noted || !mark.abnormal) continue;
        const auto corner = corner_of(now, mark.verb, mark.subject, mark.side);
        if (!corner || !view.sees(*corner)) continue;
        const ImVec2 at = on_screen(place, body::seen(view.camera(), view.posed().points[*corner]));
        if (!place.holds(at)) continue;
        const ImVec2 head{at.x, at.y - now.ui.px(20)};
        list.AddLine(at, head, now.ui.colour(Role::missed), now.ui.px(2));
        list.AddCircleFilled(at, now.ui.px(2.5f), now.ui.colour(Role::missed));
        list.AddCircleFilled(head, now.ui.px(9), now.ui.colour(Role::surface));
        list.AddCircle(head, now.ui.px(9), now.ui.colour(Role::missed), 0, now.ui.px(1.5f));
        ui::draw_icon(now.ui, head, ui::icon::push_pin, 16, Role::missed);
    }
}

// Dragging turns, with the right button it moves, the wheel brings nearer. True while it is held.
bool handle_pointer(Examining& now, Rect place, Rect free, bool is_free) {
    BodyView& view = now.state.body;
    const ImGuiIO& io = ImGui::GetIO();
    const bool over = ImGui::IsWindowHovered() && free.holds(io.MousePos);
    const float a_pixel = view.camera().height / place.height();
    if (over && io.MouseWheel != 0) {
        const ImVec2 at = in_picture(place, io.MousePos);
        const float before = view.camera().height;
        view.zoom_by(std::pow(1.15f, io.MouseWheel));
        // What lies under the pointer stays there.
        const float change = (before - view.camera().height) / 2;
        view.move_by(at.x * change, at.y * change);
        now.ui.redraw.now();
    }
    if (over && is_free && (ImGui::IsMouseClicked(0) || ImGui::IsMouseClicked(1))) now.state.turns_body = true;
    if (!ImGui::IsMouseDown(0) && !ImGui::IsMouseDown(1)) now.state.turns_body = false;
    if (!now.state.turns_body) return false;
    if (now.state.draws_border && !ImGui::IsMouseDown(1)) return false;
    const bool far_enough = ImGui::IsMouseDragging(0, 3) || ImGui::IsMouseDragging(1, 3);
    if (!far_enough) return false;
    if (ImGui::IsMouseDown(1) || io.KeyShift) {
        view.move_by(-io.MouseDelta.x * a_pixel, io.MouseDelta.y * a_pixel);
    } else {
        view.turn_by(-io.MouseDelta.x * degrees_a_pixel / now.ui.scale,
                     io.MouseDelta.y * degrees_a_pixel / now.ui.scale);
    }
    ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeAll);
    return true;
}

// Down the right edge, in a second column where it is short.
std::vector<Rect> button_places(const Examining& now, Rect free) {
    const ui::Ui& ui = now.ui;
    const float size = ui.px(36), step = size + ui.px(8);
    const float top = free.min.y + ui.px(12);
    const auto rows = std::max(1, static_cast<int>((free.max.y - ui.px(4) - top) / step));
    std::vector<Rect> places;
    for (int i = 0; i < 3 + (can_draw_border(now) ? 1 : 0); ++i) {
        const float column = static_cast<float>(i / rows), row = static_cast<float>(i % rows);
        places.push_back(ui::rect({free.max.x - ui.px(16) - size - column * step, top + row * step}, {size, size}));
    }
    return places;
}

void draw_zoom(Examining& now, const std::vector<Rect>& places) {
    ui::Ui& ui = now.ui;
    BodyView& view = now.state.body;
    std::size_t next = 0;
    const auto button = [&](const char* name, const char* icon, const std::string& tip, bool on = false) {
        const Rect at = places[next++];
        const ui::Touch touch = ui::touch(ui, at, {.name = name, .label = tip, .checked = on, .rounding = 8});
        ui::fill(ui, at, on ? Role::primary : touch.hovered ? Role::surface2 : Role::surface, 8);
        ui::outline(ui, at, on ? Role::primary : Role::line, 8);
        ui::draw_icon(ui, at.middle(), icon, 20, on ? Role::on_primary : Role::ink);
        ui::tooltip(ui, touch, tip);
        return touch.pressed;
    };
    body::Camera near = view.camera(), far = near;
    near.height = std::max(22.0f, near.height / 1.4f);
    far.height = std::min(230.0f, far.height * 1.4f);
    if (button("examination.zoom_in", ui::icon::add, now.words("examination/zoom_in")) || ui.typed(U'+')) {
        view.fly_to(near, ui);
    }
    if (button("examination.zoom_out", ui::icon::remove, now.words("examination/zoom_out")) || ui.typed(U'-')) {
        view.fly_to(far, ui);
    }
    if (button("examination.zoom_whole", ui::icon::center_focus_strong, now.words("examination/zoom_whole")) ||
        ui.typed(U'0')) {
        view.look_at_all(ui);
    }
    if (!can_draw_border(now)) {
        now.state.draws_border = false;
        return;
    }
    if (button("examination.draw_border", ui::icon::edit, now.words("examination/draw_border"),
               now.state.draws_border)) {
        now.state.draws_border = !now.state.draws_border;
    }
}

// Right and left of the patient, beside the pelvis or the feet, as far as they are apart in the picture.
void draw_sides(Examining& now, Rect place, Rect free) {
    ui::Ui& ui = now.ui;
    const BodyView& view = now.state.body;
    float least = 1e9f, most = -1e9f, height = 0;
    body::Vector centre[2];
    float count[2] = {0, 0};
    for (std::size_t i = 0; i < view.posed().points.size(); i += 23) {
        const body::Seen at = body::seen(view.camera(), view.posed().points[i]);
        if (std::abs(at.y) > 0.9f) continue;
        const std::size_t side = view.body().skin.points[i].side == body::Side::left ? 1 : 0;
        centre[side] += body::Vector{at.x, at.y, 0};
        ++count[side];
        least = std::min(least, at.x);
        most = std::max(most, at.x);
        height += at.y;
    }
    if (count[0] < 3 || count[1] < 3) return;
    const float right = centre[0].x / count[0], left = centre[1].x / count[1];
    if (std::abs(right - left) < 0.06f) return;
    for (bool is_left : {false, true}) {
        const bool to_right = (is_left ? left : right) > (is_left ? right : left);
        const float x = (to_right ? most : least) * place.height() / 2 + place.middle().x;
        const float from =
            std::clamp(x + ui.px(to_right ? 22.0f : -22.0f), place.min.x + ui.px(14), place.max.x - ui.px(70));
        const std::string& words = now.words(is_left ? "general/left_short" : "general/right_short");
        const Rect at = ui::rect({from - ui.px(12), free.min.y + ui.px(16)}, {ui.px(24), ui.px(20)});
        ui::fill(ui, at, Role::surface, 6);
        ui::draw_text(ui, at, words, {ui::Type::body, ui::Weight::strong, Role::ink2}, 0.5f);
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
    draw_zoom(now, buttons);
}

}  // namespace palpera::student
