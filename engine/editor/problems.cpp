#include "engine/editor/problems.h"

#include <algorithm>
#include <utility>

#include "engine/library/draft.h"
#include "engine/patient/patient.h"

namespace palpera::editor {
namespace {

using document::Node;
using document::Position;

bool before(const Position& a, int line, int column) { return std::pair(a.line, a.column) < std::pair(line, column); }

// Does a value that begins there, its key with it, hold the place?
bool holds(const Position& begin, const Node& value, int line, int column) {
    return !before({line, column, 0}, begin.line, begin.column) && !before(value.end, line, column);
}

void walk(const Node& node, int line, int column, document::Path& path) {
    for (const document::Entry& entry : node.entries) {
        if (!holds(entry.place, entry.value, line, column)) continue;
        path.emplace_back(entry.key);
        return walk(entry.value, line, column, path);
    }
    for (std::size_t i = 0; i < node.items.size(); ++i) {
        if (!holds(node.items[i].begin, node.items[i], line, column)) continue;
        path.emplace_back(i);
        return walk(node.items[i], line, column, path);
    }
}

}  // namespace

document::Path path_at(const document::Document& document, int line, int column) {
    document::Path path;
    walk(document.root, line, column, path);
    return path;
}

std::vector<Problem> problems(const OpenCase& open, const library::Library& library) {
    std::vector<std::pair<std::string, std::string>> texts;
    for (const OpenFile& file : open.files()) texts.emplace_back((open.folder() / file.name).string(), file.bytes);
    base::Diagnostics diagnostics;
    const std::optional<library::CaseFile> read = library::read_draft(open.folder(), texts, library, diagnostics);
    if (read) patient::compose_every_variant(library, *read, diagnostics);
    std::vector<Problem> result;
    for (base::Diagnostic& complaint : diagnostics.sorted()) {
        Problem problem{complaint, 0, {}};
        problem.file = open.file_named(std::filesystem::path(complaint.file).filename().string()).value_or(0);
        const OpenFile& file = open.files()[problem.file];
        if (file.document && complaint.line > 0)
            problem.field = path_at(*file.document, complaint.line, complaint.column);
        problem.complaint.file = file.name;
        result.push_back(std::move(problem));
    }
    std::stable_partition(result.begin(), result.end(),
                          [](const Problem& problem) { return problem.complaint.severity == base::Severity::error; });
    return result;
}

}  // namespace palpera::editor
