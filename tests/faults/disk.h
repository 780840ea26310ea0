#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace palpera::faults {

// A disk that fails when it is told to. Linking this puts its own open, write, fsync and so on before those of the
// system; they pass everything on but what concerns files below the folder that is watched. There, syncs reach no disk,
// so that a sweep takes no longer than its processor time. One thread only.
enum class Kind {
    none,
    kill,         // the process ends before the call
    kill_midway,  // a write puts half of its bytes, then the process ends; other calls: after the call
    short_write,  // a write puts half of its bytes and says so
    full,         // ENOSPC where the call takes room
    io_error      // EIO
};

struct Fault {
    Kind kind = Kind::none;
    int at = 0;            // at that call, counted from 1
    bool lasting = false;  // and at every later one
};

enum class Call { open, close, write, sync, truncate, reserve, rename, remove, make_folder, acknowledged };

// A call that was carried out.
struct Step {
    Call call = Call::open;
    int file = 0;                  // one number for one file, whatever its name; folders have none
    std::filesystem::path path{};  // open (made anew), rename (from), remove, make_folder, sync of a folder
    std::filesystem::path to{};    // rename
    std::size_t at = 0;            // write: where; truncate: the size
    std::string bytes{};           // write
};

// Counts from here on. Files that are there already are not recorded as made.
void watch(const std::filesystem::path& folder, Fault fault = {});
// Counts anew: files that were opened since the watching began fail too.
void fail(Fault fault);
// Nothing fails any more, as when room has been made.
void mend();
void stop();
int calls();
bool has_happened();
const std::vector<Step>& steps();
// Marks among the steps that the user has been told: this is kept.
void acknowledge();

}  // namespace palpera::faults
