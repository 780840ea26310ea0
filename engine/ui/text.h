#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/ui/context.h"

namespace palpera::ui {

struct TextLook {
    Type type = Type::body;
    Weight weight = Weight::regular;
    Role role = Role::ink;
    bool digits_alike = false;
};

inline constexpr TextLook body{};
inline constexpr TextLook body_strong{Type::body, Weight::strong, Role::ink};
inline constexpr TextLook body_quiet{Type::body, Weight::regular, Role::ink2};
inline constexpr TextLook caption{Type::caption, Weight::regular, Role::ink3};
inline constexpr TextLook caption_strong{Type::caption, Weight::strong, Role::ink3};
inline constexpr TextLook reading{Type::reading, Weight::regular, Role::ink};
inline constexpr TextLook card_heading{Type::reading, Weight::strong, Role::ink};
inline constexpr TextLook title{Type::title, Weight::strong, Role::ink};
inline constexpr TextLook heading{Type::heading, Weight::strong, Role::ink};

// One line; with an ellipsis and a tooltip where it does not fit.
Rect text(Ui& ui, std::string_view words, TextLook look = body);
// Wraps at words, at most 68 characters a line and `most_lines` lines (0: as many as needed).
Rect paragraph(Ui& ui, std::string_view words, TextLook look = body, int most_lines = 0);
// Wraps as paragraph, each line centred in the width.
Rect centred_paragraph(Ui& ui, std::string_view words, TextLook look = body);
// A picture from the icon font, `size` 16, 20 or 24.
Rect icon_picture(Ui& ui, const char* icon, float size = 20, Role role = Role::ink2);

// For drawing inside a place already taken.
ImVec2 measure(const Ui& ui, std::string_view words, TextLook look = body);
// Vertically centred on the rectangle; `across` 0 left, 0.5 centred, 1 right; ellipsis where it does not fit.
void draw_text(Ui& ui, Rect rect, std::string_view words, TextLook look = body, float across = 0);
void draw_icon(Ui& ui, ImVec2 middle, const char* icon, float size, Role role);
struct Lines {
    std::vector<std::string> lines = {};
    ImVec2 size = {};
    bool cut = false;
};
Lines wrap(const Ui& ui, std::string_view words, TextLook look, float width, int most_lines = 0);
void draw_lines(Ui& ui, ImVec2 at, const Lines& lines, TextLook look);

}  // namespace palpera::ui
