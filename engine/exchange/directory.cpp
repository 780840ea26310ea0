#include "engine/exchange/directory.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

namespace palpera::exchange {
namespace {

constexpr const char* unreadable = "unreadable";

// PKWARE's APPNOTE 6.3, sections 4.3.6 to 4.3.16.
constexpr std::string_view first_entry("PK\3\4", 4), directory_end("PK\5\6", 4), wide_locator("PK\6\7", 4);
constexpr std::size_t directory_end_bytes = 22, wide_locator_bytes = 20, most_comment_bytes = 65'535;
// Names are short here; the rest is what zip programs write beside them, such as times and owners.
constexpr std::size_t most_directory_bytes = 256 * 1024;

std::uint32_t number(std::string_view bytes, std::size_t at, std::size_t size) {
    std::uint32_t value = 0;
    for (std::size_t i = size; i-- > 0;) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
    return value;
}

const char* looks_like(std::string_view bytes) {
    struct Kind {
        std::string_view begin;
        const char* name;
    };
    static constexpr std::array<Kind, 5> kinds{{{"Rar!", "a RAR archive"},
                                                {"7z\xBC\xAF", "a 7z archive"},
                                                {"\x1F\x8B", "a gzip archive"},
                                                {"%PDF", "a PDF"},
                                                {"palpera-journal", "a journal"}}};
    for (const Kind& kind : kinds) {
        if (bytes.starts_with(kind.begin)) return kind.name;
    }
    const std::size_t text = bytes.find_first_not_of("\xEF\xBB\xBF \t\r\n");
    return text != std::string_view::npos && bytes[text] == '<' ? "a web page" : nullptr;
}

ArchiveTrouble no_archive(std::string_view bytes) {
    const char* kind = looks_like(bytes);
    if (bytes.empty()) return {unreadable, "a case package (zip) was expected, the file is empty", "fetch it again"};
    if (!kind) return {unreadable, "a case package (zip) was expected", "make one with 'palpera export'"};
    const bool page = std::string_view(kind) == "a web page";
    return {unreadable, std::string("a case package (zip) was expected, it looks like ") + kind,
            page ? "fetch it again: a sign-in page may have come in its place" : "make one with 'palpera export'"};
}

}  // namespace

std::optional<ArchiveTrouble> trouble_with_archive(std::string_view bytes) {
    if (!bytes.starts_with(first_entry) && !bytes.starts_with(directory_end)) return no_archive(bytes);
    const std::size_t tail = bytes.size() - std::min(bytes.size(), directory_end_bytes + most_comment_bytes);
    const std::size_t end = bytes.find(directory_end, tail);
    if (end == std::string_view::npos || bytes.size() - end < directory_end_bytes) {
        return ArchiveTrouble{unreadable, "the package is cut off: its directory is missing", "fetch it again"};
    }
    if (bytes.find(directory_end, end + 1) != std::string_view::npos) {
        return ArchiveTrouble{unreadable, "the package has two directories", "zip the case folder again"};
    }
    if (end >= wide_locator_bytes && bytes.substr(end - wide_locator_bytes).starts_with(wide_locator)) {
        return ArchiveTrouble{unreadable, "the package has the form for archives above 4 GiB",
                              "zip the case folder alone"};
    }
    const std::uint32_t entries = number(bytes, end + 10, 2), directory = number(bytes, end + 12, 4);
    if (entries > most_entries) {
        return ArchiveTrouble{"package-size",
                              "the package has " + std::to_string(entries) + " entries, at most " +
                                  std::to_string(most_entries) + " were expected",
                              "zip one case folder alone"};
    }
    if (directory > most_directory_bytes) {
        return ArchiveTrouble{"package-size",
                              "the package's directory has " + std::to_string(directory / 1024) + " KiB, at most " +
                                  std::to_string(most_directory_bytes / 1024) + " KiB were expected",
                              "zip one case folder alone"};
    }
    return std::nullopt;
}

}  // namespace palpera::exchange
