#include "engine/ui/cards.h"

#include <imgui_internal.h>

#include <cmath>
#include <string>

#include "engine/ui/buttons.h"
#include "engine/ui/icons.h"
#include "engine/ui/interaction.h"
#include "engine/ui/paint.h"

namespace palpera::ui {

Card::Card(Ui& ui, CardLook look) : ui_(ui), look_(look), at_(ImGui::GetCursorScreenPos()), outer_(box()) {
    pressed_ = !look.button.empty() && ui.late_press_before == look.button;
    if (!look.button.empty()) {
        reserved_ = static_cast<int>(ui.registry.items().size());
        ui.registry.add({.name = std::string(look.button), .kind = ItemKind::row, .label = std::string(look.label)});
    }
    // The ground is drawn at the end, when the height is known, below what was drawn before it.
    splitter_.Split(ImGui::GetWindowDrawList(), 2);
    splitter_.SetCurrentChannel(ImGui::GetWindowDrawList(), 1);
    float padding = std::round(ui.px(look.padding));
    set_box({outer_.left + padding, outer_.right - padding});
    ImGui::SetCursorScreenPos({outer_.left + padding, at_.y + padding});
}

Card::~Card() {
    float foot = ImGui::GetCursorScreenPos().y - ImGui::GetStyle().ItemSpacing.y + std::round(ui_.px(look_.padding));
    foot = std::max(foot, at_.y + std::round(ui_.px(look_.least_height)));
    set_box(outer_);
    Rect place{{outer_.left, at_.y}, {outer_.right, foot}};
    splitter_.SetCurrentChannel(ImGui::GetWindowDrawList(), 0);
    Touch t;
    if (!look_.button.empty()) {
        t = touch(ui_, place,
                  {.name = look_.button,
                   .kind = ItemKind::row,
                   .label = look_.label,
                   .checked = look_.selected,
                   .rounding = 12,
                   .reserved = reserved_});
        if (t.pressed) ui_.late_press = look_.button;
    }
    if (look_.ground == Role::surface) {
        card_ground(ui_, place, look_.selected);
        if (t.hovered && !look_.selected) outline(ui_, place, Role::edge, 12);
    } else {
        fill(ui_, place, look_.ground, 12);
    }
    splitter_.Merge(ImGui::GetWindowDrawList());
    ImGuiWindow& window = *ImGui::GetCurrentWindow();
    window.DC.CursorMaxPos = ImMax(window.DC.CursorMaxPos, ImVec2{place.max.x, place.max.y});
    ImGui::SetCursorScreenPos({outer_.left, foot + std::round(ui_.px(look_.space_after))});
}

float chip_width(const Ui& ui, std::string_view label, const ChipLook& look) {
    return measure(ui, label, caption_strong).x + ui.px(16) + (look.icon != nullptr ? ui.px(20) : 0) +
           (look.remove_name.empty() ? 0 : ui.px(22));
}

ChipTouch chip(Ui& ui, std::string_view label, ChipLook look) {
    Rect place = claim(ui, {std::min(chip_width(ui, label, look), width_left(ui)), ui.px(24)});
    ChipTouch result;
    Touch t;
    Rect main = place;
    if (!look.remove_name.empty()) main.max.x -= ui.px(26);
    if (!look.name.empty()) t = touch(ui, main, {.name = look.name, .label = label, .rounding = 6});
    result.pressed = t.pressed;
    Role ink = look.ink;
    if (look.dashed || look.outlined) {
        fill(ui, place, t.hovered ? Role::surface2 : Role::surface, 6);
        if (look.dashed)
            dashed_outline(ui, place, Role::edge, 6);
        else
            outline(ui, place, t.hovered ? Role::edge : Role::line, 6);
    } else {
        fill(ui, place, look.tint, 6);
        if (t.hovered) outline(ui, place, look.ink, 6);
    }
    float x = place.min.x + ui.px(8);
    if (look.icon != nullptr) {
        draw_icon(ui, {x + ui.px(8), place.middle().y}, look.icon, 16, ink);
        x += ui.px(20);
    }
    float end = look.remove_name.empty() ? place.max.x - ui.px(8) : place.max.x - ui.px(26);
    draw_text(ui, {{x, place.min.y}, {end + 1, place.max.y}}, label, {Type::caption, Weight::strong, ink});
    if (!look.remove_name.empty()) {
        Rect close{{place.max.x - ui.px(26), place.min.y}, place.max};
        Touch c = touch(ui, close, {.name = look.remove_name, .label = look.remove_tip, .rounding = 6});
        draw_icon(ui, {close.middle().x, close.middle().y}, icon::close, 16, c.hovered ? Role::ink : ink);
        tooltip(ui, c, look.remove_tip);
        result.removed = c.pressed;
    }
    return result;
}

void outcome_chip(Ui& ui, Outcome outcome, std::string_view word) {
    TextLook look{Type::caption, Weight::strong, outcome_ink(outcome)};
    Rect place = claim(ui, {std::min(width_left(ui), measure(ui, word, look).x + ui.px(38)), ui.px(26)});
    fill(ui, place, outcome_tint(outcome), 6);
    draw_outcome(ui, {place.min.x + ui.px(17), place.middle().y}, outcome, 15);
    draw_text(ui, {{place.min.x + ui.px(30), place.min.y}, {place.max.x - ui.px(7), place.max.y}}, word, look);
}

void outcome_legend(Ui& ui, Outcome outcome, std::string_view word, int count) {
    std::string number = std::to_string(count);
    TextLook label{Type::caption, Weight::regular, Role::ink2}, value{Type::caption, Weight::strong, Role::ink};
    float words = measure(ui, word, label).x, digits = measure(ui, number, value).x;
    Rect place = claim(ui, {ui.px(22) + words + ui.px(6) + digits, ui.px(20)});
    draw_outcome(ui, {place.min.x + ui.px(8), place.middle().y}, outcome, 15);
    draw_text(ui, {{place.min.x + ui.px(22), place.min.y}, {place.min.x + ui.px(22) + words + 1, place.max.y}}, word,
              label);
    draw_text(ui, {{place.max.x - digits, place.min.y}, {place.max.x + 1, place.max.y}}, number, value);
}

void flow(Ui& ui, float next_width, bool& first, float gap) {
    if (!first) {
        ImGui::SameLine(0, std::round(ui.px(gap)));
        if (ImGui::GetContentRegionAvail().x < next_width) ImGui::NewLine();
    }
    first = false;
}

void list_heading(Ui& ui, std::string_view words) {
    gap(ui, 8);
    text(ui, words, caption_strong);
}

void divider(Ui& ui, float space) {
    gap(ui, space - ImGui::GetStyle().ItemSpacing.y / ui.scale);
    Rect place = claim(ui, {width_left(ui), std::max(1.0f, std::round(ui.px(1)))});
    horizontal_line(ui, place.min.x, place.max.x, place.min.y);
    gap(ui, space - ImGui::GetStyle().ItemSpacing.y / ui.scale);
}

void divider_with_words(Ui& ui, std::string_view words) {
    Rect place = claim(ui, {width_left(ui), ui.px(24)});
    float half = std::min(place.width(), measure(ui, words, caption).x + 1) / 2;
    float x = place.middle().x, y = place.middle().y;
    horizontal_line(ui, place.min.x, x - half - ui.px(12), y);
    horizontal_line(ui, x + half + ui.px(12), place.max.x, y);
    draw_text(ui, {{x - half, place.min.y}, {x + half, place.max.y}}, words, caption, 0.5f);
}

bool empty_state(Ui& ui, const char* icon, std::string_view what, std::string_view hint, std::string_view button_name,
                 std::string_view button_label) {
    Rect top = claim(ui, {width_left(ui), ui.px(28)});
    draw_icon(ui, top.middle(), icon, 28, Role::ink3);
    centred_paragraph(ui, what, body_strong);
    centred_paragraph(ui, hint, {Type::caption, Weight::regular, Role::ink3});
    if (button_name.empty()) return false;
    gap(ui, 4);
    ButtonLook look{.kind = ButtonKind::quiet, .size = ButtonSize::small};
    float width = std::min(width_left(ui), button_width(ui, button_label, look));
    ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::SetCursorScreenPos({std::round(at.x + (width_left(ui) - width) / 2), at.y});
    return button(ui, button_name, button_label, look);
}

void notice(Ui& ui, const char* icon, std::string_view words, Role role, Role tint) {
    TextLook look{Type::caption, Weight::regular, Role::ink};
    Lines lines = wrap(ui, words, look, width_left(ui) - ui.px(50));
    Rect place = claim(ui, {width_left(ui), lines.size.y + ui.px(20)});
    fill(ui, place, tint, 8);
    draw_icon(ui, {place.min.x + ui.px(20), place.min.y + ui.px(20)}, icon, 20, role);
    draw_lines(ui, {place.min.x + ui.px(38), place.min.y + ui.px(10)}, lines, look);
    ui.registry.add(
        {.kind = ItemKind::text, .label = std::string(words), .rect = place, .clip = place, .scrolls = true});
}

void remark(Ui& ui, const char* icon, std::string_view words, Role role) {
    TextLook look{Type::caption, Weight::strong, role};
    Lines lines = wrap(ui, words, look, width_left(ui) - ui.px(22));
    Rect place = claim(ui, {ui.px(22) + lines.size.x, std::max(lines.size.y, ui.px(16))});
    draw_icon(ui, {place.min.x + ui.px(8), place.min.y + ui.px(8)}, icon, 16, role);
    draw_lines(ui, {place.min.x + ui.px(22), place.min.y}, lines, look);
    ui.registry.add(
        {.kind = ItemKind::text, .label = std::string(words), .rect = place, .clip = place, .scrolls = true});
}

void figure_of(Ui& ui, std::string_view label, std::string_view number, std::string_view note) {
    text(ui, label, caption_strong);
    text(ui, number, title);
    text(ui, note, caption);
}

}  // namespace palpera::ui
