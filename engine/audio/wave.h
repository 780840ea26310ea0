#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "engine/base/result.h"

namespace palpera::audio {

// The most bytes a sound file may have: ten seconds of stereo at 48 kHz.
inline constexpr std::size_t most_wave_bytes = 2u << 20;

// A short sound: plain PCM of 8 or 16 bits, one or two channels, 8 to 48 kHz.
struct Wave {
    std::uint16_t channels = 0;
    std::uint32_t rate = 0;
    std::uint16_t bits = 0;
    std::string frames;  // little-endian, whole frames only

    double seconds() const;
    // The largest sample, from 0 to 1.
    double peak() const;
};

// Reads a RIFF WAVE file. Whatever is not exactly a Wave is refused here, before SDL_mixer sees it: version 2.6 of it
// dies on a file that claims no channels. Other chunks are passed over.
base::Result<Wave> parse_wave(std::string_view bytes);

// The plainest file with that sound: header and frames, nothing else.
std::string wave_bytes(const Wave& wave);

}  // namespace palpera::audio
