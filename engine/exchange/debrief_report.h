#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/result.h"
#include "engine/present/debrief.h"

namespace palpera::exchange {

// What a report of a debrief is made from. The same input gives the same bytes, on every machine with the same fonts
// and libraries: no clock, no locale.
struct DebriefReport {
    const present::Context& context;
    const present::Debrief& debrief;
    const std::vector<present::JournalLine>& journal;
    std::string case_title;
};

// Plain text in UTF-8, at most 80 characters a line.
std::string debrief_text(const DebriefReport& report);

// A4 pages with their numbers; `fonts` holds Inter-Regular.otf and Inter-SemiBold.otf, of which the glyphs that are
// used are embedded. An error: the fonts cannot be read.
base::Result<std::string> debrief_pdf(const DebriefReport& report, const std::filesystem::path& fonts);

// Writes NAME.ENDING in the folder, NAME-2.ENDING where that is there already: nothing is written over. Gives the
// place.
base::Result<std::filesystem::path> save_anew(const std::filesystem::path& folder, const std::string& name,
                                              std::string_view ending, std::string_view bytes);

}  // namespace palpera::exchange
