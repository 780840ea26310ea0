#include "engine/encounter/journal_place.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>

#include "engine/base/file.h"
#include "engine/journal/journal.h"

namespace palpera::encounter {
namespace {

namespace fs = std::filesystem;

bool is_own_folder(const fs::path& folder) {
    struct stat status {};
    return ::lstat(folder.c_str(), &status) == 0 && S_ISDIR(status.st_mode) && status.st_uid == ::geteuid();
}

// The last record of the first place may be one that its disk did not confirm: another may stand for it in the second.
// A copy that was cut short holds less.
bool goes_on_from(const journal::Contents& first, const journal::Contents& second) {
    const std::size_t sure = first.records.empty() ? 0 : first.records.size() - 1;
    return first.header == second.header && second.records.size() >= first.records.size() &&
           std::equal(first.records.begin(), first.records.begin() + static_cast<std::ptrdiff_t>(sure),
                      second.records.begin());
}

}  // namespace

fs::path second_place(const fs::path& file, const fs::path& second) {
    std::error_code failed;
    const fs::path whole = fs::absolute(file, failed).lexically_normal();
    const std::string mark = base::digest(whole.string()).hex().substr(0, 8);
    return second / (file.stem().string() + "-" + mark + file.extension().string());
}

fs::path place_of(const fs::path& file, const fs::path& second) {
    if (second.empty() || !is_own_folder(second)) return file;
    const fs::path other = second_place(file, second);
    const base::Result<journal::Contents> there = journal::read_file(other);
    if (!there || there->header.empty()) return file;
    const base::Result<journal::Contents> here = journal::read_file(file);
    return !here || here->header.empty() || goes_on_from(*here, *there) ? other : file;
}

base::Outcome make_own_folder(const fs::path& folder) {
    const base::Outcome made = base::make_folder(folder);
    if (!made) return made;
    if (is_own_folder(folder) && ::chmod(folder.c_str(), 0700) == 0) return base::Done{};
    return base::Error{folder.string(), "the folder is somebody else's",
                       "remove it, or set TMPDIR to a folder of yours"};
}

}  // namespace palpera::encounter
