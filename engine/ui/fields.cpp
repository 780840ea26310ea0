#include "engine/ui/fields.h"

#include <imgui_internal.h>
#include <imgui_stdlib.h>

#include <algorithm>
#include <cmath>

#include "engine/ui/buttons.h"
#include "engine/ui/cards.h"
#include "engine/ui/icons.h"
#include "engine/ui/interaction.h"
#include "engine/ui/overlay.h"
#include "engine/ui/paint.h"
#include "engine/ui/text.h"

namespace palpera::ui {
namespace {

struct Entry {
    bool changed = false, entered = false, active = false;
};

// ImGui's text editing without any of its looks; focus is ours.
Entry edit(Ui& ui, Rect place, std::string_view name, std::string& words, const FieldLook& look, float before,
           float after) {
    std::string id = "##" + std::string(name);
    ImFont* font = ui.fonts.of(look.reading_size ? Type::reading : Type::body, Weight::regular);
    ImGui::PushFont(font);
    float line = font->FontSize * font->Scale;
    bool many = look.lines > 1;
    ImVec2 padding{ui.px(4), many ? ui.px(8) : std::floor((place.height() - line) / 2)};
    ImVec2 cursor = ImGui::GetCursorScreenPos();
    ImVec2 deepest = ImGui::GetCurrentWindow()->DC.CursorMaxPos;
    float width = place.width() - before - after;
    ImGui::SetCursorScreenPos({place.min.x + before, place.min.y});
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, padding);
    ImGui::SetNextItemWidth(width);
    ImGuiID item = ImGui::GetID(id.c_str());
    bool active_before = ImGui::GetActiveID() == item;
    if (ui.focus.arrived(name) && !active_before)
        ImGui::SetKeyboardFocusHere();
    else if (active_before && !ui.focus.is_on(name))
        ImGui::ClearActiveID();
    ImGuiInputTextFlags flags = ImGuiInputTextFlags_NoHorizontalScroll * (many ? 1 : 0);
    std::size_t length = words.size();
    Entry entry;
    if (many) {
        entry.changed = ImGui::InputTextMultiline(id.c_str(), &words, {width, place.height()}, flags);
    } else {
        std::string kept = words;
        entry.entered = ImGui::InputText(id.c_str(), &words, flags | ImGuiInputTextFlags_EnterReturnsTrue);
        entry.changed = words != kept;
    }
    if (words.size() > look.most && words.size() > length) {
        std::size_t end = look.most;
        while (end > 0 && (static_cast<unsigned char>(words[end]) & 0xC0) == 0x80) --end;
        words.resize(end);
    }
    entry.active = ImGui::IsItemActive();
    if (ImGui::IsItemActivated() || (entry.active && !ui.focus.is_on(name) && !active_before))
        ui.focus.move_to(name, false);
    ImGui::PopStyleVar();
    ImGui::PopFont();
    ImGui::SetCursorScreenPos(cursor);
    ImGui::GetCurrentWindow()->DC.CursorMaxPos = deepest;
    return entry;
}

}  // namespace

FieldTouch text_field(Ui& ui, std::string_view name, std::string& words, FieldLook look) {
    float height = look.lines > 1 ? 20 * static_cast<float>(look.lines) + 16 : look.height;
    float width = look.width > 0 ? std::min(ui.px(look.width), width_left(ui)) : width_left(ui);
    Rect place = claim(ui, {width, ui.px(height)});
    const Item* was = ui.registry.find_before(name);
    bool focused = ui.focus.is_on(name) && was != nullptr;
    Type type = look.reading_size ? Type::reading : Type::body;
    float rounding = look.height > 44 ? 12 : 8;

    fill(ui, place, Role::surface, rounding);
    outline(ui, place, look.wrong ? Role::harm : focused ? Role::primary : Role::edge, rounding, look.wrong ? 2 : 1);
    float before = ui.px(8), after = ui.px(8);
    if (look.icon != nullptr) {
        float size = look.height > 44 ? 24 : 20;
        draw_icon(ui, {place.min.x + ui.px(14 + size / 2), place.middle().y}, look.icon, size,
                  look.reading_size ? Role::primary : Role::ink2);
        before = ui.px(14 + size + 6);
    }
    std::string clear_name = std::string(name) + ".clear";
    if (!look.clear_tip.empty() && !words.empty()) {
        Rect close =
            rect({place.max.x - after - ui.px(24), std::round(place.middle().y - ui.px(14))}, {ui.px(28), ui.px(28)});
        Touch t = touch(ui, close, {.name = clear_name, .label = look.clear_tip, .rounding = 6, .focusable = false});
        draw_icon(ui, close.middle(), icon::close, 16, t.hovered ? Role::ink : Role::ink2);
        tooltip(ui, t, look.clear_tip);
        after += ui.px(26);
        if (t.pressed) words.clear();
        if (t.pressed) ui.focus.move_to(name, false);
    }
    if (!look.trailing.empty()) {
        float wide = measure(ui, look.trailing, caption).x + 1;
        draw_text(ui, {{place.max.x - after - wide, place.min.y}, {place.max.x - after, place.max.y}}, look.trailing,
                  caption, 1);
        after += wide + ui.px(8);
    }
    if (words.empty() && !focused && !look.key_cap.empty()) {
        float cap = std::max(ui.px(18), measure(ui, look.key_cap, caption).x + ui.px(10));
        draw_key_cap(ui, {place.max.x - after - cap - ui.px(4), place.middle().y}, look.key_cap);
        after += cap + ui.px(12);
    }
    if (words.empty() && !look.hint.empty()) {
        Rect hint{{place.min.x + before + ui.px(4), place.min.y}, {place.max.x - after, place.max.y}};
        if (look.lines > 1) hint.max.y = hint.min.y + ui.px(36);
        draw_text(ui, hint, look.hint, {type, Weight::regular, Role::ink3});
    }

    Item item{.name = std::string(name), .kind = ItemKind::field, .label = std::string(look.hint), .rect = place};
    const ImRect& clip = ImGui::GetCurrentWindow()->ClipRect;
    item.clip = {clip.Min, clip.Max};
    item.scrolls = (ImGui::GetCurrentWindow()->Flags & ImGuiWindowFlags_NoScrollbar) == 0;
    std::size_t index = ui.registry.items().size();
    ui.registry.add(std::move(item));
    Entry entry = edit(ui, place, name, words, look, before, after);
    ui.registry.at(index).value = words;
    if (entry.active) focus_ring(ui, place, rounding);
    return {entry.changed, entry.entered, entry.active};
}

FieldTouch search_field(Ui& ui, std::string_view name, std::string& words, std::string_view hint,
                        std::string_view clear_tip, std::string_view trailing, float width) {
    if (ui.typed(U'/')) ui.focus.move_to(name);
    return text_field(ui, name, words,
                      {.hint = hint,
                       .icon = icon::search,
                       .key_cap = "/",
                       .trailing = trailing,
                       .width = width,
                       .clear_tip = clear_tip});
}

FieldTouch question_field(Ui& ui, std::string_view name, std::string& words, std::string_view hint, float width) {
    FieldTouch t = text_field(
        ui, name, words,
        {.hint = hint, .icon = icon::forum, .width = width, .height = 52, .reading_size = true, .most = 500});
    if (t.entered) {
        // The next question follows the last one: Enter leaves the keyboard where it is.
        ui.focus.leave();
        ui.focus.move_to(name);
        ui.redraw.now();
    }
    return t;
}

bool stepper(Ui& ui, std::string_view name, int& number, int least, int most, int step, std::string_view unit,
             std::string_view less_tip, std::string_view more_tip) {
    std::string shown = std::to_string(number) + (unit.empty() ? "" : " " + std::string(unit)), id(name);
    std::string widest = std::to_string(most) + (unit.empty() ? "" : " " + std::string(unit));
    float middle =
        std::max({measure(ui, shown, body_strong).x, measure(ui, widest, body_strong).x, ui.px(28)}) + ui.px(12);
    Rect place = claim(ui, {std::min(width_left(ui), ui.px(64) + middle), ui.px(36)});
    int before = number;
    fill(ui, place, Role::surface, 8);
    outline(ui, place, Role::edge, 8);
    auto side = [&](Rect at, const char* picture, std::string_view part, std::string_view tip, int by) {
        bool can = by < 0 ? number > least : number < most;
        Touch t =
            touch(ui, at, {.name = id + "." + std::string(part), .label = tip, .enabled = can, .focusable = false});
        if (t.hovered && can) fill(ui, at.grown(-ui.px(2)), Role::sunken, 6);
        draw_icon(ui, at.middle(), picture, 16, can ? Role::ink2 : Role::edge);
        tooltip(ui, t, tip);
        if (t.pressed) number = std::clamp(number + by, least, most);
    };
    Rect left = rect(place.min, {ui.px(32), place.height()});
    Rect right{{place.max.x - ui.px(32), place.min.y}, place.max};
    Rect value{{left.max.x, place.min.y}, {right.min.x, place.max.y}};
    side(left, icon::remove, "less", less_tip, -step);
    Touch t = touch(ui, value, {.name = name, .kind = ItemKind::slider, .label = shown});
    side(right, icon::add, "more", more_tip, step);
    if (t.ring) {
        if (ui.key(Key::right) || ui.key(Key::up)) number = std::min(most, number + step);
        if (ui.key(Key::left) || ui.key(Key::down)) number = std::max(least, number - step);
    }
    draw_text(ui, value, shown, {Type::body, Weight::strong, Role::ink, true}, 0.5f);
    return number != before;
}

bool slider(Ui& ui, std::string_view name, std::string_view label, int& percent, SliderLook look) {
    float width = look.width > 0 ? std::min(ui.px(look.width), width_left(ui)) : width_left(ui);
    Rect place = claim(ui, {width, ui.px(look.ticks ? 32 : 28)});
    int before = percent;
    float y = std::round(place.min.y + ui.px(14)), inset = ui.px(9);
    float from = place.min.x + inset, to = place.max.x - inset;
    std::size_t index = ui.registry.items().size();
    Touch t = touch(ui, place, {.name = name, .kind = ItemKind::slider, .label = label, .rounding = 8});
    if (t.held && to > from)
        percent = static_cast<int>(
            std::lround(100 * std::clamp((ImGui::GetIO().MousePos.x - from) / (to - from), 0.0f, 1.0f)));
    if (t.ring) {
        for (bool shift : {false, true}) {
            int step = shift ? 5 : 1;
            if (ui.key(Key::right, false, shift) || ui.key(Key::up, false, shift))
                percent = std::min(100, percent + step);
            if (ui.key(Key::left, false, shift) || ui.key(Key::down, false, shift))
                percent = std::max(0, percent - step);
        }
        if (ui.key(Key::home)) percent = 0;
        if (ui.key(Key::end)) percent = 100;
        // Typing goes on from the right, as on a cash register: 4, then 45.
        for (int digit = 0; digit <= 9; ++digit)
            if (ui.typed(U'0' + static_cast<char32_t>(digit))) {
                int typed = percent * 10 + digit;
                percent = typed <= 100 ? typed : digit;
            }
    }
    ImDrawList& list = *ImGui::GetWindowDrawList();
    Role role = look.leading ? Role::primary : Role::edge;
    float x = from + (to - from) * static_cast<float>(percent) / 100, half = ui.px(3);
    list.AddRectFilled({place.min.x, y - half}, {place.max.x, y + half}, ui.colour(Role::sunken), half);
    if (percent > 0) list.AddRectFilled({place.min.x, y - half}, {x, y + half}, ui.colour(role), half);
    if (look.ticks)
        for (float part : {0.25f, 0.5f, 0.75f})
            vertical_line(ui, from + (to - from) * part, y + ui.px(7), y + ui.px(11), Role::edge);
    list.AddCircleFilled({x, y}, ui.px(9), ui.colour(t.held ? Role::primary_tint : Role::surface));
    list.AddCircle({x, y}, ui.px(8.5f), ui.colour(t.hovered || t.held ? Role::primary : role), 0, ui.px(2.5f));
    ui.registry.at(index).value = std::to_string(percent);
    return percent != before;
}

namespace {

// Matched words strong and in primary, the others plain, on one line.
void draw_matched(Ui& ui, Rect place, const Suggestion& suggestion) {
    ImGui::PushClipRect(place.min, place.max, true);
    float x = place.min.x;
    auto part = [&](std::size_t begin, std::size_t end, bool matched) {
        if (begin >= end) return;
        std::string_view words = std::string_view(suggestion.words).substr(begin, end - begin);
        TextLook look{Type::reading, matched ? Weight::strong : Weight::regular, matched ? Role::primary : Role::ink};
        Lines one;
        one.lines.emplace_back(words);
        draw_lines(ui, {x, place.middle().y - ui.px(12)}, one, look);
        const ImFont* font = ui.fonts.of(look.type, look.weight);
        x += font->CalcTextSizeA(font->FontSize * font->Scale, FLT_MAX, 0, words.data(), words.data() + words.size()).x;
    };
    std::size_t at = 0;
    for (auto [begin, end] : suggestion.matches) {
        part(at, std::min(begin, suggestion.words.size()), false);
        part(std::max(at, begin), std::min(end, suggestion.words.size()), true);
        at = std::max(at, std::min(end, suggestion.words.size()));
    }
    part(at, suggestion.words.size(), false);
    ImGui::PopClipRect();
}

}  // namespace

int suggestions(Ui& ui, std::string_view name, Rect field, const std::vector<Suggestion>& list, int& chosen,
                const SuggestionWords& words) {
    if (list.empty()) return -1;
    int count = static_cast<int>(list.size());
    if (ui.in_field()) {
        if (ui.key(Key::down)) chosen = std::min(count - 1, chosen + 1);
        if (ui.key(Key::up)) chosen = std::max(0, chosen - 1);
    }
    chosen = std::clamp(chosen, 0, count - 1);
    int taken = -1;
    Popover sheet(ui, name, {field.min.x, field.min.y - ui.px(10)}, field.width(), true, 8);
    bool roomy = field.width() > ui.px(440) && ImGui::GetIO().DisplaySize.y > ui.px(500);
    if (roomy) {
        Line line(ui, 26, 6);
        line.from_right();
        line.space(12);
        text(ui, words.ask, caption);
        key_cap(ui, "Enter");
        text(ui, words.choose, caption);
        key_cap(ui, "↓");
        key_cap(ui, "↑");
        line.from_left();
        line.space(12);
        text(ui, words.heading, caption_strong);
    }
    for (int i = 0; i < count; ++i) {
        const Suggestion& suggestion = list[static_cast<std::size_t>(i)];
        Rect place = rect(ImGui::GetCursorScreenPos(), {width_left(ui), std::round(ui.px(40))});
        ImGui::Dummy({place.width(), place.height() - ImGui::GetStyle().ItemSpacing.y});
        Touch t = touch(ui, place,
                        {.name = std::string(name) + "." + suggestion.name,
                         .kind = ItemKind::row,
                         .label = suggestion.words,
                         .checked = i == chosen,
                         .focusable = false});
        if (t.pressed) taken = i;
        if (i == chosen)
            fill(ui, place, Role::primary_tint, 8);
        else if (t.hovered)
            fill(ui, place, Role::sunken, 8);
        float x = place.min.x + ui.px(12), end = place.max.x - ui.px(12), y = place.middle().y;
        if (roomy) {
            draw_icon(ui, {x + ui.px(10), y}, icon::chat, 20, i == chosen ? Role::primary : Role::ink2);
            x += ui.px(32);
        }
        if (i == chosen) {
            float cap = std::max(ui.px(18), measure(ui, "Enter", caption).x + ui.px(10));
            draw_key_cap(ui, {end - cap, y}, "Enter");
            end -= cap + ui.px(12);
        }
        if (!suggestion.topic.empty() && roomy) {
            float wide = std::min(measure(ui, suggestion.topic, caption_strong).x + ui.px(17), place.width() / 3);
            Rect chip{{end - wide, std::round(y - ui.px(12))}, {end, std::round(y + ui.px(12))}};
            if (i != chosen) fill(ui, chip, Role::surface, 6);
            outline(ui, chip, Role::line, 6);
            draw_text(ui, chip.grown(-1), suggestion.topic, {Type::caption, Weight::strong, Role::ink2}, 0.5f);
            end -= wide + ui.px(12);
        }
        draw_matched(ui, {{x, place.min.y}, {end, place.max.y}}, suggestion);
    }
    return taken;
}

}  // namespace palpera::ui
