#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "engine/anatomy/examiner.h"
#include "engine/document/view.h"
#include "engine/library/cases.h"

namespace palpera::library {

// "numb ZONE", "weak MUSCLE", "reduced REFLEX", "positive SPECIAL_TEST".
std::optional<FoundSign> found_sign(std::string_view written);
bool is_known(const FoundSign& sign, const anatomy::Atlas& atlas);
// Is it there on that side?
bool is_there(const FoundSign& sign, const anatomy::Examiner& examiner, anatomy::Side side);
// Is it there in any patient, and in every patient, with that deficit?
bool may_be_there(const FoundSign& sign, const anatomy::Atlas& atlas, const anatomy::Deficit& deficit);
bool must_be_there(const FoundSign& sign, const anatomy::Atlas& atlas, const anatomy::Deficit& deficit);

// The `facts` of a condition or a case that the lesions of the picture speak against: a warning with the lesion that
// they point to.
void warn_of_contradictions(const document::View& facts, const Picture& picture, const Catalogue& catalogue,
                            const anatomy::Atlas& atlas, base::Diagnostics& diagnostics);

}  // namespace palpera::library
