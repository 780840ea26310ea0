#pragma once

#include <string_view>

#include "engine/document/edit.h"
#include "engine/document/form.h"

namespace palpera::author {

// What a field begins with when the author adds it: its required parts, each as short as may be. `kind` is the kind of
// id it stands under, if any: an answer begins with the patient's words, a finding with the examiner's.
document::Node default_value(const document::Form& form, std::string_view kind = {});

}  // namespace palpera::author
