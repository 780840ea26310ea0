#include <set>

#include "engine/pathway/ledger.h"
#include "tests/pathway/small_library.h"

namespace palpera::pathway {
namespace {

std::vector<std::int64_t> split_whole(std::int64_t whole, const std::vector<std::int64_t>& weights) {
    Split split;
    const auto parts = split(whole, weights);
    return {parts.begin(), parts.end()};
}

TEST(SplitWhole, TheLargestRemaindersTakeWhatIsLeft) {
    EXPECT_EQ(split_whole(10, {1, 1, 1}), (std::vector<std::int64_t>{4, 3, 3}));
    EXPECT_EQ(split_whole(10, {1, 2, 4}), (std::vector<std::int64_t>{1, 3, 6}));
    EXPECT_EQ(split_whole(7, {0, 0}), (std::vector<std::int64_t>{0, 0}));
    EXPECT_TRUE(split_whole(7, {}).empty());
}

TEST(ScoreSheet, NamesWhatItRestsOn) {
    SmallCase heel;
    heel.step("ask_place", Strength::should, {"ask place"});
    const ScoreSheet sheet = heel.score({"finish"});
    EXPECT_EQ(sheet.case_id, "heel_case");
    EXPECT_EQ(sheet.case_version, 1);
    EXPECT_EQ(sheet.guidelines, (std::vector<std::pair<std::string, int>>{{"heel", 3}}));
    EXPECT_EQ(sheet.pass_mark, 60);
}

TEST(ScoreSheet, RoundsToOneDecimal) {
    ScoreSheet sheet;
    sheet.millipoints = 68'749;
    EXPECT_DOUBLE_EQ(sheet.score(), 68.7);
    sheet.millipoints = 68'750;
    EXPECT_DOUBLE_EQ(sheet.score(), 68.8);
    sheet.millipoints = 99'999;
    EXPECT_DOUBLE_EQ(sheet.score(), 100);
}

TEST(ScoreSheet, TheNearestCourseSaysWhichActDidWhichStep) {
    SmallCase heel;
    heel.step("ask_place", Strength::should, {"ask place"});
    heel.step("ask_night", Strength::should, {"ask night"});
    const ScoreSheet sheet = heel.score({"ask weather", "ask night", "finish"});
    ASSERT_EQ(sheet.nearest_course.size(), 2u);
    EXPECT_EQ(sheet.nearest_course[0].action, 0);
    EXPECT_EQ(sheet.nearest_course[1].step, "heel/ask_night");
    EXPECT_EQ(sheet.nearest_course[1].action, 2);
}

TEST(ScoreSheet, FitnessCountsMissingAndUnneededActs) {
    SmallCase heel;
    heel.step("ask_place", Strength::should, {"ask place"});
    heel.step("ask_night", Strength::should, {"ask night"});
    EXPECT_EQ(heel.score({"ask place", "ask night", "finish"}).process_fitness, 1000);
    EXPECT_EQ(heel.score({"finish"}).process_fitness, 0);
    // One act used, one unneeded, two wanted: two of four are wrong.
    EXPECT_EQ(heel.score({"ask place", "ask weather", "finish"}).process_fitness, 500);
}

TEST(ScoreSheet, TheBiggestWinIsTheChangeThatGainsMost) {
    SmallCase heel;
    heel.step("ask_place", Strength::must, {"ask place"});
    heel.step("ask_night", Strength::should, {"ask night"});
    const ScoreSheet nothing = heel.score({"finish"});
    ASSERT_TRUE(nothing.biggest_win);
    EXPECT_EQ(nothing.biggest_win->statement, "heel/ask_place");
    EXPECT_EQ(nothing.biggest_win->gain, heel.score({"ask place", "finish"}).millipoints);
    const ScoreSheet all = heel.score({"ask place", "ask night", "diagnose fasciitis 100", "finish"});
    EXPECT_EQ(all.millipoints, 100'000);
    EXPECT_FALSE(all.biggest_win);
}

TEST(ScoreSheet, AWindowRunsFromArrivalUntilItsDomainIsDue) {
    SmallCase heel;
    heel.step("ask_place", Strength::should, {"ask place"}).until_visit = 1;
    library::Step& film = heel.step("film", Strength::should, {"order film"});
    film.domain = library::Domain::investigations;
    film.until = base::weeks(4);
    const ScoreSheet sheet = heel.score({"ask place", "ask night", "end_visit", "finish"});
    ASSERT_EQ(sheet.windows.size(), 2u);
    EXPECT_EQ(sheet.windows[0].domain, library::Domain::history);
    EXPECT_EQ(sheet.windows[0].until, Minutes{2});
    EXPECT_EQ(sheet.windows[1].until, base::weeks(4));
}

TEST(ScoreSheet, EveryReasonHasItsNameAndMark) {
    std::set<std::string_view> names;
    for (int i = 0; i <= static_cast<int>(Reason::not_scorable); ++i) names.insert(name(static_cast<Reason>(i)));
    EXPECT_EQ(names.size(), 13u);
    EXPECT_EQ(name(Reason::unjustified_when_ordered), "unjustified_when_ordered");
    EXPECT_EQ(mark_of(Reason::done_in_time), Mark::matched);
    EXPECT_EQ(mark_of(Reason::out_of_order), Mark::late);
    EXPECT_EQ(mark_of(Reason::missing_justified), Mark::missed);
    EXPECT_EQ(mark_of(Reason::cancelled_in_time), Mark::unneeded);
    EXPECT_EQ(mark_of(Reason::harmful_in_hindsight), Mark::harmful);
    EXPECT_EQ(mark_of(Reason::not_scorable), Mark::none);
    EXPECT_EQ(name(Mark::unneeded), "unneeded");
    EXPECT_EQ(name(Component::necessary_care), "necessary_care");
}

}  // namespace
}  // namespace palpera::pathway
