#include "engine/base/file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace palpera::base {
namespace {

class Descriptor {
public:
    explicit Descriptor(int value) : value_(value) {}
    ~Descriptor() {
        if (value_ >= 0) ::close(value_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int get() const { return value_; }
    bool open() const { return value_ >= 0; }

private:
    int value_;
};

Error trouble(const std::filesystem::path& path, std::string_view act) {
    return {path.string(), std::string(act) + ": " + std::strerror(errno), ""};
}

bool write_all(int file, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(file, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

}  // namespace

Result<std::string> read_file(const std::filesystem::path& path, std::size_t most) {
    // Without O_NONBLOCK the open of a named pipe waits for a writer.
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC));
    if (!file.open()) return trouble(path, "the file could not be opened");
    struct stat status {};
    if (::fstat(file.get(), &status) != 0) return trouble(path, "the file could not be examined");
    if (!S_ISREG(status.st_mode)) return Error{path.string(), "not a regular file", ""};
    if (static_cast<std::size_t>(status.st_size) > most) {
        return Error{path.string(), "the file is over " + std::to_string(most / 1024) + " KiB", ""};
    }
    std::string bytes(static_cast<std::size_t>(status.st_size), '\0');
    std::size_t filled = 0;
    while (filled < bytes.size()) {
        const ssize_t got = ::read(file.get(), bytes.data() + filled, bytes.size() - filled);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return trouble(path, "the file could not be read");
        if (got == 0) break;
        filled += static_cast<std::size_t>(got);
    }
    bytes.resize(filled);
    return bytes;
}

Outcome make_folder(const std::filesystem::path& folder) {
    if (::mkdir(folder.c_str(), 0777) == 0) return sync_folder(folder.has_parent_path() ? folder.parent_path() : ".");
    if (errno == ENOENT && folder.has_relative_path() && folder.has_parent_path()) {
        const Outcome above = make_folder(folder.parent_path());
        // What ends in a slash is there as soon as what is above it.
        if (!above || !folder.has_filename()) return above;
        if (::mkdir(folder.c_str(), 0777) == 0) return sync_folder(folder.parent_path());
    }
    const int reason = errno;
    std::error_code failed;
    if (std::filesystem::is_directory(folder, failed)) return Done{};
    errno = reason;
    return trouble(folder, "the folder could not be made");
}

Outcome sync_folder(const std::filesystem::path& folder) {
    const Descriptor directory(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (directory.open() && ::fsync(directory.get()) == 0) return Done{};
    return trouble(folder, "the disk did not confirm what is new in the folder");
}

Outcome write_file(const std::filesystem::path& path, std::string_view bytes, unsigned mode) {
    const std::filesystem::path folder = path.has_parent_path() ? path.parent_path() : ".";
    const Outcome made = make_folder(folder);
    if (!made) return made;
    const std::filesystem::path temporary = path.string() + "." + std::to_string(::getpid()) + ".new";
    // What a process of the same number left there, or put there as a link, is not written through.
    ::unlink(temporary.c_str());
    {
        const Descriptor file(::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode));
        if (!file.open()) return trouble(temporary, "the file could not be written");
        if (!write_all(file.get(), bytes) || ::fsync(file.get()) != 0) {
            const Error error = trouble(temporary, "the file could not be written");
            ::unlink(temporary.c_str());
            return error;
        }
    }
    if (::rename(temporary.c_str(), path.c_str()) != 0) {
        const Error error = trouble(path, "the file could not be put in place");
        ::unlink(temporary.c_str());
        return error;
    }
    return sync_folder(folder);
}

}  // namespace palpera::base
