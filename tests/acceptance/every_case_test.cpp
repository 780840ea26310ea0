// What is demanded of every case in the library, whoever wrote it.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "engine/pathway/coverage.h"
#include "tests/acceptance/played_case.h"

namespace palpera {
namespace {

using base::Language;
using base::LocalText;

class EveryCase : public testing::TestWithParam<std::string> {
protected:
    void SetUp() override {
        file_ = library::find(shipped().cases, GetParam());
        ASSERT_NE(file_, nullptr) << "the case was not read: see palpera check cases";
    }
    // Of every variant: `look` is given it ready to be played.
    template <class Look>
    void in_every_variant(Look look) const {
        for (std::uint64_t seed = 0; seed < file_->vary.count(); ++seed) {
            SCOPED_TRACE(GetParam() + " seed " + std::to_string(seed));
            look(PlayedCase(*file_, seed));
        }
    }
    const library::CaseFile* file_ = nullptr;
};

void expect_a_sum(const pathway::ScoreSheet& sheet) {
    std::int64_t sum = 0;
    for (const pathway::LedgerLine& line : sheet.ledger) sum += line.points;
    EXPECT_EQ(sheet.millipoints, sum) << printed(sheet);
}

// One walk through the variants, as a patient takes longer to compile than a course to be scored.
TEST_P(EveryCase, PaysTheExpertAndNeitherIdlenessNorOrderingEverythingNorItsTraps) {
    const std::vector<RecordedCourse> courses = recorded_courses(GetParam());
    in_every_variant([&](const PlayedCase& played) {
        for (const RecordedCourse& course : courses) {
            const auto sheet = played.scored(played.played(course));
            expect_a_sum(sheet);
            if (course.name == "expert") {
                EXPECT_GE(sheet.score(), 90) << printed(sheet);
                EXPECT_TRUE(sheet.passed);
            }
            EXPECT_LE(sheet.score(), course.most.value_or(100)) << course.name << "\n" << printed(sheet);
        }
        const auto nothing = played.scored(played.played_nothing());
        EXPECT_FALSE(nothing.ledger.empty());
        EXPECT_LT(nothing.score(), 20) << printed(nothing);
        const auto everything = played.scored(played.played(played.everything()));
        expect_a_sum(everything);
        EXPECT_LT(everything.score(), 40) << printed(everything);
        EXPECT_FALSE(everything.passed);
    });
}

TEST_P(EveryCase, HasAnExpertAndATrapThatSaysWhatItEarnsAtMost) {
    const std::vector<RecordedCourse> courses = recorded_courses(GetParam());
    const auto named = [&](const std::string& name) {
        return std::any_of(courses.begin(), courses.end(), [&](const RecordedCourse& one) { return one.name == name; });
    };
    EXPECT_TRUE(named("expert"));
    EXPECT_GE(courses.size(), 2u) << "record what a novice does wrong, too";
    for (const RecordedCourse& course : courses) {
        if (course.name == "expert") continue;
        EXPECT_TRUE(course.most) << course.name << ".journal: add a comment line such as '# at most 55'";
    }
}

const library::Step* step_of(const std::string& statement) {
    const std::size_t slash = statement.find('/');
    const library::Guideline* guideline = library::find(shipped().guidelines, statement.substr(0, slash));
    return guideline ? library::find(guideline->steps, statement.substr(slash + 1)) : nullptr;
}

// What cannot wait in the eyes of the guidelines: the vital steps that this course was asked for.
std::vector<const library::Step*> vital_steps(const pathway::ScoreSheet& sheet) {
    std::vector<const library::Step*> steps;
    for (const pathway::LedgerLine& line : sheet.ledger) {
        const library::Step* step = step_of(line.statement);
        if (step && step->vital && line.of > 0) steps.push_back(step);
    }
    return steps;
}

bool serves(const library::Action& action, const library::Step& step) {
    return std::ranges::any_of(step.acts, [&](const library::StepAct& one) {
        return one.act.verb == action.verb && one.act.subject == action.subject;
    });
}

TEST_P(EveryCase, CannotBePassedWithoutAnActThatCannotWait) {
    const std::vector<RecordedCourse> courses = recorded_courses(GetParam());
    const auto expert = std::ranges::find(courses, "expert", &RecordedCourse::name);
    ASSERT_NE(expert, courses.end());
    in_every_variant([&](const PlayedCase& played) {
        for (const library::Step* step : vital_steps(played.scored(played.played(*expert)))) {
            std::vector<library::Action> without = played.actions_of(*expert);
            EXPECT_GT(std::erase_if(without, [&](const library::Action& one) { return serves(one, *step); }), 0u);
            const auto sheet = played.scored(played.played(without));
            EXPECT_FALSE(sheet.passed) << step->id << "\n" << printed(sheet);
            EXPECT_TRUE(sheet.cap) << step->id;
        }
    });
}

// The ways in which a fact can be found at arrival or where a course has led.
class Ways {
public:
    explicit Ways(const encounter::Encounter& after) : patient_(after.patient), after_(after.progress) {}

    std::set<std::string> to(const std::string& fact) const {
        std::set<std::string> acts;
        for (const patient::Progress* progress : {&arrival_, &after_}) {
            const patient::Moment moment(*patient_, *progress);
            for (const auto& [act, entry] : patient_->acts) {
                for (const patient::Responses* responses : {&entry.whole, &entry.right, &entry.left}) {
                    const library::Response* response = patient::chosen(*responses, moment);
                    if (!response) continue;
                    if (std::count(response->reveals.begin(), response->reveals.end(), fact) > 0) acts.insert(act);
                }
            }
        }
        return acts;
    }

private:
    const patient::Patient* patient_;
    patient::Progress after_, arrival_{*patient_};
};

TEST_P(EveryCase, LetsEveryFeatureBeFoundAndInTwoWaysUnlessItSaysOtherwise) {
    const std::vector<RecordedCourse> courses = recorded_courses(GetParam());
    const auto expert =
        std::find_if(courses.begin(), courses.end(), [](const RecordedCourse& one) { return one.name == "expert"; });
    ASSERT_NE(expert, courses.end());
    EXPECT_FALSE(file_->features.empty());
    in_every_variant([&](const PlayedCase& played) {
        const encounter::Encounter course = played.played(*expert);
        const Ways ways(course);
        for (const library::Feature& feature : file_->features) {
            for (const std::string& fact : feature.shows) {
                EXPECT_GE(ways.to(fact).size(), feature.two_ways ? 2u : 1u) << feature.id << ": " << fact;
            }
        }
    });
}

// Every text that the author of the case has written.
std::vector<const LocalText*> texts_of(const library::Picture& picture) {
    std::vector<const LocalText*> texts;
    for (const auto* acts : {&picture.answers, &picture.findings, &picture.results}) {
        for (const library::ScriptedResponse& act : *acts) {
            for (const library::Response& response : act.responses) {
                texts.push_back(&response.says);
                texts.push_back(&response.finds);
            }
        }
    }
    for (const library::Return& one : picture.returns) texts.push_back(&one.says);
    for (const library::Event& one : picture.events) {
        texts.push_back(&one.says);
        texts.push_back(&one.tells);
    }
    for (const library::Ending& one : picture.outcome) texts.push_back(&one.tells);
    return texts;
}

std::vector<const LocalText*> texts_of(const library::CaseFile& file) {
    std::vector<const LocalText*> texts{&file.title, &file.complaint, &file.occupation, &file.work, &file.home};
    const auto add = [&](const library::Picture& picture) {
        const auto more = texts_of(picture);
        texts.insert(texts.end(), more.begin(), more.end());
    };
    add(file.picture);
    for (const library::Comorbidity& one : file.vary.also) add(one.picture);
    return texts;
}

TEST_P(EveryCase, IsWrittenInThreeLanguagesAndNotInOneThreeTimes) {
    // A short answer may be the same word in two languages; a sentence is not.
    constexpr std::size_t sentence = 24;
    for (const LocalText* text : texts_of(*file_)) {
        if (text->empty()) continue;
        const std::string &sv = text->in(Language::sv), &nb = text->in(Language::nb), &en = text->in(Language::en);
        for (const std::string* words : {&sv, &nb, &en}) EXPECT_FALSE(words->empty()) << sv << nb << en;
        if (sv.size() < sentence) continue;
        EXPECT_NE(sv, nb);
        EXPECT_NE(sv, en);
        EXPECT_NE(nb, en);
    }
}

TEST_P(EveryCase, IsScoredByAGuidelineOfItsFirstCondition) {
    ASSERT_FALSE(file_->conditions.empty());
    const std::string& condition = file_->conditions.front().condition;
    EXPECT_TRUE(std::any_of(file_->guidelines.begin(), file_->guidelines.end(), [&](const std::string& id) {
        const library::Guideline* guideline = library::find(shipped().guidelines, id);
        return guideline && std::count(guideline->concerns.begin(), guideline->concerns.end(), condition) > 0;
    })) << condition;
}

INSTANTIATE_TEST_SUITE_P(Library, EveryCase, testing::ValuesIn(case_ids()), case_test_name);

TEST(TheLibrary, ExcusesNoClaimThatItUses) {
    const pathway::Coverage coverage = pathway::coverage_of_files(shipped());
    EXPECT_FALSE(coverage.excused.empty());
    for (const std::string& claim : coverage.excused) {
        EXPECT_FALSE(coverage.cited.contains(claim) || coverage.exercised.contains(claim))
            << claim << ": leave it out of uncited.yaml";
    }
}

// An emergency whose guideline no longer sees it would pass the test above without a word.
TEST(TheLibrary, AsksForWhatCannotWaitOfItsEmergencies) {
    const std::map<std::string, std::string> emergencies{{"home_carer", "cauda_equina"},
                                                         {"apprentice", "compartment"},
                                                         {"costume_maker", "clot"},
                                                         {"truck_driver", "foot_drop"}};
    for (const auto& [id, wanted] : emergencies) {
        const library::CaseFile* file = library::find(shipped().cases, id);
        ASSERT_NE(file, nullptr) << id;
        const PlayedCase played(*file, 0);
        EXPECT_TRUE(std::ranges::any_of(vital_steps(played.scored(played.played_nothing())),
                                        [&](const library::Step* step) { return step->id == wanted; }))
            << id;
    }
}

TEST(TheLibrary, IsReadWithoutAComplaint) {
    for (const base::Diagnostic& one : complaints().sorted()) ADD_FAILURE() << base::format(one);
    EXPECT_EQ(shipped().cases.size(), case_ids().size());
}

}  // namespace
}  // namespace palpera
