#include "engine/present/plan.h"

#include "tests/present/ward.h"

namespace palpera::present {
namespace {

using base::Language;
using present_test::act;
using present_test::context_in;
using present_test::visit;

library::Action prescription(const char* line) {
    const auto action = library::parse_action(line);
    EXPECT_TRUE(action) << line;
    return *action;
}

void show(encounter::Encounter& encounter, const char* fact, bool value) {
    encounter::Shown shown;
    shown.fact = fact;
    shown.value = value;
    encounter.shown.push_back(std::move(shown));
}

TEST(Plan, IsEmptyBeforeAnythingIsDecided) {
    const Plan made = plan(context_in(Language::sv), visit({"ask pain_location"}));
    EXPECT_EQ(made.decisions, 0);
    EXPECT_TRUE(made.treatments.empty());
    EXPECT_TRUE(made.drugs.empty());
    EXPECT_EQ(made.follow_up, "");
}

TEST(Plan, KeepsTreatmentsAdviceAndTheSafetyNetApart) {
    const Context context = context_in(Language::sv);
    std::string net;
    for (const library::Treatment& advice : context.library.catalogue.advice) {
        if (advice.group == "safety_net" && net.empty()) net = advice.id;
    }
    ASSERT_FALSE(net.empty());
    const std::string line = "advise " + net;
    const Plan made = plan(context, visit({"treat ready_made_insole", "advise supportive_shoes", line.c_str()}));
    ASSERT_EQ(made.treatments.size(), 1u);
    EXPECT_EQ(made.treatments[0].name, "Inlägg från butik");
    EXPECT_EQ(made.treatments[0].act, "treat ready_made_insole");
    EXPECT_EQ(made.treatments[0].action, 1);
    ASSERT_EQ(made.advice.size(), 1u);
    EXPECT_EQ(made.advice[0].act, "advise supportive_shoes");
    ASSERT_EQ(made.safety_net.size(), 1u);
    EXPECT_EQ(made.safety_net[0].act, line);
    EXPECT_EQ(made.decisions, 3);
}

TEST(Plan, SaysTheSameAdviceOnceHoweverOftenItWasGiven) {
    const Plan made = plan(context_in(Language::en), visit({"advise supportive_shoes", "advise supportive_shoes"}));
    ASSERT_EQ(made.advice.size(), 1u);
    EXPECT_EQ(made.advice[0].action, 2);
    EXPECT_EQ(made.decisions, 1);
}

TEST(Plan, ShowsAPrescriptionWithDoseTimesAndDays) {
    const Plan made = plan(context_in(Language::sv), visit({"prescribe naproxen 250 mg 2 10 days"}));
    ASSERT_EQ(made.drugs.size(), 1u);
    EXPECT_EQ(made.drugs[0].name, "Naproxen");
    EXPECT_EQ(made.drugs[0].atc, "M01AE02");
    EXPECT_EQ(made.drugs[0].dose, "250\u00A0mg");
    EXPECT_EQ(made.drugs[0].times, "1 × 2");
    EXPECT_EQ(made.drugs[0].days, "10 dagar");
    EXPECT_EQ(made.drugs[0].warning, "");
    EXPECT_FALSE(made.drugs[0].from_before);
}

TEST(Plan, KeepsAStoppedMedicineOnTheListButNoLongerWarnsOfIt) {
    const Plan made = plan(context_in(Language::en), visit({"prescribe naproxen 500 mg 4 14 days", "stop naproxen"}));
    ASSERT_EQ(made.drugs.size(), 1u);
    EXPECT_TRUE(made.drugs[0].stopped);
    EXPECT_EQ(made.drugs[0].warning, "");
}

TEST(Plan, ChangesTheDoseAndKeepsHowLong) {
    const Plan made =
        plan(context_in(Language::en), visit({"prescribe naproxen 500 mg 2 14 days", "change naproxen 250 mg 2"}));
    ASSERT_EQ(made.drugs.size(), 1u);
    EXPECT_EQ(made.drugs[0].dose, "250\u00A0mg");
    EXPECT_EQ(made.drugs[0].days, "14 days");
    EXPECT_EQ(made.drugs[0].action, 2);
}

TEST(Plan, TellsMedicinesFromBeforeOnceTheStudentHasAskedForThem) {
    const Context context = context_in(Language::sv);
    patient::Patient patient = present_test::ward_nurse();
    patient.medicines = {{.drug = "paracetamol", .dose = 500, .unit = "mg", .times = 3}};
    patient.facts.at("takes_medicines").whole = true;
    patient::compile_conditions(patient);
    encounter::Encounter encounter(patient);
    act(encounter, {"ask pain_location"});
    EXPECT_TRUE(plan(context, encounter).drugs.empty());
    act(encounter, {"ask current_medication"});
    const Plan made = plan(context, encounter);
    ASSERT_EQ(made.drugs.size(), 1u);
    EXPECT_EQ(made.drugs[0].drug, "paracetamol");
    EXPECT_TRUE(made.drugs[0].from_before);
    EXPECT_EQ(made.decisions, 0);
}

TEST(Plan, NamesTheUrgencyOfAReferralAndHowLongItTakes) {
    const Context context = context_in(Language::sv);
    const Plan routine = plan(context, visit({"refer physiotherapist routine"}));
    ASSERT_EQ(routine.referrals.size(), 1u);
    EXPECT_NE(routine.referrals[0].detail.find("2 veckor"), std::string::npos) << routine.referrals[0].detail;
    const Plan urgent = plan(context, visit({"refer physiotherapist routine", "refer physiotherapist urgent"}));
    ASSERT_EQ(urgent.referrals.size(), 1u);
    EXPECT_EQ(urgent.referrals[0].detail, context("plan/urgent"));
}

TEST(Plan, TellsTheLastFollowUpThatWasBooked) {
    const Plan made = plan(context_in(Language::en), visit({"follow_up 2 weeks", "follow_up 3 months"}));
    EXPECT_EQ(made.follow_up, "In 3 months");
    EXPECT_EQ(made.decisions, 1);
}

TEST(Prescription, WarnsOfTooHighADoseOnceAndADay) {
    const Context context = context_in(Language::en);
    const encounter::Encounter encounter = visit({});
    EXPECT_EQ(prescription_warning(context, encounter, prescription("prescribe naproxen 500 mg 2 14 days")), "");
    EXPECT_NE(prescription_warning(context, encounter, prescription("prescribe naproxen 500 mg 4 14 days")), "");
    const std::string single =
        prescription_warning(context, encounter, prescription("prescribe naproxen 5000 mg 1 14 days"));
    EXPECT_NE(single.find("5\u202F000"), std::string::npos) << single;
}

TEST(Prescription, IsWarnedOfOnlyByWhatTheStudentHasBeenShown) {
    const Context context = context_in(Language::en);
    patient::Patient patient = present_test::ward_nurse();
    patient.facts.at("ulcer_history").whole = true;
    encounter::Encounter encounter(patient);
    const library::Action naproxen = prescription("prescribe naproxen 250 mg 2 14 days");
    EXPECT_EQ(prescription_warning(context, encounter, naproxen), "");
    show(encounter, "ulcer_history", true);
    EXPECT_NE(prescription_warning(context, encounter, naproxen).find("ulcer"), std::string::npos);
    show(encounter, "ulcer_history", false);
    EXPECT_EQ(prescription_warning(context, encounter, naproxen), "") << "what was shown last counts";
}

TEST(Prescription, OfAnotherMedicineOfTheSameKindIsKnownToTheStudentWhoMadeIt) {
    const Context context = context_in(Language::en);
    const library::Catalogue& catalogue = context.library.catalogue;
    const auto speaks_of_others = [](const library::Drug& drug) {
        for (const library::Contraindication& one : drug.contraindicated) {
            for (const std::string& fact : script::facts_of(one.when)) {
                if (fact == "takes_nsaid" && one.when.nodes.size() == 1) return true;
            }
        }
        return false;
    };
    int found = 0;
    for (const library::Drug& drug : catalogue.drugs) {
        if (!speaks_of_others(drug)) continue;
        ++found;
        library::Action action;
        action.verb = library::Verb::prescribe;
        action.subject = drug.id;
        action.unit = drug.dose_unit;
        action.dose = drug.choices.front();
        action.times = 1;
        EXPECT_EQ(prescription_warning(context, visit({}), action), "") << drug.id;
        EXPECT_NE(prescription_warning(context, visit({"prescribe naproxen 250 mg 2 7 days"}), action), "") << drug.id;
    }
    EXPECT_GT(found, 0);
}

TEST(DrugChoices, BeginWithWhatIsUsualAndOfferEveryDoseOfTheCatalogue) {
    const Context context = context_in(Language::nb);
    for (const library::Drug& drug : context.library.catalogue.drugs) {
        const DrugChoices choices = drug_choices(context, drug.id);
        EXPECT_EQ(choices.doses, drug.choices) << drug.id;
        ASSERT_EQ(choices.dose_texts.size(), choices.doses.size());
        ASSERT_EQ(choices.time_texts.size(), choices.times.size());
        ASSERT_EQ(choices.day_texts.size(), choices.days.size());
        EXPECT_EQ(choices.times[choices.usual_times], drug.usual_times) << drug.id;
        EXPECT_EQ(choices.unit, drug.dose_unit);
    }
    EXPECT_TRUE(drug_choices(context, "no_such_drug").doses.empty());
}

}  // namespace
}  // namespace palpera::present
