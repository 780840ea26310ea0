#pragma once

#include <string>
#include <vector>

namespace palpera::architecture {

// The rooms from top to bottom: each uses only those before it. The same order as the table in docs/architecture.md.
const std::vector<std::string>& rooms_in_order();

// A text file of the source tree; `path` from its root, such as "engine/base/text.h".
struct SourceFile {
    std::string path;
    std::string text;
};

// Every text file that is kept in the repository's folders, sorted by path. What builds leave behind is passed over.
std::vector<SourceFile> source_tree();
bool is_cpp(const SourceFile& file);

struct Include {
    int line = 0;
    bool quoted = false;  // "engine/..." and not <vector>
    std::string name;
};
std::vector<Include> includes_of(const SourceFile& file);

// "engine/base/text.h" lies in "base"; nothing ("") for what is no room.
std::string room_of(const std::string& path);

// What the architecture says against an include; empty where it may stand.
std::string complaint(const std::string& file, const Include& include);

}  // namespace palpera::architecture
