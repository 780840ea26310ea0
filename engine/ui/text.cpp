#include "engine/ui/text.h"

#include <imgui_internal.h>

#include <cmath>

#include "engine/ui/interaction.h"

namespace palpera::ui {
namespace {

constexpr const char* ellipsis = "…";
constexpr float longest_line = 68;  // characters

ImFont& font_of(const Ui& ui, const TextLook& look) { return *ui.fonts.of(look.type, look.weight, look.digits_alike); }

float pixels(const ImFont& font) { return font.FontSize * font.Scale; }

float width_of(ImFont& font, std::string_view words) {
    if (words.empty()) return 0;
    return font.CalcTextSizeA(pixels(font), FLT_MAX, 0, words.data(), words.data() + words.size()).x;
}

// The longest beginning that fits with an ellipsis, cut between code points and without a space before it.
std::string shortened(ImFont& font, std::string_view words, float width) {
    float room = width - width_of(font, ellipsis);
    const char* end = words.data();
    font.CalcTextSizeA(pixels(font), std::max(0.0f, room), 0, words.data(), words.data() + words.size(), &end);
    auto length = static_cast<std::size_t>(end - words.data());
    while (length > 0 && words[length - 1] == ' ') --length;
    return std::string(words.substr(0, length)) + ellipsis;
}

void draw_at(const Ui& ui, ImFont& font, ImVec2 at, std::string_view words, Role role) {
    ImGui::GetWindowDrawList()->AddText(&font, pixels(font), {std::round(at.x), std::round(at.y)}, ui.colour(role),
                                        words.data(), words.data() + words.size());
}

Rect clip_rect() {
    const ImRect& clip = ImGui::GetCurrentWindow()->ClipRect;
    return {clip.Min, clip.Max};
}

void record(Ui& ui, Rect rect, std::string_view words, ImVec2 needed, bool cut) {
    ui.registry.add({.kind = ItemKind::text,
                     .label = std::string(words),
                     .rect = rect,
                     .clip = clip_rect(),
                     .scrolls = (ImGui::GetCurrentWindow()->Flags & ImGuiWindowFlags_NoScrollbar) == 0,
                     .cut = cut,
                     .needed = needed,
                     .available = rect.size()});
    if (cut && ImGui::IsMouseHoveringRect(rect.min, rect.max) && ImGui::IsWindowHovered())
        tooltip(ui, {.hovered = true}, words);
}

}  // namespace

ImVec2 measure(const Ui& ui, std::string_view words, TextLook look) {
    return {std::ceil(width_of(font_of(ui, look), words)), std::round(ui.px(line_height(look.type)))};
}

void draw_text(Ui& ui, Rect rect, std::string_view words, TextLook look, float across) {
    if (words.empty()) return;
    ImFont& font = font_of(ui, look);
    float needed = width_of(font, words);
    bool cut = needed > rect.width() + 0.5f;
    std::string shown = cut ? shortened(font, words, rect.width()) : std::string(words);
    float width = cut ? width_of(font, shown) : needed;
    draw_at(ui, font, {rect.min.x + (rect.width() - width) * across, rect.middle().y - pixels(font) / 2}, shown,
            look.role);
    record(ui, rect, words, {needed, pixels(font)}, cut);
}

Rect text(Ui& ui, std::string_view words, TextLook look) {
    ImVec2 size = measure(ui, words, look);
    Rect place = claim(ui, {std::min(size.x, width_left(ui)), size.y});
    draw_text(ui, place, words, look);
    return place;
}

Lines wrap(const Ui& ui, std::string_view words, TextLook look, float width, int most_lines) {
    ImFont& font = font_of(ui, look);
    width = std::max(width, pixels(font));
    float scale = pixels(font) / font.FontSize;
    Lines lines;
    const char *at = words.data(), *end = at + words.size();
    while (at < end) {
        const char* newline = std::find(at, end, '\n');
        const char* stop = std::min(newline, font.CalcWordWrapPositionA(scale, at, end, width));
        // ImGui also breaks after a full stop: a closing quotation mark would begin the next line.
        if (stop < newline && *stop != ' ') {
            const auto space = std::string_view(at, static_cast<std::size_t>(stop - at)).rfind(' ');
            if (space != std::string_view::npos && space > 0) stop = at + space;
        }
        if (stop == at && newline != at) stop = at + 1;
        bool last = most_lines > 0 && static_cast<int>(lines.lines.size()) + 1 == most_lines;
        if (last && stop < end) {
            std::string_view rest(at, static_cast<std::size_t>(newline - at));
            lines.cut = width_of(font, rest) > width || newline < end;
            lines.lines.push_back(lines.cut ? shortened(font, rest, width) : std::string(rest));
            break;
        }
        lines.lines.emplace_back(at, stop);
        at = stop;
        while (at < end && *at == ' ') ++at;
        if (at < end && *at == '\n') ++at;
    }
    for (const std::string& line : lines.lines) lines.size.x = std::max(lines.size.x, std::ceil(width_of(font, line)));
    lines.size.y = std::round(ui.px(line_height(look.type))) * static_cast<float>(lines.lines.size());
    return lines;
}

void draw_lines(Ui& ui, ImVec2 at, const Lines& lines, TextLook look) {
    ImFont& font = font_of(ui, look);
    float height = std::round(ui.px(line_height(look.type)));
    for (const std::string& line : lines.lines) {
        draw_at(ui, font, {at.x, at.y + (height - pixels(font)) / 2}, line, look.role);
        at.y += height;
    }
}

Rect paragraph(Ui& ui, std::string_view words, TextLook look, int most_lines) {
    float width = std::min(width_left(ui), longest_line * pixels(font_of(ui, look)) * 0.45f);
    Lines lines = wrap(ui, words, look, width, most_lines);
    Rect place = claim(ui, lines.size);
    draw_lines(ui, place.min, lines, look);
    record(ui, place, words, lines.size, lines.cut);
    return place;
}

Rect centred_paragraph(Ui& ui, std::string_view words, TextLook look) {
    float width = width_left(ui);
    Lines lines = wrap(ui, words, look, width);
    Rect place = claim(ui, {width, lines.size.y});
    ImFont& font = font_of(ui, look);
    float y = place.min.y, height = std::round(ui.px(line_height(look.type)));
    for (const std::string& line : lines.lines) {
        draw_at(ui, font, {place.middle().x - width_of(font, line) / 2, y + (height - pixels(font)) / 2}, line,
                look.role);
        y += height;
    }
    record(ui, place, words, lines.size, false);
    return place;
}

Rect icon_picture(Ui& ui, const char* icon, float size, Role role) {
    Rect place = claim(ui, {ui.px(size), ui.px(size)});
    draw_icon(ui, place.middle(), icon, size, role);
    return place;
}

void draw_icon(Ui& ui, ImVec2 middle, const char* icon, float size, Role role) {
    ImFont& font = *ui.fonts.icon(size);
    float drawn = size > 28 ? ui.px(size) : pixels(font);
    ImGui::GetWindowDrawList()->AddText(
        &font, drawn, {std::round(middle.x - drawn / 2), std::round(middle.y - drawn / 2)}, ui.colour(role), icon);
}

}  // namespace palpera::ui
