#pragma once

#include <set>
#include <string>

#include "engine/encounter/encounter.h"

namespace palpera::proof {

// What tells one scripted text from every other: where it stands in its file, and its words.
std::string text_key(const library::Response& response);
std::string text_key(const std::string& id, const base::LocalText& words);
// "answers/footwear/later" of a key.
std::string id_of_text(const std::string& key);

// Everything that the author of the case has scripted, in whichever variant.
std::set<std::string> scripted_texts(const library::CaseFile& file);

// The conditions under which the patient is asked for the text; empty where this variant has no such text.
std::vector<const script::Condition*> conditions_of_text(const patient::Patient& patient, const std::string& key);

}  // namespace palpera::proof
