#pragma once

#include "engine/body/geometry.h"
#include "engine/ui/theme.h"

namespace palpera::ui {

// The colours of a body, red, green and blue from 0 to 1.
inline constexpr body::Vector cloth_tone{0.36f, 0.425f, 0.48f};
// 0 light to 1 dark.
body::Vector skin_tone(float tone);
body::Vector tone_of(Colour colour);

}  // namespace palpera::ui
