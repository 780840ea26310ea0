#include "engine/app/surroundings.h"

#include <unistd.h>

extern char** environ;

namespace palpera::app {

namespace fs = std::filesystem;

fs::path share_folder() {
    std::error_code failed;
    const fs::path program = fs::read_symlink("/proc/self/exe", failed);
    for (fs::path folder = program.parent_path(); !folder.empty(); folder = folder.parent_path()) {
        if (fs::is_directory(folder / "share" / "palpera" / "cases", failed)) return folder / "share" / "palpera";
        if (folder == folder.parent_path()) break;
    }
    return {};
}

std::map<std::string, std::string> environment() {
    std::map<std::string, std::string> result;
    for (char** entry = environ; entry && *entry; ++entry) {
        const std::string line = *entry;
        const std::size_t sign = line.find('=');
        if (sign != std::string::npos) result[line.substr(0, sign)] = line.substr(sign + 1);
    }
    return result;
}

}  // namespace palpera::app
