#pragma once

#include <vector>

#include "engine/student/examination_parts.h"

namespace palpera::student {

// A place that can be examined, where it lies on the screen.
struct Mark {
    const present::TargetRow* target = nullptr;
    library::Side side = library::Side::right;
    ImVec2 at = {};
};

bool is_done(const Mark& mark);
void draw_mark(const ui::Ui& ui, const Mark& mark, bool pointed);
// The place's name and side beside the pointer, on the side where there is room. It says nothing of what is found
// there.
void draw_label(const Examining& now, const Mark& mark, ui::Rect place);
// Presses, hovering and the keyboard's focus; gives the mark that is pointed at. `hold`: a short press examines
// lightly.
const Mark* touch_marks(Examining& now, const std::vector<Mark>& marks, bool hold = false);
// The pointer takes hold of a joint.
void take_joint(Examining& now, const Mark& mark);
// The place of the read-out that is open, as long as its tool is in hand.
std::string shown_subject(const Examining& now);
// The mark that is pointed at and the one the list points at ripple; one label.
void draw_marks(Examining& now, const std::vector<Mark>& marks, const Mark* pointed, ui::Rect place);

}  // namespace palpera::student
