#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "engine/present/debrief.h"

namespace palpera::present {

// What a debrief is made from.
struct DebriefInput {
    const Context& context;
    const library::CaseFile& file;
    const encounter::Encounter& encounter;
    const pathway::ScoreSheet& sheet;
};

// Points as they are shown, in tenths. Rounded from the top down, what is left going to the largest remainders, so that
// the lines of a component make the component's number and those make the score, to the tenth.
struct Tenths {
    std::int64_t total = 0;
    std::array<std::int64_t, pathway::component_count> components{};
    std::vector<std::int64_t> lines;  // as the ledger
};
Tenths tenths_of(const pathway::ScoreSheet& sheet);
// Splits `whole` tenths over amounts in thousandths.
std::vector<std::int64_t> rounded_to(std::int64_t whole, const std::vector<std::int64_t>& thousandths);
// "31,4", "12", "−0,5"; signed: "+2,5".
std::string tenths_text(std::int64_t tenths, base::Language language);
std::string signed_tenths_text(std::int64_t tenths, base::Language language);

// The event of an action, nothing if there is none.
const encounter::Event* event_of(const encounter::Encounter& encounter, int action);
// The step of a guideline that a statement names; nothing for what the blueprint says.
const library::Step* step_of(const DebriefInput& input, const std::string& statement);
// What could have been gained: a line that lost nothing has 0.
std::int64_t lost(const pathway::LedgerLine& line);
std::string diagnosis_name(const std::string& id, const Context& context);
// Of a document "Hälsporre, AKO Skåne, 2024-01-26, ...": "Hälsporre, AKO Skåne".
std::string short_title(const std::string& title);
DebriefLine::Source source_of(const Context& context, const std::string& claim);

struct DebriefLines {
    std::vector<DebriefLine> lines;
    std::vector<std::size_t> line_of_entry;  // for each entry of the ledger its line
};
// What the line is about: the statement, or the act with its side.
std::string title_of(const DebriefInput& input, const pathway::LedgerLine& line);
// What weighed most first, then what was right, as time went.
DebriefLines debrief_lines(const DebriefInput& input, const Tenths& tenths);

DebriefRevision debrief_revision(const DebriefInput& input, const pathway::Revision& revision);

// What a step wants done, and by when it counts.
std::string missing_text(const DebriefInput& input, const library::Step& step);

// The nearest conforming course.
void tell_course(const DebriefInput& input, const DebriefLines& lines, Debrief& debrief);
DebriefReasoning debrief_reasoning(const DebriefInput& input);
// Lanes, axis and ticks.
void lay_lanes(const DebriefInput& input, const DebriefLines& lines, Debrief& debrief);
// Headline, summary, story, biggest win.
void tell(const DebriefInput& input, const DebriefLines& lines, Debrief& debrief);

}  // namespace palpera::present
