#include "engine/document/document.h"

#include <algorithm>
#include <utility>

#include "engine/base/file.h"
#include "engine/document/characters.h"
#include "engine/document/parser.h"

namespace palpera::document {
namespace {

// A link may point elsewhere in its folder, never out of it: a case is untrusted. Empty where all is well.
std::string trouble_with_link(const std::filesystem::path& file) {
    std::error_code failed;
    if (!std::filesystem::is_symlink(std::filesystem::symlink_status(file, failed))) return "";
    const std::filesystem::path folder =
        std::filesystem::canonical(file.has_parent_path() ? file.parent_path() : ".", failed);
    if (failed) return "the link's folder cannot be found";
    const std::filesystem::path target = std::filesystem::canonical(file, failed);
    if (failed) return "the link leads nowhere";
    const std::filesystem::path inside = target.lexically_relative(folder);
    return inside.empty() || *inside.begin() == ".." ? "the link leads out of its folder" : "";
}

}  // namespace

const Node* Node::find(std::string_view key) const {
    const auto found =
        std::find_if(entries.begin(), entries.end(), [&](const Entry& entry) { return entry.key == key; });
    return found == entries.end() ? nullptr : &found->value;
}

std::optional<Document> parse(std::string name, std::string bytes, const Limits& limits,
                              base::Diagnostics& diagnostics) {
    if (bytes.size() > limits.bytes) {
        diagnostics.add({name, 0, 0, base::Severity::error, "too-large",
                         "the file is over " + std::to_string(limits.bytes / 1024) + " KiB", "split the file"});
        return std::nullopt;
    }
    if (!is_readable(name, bytes, diagnostics)) return std::nullopt;
    Document document{std::move(name), std::move(bytes), {}};
    if (!read_root(document.name, document.bytes, limits, document.root, diagnostics)) return std::nullopt;
    return document;
}

std::optional<Document> read(const std::filesystem::path& file, std::string name, const Limits& limits,
                             base::Diagnostics& diagnostics) {
    const auto complain = [&](std::string rule, std::string message, std::string hint) {
        diagnostics.add({name, 0, 0, base::Severity::error, std::move(rule), std::move(message), std::move(hint)});
        return std::nullopt;
    };
    const std::string link = trouble_with_link(file);
    if (!link.empty()) return complain("link", link, "put the file itself in the folder");
    base::Result<std::string> bytes = base::read_file(file, limits.bytes);
    if (!bytes) return complain("unreadable", bytes.error().what, bytes.error().hint);
    return parse(std::move(name), *std::move(bytes), limits, diagnostics);
}

}  // namespace palpera::document
