#include <SDL.h>
#include <SDL_mixer.h>
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "engine/audio/audio.h"
#include "engine/audio/wave.h"
#include "engine/base/file.h"

namespace palpera::audio {
namespace {

const char* file_name(Sound sound) {
    switch (sound) {
        case Sound::mild_pain_lower: return "mild_pain_lower.wav";
        case Sound::mild_pain_higher: return "mild_pain_higher.wav";
        case Sound::pain_lower: return "pain_lower.wav";
        case Sound::pain_higher: return "pain_higher.wav";
        case Sound::sharp_pain_lower: return "sharp_pain_lower.wav";
        case Sound::sharp_pain_higher: return "sharp_pain_higher.wav";
        case Sound::result_arrived: return "result_arrived.wav";
    }
    return "";
}

// While it lives, standard error leads nowhere: ALSA and JACK write there, past SDL, that there is no sound card.
class QuietStandardError {
public:
    QuietStandardError() : kept_(::fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3)) {
        const int nowhere = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
        if (kept_ >= 0 && nowhere >= 0) ::dup2(nowhere, STDERR_FILENO);
        if (nowhere >= 0) ::close(nowhere);
    }
    ~QuietStandardError() {
        if (kept_ < 0) return;
        ::dup2(kept_, STDERR_FILENO);
        ::close(kept_);
    }
    QuietStandardError(const QuietStandardError&) = delete;
    QuietStandardError& operator=(const QuietStandardError&) = delete;

private:
    int kept_;
};

struct FreeChunk {
    void operator()(Mix_Chunk* chunk) const { Mix_FreeChunk(chunk); }
};
using Chunk = std::unique_ptr<Mix_Chunk, FreeChunk>;

// The sound card, open as long as this lives, and the sounds in its format.
class Device {
public:
    Device() {
        const QuietStandardError quiet;
        // Otherwise SDL takes over Ctrl-C.
        SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "1");
        if (SDL_InitSubSystem(SDL_INIT_AUDIO) != 0) return;
        // 1024 frames are 23 ms: soon enough after a touch, and seldom enough for a slow machine.
        is_open_ = Mix_OpenAudio(44100, AUDIO_S16SYS, 2, 1024) == 0;
        if (!is_open_) SDL_QuitSubSystem(SDL_INIT_AUDIO);
    }
    ~Device() {
        if (!is_open_) return;
        const QuietStandardError quiet;
        Mix_HaltChannel(-1);
        chunks_.clear();
        Mix_CloseAudio();
        SDL_QuitSubSystem(SDL_INIT_AUDIO);
    }
    Device(const Device&) = delete;
    Device& operator=(const Device&) = delete;

    bool is_open() const { return is_open_; }
    bool is_sounding() const { return Mix_Playing(-1) > 0; }

    // Nothing where all channels sound already: one voice more would not be told apart.
    void play(Sound sound, const std::filesystem::path& folder, int volume) {
        const int channel = Mix_GroupAvailable(-1);
        Mix_Chunk* chunk = channel < 0 ? nullptr : loaded(sound, folder);
        if (!chunk) return;
        Mix_Volume(channel, volume);
        Mix_PlayChannel(channel, chunk, 0);
    }

private:
    // Null where the file is missing or no sound.
    Mix_Chunk* loaded(Sound sound, const std::filesystem::path& folder) {
        const auto [place, is_new] = chunks_.try_emplace(sound);
        if (!is_new) return place->second.get();
        const auto file = base::read_file(folder / file_name(sound), most_wave_bytes);
        if (!file) return nullptr;
        const auto wave = parse_wave(*file);
        if (!wave) return nullptr;
        const std::string bytes = wave_bytes(*wave);
        place->second.reset(Mix_LoadWAV_RW(SDL_RWFromConstMem(bytes.data(), static_cast<int>(bytes.size())), 1));
        return place->second.get();
    }

    bool is_open_ = false;
    std::map<Sound, Chunk> chunks_;
};

class MixerAudio : public Audio {
public:
    explicit MixerAudio(std::filesystem::path folder) : folder_(std::move(folder)) {}

    void play(Sound sound, float loudness) override {
        // Written so that "not a number" is silent too.
        if (!enabled_ || !(loudness > 0)) return;
        if (!device_ && !gave_up_) open();
        const auto volume = std::lround(std::min(loudness, 1.0F) * MIX_MAX_VOLUME);
        if (device_) device_->play(sound, folder_, static_cast<int>(volume));
    }

    void set_enabled(bool enabled) override {
        enabled_ = enabled;
        // Switching on tries again: a headset may have been plugged in.
        gave_up_ = false;
        if (!enabled) device_.reset();
    }

    bool is_enabled() const override { return enabled_; }

    bool rest() override {
        if (device_ && device_->is_sounding()) return false;
        device_.reset();
        return true;
    }

private:
    void open() {
        device_ = std::make_unique<Device>();
        if (device_->is_open()) return;
        device_.reset();
        gave_up_ = true;
    }

    std::filesystem::path folder_;
    bool enabled_ = true;
    bool gave_up_ = false;  // no sound card: not asked again at every sound
    std::unique_ptr<Device> device_;
};

}  // namespace

std::unique_ptr<Audio> mixer_audio(std::filesystem::path folder) {
    return std::make_unique<MixerAudio>(std::move(folder));
}

}  // namespace palpera::audio
