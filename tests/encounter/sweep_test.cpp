// A fault at every call that a session makes of the system. With a second place to go on in, and with room made where
// the disk was full, every act is carried out; a kill or a loss of power takes nothing that was shown.
#include <gtest/gtest.h>

#include <filesystem>

#include "engine/encounter/journal_place.h"
#include "engine/encounter/session.h"
#include "tests/encounter/example.h"
#include "tests/faults/child.h"
#include "tests/faults/power_loss.h"

namespace palpera::encounter {
namespace {

namespace fs = std::filesystem;
using faults::Kind;
using Tell = std::function<void(char)>;

constexpr int no_fault = 9;

const std::vector<std::string> visit{"ask where", "palpate plantar_fascia_insertion right", "order xray_heel right",
                                     "advise good_shoes", "diagnose sore_heel 90"};

class SessionSweep : public testing::Test {
protected:
    void SetUp() override { fs::remove_all(root_); }
    void TearDown() override {
        faults::stop();
        fs::remove_all(root_);
    }

    base::Result<Session> open() const {
        std::int64_t now = 1;
        const auto clock = [now]() mutable { return ++now; };
        return Session::open(file_, patient_, "en", {clock, clock}, second_);
    }
    static std::vector<std::string> acts(const Session& session) {
        std::vector<std::string> acts;
        for (const Event& event : session.encounter().events) acts.push_back(library::print(event.action));
        return acts;
    }

    // The visit from where it stands. What is not saved is tried once more after `mend`.
    int play(const Tell& tell, const std::function<void()>& mend) const {
        base::Result<Session> session = open();
        if (!session) {
            mend();
            session = open();
            if (!session) return 1;
        }
        for (std::size_t i = session->encounter().events.size(); i < visit.size(); ++i) {
            Session::Reply reply = session->act(action_of(visit[i]));
            if (!reply.response) {
                if (session->encounter().events.size() != i) return 2;
                mend();
                reply = session->act(action_of(visit[i]));
                if (!reply.response) return 3;
            }
            tell('+');
            faults::acknowledge();
        }
        return 0;
    }

    void expect_kept(std::size_t acknowledged, const std::string& what) const {
        faults::watch(root_);
        const base::Result<Session> session = open();
        ASSERT_TRUE(session) << what << ": " << session.error().message();
        EXPECT_FALSE(session->keeping().is_read_only()) << what;
        const std::vector<std::string> kept = acts(*session);
        EXPECT_GE(kept.size(), acknowledged) << what << ": LOST";
        EXPECT_LE(kept.size(), acknowledged + 1) << what;
        for (std::size_t i = 0; i < kept.size(); ++i) EXPECT_EQ(kept[i], visit.at(i)) << what;
        faults::stop();
    }

    void sweep(Kind kind, bool lasting, const std::function<void()>& mend) {
        for (int at = 1;; ++at) {
            fs::remove_all(root_);
            fs::create_directories(root_);
            const faults::Ended ended = faults::in_child([&](const Tell& tell) {
                // Only the first disk fails.
                faults::watch(file_.parent_path(), {kind, at, lasting});
                const int code = play(tell, mend);
                return code == 0 && !faults::has_happened() ? no_fault : code;
            });
            const std::string what = "fault at call " + std::to_string(at);
            if (ended.code == no_fault) {
                EXPECT_GT(at, 15) << "the sweep has seen hardly a call";
                return;
            }
            const bool kills = kind == Kind::kill || kind == Kind::kill_midway;
            EXPECT_EQ(ended.killed, kills) << what;
            if (!kills) {
                EXPECT_EQ(ended.code, 0) << what;
                EXPECT_EQ(ended.told.size(), visit.size()) << what;
            }
            expect_kept(ended.told.size(), what);
        }
    }

    SmallLibrary small_;
    patient::Patient patient_ = patient_of(small_);
    fs::path root_ = fs::path(testing::TempDir()) /
                     (std::string("sweep_") + testing::UnitTest::GetInstance()->current_test_info()->name());
    fs::path file_ = root_ / "first" / "visit.journal";
    fs::path second_ = root_ / "second";
};

TEST_F(SessionSweep, AKillAtEveryCallLosesNothingThatWasShown) {
    sweep(Kind::kill, false, faults::mend);
    sweep(Kind::kill_midway, false, faults::mend);
}

TEST_F(SessionSweep, AShortWriteAtEveryCallIsFinished) {
    sweep(Kind::short_write, false, [] {});
}

TEST_F(SessionSweep, ADiskThatIsFullFromAnyCallOnShowsNothingUntilThereIsRoom) {
    sweep(Kind::full, true, faults::mend);
}

TEST_F(SessionSweep, AnErrorOfTheDiskAtAnyCallIsSurvivedInTheSecondPlace) {
    sweep(Kind::io_error, false, faults::mend);
}

TEST_F(SessionSweep, ADiskThatFailsForGoodDuringTheVisitIsSurvivedInTheSecondPlace) {
    ASSERT_TRUE(open()) << "begun while the disk was well";
    for (int at = 1; at < 12; ++at) {
        const faults::Ended ended = faults::in_child([&](const Tell& tell) {
            faults::watch(file_.parent_path());
            base::Result<Session> session = open();
            if (!session) return 1;
            faults::fail({Kind::io_error, at, true});
            for (std::size_t i = session->encounter().events.size(); i < visit.size(); ++i) {
                if (!session->act(action_of(visit[i])).response) return 2;
                tell('+');
            }
            return session->keeping().way == Keeping::Way::moved ? 0 : no_fault;
        });
        const std::string what = "from call " + std::to_string(at) + " on";
        EXPECT_EQ(ended.code, 0) << what;
        EXPECT_EQ(ended.told.size(), visit.size()) << what;
        const base::Result<Session> session = open();
        ASSERT_TRUE(session) << what << ": " << session.error().message();
        EXPECT_EQ(session->keeping().way, Keeping::Way::moved) << what;
        EXPECT_EQ(session->keeping().before, file_);
        EXPECT_EQ(acts(*session), visit) << what << ": LOST";
        fs::remove_all(root_);
        ASSERT_TRUE(open());
    }
}

TEST_F(SessionSweep, AKillAtEveryCallWhileTheSecondPlaceIsTakenLosesNothingThatWasShown) {
    for (int at = 1;; ++at) {
        fs::remove_all(root_);
        const faults::Ended ended = faults::in_child([&](const Tell& tell) {
            base::Result<Session> session = open();
            for (std::size_t i = 0; i < 3; ++i) {
                if (!session->act(action_of(visit[i])).response) return 1;
                tell('+');
            }
            // The first place is gone: the next act moves the journal, and is killed on the way.
            fs::rename(file_.parent_path(), root_ / "pulled out");
            faults::watch(second_, {Kind::kill, at});
            for (std::size_t i = 3; i < visit.size(); ++i) {
                if (!session->act(action_of(visit[i])).response) return 2;
                tell('+');
            }
            return faults::has_happened() ? 3 : no_fault;
        });
        // As it was before the stick was pulled.
        if (fs::exists(root_ / "pulled out")) fs::rename(root_ / "pulled out", file_.parent_path());
        if (ended.code == no_fault) {
            EXPECT_GT(at, 10);
            break;
        }
        EXPECT_TRUE(ended.killed) << at;
        expect_kept(ended.told.size(), "kill at call " + std::to_string(at) + " of the second place");
    }
}

TEST_F(SessionSweep, PowerLostAtAnyMomentLosesNothingThatWasShown) {
    fs::create_directories(root_);
    faults::watch(root_);
    ASSERT_EQ(play([](char) {}, [] {}), 0);
    const std::vector<faults::Step> steps = faults::steps();
    faults::stop();
    const int states = faults::after_each_power_loss(steps, root_, [&](int acknowledged, const std::string& what) {
        expect_kept(static_cast<std::size_t>(acknowledged), what);
    });
    EXPECT_GT(states, 50);
}

}  // namespace
}  // namespace palpera::encounter
