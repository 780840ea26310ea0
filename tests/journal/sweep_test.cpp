// A fault at every call that the journal makes of the system, one after the other, until a run has none.
#include "tests/faults/child.h"
#include "tests/faults/power_loss.h"
#include "tests/journal/example.h"

namespace palpera::journal {
namespace {

using faults::Fault;
using faults::Kind;
using Tell = std::function<void(char)>;

constexpr int no_fault = 9;  // the run had fewer calls
constexpr int six = 6;

// What was acknowledged is there, in its order, and at most one more; then the journal goes on.
void expect_kept(const std::filesystem::path& file, std::size_t acknowledged, const std::string& what) {
    std::error_code failed;
    const auto bytes = base::read_file(file, most_file_bytes);
    if (!bytes || was_never_begun(*bytes)) {
        EXPECT_EQ(acknowledged, 0u) << what << ": LOST";
        EXPECT_TRUE(Writer::create(file, "case 1")) << what;
        return;
    }
    base::Result<Writer> writer = Writer::open(file);
    ASSERT_TRUE(writer) << what << ": " << writer.error().message();
    const std::size_t kept = writer->contents().records.size();
    EXPECT_GE(kept, acknowledged) << what << ": LOST";
    EXPECT_LE(kept, acknowledged + 1) << what;
    for (std::size_t n = 0; n < kept; ++n) {
        EXPECT_EQ(writer->contents().records[n], record_of(static_cast<int>(n) + 1)) << what;
    }
    EXPECT_TRUE(writer->append(record_of(static_cast<int>(kept) + 1))) << what;
    EXPECT_EQ(read_file(file)->records.size(), kept + 1) << what;
}

class JournalSweep : public JournalFiles {
protected:
    // A journal is begun and gets six records. What is refused is tried once more when the fault has been mended.
    int write_six(const Tell& tell) const {
        base::Result<Writer> writer = Writer::create(file, "case 1");
        if (!writer) {
            faults::mend();
            writer = Writer::create(file, "case 1");
            // A disk that fails for good leaves what was begun.
            if (!writer) writer = Writer::open(file);
            if (!writer) return 1;
        }
        for (int n = 1; n <= six; ++n) {
            base::Outcome written = writer->append(record_of(n));
            if (!written) {
                const Obstacle obstacle = writer->obstacle();
                faults::mend();
                written = writer->append(record_of(n));
                if (obstacle == Obstacle::failed) return written ? 2 : 3;
                if (!written) return 4;
            }
            tell('+');
            faults::acknowledge();
        }
        return 0;
    }

    void sweep(Kind kind, bool lasting, const std::function<void(const faults::Ended&, const std::string&)>& expect) {
        for (int at = 1;; ++at) {
            std::filesystem::remove_all(folder);
            std::filesystem::create_directories(folder.parent_path());
            const faults::Ended ended = faults::in_child([&](const Tell& tell) {
                faults::watch(folder, {kind, at, lasting});
                const int code = write_six(tell);
                if (code != 0) return code;
                return faults::has_happened() ? 0 : no_fault;
            });
            if (ended.code == no_fault) {
                EXPECT_GT(at, 20) << "the sweep has seen hardly a call";
                return;
            }
            const std::string what = "fault at call " + std::to_string(at);
            expect(ended, what);
            faults::watch(folder);  // syncs that need not reach a disk
            expect_kept(file, ended.told.size(), what);
            faults::stop();
        }
    }
};

TEST_F(JournalSweep, AKillAtEveryCallLosesNothingThatWasAcknowledged) {
    for (const Kind kind : {Kind::kill, Kind::kill_midway}) {
        sweep(kind, false,
              [](const faults::Ended& ended, const std::string& what) { EXPECT_TRUE(ended.killed) << what; });
    }
}

TEST_F(JournalSweep, AShortWriteAtEveryCallIsFinished) {
    sweep(Kind::short_write, false, [](const faults::Ended& ended, const std::string& what) {
        EXPECT_EQ(ended.code, 0) << what;
        EXPECT_EQ(ended.told.size(), std::size_t{six}) << what;
    });
}

TEST_F(JournalSweep, ADiskThatIsFullAtEveryCallRefusesAndTakesTheRecordWhenThereIsRoom) {
    for (const bool lasting : {false, true}) {
        sweep(Kind::full, lasting, [](const faults::Ended& ended, const std::string& what) {
            EXPECT_EQ(ended.code, 0) << what;
            EXPECT_EQ(ended.told.size(), std::size_t{six}) << what;
        });
    }
}

TEST_F(JournalSweep, AnErrorOfTheDiskAtEveryCallEndsTheWritingAndIsNeverTriedAgain) {
    for (const bool lasting : {false, true}) {
        sweep(Kind::io_error, lasting, [](const faults::Ended& ended, const std::string& what) {
            EXPECT_TRUE(ended.code == 0 || ended.code == 3) << what << ": ended with " << ended.code;
        });
    }
}

TEST_F(JournalSweep, AKillAtEveryCallWhileATornEndIsCutOffLosesNothing) {
    const Example journal = journal_of({record_of(1), record_of(2), record_of(3)});
    const std::string torn = journal.bytes.substr(journal.ends[2], 7);
    for (const Kind kind : {Kind::kill, Kind::kill_midway}) {
        for (int at = 1;; ++at) {
            std::filesystem::remove_all(folder);
            put(journal.bytes + torn);
            const faults::Ended ended = faults::in_child([&](const Tell&) {
                faults::watch(folder, {kind, at});
                return Writer::open(file) ? no_fault : 1;
            });
            if (ended.code == no_fault) {
                EXPECT_GT(at, 6);
                break;
            }
            EXPECT_TRUE(ended.killed) << at;
            faults::watch(folder);
            base::Result<Writer> writer = Writer::open(file);
            ASSERT_TRUE(writer) << writer.error().message();
            EXPECT_EQ(writer->contents().records.size(), 3u) << at;
            EXPECT_EQ(bytes_of(file.string() + ".tail"), torn) << "after a kill at call " << at;
            faults::stop();
        }
    }
}

TEST_F(JournalSweep, PowerLostAtAnyMomentLosesNothingThatWasAcknowledged) {
    std::filesystem::create_directories(folder);
    const std::filesystem::path within = folder / "journals";
    file = within / "deeper" / "encounter.journal";
    faults::watch(folder);
    const base::Result<Writer> begun = [&] {
        base::Result<Writer> writer = Writer::create(file, "case 1");
        EXPECT_TRUE(writer);
        faults::acknowledge();
        for (int n = 1; n <= 4; ++n) {
            EXPECT_TRUE(writer->append(record_of(n)));
            faults::acknowledge();
        }
        // Longer than two sectors.
        EXPECT_TRUE(writer->append(std::string(1200, 'x')));
        faults::acknowledge();
        return writer;
    }();
    const std::vector<faults::Step> steps = faults::steps();
    faults::stop();
    const int states = faults::after_each_power_loss(steps, folder, [&](int acknowledged, const std::string& what) {
        faults::watch(folder);
        const auto bytes = base::read_file(file, most_file_bytes);
        if (!bytes || was_never_begun(*bytes)) {
            EXPECT_EQ(acknowledged, 0) << what << ": LOST";
            return;
        }
        base::Result<Writer> writer = Writer::open(file);
        ASSERT_TRUE(writer) << what << ": " << writer.error().message();
        const auto kept = static_cast<int>(writer->contents().records.size());
        EXPECT_GE(kept, acknowledged - 1) << what << ": LOST";
        EXPECT_LE(kept, acknowledged) << what;
        EXPECT_TRUE(writer->append("after the loss")) << what;
        faults::stop();
    });
    EXPECT_GT(states, 60);
}

}  // namespace
}  // namespace palpera::journal
