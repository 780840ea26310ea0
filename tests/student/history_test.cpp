#include "engine/student/history.h"

#include <gtest/gtest.h>

#include <set>

#include "tests/student/screens.h"
#include "tests/student/ward.h"
#include "tests/ui/driver.h"

namespace palpera::student {
namespace {

using base::Language;
using student_test::Screen;
using student_test::Ward;

// The history on a screen; what it asks for is carried out after the frame, as the application does.
class HistoryScreen {
public:
    explicit HistoryScreen(Ward& ward, Screen screen = {})
        : ward_(ward),
          driver([this](ui::Ui& ui) { draw(ui); },
                 {.width = screen.width, .height = screen.height, .text_scale = screen.text_scale}) {
        driver.frame(4);
    }

    std::string last() const { return asked.empty() ? "" : library::print(asked.back()); }

private:
    void draw(ui::Ui& ui) {
        ui::Rect place = ui::window_rect();
        ui::cut_top(ui, place, 56);
        VisitView view = ward_.view();
        view.is_exam = is_exam;
        for (const library::Action& action : draw_history(ui, place, view, state)) {
            asked.push_back(action);
            ward_.act(action);
        }
    }

    Ward& ward_;

public:
    HistoryState state;
    bool is_exam = false;
    Actions asked;
    ui_test::UiDriver driver;  // draws as soon as it is made, so it is made last
};

constexpr std::initializer_list<const char*> talk{"ask presenting_complaint",
                                                  "ask pain_location",
                                                  "note_finding 2",
                                                  "ask first_steps_pain",
                                                  "ask night_pain",
                                                  "note Kontrollera skorna",
                                                  "differential plantar_fasciitis 45, calcaneal_stress_fracture 25"};

TEST(History, TheEdgesOfTheColumnsAreMovedByKeys) {
    Ward ward;
    HistoryScreen screen(ward);
    for (int column = 0; column < 4; ++column) {
        for (int tab = 0; tab < 60 && screen.driver.focus() != "history.topics.edge.grip"; ++tab)
            screen.driver.key(ui::Key::tab);
        if (screen.driver.focus() == "history.topics.edge.grip") break;
        screen.driver.key(ui::Key::f6);
    }
    ASSERT_EQ(screen.driver.focus(), "history.topics.edge.grip");
    screen.driver.key(ui::Key::right);
    screen.driver.key(ui::Key::right);
    EXPECT_FLOAT_EQ(screen.state.topics_share, 1.1f);
    for (const ui_test::Complaint& complaint : screen.driver.lint())
        if (complaint.rule != "cut") ADD_FAILURE() << complaint.rule << ": " << complaint.text;
}

TEST(History, OpensWithTheFirstQuestionOfTheCatalogue) {
    Ward ward;
    HistoryScreen screen(ward);
    screen.driver.click("history.open");
    EXPECT_EQ(screen.last(), "ask presenting_complaint");
    EXPECT_FALSE(screen.driver.shows("history.open"));
}

TEST(HistoryColumns, CanBeDraggedBetweenFourFifthsAndOneAndAHalfOfTheirWidth) {
    Ward ward(Language::sv, talk);
    HistoryScreen screen(ward);
    screen.driver.press({256, 500}, {300, 500});
    EXPECT_NEAR(screen.state.topics_share, 300.0f / 256, 0.02);
    EXPECT_TRUE(screen.asked.empty()) << "dragging presses nothing";
    screen.driver.press({300, 500}, {900, 500});
    EXPECT_FLOAT_EQ(screen.state.topics_share, 1.5f);
    screen.driver.press({1440 - 336, 500}, {1430, 500});
    EXPECT_FLOAT_EQ(screen.state.patient_share, 0.8f);
}

TEST(History, AsksAQuestionFromItsTopicAndTicksIt) {
    Ward ward;
    HistoryScreen screen(ward);
    screen.driver.click("history.topic.pain");
    screen.driver.click("history.question.night_pain");
    EXPECT_EQ(screen.last(), "ask night_pain");
    EXPECT_TRUE(screen.driver.reads("Jag vaknar inte av det."));
}

TEST(History, HasOneTopicOpenAtATime) {
    Ward ward;
    HistoryScreen screen(ward);
    screen.driver.click("history.topic.pain");
    screen.driver.click("history.topic.presenting_complaint");
    EXPECT_TRUE(screen.driver.shows("history.question.onset_mode"));
    EXPECT_FALSE(screen.driver.shows("history.question.night_pain"));
    screen.driver.click("history.topic.presenting_complaint");
    EXPECT_FALSE(screen.driver.shows("history.question.onset_mode"));
}

TEST(History, EnterAsksTheSuggestionThatIsChosen) {
    Ward ward;
    HistoryScreen screen(ward);
    screen.driver.type("history.field", "ont på natten");
    ASSERT_TRUE(screen.driver.shows("history.suggestions.night_pain"));
    EXPECT_TRUE(screen.driver.item("history.suggestions.night_pain")->checked);
    screen.driver.key(ui::Key::enter);
    EXPECT_EQ(screen.last(), "ask night_pain");
    EXPECT_EQ(screen.state.typed, "");
    EXPECT_EQ(screen.driver.focus(), "history.field") << "the next question can be typed at once";
}

TEST(History, ArrowsChooseAnotherSuggestion) {
    Ward ward;
    HistoryScreen screen(ward);
    screen.driver.type("history.field", "ont på natten");
    screen.driver.key(ui::Key::down);
    ASSERT_EQ(screen.state.suggestion, 1);
    screen.driver.key(ui::Key::enter);
    ASSERT_EQ(screen.asked.size(), 1u);
    EXPECT_EQ(screen.asked[0].verb, library::Verb::ask);
    EXPECT_NE(screen.asked[0].subject, "night_pain");
}

TEST(History, TheButtonSaysTheWordsAsTheyAre) {
    Ward ward;
    HistoryScreen screen(ward);
    screen.driver.type("history.field", "har du ont på natten");
    screen.driver.click("history.ask");
    ASSERT_EQ(screen.asked.size(), 1u);
    EXPECT_EQ(screen.asked[0].verb, library::Verb::say);
    EXPECT_EQ(screen.asked[0].text, "har du ont på natten");
    EXPECT_EQ(encounter::understood(screen.asked[0]), std::vector<std::string>{"night_pain"});
}

TEST(History, EscapeClosesTheSuggestionsAndKeepsWhatWasTyped) {
    Ward ward;
    HistoryScreen screen(ward);
    screen.driver.type("history.field", "ont på natten");
    screen.driver.key(ui::Key::escape);
    EXPECT_FALSE(screen.driver.shows("history.suggestions.night_pain"));
    EXPECT_EQ(screen.state.typed, "ont på natten");
    screen.driver.key(ui::Key::enter);
    ASSERT_EQ(screen.asked.size(), 1u);
    EXPECT_EQ(screen.asked[0].verb, library::Verb::say);
}

TEST(History, NothingIsAskedWithAnEmptyField) {
    Ward ward;
    HistoryScreen screen(ward);
    EXPECT_FALSE(screen.driver.item("history.ask")->enabled);
    screen.driver.click("history.field");
    screen.driver.key(ui::Key::enter);
    EXPECT_TRUE(screen.asked.empty());
}

TEST(History, ShowsWhatWordsWereTakenToMeanAndTakesThemBack) {
    Ward ward;
    HistoryScreen screen(ward);
    screen.driver.type("history.field", "gör det ont på natten");
    screen.driver.click("history.ask");
    ASSERT_FALSE(encounter::understood(screen.asked.at(0)).empty());
    EXPECT_TRUE(screen.driver.reads(ward.context()("history/understood_as")));
    screen.driver.click("history.take_back.1");
    EXPECT_EQ(screen.last(), "take_back 1");
    EXPECT_FALSE(screen.driver.shows("history.take_back.1"));
}

TEST(History, NothingIsSuggestedInAnExam) {
    Ward ward;
    HistoryScreen screen(ward);
    screen.is_exam = true;
    screen.driver.type("history.field", "ont på natten");
    EXPECT_FALSE(screen.driver.shows("history.suggestions"));
    screen.driver.key(ui::Key::enter);
    ASSERT_EQ(screen.asked.size(), 1u);
    EXPECT_EQ(library::print(screen.asked[0]), "say ont på natten");
}

TEST(History, AnOrderPointsToItsPlaceAndLeadsThere) {
    Ward ward;
    HistoryScreen screen(ward);
    screen.driver.type("history.field", "Ta blodtryck");
    screen.driver.click("history.ask");
    EXPECT_TRUE(screen.driver.reads("Det görs under Undersökning: Blodtryck."));
    screen.driver.click("history.go.1");
    EXPECT_EQ(screen.state.go_to, Stage::examination);
}

TEST(History, AGreetingIsAnsweredAndIsNoQuestion) {
    Ward ward;
    HistoryScreen screen(ward);
    screen.driver.type("history.field", "Hej!");
    screen.driver.click("history.ask");
    EXPECT_TRUE(screen.driver.reads("Hej, trevligt att träffas."));
    EXPECT_FALSE(screen.driver.reads(ward.context()("history/understood_as")));
}

TEST(History, FollowsTheConversationToItsEndAlsoWhileSuggestionsHangOpen) {
    Ward ward(Language::sv, talk);
    HistoryScreen screen(ward, {1280, 720});
    for (const char* question : {"ask duration", "ask onset_mode", "ask rest_pain", "ask footwear", "ask expectations"})
        ward.act(std::string(question));
    screen.driver.frame(4);
    const auto note = "history.note." + std::to_string(ward.encounter().events.size());
    EXPECT_TRUE(screen.driver.shows(note));
    screen.driver.type("history.field", "ont på natten");
    const ui::Item* sheet = screen.driver.item("history.suggestions");
    const ui::Item* last = screen.driver.item(note);
    ASSERT_TRUE(sheet != nullptr && last != nullptr);
    EXPECT_LE(last->rect.max.y, sheet->rect.min.y);
}

TEST(History, NotesAnAnswerOnce) {
    Ward ward(Language::sv, {"ask night_pain"});
    HistoryScreen screen(ward);
    screen.driver.click("history.note.1");
    EXPECT_EQ(screen.last(), "note_finding 1");
    EXPECT_TRUE(screen.driver.item("history.note.1")->checked);
    screen.driver.click("history.note.1");
    EXPECT_EQ(screen.asked.size(), 1u);
}

TEST(History, WritesANoteOfTheStudentsOwnFromTheKeyboard) {
    Ward ward;
    HistoryScreen screen(ward);
    screen.driver.key(ui::Key::n, true);
    ASSERT_EQ(screen.driver.focus(), "history.own_field");
    screen.driver.type("fråga om vikten");
    screen.driver.key(ui::Key::enter);
    EXPECT_EQ(screen.last(), "note fråga om vikten");
    EXPECT_FALSE(screen.driver.shows("history.own_field"));
    EXPECT_TRUE(screen.driver.reads("fråga om vikten"));
}

TEST(History, AddsADiagnosisFoundByAnyOfItsWords) {
    Ward ward(Language::sv, talk);
    HistoryScreen screen(ward, {1440, 1200});
    screen.driver.click("history.add_diagnosis");
    ASSERT_EQ(screen.driver.focus(), "history.diagnoses.search");
    screen.driver.type("hälkudde");
    screen.driver.click("history.diagnoses.heel_fat_pad_syndrome");
    EXPECT_EQ(screen.last(),
              "differential plantar_fasciitis 45, calcaneal_stress_fracture 25, heel_fat_pad_syndrome 30");
    EXPECT_FALSE(screen.driver.shows("history.diagnoses.search"));
}

TEST(History, ListsDiagnosesByCategoryInTheOrderOfTheCatalogue) {
    Ward ward;
    HistoryScreen screen(ward, {1440, 1200});
    screen.driver.click("history.add_diagnosis");
    std::vector<const library::Diagnosis*> listed;
    for (const ui::Item& item : screen.driver.ui().registry.items()) {
        for (const library::Diagnosis& diagnosis : ward.context().library.catalogue.diagnoses) {
            if (item.name == "history.diagnoses." + diagnosis.id) listed.push_back(&diagnosis);
        }
    }
    ASSERT_EQ(listed.size(), ward.context().library.catalogue.diagnoses.size());
    std::set<std::string> begun;
    for (std::size_t i = 0; i < listed.size(); ++i) {
        const bool same = i > 0 && listed[i - 1]->group == listed[i]->group;
        EXPECT_TRUE(same || begun.insert(listed[i]->group).second) << listed[i]->id << " stands apart from its like";
        EXPECT_TRUE(!same || listed[i - 1] < listed[i]) << listed[i]->id;
    }
}

TEST(History, AMovedProbabilityIsSaidOnceTheHandRests) {
    Ward ward(Language::sv, talk);
    HistoryScreen screen(ward, {1440, 1200});
    screen.driver.click("history.percent.plantar_fasciitis");
    screen.driver.pass(1);
    ASSERT_EQ(screen.asked.size(), 1u);
    EXPECT_EQ(screen.asked[0].verb, library::Verb::differential);
    EXPECT_EQ(screen.asked[0].probabilities[0].second, 50) << "the middle of the track was pressed";
}

TEST(History, HoldsFivePagesInACompactWindow) {
    Ward ward(Language::sv, talk);
    HistoryScreen screen(ward, {1280, 720, 2});
    EXPECT_TRUE(screen.driver.shows("history.field"));
    screen.driver.click("history.page.topics");
    EXPECT_TRUE(screen.driver.shows("history.topic.pain"));
    screen.driver.click("history.page.findings");
    EXPECT_TRUE(screen.driver.reads("Kontrollera skorna"));
    screen.driver.click("history.page.diagnoses");
    EXPECT_TRUE(screen.driver.shows("history.percent.plantar_fasciitis"));
    screen.driver.click("history.page.conversation");
    screen.driver.key(ui::Key::n, true);
    EXPECT_EQ(screen.driver.focus(), "history.own_field") << "a note is written among the findings";
    screen.driver.key(ui::Key::escape);
    screen.driver.click("history.page.patient");
    EXPECT_TRUE(screen.driver.reads("Annika Lindberg"));
}

// Every state of the panel at every size and in every language.
TEST(History, FitsEveryScreenInEveryLanguage) {
    for (Language language : base::every_language) {
        for (const Screen& size : student_test::screens) {
            Ward ward(language, talk);
            HistoryScreen screen(ward, size);
            screen.state.open_topic = "pain";
            for (int page = 0; page < (size.text_scale > 1 ? 5 : 1); ++page) {
                screen.state.page = page;
                screen.driver.frame(3);
                for (const ui_test::Complaint& complaint : screen.driver.lint())
                    ADD_FAILURE() << name_of(language, size) << " page " << page << ": " << complaint.text;
            }
            screen.state.choosing_diagnosis = true;
            screen.state.writing_own = true;
            screen.driver.frame(3);
            for (const ui_test::Complaint& complaint : screen.driver.lint())
                ADD_FAILURE() << name_of(language, size) << " choosing: " << complaint.text;
        }
    }
}

}  // namespace
}  // namespace palpera::student
