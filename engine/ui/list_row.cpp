#include <cmath>

#include "engine/ui/buttons.h"
#include "engine/ui/cards.h"
#include "engine/ui/icons.h"
#include "engine/ui/interaction.h"
#include "engine/ui/paint.h"

namespace palpera::ui {
namespace {

struct RowPaint {
    Role ink, icon, quiet;
};

// Space before the first and after the last thing of a row.
float margin(const Ui& ui, const RowLook& look) { return look.flush ? 0 : ui.px(12); }

RowPaint paint_ground(const Ui& ui, Rect place, const RowLook& look, const Touch& t) {
    if (look.filled) {
        fill(ui, place, t.held ? Role::primary_press : t.hovered ? Role::primary_hover : Role::primary, 8);
        return {Role::on_primary, Role::on_primary, Role::on_primary};
    }
    if (look.open) {
        fill(ui, place, Role::surface, 8);
        outline(ui, place, Role::line, 8);
        return {Role::ink, Role::primary, Role::ink};
    }
    if (look.selected)
        fill(ui, place, Role::primary_tint, 8);
    else if (t.hovered || t.held)
        fill(ui, place, t.held ? Role::line : Role::sunken, 8);
    Role icon = look.selected && look.icon_primary_when_selected ? Role::primary : look.icon_role;
    return {look.done ? Role::ink3 : look.selected ? Role::primary : Role::ink, icon, look.trailing_role};
}

// From the right edge inwards; gives where the label must end.
float draw_trailing(Ui& ui, Rect place, const RowLook& look, Role quiet) {
    float end = place.max.x - margin(ui, look), y = place.middle().y;
    if (!look.key_cap.empty()) {
        float width = std::max(ui.px(18), measure(ui, look.key_cap, caption).x + ui.px(10));
        end -= width - ui.px(4);
        draw_key_cap(ui, {end, y}, look.key_cap, look.filled ? Role::on_primary : Role::ink3,
                     look.filled ? Role::on_primary : Role::line);
        end -= ui.px(8);
    }
    if (look.trailing_icon != nullptr) {
        draw_icon(ui, {end - ui.px(6), y}, look.trailing_icon, 20, quiet);
        end -= ui.px(24);
    }
    if (!look.trailing.empty()) {
        float width = std::min(measure(ui, look.trailing, caption).x + 1, place.width() / 2);
        draw_text(ui, {{end - width, place.min.y}, {end, place.max.y}}, look.trailing,
                  {Type::caption, look.open ? Weight::strong : Weight::regular, quiet}, 1);
        end -= width + ui.px(8);
    }
    return end;
}

float trailing_width(const Ui& ui, const RowLook& look) {
    float width = margin(ui, look);
    if (!look.key_cap.empty())
        width += std::max(ui.px(18), measure(ui, look.key_cap, caption).x + ui.px(10)) + ui.px(4);
    if (look.trailing_icon != nullptr) width += ui.px(24);
    if (!look.trailing.empty()) width += measure(ui, look.trailing, caption).x + ui.px(9);
    return width;
}

}  // namespace

bool list_row(Ui& ui, std::string_view name, std::string_view label, RowLook look) {
    bool bold = look.selected || look.filled || look.open || look.strong;
    TextLook words{Type::body, bold ? Weight::strong : Weight::regular, Role::ink};
    float picture = look.icon != nullptr || look.done ? ui.px(look.icon_size + 8) : 0;
    float before = margin(ui, look) + ui.px(look.indent) + picture;
    float room = width_left(ui) - before - trailing_width(ui, look);
    Lines lines = wrap(ui, label, words, room, look.most_lines);
    float height = lines.size.y + (look.second_line.empty() ? 0 : std::round(ui.px(16)));
    Rect place = claim(ui, {width_left(ui), std::max(ui.px(look.height), height + ui.px(12))});
    if (ui.line == nullptr) gap(ui, -ImGui::GetStyle().ItemSpacing.y / ui.scale);  // rows stand close
    Touch t = touch(ui, place,
                    {.name = name, .kind = ItemKind::row, .label = label, .checked = look.selected || look.filled});
    Rect ground =
        look.flush ? Rect{{place.min.x - ui.px(8), place.min.y}, {place.max.x + ui.px(8), place.max.y}} : place;
    RowPaint p = paint_ground(ui, ground, look, t);
    float end = draw_trailing(ui, place, look, p.quiet);
    if (look.done)
        draw_icon(ui, {place.min.x + before - picture + ui.px(look.icon_size) / 2, place.min.y + ui.px(6 + 10)},
                  icon::check, 16, Role::ok);
    else if (look.icon != nullptr)
        draw_icon(ui, {place.min.x + before - picture + ui.px(look.icon_size) / 2, place.middle().y}, look.icon,
                  look.icon_size, p.icon);
    words.role = p.ink;
    float y = std::round(place.middle().y - height / 2);
    draw_lines(ui, {place.min.x + before, y}, lines, words);
    if (lines.cut) tooltip(ui, t, label);
    if (!look.second_line.empty())
        draw_text(ui, {{place.min.x + before, y + lines.size.y}, {end, y + lines.size.y + ui.px(16)}}, look.second_line,
                  {Type::caption, Weight::regular, look.filled ? Role::on_primary : Role::ink3});
    return t.pressed;
}

}  // namespace palpera::ui
