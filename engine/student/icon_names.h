#pragma once

#include <string_view>

namespace palpera::student {

// The picture that a catalogue names ("place", "thermostat"); a plain speech bubble for a name nobody knows.
const char* icon_named(std::string_view name);

}  // namespace palpera::student
