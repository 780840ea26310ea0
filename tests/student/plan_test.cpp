#include "engine/student/plan.h"

#include <gtest/gtest.h>

#include "tests/student/screens.h"
#include "tests/student/ward.h"
#include "tests/ui/driver.h"

namespace palpera::student {
namespace {

using base::Language;
using student_test::Screen;
using student_test::Ward;

// Assessment and plan on a screen; what is asked for is carried out after the frame, as the application does.
class PlanScreen {
public:
    explicit PlanScreen(Ward& ward, Screen screen = {1440, 1200})
        : ward_(ward),
          driver([this](ui::Ui& ui) { draw(ui); },
                 {.width = screen.width, .height = screen.height, .text_scale = screen.text_scale}) {
        driver.frame(4);
    }

    std::vector<std::string> lines() const {
        std::vector<std::string> lines;
        for (const library::Action& action : asked) lines.push_back(library::print(action));
        return lines;
    }
    std::string last() const { return asked.empty() ? "" : library::print(asked.back()); }

private:
    void draw(ui::Ui& ui) {
        ui::Rect place = ui::window_rect();
        ui::cut_top(ui, place, 56);
        for (const library::Action& action : draw_plan(ui, place, ward_.view(), state)) {
            asked.push_back(action);
            ward_.act(action);
        }
    }

    Ward& ward_;

public:
    PlanState state;
    Actions asked;
    ui_test::UiDriver driver;  // draws as soon as it is made, so it is made last
};

constexpr std::initializer_list<const char*> assessed{
    "ask presenting_complaint", "ask first_steps_pain",
    "note_finding 2",           "ask night_pain",
    "note_finding 4",           "differential plantar_fasciitis 45, calcaneal_stress_fracture 25"};

TEST(Assessment, BeginsEmptyAndTakesItsFirstDiagnosis) {
    Ward ward;
    PlanScreen screen(ward);
    EXPECT_TRUE(screen.driver.reads(ward.context()("plan/needs_diagnosis")));
    screen.driver.click("plan.first_diagnosis");
    screen.driver.type("hälsporre");
    screen.driver.click("plan.diagnoses.plantar_fasciitis");
    EXPECT_EQ(screen.last(), "differential plantar_fasciitis 100");
    EXPECT_FALSE(screen.driver.reads(ward.context()("plan/needs_diagnosis")));
}

TEST(Assessment, ArrowsMoveAProbabilityByOneAndWithShiftByFive) {
    Ward ward(Language::sv, assessed);
    PlanScreen screen(ward);
    screen.driver.ui().focus.move_to("plan.percent.calcaneal_stress_fracture");
    screen.driver.frame(2);
    screen.driver.key(ui::Key::right);
    screen.driver.key(ui::Key::right, false, true);
    EXPECT_TRUE(screen.asked.empty()) << "steps gather until the keys rest";
    screen.driver.pass(1);
    EXPECT_EQ(screen.lines(),
              std::vector<std::string>{"differential plantar_fasciitis 45, calcaneal_stress_fracture 31"});
}

TEST(Assessment, IsEvenedOutOnlyWhenAsked) {
    Ward ward(Language::sv, assessed);
    PlanScreen screen(ward);
    screen.driver.click("plan.even_out");
    EXPECT_EQ(screen.last(), "differential plantar_fasciitis 64, calcaneal_stress_fracture 36");
    EXPECT_FALSE(screen.driver.shows("plan.even_out"));
}

TEST(Assessment, RemovesADiagnosisButKeepsTheLast) {
    Ward ward(Language::sv, assessed);
    PlanScreen screen(ward);
    screen.driver.click("plan.remove.calcaneal_stress_fracture");
    EXPECT_EQ(screen.last(), "differential plantar_fasciitis 45");
    EXPECT_FALSE(screen.driver.shows("plan.remove.plantar_fasciitis"));
}

TEST(Assessment, LinksANotedFindingForOrAgainstADiagnosis) {
    Ward ward(Language::sv, assessed);
    PlanScreen screen(ward);
    screen.driver.click("plan.evidence.plantar_fasciitis");
    screen.driver.click("plan.link.first_step_pain.for");
    EXPECT_EQ(screen.last(), "link first_step_pain plantar_fasciitis for");
    screen.driver.click("plan.link.night_pain.against");
    EXPECT_EQ(screen.last(), "link night_pain plantar_fasciitis against");
    screen.driver.key(ui::Key::escape);
    EXPECT_FALSE(screen.driver.shows("plan.link.done"));
    EXPECT_TRUE(screen.driver.shows("plan.evidence.plantar_fasciitis.first_step_pain"));
}

TEST(Plan, CarriesOutATreatmentAsSoonAsItIsChosen) {
    Ward ward;
    PlanScreen screen(ward);
    screen.driver.click("plan.add_measure");
    screen.driver.type("inlägg från butik");
    screen.driver.click("plan.list.treat ready_made_insole");
    EXPECT_EQ(screen.lines(), std::vector<std::string>{"treat ready_made_insole"});
    EXPECT_TRUE(screen.driver.reads("Inlägg från butik"));
    EXPECT_FALSE(screen.driver.shows("plan.list.search"));
}

TEST(Plan, FindsEverythingFromOneSearchAndTheArrows) {
    Ward ward;
    PlanScreen screen(ward);
    screen.driver.type("plan.search", "fysioterapeut");
    screen.driver.key(ui::Key::down);
    EXPECT_TRUE(screen.driver.focus().starts_with("plan.hit.")) << screen.driver.focus();
    screen.driver.click("plan.hit.refer physiotherapist");
    EXPECT_TRUE(screen.asked.empty()) << "how urgent it is comes first";
    screen.driver.click("plan.urgency.urgent");
    screen.driver.click("plan.refer");
    EXPECT_EQ(screen.lines(), std::vector<std::string>{"refer physiotherapist urgent"});
}

TEST(Plan, OffersTheSafetyNetApartFromOtherAdvice) {
    Ward ward;
    PlanScreen screen(ward);
    screen.driver.click("plan.add_safety_net");
    for (const library::Treatment& advice : ward.context().library.catalogue.advice) {
        EXPECT_EQ(screen.driver.item("plan.list.advise " + advice.id) != nullptr, advice.group == "safety_net")
            << advice.id;
    }
}

TEST(Plan, PrescribesWithDoseTimesAndDays) {
    Ward ward;
    PlanScreen screen(ward);
    screen.driver.click("plan.add_drug");
    screen.driver.type("naproxen");
    screen.driver.click("plan.list.prescribe naproxen");
    EXPECT_EQ(screen.driver.focus(), "plan.dose");
    screen.driver.click("plan.days");
    screen.driver.click("plan.days.3");
    screen.driver.click("plan.prescribe");
    ASSERT_EQ(screen.asked.size(), 1u);
    const library::Drug& naproxen = *library::find(ward.context().library.catalogue.drugs, "naproxen");
    EXPECT_EQ(screen.asked[0].verb, library::Verb::prescribe);
    EXPECT_EQ(screen.asked[0].dose, naproxen.choices.front());
    EXPECT_EQ(screen.asked[0].times, naproxen.usual_times);
    EXPECT_EQ(screen.asked[0].amount, 10);
    EXPECT_TRUE(library::parse_action(screen.last()));
}

TEST(Plan, WarnsOfADoseBeforeItIsPrescribedAndAfterwards) {
    Ward ward(Language::sv, {"prescribe naproxen 500 mg 4 14 days"});
    PlanScreen screen(ward);
    EXPECT_TRUE(screen.driver.reads("Över högsta dos"));
    screen.driver.click("plan.add_diagnosis");
    screen.driver.type("hälsporre");
    screen.driver.click("plan.diagnoses.plantar_fasciitis");
    EXPECT_TRUE(screen.driver.reads(ward.context().count("plan/needs_dose", 1)));
}

TEST(Plan, ChangesAndStopsAMedicine) {
    Ward ward(Language::sv, {"prescribe naproxen 500 mg 2 14 days"});
    PlanScreen screen(ward);
    screen.driver.click("plan.change.naproxen");
    EXPECT_FALSE(screen.driver.shows("plan.days")) << "a change says nothing of how long";
    screen.driver.click("plan.prescribe");
    EXPECT_EQ(screen.last(), "change naproxen 250 mg 2");
    screen.driver.click("plan.stop.naproxen");
    EXPECT_EQ(screen.last(), "stop naproxen");
    EXPECT_FALSE(screen.driver.shows("plan.stop.naproxen"));
}

TEST(Plan, BooksTheFollowUp) {
    Ward ward;
    PlanScreen screen(ward);
    screen.driver.click("plan.follow_up.6w");
    EXPECT_EQ(screen.last(), "follow_up 6 weeks");
    screen.driver.click("plan.follow_up.3m");
    EXPECT_EQ(screen.last(), "follow_up 3 months");
    EXPECT_TRUE(screen.driver.item("plan.follow_up.3m")->checked);
}

TEST(Plan, WritesASickNote) {
    Ward ward;
    PlanScreen screen(ward);
    screen.driver.click("plan.sick_percent.75");
    screen.driver.click("plan.sick_note");
    EXPECT_EQ(screen.last(), "sick_note 75 14 days");
}

TEST(Plan, TellsWhatIsAwaited) {
    Ward ward(Language::sv, {"differential gout 100", "order xray_heel right routine"});
    PlanScreen screen(ward);
    EXPECT_TRUE(screen.driver.reads(ward.context().count("encounter/end_visit_pending", 1)));
}

TEST(Plan, AsksBeforeTheCaseEndsAndThenDiagnosesEndsAndFinishes) {
    Ward ward(Language::sv, assessed);
    PlanScreen screen(ward);
    screen.driver.click("plan.finish");
    screen.driver.key(ui::Key::escape);
    EXPECT_TRUE(screen.asked.empty());
    screen.driver.click("plan.finish");
    screen.driver.click("plan.end.go");
    EXPECT_EQ(screen.lines(), (std::vector<std::string>{"diagnose plantar_fasciitis 45, calcaneal_stress_fracture 25",
                                                        "end_visit", "finish"}));
    EXPECT_TRUE(ward.encounter().finished);
    EXPECT_FALSE(screen.driver.item("plan.finish")->enabled);
}

TEST(Plan, FinishesWithoutADiagnosisWhereThereIsNone) {
    Ward ward(Language::sv, {"end_visit"});
    PlanScreen screen(ward);
    screen.driver.click("plan.finish");
    screen.driver.click("plan.end.go");
    EXPECT_EQ(screen.lines(), std::vector<std::string>{"finish"});
}

TEST(Plan, HoldsTwoPagesInACompactWindowAndKeepsTheButton) {
    Ward ward(Language::sv, assessed);
    PlanScreen screen(ward, {1280, 720, 2});
    EXPECT_TRUE(screen.driver.shows("plan.percent.plantar_fasciitis"));
    screen.driver.click("plan.page.plan");
    EXPECT_TRUE(screen.driver.shows("plan.search"));
    EXPECT_TRUE(screen.driver.shows("plan.finish"));
}

constexpr const char* decisions[] = {"link first_step_pain plantar_fasciitis for",
                                     "link night_pain plantar_fasciitis against",
                                     "treat ready_made_insole",
                                     "advise supportive_shoes",
                                     "prescribe naproxen 500 mg 4 14 days",
                                     "refer physiotherapist routine",
                                     "sick_note 50 14 days",
                                     "follow_up 6 weeks"};

void expect_fits(PlanScreen& screen, const std::string& where) {
    screen.driver.frame(3);
    for (const ui_test::Complaint& complaint : screen.driver.lint()) ADD_FAILURE() << where << ": " << complaint.text;
}

TEST(Plan, FitsEveryScreenInEveryLanguage) {
    for (Language language : base::every_language) {
        for (const Screen& size : student_test::screens) {
            const std::string where = name_of(language, size);
            Ward ward(language, assessed);
            PlanScreen screen(ward, size);
            expect_fits(screen, where);
            for (const char* line : decisions) ward.act(std::string(line));
            for (int page : {0, 1}) {
                screen.state.page = page;
                expect_fits(screen, where + " decided");
            }
            screen.state.drug = "ibuprofen";
            screen.state.service = "physiotherapist";
            expect_fits(screen, where + " forms");
            screen.state.evidence_for = "plantar_fasciitis";
            expect_fits(screen, where + " evidence");
            screen.state.evidence_for.clear();
            for (auto adding : {PlanState::Adding::measure, PlanState::Adding::drug, PlanState::Adding::service}) {
                screen.state.adding = adding;
                expect_fits(screen, where + " adding");
            }
            screen.state.adding = PlanState::Adding::nothing;
            screen.state.confirming_end = true;
            expect_fits(screen, where + " ending");
        }
    }
}

}  // namespace
}  // namespace palpera::student
