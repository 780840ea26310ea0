#pragma once

#include "engine/pathway/course.h"
#include "engine/pathway/guards.h"
#include "engine/pathway/ledger.h"
#include "engine/patient/moment.h"

namespace palpera::pathway {

// What an avoid or never step says of an act that goes against it.
Harm harm_of(const Statement& statement, bool known);

// Adds what the catalogue says against an act: contraindications that are true of the patient, doses above the
// highest. What the instant knows is what had been shown before.
void add_harms_of_catalogue(const Course& course, const Instant& instant, Act& act);

// Does the fact occur in what forbids one of the step's acts: a contraindication, or a step to avoid?
bool speaks_against(const Course& course, const Statement& statement, const std::string& fact);

// Is each of the step's acts a drug, a treatment or advice with a contraindication that is true of the patient?
bool all_contraindicated(const Course& course, const Statement& statement, const Instant& instant);

// The gravest harm of an act costs its severity, at half where the same act broke the same statement before; other
// statements it broke stand beside it without points. What could not be known costs nothing.
Lines harm_lines(const Course& course);

}  // namespace palpera::pathway
