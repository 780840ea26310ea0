#pragma once

#include "engine/student/examination_marks.h"

namespace palpera::student {

// What the files of the examined body share. A place of the picture as of body::ray(), and back.
ImVec2 in_picture(ui::Rect place, ImVec2 at);
ImVec2 on_screen(ui::Rect place, const body::Camera& camera, body::Vector point);

// Dragging turns, with the right button it moves, the wheel brings nearer. True while it is held. `free`: the part of
// the picture that nothing stands before.
bool handle_pointer(Examining& now, ui::Rect place, ui::Rect free, bool is_free);
// Nearer, farther, all of it, the maps of dermatomes and nerves, and the border where one can be drawn.
std::vector<ui::Rect> button_places(const Examining& now, ui::Rect free);
void draw_buttons(Examining& now, const std::vector<ui::Rect>& places);
// Right and left of the patient, as far as they are apart in the picture.
void draw_sides(Examining& now, ui::Rect place, ui::Rect free);

// "sole_lateral" of "light_touch sole_lateral".
std::string zone_of(const std::string& subject);
// How each zone of each side is painted: the map that is laid on, what was felt where, and the zone pointed at.
std::vector<ui::ZonePaint> paint_of(Examining& now, const std::string& pointed, library::Side side);
// Which pattern is which root, or which of the nerves that are in the picture.
void draw_legend(const Examining& now, ui::Rect place, ui::Rect free);

}  // namespace palpera::student
