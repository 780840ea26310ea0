// A reported heel spur in a patient whose heel bone is cracked: what the case is there to teach.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/acceptance/played_case.h"

namespace palpera {
namespace {

using pathway::Component;
using pathway::LedgerLine;
using pathway::Reason;
using pathway::ScoreSheet;

constexpr const char* guideline = "calcaneal_stress_fracture/";

class ReportedSpur : public testing::Test {
protected:
    ReportedSpur() : played_(*library::find(shipped().cases, "retired_teacher"), 0) {}

    static RecordedCourse recorded(const std::string& name) {
        for (RecordedCourse& course : recorded_courses("retired_teacher")) {
            if (course.name == name) return course;
        }
        ADD_FAILURE() << name << " is not recorded";
        return {};
    }

    // The expert's course with the actions that begin so written otherwise, or left out where `instead` is empty.
    static RecordedCourse expert_but(const std::string& begin, const std::string& instead) {
        RecordedCourse course = recorded("expert");
        bool found = false;
        for (std::string& line : course.lines) {
            if (!line.starts_with(begin)) continue;
            line = instead;
            found = true;
        }
        EXPECT_TRUE(found) << begin;
        std::erase(course.lines, "");
        return course;
    }

    // The expert's course with an action put in before the first that begins so.
    static RecordedCourse expert_with(const std::string& action, const std::string& before) {
        RecordedCourse course = recorded("expert");
        const auto found = std::find_if(course.lines.begin(), course.lines.end(),
                                        [&](const std::string& line) { return line.starts_with(before); });
        EXPECT_NE(found, course.lines.end()) << before;
        course.lines.insert(found, action);
        return course;
    }

    static RecordedCourse course_of(std::vector<std::string> lines) {
        RecordedCourse course = recorded("expert");
        course.name = "written here";
        course.lines = std::move(lines);
        return course;
    }

    ScoreSheet scored(const RecordedCourse& course) const { return played_.scored(played_.played(course)); }

    bool is_true_at_the_end(const RecordedCourse& course, const std::string& fact) const {
        const encounter::Encounter encounter = played_.played(course);
        return patient::Moment(played_.patient(), encounter.progress).value(fact) == script::Value(true);
    }

    PlayedCase played_;
};

const LedgerLine* line_of(const ScoreSheet& sheet, const std::string& statement) {
    const auto found = std::find_if(sheet.ledger.begin(), sheet.ledger.end(),
                                    [&](const LedgerLine& line) { return line.statement == statement; });
    return found == sheet.ledger.end() ? nullptr : &*found;
}

std::int64_t points_of(const ScoreSheet& sheet, const std::string& statement) {
    const LedgerLine* line = line_of(sheet, statement);
    return line ? line->points : 0;
}

std::int64_t points_of(const ScoreSheet& sheet, Component component) {
    return sheet.components[static_cast<std::size_t>(component)].points;
}

TEST_F(ReportedSpur, NamedAsTheDiagnosisEarnsNextToNothingAndHarms) {
    const ScoreSheet expert = scored(recorded("expert"));
    for (const char* diagnosis : {"calcaneal_spur_finding", "plantar_fasciitis"}) {
        const ScoreSheet sheet = scored(expert_but("diagnose", std::string("diagnose ") + diagnosis + " 97"));
        EXPECT_LT(points_of(sheet, Component::diagnosis), 1'000) << diagnosis;
        EXPECT_LE(points_of(sheet, Component::harm), -10'000) << diagnosis << "\n" << printed(sheet);
        EXPECT_LT(sheet.millipoints, expert.millipoints - 30'000) << diagnosis;
    }
}

TEST_F(ReportedSpur, ClosesTheCaseMostDearlyWhereTheBoneWasNeverFelt) {
    const std::vector<std::string> closed{"ask presenting_complaint", "diagnose plantar_fasciitis 90", "finish"};
    const ScoreSheet unfelt = scored(course_of(closed));
    const LedgerLine* harm = line_of(unfelt, std::string(guideline) + "closed_unexamined");
    ASSERT_NE(harm, nullptr) << printed(unfelt);
    EXPECT_EQ(harm->points, -15'000);
    auto squeezed = closed;
    squeezed.insert(squeezed.begin() + 1, "test calcaneal_squeeze right");
    EXPECT_EQ(line_of(scored(course_of(squeezed)), std::string(guideline) + "closed_unexamined"), nullptr);
}

TEST_F(ReportedSpur, IsNoReasonToLeaveOutProperFilms) {
    const std::string step = std::string(guideline) + "new_film";
    EXPECT_EQ(line_of(scored(recorded("expert")), step)->reason, Reason::done_in_time);
    const ScoreSheet old_film = scored(recorded("old_film"));
    ASSERT_NE(line_of(old_film, step), nullptr);
    EXPECT_EQ(line_of(old_film, step)->reason, Reason::missing);
}

TEST_F(ReportedSpur, IsFollowedByMriOnlyWhenProperFilmsHaveBeenReadAndShowNoFracture) {
    const std::string step = std::string(guideline) + "mri";
    EXPECT_EQ(line_of(scored(recorded("expert")), step)->reason, Reason::done_in_time);

    RecordedCourse at_once = expert_but("order mri_foot", "");
    at_once.lines.insert(std::find(at_once.lines.begin(), at_once.lines.end(), "treat walker_boot"),
                         "order mri_foot right");
    const ScoreSheet too_early = scored(at_once);
    EXPECT_EQ(line_of(too_early, step)->reason, Reason::too_early) << printed(too_early);
    EXPECT_EQ(points_of(too_early, step), 0);
    EXPECT_LT(points_of(too_early, Component::stewardship), 12'000);
}

TEST_F(ReportedSpur, NeedsNoMriOnceALaterFilmShowsTheHealingFracture) {
    const RecordedCourse late =
        course_of({"ask presenting_complaint", "ask previous_imaging", "ask activity_relation",
                   "test calcaneal_squeeze right", "treat walker_boot", "treat crutches", "follow_up 4 weeks",
                   "end_visit", "order xray_heel_loaded right", "follow_up 3 days", "end_visit", "ask course",
                   "read xray_heel_loaded", "diagnose calcaneal_stress_fracture 95", "finish"});
    const ScoreSheet sheet = scored(late);
    EXPECT_EQ(line_of(sheet, std::string(guideline) + "mri"), nullptr) << printed(sheet);
    EXPECT_EQ(line_of(sheet, std::string(guideline) + "name_fracture")->reason, Reason::done_in_time);
}

TEST_F(ReportedSpur, IsWalkedOnUntilTheBoneGivesWayUnlessTheLoadIsTakenOff) {
    for (const char* trap : {"believed_the_paper", "old_film", "walked_on"}) {
        EXPECT_TRUE(is_true_at_the_end(recorded(trap), "fracture_displaced")) << trap;
    }
    EXPECT_FALSE(is_true_at_the_end(recorded("expert"), "fracture_displaced"));
    EXPECT_FALSE(is_true_at_the_end(recorded("expert"), "heel_squeeze_painful"));
}

TEST_F(ReportedSpur, TreatedWithWhatHarmsTheBoneCostsByHowMuch) {
    const std::int64_t expert = points_of(scored(recorded("expert")), Component::harm);
    EXPECT_EQ(expert, 0);
    const std::pair<const char*, std::int64_t> harms[]{{"treat cortisone_injection", -15'000},
                                                       {"advise train_through_pain", -15'000},
                                                       {"advise stretching", -10'000},
                                                       {"advise total_rest", -5'000},
                                                       {"prescribe naproxen 250 mg 2", -15'000}};
    for (const auto& [action, points] : harms) {
        EXPECT_EQ(points_of(scored(expert_with(action, "advise explain_spur")), Component::harm), points) << action;
    }
}

}  // namespace
}  // namespace palpera
