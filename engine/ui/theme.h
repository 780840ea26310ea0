#pragma once

#include <cstdint>
#include <string_view>

namespace palpera::ui {

// What a colour is for. Code names roles, never colours.
enum class Role : std::uint8_t {
    canvas,
    surface,
    surface2,
    sunken,
    line,
    edge,
    ink,
    ink2,
    ink3,
    primary,
    on_primary,
    primary_hover,
    primary_press,
    primary_tint,
    focus,
    info_tint,
    ok,
    ok_tint,
    missed,
    missed_tint,
    late,
    late_tint,
    unneeded,
    unneeded_tint,
    harm,
    harm_tint,
    harm_press,
    zone_l4,
    zone_l5,
    zone_s1,
    hero,
    hero_text,
    hero_text2,
    hero_accent,
    exam_bar,
    exam_text,
    exam_text2,
    exam_accent,
    brand_accent,
    face,
    face_line,
    face_ink,
    figure_top,
    figure_foot,
    skin,        // of the flat figure, where the light falls
    skin_shade,  // towards its edges
    skin_line,   // its outline and inner lines
    film,        // the dark ground of an imaging report
    film_text,
    film_text2,
    cut_below,
    portrait_0,
    portrait_ink_0,
    portrait_1,
    portrait_ink_1,
    portrait_2,
    portrait_ink_2,
    portrait_3,
    portrait_ink_3,
    portrait_4,
    portrait_ink_4,
    portrait_5,
    portrait_ink_5,
    count
};

struct Colour {
    std::uint8_t red = 0, green = 0, blue = 0;
    friend bool operator==(Colour, Colour) = default;
};

enum class Appearance : std::uint8_t { light, dark };

Colour colour(Appearance appearance, Role role);
// Of WCAG 2: 1 to 21.
double contrast(Colour a, Colour b);

// The ground of a person's portrait, by a hash of the patient's id; `portrait_ink` stands on it.
Role portrait(std::string_view patient_id);
Role portrait_ink(Role portrait);

// The five outcomes of an act, each with a shape and a colour of its own; the word always stands beside it.
enum class Outcome : std::uint8_t { matched, missed, late, unneeded, harmful };
Role outcome_role(Outcome outcome);  // of the shape
Role outcome_tint(Outcome outcome);  // of the ground of its chip
Role outcome_ink(Outcome outcome);   // of its words

}  // namespace palpera::ui
