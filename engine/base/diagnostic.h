#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace palpera::base {

enum class Severity { warning, error };

// One complaint about a file, in the form of CLI.md:
// FILE:LINE:COLUMN: error|warning: MESSAGE [rule-id]
struct Diagnostic {
    std::string file;
    int line = 0;    // from 1; 0 where the file as a whole is meant
    int column = 0;  // from 1, in characters
    Severity severity = Severity::error;
    std::string rule;     // stable id of the rule that was broken, such as "unknown-key"
    std::string message;  // what was expected and what was found
    std::string hint;     // how to mend it; may be empty

    friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

// "FILE:LINE:COLUMN: error: MESSAGE [rule-id]", with the hint after a dash.
std::string format(const Diagnostic& diagnostic);

// Where readers put what they find. Keeps at most `most_per_file` a file and counts the rest.
class Diagnostics {
public:
    static constexpr std::size_t most_per_file = 100;

    void add(Diagnostic diagnostic);
    const std::vector<Diagnostic>& all() const { return list_; }
    std::size_t errors() const { return errors_; }
    std::size_t warnings() const { return warnings_; }
    // Sorted by file, line, column; the order in which readers ran does not show. Where complaints were
    // dropped, the last one of a file says how many more there were.
    std::vector<Diagnostic> sorted() const;

private:
    std::vector<Diagnostic> list_;
    std::vector<std::pair<std::string, std::size_t>> per_file_;
    std::size_t errors_ = 0;
    std::size_t warnings_ = 0;
};

}  // namespace palpera::base
