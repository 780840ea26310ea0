#pragma once

#include <string>

#include "engine/encounter/encounter.h"

namespace palpera::encounter {

// Inside the room: what refusing and carrying out both need to know of the visits.

// Acts that happen between patient and student; the others are done at the desk and open no visit.
bool needs_visit(library::Verb verb);

// When the next visit opens, once one has ended. Visits are a day apart at the least: at once after a wait of a day or
// more, else at the planned follow-up, else tomorrow.
Minutes next_visit_at(const Encounter& encounter);

// A case ends at its horizon; the day of grace lets a wait of exactly that long begin after the first visit.
bool is_past_horizon(const Encounter& encounter, Minutes moment);

// Does the patient take the drug now?
bool takes(const Encounter& encounter, const std::string& drug);

}  // namespace palpera::encounter
