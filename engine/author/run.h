#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "engine/library/library.h"

namespace palpera::author {

struct AuthorOptions {
    library::Places places;
    std::filesystem::path assets;  // with text/
    std::filesystem::path fonts;
    std::map<std::string, std::string> environment;
};

// Opens the editor's window and runs it until it is closed. 0: closed by the author; 2: it could not begin, and
// standard error says why and what to do.
int run_author(const AuthorOptions& options);

}  // namespace palpera::author
