// The real program, `palpera play`, under a fault at every call that it makes on its journal. The oracle: a line that
// it printed is kept, and at most one more; taken up again, the visit ends as if nothing had happened.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "engine/encounter/session.h"
#include "tests/faults/disk.h"
#include "tests/library/small_library.h"

namespace palpera {
namespace {

namespace fs = std::filesystem;
using faults::Fault;
using faults::Kind;
using Lines = std::vector<std::string>;

const Lines visit{"ask where", "palpate plantar_fascia_insertion right", "order xray_heel right", "advise good_shoes",
                  "diagnose sore_heel 90"};

std::string text_of(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

Lines lines_of(const fs::path& file) {
    Lines lines;
    std::istringstream stream(text_of(file));
    // A line without its end was not printed.
    for (std::string line; std::getline(stream, line) && !stream.eof();) lines.push_back(line);
    return lines;
}

struct Ran {
    int code = -1;
    bool killed = false;
    Lines printed;          // what was carried out
    std::string err, said;  // said: on both
    int calls = 0;
};

class RealProgram : public testing::Test {
protected:
    void SetUp() override {
        small_.write();
        begin();
    }
    void TearDown() override { fs::remove_all(root_); }
    void begin() const {
        fs::remove_all(root_);
        fs::create_directories(root_ / "temporary");
    }

    Ran play(const Lines& acts, Fault fault) const {
        std::ofstream input(root_ / "input");
        for (const std::string& act : acts) input << act << '\n';
        input.close();
        fs::remove(root_ / "report");
        const pid_t child = ::fork();
        if (child == 0) run(fault);
        int status = 0;
        EXPECT_EQ(::waitpid(child, &status, 0), child);
        Ran ran;
        ran.killed = WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
        if (WIFEXITED(status)) ran.code = WEXITSTATUS(status);
        for (const std::string& line : lines_of(root_ / "output")) {
            if (line.ends_with("\"refused\":null}")) ran.printed.push_back(line);
        }
        ran.err = text_of(root_ / "errors");
        ran.said = text_of(root_ / "output") + ran.err;
        std::ifstream(root_ / "report") >> ran.calls;
        return ran;
    }

    Lines kept() const {
        Lines kept;
        const auto contents = journal::read_file(journal_);
        if (!contents) return kept;
        for (const std::string& bytes : contents->records) kept.push_back(encounter::decode_record(bytes)->action);
        return kept;
    }

    [[noreturn]] void run(Fault fault) const {
        const auto lead = [](const fs::path& file, int flags, int to) {
            const int from = ::open(file.c_str(), flags, 0600);
            ::dup2(from, to);
        };
        lead(root_ / "input", O_RDONLY, STDIN_FILENO);
        lead(root_ / "output", O_WRONLY | O_CREAT | O_TRUNC, STDOUT_FILENO);
        lead(root_ / "errors", O_WRONLY | O_CREAT | O_TRUNC, STDERR_FILENO);
        ::setenv("LD_PRELOAD", PALPERA_FAILING_DISK, 1);
        ::setenv("ASAN_OPTIONS", "verify_asan_link_order=0:detect_leaks=0", 1);
        ::setenv("TMPDIR", (root_ / "temporary").c_str(), 1);
        std::ostringstream plan;
        plan << static_cast<int>(fault.kind) << ' ' << fault.at << ' ' << fault.lasting << ' '
             << journal_.parent_path().string();
        ::setenv("PALPERA_FAULT", plan.str().c_str(), 1);
        ::setenv("PALPERA_FAULT_REPORT", (root_ / "report").c_str(), 1);
        const std::string library = small_.places().cases.string();
        ::execl(PALPERA_PROGRAM, PALPERA_PROGRAM, "play", "sore_morning", "--json", "--library", library.c_str(),
                "--journal", journal_.c_str(), nullptr);
        ::_exit(127);
    }

    // The visit under the fault, then the rest of it without: together they say what the whole would have said.
    void expect_survived(const Ran& whole, Fault fault, const std::string& what) const {
        begin();
        const Ran first = play(visit, fault);
        const bool kills = fault.kind == Kind::kill || fault.kind == Kind::kill_midway;
        EXPECT_EQ(first.killed, kills) << what << ": " << first.err;
        if (!kills) {
            EXPECT_TRUE(first.code == 0 || first.code == 2) << what << ": " << first.code;
            EXPECT_EQ(first.code == 0, first.printed.size() == visit.size()) << what;
            const bool says_why = first.said.find("No space left on device") != std::string::npos ||
                                  first.said.find("Input/output error") != std::string::npos;
            EXPECT_EQ(first.code == 2, says_why) << what << ": " << first.said;
        }
        if (first.err.find("goes on in") == std::string::npos) {
            EXPECT_GE(kept().size(), first.printed.size()) << what << ": LOST";
            EXPECT_LE(kept().size(), first.printed.size() + 1) << what;
        }
        const Ran rest = play({"note here"}, {});
        ASSERT_EQ(rest.code, 0) << what << ": " << rest.err;
        ASSERT_EQ(rest.printed.size(), 1u) << what;
        std::size_t n = 0;
        for (std::size_t done = first.printed.size(); done <= first.printed.size() + 1; ++done) {
            if (rest.printed[0].starts_with("{\"n\":" + std::to_string(done + 1) + ",")) n = done + 1;
        }
        EXPECT_GT(n, 0u) << what << ": LOST: " << rest.printed[0];
        for (std::size_t i = 0; i < first.printed.size(); ++i) EXPECT_EQ(first.printed[i], whole.printed[i]) << what;
    }

    void sweep(Kind kind) const {
        const Ran whole = play(visit, {});
        ASSERT_EQ(whole.code, 0) << whole.err;
        ASSERT_EQ(whole.printed.size(), visit.size());
        ASSERT_EQ(kept(), visit);
        ASSERT_GT(whole.calls, 15) << "the failing disk is not in the program";
        for (int at = 1; at <= whole.calls; ++at) {
            expect_survived(whole, {kind, at}, "fault at call " + std::to_string(at));
        }
    }

    library::SmallLibrary small_;
    fs::path root_ = fs::path(testing::TempDir()) /
                     (std::string("program_") + testing::UnitTest::GetInstance()->current_test_info()->name());
    fs::path journal_ = root_ / "stick" / "visit.journal";
};

TEST_F(RealProgram, KilledAtEveryCallLosesNothingThatWasShown) { sweep(Kind::kill); }
TEST_F(RealProgram, KilledMidwayInEveryCallLosesNothingThatWasShown) { sweep(Kind::kill_midway); }
TEST_F(RealProgram, FinishesAShortWriteAtEveryCall) { sweep(Kind::short_write); }
TEST_F(RealProgram, OnADiskThatIsFullAtAnyCallLosesNothingThatWasShown) { sweep(Kind::full); }
TEST_F(RealProgram, OnADiskThatErrsAtAnyCallLosesNothingThatWasShown) { sweep(Kind::io_error); }

TEST_F(RealProgram, OnADiskThatFailsForGoodGoesOnInASecondPlaceAndSaysSo) {
    ASSERT_EQ(play({visit[0]}, {}).code, 0);
    const Ran moved = play({visit[1], visit[2]}, {Kind::io_error, 5, true});
    EXPECT_EQ(moved.code, 0) << moved.err;
    EXPECT_EQ(moved.printed.size(), 2u);
    EXPECT_NE(moved.err.find("failed; nothing is lost"), std::string::npos) << moved.err;
    EXPECT_NE(moved.err.find(journal_.string()), std::string::npos) << moved.err;
    EXPECT_NE(moved.err.find((root_ / "temporary").string()), std::string::npos) << moved.err;
    fs::remove_all(journal_.parent_path());
    const Ran rest = play({visit[3]}, {});
    EXPECT_EQ(rest.code, 0) << rest.err;
    ASSERT_EQ(rest.printed.size(), 1u);
    EXPECT_TRUE(rest.printed[0].starts_with("{\"n\":4,")) << rest.printed[0];
    EXPECT_NE(rest.err.find("goes on in"), std::string::npos) << "said again at each start";
}

}  // namespace
}  // namespace palpera
