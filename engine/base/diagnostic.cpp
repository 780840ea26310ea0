#include "engine/base/diagnostic.h"

#include <algorithm>
#include <tuple>

#include "engine/base/text.h"

namespace palpera::base {
namespace {

// A hostile file must not flood the terminal: so many bytes of a message, and of its hint, at the most.
constexpr std::size_t longest_message = 320, longest_hint = 192;

void cut(std::string& text, std::size_t most) {
    constexpr std::string_view sign = "...";
    if (text.size() <= most) return;
    std::size_t end = most - sign.size();
    while (end > 0 && (text[end] & 0xC0) == 0x80) --end;
    text.resize(end);
    text += sign;
}

}  // namespace

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
    cut(diagnostic.message, longest_message);
    cut(diagnostic.hint, longest_hint);
    if (++found->second <= most_per_file) {
        list_.push_back(std::move(diagnostic));
        return;
    }
    // Warnings make room for errors.
    if (diagnostic.severity != Severity::error) return;
    const auto warning = std::find_if(list_.rbegin(), list_.rend(), [&](const Diagnostic& kept) {
        return kept.file == diagnostic.file && kept.severity == Severity::warning;
    });
    if (warning != list_.rend()) *warning = std::move(diagnostic);
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
