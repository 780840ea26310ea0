#include "engine/present/spoken.h"

#include <set>

#include "engine/present/visit.h"
#include "tests/present/ward.h"

namespace palpera::present {
namespace {

using base::Language;
using encounter::Encounter;
using present_test::context_in;
using present_test::shipped_library;
using present_test::ward_nurse;

const dialogue::Model& shipped_model() {
    static const dialogue::Model model = *dialogue::read_model(PALPERA_MODEL);
    return model;
}

// The ward nurse, as if she were of another manner.
patient::Patient of_manner(const std::string& manner) {
    patient::Patient patient = ward_nurse();
    if (!manner.empty()) patient.facts.at(manner).whole = script::Value(true);
    return patient;
}

void say(Encounter& encounter, const std::string& words, Language language = Language::sv) {
    const dialogue::QuestionFinder finder(shipped_library().catalogue, language, shipped_model());
    library::Action action = *library::parse_action("say " + words);
    understand(action, encounter, finder);
    ASSERT_FALSE(encounter::find_refusal(encounter, action)) << words;
    encounter::carry_out(encounter, action);
}

std::vector<std::string> answers(const Encounter& encounter, Language language = Language::sv) {
    std::vector<std::string> told;
    for (const encounter::Event& event : encounter.events) {
        for (const encounter::Piece& piece : event.response.pieces)
            told.push_back(spoken(piece, event, encounter, context_in(language)));
    }
    return told;
}

void ask_everything(Encounter& encounter) {
    for (const library::Question& question : shipped_library().catalogue.questions)
        encounter::carry_out(encounter, *library::parse_action("ask " + question.id));
}

TEST(Courtesies, AreAnsweredAndCostNeitherTimeNorMoney) {
    Encounter encounter(ward_nurse());
    for (const char* words : {"Hej!", "Jag heter Anna och är läkarstudent", "Det måste vara jobbigt", "Tack så mycket"})
        say(encounter, words);
    EXPECT_EQ(encounter.progress.now.value, encounter.events[0].at.value);
    for (const std::string& answer : answers(encounter)) EXPECT_FALSE(answer.empty());
    for (const encounter::Event& event : encounter.events) EXPECT_TRUE(event.response.revealed.empty());
    EXPECT_EQ(patient_card(context_in(Language::sv), encounter).questions, 0) << "none of them is a question";
}

TEST(Courtesies, ASecondGreetingIsAnsweredAsASecondOne) {
    Encounter encounter(ward_nurse());
    say(encounter, "Hej!");
    say(encounter, "Hej hej");
    const std::vector<std::string> told = answers(encounter);
    ASSERT_EQ(told.size(), 2u);
    EXPECT_NE(told[0], told[1]);
}

TEST(Answers, FollowUpsTakeTheirSubjectFromWhatWasAskedBefore) {
    Encounter encounter(ward_nurse());
    say(encounter, "Vad har hänt?");
    say(encounter, "och på natten?");
    EXPECT_EQ(encounter::understood(encounter.events.back().action), std::vector<std::string>{"night_pain"});
    say(encounter, "Tack");
    say(encounter, "hur länge?");
    EXPECT_EQ(encounter::understood(encounter.events.back().action), std::vector<std::string>{"duration"})
        << "thanks do not change the subject";
}

TEST(Answers, AskedAgainAreTheSameAndAreSaidToBe) {
    Encounter encounter(ward_nurse());
    for (const char* line : {"ask duration", "ask smoking", "ask duration"})
        encounter::carry_out(encounter, *library::parse_action(line));
    const std::vector<std::string> told = answers(encounter);
    ASSERT_EQ(told.size(), 3u);
    EXPECT_EQ(told[2], "Som jag sa: " + told[0]);
}

TEST(Manner, ChangesTheWordsAndNeverWhatIsToldOrFound) {
    const patient::Patient plain = of_manner("");
    Encounter plainly(plain);
    ask_everything(plainly);
    for (const char* manner : {"talkative", "worried", "reserved"}) {
        const patient::Patient patient = of_manner(manner);
        Encounter encounter(patient);
        ask_everything(encounter);
        ASSERT_EQ(encounter.events.size(), plainly.events.size());
        for (std::size_t i = 0; i < encounter.events.size(); ++i) {
            EXPECT_EQ(encounter.events[i].response.revealed, plainly.events[i].response.revealed) << manner;
            EXPECT_EQ(encounter.events[i].until.value, plainly.events[i].until.value) << manner;
        }
        const std::vector<std::string> told = answers(encounter), plain_words = answers(plainly);
        ASSERT_EQ(told.size(), plain_words.size());
        for (std::size_t i = 0; i < told.size(); ++i)
            EXPECT_NE(told[i].find(plain_words[i]), std::string::npos) << manner << ": the answer stands in it";
    }
}

TEST(Manner, ShowsNowAndThenAndIsTheSameEveryTime) {
    for (const char* manner : {"talkative", "worried"}) {
        const patient::Patient patient = of_manner(manner), plain = of_manner("");
        Encounter encounter(patient), plainly(plain);
        ask_everything(encounter);
        ask_everything(plainly);
        const std::vector<std::string> told = answers(encounter), plain_words = answers(plainly);
        EXPECT_EQ(told, answers(encounter));
        std::size_t coloured = 0;
        for (std::size_t i = 0; i < told.size(); ++i) coloured += told[i] != plain_words[i];
        EXPECT_GT(coloured, told.size() / 8) << manner;
        EXPECT_LT(coloured, told.size() / 2) << manner;
    }
}

TEST(Answers, VolunteerNoMoreThanPeopleDo) {
    for (const library::CaseFile& file : shipped_library().cases) {
        base::Diagnostics diagnostics;
        const auto patient = patient::compile(shipped_library(), file, 0, diagnostics);
        ASSERT_TRUE(patient) << file.id;
        Encounter encounter(*patient);
        ask_everything(encounter);
        std::set<std::string> all;
        for (const encounter::Event& event : encounter.events) {
            std::set<std::string> told;
            for (const encounter::Shown& shown : event.response.revealed) told.insert(shown.fact);
            const std::string& asked = event.action.subject;
            // Who is asked for a list gives the list.
            const bool is_list = asked == "past_medical_history" || asked == "current_medication";
            EXPECT_LE(told.size(), is_list ? 24u : 7u) << file.id << ": " << asked;
            all.insert(told.begin(), told.end());
            if (asked != "presenting_complaint") continue;
            EXPECT_LE(told.size(), 4u) << file.id << ": the first words give the history away";
        }
        EXPECT_GT(all.size(), 30u) << file.id;
    }
}

TEST(Orders, TypedAsAQuestionPointToWhereTheyAreDone) {
    Encounter encounter(ward_nurse());
    say(encounter, "Ta blodtryck");
    const std::optional<Pointer> found = pointer(context_in(Language::sv), encounter.events.back());
    ASSERT_TRUE(found);
    EXPECT_EQ(found->stage, Pointer::Stage::examination);
    EXPECT_EQ(answers(encounter).back(), "Det görs under Undersökning: Blodtryck.");
    EXPECT_EQ(encounter.progress.now.value, encounter.events[0].at.value) << "nothing was done";
    say(encounter, "Beställ ferritin");
    EXPECT_EQ(pointer(context_in(Language::sv), encounter.events.back())->stage, Pointer::Stage::investigations);
    say(encounter, "Skriv ut naproxen");
    EXPECT_EQ(pointer(context_in(Language::sv), encounter.events.back())->stage, Pointer::Stage::assessment);
}

TEST(Orders, AreNotSeenInWordsThatMeanNothing) {
    Encounter encounter(ward_nurse());
    say(encounter, "Xqzw blarg");
    EXPECT_FALSE(pointer(context_in(Language::sv), encounter.events.back()));
    EXPECT_EQ(answers(encounter).back(), context_in(Language::sv)("history/not_understood"));
}

}  // namespace
}  // namespace palpera::present
