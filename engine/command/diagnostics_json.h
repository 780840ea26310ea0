#pragma once

#include <cstddef>
#include <nlohmann/json_fwd.hpp>
#include <string>

#include "engine/base/diagnostic.h"

namespace palpera::command {

// {"diagnostics":[{"file","line","column","severity","rule","message","hint"}],"files","errors","warnings"}
nlohmann::ordered_json to_json(const base::Diagnostics& found, std::size_t files);
// The same as one line, or laid out for people too. Bytes that are not UTF-8 are replaced.
std::string diagnostics_json(const base::Diagnostics& found, std::size_t files, bool laid_out);

}  // namespace palpera::command
