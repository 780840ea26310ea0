#include "engine/ui/choices.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "engine/ui/icons.h"
#include "engine/ui/interaction.h"
#include "engine/ui/paint.h"
#include "engine/ui/text.h"

namespace palpera::ui {
namespace {

std::string joined(std::string_view name, std::string_view part) { return std::string(name) + "." + std::string(part); }

int count_of(const std::vector<Option>& options) { return static_cast<int>(options.size()); }

// Left and right (up and down) on the one tab stop of a group.
int arrows(Ui& ui, std::string_view focused, int chosen, int count) {
    if (!ui.focus.ring_on(focused)) return chosen;
    if (ui.key(Key::right)) return std::min(count - 1, chosen + 1);
    if (ui.key(Key::left)) return std::max(0, chosen - 1);
    return chosen;
}

float segment_width(const Ui& ui, const Option& option, Type type) {
    float icon = option.icon != nullptr ? ui.px(option.label.empty() ? 16 : 22) : 0;
    return measure(ui, option.label, {type, Weight::strong}).x + icon + ui.px(type == Type::caption ? 20 : 28);
}

}  // namespace

int segmented(Ui& ui, std::string_view name, const std::vector<Option>& options, int chosen, bool small,
              bool fill_width) {
    Type type = small ? Type::caption : Type::body;
    std::vector<float> widths;
    for (const Option& option : options) widths.push_back(segment_width(ui, option, type));
    float needed = std::accumulate(widths.begin(), widths.end(), ui.px(4)), room = width_left(ui);
    if (options.size() > 5 || needed > room) return combo(ui, name, options, chosen, 0, small);

    float extra = fill_width ? (room - needed) / static_cast<float>(options.size()) : 0;
    Rect track = claim(ui, {fill_width ? room : needed, ui.px(small ? 28 : 36)});
    fill(ui, track, Role::sunken, 8);
    float x = track.min.x + ui.px(2);
    int result = chosen;
    for (int i = 0; i < count_of(options); ++i) {
        const Option& option = options[static_cast<std::size_t>(i)];
        float width = widths[static_cast<std::size_t>(i)] + extra;
        Rect place{{std::round(x), track.min.y + ui.px(2)}, {std::round(x + width), track.max.y - ui.px(2)}};
        x += width;
        bool on = i == chosen;
        std::string full = joined(name, option.name);
        Touch t = touch(ui, place,
                        {.name = full,
                         .kind = ItemKind::option,
                         .label = option.label,
                         .checked = on,
                         .rounding = 6,
                         .focusable = on || chosen < 0});
        if (t.pressed) result = i;
        if (int moved = on ? arrows(ui, full, chosen, count_of(options)) : chosen; moved != chosen) {
            result = moved;
            ui.focus.move_to(joined(name, options[static_cast<std::size_t>(moved)].name));
        }
        bool light = ui.appearance == Appearance::light;
        if (on) {
            if (light) fill(ui, place.moved(0, ui.px(1)), Role::ink, 6, 0.06f);
            fill(ui, place, light ? Role::surface : Role::primary_tint, 6);
        }
        Role ink = on ? (light ? Role::ink : Role::primary) : t.hovered ? Role::ink : Role::ink2;
        TextLook look{type, on ? Weight::strong : Weight::regular, ink};
        float label = measure(ui, option.label, look).x,
              icon = option.icon != nullptr ? ui.px(option.label.empty() ? 16 : 22) : 0;
        float from = place.middle().x - (label + icon) / 2;
        if (option.icon != nullptr) draw_icon(ui, {from + ui.px(8), place.middle().y}, option.icon, 16, ink);
        draw_text(ui, {{from + icon, place.min.y}, {std::max(from + icon + label, place.max.x), place.max.y}},
                  option.label, look);
    }
    return result;
}

bool filter_pill(Ui& ui, std::string_view name, std::string_view label, bool on, int count) {
    std::string number = count >= 0 ? std::to_string(count) : "";
    TextLook look{Type::body, on ? Weight::strong : Weight::regular, on ? Role::surface : Role::ink};
    TextLook quiet_look{Type::body, Weight::regular, on ? Role::surface : Role::ink3};
    float digits = number.empty() ? 0 : measure(ui, number, quiet_look).x + ui.px(6);
    float width = measure(ui, label, look).x + digits + ui.px(26);
    Rect place = claim(ui, {std::min(width, width_left(ui)), ui.px(32)});
    Touch t = touch(ui, place, {.name = name, .kind = ItemKind::toggle, .label = label, .checked = on, .rounding = 16});
    fill(ui, place, on ? Role::ink : t.hovered ? Role::surface2 : Role::surface, 16);
    if (!on) outline(ui, place, t.hovered ? Role::edge : Role::line, 16);
    Rect inner{{place.min.x + ui.px(13), place.min.y}, {place.max.x - ui.px(13) + 1, place.max.y}};
    draw_text(ui, {inner.min, {inner.max.x - digits, inner.max.y}}, label, look);
    draw_text(ui, inner, number, quiet_look, 1);
    return t.pressed;
}

namespace {

// A mark of 20, then label and note; the whole line can be pressed.
struct MarkedLine {
    Rect place, mark;
    Touch t;
};

MarkedLine marked_line(Ui& ui, std::string_view name, std::string_view label, bool on, std::string_view note,
                       float mark_width) {
    float before = ui.px(mark_width + 12);
    TextLook look = body;
    Lines lines = wrap(ui, label, look, width_left(ui) - before, 3);
    float height = lines.size.y + (note.empty() ? 0 : ui.px(16));
    float width = std::max(lines.size.x, measure(ui, note, caption).x) + before;
    Rect place = claim(ui, {std::min(width, width_left(ui)), std::max(ui.px(28), height + ui.px(8))});
    Touch t = touch(ui, place, {.name = name, .kind = ItemKind::toggle, .label = label, .checked = on, .rounding = 6});
    float y = std::round(place.middle().y - height / 2);
    draw_lines(ui, {place.min.x + before, y}, lines, look);
    if (!note.empty())
        draw_text(ui, {{place.min.x + before, y + lines.size.y}, {place.max.x + 1, y + height}}, note, caption);
    Rect mark = rect({place.min.x, std::round(place.middle().y - ui.px(10))}, {ui.px(mark_width), ui.px(20)});
    return {place, mark, t};
}

}  // namespace

bool checkbox(Ui& ui, std::string_view name, std::string_view label, bool on, std::string_view note) {
    MarkedLine line = marked_line(ui, name, label, on, note, 20);
    if (on) {
        fill(ui, line.mark, line.t.hovered ? Role::primary_hover : Role::primary, 5);
        draw_icon(ui, line.mark.middle(), icon::check, 16, Role::on_primary);
    } else {
        fill(ui, line.mark, line.t.hovered ? Role::surface2 : Role::surface, 5);
        outline(ui, line.mark, Role::edge, 5, 1.5f);
    }
    return line.t.pressed;
}

bool radio(Ui& ui, std::string_view name, std::string_view label, bool on) {
    MarkedLine line = marked_line(ui, name, label, on, {}, 20);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    ImVec2 middle = line.mark.middle();
    list.AddCircleFilled(middle, ui.px(9), ui.colour(Role::surface));
    list.AddCircle(middle, ui.px(9), ui.colour(on ? Role::primary : Role::edge), 0, ui.px(on ? 2.0f : 1.5f));
    if (on) list.AddCircleFilled(middle, ui.px(5), ui.colour(Role::primary));
    return line.t.pressed;
}

bool toggle(Ui& ui, std::string_view name, std::string_view label, bool on) {
    Rect place = claim(ui, {width_left(ui), ui.px(32)});
    Touch t = touch(ui, place, {.name = name, .kind = ItemKind::toggle, .label = label, .checked = on, .rounding = 6});
    Rect track = rect({place.max.x - ui.px(36), std::round(place.middle().y - ui.px(10))}, {ui.px(36), ui.px(20)});
    draw_text(ui, {place.min, {track.min.x - ui.px(8), place.max.y}}, label, body_quiet);
    fill(ui, track, on ? (t.hovered ? Role::primary_hover : Role::primary) : Role::sunken, 10);
    if (!on) outline(ui, track, Role::edge, 10);
    ImVec2 knob{on ? track.max.x - ui.px(10) : track.min.x + ui.px(10), track.middle().y};
    ImGui::GetWindowDrawList()->AddCircleFilled(knob, ui.px(on ? 8.0f : 6.5f),
                                                ui.colour(on ? Role::on_primary : Role::edge));
    return t.pressed;
}

int stage_tabs(Ui& ui, Rect rect, const std::vector<StageTab>& tabs, int chosen) {
    auto label_width = [&](const StageTab& tab) { return measure(ui, tab.label, {Type::body, Weight::strong}).x; };
    auto count_width = [&](const StageTab& tab) {
        return tab.count == 0
                   ? 0
                   : std::max(ui.px(20), measure(ui, std::to_string(tab.count), caption_strong).x + ui.px(12)) +
                         ui.px(8);
    };
    std::vector<float> full, bare;
    for (const StageTab& tab : tabs) {
        bare.push_back(ui.px(tab.icon != nullptr ? 20 : 0) + ui.px(16) + count_width(tab));
        full.push_back(bare.back() + label_width(tab) + ui.px(tab.icon != nullptr ? 8 : 0));
    }
    float between = ui.px(18);
    float all = std::accumulate(full.begin(), full.end(), between * static_cast<float>(tabs.size() - 1));
    bool hide =
        all > rect.width() && std::ranges::all_of(tabs, [](const StageTab& tab) { return tab.icon != nullptr; });
    std::vector<float> widths = full;
    if (hide)
        for (std::size_t i = 0; i < tabs.size(); ++i)
            if (static_cast<int>(i) != chosen) widths[i] = bare[i];
    all = std::accumulate(widths.begin(), widths.end(), between * static_cast<float>(tabs.size() - 1));

    ++ui.registry.column;
    float x = std::max(rect.min.x, rect.middle().x - all / 2);
    int result = chosen;
    for (int i = 0; i < static_cast<int>(tabs.size()); ++i) {
        const StageTab& tab = tabs[static_cast<std::size_t>(i)];
        float width = widths[static_cast<std::size_t>(i)];
        bool on = i == chosen, named = !hide || on;
        Rect place{{std::round(x), rect.min.y}, {std::round(std::min(x + width, rect.max.x)), rect.max.y}};
        x += width + between;
        Touch t = touch(ui, place,
                        {.name = tab.name,
                         .kind = ItemKind::option,
                         .label = tab.label,
                         .checked = on,
                         .rounding = 8,
                         .focusable = on || chosen < 0});
        if (t.pressed) result = i;
        if (int moved = on ? arrows(ui, tab.name, chosen, static_cast<int>(tabs.size())) : chosen; moved != chosen) {
            result = moved;
            ui.focus.move_to(tabs[static_cast<std::size_t>(moved)].name);
        }
        if (!named) tooltip(ui, t, tab.label);
        Role ink = on ? Role::primary : t.hovered ? Role::ink : Role::ink2;
        float at = place.min.x + ui.px(8), y = place.middle().y;
        if (tab.icon != nullptr) {
            draw_icon(ui, {at + ui.px(10), y}, tab.icon, 20, ink);
            at += ui.px(28);
        }
        if (named) {
            float words = std::min(label_width(tab), place.max.x - at);
            draw_text(ui, {{at, place.min.y}, {at + words + 1, place.max.y}}, tab.label,
                      {Type::body, on ? Weight::strong : Weight::regular, ink});
            at += words + ui.px(8);
        }
        if (tab.count > 0) {
            Rect pill{{std::round(at), std::round(y - ui.px(10))},
                      {std::round(at + count_width(tab) - ui.px(8)), std::round(y + ui.px(10))}};
            fill(ui, pill, on ? Role::primary_tint : Role::sunken, 10);
            draw_text(ui, pill, std::to_string(tab.count),
                      {Type::caption, Weight::strong, on ? Role::primary : Role::ink2}, 0.5f);
        }
        if (on)
            ImGui::GetWindowDrawList()->AddRectFilled({place.min.x, place.max.y - ui.px(3)}, place.max,
                                                      ui.colour(Role::primary), ui.px(2), ImDrawFlags_RoundCornersTop);
    }
    return result;
}

}  // namespace palpera::ui
