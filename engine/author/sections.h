#pragma once

#include <string>
#include <vector>

#include "engine/document/edit.h"

namespace palpera::author {

// A part of the case as the outline shows it: the phases of the consultation.
struct Section {
    const char* name;
    const char* icon;
    std::vector<std::string> keys;  // of the case file, in the order of the form
};
const std::vector<Section>& sections();
// Where the field of a problem stands; the first section for what stands nowhere.
std::size_t section_of(const document::Path& field);

// "patient/age": the stable name of a field.
std::string name_of(const document::Path& path);

}  // namespace palpera::author
