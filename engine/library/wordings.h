#pragma once

#include <string>
#include <vector>

#include "engine/library/library.h"

namespace palpera::library {

// How questions may be put, and what may be typed that is none of them: what the understanding of typed words is
// trained and checked on. Playing does not need it, so that it is no part of the library.
struct WordingLine {
    std::string question;  // empty: none of them
    std::string courtesy;  // what it is where it is no question; empty: not even that
    std::string text;
    base::Language language = base::Language::sv;
    std::string file;  // where it stands
    int line = 0, column = 0;
};

// Of catalogue/phrasings.LANG.yaml and catalogue/out_of_scope.LANG.yaml, in the order in which they are written, after
// each language's questions as the catalogue asks them, which have no place of their own. What is in error is left out;
// a library of one's own may have none of these files.
std::vector<WordingLine> read_wordings(const Places& places, const Library& library, base::Diagnostics& diagnostics);

}  // namespace palpera::library
