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
#include "engine/base/late_library.h"

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

// SDL2_mixer as loaded while the program runs: sixty libraries stand behind it, a tenth of the time of a start, and
// most starts are followed by no sound for minutes.
class Library : public base::LateLibrary {
public:
    Library() : LateLibrary(PALPERA_SDL2_MIXER) {}

    PALPERA_LATE(SDL_SetHint);
    PALPERA_LATE(SDL_InitSubSystem);
    PALPERA_LATE(SDL_QuitSubSystem);
    PALPERA_LATE(SDL_RWFromConstMem);
    PALPERA_LATE(Mix_OpenAudio);
    PALPERA_LATE(Mix_CloseAudio);
    PALPERA_LATE(Mix_LoadWAV_RW);
    PALPERA_LATE(Mix_FreeChunk);
    PALPERA_LATE(Mix_GroupAvailable);
    PALPERA_LATE(Mix_Volume);
    PALPERA_LATE(Mix_PlayChannel);
    PALPERA_LATE(Mix_Playing);
    PALPERA_LATE(Mix_HaltChannel);
};

using Chunk = std::unique_ptr<Mix_Chunk, decltype(&::Mix_FreeChunk)>;

// The sound card, open as long as this lives, and the sounds in its format.
class Device {
public:
    explicit Device(const Library& sdl) : sdl_(sdl) {
        const QuietStandardError quiet;
        // Otherwise SDL takes over Ctrl-C.
        sdl_.SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "1");
        if (sdl_.SDL_InitSubSystem(SDL_INIT_AUDIO) != 0) return;
        // 1024 frames are 23 ms: soon enough after a touch, and seldom enough for a slow machine.
        is_open_ = sdl_.Mix_OpenAudio(44100, AUDIO_S16SYS, 2, 1024) == 0;
        if (!is_open_) sdl_.SDL_QuitSubSystem(SDL_INIT_AUDIO);
    }
    ~Device() {
        if (!is_open_) return;
        const QuietStandardError quiet;
        sdl_.Mix_HaltChannel(-1);
        chunks_.clear();
        sdl_.Mix_CloseAudio();
        sdl_.SDL_QuitSubSystem(SDL_INIT_AUDIO);
    }
    Device(const Device&) = delete;
    Device& operator=(const Device&) = delete;

    bool is_open() const { return is_open_; }
    bool is_sounding() const { return sdl_.Mix_Playing(-1) > 0; }

    // Nothing where all channels sound already: one voice more would not be told apart.
    void play(Sound sound, const std::filesystem::path& folder, int volume) {
        const int channel = sdl_.Mix_GroupAvailable(-1);
        Mix_Chunk* chunk = channel < 0 ? nullptr : loaded(sound, folder);
        if (!chunk) return;
        sdl_.Mix_Volume(channel, volume);
        sdl_.Mix_PlayChannel(channel, chunk, 0);
    }

private:
    // Null where the file is missing or no sound.
    Mix_Chunk* loaded(Sound sound, const std::filesystem::path& folder) {
        const auto [place, is_new] = chunks_.try_emplace(sound, nullptr, sdl_.Mix_FreeChunk);
        if (!is_new) return place->second.get();
        const auto file = base::read_file(folder / file_name(sound), most_wave_bytes);
        if (!file) return nullptr;
        const auto wave = parse_wave(*file);
        if (!wave) return nullptr;
        const std::string bytes = wave_bytes(*wave);
        SDL_RWops* reader = sdl_.SDL_RWFromConstMem(bytes.data(), static_cast<int>(bytes.size()));
        place->second.reset(sdl_.Mix_LoadWAV_RW(reader, 1));
        return place->second.get();
    }

    const Library& sdl_;
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
        if (!sdl_) sdl_ = std::make_unique<Library>();
        if (sdl_->is_whole()) device_ = std::make_unique<Device>(*sdl_);
        if (device_ && device_->is_open()) return;
        device_.reset();
        gave_up_ = true;
    }

    std::filesystem::path folder_;
    bool enabled_ = true;
    bool gave_up_ = false;          // no sound card: not asked again at every sound
    std::unique_ptr<Library> sdl_;  // with the first sound
    std::unique_ptr<Device> device_;
};

}  // namespace

std::unique_ptr<Audio> mixer_audio(std::filesystem::path folder) {
    return std::make_unique<MixerAudio>(std::move(folder));
}

}  // namespace palpera::audio
