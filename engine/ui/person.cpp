#include "engine/ui/person.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "engine/base/text.h"
#include "engine/ui/text.h"

namespace palpera::ui {
namespace {

constexpr float pi = std::numbers::pi_v<float>;

}  // namespace

std::string initials(std::string_view person) {
    std::u32string points = base::code_points(person), letters;
    bool begins = true;
    for (char32_t c : points) {
        if (begins && c != U' ') letters += c;
        begins = c == U' ';
    }
    if (letters.size() > 2) letters = {letters.front(), letters.back()};
    return base::utf8(letters);
}

void draw_avatar(Ui& ui, ImVec2 middle, std::string_view patient_id, std::string_view person, float size) {
    Role ground = portrait(patient_id);
    float r = ui.px(size) / 2;
    ImGui::GetWindowDrawList()->AddCircleFilled(middle, r, ui.colour(ground));
    Type type = size >= 52 ? Type::title : size >= 40 ? Type::reading : Type::caption;
    draw_text(ui, {{middle.x - r, middle.y - r}, {middle.x + r, middle.y + r}}, initials(person),
              {type, Weight::strong, portrait_ink(ground)}, 0.5f);
}

void avatar(Ui& ui, std::string_view patient_id, std::string_view person, float size) {
    Rect place = claim(ui, {ui.px(size), ui.px(size)});
    draw_avatar(ui, place.middle(), patient_id, person, size);
}

void pain_face(Ui& ui, double pain, float size) {
    Rect place = claim(ui, {ui.px(size), ui.px(size)});
    auto n = static_cast<float>(std::clamp(pain, 0.0, 10.0));
    float unit = ui.px(size) / 64;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    auto at = [&](float x, float y) { return ImVec2{place.min.x + x * unit, place.min.y + y * unit}; };
    ImU32 ink = ui.colour(Role::face_ink);
    list.AddCircleFilled(at(32, 32), 30 * unit, ui.colour(Role::face));
    list.AddCircle(at(32, 32), 30 * unit, ui.colour(Role::face_line), 0, std::max(1.0f, 1.2f * unit));
    list.AddBezierQuadratic(at(21, 45), at(32, 59 - 2.2f * n), at(43, 45), ink, 2.5f * unit);
    for (float side : {22.5f, 41.5f}) {
        for (int i = 0; i < 24; ++i) {
            float angle = 2 * pi * static_cast<float>(i) / 24;
            list.PathLineTo(at(side + 2.6f * std::cos(angle), 31 + (3.4f - 0.16f * n) * std::sin(angle)));
        }
        list.PathFillConvex(ink);
    }
    float outer = 22.5f + 0.28f * n, inner = 22.5f - 0.22f * n;
    list.AddLine(at(16.5f, outer), at(26, inner), ink, 2.5f * unit);
    list.AddLine(at(64 - 16.5f, outer), at(64 - 26, inner), ink, 2.5f * unit);
}

void brand_mark(Ui& ui, float size, std::string_view words) {
    TextLook look{Type::title, Weight::strong, Role::ink};
    float unit = ui.px(size) / 24;
    float width = ui.px(size) + (words.empty() ? 0 : ui.px(8) + measure(ui, words, look).x);
    Rect place = claim(ui, {width, ui.px(size)});
    ImDrawList& list = *ImGui::GetWindowDrawList();
    ImVec2 centre{place.min.x + 5.5f * unit, place.max.y - 6.5f * unit};
    list.AddCircleFilled(centre, 4.5f * unit, ui.colour(Role::primary));
    struct Arc {
        float radius;
        Role role;
    };
    for (Arc arc : {Arc{9, Role::primary}, Arc{15.3f, Role::brand_accent}}) {
        list.PathArcTo(centre, arc.radius * unit, -pi / 2, 0, 24);
        list.PathStroke(ui.colour(arc.role), 0, 2.6f * unit);
        for (float angle : {-pi / 2, 0.0f})
            list.AddCircleFilled(
                {centre.x + arc.radius * unit * std::cos(angle), centre.y + arc.radius * unit * std::sin(angle)},
                1.3f * unit, ui.colour(arc.role));
    }
    if (!words.empty())
        draw_text(ui, {{place.min.x + ui.px(size + 8), place.min.y}, {place.max.x + 1, place.max.y}}, words, look);
}

}  // namespace palpera::ui
