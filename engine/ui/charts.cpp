#include "engine/ui/charts.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "engine/ui/buttons.h"
#include "engine/ui/paint.h"
#include "engine/ui/text.h"

namespace palpera::ui {
namespace {

constexpr float pi = std::numbers::pi_v<float>;

ImDrawList& list() { return *ImGui::GetWindowDrawList(); }

ImVec2 on_circle(ImVec2 middle, float radius, float angle) {
    return {middle.x + radius * std::cos(angle), middle.y + radius * std::sin(angle)};
}

void draw_bar(const Ui& ui, Rect track, double share, Role role) {
    float r = track.height() / 2;
    list().AddRectFilled(track.min, track.max, ui.colour(Role::sunken), r);
    auto part = static_cast<float>(std::clamp(share, 0.0, 1.0));
    if (part > 0)
        list().AddRectFilled(track.min, {track.min.x + std::max(2 * r, track.width() * part), track.max.y},
                             ui.colour(role), r);
}

}  // namespace

void score_ring(Ui& ui, std::optional<double> share, std::string_view number, float size, RingLook look) {
    Rect place = claim(ui, {ui.px(size), ui.px(size)});
    ImVec2 middle = place.middle();
    float stroke = ui.px(size) / 11, radius = (ui.px(size) - stroke) / 2;
    list().AddCircle(middle, radius, ui.colour(Role::sunken), 96, stroke);
    auto part = static_cast<float>(std::clamp(share.value_or(0), 0.0, 1.0));
    if (part > 0) {
        float end = -pi / 2 + 2 * pi * part;
        list().PathArcTo(middle, radius, -pi / 2, end, 64);
        list().PathStroke(ui.colour(look.role), 0, stroke);
        for (float angle : {-pi / 2, end})
            list().AddCircleFilled(on_circle(middle, radius, angle), stroke / 2, ui.colour(look.role));
    }
    if (look.pass_mark) {
        float angle = -pi / 2 + 2 * pi * static_cast<float>(*look.pass_mark);
        list().AddLine(on_circle(middle, radius - stroke * 0.6f, angle),
                       on_circle(middle, radius + stroke * 0.6f, angle), ui.colour(Role::ink), ui.px(2));
    }
    if (look.icon != nullptr) return draw_icon(ui, middle, look.icon, 16, Role::ink2);
    Type type = size >= 110 ? Type::display : size >= 56 ? Type::title : size >= 38 ? Type::body : Type::caption;
    TextLook digits{type, Weight::strong, Role::ink};
    Rect words = place.grown(-stroke);
    if (!look.note.empty()) {
        draw_text(ui, {{words.min.x, middle.y + ui.px(14)}, {words.max.x, middle.y + ui.px(30)}}, look.note, caption,
                  0.5f);
        words = words.moved(0, -ui.px(7));
    }
    draw_text(ui, words, share ? number : "–", digits, 0.5f);
}

void bar(Ui& ui, double share, Role role, float height, float width) {
    Rect place = claim(ui, {width > 0 ? ui.px(width) : width_left(ui), ui.px(height)});
    draw_bar(ui, place, share, role);
}

void bar_row(Ui& ui, std::string_view label, double share, std::string_view value, Role role, float label_width,
             const char* trailing_icon) {
    Rect place = claim(ui, {width_left(ui), ui.px(20)});
    float value_width =
              std::max(ui.px(36), measure(ui, value, {Type::body, Weight::strong, Role::ink, true}).x + ui.px(8)),
          icon_width = trailing_icon != nullptr ? ui.px(24) : 0, y = place.middle().y;
    float from = place.min.x + std::min(ui.px(label_width), place.width() / 2),
          to = place.max.x - value_width - icon_width;
    draw_text(ui, {place.min, {from - ui.px(8), place.max.y}}, label, body_quiet);
    if (to > from)
        draw_bar(ui, {{from, std::round(y - ui.px(3))}, {to, std::round(y - ui.px(3)) + ui.px(6)}}, share, role);
    draw_text(ui, {{to + ui.px(4), place.min.y}, {to + value_width, place.max.y}}, value,
              {Type::body, Weight::strong, Role::ink, true}, 1);
    if (trailing_icon != nullptr) draw_icon(ui, {place.max.x - ui.px(8), y}, trailing_icon, 16, Role::missed);
}

void difficulty(Ui& ui, int level, std::string_view word) {
    float words = word.empty() ? 0 : measure(ui, word, caption).x + ui.px(8) + 1;
    Rect place = claim(ui, {ui.px(17) + words, ui.px(20)});
    float foot = std::round(place.middle().y + ui.px(7));
    for (int i = 0; i < 3; ++i) {
        float x = place.min.x + ui.px(6) * static_cast<float>(i), height = ui.px(6 + 4 * static_cast<float>(i));
        list().AddRectFilled({x, foot - height}, {x + ui.px(4), foot},
                             ui.colour(i < level ? Role::primary : Role::line), ui.px(1));
    }
    if (!word.empty())
        draw_text(ui, {{place.max.x - words + ui.px(8), place.min.y}, {place.max.x, place.max.y}}, word,
                  {Type::caption, Weight::regular, Role::ink2});
}

void dots(Ui& ui, int filled, int of, Role role) {
    Rect place = claim(ui, {ui.px(12) * static_cast<float>(of), ui.px(16)});
    for (int i = 0; i < of; ++i) {
        ImVec2 at{place.min.x + ui.px(12 * static_cast<float>(i) + 6), place.middle().y};
        if (i < filled)
            list().AddCircleFilled(at, ui.px(4.5f), ui.colour(role));
        else
            list().AddCircle(at, ui.px(4), ui.colour(Role::edge), 0, std::max(1.0f, ui.px(1)));
    }
}

void draw_range(Ui& ui, Rect rect, const RangeMark& mark) {
    float width = std::min(ui.px(80), rect.width()), y = std::round(rect.middle().y), half = ui.px(2);
    Rect track{{rect.min.x, y - half}, {rect.min.x + width, y + half}};
    float from = width / 4, to = width * 3 / 4;
    if (!mark.has_low) from = 0;
    if (!mark.has_high) to = width;
    bool out = mark.flagged();
    list().AddRectFilled(track.min, track.max, ui.colour(Role::sunken), half);
    Role role = out ? Role::missed : Role::ok;
    list().AddRectFilled({track.min.x + from, track.min.y}, {track.min.x + to, track.max.y}, ui.colour(role, 0.35f),
                         half);
    double span = mark.high - mark.low;
    double low = mark.has_low ? mark.low : 0;
    if (!mark.has_low) span = mark.high > 0 ? mark.high : 1;
    if (!mark.has_high) span = std::max(1e-9, std::abs(mark.low));
    double share = span > 0 ? (mark.value - low) / span : 0.5;
    float x = std::clamp(from + static_cast<float>(share) * (to - from), ui.px(4), width - ui.px(4));
    // A value outside stands outside the reference part even when it is nearly within it.
    if (mark.has_low && mark.value < mark.low) x = std::min(x, from - ui.px(4));
    if (mark.has_high && mark.value > mark.high) x = std::max(x, to + ui.px(4));
    ImVec2 at{track.min.x + x, y};
    if (!out) return list().AddCircleFilled(at, ui.px(4.5f), ui.colour(role));
    float d = ui.px(6);
    ImVec2 points[] = {{at.x, at.y - d}, {at.x + d, at.y}, {at.x, at.y + d}, {at.x - d, at.y}};
    list().AddConvexPolyFilled(points, 4, ui.colour(role));
}

bool progress(Ui& ui, std::string_view cancel_name, double share, std::string_view what,
              std::string_view cancel_label) {
    text(ui, what, body_quiet);
    if (share >= 0) {
        bar(ui, share, Role::primary, 8);
    } else {
        Rect place = claim(ui, {width_left(ui), ui.px(8)});
        draw_bar(ui, place, 0, Role::primary);
        double phase = ui.reduce_motion ? 0.4 : std::fmod(ui.now / 1.6, 1.0);
        float width = place.width() * 0.3f, x = place.min.x + (place.width() - width) * static_cast<float>(phase);
        list().AddRectFilled({x, place.min.y}, {x + width, place.max.y}, ui.colour(Role::primary), place.height() / 2);
        if (!ui.reduce_motion) ui.redraw.in(1.0 / 20);
    }
    gap(ui, 8);
    return button(ui, cancel_name, cancel_label, {.kind = ButtonKind::quiet, .size = ButtonSize::small});
}

}  // namespace palpera::ui
