#include "engine/dialogue/follow_ups.h"

#include <gtest/gtest.h>

#include "engine/base/text.h"
#include "engine/dialogue/questions.h"
#include "tests/dialogue/shipped.h"

namespace palpera::dialogue {
namespace {

using base::Language;
using dialogue_test::shipped_library;
using Questions = std::vector<std::string>;

std::string after(const std::string& last, std::string_view typed) {
    static const FollowUps follow_ups(shipped_library().catalogue);
    return follow_ups.question(typed, last);
}

TEST(FollowUps, TakeTheirSubjectFromTheQuestionBefore) {
    EXPECT_EQ(after("presenting_complaint", "och på natten?"), "night_pain");
    EXPECT_EQ(after("pain_location", "hur länge?"), "duration");
    EXPECT_EQ(after("presenting_complaint", "hvor da?"), "pain_location");
    EXPECT_EQ(after("pain_location", "and in the morning?"), "first_steps_pain");
    EXPECT_EQ(after("smoking", "och alkohol då?"), "alcohol");
}

TEST(FollowUps, TheSameWordsAskSomethingElseAfterAnotherQuestion) {
    EXPECT_EQ(after("cramp_frequency", "hur länge?"), "cramp_duration");
    EXPECT_EQ(after("pain_location", "hur länge?"), "duration");
}

TEST(FollowUps, NeedAQuestionBeforeThemAndOneThatFits) {
    EXPECT_EQ(after("", "hur länge?"), "");
    EXPECT_EQ(after("no_such_question", "hur länge?"), "");
    EXPECT_EQ(after("allergies", "och på natten?"), "");
    EXPECT_EQ(after("pain_location", "hur länge har du bott i Malmö?"), "") << "more was said than that";
    EXPECT_EQ(after("pain_location", "och"), "");
}

TEST(FollowUps, EveryOneOfTheCatalogueIsReachedByEachOfItsWays) {
    const library::Catalogue& catalogue = shipped_library().catalogue;
    ASSERT_GT(catalogue.follow_ups.size(), 20u);
    for (const library::FollowUp& follow_up : catalogue.follow_ups) {
        ASSERT_FALSE(follow_up.after.empty()) << follow_up.id;
        bool reached = false;
        for (const library::Question& before : catalogue.questions) {
            for (const std::string& place : follow_up.after) {
                if (place != before.id && place != before.group) continue;
                for (const std::string_view way : base::split(follow_up.words.in(Language::sv), ';'))
                    reached = reached || after(before.id, way) == follow_up.asks;
            }
        }
        EXPECT_TRUE(reached) << follow_up.id << ": others always come before it";
    }
}

TEST(FollowUps, AreUnderstoodByTheFinderBeforeTheModelIsAsked) {
    const QuestionFinder finder(shipped_library().catalogue, Language::sv, dialogue_test::shipped_model());
    EXPECT_EQ(finder.understand("och då på natten?", "pain_location").questions, Questions{"night_pain"});
    EXPECT_EQ(finder.understand("hur länge?", "cramp_frequency").questions, Questions{"cramp_duration"});
}

TEST(Phrasings, OfACaseAreUnderstoodWordForWordInEachLanguage) {
    const QuestionFinder finder(shipped_library().catalogue, Language::sv, dialogue_test::shipped_model());
    Phrasings phrasings;
    phrasings["occupation_standing"].in(Language::sv) = "är golvet hårt på avdelningen; hur är golven";
    phrasings["occupation_standing"].in(Language::en) = "is the ward floor hard";
    EXPECT_EQ(finder.understand("Hur är golven?", {}, phrasings).questions, Questions{"occupation_standing"});
    EXPECT_EQ(finder.understand("is the ward floor hard", {}, phrasings).questions, Questions{"occupation_standing"});
    EXPECT_NE(finder.understand("Hur är golven?").questions, Questions{"occupation_standing"});
}

}  // namespace
}  // namespace palpera::dialogue
