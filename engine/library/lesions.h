#pragma once

#include "engine/anatomy/atlas.h"
#include "engine/document/view.h"
#include "engine/library/cases.h"

namespace palpera::library {

// The `facts` of a condition or a case that the lesions of the picture speak against: a warning with the lesion that
// they point to.
void warn_of_contradictions(const document::View& facts, const Picture& picture, const Catalogue& catalogue,
                            const anatomy::Atlas& atlas, base::Diagnostics& diagnostics);

}  // namespace palpera::library
