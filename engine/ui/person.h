#pragma once

#include <string>
#include <string_view>

#include "engine/ui/context.h"

namespace palpera::ui {

// Two capitals from "Karin Holmgren".
std::string initials(std::string_view person);
// A disc with initials; its colour follows the patient's id, never the name.
void avatar(Ui& ui, std::string_view patient_id, std::string_view person, float size = 32);
void draw_avatar(Ui& ui, ImVec2 middle, std::string_view patient_id, std::string_view person, float size);
// 0 to 10. The number stands beside it, unless the student has not asked.
void pain_face(Ui& ui, double pain, float size = 64);
// Disc and two arcs, and the name beside it when `words` is not empty.
void brand_mark(Ui& ui, float size = 28, std::string_view words = {});

}  // namespace palpera::ui
