#include "engine/store/user.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <ctime>
#include <optional>
#include <system_error>

#include "engine/base/file.h"
#include "engine/base/text.h"
#include "engine/store/archive.h"

namespace palpera::store {
namespace {

constexpr const char* settings_file = "settings.bin";
constexpr const char* progress_file = "progress.bin";

// The specification of the base directories: a relative path counts as none.
std::filesystem::path folder_of(const std::map<std::string, std::string>& environment, const std::string& variable,
                                const std::filesystem::path& below_home) {
    const auto set = environment.find(variable);
    if (set != environment.end() && std::filesystem::path(set->second).is_absolute()) {
        return std::filesystem::path(set->second) / "palpera";
    }
    const auto home = environment.find("HOME");
    const bool has_home = home != environment.end() && !home->second.empty();
    return (has_home ? std::filesystem::path(home->second) / below_home : below_home) / "palpera";
}

std::filesystem::path second_folder(const std::map<std::string, std::string>& environment) {
    const auto set = environment.find("TMPDIR");
    const bool is_set = set != environment.end() && std::filesystem::path(set->second).is_absolute();
    return std::filesystem::path(is_set ? set->second : "/var/tmp") / ("palpera-" + std::to_string(::getuid()));
}

// Of lines like XDG_DOCUMENTS_DIR="$HOME/Dokument"; empty where the file has none.
std::filesystem::path desktops_documents(const std::filesystem::path& file, const std::filesystem::path& home) {
    constexpr std::string_view begins = "XDG_DOCUMENTS_DIR=\"", at_home = "$HOME/";
    const base::Result<std::string> text = base::read_file(file, 65'536);
    if (!text) return {};
    for (std::string_view line : base::split(*text, '\n')) {
        if (!line.starts_with(begins)) continue;
        line.remove_prefix(begins.size());
        const std::string_view place = line.substr(0, line.find('"'));
        if (place.starts_with(at_home)) return home / place.substr(at_home.size());
        if (place.starts_with('/')) return place;
    }
    return {};
}

std::filesystem::path documents_folder(const std::map<std::string, std::string>& environment) {
    const auto set = environment.find("HOME");
    const std::filesystem::path home(set == environment.end() ? std::string() : set->second);
    const std::filesystem::path settings = folder_of(environment, "XDG_CONFIG_HOME", ".config").parent_path();
    const std::filesystem::path documents = desktops_documents(settings / "user-dirs.dirs", home);
    return documents.empty() ? home : documents;
}

// Under a name that is free: what was put aside before stays.
std::string put_aside(const std::filesystem::path& file) {
    std::error_code failed;
    std::filesystem::path aside = file.string() + ".unreadable";
    for (int n = 2; std::filesystem::exists(aside, failed); ++n) {
        aside = file.string() + ".unreadable-" + std::to_string(n);
    }
    std::filesystem::rename(file, aside, failed);
    if (failed) return "it stays where it is: " + failed.message();
    return "it was kept as " + aside.string();
}

template <class Of>
Loaded<Of> load(const std::filesystem::path& file, base::Result<Of> (*unpack)(std::string_view)) {
    std::error_code failed;
    if (!std::filesystem::exists(file, failed)) return {};
    const base::Result<std::string> bytes = base::read_file(file, most_file_bytes);
    if (!bytes) {
        // It may be well tomorrow (rights, a bad disk), but not once it has been written over.
        const bool is_file = std::filesystem::is_regular_file(file, failed);
        return {{}, bytes.error().message() + (is_file ? "; " + put_aside(file) : "")};
    }
    base::Result<Of> value = unpack(*bytes);
    if (!value) return {{}, file.string() + ": " + value.error().message() + "; " + put_aside(file)};
    return {std::move(*value), ""};
}

// Held while the progress is read, changed and written, so that two windows do not undo each other's work. A window
// that hangs while it holds it is waited for no longer than a second: then the change is more than the order.
class ChangeLock {
public:
    explicit ChangeLock(const std::filesystem::path& file)
        : descriptor_(::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600)) {
        constexpr timespec pause{0, 10'000'000};
        for (int tries = 0; descriptor_ >= 0 && tries < 100 && ::flock(descriptor_, LOCK_EX | LOCK_NB) != 0; ++tries) {
            ::nanosleep(&pause, nullptr);
        }
    }
    ~ChangeLock() {
        if (descriptor_ >= 0) ::close(descriptor_);
    }
    ChangeLock(const ChangeLock&) = delete;
    ChangeLock& operator=(const ChangeLock&) = delete;

private:
    int descriptor_;
};

}  // namespace

UserFolders user_folders(const std::map<std::string, std::string>& environment) {
    return {folder_of(environment, "XDG_CONFIG_HOME", ".config"),
            folder_of(environment, "XDG_DATA_HOME", std::filesystem::path(".local") / "share"),
            folder_of(environment, "XDG_CACHE_HOME", ".cache"), second_folder(environment),
            documents_folder(environment)};
}

Loaded<Settings> load_settings(const UserFolders& folders) {
    Loaded<Settings> loaded = load<Settings>(folders.config / settings_file, unpack_settings);
    loaded.value.text_percent = std::clamp(loaded.value.text_percent, 100, 200);
    return loaded;
}

base::Outcome save_settings(const UserFolders& folders, const Settings& settings) {
    return base::write_file(folders.config / settings_file, pack(settings));
}

Loaded<Progress> load_progress(const UserFolders& folders) {
    return load<Progress>(folders.data / progress_file, unpack_progress);
}

base::Outcome save_progress(const UserFolders& folders, const Progress& progress) {
    return base::write_file(folders.data / progress_file, pack(progress));
}

base::Outcome change_progress(const UserFolders& folders, Progress& progress,
                              const std::function<void(Progress&)>& change) {
    const base::Outcome folder = base::make_folder(folders.data);
    const ChangeLock lock(folders.data / "progress.lock");
    const base::Result<std::string> bytes = base::read_file(folders.data / progress_file, most_file_bytes);
    base::Result<Progress> now = bytes ? unpack_progress(*bytes) : bytes.error();
    if (now) progress = std::move(*now);
    change(progress);
    if (!folder) return folder;
    return save_progress(folders, progress);
}

std::filesystem::path journals(const UserFolders& folders) { return folders.data / "journals"; }

}  // namespace palpera::store
