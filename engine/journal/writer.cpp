#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <algorithm>
#include <cassert>
#include <cerrno>
#include <cstring>

#include "engine/base/file.h"
#include "engine/journal/layout.h"

namespace palpera::journal {

struct Writer::State {
    std::filesystem::path path;
    int descriptor = -1;
    Contents contents;
    Obstacle obstacle = Obstacle::none;
    std::string stuck;         // why nothing more is appended; empty: all is well
    std::size_t reserved = 0;  // the journal may grow to that without asking for room on the disk
    std::uint64_t free_bytes = UINT64_MAX;

    explicit State(std::filesystem::path file) : path(std::move(file)) {}
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    // Closing gives the lock back.
    ~State() {
        if (descriptor < 0) return;
        if (reserved > contents.whole_bytes && stuck.empty()) give_back();
        ::close(descriptor);
    }

    base::Error trouble(std::string_view act, std::string hint = "") const {
        return {path.string(), std::string(act) + ": " + std::strerror(errno), std::move(hint)};
    }
    base::Outcome open(int flags);
    base::Outcome lock() const;
    base::Result<std::string> bytes() const;
    base::Outcome vacate();
    base::Outcome cut_tail(std::string_view bytes);
    base::Outcome put(std::string_view bytes);
    void reserve(std::size_t more);
    void look_for_space();
    bool in_place() const;
    bool give_back();
    base::Error refuse(base::Error error, std::string why_stuck);
    base::Error no_room(int reason);
};

namespace {

bool write_at(int descriptor, std::string_view bytes, std::size_t at) {
    while (!bytes.empty()) {
        const ssize_t written = ::pwrite(descriptor, bytes.data(), bytes.size(), static_cast<off_t>(at));
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
        at += static_cast<std::size_t>(written);
    }
    return true;
}

std::filesystem::path folder_of(const std::filesystem::path& file) {
    return file.has_parent_path() ? file.parent_path() : ".";
}

// What mends itself when room is made. Anything else that a write answers is the disk's trouble.
bool is_full(int reason) { return reason == ENOSPC || reason == EDQUOT || reason == EFBIG; }

std::string size_trouble(std::string_view what, std::string_view body) {
    if (!body.empty() && body.size() <= most_record_bytes) return {};
    return std::string(what) + " of a journal has 1 to " + std::to_string(most_record_bytes) + " bytes, this one " +
           std::to_string(body.size());
}

}  // namespace

base::Outcome Writer::State::open(int flags) {
    // Without O_NONBLOCK the open of a named pipe waits for its other end.
    descriptor = ::open(path.c_str(), flags | O_RDWR | O_NONBLOCK | O_CLOEXEC, 0600);
    if (descriptor >= 0) return lock();
    return trouble("the journal could not be opened", "check the folder and who may write in it");
}

base::Outcome Writer::State::lock() const {
    if (::flock(descriptor, LOCK_EX | LOCK_NB) == 0) return base::Done{};
    if (errno != EWOULDBLOCK) return trouble("the journal could not be locked", "put it on a disk of this machine");
    const std::optional<Holder> who = holder(path);
    std::string what = "the journal is open in another window or program";
    if (who && !who->process.empty()) what += ": process " + who->process + " on " + who->machine;
    return base::Error{path.string(), std::move(what), "go on there, or close it there and open it again"};
}

base::Result<std::string> Writer::State::bytes() const {
    struct stat status {};
    if (::fstat(descriptor, &status) != 0) return trouble("the journal could not be examined");
    if (!S_ISREG(status.st_mode)) return base::Error{path.string(), "not a regular file", "name a journal of Palpera"};
    if (static_cast<std::size_t>(status.st_size) > most_file_bytes) {
        return base::Error{path.string(), "the journal is over 16 MiB", "name a journal of Palpera"};
    }
    std::string all(static_cast<std::size_t>(status.st_size), '\0');
    std::size_t filled = 0;
    while (filled < all.size()) {
        const ssize_t got = ::pread(descriptor, all.data() + filled, all.size() - filled, static_cast<off_t>(filled));
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return trouble("the journal could not be read");
        if (got == 0) break;
        filled += static_cast<std::size_t>(got);
    }
    all.resize(filled);
    return all;
}

// Only what was never begun may be written over.
base::Outcome Writer::State::vacate() {
    const base::Result<std::string> before = bytes();
    if (before && was_never_begun(*before)) {
        if (before->empty() || ::ftruncate(descriptor, 0) == 0) return base::Done{};
        return trouble("the journal could not be begun");
    }
    return base::Error{path.string(), "there is a file of that name already", "choose another name, or resume it"};
}

base::Outcome Writer::State::cut_tail(std::string_view bytes) {
    if (contents.torn_bytes == 0) return base::Done{};
    const base::Outcome kept = base::write_file(path.string() + ".tail", bytes.substr(contents.whole_bytes));
    if (!kept) return kept.error();
    if (::ftruncate(descriptor, static_cast<off_t>(contents.whole_bytes)) != 0 || ::fsync(descriptor) != 0) {
        return trouble("the torn end of the journal could not be cut off");
    }
    return base::Done{};
}

// Room beyond the end of the file, which keeps its size. Where that cannot be had, nothing is lost but the room.
void Writer::State::reserve(std::size_t more) {
    if (contents.whole_bytes + more <= reserved) return;
    const std::size_t wanted = contents.whole_bytes + more + spare_bytes;
    if (::fallocate(descriptor, FALLOC_FL_KEEP_SIZE, 0, static_cast<off_t>(wanted)) == 0) reserved = wanted;
}

void Writer::State::look_for_space() {
    struct statvfs status {};
    if (::fstatvfs(descriptor, &status) != 0) return;
    free_bytes = static_cast<std::uint64_t>(status.f_bavail) * status.f_frsize;
}

// What is written to a file that was removed, or whose disk is gone, is gone when it is closed.
bool Writer::State::in_place() const {
    struct stat open {
    }, named{};
    return ::fstat(descriptor, &open) == 0 && ::stat(path.c_str(), &named) == 0 && open.st_dev == named.st_dev &&
           open.st_ino == named.st_ino;
}

// To the last whole record. The room that was reserved goes with it.
bool Writer::State::give_back() {
    reserved = 0;
    return ::ftruncate(descriptor, static_cast<off_t>(contents.whole_bytes)) == 0;
}

base::Error Writer::State::refuse(base::Error error, std::string why_stuck) {
    obstacle = Obstacle::failed;
    stuck = std::move(why_stuck);
    if (!give_back()) stuck += ", which could not be taken back";
    return error;
}

base::Error Writer::State::no_room(int reason) {
    errno = reason;
    base::Error error = trouble("nothing was written", "free some space on the disk and try again");
    obstacle = Obstacle::full;
    look_for_space();
    error.what += "; " + std::to_string(free_bytes) + " bytes are free in " + folder_of(path).string();
    if (!give_back()) {
        obstacle = Obstacle::failed;
        stuck = "an earlier part of a record could not be taken back";
    }
    return error;
}

base::Outcome Writer::State::put(std::string_view bytes) {
    reserve(bytes.size());
    if (!write_at(descriptor, bytes, contents.whole_bytes)) {
        if (is_full(errno)) return no_room(errno);
        return refuse(trouble("nothing was written", "copy the journal to another disk"),
                      "the disk did not take an earlier record");
    }
    if (::fdatasync(descriptor) != 0) {
        // The system may have dropped the pages that it could not write: a second sync would claim success.
        return refuse(trouble("the disk did not confirm the record", "copy the journal to another disk"),
                      "the disk failed to confirm an earlier record");
    }
    if (!in_place()) {
        return refuse({path.string(), "the journal is no longer in its place", "copy it to another disk"},
                      "it is no longer in its place");
    }
    obstacle = Obstacle::none;
    contents.whole_bytes += bytes.size();
    look_for_space();
    return base::Done{};
}

base::Result<Writer> Writer::create(const std::filesystem::path& file, std::string_view header) {
    const std::string trouble = size_trouble("the header", header);
    if (!trouble.empty()) return base::Error{file.string(), trouble, ""};
    const base::Outcome folder = base::make_folder(folder_of(file));
    if (!folder) return folder.error();
    auto state = std::make_unique<State>(file);
    const base::Outcome opened = state->open(O_CREAT);
    if (!opened) return opened.error();
    const base::Outcome vacant = state->vacate();
    if (!vacant) return vacant.error();
    base::Outcome written = state->put(std::string(first_line) + framed(header));
    if (written) written = base::sync_folder(folder_of(file));
    if (!written) {
        ::unlink(file.c_str());
        return written.error();
    }
    state->contents.header = header;
    state->contents.head = head_of_header(header);
    return Writer(std::move(state));
}

base::Result<Writer> Writer::open(const std::filesystem::path& file) {
    auto state = std::make_unique<State>(file);
    const base::Outcome opened = state->open(0);
    if (!opened) return opened.error();
    const base::Result<std::string> bytes = state->bytes();
    if (!bytes) return bytes.error();
    state->contents = read(*bytes);
    if (!looks_like_journal(*bytes)) {
        return base::Error{file.string(), state->contents.damage, "name a journal of Palpera"};
    }
    if (!state->contents.damage.empty()) {
        return base::Error{file.string(), "the journal is damaged: " + state->contents.damage,
                           "nothing is added to it; what stands before the damage can still be read"};
    }
    const base::Outcome cut = state->cut_tail(*bytes);
    if (!cut) return cut.error();
    state->look_for_space();
    return Writer(std::move(state));
}

Writer::Writer(std::unique_ptr<State> state) : state_(std::move(state)) {}
Writer::Writer(Writer&&) noexcept = default;
Writer& Writer::operator=(Writer&&) noexcept = default;
Writer::~Writer() = default;

const std::filesystem::path& Writer::file() const { return state_->path; }
const Contents& Writer::contents() const { return state_->contents; }
Obstacle Writer::obstacle() const { return state_->obstacle; }
std::uint64_t Writer::free_bytes() const { return state_->free_bytes; }

base::Outcome Writer::append(std::string_view record) {
    assert(state_);
    Contents& contents = state_->contents;
    const std::string where = state_->path.string();
    if (!state_->stuck.empty()) {
        return base::Error{where, "nothing more is added to the journal: " + state_->stuck,
                           "go on in a copy on another disk"};
    }
    const std::string trouble = size_trouble("a record", record);
    if (!trouble.empty()) return base::Error{where, trouble, ""};
    const std::string bytes = framed(record);
    if (contents.records.size() == most_records || contents.whole_bytes + bytes.size() > most_file_bytes) {
        return base::Error{where, "the journal is full: 10,000 records or 16 MiB", "finish the encounter"};
    }
    const base::Outcome written = state_->put(bytes);
    if (!written) return written;
    contents.records.emplace_back(record);
    contents.head = head_after(contents.head, record);
    return base::Done{};
}

base::Result<Writer> Writer::copy_to(const std::filesystem::path& file) const {
    const Contents& own = contents();
    base::Result<Writer> copy = create(file, own.header);
    if (!copy) return copy;
    base::Outcome written = base::Done{};
    for (std::size_t i = 0; written && i < own.records.size(); ++i) written = copy->append(own.records[i]);
    const base::Result<Contents> again = written ? read_file(file) : written.error();
    if (again && again->damage.empty() && again->torn_bytes == 0 && again->head == own.head) return copy;
    ::unlink(file.c_str());
    if (!again) return again.error();
    return base::Error{file.string(), "the copy of the journal does not read as it was written", ""};
}

}  // namespace palpera::journal
