#include "tests/architecture/source_tree.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

namespace palpera::architecture {
namespace {

namespace fs = std::filesystem;

bool begins_with_any(const std::string& text, const std::vector<std::string>& beginnings) {
    return std::any_of(beginnings.begin(), beginnings.end(),
                       [&](const std::string& beginning) { return text.starts_with(beginning); });
}

bool is_left_by_a_tool(const fs::path& path) {
    static const std::set<std::string> names{".git", "build", "__pycache__", ".vscode", ".idea", ".cache"};
    return names.contains(path.filename().string());
}

bool is_binary(const std::string& bytes) { return bytes.find('\0') != std::string::npos; }

std::size_t place(const std::string& room) {
    const auto& rooms = rooms_in_order();
    return static_cast<std::size_t>(std::find(rooms.begin(), rooms.end(), room) - rooms.begin());
}

struct Library {
    std::regex header;
    std::vector<std::string> users;  // beginnings of the paths that may include it
};

// The libraries that need a display or a sound card, and the only folders that may know them.
const std::vector<Library>& shell_libraries() {
    static const std::vector<std::string> panels{"engine/ui/",
                                                 "engine/student/",
                                                 "engine/examiner/",
                                                 "engine/app/",
                                                 "engine/author/",
                                                 "tests/ui/",
                                                 "tests/app/",
                                                 "tests/student/",
                                                 "tests/examiner/",
                                                 "tests/author/",
                                                 "tests/bench/screens_bench.cpp"};
    static const std::vector<Library> libraries{
        {std::regex("imgui.*"), panels},
        {std::regex("stb/.*|stb_.*"), {"engine/image/", "tests/ui/"}},
        {std::regex("GLFW/.*|GL/.*|GLES.*"),
         {"engine/ui/", "engine/app/", "tests/ui/", "tests/bench/window/"}},
        {std::regex("SDL2?/.*|SDL.*"), {"engine/audio/"}},
    };
    return libraries;
}

}  // namespace

const std::vector<std::string>& rooms_in_order() {
    static const std::vector<std::string> rooms{
        "base",    "document",  "image",     "script",  "anatomy", "body",       "library",  "patient", "dialogue",
        "journal", "encounter", "reasoning", "pathway", "proof",   "statistics", "store",    "exam",    "hall",
        "present", "exchange",  "editor",    "command", "audio",   "ui",   "student",    "author",   "examiner", "app"};
    return rooms;
}

std::vector<SourceFile> source_tree() {
    std::vector<SourceFile> files;
    const fs::path root = PALPERA_SOURCE_DIR;
    for (auto entry = fs::recursive_directory_iterator(root); entry != fs::recursive_directory_iterator(); ++entry) {
        if (is_left_by_a_tool(entry->path())) {
            entry.disable_recursion_pending();
        } else if (entry->is_regular_file() && !entry->is_symlink()) {
            std::ifstream stream(entry->path(), std::ios::binary);
            std::ostringstream text;
            text << stream.rdbuf();
            if (!is_binary(text.str())) files.push_back({fs::relative(entry->path(), root).string(), text.str()});
        }
    }
    std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
    return files;
}

bool is_cpp(const SourceFile& file) { return file.path.ends_with(".h") || file.path.ends_with(".cpp"); }

std::vector<Include> includes_of(const SourceFile& file) {
    static const std::regex pattern(R"(^\s*#\s*include\s*([<"])([^>"]+)[>"].*)");
    std::vector<Include> includes;
    std::istringstream lines(file.text);
    std::string line;
    for (int number = 1; std::getline(lines, line); ++number) {
        std::smatch found;
        if (line.find('#') != std::string::npos && std::regex_match(line, found, pattern)) {
            includes.push_back({number, found[1] == "\"", found[2]});
        }
    }
    return includes;
}

std::string room_of(const std::string& path) {
    static const std::regex pattern("engine/([^/]+)/.*");
    std::smatch found;
    if (!std::regex_match(path, found, pattern)) return "";
    return found[1].str();
}

std::string complaint(const std::string& file, const Include& include) {
    for (const Library& library : shell_libraries()) {
        if (std::regex_match(include.name, library.header) && !begins_with_any(file, library.users)) {
            return "the display and the sound are not for this folder to know";
        }
    }
    if (!include.quoted) return "";
    const std::string from = room_of(file);
    const std::string to = room_of(include.name);
    const bool exists = fs::exists(fs::path(PALPERA_SOURCE_DIR) / include.name);
    if (!exists && to.empty()) return "no file of that name, seen from the root of the tree";
    if (from.empty()) return "";
    if (to.empty()) return "a room includes other rooms only";
    if (from == "encounter" && to == "dialogue") return "the encounter never asks dialogue";
    if (from != to && place(to) >= place(from)) return to + " does not lie above " + from;
    return "";
}

}  // namespace palpera::architecture
