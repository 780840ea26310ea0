#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/command/command.h"
#include "engine/patient/patient.h"
#include "engine/present/context.h"

namespace palpera::command {

// What every verb takes.
struct Options {
    bool json = false;
    std::string language;  // as given; empty: the desktop's, else the case's
    std::string library;   // another library root
    std::uint64_t seed = 0;
    bool author = false;             // list
    bool strict = false;             // play
    std::string journal;             // play, score
    std::vector<std::string> since;  // score: ID=VERSION
    std::size_t students = 0;        // simulate
    std::size_t threads = 2;         // prove
    std::string policy;              // simulate; empty: all
    std::vector<std::string> names;  // a case, or paths
};

int list(const Options& options, const Surroundings& surroundings);
int play(const Options& options, const Surroundings& surroundings);
int score(const Options& options, const Surroundings& surroundings);
int debrief(const Options& options, const Surroundings& surroundings);
int prove(const Options& options, const Surroundings& surroundings);
int simulate(const Options& options, const Surroundings& surroundings);
int check(const Options& options, const Surroundings& surroundings);
int schema(const Options& options, const Surroundings& surroundings);
int export_case(const Options& options, const Surroundings& surroundings);
int import_case(const Options& options, const Surroundings& surroundings);
int examine(const Options& options, const Surroundings& surroundings);
int align(const Options& options, const Surroundings& surroundings);
int ask(const Options& options, const Surroundings& surroundings);
int coverage(const Options& options, const Surroundings& surroundings);

// A library that has been read for one verb, with the words of the interface.
struct Opened {
    library::Library library;
    present::Words words;
    base::Diagnostics diagnostics;
    bool unreadable = false;  // there is no such library
};
Opened open_library(const Options& options, const Surroundings& surroundings);
// The case by its id, or from a folder anywhere. Nothing comes back where `found` holds an error of it.
std::optional<library::CaseFile> find_case(const std::string& name, const Opened& opened, base::Diagnostics& found);
// Every diagnostic for people, one a line.
void tell(const base::Diagnostics& found, std::ostream& err);
// What cannot be read at all: for people on `err`, with --json as one document on `out` also. The exit code, 2.
int unreadable(const base::Diagnostics& found, const Options& options, const Surroundings& surroundings);
int unreadable(const base::Error& error, const Options& options, const Surroundings& surroundings);
// What cannot be read, as a diagnostic: its place may be FILE:LINE:COLUMN.
base::Diagnostic diagnostic_of(const base::Error& error);
base::Language language_for(const Options& options, const Surroundings& surroundings, base::Language otherwise);

// The next line, of which no more than most_line_bytes + 1 bytes are taken: an endless one must not fill the memory.
inline constexpr std::size_t most_line_bytes = 1u << 20;
bool read_line(std::istream& in, std::string& line);

// What is wrong with the ids an action names, whichever the patient; empty: nothing.
std::string trouble_with(const library::Library& library, const library::Action& action);

}  // namespace palpera::command
