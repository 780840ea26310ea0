#include <algorithm>
#include <array>

#include "engine/audio/audio.h"

namespace palpera::audio {
namespace {

struct Strength {
    double from;  // least tenderness
    Sound lower, higher;
};

// The files differ by 5 and 4 dB themselves (peaks of -17, -12 and -8 dBFS), so one stays louder than the last.
constexpr std::array<Strength, 3> strengths{{{0.7, Sound::sharp_pain_lower, Sound::sharp_pain_higher},
                                             {0.35, Sound::pain_lower, Sound::pain_higher},
                                             {0.0, Sound::mild_pain_lower, Sound::mild_pain_higher}}};

class SilentAudio : public Audio {
public:
    void play(Sound, float) override {}
    void set_enabled(bool enabled) override { enabled_ = enabled; }
    bool is_enabled() const override { return enabled_; }
    bool rest() override { return true; }

private:
    bool enabled_ = true;
};

}  // namespace

Cue pain_cue(double tenderness, Voice voice) {
    const double felt = tenderness > 0 ? std::min(tenderness, 1.0) : 0.0;
    const auto strength = std::find_if(strengths.begin(), strengths.end() - 1,
                                       [felt](const Strength& candidate) { return felt >= candidate.from; });
    // Even the faintest is to be heard; the rest of the loudness follows the tenderness.
    const double loudness = felt > 0 ? 0.5 + 0.5 * felt : 0.0;
    return {voice == Voice::lower ? strength->lower : strength->higher, static_cast<float>(loudness)};
}

std::unique_ptr<Audio> silent_audio() { return std::make_unique<SilentAudio>(); }

}  // namespace palpera::audio
