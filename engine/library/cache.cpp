#include "engine/library/cache.h"

#include <algorithm>
#include <chrono>
#include <exception>
#include <optional>
#include <sstream>
#include <system_error>

#include "engine/base/digest.h"
#include "engine/base/file.h"
#include "engine/base/sealed.h"
#include "engine/library/archive_library.h"

namespace palpera::base {
template <class Archive>
void serialize(Archive& archive, Diagnostic& diagnostic) {
    auto& [file, line, column, severity, rule, message, hint] = diagnostic;
    archive(file, line, column, severity, rule, message, hint);
}
}  // namespace palpera::base

namespace palpera::library {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kind = "palpera-library-5\n";
constexpr std::size_t most_bytes = 64 * 1024 * 1024;
constexpr std::size_t most_files = 100'000;

void stamp(const fs::path& file, base::CanonicalWriter& writer) {
    std::error_code failed;
    const auto size = fs::file_size(file, failed);
    const auto changed = fs::last_write_time(file, failed);
    writer.text(file.string()).number(failed ? 0 : static_cast<std::uint64_t>(size));
    writer.signed_number(
        failed ? 0 : std::chrono::duration_cast<std::chrono::nanoseconds>(changed.time_since_epoch()).count());
}

std::vector<fs::path> files_below(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code failed;
    for (fs::recursive_directory_iterator entry(folder, failed), end; !failed && entry != end;
         entry.increment(failed)) {
        if (entry->path().extension() == ".yaml") files.push_back(entry->path());
        if (files.size() > most_files) break;
    }
    std::sort(files.begin(), files.end());
    return files;
}

// What a compiled library was made from: every file that readers open, and the program itself, since another one may
// read the same files otherwise.
base::Digest made_from(const Places& places) {
    base::CanonicalWriter writer;
    std::error_code failed;
    stamp(fs::read_symlink("/proc/self/exe", failed), writer);
    for (const fs::path& folder : {places.cases, places.anatomy, places.radiographs()}) {
        writer.text(folder.string());
        for (const fs::path& file : files_below(folder)) stamp(file, writer);
    }
    return base::digest(writer.bytes());
}

struct Compiled {
    Library library;
    std::vector<base::Diagnostic> warnings;
};

std::string written(const Library& library, const std::vector<base::Diagnostic>& warnings, const base::Digest& from) {
    std::ostringstream stream;
    stream << from.hex();
    {
        cereal::PortableBinaryOutputArchive archive(stream,
                                                    cereal::PortableBinaryOutputArchive::Options::LittleEndian());
        archive(library, warnings);
    }
    return std::move(stream).str();
}

// Nothing for whatever is not exactly what this user's Palpera compiled from those files: cereal, which takes memory
// for any count that it reads, sees nothing else.
std::optional<Compiled> read_compiled(const fs::path& file, const base::Key& key, const base::Digest& from) {
    const base::Result<std::string> bytes = base::read_file(file, most_bytes);
    if (!bytes) return std::nullopt;
    const std::optional<std::string_view> content = base::unsealed(key, kind, *bytes);
    const std::string made_from = from.hex();
    if (!content || !content->starts_with(made_from)) return std::nullopt;
    try {
        std::istringstream stream{std::string(content->substr(made_from.size()))};
        cereal::PortableBinaryInputArchive archive(stream);
        Compiled compiled;
        archive(compiled.library, compiled.warnings);
        return compiled;
    } catch (const std::exception&) {
        return std::nullopt;
    }
}

}  // namespace

CachedLibrary read_library_cached(const Places& places, const fs::path& cache, base::Diagnostics& diagnostics) {
    const fs::path file = cache / "library.bin";
    const base::Digest from = made_from(places);
    const base::Result<base::Key> key = base::key_in(cache / "library.key");
    std::optional<Compiled> kept = key ? read_compiled(file, *key, from) : std::nullopt;
    if (kept) {
        for (base::Diagnostic& warning : kept->warnings) diagnostics.add(std::move(warning));
        return {std::move(kept->library), true};
    }
    base::Diagnostics own;
    CachedLibrary fresh{read_library(places, own), false};
    // Without a cache everything works, only slower: not being able to write one is no trouble worth a word.
    if (key && own.errors() == 0) {
        static_cast<void>(base::write_file(file, base::sealed(*key, kind, written(fresh.library, own.all(), from))));
    }
    for (const base::Diagnostic& complaint : own.all()) diagnostics.add(complaint);
    return fresh;
}

}  // namespace palpera::library
