#pragma once

#include <string>
#include <string_view>

#include "engine/base/diagnostic.h"
#include "engine/document/document.h"

namespace palpera::document {

// The one document in readable bytes, through libyaml's events and within the limits. False after any complaint.
bool read_root(const std::string& name, std::string_view bytes, const Limits& limits, Node& root,
               base::Diagnostics& diagnostics);

}  // namespace palpera::document
