#include "tests/faults/disk.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdarg>
#include <map>
#include <memory>

namespace palpera::faults {
namespace {

struct Watched {
    std::string folder;
    Fault fault;
    int calls = 0;
    bool happened = false;
    std::vector<Step> steps;
    struct Open {
        int file = 0;  // 0: a folder
        std::string path;
    };
    std::map<int, Open> open;
    std::map<std::string, int> names;
    int files = 0;
};

// A plain pointer, since calls come before this file's variables are made and after they are gone.
Watched* watched = nullptr;

bool is_watched(const char* path) {
    return watched != nullptr && path != nullptr && std::string(path).starts_with(watched->folder);
}

Watched::Open* watched_file(int descriptor) {
    if (watched == nullptr) return nullptr;
    const auto found = watched->open.find(descriptor);
    return found == watched->open.end() ? nullptr : &found->second;
}

[[noreturn]] void end_at_once() {
    ::syscall(SYS_kill, ::getpid(), SIGKILL);
    for (;;) ::pause();
}

bool takes_room(Call call) {
    return call == Call::open || call == Call::write || call == Call::reserve || call == Call::rename ||
           call == Call::make_folder;
}

// What the call is to do, counted: nothing for "as always", else the fault; errno is set where it is refused.
Kind next(Call call) {
    Watched& own = *watched;
    ++own.calls;
    const Fault& fault = own.fault;
    const bool now = own.calls == fault.at || (fault.lasting && fault.at > 0 && own.calls > fault.at);
    if (!now) return Kind::none;
    own.happened = true;
    if (fault.kind == Kind::kill) end_at_once();
    if (fault.kind == Kind::full) errno = ENOSPC;
    if (fault.kind == Kind::io_error) errno = EIO;
    if (fault.kind == Kind::full && !takes_room(call)) return Kind::none;
    if (fault.kind == Kind::short_write && call != Call::write) return Kind::none;
    return fault.kind;
}

bool is_refused(Kind kind) { return kind == Kind::full || kind == Kind::io_error; }

// A call of one step: refused, or carried out by `act` and noted; 0 or -1.
template <class Act>
int carry_out(Step step, const Act& act) {
    const Kind kind = next(step.call);
    if (is_refused(kind)) return -1;
    const int answer = static_cast<int>(act());
    if (answer == 0) watched->steps.push_back(std::move(step));
    if (kind == Kind::kill_midway) end_at_once();
    return answer;
}

int open_watched(const char* path, int flags, mode_t mode) {
    struct stat status {};
    const bool was_there = ::stat(path, &status) == 0;
    const bool makes = (flags & O_CREAT) != 0 && !was_there;
    // The disk can refuse a new name, or a name on a disk that is gone.
    const Kind kind = next(Call::open);
    if (is_refused(kind) && (makes || kind == Kind::io_error)) return -1;
    const auto descriptor = static_cast<int>(::syscall(SYS_openat, AT_FDCWD, path, flags, mode));
    if (descriptor < 0) {
        if (kind == Kind::kill_midway) end_at_once();
        return descriptor;
    }
    Watched::Open open{0, path};
    if (!was_there || !S_ISDIR(status.st_mode)) {
        const auto [name, is_new] = watched->names.try_emplace(path, 0);
        if (is_new) name->second = ++watched->files;
        open.file = name->second;
        if (makes) watched->steps.push_back({.call = Call::open, .file = open.file, .path = path});
    }
    watched->open[descriptor] = open;
    if (kind == Kind::kill_midway) end_at_once();
    return descriptor;
}

ssize_t write_watched(const Watched::Open& open, int descriptor, const char* bytes, std::size_t size, off_t at) {
    const Kind kind = next(Call::write);
    if (is_refused(kind)) return -1;
    const bool half = kind == Kind::kill_midway || kind == Kind::short_write;
    const std::size_t part = half && size > 1 ? size / 2 : size;
    const ssize_t written = ::syscall(SYS_pwrite64, descriptor, bytes, part, at);
    if (written > 0) {
        watched->steps.push_back({.call = Call::write,
                                  .file = open.file,
                                  .at = static_cast<std::size_t>(at),
                                  .bytes = std::string(bytes, static_cast<std::size_t>(written))});
    }
    if (kind == Kind::kill_midway) end_at_once();
    return written;
}

int sync_watched(const Watched::Open& open) {
    Step step{.call = Call::sync, .file = open.file};
    if (open.file == 0) step.path = open.path;
    return carry_out(std::move(step), [] { return 0; });
}

int rename_watched(const char* from, const char* to) {
    const int file = watched->names[from];
    const int answer = carry_out({.call = Call::rename, .file = file, .path = from, .to = to},
                                 [&] { return ::syscall(SYS_rename, from, to); });
    if (answer == 0) {
        watched->names.erase(from);
        watched->names[to] = file;
    }
    return answer;
}

int remove_watched(const char* path) {
    const int answer = carry_out({.call = Call::remove, .path = path}, [&] { return ::syscall(SYS_unlink, path); });
    if (answer == 0) watched->names.erase(path);
    return answer;
}

}  // namespace

void watch(const std::filesystem::path& folder, Fault fault) {
    stop();
    auto fresh = std::make_unique<Watched>();
    fresh->folder = folder.string();
    fresh->fault = fault;
    watched = fresh.release();
}

void fail(Fault fault) {
    if (watched == nullptr) return;
    watched->fault = fault;
    watched->calls = 0;
}

void mend() {
    if (watched != nullptr) watched->fault = {};
}

void stop() {
    const std::unique_ptr<Watched> before(watched);
    watched = nullptr;
}

int calls() { return watched == nullptr ? 0 : watched->calls; }
bool has_happened() { return watched != nullptr && watched->happened; }

const std::vector<Step>& steps() {
    static const std::vector<Step> none;
    return watched == nullptr ? none : watched->steps;
}

void acknowledge() {
    if (watched != nullptr) watched->steps.push_back({.call = Call::acknowledged});
}

}  // namespace palpera::faults

using namespace palpera::faults;

// NOLINTBEGIN: these are the system's own names and signatures.
extern "C" {

int open(const char* path, int flags, ...) {
    std::va_list rest;
    va_start(rest, flags);
    const mode_t mode = (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(rest, mode_t) : 0;
    va_end(rest);
    if (is_watched(path)) return open_watched(path, flags, mode);
    return static_cast<int>(::syscall(SYS_openat, AT_FDCWD, path, flags, mode));
}

int close(int descriptor) {
    const Watched::Open* open = watched_file(descriptor);
    if (open == nullptr) return static_cast<int>(::syscall(SYS_close, descriptor));
    const int file = open->file;
    const Kind kind = next(Call::close);
    // What cannot be closed is closed all the same.
    watched->open.erase(descriptor);
    ::syscall(SYS_close, descriptor);
    watched->steps.push_back({.call = Call::close, .file = file});
    if (kind == Kind::kill_midway) end_at_once();
    return is_refused(kind) ? -1 : 0;
}

ssize_t write(int descriptor, const void* bytes, size_t size) {
    const Watched::Open* open = watched_file(descriptor);
    if (open == nullptr) return ::syscall(SYS_write, descriptor, bytes, size);
    const off_t at = ::syscall(SYS_lseek, descriptor, 0, SEEK_CUR);
    const ssize_t written = write_watched(*open, descriptor, static_cast<const char*>(bytes), size, at);
    if (written > 0) ::syscall(SYS_lseek, descriptor, at + written, SEEK_SET);
    return written;
}

ssize_t pwrite(int descriptor, const void* bytes, size_t size, off_t at) {
    const Watched::Open* open = watched_file(descriptor);
    if (open == nullptr) return ::syscall(SYS_pwrite64, descriptor, bytes, size, at);
    return write_watched(*open, descriptor, static_cast<const char*>(bytes), size, at);
}

int fsync(int descriptor) {
    const Watched::Open* open = watched_file(descriptor);
    return open == nullptr ? static_cast<int>(::syscall(SYS_fsync, descriptor)) : sync_watched(*open);
}

int fdatasync(int descriptor) {
    const Watched::Open* open = watched_file(descriptor);
    return open == nullptr ? static_cast<int>(::syscall(SYS_fdatasync, descriptor)) : sync_watched(*open);
}

int ftruncate(int descriptor, off_t size) noexcept {
    const auto act = [&] { return ::syscall(SYS_ftruncate, descriptor, size); };
    const Watched::Open* open = watched_file(descriptor);
    if (open == nullptr) return static_cast<int>(act());
    return carry_out({.call = Call::truncate, .file = open->file, .at = static_cast<std::size_t>(size)}, act);
}

int fallocate(int descriptor, int mode, off_t at, off_t size) {
    const auto act = [&] { return ::syscall(SYS_fallocate, descriptor, mode, at, size); };
    const Watched::Open* open = watched_file(descriptor);
    if (open == nullptr) return static_cast<int>(act());
    return carry_out({.call = Call::reserve, .file = open->file}, act);
}

int rename(const char* from, const char* to) noexcept {
    if (is_watched(from)) return rename_watched(from, to);
    return static_cast<int>(::syscall(SYS_rename, from, to));
}

int unlink(const char* path) noexcept {
    return is_watched(path) ? remove_watched(path) : static_cast<int>(::syscall(SYS_unlink, path));
}

int mkdir(const char* path, mode_t mode) noexcept {
    const auto act = [&] { return ::syscall(SYS_mkdir, path, mode); };
    if (!is_watched(path)) return static_cast<int>(act());
    return carry_out({.call = Call::make_folder, .path = path}, act);
}
}
// NOLINTEND
