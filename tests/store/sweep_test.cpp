// A fault at every call that saving makes of the system: what was saved before or what is saved now is there
// afterwards, never a part, and nothing is put aside.
#include <gtest/gtest.h>

#include "engine/base/file.h"
#include "engine/store/archive.h"
#include "tests/faults/child.h"
#include "tests/faults/power_loss.h"

namespace palpera::store {
namespace {

namespace fs = std::filesystem;
using faults::Kind;

Attempt attempt_of(int n) {
    Attempt attempt;
    attempt.case_id = "ward_nurse";
    attempt.millipoints = n;
    attempt.journal = std::to_string(n) + ".journal";
    return attempt;
}

class SavingSweep : public testing::Test {
protected:
    void TearDown() override {
        faults::stop();
        fs::remove_all(root_);
    }
    void begin() const {
        fs::remove_all(root_);
        fs::create_directories(root_);
    }
    // The first time with nothing there, then over what is there.
    bool save(int n) const {
        Settings settings;
        settings.name = std::string(700, static_cast<char>('a' + n));
        Progress progress;
        for (int i = 1; i < n; ++i) progress.attempts.push_back(attempt_of(i));
        const auto add = [n](Progress& now) {
            std::erase_if(now.attempts, [n](const Attempt& one) { return one.millipoints == n; });
            now.attempts.push_back(attempt_of(n));
        };
        return save_settings(folders_, settings) && change_progress(folders_, progress, add);
    }
    // How often it was saved, as settings and progress say.
    std::pair<int, int> saved(const std::string& what) const {
        const Loaded<Settings> settings = load_settings(folders_);
        const Loaded<Progress> progress = load_progress(folders_);
        EXPECT_EQ(settings.trouble, "") << what;
        EXPECT_EQ(progress.trouble, "") << what;
        const std::string& name = settings.value.name;
        return {name.empty() ? 0 : name[0] - 'a', static_cast<int>(progress.value.attempts.size())};
    }
    void sweep(Kind kind) {
        for (int at = 1;; ++at) {
            begin();
            const faults::Ended ended = faults::in_child([&](const std::function<void(char)>& tell) {
                faults::watch(root_, {kind, at});
                for (int n = 1; n <= 3; ++n) {
                    if (!save(n) && !save(n)) return 1;
                    tell('+');
                }
                return faults::has_happened() ? 0 : 9;
            });
            const std::string what = "fault at call " + std::to_string(at);
            if (ended.code == 9) {
                EXPECT_GT(at, 30);
                return;
            }
            EXPECT_TRUE(ended.killed || ended.code == 0) << what;
            const auto acknowledged = static_cast<int>(ended.told.size());
            const auto [settings, progress] = saved(what);
            for (const int there : {settings, progress}) {
                EXPECT_GE(there, acknowledged) << what << ": LOST";
                EXPECT_LE(there, acknowledged + 1) << what;
            }
        }
    }

    fs::path root_ = fs::path(testing::TempDir()) /
                     (std::string("saving_") + testing::UnitTest::GetInstance()->current_test_info()->name());
    UserFolders folders_{root_ / "config" / "palpera", root_ / "data" / "palpera", root_ / "cache" / "palpera"};
};

TEST_F(SavingSweep, AKillAtEveryCallLosesNothingThatWasSaved) {
    sweep(Kind::kill);
    sweep(Kind::kill_midway);
}
TEST_F(SavingSweep, AShortWriteAtEveryCallIsFinished) { sweep(Kind::short_write); }
TEST_F(SavingSweep, ADiskThatIsFullAtAnyCallLosesNothingThatWasSaved) { sweep(Kind::full); }
TEST_F(SavingSweep, AnErrorOfTheDiskAtAnyCallLosesNothingThatWasSaved) { sweep(Kind::io_error); }

TEST_F(SavingSweep, PowerLostAtAnyMomentLosesNothingThatWasSaved) {
    begin();
    faults::watch(root_);
    for (int n = 1; n <= 2; ++n) {
        ASSERT_TRUE(save(n));
        faults::acknowledge();
    }
    const std::vector<faults::Step> steps = faults::steps();
    faults::stop();
    const int states = faults::after_each_power_loss(steps, root_, [&](int acknowledged, const std::string& what) {
        const auto [settings, progress] = saved(what);
        for (const int there : {settings, progress}) {
            EXPECT_GE(there, acknowledged) << what << ": LOST";
            EXPECT_LE(there, acknowledged + 1) << what;
        }
    });
    EXPECT_GT(states, 100);
}

}  // namespace
}  // namespace palpera::store
