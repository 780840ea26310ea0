#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <thread>

#include "engine/audio/audio.h"
#include "engine/audio/wave.h"
#include "engine/base/file.h"

namespace palpera::audio {
namespace {

namespace fs = std::filesystem;

const fs::path sounds = fs::path(PALPERA_SOURCE_DIR) / "assets" / "sound";

// SDL's driver "disk" writes what a sound card would have played into a file.
class Mixer : public testing::Test {
protected:
    fs::path folder = fs::path(testing::TempDir()) /
                      (std::string("palpera_mixer_") + testing::UnitTest::GetInstance()->current_test_info()->name());
    fs::path recording = folder / "played.raw";

    void SetUp() override {
        fs::remove_all(folder);
        fs::create_directories(folder);
        ::setenv("SDL_AUDIODRIVER", "disk", 1);
        ::setenv("SDL_DISKAUDIOFILE", recording.c_str(), 1);
        ::setenv("SDL_DISKAUDIODELAY", "0", 1);
    }
    void TearDown() override { fs::remove_all(folder); }

    static void play_to_the_end(Audio& audio, Cue cue) {
        audio.play(cue);
        while (!audio.rest()) std::this_thread::yield();
    }

    // The loudest sample of what was played, 0 to 1; 0 where no sound card was opened at all.
    double loudest() const {
        const auto played = base::read_file(recording, 1u << 30);
        return played ? Wave{2, 44100, 16, *played}.peak() : 0.0;
    }

    double loudest_of(Cue cue) const {
        const auto audio = mixer_audio(sounds);
        play_to_the_end(*audio, cue);
        return loudest();
    }
};

TEST_F(Mixer, AMoreTenderPlaceGivesALouderSound) {
    for (const Voice voice : {Voice::lower, Voice::higher}) {
        const double slight = loudest_of(pain_cue(0.1, voice));
        const double middle = loudest_of(pain_cue(0.5, voice));
        const double great = loudest_of(pain_cue(1.0, voice));
        EXPECT_GT(slight, 0.02);
        EXPECT_GT(middle, slight * 1.3);
        EXPECT_GT(great, middle * 1.3);
        EXPECT_LT(great, 0.5) << "over -6 dBFS";
    }
}

TEST_F(Mixer, LoudnessScalesTheSameSoundAndIsBounded) {
    const double whole = loudest_of({Sound::result_arrived, 1.0F});
    EXPECT_NEAR(loudest_of({Sound::result_arrived, 0.5F}), whole / 2, 0.02);
    EXPECT_NEAR(loudest_of({Sound::result_arrived, 9.0F}), whole, 0.001);
}

TEST_F(Mixer, SwitchedOffItIsSilentAndOpensNoSoundCard) {
    const auto audio = mixer_audio(sounds);
    audio->set_enabled(false);
    play_to_the_end(*audio, {Sound::sharp_pain_lower, 1});
    EXPECT_FALSE(fs::exists(recording));
    EXPECT_FALSE(audio->is_enabled());
    audio->set_enabled(true);
    play_to_the_end(*audio, {Sound::sharp_pain_lower, 1});
    EXPECT_GT(loudest(), 0.1);
}

TEST_F(Mixer, SwitchingOffStopsWhatSounds) {
    ::setenv("SDL_DISKAUDIODELAY", "1000", 1);  // milliseconds a buffer: the sound would take half a minute
    const auto audio = mixer_audio(sounds);
    audio->play(Sound::result_arrived, 1);
    EXPECT_FALSE(audio->rest());
    audio->set_enabled(false);
    EXPECT_TRUE(audio->rest());
}

TEST_F(Mixer, TheSoundCardIsOpenedByTheFirstSoundAndNotBefore) {
    const auto audio = mixer_audio(sounds);
    audio->play(Sound::result_arrived, 0);
    EXPECT_TRUE(audio->rest());
    EXPECT_FALSE(fs::exists(recording));
    play_to_the_end(*audio, {Sound::result_arrived, 1});
    EXPECT_TRUE(fs::exists(recording));
}

TEST_F(Mixer, WithoutASoundCardItIsSilentAndSaysNothing) {
    ::setenv("AUDIODEV", "palpera_has_no_such_card", 1);
    for (const char* driver : {"alsa", "no_such_driver"}) {
        ::setenv("SDL_AUDIODRIVER", driver, 1);
        testing::internal::CaptureStderr();
        const auto audio = mixer_audio(sounds);
        audio->play(Sound::result_arrived, 1);
        EXPECT_TRUE(audio->rest()) << driver;
        EXPECT_EQ(testing::internal::GetCapturedStderr(), "") << driver;
    }
    ::unsetenv("AUDIODEV");
}

TEST_F(Mixer, AMissingOrBrokenFileIsSilentAndTheOthersStillSound) {
    fs::copy_file(sounds / "pain_lower.wav", folder / "pain_lower.wav");
    ASSERT_TRUE(base::write_file(folder / "result_arrived.wav", "RIFF\4\0\0\0WAVE"));
    const auto audio = mixer_audio(folder);
    play_to_the_end(*audio, {Sound::mild_pain_lower, 1});
    EXPECT_EQ(loudest(), 0);
    play_to_the_end(*audio, {Sound::result_arrived, 1});
    EXPECT_EQ(loudest(), 0);
    play_to_the_end(*audio, {Sound::pain_lower, 1});
    EXPECT_GT(loudest(), 0.1);
}

TEST_F(Mixer, TwentySoundsAtOnceAreNoTrouble) {
    const auto audio = mixer_audio(sounds);
    for (int i = 0; i < 20; ++i) audio->play(Sound::pain_higher, 1);
    while (!audio->rest()) std::this_thread::yield();
    EXPECT_GT(loudest(), 0.1);
}

TEST(SilentAudio, RemembersItsSwitchAndNeverSounds) {
    const auto audio = silent_audio();
    audio->play(pain_cue(1, Voice::lower));
    EXPECT_TRUE(audio->rest());
    audio->set_enabled(false);
    EXPECT_FALSE(audio->is_enabled());
}

}  // namespace
}  // namespace palpera::audio
