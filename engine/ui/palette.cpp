#include <algorithm>
#include <array>
#include <cmath>

#include "engine/ui/theme.h"

namespace palpera::ui {
namespace {

struct Shade {
    Role role;
    std::uint32_t light, dark;
};

// Compiled in, so that a window can say what is wrong even when no file can be read.
constexpr Shade shades[] = {
    {Role::canvas, 0xF4F3EF, 0x0E181C},
    {Role::surface, 0xFFFFFF, 0x16242A},
    {Role::surface2, 0xFAF9F6, 0x121E23},
    {Role::sunken, 0xEAE8E2, 0x0A1215},
    {Role::line, 0xDFDCD4, 0x2A3D45},
    {Role::edge, 0x7E8B8A, 0x6F858D},
    {Role::ink, 0x14272E, 0xEAF0F0},
    {Role::ink2, 0x40545C, 0xB7C5C9},
    {Role::ink3, 0x596A71, 0x93A5AC},
    {Role::primary, 0x0F5A6A, 0x6CC5D4},
    {Role::on_primary, 0xFFFFFF, 0x05252B},
    {Role::primary_hover, 0x0B4855, 0x8AD3DF},
    {Role::primary_press, 0x083843, 0xA9E0E8},
    {Role::primary_tint, 0xE0EDEF, 0x18383F},
    {Role::focus, 0x1B6AC9, 0x8FC2FF},
    {Role::info_tint, 0xE9F1FC, 0x172F4A},
    {Role::ok, 0x007B78, 0x5ADBC4},
    {Role::ok_tint, 0xE7F5F3, 0x123630},
    {Role::missed, 0xA65300, 0xF2A740},
    {Role::missed_tint, 0xFBEBD3, 0x3B2A10},
    {Role::late, 0x5F3FA0, 0xB79CF0},
    {Role::late_tint, 0xECE6F6, 0x2C2444},
    {Role::unneeded, 0x818E94, 0x61737B},
    {Role::unneeded_tint, 0xE9ECEC, 0x26343A},
    {Role::harm, 0x8A0B2E, 0xFF6F86},
    {Role::harm_tint, 0xFAE1E5, 0x431A24},
    {Role::harm_press, 0x6B0822, 0xFF93A5},
    {Role::zone_l4, 0x2396C0, 0x55BCE0},
    {Role::zone_l5, 0xC4750C, 0xE8A13A},
    {Role::zone_s1, 0x5E35A8, 0x9673E6},
    {Role::hero, 0x0F3D48, 0x0F3D48},
    {Role::hero_text, 0xFFFFFF, 0xFFFFFF},
    {Role::hero_text2, 0xB9D6DB, 0xB9D6DB},
    {Role::hero_accent, 0x8AD3DF, 0x8AD3DF},
    {Role::exam_bar, 0x12262D, 0x12262D},
    {Role::exam_text, 0xEAF0F0, 0xEAF0F0},
    {Role::exam_text2, 0xA9BDC3, 0xA9BDC3},
    {Role::exam_accent, 0x5ADBC4, 0x5ADBC4},
    {Role::brand_accent, 0xD98A1E, 0xD98A1E},
    {Role::face, 0xF6E6CC, 0xF6E6CC},
    {Role::face_line, 0xE3C79A, 0xE3C79A},
    {Role::face_ink, 0x5A3A0A, 0x5A3A0A},
    {Role::figure_top, 0xEEF1F0, 0x15242A},
    {Role::figure_foot, 0xD5DEDE, 0x0F1C21},
    {Role::skin, 0xF6EEE6, 0xA3AAA9},
    {Role::skin_shade, 0xDCCDC0, 0x6B7677},
    {Role::skin_line, 0x9A887A, 0x323F44},
    {Role::film, 0x1B2A30, 0x0A1215},
    {Role::film_text, 0xEAF0F0, 0xEAF0F0},
    {Role::film_text2, 0xA9BDC3, 0xA9BDC3},
    {Role::cut_below, 0xC9A36B, 0xC9A36B},
    {Role::portrait_0, 0xDCEBEE, 0xDCEBEE},
    {Role::portrait_ink_0, 0x0F5A6A, 0x0F5A6A},
    {Role::portrait_1, 0xF6E6CC, 0xF6E6CC},
    {Role::portrait_ink_1, 0x7A4600, 0x7A4600},
    {Role::portrait_2, 0xE6E0F2, 0xE6E0F2},
    {Role::portrait_ink_2, 0x4B318A, 0x4B318A},
    {Role::portrait_3, 0xDDEDE4, 0xDDEDE4},
    {Role::portrait_ink_3, 0x1D5B40, 0x1D5B40},
    {Role::portrait_4, 0xF3DDE0, 0xF3DDE0},
    {Role::portrait_ink_4, 0x7C1230, 0x7C1230},
    {Role::portrait_5, 0xE3E7EA, 0xE3E7EA},
    {Role::portrait_ink_5, 0x3A4C55, 0x3A4C55},
};
static_assert(std::size(shades) == static_cast<std::size_t>(Role::count));

constexpr bool in_order() {
    for (std::size_t i = 0; i < std::size(shades); ++i)
        if (shades[i].role != static_cast<Role>(i)) return false;
    return true;
}
static_assert(in_order());

double linear(std::uint8_t channel) {
    double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(Colour c) { return 0.2126 * linear(c.red) + 0.7152 * linear(c.green) + 0.0722 * linear(c.blue); }

Role shifted(Role role, unsigned by) { return static_cast<Role>(static_cast<unsigned>(role) + by); }

}  // namespace

Colour colour(Appearance appearance, Role role) {
    const Shade& shade = shades[static_cast<std::size_t>(role)];
    std::uint32_t rgb = appearance == Appearance::light ? shade.light : shade.dark;
    return {static_cast<std::uint8_t>(rgb >> 16), static_cast<std::uint8_t>(rgb >> 8), static_cast<std::uint8_t>(rgb)};
}

double contrast(Colour a, Colour b) {
    auto [low, high] = std::minmax({luminance(a), luminance(b)});
    return (high + 0.05) / (low + 0.05);
}

Role portrait(std::string_view patient_id) {
    std::uint32_t hash = 2166136261u;  // FNV-1a
    for (char c : patient_id) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
    return shifted(Role::portrait_0, 2 * (hash % 6));
}

Role portrait_ink(Role portrait) { return shifted(portrait, 1); }

Role outcome_role(Outcome outcome) {
    constexpr std::array roles{Role::ok, Role::missed, Role::late, Role::unneeded, Role::harm};
    return roles[static_cast<std::size_t>(outcome)];
}

Role outcome_tint(Outcome outcome) { return shifted(outcome_role(outcome), 1); }

Role outcome_ink(Outcome outcome) { return outcome == Outcome::unneeded ? Role::ink2 : outcome_role(outcome); }

}  // namespace palpera::ui
