#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "engine/base/language.h"
#include "engine/base/result.h"

namespace palpera::store {

// Where Palpera keeps what is the user's: XDG_CONFIG_HOME, XDG_DATA_HOME, XDG_CACHE_HOME or their defaults below HOME.
struct UserFolders {
    std::filesystem::path config, data, cache;  // each ends in "palpera"
    // Where a journal goes on when the disk under it fails: a folder of this user alone, below TMPDIR or else /var/tmp.
    std::filesystem::path second = {};
    // Where the user keeps documents: what the desktop calls so (user-dirs.dirs), else HOME.
    std::filesystem::path documents = {};
};
// From the environment given (so that tests need not change theirs).
UserFolders user_folders(const std::map<std::string, std::string>& environment);

struct Settings {
    std::string language;  // "sv", "nb", "en"; empty: the desktop's
    bool dark = false;
    int text_percent = 100;  // 100 to 200
    bool sound = true;
    bool captions = true;
    bool reduce_motion = false;
    std::string name;  // how the student wants to be greeted; may be empty
};

// One finished visit.
struct Attempt {
    std::string case_id;
    std::uint64_t seed = 0;
    std::int64_t finished = 0;  // seconds since 1970
    std::int64_t millipoints = 0;
    bool passed = false;
    bool branched = false;  // began from a rewound visit: never the best score
    std::string journal;    // file name below journals()
    std::vector<std::int64_t>
        domains;  // per mille of each domain, in the order of library::Domain; -1: nothing expected
};

// An open visit.
struct OpenVisit {
    std::string case_id;
    std::uint64_t seed = 0;
    std::int64_t touched = 0;  // seconds since 1970
    bool branched = false;
    std::string journal;
};

struct Progress {
    std::vector<Attempt> attempts;  // in the order in which they were finished
    std::vector<OpenVisit> open;    // the last touched comes last
};

// Each file has a version and a checksum and is written whole or not at all. A file of an older version is read; one
// that is damaged, newer or cannot be read is put aside as NAME.unreadable (NAME.unreadable-2 and so on: nothing is
// written over), and defaults are given with a sentence about it.
template <class T>
struct Loaded {
    T value;
    std::string trouble;  // empty: none
};
Loaded<Settings> load_settings(const UserFolders& folders);
base::Outcome save_settings(const UserFolders& folders, const Settings& settings);
Loaded<Progress> load_progress(const UserFolders& folders);
base::Outcome save_progress(const UserFolders& folders, const Progress& progress);
// Makes a change in the progress as it is on the disk now, where another window may have added to it since it was read,
// and saves it. `progress` is what was read before (used where there is none on the disk) and becomes what is there
// now; where it cannot be saved, the change is in `progress` alone.
base::Outcome change_progress(const UserFolders& folders, Progress& progress,
                              const std::function<void(Progress&)>& change);

// Where journals of visits are kept.
std::filesystem::path journals(const UserFolders& folders);

}  // namespace palpera::store
