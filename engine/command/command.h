#pragma once

#include <filesystem>
#include <iosfwd>
#include <map>
#include <string>
#include <vector>

#include "engine/library/library.h"

namespace palpera::command {

// What a verb runs in: where the data lie, what the environment says, and the three streams.
struct Surroundings {
    library::Places places;
    std::filesystem::path text;   // assets/text
    std::filesystem::path fonts;  // that a PDF is written with
    std::filesystem::path model;  // that understands typed questions
    std::map<std::string, std::string> environment;
    std::istream& in;
    std::ostream& out;
    std::ostream& err;
};

// Runs one verb of CLI.md. 0: done, and what was checked holds; 1: done, but it falls short; 2: usage error or
// unreadable input.
int run(const std::vector<std::string>& arguments, const Surroundings& surroundings);

}  // namespace palpera::command
