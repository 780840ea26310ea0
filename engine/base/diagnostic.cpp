#include "engine/base/diagnostic.h"

#include <algorithm>
#include <tuple>

#include "engine/base/text.h"

namespace palpera::base {

std::string format(const Diagnostic& diagnostic) {
    std::string text = printable(diagnostic.file);
    if (diagnostic.line > 0) {
        text += ":" + std::to_string(diagnostic.line) + ":" + std::to_string(diagnostic.column);
    }
    text += diagnostic.severity == Severity::error ? ": error: " : ": warning: ";
    text += diagnostic.message;
    if (!diagnostic.hint.empty()) text += " - " + diagnostic.hint;
    return text + " [" + diagnostic.rule + "]";
}

void Diagnostics::add(Diagnostic diagnostic) {
    ++(diagnostic.severity == Severity::error ? errors_ : warnings_);
    auto found = std::find_if(per_file_.begin(), per_file_.end(),
                              [&](const auto& entry) { return entry.first == diagnostic.file; });
    if (found == per_file_.end()) found = per_file_.insert(found, {diagnostic.file, 0});
    if (++found->second <= most_per_file) list_.push_back(std::move(diagnostic));
}

std::vector<Diagnostic> Diagnostics::sorted() const {
    std::vector<Diagnostic> result = list_;
    std::stable_sort(result.begin(), result.end(), [](const Diagnostic& a, const Diagnostic& b) {
        return std::tie(a.file, a.line, a.column, a.rule, a.message) <
               std::tie(b.file, b.line, b.column, b.rule, b.message);
    });
    for (const auto& [file, count] : per_file_) {
        if (count <= most_per_file) continue;
        auto last = std::find_if(result.rbegin(), result.rend(),
                                 [&name = file](const Diagnostic& d) { return d.file == name; });
        result.insert(last.base(), {file, 0, 0, Severity::error, "too-many-complaints",
                                    std::to_string(count - most_per_file) + " more", ""});
    }
    return result;
}

}  // namespace palpera::base
