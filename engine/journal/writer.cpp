#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

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
    std::string stuck;  // why nothing more is appended; empty: all is well

    explicit State(std::filesystem::path file) : path(std::move(file)) {}
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    // Closing gives the lock back.
    ~State() {
        if (descriptor >= 0) ::close(descriptor);
    }

    base::Error trouble(std::string_view act, std::string hint = "") const {
        return {path.string(), std::string(act) + ": " + std::strerror(errno), std::move(hint)};
    }
    base::Outcome open(int flags);
    base::Outcome lock() const;
    base::Result<std::string> bytes() const;
    base::Outcome cut_tail(std::string_view bytes);
    base::Outcome put(std::string_view bytes);
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

// A new name is durable only when its folder is.
bool sync_folder(const std::filesystem::path& file) {
    const std::filesystem::path folder = file.has_parent_path() ? file.parent_path() : ".";
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) return false;
    const bool synced = ::fsync(descriptor) == 0;
    ::close(descriptor);
    return synced;
}

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
    if (errno == EEXIST) {
        return base::Error{path.string(), "there is a file of that name already", "choose another name, or resume it"};
    }
    return trouble("the journal could not be opened", "check the folder and who may write in it");
}

base::Outcome Writer::State::lock() const {
    if (::flock(descriptor, LOCK_EX | LOCK_NB) == 0) return base::Done{};
    if (errno != EWOULDBLOCK) return trouble("the journal could not be locked", "put it on a disk of this machine");
    return base::Error{path.string(), "the journal is open in another window or program",
                       "go on there, or close it there and open it again"};
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

base::Outcome Writer::State::cut_tail(std::string_view bytes) {
    if (contents.torn_bytes == 0) return base::Done{};
    const base::Outcome kept = base::write_file(path.string() + ".tail", bytes.substr(contents.whole_bytes));
    if (!kept) return kept.error();
    if (::ftruncate(descriptor, static_cast<off_t>(contents.whole_bytes)) != 0 || ::fsync(descriptor) != 0) {
        return trouble("the torn end of the journal could not be cut off");
    }
    return base::Done{};
}

base::Outcome Writer::State::put(std::string_view bytes) {
    if (!write_at(descriptor, bytes, contents.whole_bytes)) {
        const base::Error error = trouble("nothing was written", "free some space on the disk and try again");
        if (::ftruncate(descriptor, static_cast<off_t>(contents.whole_bytes)) != 0) {
            stuck = "an earlier part of a record could not be taken back";
        }
        return error;
    }
    if (::fdatasync(descriptor) != 0) {
        // The system may have dropped the pages that it could not write: a second sync would claim success.
        const base::Error error = trouble("the disk did not confirm the record", "copy the journal to another disk");
        stuck = "the disk failed to confirm an earlier record";
        if (::ftruncate(descriptor, static_cast<off_t>(contents.whole_bytes)) != 0) {
            stuck += ", which could not be taken back";
        }
        return error;
    }
    contents.whole_bytes += bytes.size();
    return base::Done{};
}

base::Result<Writer> Writer::create(const std::filesystem::path& file, std::string_view header) {
    const std::string trouble = size_trouble("the header", header);
    if (!trouble.empty()) return base::Error{file.string(), trouble, ""};
    if (file.has_parent_path()) {
        std::error_code failed;
        std::filesystem::create_directories(file.parent_path(), failed);
        if (failed)
            return base::Error{file.parent_path().string(), "the folder could not be made: " + failed.message(), ""};
    }
    auto state = std::make_unique<State>(file);
    const base::Outcome opened = state->open(O_CREAT | O_EXCL);
    if (!opened) return opened.error();
    const base::Outcome written = state->put(std::string(first_line) + framed(header));
    if (!written) {
        ::unlink(file.c_str());
        return written.error();
    }
    if (!sync_folder(file)) return state->trouble("the folder did not confirm the new journal");
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
    return Writer(std::move(state));
}

Writer::Writer(std::unique_ptr<State> state) : state_(std::move(state)) {}
Writer::Writer(Writer&&) noexcept = default;
Writer& Writer::operator=(Writer&&) noexcept = default;
Writer::~Writer() = default;

const Contents& Writer::contents() const { return state_->contents; }

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

}  // namespace palpera::journal
