#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <functional>

#include "tests/journal/example.h"

namespace palpera::journal {
namespace {

// What a child process answers: its exit code, or 1000 and the signal that ended it.
int in_child(const std::function<int()>& act) {
    const pid_t child = ::fork();
    if (child == 0) ::_exit(act());
    int status = 0;
    EXPECT_EQ(::waitpid(child, &status, 0), child);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 1000 + WTERMSIG(status);
}

void allow_files_of(rlim_t bytes) {
    ::signal(SIGXFSZ, SIG_IGN);
    rlimit limit{};
    ::getrlimit(RLIMIT_FSIZE, &limit);
    limit.rlim_cur = bytes;
    ::setrlimit(RLIMIT_FSIZE, &limit);
}

// From now on this process is told of an input/output error whenever it makes the system call.
bool fail_system_call(unsigned number) {
    sock_filter code[] = {{BPF_LD | BPF_W | BPF_ABS, 0, 0, offsetof(seccomp_data, nr)},
                          {BPF_JMP | BPF_JEQ | BPF_K, 0, 1, number},
                          {BPF_RET | BPF_K, 0, 0, SECCOMP_RET_ERRNO | EIO},
                          {BPF_RET | BPF_K, 0, 0, SECCOMP_RET_ALLOW}};
    const sock_fprog program{4, code};
    return ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

TEST_F(JournalFiles, AShortWriteRefusesTheRecordAloudLeavesTheFileWholeAndMayBeRetried) {
    const Example journal = journal_of(twenty_records());
    // Room for the length, the checksum and a part of the body of record 11, then none.
    for (const std::size_t room : {0u, 3u, 8u, 10u}) {
        std::filesystem::remove_all(folder);
        const int code = in_child([&] {
            base::Result<Writer> writer = Writer::create(file, "case 1");
            for (int n = 1; n <= 10; ++n) {
                if (!writer->append(record_of(n))) return 1;
            }
            allow_files_of(journal.ends[10] + room);
            const base::Outcome refused = writer->append(record_of(11));
            if (refused || refused.error().what.find("nothing was written") == std::string::npos) return 2;
            if (std::filesystem::file_size(file) != journal.ends[10]) return 3;
            if (read_file(file)->records.size() != 10 || writer->contents().records.size() != 10) return 4;
            if (writer->append(record_of(11))) return 5;
            allow_files_of(RLIM_INFINITY);
            for (int n = 11; n <= 20; ++n) {
                if (!writer->append(record_of(n))) return 6;
            }
            return 0;
        });
        EXPECT_EQ(code, 0) << "with room for " << room << " bytes";
        EXPECT_EQ(bytes_of(file), journal.bytes);
    }
}

TEST_F(JournalFiles, AJournalThatCannotBeBegunLeavesNoFile) {
    const int code = in_child([&] {
        allow_files_of(20);
        return Writer::create(file, "case 1") ? 1 : 0;
    });
    EXPECT_EQ(code, 0);
    EXPECT_FALSE(std::filesystem::exists(file));
}

TEST_F(JournalFiles, AKillBetweenAppendsLosesNothingThatWasAcknowledged) {
    for (const int acknowledged : {0, 1, 7, 20}) {
        std::filesystem::remove_all(folder);
        const int code = in_child([&] {
            base::Result<Writer> writer = Writer::create(file, "case 1");
            for (int n = 1; n <= acknowledged; ++n) {
                if (!writer->append(record_of(n))) return 1;
            }
            ::kill(::getpid(), SIGKILL);
            return 2;
        });
        ASSERT_EQ(code, 1000 + SIGKILL);
        base::Result<Writer> writer = Writer::open(file);
        ASSERT_TRUE(writer) << writer.error().message();
        EXPECT_EQ(writer->contents().records.size(), static_cast<std::size_t>(acknowledged));
        EXPECT_EQ(writer->contents().torn_bytes, 0u);
    }
}

TEST_F(JournalFiles, AKillAtAnyMomentLosesNothingThatWasAcknowledged) {
    for (int round = 0; round < 10; ++round) {
        std::filesystem::remove_all(folder);
        int pipe_ends[2];
        ASSERT_EQ(::pipe(pipe_ends), 0);
        const pid_t child = ::fork();
        if (child == 0) {
            base::Result<Writer> writer = Writer::create(file, "case 1");
            for (int n = 1; n < 1000; ++n) {
                if (!writer->append(record_of(n)) || ::write(pipe_ends[1], "!", 1) != 1) break;
            }
            ::_exit(1);
        }
        ::close(pipe_ends[1]);
        std::size_t acknowledged = 0;
        char mark = 0;
        while (acknowledged < static_cast<std::size_t>(5 * round + 1) && ::read(pipe_ends[0], &mark, 1) == 1)
            ++acknowledged;
        ::kill(child, SIGKILL);
        int status = 0;
        ASSERT_EQ(::waitpid(child, &status, 0), child);
        while (::read(pipe_ends[0], &mark, 1) == 1) ++acknowledged;
        ::close(pipe_ends[0]);
        const base::Result<Writer> writer = Writer::open(file);
        ASSERT_TRUE(writer) << writer.error().message();
        const std::size_t kept = writer->contents().records.size();
        EXPECT_GE(kept, acknowledged);
        EXPECT_LE(kept, acknowledged + 1);
        for (std::size_t n = 0; n < kept; ++n) {
            EXPECT_EQ(writer->contents().records[n], record_of(static_cast<int>(n) + 1));
        }
    }
}

TEST_F(JournalFiles, AFailedSyncRefusesTheRecordAndIsNeverRetried) {
    const Example journal = journal_of({record_of(1)});
    const int code = in_child([&] {
        base::Result<Writer> writer = Writer::create(file, "case 1");
        if (!writer->append(record_of(1)) || !fail_system_call(SYS_fdatasync)) return 1;
        const base::Outcome refused = writer->append(record_of(2));
        if (refused || refused.error().what.find("did not confirm") == std::string::npos) return 2;
        const base::Outcome again = writer->append(record_of(2));
        if (again || again.error().what.find("nothing more is added") == std::string::npos) return 3;
        return writer->contents().records.size() == 1 ? 0 : 4;
    });
    EXPECT_EQ(code, 0);
    EXPECT_EQ(bytes_of(file), journal.bytes);
}

TEST_F(JournalFiles, APartThatCannotBeTakenBackEndsTheWritingAndIsCutOffLater) {
    const Example journal = journal_of({record_of(1), record_of(2)});
    const int code = in_child([&] {
        base::Result<Writer> writer = Writer::create(file, "case 1");
        if (!writer->append(record_of(1)) || !fail_system_call(SYS_ftruncate)) return 1;
        allow_files_of(journal.ends[1] + 5);
        if (writer->append(record_of(2))) return 2;
        allow_files_of(RLIM_INFINITY);
        return writer->append(record_of(2)) ? 3 : 0;
    });
    EXPECT_EQ(code, 0);
    EXPECT_EQ(std::filesystem::file_size(file), journal.ends[1] + 5);
    base::Result<Writer> writer = Writer::open(file);
    ASSERT_TRUE(writer) << writer.error().message();
    EXPECT_EQ(writer->contents().torn_bytes, 5u);
    ASSERT_TRUE(writer->append(record_of(2)));
    EXPECT_EQ(bytes_of(file), journal.bytes);
}

TEST_F(JournalFiles, AnotherProcessIsRefusedWhileTheJournalIsOpenAndLetInAfterwards) {
    const auto open_elsewhere = [&] { return in_child([&] { return Writer::open(file) ? 0 : 1; }); };
    {
        const base::Result<Writer> writer = Writer::create(file, "case 1");
        ASSERT_TRUE(writer);
        EXPECT_EQ(open_elsewhere(), 1);
    }
    EXPECT_EQ(open_elsewhere(), 0);
}

}  // namespace
}  // namespace palpera::journal
