// Nobody gets past a middling student without thinking of the patient: the bots of SCORING.md 4.4 against every case.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "engine/pathway/break_even.h"
#include "tests/acceptance/bots.h"

namespace palpera {
namespace {

// Where nobody has recorded a novice: what a middling student reaches at least.
constexpr double least_of_a_novice = 45;

class Gaming : public testing::TestWithParam<std::string> {
protected:
    void SetUp() override {
        file_ = library::find(shipped().cases, GetParam());
        ASSERT_NE(file_, nullptr) << "the case was not read: see palpera check cases";
        for (RecordedCourse& course : recorded_courses(GetParam())) {
            if (course.name == "novice") novice_ = std::move(course);
        }
    }
    // The case as written and its last variant.
    template <class Look>
    void in_two_variants(Look look) const {
        for (const std::uint64_t seed : std::set<std::uint64_t>{0, file_->vary.count() - 1}) {
            SCOPED_TRACE(GetParam() + " seed " + std::to_string(seed));
            look(PlayedCase(*file_, seed));
        }
    }
    pathway::ScoreSheet novice_of(const PlayedCase& played) const { return played.scored(played.played(*novice_)); }

    const library::CaseFile* file_ = nullptr;
    std::optional<RecordedCourse> novice_;
};

TEST_P(Gaming, NoBotReachesTheNovice) {
    in_two_variants([&](const PlayedCase& played) {
        const double novice = novice_ ? novice_of(played).score() : least_of_a_novice;
        for (const Bot& bot : bots_against(played)) {
            const auto sheet = played.scored(played.played(bot.actions));
            EXPECT_LT(sheet.score(), novice) << bot.name << "\n" << printed(sheet);
            EXPECT_FALSE(sheet.passed) << bot.name;
        }
    });
}

TEST_P(Gaming, ANoviceIsMiddling) {
    if (!novice_) GTEST_SKIP() << "no novice.journal";
    in_two_variants([&](const PlayedCase& played) {
        const auto sheet = novice_of(played);
        EXPECT_GE(sheet.score(), least_of_a_novice) << printed(sheet);
        EXPECT_LE(sheet.score(), 70) << printed(sheet);
        EXPECT_FALSE(sheet.cap) << printed(sheet);
    });
}

TEST_P(Gaming, NoGuessPaysThatIsWrongThreeTimesOutOfFour) {
    in_two_variants([&](const PlayedCase& played) {
        for (const pathway::Guess& guess : pathway::guesses(shipped(), *file_, played.patient())) {
            EXPECT_FALSE(guess.pays()) << guess.act << " costs " << guess.price << " and could earn " << guess.gain;
        }
    });
}

TEST_P(Gaming, NothingIsWonByAddingToACourse) {
    if (!novice_) GTEST_SKIP() << "no novice.journal";
    in_two_variants([&](const PlayedCase& played) {
        const auto novice = novice_of(played);
        for (const Bot& bot : padded(played, played.actions_of(*novice_))) {
            const auto sheet = played.scored(played.played(bot.actions));
            EXPECT_LE(sheet.millipoints, novice.millipoints) << bot.name << "\n" << printed(sheet) << printed(novice);
        }
    });
}

INSTANTIATE_TEST_SUITE_P(Library, Gaming, testing::ValuesIn(case_ids()), case_test_name);

}  // namespace
}  // namespace palpera
