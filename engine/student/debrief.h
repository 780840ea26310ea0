#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/present/debrief.h"
#include "engine/ui/widgets.h"

namespace palpera::student {

struct DebriefState {
    int page = 0;          // overview, whole journal, sources
    int compact_page = 0;  // of a compact window: score, parts, steps, whole journal, sources
    int filter = 0;        // of the explanations: to learn, matched, all
    int selected = -1;     // line
    std::string mark;      // the act chosen in the swim-lane
    bool follow = false;   // the list scrolls to the chosen line
    ui::LaneView view{0, 0};
    int rewind = 0;  // the action that is asked about
};

struct DebriefAsk {
    enum class Kind { rewind, again, close } kind = Kind::close;
    int action = 0;  // rewind: to just before this one
};

// The score and why (look/06-debrief.png). Rewinding is asked about before it is asked for.
std::optional<DebriefAsk> draw_debrief(ui::Ui& ui, ui::Rect place, const present::Context& context,
                                       const present::Debrief& debrief,
                                       const std::vector<present::JournalLine>& journal, DebriefState& state);

}  // namespace palpera::student
