#include "engine/ui/body_tones.h"

#include <algorithm>
#include <array>

namespace palpera::ui {
namespace {

using body::Vector;

constexpr std::array<Vector, 5> skin_tones{{{0.941f, 0.839f, 0.769f},
                                            {0.886f, 0.737f, 0.627f},
                                            {0.769f, 0.580f, 0.447f},
                                            {0.573f, 0.392f, 0.282f},
                                            {0.361f, 0.243f, 0.180f}}};

}  // namespace

body::Vector skin_tone(float tone) {
    const float place = std::clamp(tone, 0.0f, 1.0f) * static_cast<float>(skin_tones.size() - 1);
    const auto i = std::min(static_cast<std::size_t>(place), skin_tones.size() - 2);
    return body::mixed(skin_tones[i], skin_tones[i + 1], place - static_cast<float>(i));
}

body::Vector tone_of(Colour c) {
    return {static_cast<float>(c.red) / 255, static_cast<float>(c.green) / 255, static_cast<float>(c.blue) / 255};
}

}  // namespace palpera::ui
