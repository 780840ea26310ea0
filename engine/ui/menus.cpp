// Choices that open a list: combo, filter and order.
#include <algorithm>
#include <utility>

#include "engine/ui/choices.h"
#include "engine/ui/icons.h"
#include "engine/ui/interaction.h"
#include "engine/ui/overlay.h"
#include "engine/ui/paint.h"
#include "engine/ui/text.h"

namespace palpera::ui {
namespace {

std::string joined(std::string_view name, std::string_view part) { return std::string(name) + "." + std::string(part); }

int count_of(const std::vector<Option>& options) { return static_cast<int>(options.size()); }

float widest_label(const Ui& ui, const std::vector<Option>& options, Type type) {
    float widest = 0;
    for (const Option& option : options) widest = std::max(widest, measure(ui, option.label, {type}).x);
    return widest;
}

// A row of an open list; true when it is taken.
bool list_option(Ui& ui, std::string_view list, const Option& option, bool chosen, Type type) {
    float row = ui.px(32);
    Rect at = rect(ImGui::GetCursorScreenPos(), {width_left(ui), row});
    ImGui::Dummy({at.width(), row - ImGui::GetStyle().ItemSpacing.y});
    Touch t = touch(ui, at,
                    {.name = joined(list, option.name),
                     .kind = ItemKind::row,
                     .label = option.label,
                     .checked = chosen,
                     .rounding = 6});
    if (chosen)
        fill(ui, at, Role::primary_tint, 6);
    else if (t.hovered)
        fill(ui, at, Role::sunken, 6);
    draw_text(ui, {{at.min.x + ui.px(8), at.min.y}, {at.max.x - ui.px(28), at.max.y}}, option.label,
              {type, chosen ? Weight::strong : Weight::regular, chosen ? Role::primary : Role::ink});
    if (chosen) draw_icon(ui, {at.max.x - ui.px(16), at.middle().y}, icon::check, 16, Role::primary);
    return t.pressed;
}

// The list of the control at `place`: opens it when that is pressed, and gives what is chosen now.
int drop_list(Ui& ui, std::string_view name, Rect place, const Touch& t, const std::vector<Option>& options, int chosen,
              Type type) {
    const bool open = ui.open_list == name;
    if (t.pressed && !open) {
        ui.open_list = name;
        const bool known = chosen >= 0 && chosen < count_of(options);
        if (!options.empty())
            ui.focus.move_to(joined(name, options[known ? static_cast<std::size_t>(chosen) : 0].name), t.ring);
        ui.redraw.now();
        return chosen;
    }
    if (!open) return chosen;

    int result = chosen;
    const float width = std::max(place.width(), widest_label(ui, options, type) + ui.px(56));
    const float height = ui.px(32) * static_cast<float>(options.size()) + ui.px(12);
    const bool above = place.max.y + height > ImGui::GetIO().DisplaySize.y && place.min.y > height;
    // It stays within the window, also of a control at the right edge.
    const float x = std::max(ui.px(4), std::min(place.min.x, ImGui::GetIO().DisplaySize.x - width - ui.px(4)));
    Line* line = std::exchange(ui.line, nullptr);
    {
        Popover list(ui, joined(name, "list"), {x, above ? place.min.y - ui.px(4) : place.max.y + ui.px(4)}, width,
                     above, 6);
        ui.registry.modal_layer = ui.registry.layer;
        for (int i = 0; i < count_of(options); ++i) {
            if (!list_option(ui, name, options[static_cast<std::size_t>(i)], i == chosen, type)) continue;
            result = i;
            ui.open_list.clear();
        }
        if (ui.key(Key::escape) || (list.clicked_outside() && !t.hovered)) ui.open_list.clear();
    }
    ui.line = line;
    if (ui.open_list.empty() || t.pressed) {
        ui.open_list.clear();
        ui.focus.move_to(name, ui.focus.by_keyboard());
        ui.redraw.now();
    }
    return result;
}

}  // namespace

int combo(Ui& ui, std::string_view name, const std::vector<Option>& options, int chosen, float width, bool small) {
    Type type = small ? Type::caption : Type::body;
    float wanted = width > 0 ? ui.px(width) : widest_label(ui, options, type) + ui.px(48);
    Rect place = claim(ui, {std::min(wanted, width_left(ui)), ui.px(small ? 28 : 36)});
    bool open = ui.open_list == name;
    std::string shown =
        chosen >= 0 && chosen < count_of(options) ? options[static_cast<std::size_t>(chosen)].label : "";
    Touch t = touch(ui, place, {.name = name, .kind = ItemKind::button, .label = shown, .checked = open});
    fill(ui, place, t.hovered ? Role::surface2 : Role::surface, 8);
    outline(ui, place, open ? Role::primary : Role::edge, 8);
    draw_text(ui, {{place.min.x + ui.px(12), place.min.y}, {place.max.x - ui.px(28), place.max.y}}, shown, {type});
    draw_icon(ui, {place.max.x - ui.px(16), place.middle().y}, open ? icon::expand_less : icon::expand_more, 16,
              Role::ink2);
    return drop_list(ui, name, place, t, options, chosen, type);
}

float filter_menu_width(const Ui& ui, std::string_view label, const std::vector<Option>& options, int chosen) {
    const std::string_view shown = chosen > 0 ? options[static_cast<std::size_t>(chosen)].label : label;
    return measure(ui, shown, {Type::body, chosen > 0 ? Weight::strong : Weight::regular}).x + ui.px(48);
}

int filter_menu(Ui& ui, std::string_view name, std::string_view label, const std::vector<Option>& options, int chosen) {
    const bool on = chosen > 0, open = ui.open_list == name;
    const std::string shown(on ? std::string_view(options[static_cast<std::size_t>(chosen)].label) : label);
    Rect place = claim(ui, {std::min(filter_menu_width(ui, label, options, chosen), width_left(ui)), ui.px(32)});
    Touch t = touch(ui, place, {.name = name, .kind = ItemKind::button, .label = shown, .checked = on, .rounding = 16});
    fill(ui, place, on ? Role::ink : t.hovered ? Role::surface2 : Role::surface, 16);
    if (!on) outline(ui, place, open ? Role::primary : t.hovered ? Role::edge : Role::line, 16);
    const Role ink = on ? Role::surface : Role::ink;
    draw_text(ui, {{place.min.x + ui.px(13), place.min.y}, {place.max.x - ui.px(30), place.max.y}}, shown,
              {Type::body, on ? Weight::strong : Weight::regular, ink});
    draw_icon(ui, {place.max.x - ui.px(20), place.middle().y}, open ? icon::expand_less : icon::expand_more, 16, ink);
    return drop_list(ui, name, place, t, options, chosen, Type::body);
}

int order_menu(Ui& ui, std::string_view name, std::string_view tip, const std::vector<Option>& options, int chosen) {
    const std::string& shown = options[static_cast<std::size_t>(chosen)].label;
    const bool open = ui.open_list == name;
    Rect place = claim(ui, {std::min(measure(ui, shown).x + ui.px(64), width_left(ui)), ui.px(32)});
    Touch t = touch(ui, place, {.name = name, .kind = ItemKind::button, .label = shown});
    if (t.hovered || open) fill(ui, place, Role::sunken, 8);
    draw_icon(ui, {place.min.x + ui.px(18), place.middle().y}, icon::sort, 20, Role::ink2);
    draw_text(ui, {{place.min.x + ui.px(34), place.min.y}, {place.max.x - ui.px(28), place.max.y}}, shown, body_quiet);
    draw_icon(ui, {place.max.x - ui.px(16), place.middle().y}, open ? icon::expand_less : icon::expand_more, 16,
              Role::ink2);
    if (!open) tooltip(ui, t, tip);
    return drop_list(ui, name, place, t, options, chosen, Type::body);
}

}  // namespace palpera::ui
