#pragma once

#include <string>
#include <vector>

namespace palpera::hostile {

// One file that somebody may put before the reader of cases, and what an author is to be told of it.
struct Row {
    std::string name;  // letters and digits only
    std::string bytes;
    std::string rule;  // of the diagnostic wanted; empty: the file is accepted
    int line = 0;      // where; 0: the file as a whole
};

// Files that are no readable document, whatever the reader behind it looks for. Those that are accepted are whole
// documents, but no cases.
std::vector<Row> documents();

// Conditions that are refused; the line is not used.
std::vector<Row> conditions();

// `sound` is a case; its events become one whose condition is that text.
std::string case_with_condition(const std::string& sound, const std::string& condition);

}  // namespace palpera::hostile
