#pragma once

#include <memory>
#include <optional>

#include "engine/command/verbs.h"
#include "engine/encounter/encounter.h"

namespace palpera::command {

// A visit that a journal recorded, in either form, carried out again.
struct Visit {
    std::unique_ptr<Opened> opened;
    library::CaseFile file;
    std::unique_ptr<patient::Patient> patient;  // the encounter refers to it
    encounter::Encounter encounter;
    base::Language language;

    present::Context context() const { return {opened->library, opened->words, language}; }
};
// Of the case and the journal that the options name. Nothing comes back where one of them cannot be read: it has been
// told then, and `code` is the exit code.
std::optional<Visit> replay_visit(const Options& options, const Surroundings& surroundings, int& code);

}  // namespace palpera::command
