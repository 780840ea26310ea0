#pragma once

#include <filesystem>
#include <memory>

namespace palpera::audio {

enum class Voice { lower, higher };

enum class Sound {
    mild_pain_lower,
    mild_pain_higher,
    pain_lower,
    pain_higher,
    sharp_pain_lower,
    sharp_pain_higher,
    result_arrived
};

// A sound, and how loud: 0 (not to be heard) to 1.
struct Cue {
    Sound sound = Sound::result_arrived;
    float loudness = 0;
    friend bool operator==(const Cue&, const Cue&) = default;
};

// What a patient lets out when a touch hurts. Tenderness goes from 0 (none: loudness 0) to 1 (unbearable); the more
// tender, the sharper the sound and the louder.
Cue pain_cue(double tenderness, Voice voice);

// Plays short sounds. Nothing here fails: without a sound card, or without the files, it is silent. Captions are the
// caller's, and so is the thought that a sound never tells what the screen does not.
class Audio {
public:
    virtual ~Audio() = default;

    // Starts a sound over whatever sounds already, and returns at once. Values outside 0..1 are taken as the nearest.
    virtual void play(Sound sound, float loudness) = 0;
    void play(Cue cue) { play(cue.sound, cue.loudness); }

    // Off stops what sounds. It is on from the start.
    virtual void set_enabled(bool enabled) = 0;
    virtual bool is_enabled() const = 0;

    // Lets the sound card go once nothing sounds, so that an idle program costs nothing. False while something still
    // sounds: then call again, within a second or so.
    virtual bool rest() = 0;
};

// Through SDL2_mixer, with the sounds of that folder (assets/sound). The sound card is opened by the first sound, not
// here, so that no window waits for it. The environment variable SDL_AUDIODRIVER chooses another driver, as in SDL.
std::unique_ptr<Audio> mixer_audio(std::filesystem::path folder);

// Never a sound: for tests, and where sound is not wanted at all.
std::unique_ptr<Audio> silent_audio();

}  // namespace palpera::audio
