#pragma once

#include <string>

#include "engine/present/plan.h"
#include "engine/present/visit.h"
#include "engine/student/visit_view.h"

namespace palpera::student {

struct PlanState {
    std::string diagnosis_search;
    bool choosing_diagnosis = false;
    std::string dragged;  // the diagnosis whose slider moves
    int dragged_percent = 0;
    std::string evidence_for;  // the diagnosis a finding is being linked to
    bool evidence_against = false;
    enum class Adding { nothing, treatment, advice, safety_net, drug, service } adding = Adding::nothing;
    std::string search;  // of what is added, or of the whole plan
    std::string drug;    // being prescribed
    std::size_t dose = 0, times = 0, days = 0;
    bool as_needed = false;
    library::Urgency urgency = library::Urgency::routine;
    int sick_percent = 50, sick_days = 14;
    bool confirming_end = false;
    int page = 0;  // of a compact window: assessment, plan
};

// The ranked differential with probabilities and evidence, and the plan (look/05-diagnosis-plan.png). What is chosen is
// carried out at once; ending the visit asks first and then diagnoses what the differential says, ends and finishes.
Actions draw_plan(ui::Ui& ui, ui::Rect place, const VisitView& view, PlanState& state);

}  // namespace palpera::student
