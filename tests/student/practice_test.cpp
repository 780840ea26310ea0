#include "engine/student/practice.h"

#include <gtest/gtest.h>

#include "engine/library/action.h"
#include "tests/library/small_library.h"
#include "tests/student/desk.h"

namespace palpera::student {
namespace {

namespace fs = std::filesystem;

// The case of the small library, by two versions of its guideline.
class PracticeWithANewerGuideline : public testing::Test {
protected:
    PracticeWithANewerGuideline() {
        fs::remove_all(folders_.data.parent_path());
        small_.with("guidelines/sore_heel.yaml", guideline("version: 1", ""));
        first_ = small_.read();
        small_.with("guidelines/earlier/sore_heel-1.yaml", guideline("version: 1", ""));
        small_.with("guidelines/sore_heel.yaml",
                    guideline("version: 2",
                              "    insole: {strength: must, domain: treatment, text: \"Give an insole\", "
                              "why: \"It helps.\", acts: [treat insole], beyond: \"A book\"}\n"));
        second_ = small_.read();
        EXPECT_EQ(small_.errors(), std::vector<std::string>{});
    }
    static std::string guideline(const std::string& version, const std::string& step) {
        return "language: en\ntitle: \"Sore heel\"\nsource: \"A source\"\n" + version +
               "\nconcerns: [sore_heel]\nsteps:\n"
               "    ask_mornings: {strength: should, domain: history, text: \"Ask about the mornings\", why: \"They "
               "tell.\", acts: [ask mornings], claims: [HS-001]}\n"
               "    feel: {strength: must, domain: examination, text: \"Feel the heel\", why: \"It is there.\", acts: "
               "[palpate plantar_fascia_insertion], beyond: \"A book\"}\n" +
               step;
    }
    Practice practice(const library::Library& library) {
        return Practice(library, folders_, {[this] { return now_ += 1000; }, [this] { return now_ += 1000; }});
    }
    static void play(Practice& practice, std::initializer_list<const char*> acts) {
        for (const char* line : acts) EXPECT_FALSE(practice.act(*library::parse_action(line)).refused) << line;
    }

    store::UserFolders folders_ = student_test::Desk::folders("newer_guideline");
    std::int64_t now_ = 1'790'000'000'000;
    library::SmallLibrary small_;
    library::Library first_, second_;
};

TEST_F(PracticeWithANewerGuideline, ShowsAnOldVisitByTheGuidelinesOfThenAndOfNow) {
    std::int64_t then = 0;
    {
        Practice before = practice(first_);
        ASSERT_TRUE(before.begin(first_.cases.front(), base::Language::en));
        play(before, {"ask mornings", "palpate plantar_fascia_insertion right", "diagnose sore_heel 90", "finish"});
        ASSERT_NE(before.sheet(), nullptr);
        EXPECT_EQ(before.revision(), nullptr) << "by the guideline it was played by";
        then = before.sheet()->millipoints;
    }
    Practice after = practice(second_);
    ASSERT_EQ(after.progress().attempts.size(), 1u);
    ASSERT_TRUE(after.review(store::Attempt(after.progress().attempts.front())));
    ASSERT_NE(after.revision(), nullptr);
    EXPECT_EQ(after.revision()->millipoints, then);
    EXPECT_LT(after.sheet()->millipoints, then);
    ASSERT_EQ(after.revision()->changes.size(), 1u);
    EXPECT_EQ(after.revision()->changes.front().now->statement, "sore_heel/insole");
    after.leave();
    EXPECT_EQ(after.revision(), nullptr);
}

TEST_F(PracticeWithANewerGuideline, ThatCameInTheMiddleOfAVisitIsToldAtItsEnd) {
    {
        Practice before = practice(first_);
        ASSERT_TRUE(before.begin(first_.cases.front(), base::Language::en));
        play(before, {"ask mornings"});
    }
    Practice after = practice(second_);
    ASSERT_EQ(after.progress().open.size(), 1u);
    ASSERT_TRUE(after.resume(0, base::Language::en));
    play(after, {"finish"});
    ASSERT_NE(after.revision(), nullptr);
    EXPECT_EQ(after.revision()->guidelines.front().then, 1);
    EXPECT_EQ(after.revision()->guidelines.front().now, 2);
}

}  // namespace
}  // namespace palpera::student
