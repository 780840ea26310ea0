#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <fstream>

#include "engine/journal/journal.h"

namespace palpera::journal {
namespace {

// "fe:00:10954319", as /proc/locks names a file.
std::string name_in_locks(const struct stat& status) {
    char text[64];
    std::snprintf(text, sizeof text, "%02x:%02x:%llu", major(status.st_dev), minor(status.st_dev),
                  static_cast<unsigned long long>(status.st_ino));
    return text;
}

// Lines are "1: FLOCK ADVISORY WRITE 1234 fe:00:10954319 0 EOF". Nothing where the holder is not of this machine, or
// may not be seen from here.
std::string process_with_lock(const std::string& name) {
    std::ifstream locks("/proc/locks");
    std::string number, kind, manner, access, process, file, rest;
    while (locks >> number >> kind >> manner >> access >> process >> file && std::getline(locks, rest)) {
        if (kind == "FLOCK" && file == name) return process;
    }
    return {};
}

std::string this_machine() {
    char name[256] = {};
    return ::gethostname(name, sizeof name - 1) == 0 ? name : "this machine";
}

}  // namespace

std::optional<Holder> holder(const std::filesystem::path& file) {
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (descriptor < 0) return std::nullopt;
    struct stat status {};
    const bool held = ::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode) &&
                      ::flock(descriptor, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK;
    ::close(descriptor);
    if (!held) return std::nullopt;
    return Holder{process_with_lock(name_in_locks(status)), this_machine()};
}

}  // namespace palpera::journal
