#include "engine/exchange/entry_names.h"

#include <algorithm>
#include <array>
#include <vector>

#include "engine/base/language.h"
#include "engine/base/text.h"
#include "engine/document/document.h"
#include "engine/journal/journal.h"

namespace palpera::exchange {
namespace {

constexpr std::string_view yaml = ".yaml", journal_ending = ".journal";

// What lies between the beginning and the ending; empty where the name has another form.
std::string_view between(std::string_view name, std::string_view begin, std::string_view end) {
    if (name.size() <= begin.size() + end.size() || !name.starts_with(begin) || !name.ends_with(end)) return {};
    return name.substr(begin.size(), name.size() - begin.size() - end.size());
}

bool is_small_letter(char c) { return c >= 'a' && c <= 'z'; }
char small_letter(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// Windows opens a device for these names, whatever follows the first dot.
bool is_device(std::string_view part) {
    static constexpr std::array<std::string_view, 4> devices{"con", "prn", "aux", "nul"};
    std::string stem(part.substr(0, part.find('.')));
    std::transform(stem.begin(), stem.end(), stem.begin(), small_letter);
    while (stem.ends_with(' ')) stem.pop_back();
    if (std::find(devices.begin(), devices.end(), stem) != devices.end()) return true;
    const bool numbered = stem.starts_with("com") || stem.starts_with("lpt");
    return numbered && stem.size() == 4 && stem[3] >= '0' && stem[3] <= '9';
}

std::optional<NameTrouble> trouble_with_letters(std::string_view name) {
    const std::string within = "write it as FOLDER/FILE, with nothing that leads out of the folder";
    if (name.empty()) return NameTrouble{"it has no name", "zip the case folder again"};
    if (name.size() > most_name_bytes) {
        return NameTrouble{"its name is " + std::to_string(name.size()) + " bytes long, at most " +
                               std::to_string(most_name_bytes) + " were expected",
                           "give it a shorter name"};
    }
    if (std::any_of(name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) < 32 || c == 127; })) {
        return NameTrouble{"its name holds a control character", "give it a plain name"};
    }
    if (name.find('\\') != std::string_view::npos) {
        return NameTrouble{"its name holds a backslash, / was expected between folder and file", within};
    }
    const bool drive = name.size() > 1 && name[1] == ':' && is_small_letter(small_letter(name[0]));
    if (name[0] == '/' || name[0] == '~' || drive) {
        return NameTrouble{"its path is absolute, a path within the case folder was expected", within};
    }
    return std::nullopt;
}

std::optional<NameTrouble> trouble_with_parts(const std::vector<std::string_view>& parts) {
    for (const std::string_view part : parts) {
        if (part == ".." || part == ".") {
            return NameTrouble{"its path leads out of the case folder", "write it as FOLDER/FILE, without .. and ."};
        }
        if (is_device(part)) {
            return NameTrouble{base::quoted(part) + " is the name of a device on Windows", "give it another name"};
        }
    }
    return std::nullopt;
}

}  // namespace

bool is_case_file(std::string_view name) {
    if (name == "case.yaml") return true;
    return base::language_of(between(name, "case.", yaml)) || base::is_id(between(name, "", journal_ending));
}

std::size_t most_bytes_of(std::string_view case_file) {
    return case_file.ends_with(journal_ending) ? journal::most_file_bytes : document::case_limits.bytes;
}

std::optional<NameTrouble> trouble_with_entry_name(std::string_view name) {
    if (auto trouble = trouble_with_letters(name)) return trouble;
    const std::vector<std::string_view> parts = base::split(name, '/');
    if (auto trouble = trouble_with_parts(parts)) return trouble;
    if (parts.size() == 1) {
        return NameTrouble{"it lies in no folder, one case folder was expected",
                           "zip the case folder itself, not the files in it"};
    }
    if (!base::is_id(parts[0])) {
        return NameTrouble{"its folder " + base::quoted(parts[0]) + " is not named by the id of a case",
                           "small letters, digits, - and _, 1 to 64, a letter first"};
    }
    const bool folder_alone = parts.size() == 2 && parts[1].empty();
    if (folder_alone || (parts.size() == 2 && is_case_file(parts[1]))) return std::nullopt;
    return NameTrouble{"it is no file of a case: case.yaml, case.LANG.yaml (sv, nb, en) or NAME.journal was expected",
                       "leave it out, or make the package with 'palpera export'"};
}

}  // namespace palpera::exchange
