#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "engine/library/library.h"

namespace palpera::student {

struct StudentOptions {
    library::Places places;
    std::filesystem::path assets;  // with text/ and sound/
    std::filesystem::path fonts;
    std::filesystem::path model;  // that understands typed questions
    std::map<std::string, std::string> environment;
};

// Opens the window and runs the application until it is closed. 0: closed by the student; 2: it could not begin, and
// standard error says why and what to do.
int run_student(const StudentOptions& options);

}  // namespace palpera::student
