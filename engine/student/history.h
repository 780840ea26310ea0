#pragma once

#include <string>

#include "engine/student/differential.h"
#include "engine/student/visit_frame.h"
#include "engine/student/visit_view.h"

namespace palpera::student {

// What the student left on the screen.
struct HistoryState {
    std::string typed;   // in the question field
    int suggestion = 0;  // the one that Enter asks
    bool suggestions_closed = false;
    std::string open_topic;
    std::string own_finding;  // being written
    bool writing_own = false;
    std::string diagnosis_search;
    bool choosing_diagnosis = false;
    MovedPercent moved;
    float topics_share = 1, patient_share = 1;  // of their own widths, as dragged
    std::optional<Stage> go_to;  // where something is done that was ordered here: asked for in this frame
    // The conversation as it was told last: made anew when something was done or the language changed.
    struct Told {
        const encounter::Encounter* of = nullptr;
        std::size_t acts = 0;
        base::Language language = base::Language::en;
        std::vector<present::TranscriptLine> lines;
    };
    Told told;
    int page = 0;  // of a compact window: conversation, topics, patient, findings, diagnoses
};

// Topics, conversation with the question field, and the patient with noted findings and differential
// (look/02-history.png).
Actions draw_history(ui::Ui& ui, ui::Rect place, const VisitView& view, HistoryState& state);

}  // namespace palpera::student
