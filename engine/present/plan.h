#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/present/context.h"

namespace palpera::present {

// What has been decided so far, each line with the act that did it.
struct PlanLine {
    std::string name, detail;
    int action = 0;
    std::string act;  // "advise supportive_shoes"
};
struct DrugLine : PlanLine {
    std::string drug;
    std::string atc, form, dose, times, days;
    std::string warning;  // a dose over the highest, or a contraindication that has been shown to the student
    bool stopped = false, from_before = false;
};
struct Plan {
    std::vector<PlanLine> treatments, advice, safety_net, referrals, sick_notes;
    std::vector<DrugLine> drugs;
    std::string follow_up;  // "om 6 veckor"; empty: none
    int decisions = 0;
};
Plan plan(const Context& context, const encounter::Encounter& encounter);

// What may be chosen for a drug, in rising order; the usual ones are what a prescription begins with.
struct DrugChoices {
    std::string drug, name, atc, form, unit;
    std::vector<double> doses;
    std::vector<std::string> dose_texts;
    std::vector<int> times;
    std::vector<std::string> time_texts;  // "1 × 2"
    std::vector<int> days;                // 0: until further notice
    std::vector<std::string> day_texts;
    std::size_t usual_dose = 0, usual_times = 0, usual_days = 0;
};
DrugChoices drug_choices(const Context& context, std::string_view drug);
// What warns of a prescription before it is made, from the dose and from what the student has been shown; empty:
// nothing.
std::string prescription_warning(const Context& context, const encounter::Encounter& encounter,
                                 const library::Action& prescription);

}  // namespace palpera::present
