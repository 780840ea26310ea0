#pragma once

#include <string>

#include "engine/present/plan.h"
#include "engine/present/visit.h"
#include "engine/student/differential.h"
#include "engine/student/visit_view.h"

namespace palpera::student {

struct PlanState {
    std::string diagnosis_search;
    bool choosing_diagnosis = false;
    MovedPercent moved;
    std::string evidence_for;  // the diagnosis that findings are being linked to; empty: none
    enum class Adding { nothing, measure, safety_net, drug, service } adding = Adding::nothing;
    std::string adding_search;
    std::string search;  // of everything that can be planned
    std::string drug;    // being prescribed, or its dose changed; empty: none
    std::size_t dose = 0, times = 0, days = 0;
    bool as_needed = false;
    std::string service;  // being referred to; empty: none
    library::Urgency urgency = library::Urgency::routine;
    int sick_percent = 50, sick_days = 14;
    bool confirming_end = false;
    int page = 0;  // of a compact window: assessment, plan
};

// The ranked differential with probabilities and evidence, and the plan (look/05-diagnosis-plan.png). What is chosen is
// carried out at once; ending the visit asks first and then diagnoses what the differential says, ends and finishes.
Actions draw_plan(ui::Ui& ui, ui::Rect place, const VisitView& view, PlanState& state);

}  // namespace palpera::student
