#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/present/context.h"

namespace palpera::present {

struct ToolRow {
    library::Verb verb = library::Verb::palpate;
    std::string modality;  // of sensation: light_touch, pinprick, vibration, temperature
    std::string name, icon, key;
};
struct ToolGroup {
    std::string name;
    std::vector<ToolRow> tools;
};
std::vector<ToolGroup> tool_groups(const Context& context);

// What a tool can be used on.
struct TargetRow {
    std::string subject = {};  // of the action: "heel_centre", "ankle plantarflexion", "light_touch sole_medial"
    std::string name = {}, region = {};
    std::string found_by = {};  // the other name, or the name in another language, that the typed words met
    bool sided = true;
    bool done_right = false, done_left = false, done = false;
    std::map<std::string, anatomy::Point> views = {};  // where it lies on the flat figure of the right side, if it does
};
std::vector<TargetRow> target_rows(const Context& context, const encounter::Encounter& encounter, const ToolRow& tool,
                                   std::string_view typed);

// What an act of examination gave, for the read-out beside the figure.
struct ReadOut {
    std::string title, time;
    struct Row {
        std::string side;  // "Höger"; empty for what has no sides
        std::string finds;
        std::optional<int> pain;
        bool abnormal = false;
    };
    std::vector<Row> rows;
    std::string says;  // the patient's words
    int action = 0;
    bool can_note = false, noted = false;
    std::optional<int> pain;  // the worst provoked
};
std::optional<ReadOut> read_out(const Context& context, const encounter::Encounter& encounter, int action);
// The last act of examination, 0 if there is none.
int last_examination(const encounter::Encounter& encounter);

// What was found where on the body, of each side for itself; the newest of repeated acts.
struct BodyMark {
    library::Verb verb = library::Verb::palpate;
    std::string subject;
    library::Side side = library::Side::right;
    bool abnormal = false, noted = false;
};
std::vector<BodyMark> body_marks(const Context& context, const encounter::Encounter& encounter);

// Everything examined so far, grouped by tool; the newest of repeated acts.
struct FindingRow {
    std::string name;
    std::string whole, right, left;  // short: "ömmar, NRS 7", "u.a."
    bool sided = false;
    bool right_abnormal = false, left_abnormal = false, whole_abnormal = false;
    int action = 0;
};
struct FindingGroup {
    std::string name, icon;
    std::vector<FindingRow> rows;
};
std::vector<FindingGroup> finding_groups(const Context& context, const encounter::Encounter& encounter);

}  // namespace palpera::present
