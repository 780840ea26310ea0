#pragma once

#include "engine/student/plan.h"

// The regions of assessment and plan; draw_plan places them.
namespace palpera::student {

struct PlanPart {
    ui::Ui& ui;
    const VisitView& view;
    PlanState& state;
    Actions& asked;
    const present::Context& words() const { return view.context; }
};

// Each fills the width it is given and grows down.
void draw_assessment(PlanPart& part);
void draw_evidence(PlanPart& part, const present::DifferentialRow& row);
void draw_plan_head(PlanPart& part, const present::Plan& plan);
void draw_measures(PlanPart& part, const present::Plan& plan);
void draw_safety_net(PlanPart& part, const present::Plan& plan);
void draw_medicines(PlanPart& part, const present::Plan& plan);
void draw_referrals(PlanPart& part, const present::Plan& plan);
void draw_follow_up(PlanPart& part, const present::Plan& plan);
void draw_sick_note(PlanPart& part, const present::Plan& plan);

// What buttons opened over the page.
void draw_evidence_choice(PlanPart& part);
void draw_adding(PlanPart& part);
void draw_end_question(PlanPart& part);

// Icon and heading of a card, and its button at the right; true when that is pressed. No label: no button.
bool draw_card_head(PlanPart& part, const char* icon, std::string_view heading, std::string_view button = {},
                    std::string_view label = {});
// What was chosen in a list or a search: carried out at once, or opened where more must be said.
void take_choice(PlanPart& part, const std::string& act);

}  // namespace palpera::student
