#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/present/debrief.h"
#include "engine/ui/widgets.h"

namespace palpera::student {

struct DebriefState {
    int page = 0;       // overview, whole journal, sources
    int filter = 0;     // of the explanations: to learn, matched, all
    int selected = -1;  // line
    float zoom = 1, pan = 0;
    int compact_page = 0;
};

struct DebriefAsk {
    enum class Kind { rewind, again, close } kind = Kind::close;
    int action = 0;  // rewind: to just before this one
};

// The score and why (look/06-debrief.png).
std::optional<DebriefAsk> draw_debrief(ui::Ui& ui, ui::Rect place, const present::Context& context,
                                       const present::Debrief& debrief,
                                       const std::vector<present::JournalLine>& journal, DebriefState& state);

}  // namespace palpera::student
