#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/digest.h"
#include "engine/base/result.h"

namespace palpera::journal {

// A file of records that only grows. Knows nothing of their meaning.
//
// Layout: "palpera-journal-1\n", then the header and each record as u32 length, u32 checksum (base::checksum of the
// body), body; integers little-endian. The chain: h(0) = digest("palpera/journal/1" + header), h(n) = digest(h(n-1),
// body n). A record that is not whole at the end of the file (torn, or a tail of zeros) is cut off and told; damage
// before the last whole record is never skipped: reading stops there and names the record and byte. No header or record
// is empty. See docs/decisions/journal.md.
struct Contents {
    std::string header;
    std::vector<std::string> records;
    base::Digest head;            // h(number of records)
    std::size_t whole_bytes = 0;  // where the next record goes
    std::size_t torn_bytes = 0;   // behind that: cut off when opened for writing
    std::string damage;           // empty, or what is damaged and where: "record 7 at byte 912: ..."
};

inline constexpr std::size_t spare_bytes = 1024 * 1024;
inline constexpr std::size_t most_record_bytes = 8 * 1024;
inline constexpr std::size_t most_records = 10'000;
inline constexpr std::size_t most_file_bytes = 16 * 1024 * 1024;

bool looks_like_journal(std::string_view bytes);
Contents read(std::string_view bytes);

// The same without the chain, within the bytes that were given: for many journals whose heads nobody asks for.
struct Bodies {
    std::string_view header;
    std::vector<std::string_view> records;
    std::size_t whole_bytes = 0, torn_bytes = 0;
    std::string damage;
};
Bodies bodies_of(std::string_view bytes);
base::Result<Contents> read_file(const std::filesystem::path& file);
// What is left where the making of a journal was cut short, before its first record: nothing, a part of its beginning,
// or zeros.
bool was_never_begun(std::string_view bytes);
// Who has a journal open to append to it.
struct Holder {
    std::string process;  // its number; empty where it cannot be seen from here
    std::string machine;
};
// Nothing: nobody.
std::optional<Holder> holder(const std::filesystem::path& file);

// Why a journal takes no record.
enum class Obstacle {
    none,
    full,   // the disk is: may be tried again when there is room
    failed  // the disk did not take or confirm a record, or the file has gone from its place: nothing more is appended
};

// Appends records to a journal file. One process at a time: opening takes a lock on the file. It keeps spare_bytes of
// the disk for itself, where the file system can, so that its records have room on a disk that fills up.
class Writer {
public:
    // Makes a new journal; an existing file is an error, but for one that was never begun. The header is durable when
    // this returns.
    static base::Result<Writer> create(const std::filesystem::path& file, std::string_view header);
    // Opens an existing one; cuts a torn tail off (kept beside it as FILE.tail). Damage in the middle is an error, and
    // so is a journal that another has open; the error names its holder.
    static base::Result<Writer> open(const std::filesystem::path& file);

    Writer(Writer&&) noexcept;
    Writer& operator=(Writer&&) noexcept;
    ~Writer();

    const std::filesystem::path& file() const;
    const Contents& contents() const;
    // The record is on the disk (written and synced) when this returns Done. On an error nothing was appended (a part
    // that was written is cut back) and the journal can still be read. A failed sync is never retried: every later
    // append fails too.
    base::Outcome append(std::string_view record);
    // Of the last append.
    Obstacle obstacle() const;
    // The bytes that are free for this user on the journal's disk, as of the last append. Below spare_bytes there may
    // soon be no room for a record.
    std::uint64_t free_bytes() const;

    // A new journal, with the header and every record that was appended here: written, synced, read again and compared.
    base::Result<Writer> copy_to(const std::filesystem::path& file) const;

private:
    struct State;
    explicit Writer(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace palpera::journal
