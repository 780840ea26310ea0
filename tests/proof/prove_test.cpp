// A case is proved before a student sees it: what is proved can be played, and what is broken is found.
#include "engine/proof/prove.h"

#include <algorithm>
#include <cstdlib>
#include <stdexcept>

#include "engine/proof/calendar.h"
#include "engine/proof/examination.h"
#include "tests/proof/shipped.h"

namespace palpera::proof {
namespace {

Actions actions_of(const std::string& journal) {
    const auto parsed = library::parse_journal(journal);
    EXPECT_TRUE(parsed) << journal;
    Actions actions;
    if (parsed)
        for (const auto& line : parsed->lines) actions.push_back(action_of(line.text));
    return actions;
}

const Property& property(const Proof& proof, const std::string& id) {
    const auto found = std::find_if(proof.properties.begin(), proof.properties.end(),
                                    [&](const Property& one) { return one.id == id; });
    EXPECT_NE(found, proof.properties.end()) << id;
    return *found;
}

// One variant of a case that somebody has changed.
Proof examined(const library::CaseFile& file, const library::Library& library = shipped()) {
    const auto stage = Stage::of(library, file, 0);
    if (!stage) throw std::runtime_error(file.id + " does not compile");
    const ProofRequest request{1, 200'000, 10, {}};
    const Actions elsewhere;
    return *Examination(*stage, elsewhere, request).run({});
}

class EveryProof : public testing::TestWithParam<std::string> {};

TEST_P(EveryProof, HoldsOfTheCaseAsWritten) {
    const Proof proof = examined(shipped_case(GetParam()));
    for (const Property& one : proof.properties) {
        std::string about;
        for (const std::string& each : one.about) about += each + " ";
        EXPECT_EQ(one.holds, Holds::yes) << one.id << ": " << about << "\n" << one.witness;
    }
    const auto stage = stage_of(GetParam());
    EXPECT_EQ(stage->play(actions_of(proof.bounds.lowest)).millipoints, proof.bounds.low);
    const std::int64_t best = stage->play(actions_of(proof.bounds.highest)).millipoints;
    EXPECT_LE(best, proof.bounds.high);
    if (proof.bounds.exact) {
        EXPECT_EQ(best, proof.bounds.high);
    }
}

// 10,000 of each on demand: PALPERA_JOURNALS=10000.
TEST_P(EveryProof, HoldsEveryRandomJournalWithinItsStatesAndBounds) {
    const char* demanded = std::getenv("PALPERA_JOURNALS");
    const int journals = demanded ? std::atoi(demanded) : 20;
    const auto stage = stage_of(GetParam());
    const Proof proof = examined(shipped_case(GetParam()));
    Calendar calendar(stage->patient());
    ASSERT_TRUE(calendar.explore(200'000));
    Random random(11, GetParam(), 0);
    const std::vector<std::string> times{"wait 1 days", "wait 1 weeks", "wait 3 weeks", "end_visit",
                                         "follow_up 2 weeks"};
    for (int journal = 0; journal < journals; ++journal) {
        const std::uint64_t length = random.below(60);
        for (std::uint64_t i = 0; i < length; ++i) {
            const bool passes_time = random.chance(150);
            stage->act(passes_time ? action_of(times[random.below(times.size())])
                                   : stage->everything()[random.below(stage->everything().size())]);
            ASSERT_TRUE(calendar.holds(stage->encounter())) << "journal " << journal << ", action " << i;
        }
        const Played played = stage->finish();
        EXPECT_GE(played.millipoints, proof.bounds.low);
        EXPECT_LE(played.millipoints, proof.bounds.high);
    }
}

std::vector<std::string> case_ids() {
    std::vector<std::string> ids;
    for (const library::CaseFile& file : shipped().cases) ids.push_back(file.id);
    return ids;
}
INSTANTIATE_TEST_SUITE_P(Library, EveryProof, testing::ValuesIn(case_ids()),
                         [](const auto& information) { return information.param; });

TEST(Proof, GivesTheSameAnswersOnTwoThreadsAsOnOne) {
    library::CaseFile file = shipped_case("preschool_teacher");
    file.vary.age = {28, 24};
    file.vary.severity.clear();
    file.vary.also.clear();
    const Proof one = prove(shipped(), file, {1, 200'000, 5, {}}), two = prove(shipped(), file, {2, 200'000, 5, {}});
    EXPECT_EQ(one.variants, 2u);
    EXPECT_EQ(one.states, two.states);
    EXPECT_EQ(one.bounds.highest, two.bounds.highest);
    ASSERT_EQ(one.properties.size(), property_ids.size());
    ASSERT_EQ(two.properties.size(), property_ids.size());
    for (std::size_t i = 0; i < property_ids.size(); ++i) {
        EXPECT_EQ(one.properties[i].id, property_ids[i]);
        EXPECT_EQ(one.properties[i].holds, two.properties[i].holds) << property_ids[i];
        EXPECT_EQ(one.properties[i].witness, two.properties[i].witness) << property_ids[i];
    }
}

TEST(Proof, ThatIsStoppedIsOfNothing) {
    const Proof proof = prove(shipped(), shipped_case("ward_nurse"), {1, 200'000, 5, [](double) { return false; }});
    EXPECT_FALSE(proof.holds());
    for (const Property& one : proof.properties) EXPECT_EQ(one.holds, Holds::unknown) << one.id;
}

// Broken cases: each property is broken once, and it is found.

TEST(BrokenCase, WithAFeatureThatNothingShowsIsFound) {
    library::CaseFile file = shipped_case("ward_nurse");
    file.features.push_back({"made_up", {"no_such_sign"}, true});
    const Proof proof = examined(file);
    EXPECT_EQ(property(proof, "features_discoverable").holds, Holds::no);
    EXPECT_FALSE(property(proof, "features_discoverable").witness.empty());
}

TEST(BrokenCase, ThatEndsBeforeItsResultsHaveComeIsFound) {
    library::CaseFile file = shipped_case("ward_nurse");
    file.horizon = {60};
    const Proof proof = examined(file);
    EXPECT_EQ(property(proof, "no_dead_end").holds, Holds::no);
    EXPECT_FALSE(property(proof, "no_dead_end").about.empty());
}

TEST(BrokenCase, WhoseDiagnosisNobodyCanNameIsNotSolvable) {
    library::CaseFile file = shipped_case("ward_nurse");
    file.conditions.clear();
    file.guidelines = {"consultation"};
    const Proof proof = examined(file);
    EXPECT_EQ(property(proof, "solvable").holds, Holds::no);
    EXPECT_LT(proof.bounds.high, 95'000);
}

TEST(BrokenCase, WithATextThatCannotComeIsFound) {
    library::CaseFile file = shipped_case("preschool_teacher");
    file.vary = {};
    library::Return never;
    never.id = "returns/never";
    never.says = {{"aldrig", "aldri", "never"}};
    script::Vocabulary vocabulary = shipped().catalogue.vocabulary;
    vocabulary["visit"] = {script::Kind::number, "", {}};
    never.when = script::parse("age >= 90", vocabulary, [](auto) { return ""; }).condition;
    ASSERT_FALSE(never.when.always());
    file.picture.returns.insert(file.picture.returns.begin(), never);
    const Proof proof = prove(shipped(), file, {1, 200'000, 3, {}});
    EXPECT_EQ(property(proof, "texts_reachable").holds, Holds::no);
    EXPECT_EQ(property(proof, "texts_reachable").about, std::vector<std::string>{"case:returns/never"});
}

// What is never said of a red flag is not found in time.
TEST(BrokenCase, WhoseRedFlagNothingTellsOfIsFound) {
    library::Library library;
    {
        base::Diagnostics diagnostics;
        const std::filesystem::path root(PALPERA_SOURCE_DIR);
        library = library::read_library({root / "cases", root / "assets" / "anatomy"}, diagnostics);
    }
    const auto silence = [](auto& acts) {
        for (auto& act : acts)
            for (library::Response& response : act.responses) std::erase(response.reveals, "bladder_bowel_change");
    };
    for (library::ConditionModel& model : library.conditions) {
        silence(model.picture.answers);
        silence(model.picture.findings);
        silence(model.picture.results);
    }
    for (library::Question& question : library.catalogue.questions)
        for (library::Response& answer : question.answers) std::erase(answer.reveals, "bladder_bowel_change");
    library::CaseFile file = *library::find(library.cases, "home_carer");
    silence(file.picture.answers);
    const Proof proof = examined(file, library);
    EXPECT_EQ(property(proof, "red_flags_in_time").holds, Holds::no);
}

// The calendar over-approximates: what a full walk through two weeks reaches day by day lies within it.
TEST(Calendar, HoldsWhatAFullWalkReaches) {
    const auto stage = stage_of("ward_nurse");
    Calendar calendar(stage->patient());
    ASSERT_TRUE(calendar.explore(200'000));
    EXPECT_GT(calendar.states(), 100u);
    const Actions moves{action_of("advise supportive_shoes"), action_of("treat cortisone_injection"),
                        action_of("refer physiotherapist routine"), action_of("wait 3 days"),
                        action_of("wait 1 weeks")};
    std::vector<encounter::Encounter> level{encounter::Encounter(stage->patient())};
    for (int depth = 0; depth < 5; ++depth) {
        std::vector<encounter::Encounter> next;
        for (const encounter::Encounter& one : level) {
            for (const Action& move : moves) {
                if (encounter::find_refusal(one, move)) continue;
                encounter::Encounter after = one;
                encounter::carry_out(after, move);
                ASSERT_TRUE(calendar.holds(after));
                next.push_back(std::move(after));
            }
        }
        level = std::move(next);
    }
    EXPECT_GT(level.size(), 1000u);
}

TEST(Calendar, TellsWhatCanAndCannotBe) {
    const auto stage = stage_of("ward_nurse");
    Calendar calendar(stage->patient());
    ASSERT_TRUE(calendar.explore(200'000));
    script::Vocabulary vocabulary = shipped().catalogue.vocabulary;
    const auto condition = [&](const std::string& text) {
        const script::Parsed parsed = script::parse(text, vocabulary, [](auto) { return ""; });
        EXPECT_TRUE(parsed.complaints.empty()) << text;
        return parsed.condition;
    };
    EXPECT_TRUE(calendar.may_hold(condition("visit >= 2 and done(\"advise supportive_shoes\")")));
    EXPECT_TRUE(calendar.may_hold(condition("improvement >= 30")));
    EXPECT_FALSE(calendar.may_hold(condition("age >= 90")));
    EXPECT_FALSE(calendar.may_hold(condition("visit < 1")));
    EXPECT_FALSE(calendar.may_hold(condition("severity > 60 and elapsed < 1 days")));
}

}  // namespace
}  // namespace palpera::proof
