// Of the first case alone: what its demonstration, by which the debrief is shown, comes to.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/acceptance/played_case.h"

namespace palpera {
namespace {

class FirstCase : public testing::Test {
protected:
    pathway::ScoreSheet sheet_of(const std::string& name) const {
        for (const RecordedCourse& course : recorded_courses("ward_nurse")) {
            if (course.name == name) return played_.scored(played_.played(course));
        }
        ADD_FAILURE() << name;
        return {};
    }
    const PlayedCase played_{*library::find(shipped().cases, "ward_nurse"), 0};
};

TEST_F(FirstCase, TheDemonstrationPassesAndLeavesSomethingToLearn) {
    const auto demonstration = sheet_of("demonstration");
    EXPECT_TRUE(demonstration.passed) << printed(demonstration);
    EXPECT_LT(demonstration.score(), 75) << printed(demonstration);
}

TEST_F(FirstCase, TheDemonstrationLearnsFromItsBiggestWin) {
    const auto demonstration = sheet_of("demonstration");
    ASSERT_TRUE(demonstration.biggest_win);
    EXPECT_GT(demonstration.biggest_win->gain, 0);
    EXPECT_LT(demonstration.millipoints + demonstration.biggest_win->gain, sheet_of("expert").millipoints);
}

}  // namespace
}  // namespace palpera
