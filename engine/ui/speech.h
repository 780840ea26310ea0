#pragma once

#include <string_view>

#include "engine/ui/context.h"

namespace palpera::ui {

struct Answer {
    std::string_view patient_id = {}, patient_name = {}, words = {}, time = {};
    std::string_view note_name = {};   // stable name of the note button; empty: nothing to note
    std::string_view note_label = {};  // "Note" or "Noted"
    bool noted = false;
    bool quiet = false;  // not spoken: "I did not understand", in ink2
};

// The student's words, right. A remark below it in caption ("understood as ...") may carry a text button.
void student_speech(Ui& ui, std::string_view words, std::string_view time);
bool understood_as(Ui& ui, std::string_view words, std::string_view button_name, std::string_view button_label);
// The patient's words, left, with the avatar at the foot. True when the note button is pressed.
bool patient_speech(Ui& ui, const Answer& answer);

}  // namespace palpera::ui
