#pragma once

#include "engine/document/form.h"

// What each kind of file of `cases/` may hold: what its reader checks it by, and what editors are told
// (schema.h, docs/case-format.md).
namespace palpera::library::forms {

// The lists of a file that holds one kind of thing are named by `part`.
document::Form facts();
document::Form questions();
document::Form phrasings();
document::Form out_of_scope();
document::Form examinations();
document::Form tests();
document::Form drawings();
document::Form drugs();
document::Form treatments();
document::Form advice();
document::Form services();
document::Form diagnoses();
document::Form claims();
document::Form uncited();
document::Form blueprint();
document::Form guideline();
document::Form condition();
document::Form likelihoods();
document::Form patient_case();

}  // namespace palpera::library::forms
