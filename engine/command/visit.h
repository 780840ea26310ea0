#pragma once

#include <memory>
#include <optional>

#include "engine/command/verbs.h"
#include "engine/encounter/encounter.h"

namespace palpera::command {

// A visit that a journal recorded, in either form, carried out again.
struct Replayed {
    std::unique_ptr<patient::Patient> patient;  // the encounter refers to it
    encounter::Encounter encounter;
    library::GuidelineVersions guidelines;  // when it began; empty: the journal does not say
};
// Nothing comes back where the journal cannot be read or is of another case: `found` then says why.
std::optional<Replayed> replay_journal(const library::CaseFile& file, const std::string& journal, const Opened& opened,
                                       const Surroundings& surroundings, base::Diagnostics& found);

// The same with all that it is told from.
struct Visit {
    std::unique_ptr<Opened> opened;
    library::CaseFile file;
    Replayed replayed;
    base::Language language;

    const encounter::Encounter& encounter() const { return replayed.encounter; }
    present::Context context() const { return {opened->library, opened->words, language}; }
};
// Of the case and the journal that the options name. Nothing comes back where one of them cannot be read: it has been
// told then, and `code` is the exit code.
std::optional<Visit> replay_visit(const Options& options, const Surroundings& surroundings, int& code);

}  // namespace palpera::command
