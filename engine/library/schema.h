#pragma once

#include <map>
#include <string>

#include "engine/library/library.h"

namespace palpera::library {

// JSON Schemas (draft-07, which editors know best) by file name: one for each kind of file, such as
// "case.schema.json", made from the forms that the readers check by; "translation.schema.json"; and
// "ids.schema.json" with the ids of this library, which the others refer to.
std::map<std::string, std::string> schemas(const Library& library);

}  // namespace palpera::library
