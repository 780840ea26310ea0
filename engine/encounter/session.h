#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "engine/encounter/encounter.h"
#include "engine/journal/journal.h"
#include "engine/library/pathways.h"

namespace palpera::encounter {

// What a journal file says of itself.
struct JournalHeader {
    std::string case_id;
    int case_version = 0;
    std::uint64_t seed = 0;
    std::string language;
    base::Digest patient;    // digest of the compiled patient
    int replay_version = 0;  // of the rules of encounter
    // By which the visit was to be judged when it began; nothing here depends on them. Empty: not recorded.
    library::GuidelineVersions guidelines = {};
};
inline constexpr int replay_version = 1;
std::string encode(const JournalHeader& header);
base::Result<JournalHeader> decode_header(std::string_view bytes);

// One record: the act as carried out, when by the clocks of the machine, and what its response was.
struct JournalRecord {
    int n = 0;
    std::int64_t boot_milliseconds = 0;  // since the machine started, sleep included
    std::int64_t wall_milliseconds = 0;  // since 1970
    std::int64_t simulated_minutes = 0;  // when the act began
    std::string action;                  // library::print
    std::vector<std::string> questions;  // of say: as what it was understood
    std::string response;                // first 16 bytes of Response::digest
    std::string model;                   // of say: the digest of the model that understood it, in hex; may be unknown
};
std::string encode(const JournalRecord& record);
base::Result<JournalRecord> decode_record(std::string_view bytes);

// Clocks of the machine, for the record only: never part of a result.
struct Clocks {
    std::function<std::int64_t()> boot_milliseconds, wall_milliseconds;
};
Clocks machine_clocks();

// Carries out every action in turn. The error names the action that was refused.
base::Result<Encounter> replay(const patient::Patient& patient, const std::vector<Action>& actions);
// The same from records, each response compared with what was written.
base::Result<Encounter> replay(const patient::Patient& patient, const std::vector<JournalRecord>& records);
std::vector<Action> actions_of(const Encounter& encounter);

// How the journal of a session is kept.
struct Keeping {
    enum class Way {
        well,
        low_space,  // all is kept, but the disk is nearly full
        moved,      // all is kept, in a second place: the disk under the first one failed
        full,       // the last act was refused for want of room
        failed,     // the last act was refused: the disk failed, and no second place could be had
        elsewhere,  // to be read only: another program has it open
        damaged,    // to be read only, up to the damage
        unwritable  // to be read only: it may not be written
    };
    Way way = Way::well;
    std::filesystem::path file;    // where the journal is
    std::filesystem::path before;  // moved: where it was
    std::uint64_t free_bytes = 0;  // on its disk
    journal::Holder who;           // elsewhere
    std::size_t record = 0;        // damaged: the first that cannot be read
    std::size_t byte = 0;          // and where it begins
    base::Error reason;            // what the system or the file says; may be empty

    bool is_read_only() const { return way >= Way::elsewhere; }
};

// An encounter that survives: compute, write with the hash of the response, sync, then show. Without a file it lives in
// memory only (rewound branches, previews).
class Session {
public:
    static Session in_memory(const patient::Patient& patient);
    // Makes FILE, or takes up what it holds: after a kill everything that was shown is there. Where the disk under FILE
    // fails, the journal goes on in a copy in the folder `second` (empty: nowhere) and is taken up from there. A
    // journal that cannot be added to is opened to be read, as keeping() tells. The guidelines are noted in a journal
    // that is made; one that is taken up keeps its own.
    static base::Result<Session> open(const std::filesystem::path& file, const patient::Patient& patient,
                                      std::string language, Clocks clocks, std::filesystem::path second = {},
                                      library::GuidelineVersions guidelines = {});

    const Encounter& encounter() const { return encounter_; }
    // As the journal tells them.
    const library::GuidelineVersions& guidelines() const { return header_.guidelines; }
    // Bytes of a torn last record that were cut off when the file was opened.
    std::size_t torn_bytes() const { return torn_bytes_; }
    Keeping keeping() const;

    struct Reply {
        std::optional<Refusal> refused;
        base::Error not_saved;  // what is empty: saved
        const Response* response = nullptr;
    };
    // Refused, or not saved (then nothing has happened and the act may be tried again), or carried out.
    Reply act(const Action& action);

private:
    explicit Session(const patient::Patient& patient) : encounter_(patient) {}
    base::Outcome take_up(const std::filesystem::path& file);
    base::Outcome take_up(const journal::Contents& contents, const std::filesystem::path& file);
    base::Outcome look(const std::filesystem::path& file, base::Error why);
    base::Outcome append(const Action& action, const Event& event);
    base::Outcome append(const std::string& record);
    base::Outcome move_to_second();

    Encounter encounter_;
    std::optional<journal::Writer> writer_;
    JournalHeader header_;
    Clocks clocks_;
    std::filesystem::path first_, second_;
    Keeping read_only_;  // well: it is not
    base::Error not_saved_, why_moved_;
    std::size_t torn_bytes_ = 0;
};

}  // namespace palpera::encounter
