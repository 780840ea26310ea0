#pragma once

#include "engine/document/form.h"

// Forms that occur in several kinds of files.
namespace palpera::library::forms {

// The most characters of a text on the screen.
inline constexpr std::size_t title_length = 100, name_length = 150, sentence_length = 300, text_length = 1000,
                             report_length = 2000;

document::Form condition_of_when();
document::Form act();
document::Form sources();    // of a condition or a case: a map of claims and references
document::Form response();   // one answer or finding
document::Form result();     // one report of a test, which alone may show images
document::Form responses();  // one, or named variants
document::Form lesion();
document::Part image_part();
document::Form contraindications();
document::Form medicines();
document::Form icon();
document::Part when(std::string about);
document::Part claims_part();
document::Part beyond_part();
document::Part reveals_part();

// What a condition, a case or a comorbidity may say of a patient's facts, answers, findings and results.
std::vector<document::Part> picture_parts();
// And of the course.
std::vector<document::Part> course_parts();

std::vector<document::Part> joined(std::vector<document::Part> one, std::vector<document::Part> other);

}  // namespace palpera::library::forms
