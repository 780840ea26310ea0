#pragma once

#include <iosfwd>
#include <nlohmann/json_fwd.hpp>

#include "engine/pathway/revision.h"
#include "engine/present/context.h"

namespace palpera::command {

// The score sheet of CLI.md.
nlohmann::ordered_json to_json(const pathway::ScoreSheet& sheet, const encounter::Encounter& encounter,
                               base::Language language);
// What newer guidelines made of the visit, of which `now` is the sheet: the lines that differ between the two.
nlohmann::ordered_json to_json(const pathway::Revision& revision, const pathway::ScoreSheet& now,
                               base::Language language);
// The same facts for people.
void print(const pathway::ScoreSheet& sheet, const library::CaseFile& file, const encounter::Encounter& encounter,
           const present::Context& context, std::ostream& out, const pathway::Revision* revision = nullptr);

}  // namespace palpera::command
