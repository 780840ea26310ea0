#include "engine/pathway/rubric.h"
#include "tests/pathway/small_library.h"

namespace palpera::pathway {
namespace {

// A patient of the small case, and what is true, findable and known of a condition in a course of it.
class Known : public testing::Test {
protected:
    void play(const std::vector<std::string>& lines) {
        base::Diagnostics diagnostics;
        patient_ = patient::compile(heel_.library, heel_.file, 0, diagnostics);
        numbering_.emplace(heel_.library.catalogue, *patient_);
        CourseWriter writer(*numbering_, heel_.library.catalogue, *patient_);
        for (const std::string& line : lines) writer.carry_out(*library::parse_action(line));
        encounter_ = writer.encounter();
        course_ = writer.take();
    }

    bool holds(const std::string& condition, Guards::View view) {
        Guards guards(*patient_);
        const Guards::Id guard = guards.add(heel_.condition(condition));
        guards.settle(*patient_, *numbering_);
        Guards::Memory memory;
        guards.begin(course_, memory);
        const Course::Look& last = course_.looks.back();
        const Instant instant{last.before, last.now, last.visit, course_.findable.data() + last.findable};
        return guards.hold(guard, view, course_, instant, memory);
    }

    SmallCase heel_;
    std::optional<patient::Patient> patient_;
    std::optional<Numbering> numbering_;
    std::optional<encounter::Encounter> encounter_;
    Course course_;
};

using View = Guards::View;

TEST_F(Known, WhatIsFindableAgreesWithThePatient) {
    play({});
    int findable = 0;
    for (const std::string& fact : numbering_->facts()) {
        const Number number = numbering_->fact(fact);
        const bool bit = (course_.findable[number / 64] >> (number % 64) & 1) != 0;
        EXPECT_EQ(bit, patient::is_findable(*patient_, encounter_->progress, fact)) << fact;
        findable += bit ? 1 : 0;
    }
    EXPECT_EQ(findable, 3);
}

TEST_F(Known, WhatNoActWouldRevealIsTrueButNotFindable) {
    heel_.is_true("hidden").is_true("ulcer");
    play({});
    EXPECT_TRUE(holds("hidden", View::truth));
    EXPECT_FALSE(holds("hidden", View::findable));
    EXPECT_TRUE(holds("ulcer", View::findable));
    EXPECT_TRUE(holds("visit == 1", View::findable));
}

TEST_F(Known, IsWhatWasShownOrBroughtAbout) {
    heel_.is_true("ulcer").is_true("wants_film");
    heel_.library.catalogue.drugs.front().facts = {"hidden"};
    play({"ask stomach"});
    EXPECT_TRUE(holds("ulcer", View::known));
    EXPECT_FALSE(holds("wants_film", View::known));
    EXPECT_FALSE(holds("hidden", View::known));
    play({"prescribe naproxen 500 mg 2"});
    EXPECT_TRUE(holds("hidden", View::known));
    EXPECT_FALSE(holds("ulcer", View::known));
}

TEST_F(Known, AnUnknownFactMakesNeitherTheConditionNorItsOppositeHold) {
    play({});
    EXPECT_FALSE(holds("ulcer", View::known));
    EXPECT_FALSE(holds("not ulcer", View::known));
    EXPECT_FALSE(holds("ulcer or not ulcer", View::known));
    EXPECT_TRUE(holds("not ulcer", View::truth));
}

TEST_F(Known, ADrugThatIsStoppedNoLongerBringsItAbout) {
    heel_.library.catalogue.drugs.front().facts = {"hidden"};
    play({"prescribe naproxen 500 mg 2", "stop naproxen"});
    EXPECT_FALSE(holds("hidden", View::truth));
    EXPECT_TRUE(holds("not hidden", View::known));
}

}  // namespace
}  // namespace palpera::pathway
