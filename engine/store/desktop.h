#pragma once

#include <map>
#include <optional>
#include <string>

#include "engine/base/language.h"

namespace palpera::store {

// The language of a desktop: of the first of LC_ALL, LC_MESSAGES, LANG that is set. Nothing where none is set or it is
// none of ours.
std::optional<base::Language> desktop_language(const std::map<std::string, std::string>& environment);

}  // namespace palpera::store
