#include "engine/ui/buttons.h"

#include <algorithm>
#include <cmath>

#include "engine/ui/icons.h"
#include "engine/ui/interaction.h"
#include "engine/ui/paint.h"
#include "engine/ui/text.h"

namespace palpera::ui {
namespace {

struct Measures {
    float height, padding, icon, between;
    Type type;
};

Measures measures(const ButtonLook& look) {
    Measures m{36, 16, 20, 8, Type::body};
    if (look.size == ButtonSize::small) m = {28, 10, 16, 4, Type::caption};
    if (look.size == ButtonSize::large) m = {44, 20, 20, 8, Type::reading};
    if (look.kind == ButtonKind::text) m.padding = look.size == ButtonSize::small ? 8 : 12;
    if (look.height > 0) m.height = look.height;
    return m;
}

struct Paint {
    Role ground, border, ink;
    bool filled, bordered;
};

Paint paint(ButtonKind kind, bool enabled, const Touch& t) {
    if (!enabled) return {Role::sunken, Role::line, Role::ink3, kind != ButtonKind::text, false};
    bool down = t.held, over = t.hovered;
    switch (kind) {
        case ButtonKind::primary:
            return {down   ? Role::primary_press
                    : over ? Role::primary_hover
                           : Role::primary,
                    Role::primary, Role::on_primary, true, false};
        case ButtonKind::secondary:
            return {down ? Role::sunken : over ? Role::surface2 : Role::surface, Role::edge, Role::ink, true, true};
        case ButtonKind::quiet:
            return {down ? Role::sunken : over ? Role::surface2 : Role::surface, Role::line, Role::ink, true, true};
        case ButtonKind::text: return {Role::primary_tint, Role::line, Role::primary, down || over, false};
        case ButtonKind::destructive:
            return {down || over ? Role::harm_tint : Role::surface, Role::edge, Role::harm, true, true};
        case ButtonKind::destructive_filled:
            return {down || over ? Role::harm_press : Role::harm, Role::harm, Role::surface, true, false};
    }
    return {Role::surface, Role::line, Role::ink, true, true};
}

TextLook label_look(const Measures& m, Role ink) { return {m.type, Weight::strong, ink}; }

float key_cap_width(const Ui& ui, std::string_view key) {
    return std::max(ui.px(18), measure(ui, key, caption).x + ui.px(10));
}

float content_width(const Ui& ui, std::string_view label, const ButtonLook& look, const Measures& m) {
    float width = measure(ui, label, label_look(m, Role::ink)).x;
    if (look.icon != nullptr) width += ui.px(m.icon + m.between);
    if (look.icon_after != nullptr) width += ui.px(m.icon + m.between);
    if (!look.key_cap.empty()) width += key_cap_width(ui, look.key_cap) + ui.px(8);
    return width;
}

void draw_content(Ui& ui, Rect place, std::string_view label, const ButtonLook& look, const Measures& m, Role ink) {
    float width = std::min(content_width(ui, label, look, m), place.width() - ui.px(8));
    float x = place.middle().x - width / 2, end = x + width, y = place.middle().y;
    if (look.icon != nullptr) {
        draw_icon(ui, {x + ui.px(m.icon) / 2, y}, look.icon, m.icon, ink);
        x += ui.px(m.icon + m.between);
    }
    if (look.icon_after != nullptr) {
        draw_icon(ui, {end - ui.px(m.icon) / 2, y}, look.icon_after, m.icon, ink);
        end -= ui.px(m.icon + m.between);
    }
    if (!look.key_cap.empty()) {
        end -= key_cap_width(ui, look.key_cap);
        bool on_fill = look.kind == ButtonKind::primary;
        draw_key_cap(ui, {end, y}, look.key_cap, on_fill ? ink : Role::ink3, on_fill ? ink : Role::line);
        end -= ui.px(8);
    }
    draw_text(ui, {{x, place.min.y}, {end, place.max.y}}, label, label_look(m, ink));
}

}  // namespace

float button_width(const Ui& ui, std::string_view label, const ButtonLook& look) {
    Measures m = measures(look);
    return content_width(ui, label, look, m) + 2 * ui.px(m.padding);
}

bool button(Ui& ui, std::string_view name, std::string_view label, ButtonLook look) {
    Measures m = measures(look);
    bool enabled = look.disabled_because.empty();
    float width = look.fill_width ? width_left(ui) : std::min(width_left(ui), button_width(ui, label, look));
    Rect place = claim(ui, {width, ui.px(m.height)});
    float rounding = look.size == ButtonSize::small ? 6 : m.height > 44 ? 12 : 8;
    Touch t = touch(ui, place, {.name = name, .label = label, .enabled = enabled, .rounding = rounding});
    Paint p = paint(look.kind, enabled, t);
    if (p.filled) fill(ui, place, p.ground, rounding);
    if (p.bordered) outline(ui, place, p.border, rounding);
    draw_content(ui, place, label, look, m, p.ink);
    if (!enabled) tooltip(ui, t, look.disabled_because);
    return t.pressed;
}

bool icon_button(Ui& ui, std::string_view name, const char* icon, std::string_view tip, IconButtonLook look) {
    bool enabled = look.disabled_because.empty();
    Rect place = claim(ui, {ui.px(look.size), ui.px(look.size)});
    Touch t = touch(ui, place, {.name = name, .label = tip, .enabled = enabled});
    ButtonKind kind = look.primary ? ButtonKind::primary : look.border ? ButtonKind::quiet : ButtonKind::text;
    Paint p = paint(kind, enabled, t);
    if (kind == ButtonKind::text)
        p = {t.held ? Role::line : Role::sunken, Role::line, enabled ? Role::ink2 : Role::edge,
             enabled && (t.hovered || t.held), false};
    if (p.filled) fill(ui, place, p.ground, 8);
    if (p.bordered) outline(ui, place, p.border, 8);
    draw_icon(ui, place.middle(), icon, look.size <= 28 ? 16 : look.size >= 44 ? 24 : 20, p.ink);
    tooltip(ui, t, enabled ? tip : look.disabled_because);
    return t.pressed;
}

bool note_button(Ui& ui, std::string_view name, std::string_view label, bool noted) {
    float width = measure(ui, label, caption_strong).x + ui.px(16 + 4 + 16);
    Rect place = claim(ui, {std::min(width, width_left(ui)), ui.px(28)});
    Touch t =
        touch(ui, place, {.name = name, .kind = ItemKind::toggle, .label = label, .checked = noted, .rounding = 6});
    Role ink = noted ? Role::ok : t.hovered ? Role::primary : Role::ink2;
    Rect ground{{place.min.x, place.min.y + ui.px(2)}, {place.max.x, place.max.y - ui.px(2)}};
    if (noted)
        fill(ui, ground, Role::ok_tint, 6);
    else if (t.hovered)
        fill(ui, ground, Role::primary_tint, 6);
    draw_icon(ui, {place.min.x + ui.px(16), place.middle().y}, noted ? icon::check : icon::add, 16, ink);
    draw_text(ui, {{place.min.x + ui.px(28), place.min.y}, {place.max.x - ui.px(6), place.max.y}}, label,
              {Type::caption, Weight::strong, ink});
    return t.pressed;
}

float draw_key_cap(Ui& ui, ImVec2 left_middle, std::string_view key, Role ink, Role border) {
    float width = key_cap_width(ui, key);
    Rect cap = rect({left_middle.x, std::round(left_middle.y - ui.px(9))}, {width, ui.px(18)});
    outline(ui, cap, border, 4);
    draw_text(ui, cap.grown(-1), key, {Type::caption, Weight::regular, ink}, 0.5f);
    return width;
}

void key_cap(Ui& ui, std::string_view key) {
    Rect place = claim(ui, {key_cap_width(ui, key), ui.px(18)});
    draw_key_cap(ui, {place.min.x, place.middle().y}, key);
}

}  // namespace palpera::ui
