#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/pathway/revision.h"
#include "engine/present/context.h"
#include "engine/present/debrief_border.h"
#include "engine/present/debrief_reasoning.h"

namespace palpera::present {

struct DebriefMark {
    pathway::Mark mark = pathway::Mark::matched;
    base::Minutes at;
    std::size_t line = 0;              // in Debrief::lines
    std::string label;                 // shown beside marks that are not matched
    std::optional<base::Minutes> due;  // of a late act: the end of its window
};
struct DebriefWindow {
    base::Minutes from, until;
    std::string label;
};
// On the axis stand the visits one after the other: the weeks between them are left out.
struct DebriefTick {
    base::Minutes at;
    std::string label;
};
struct DebriefLane {
    std::string name;
    std::vector<DebriefWindow> windows;
    std::vector<DebriefMark> marks;
};
struct DebriefLine {
    pathway::Mark mark = pathway::Mark::matched;
    pathway::Component component = pathway::Component::necessary_care;
    std::string time;                 // "10:34", a dash for what was not done
    std::optional<base::Minutes> at;  // when, to sort by
    std::string title, why;
    struct Source {
        // "HS-033", "Hälsporre, AKO Skåne", the claim's text; a reference beyond the guideline has a title only.
        std::string id, title, quote;
    };
    std::vector<Source> sources;
    std::string points;     // "−4", "+2,5", "0": all lines together are the score
    std::string of;         // "av 4"
    int action = 0;         // to rewind to; 0: none
    bool to_learn = false;  // stands under "Att lära av"
};
struct DebriefBar {
    std::string name, value;
    int percent = 0;
    bool weak = false;
    bool empty = false;  // nothing was expected
};
// A step of the course that follows the guideline and lies nearest to what was done.
struct DebriefStep {
    pathway::Mark mark = pathway::Mark::matched;
    std::string title;      // what the guideline asks for
    std::string time, act;  // when and how it was done; a dash and what would have done it
    std::size_t line = 0;   // in Debrief::lines
    int action = 0;         // 0: it was not done
};
// What newer guidelines make of a visit that was begun under older ones.
struct DebriefRevision {
    std::vector<std::string> guidelines;  // "Det som inte kan vänta: version 1, nu 2"
    std::string scores;                   // "Då 61,2 poäng, nu 49. ..."
    struct Line {
        pathway::Mark mark = pathway::Mark::none;  // now, or then where it is gone
        std::string title, then, now;              // "Utelatt, 0"
        std::string why;
    };
    std::vector<Line> lines;
    std::string rest;  // what the other lines gained or lost together
};
struct Debrief {
    std::string person;  // "Annika Lindberg, 52"
    int score = 0;       // whole points
    int pass_mark = 0;
    std::string score_text;  // "78,4"
    bool passed = false;
    std::string verdict;   // "Godkänt, gräns 60"
    std::string headline;  // one sentence on the whole
    std::string summary;   // one or two on what weighed most
    std::vector<DebriefBar> domains, components;
    std::vector<std::pair<pathway::Mark, int>> counts;
    std::vector<DebriefLane> lanes;
    base::Minutes axis_end;
    std::vector<DebriefTick> ticks;
    std::vector<DebriefLine> lines;
    std::string story_title;         // "Så gick det för patienten · Efter 6 månader"
    std::vector<std::string> story;  // what happened to the patient afterwards
    std::string biggest_win;
    std::vector<DebriefStep> course;
    std::string course_summary;  // how much of it was done
    DebriefReasoning reasoning;
    std::vector<DebriefBorder> borders;        // of numb areas that were drawn on the body
    std::string diagnosis;                     // what the patient had
    std::vector<DebriefLine::Source> sources;  // every source cited, once
    std::string version;                       // guidelines and scoring version
    std::optional<DebriefRevision> revision;   // where the guidelines have changed since the visit was begun
};
Debrief debrief(const Context& context, const library::CaseFile& file, const encounter::Encounter& encounter,
                const pathway::ScoreSheet& sheet, const pathway::Revision* revision = nullptr);

// The whole journal, a line an act: "10:03", act, response, whether it can be rewound to.
struct JournalLine {
    int action = 0;
    std::string time, act, response;
};
std::vector<JournalLine> journal_lines(const Context& context, const encounter::Encounter& encounter);

}  // namespace palpera::present
