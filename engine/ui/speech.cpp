#include "engine/ui/speech.h"

#include <cmath>
#include <numbers>
#include <string>

#include "engine/ui/buttons.h"
#include "engine/ui/interaction.h"
#include "engine/ui/paint.h"
#include "engine/ui/person.h"
#include "engine/ui/text.h"

namespace palpera::ui {
namespace {

constexpr float pi = std::numbers::pi_v<float>;
constexpr float widest = 540, padding_x = 16, padding_y = 10;

// Round corners but for the one beside the speaker.
void bubble_path(const Ui& ui, Rect r, bool speaker_right) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    float round = std::min(ui.px(16), r.height() / 2), sharp = ui.px(4);
    float left = speaker_right ? round : sharp, right = speaker_right ? sharp : round;
    list.PathArcTo({r.min.x + round, r.min.y + round}, round, pi, 1.5f * pi);
    list.PathArcTo({r.max.x - round, r.min.y + round}, round, 1.5f * pi, 2 * pi);
    list.PathArcTo({r.max.x - right, r.max.y - right}, right, 0, 0.5f * pi);
    list.PathArcTo({r.min.x + left, r.max.y - left}, left, 0.5f * pi, pi);
}

void bubble(const Ui& ui, Rect r, bool speaker_right) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    bubble_path(ui, r, speaker_right);
    list.PathFillConvex(ui.colour(speaker_right ? Role::primary : Role::surface));
    if (speaker_right) return;
    bubble_path(ui, {{r.min.x + 0.5f, r.min.y + 0.5f}, {r.max.x - 0.5f, r.max.y - 0.5f}}, speaker_right);
    list.PathStroke(ui.colour(Role::line), ImDrawFlags_Closed, std::max(1.0f, std::round(ui.px(1))));
}

void said(Ui& ui, Rect place, std::string_view words) {
    ui.registry.add(
        {.kind = ItemKind::text, .label = std::string(words), .rect = place, .clip = place, .scrolls = true});
}

ImVec2 bubble_size(const Ui& ui, const Lines& lines) {
    return {lines.size.x + 2 * ui.px(padding_x), lines.size.y + 2 * ui.px(padding_y)};
}

}  // namespace

void student_speech(Ui& ui, std::string_view words, std::string_view time) {
    TextLook look{Type::reading, Weight::regular, Role::on_primary};
    float width = width_left(ui), clock = measure(ui, time, caption).x + 1;
    float room = std::min(ui.px(widest), width - clock - ui.px(8 + 32)) - 2 * ui.px(padding_x);
    Lines lines = wrap(ui, words, look, room);
    ImVec2 size = bubble_size(ui, lines);
    Rect place = claim(ui, {width, size.y});
    Rect spoken = rect({std::round(place.max.x - size.x), place.min.y}, size);
    bubble(ui, spoken, true);
    draw_lines(ui, {spoken.min.x + ui.px(padding_x), spoken.min.y + ui.px(padding_y)}, lines, look);
    said(ui, spoken, words);
    float end = spoken.min.x - ui.px(8);
    draw_text(ui, {{end - clock, place.min.y}, {end, place.max.y}}, time, caption, 1);
    gap(ui, 4);
}

bool understood_as(Ui& ui, std::string_view words, std::string_view button_name, std::string_view button_label) {
    Line line(ui, 28);
    line.from_right();
    bool pressed = button(ui, button_name, button_label, {.kind = ButtonKind::text, .size = ButtonSize::small});
    text(ui, words, caption);
    return pressed;
}

bool patient_speech(Ui& ui, const Answer& answer) {
    TextLook look{Type::reading, Weight::regular, answer.quiet ? Role::ink2 : Role::ink};
    float width = width_left(ui);
    float note = answer.note_name.empty() ? 0 : measure(ui, answer.note_label, caption_strong).x + ui.px(36 + 12);
    float before = ui.px(32 + 12);
    float room = std::min(ui.px(widest), width - before - note) - 2 * ui.px(padding_x);
    Lines lines = wrap(ui, answer.words, look, room);
    ImVec2 size = bubble_size(ui, lines);
    Rect place = claim(ui, {width, size.y});
    Rect spoken = rect({place.min.x + std::round(before), place.min.y}, size);
    bubble(ui, spoken, false);
    draw_lines(ui, {spoken.min.x + ui.px(padding_x), spoken.min.y + ui.px(padding_y)}, lines, look);
    said(ui, spoken, answer.words);
    draw_avatar(ui, {place.min.x + ui.px(16), place.max.y - ui.px(16)}, answer.patient_id, answer.patient_name, 32);
    bool pressed = false;
    ImVec2 after = ImGui::GetCursorScreenPos();
    if (!answer.note_name.empty()) {
        ImGui::SetCursorScreenPos({std::round(spoken.max.x + ui.px(12)), std::round(spoken.max.y - ui.px(30))});
        pressed = note_button(ui, answer.note_name, answer.note_label, answer.noted);
        ImGui::SetCursorScreenPos(after);
    }
    gap(ui, 12);
    return pressed;
}

}  // namespace palpera::ui
