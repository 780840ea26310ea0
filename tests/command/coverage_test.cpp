#include "tests/command/example.h"
#include "tests/library/small_library.h"

namespace palpera::command {
namespace {

class Coverage : public WithFolder {
protected:
    Coverage() {
        small_.with("guidelines/claims.yaml",
                    "language: en\nsources:\n    HS: {title: \"A source\"}\n    FB: {title: \"Another\"}\nclaims:\n"
                    "    HS-001: {text: \"Heels hurt.\"}\n    HS-002: {text: \"Films tell nothing.\"}\n"
                    "    HS-003: {text: \"Some heels are cold.\"}\n    FB-001: {text: \"Buy our shoes.\"}\n"
                    "    FB-002: {text: \"Backs hurt.\"}\n");
        small_.where("guidelines/sore_heel.yaml", "acts: [order xray_heel], claims: [HS-001]",
                     "acts: [order xray_heel], claims: [HS-002]");
        small_.with("uncited.yaml",
                    "language: en\nexcused:\n    advertisement: {reason: \"It sells something.\", claims: [FB-001]}\n");
    }
    Ran covered(const Words& more = {"--json"}) const {
        small_.write();
        Words call{"coverage", "--library", small_.folder().string(), "--lang", "en"};
        call.insert(call.end(), more.begin(), more.end());
        return ran(call);
    }
    void record(const std::string& name, const std::string& acts) const {
        small_.write();
        std::ofstream(small_.folder() / "library" / "sore_morning" / name)
            << "journal 1 sore_morning seed 0 lang en\n" + acts + "finish\n";
    }

    library::SmallLibrary small_;
};

TEST_F(Coverage, CountsWhatGuidelinesCiteWhatPatientsAreWrittenFromAndListsTheRest) {
    const Ran call = covered();
    ASSERT_EQ(call.code, 0) << call.err;
    const ordered_json json = call.document();
    EXPECT_EQ(json["claims"], 5);
    EXPECT_EQ(json["cited_by_guidelines"], 2) << "HS-001, HS-002";
    EXPECT_EQ(json["exercised_by_cases"], 1) << "HS-001, by the condition";
    EXPECT_EQ(json["excused"], 1);
    EXPECT_EQ(json["uncited"].get<Words>(), (Words{"HS-003", "FB-002"}));
    EXPECT_EQ(json["unexercised"].get<Words>(), Words{"HS-002"});
    EXPECT_EQ(json["excused_claims"][0]["reason"], "It sells something.");
    EXPECT_EQ(json["sources"][0]["id"], "HS");
    EXPECT_EQ(json["sources"][0]["uncited"], 1);
    EXPECT_EQ(json["sources"][1]["excused"], 1);
}

TEST_F(Coverage, AClaimIsExercisedByARecordedVisitThatEarnsOrLosesByIt) {
    record("expert.journal", "ask mornings\npalpate plantar_fascia_insertion right\n");
    EXPECT_EQ(covered().document()["unexercised"].get<Words>(), Words{"HS-002"}) << "nobody took the film";
    record("trap_film.journal", "order xray_heel right\n");
    EXPECT_EQ(covered().document()["unexercised"].get<Words>(), Words{}) << "a trap walks into it";
}

TEST_F(Coverage, AClaimIsExercisedByAnAnswerOfTheCaseThatNamesIt) {
    small_.more("library/sore_morning/case.yaml", "answers: {where: {says: \"Here.\", claims: [FB-002]}}\n");
    EXPECT_EQ(covered().document()["uncited"].get<Words>(), Words{"HS-003"});
}

TEST_F(Coverage, AGuidelineThatScoresNoCaseCitesNothing) {
    small_.where("library/sore_morning/case.yaml", "guidelines: [sore_heel]", "guidelines: []");
    const ordered_json json = covered().document();
    EXPECT_EQ(json["cited_by_guidelines"], 0);
    EXPECT_EQ(json["uncited"].get<Words>(), (Words{"HS-002", "HS-003", "FB-002"}));
}

TEST_F(Coverage, IsToldBySourceForPeople) {
    const Ran call = covered({});
    EXPECT_NE(call.out.find("5 claims: 2 cited by guidelines, 1 exercised by cases, 1 excused"), std::string::npos)
        << call.out;
    EXPECT_NE(call.out.find("FB  Another: 2 claims, 0 cited, 0 exercised, 1 excused"), std::string::npos);
    EXPECT_LT(call.out.find("HS-003  Some heels are cold."), call.out.find("FB  Another"));
}

TEST_F(Coverage, AJournalThatCannotBePlayedIsToldAndExits1) {
    record("expert.journal", "ask nothing_known\n");
    const Ran call = covered();
    EXPECT_EQ(call.code, 1);
    EXPECT_NE(call.err.find("expert.journal:2:1"), std::string::npos) << call.err;
    EXPECT_EQ(call.document()["claims"], 5);
    EXPECT_EQ(ran({"coverage", "--library", at("missing")}).code, 2);
}

TEST_F(Coverage, OfTheShippedLibraryAddsUpAndExcusesNothingThatIsUsed) {
    const Ran call = ran({"coverage", "--json"});
    ASSERT_EQ(call.code, 0) << call.err;
    const ordered_json json = call.document();
    std::size_t claims = 0, uncited = 0;
    for (const ordered_json& source : json["sources"]) {
        claims += source["claims"].get<std::size_t>();
        uncited += source["uncited"].get<std::size_t>();
        EXPECT_LE(source["cited_by_guidelines"], source["claims"]) << source;
    }
    EXPECT_EQ(json["claims"], claims);
    EXPECT_EQ(json["uncited"].size(), uncited);
    EXPECT_EQ(json["excused"], json["excused_claims"].size()) << "each is excused once";
    EXPECT_GT(json["cited_by_guidelines"], 200);
    EXPECT_GT(json["exercised_by_cases"], 200);
}

}  // namespace
}  // namespace palpera::command
