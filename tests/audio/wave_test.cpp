#include "engine/audio/wave.h"

#include <gtest/gtest.h>

namespace palpera::audio {
namespace {

Wave a_wave() { return {1, 22050, 16, std::string("\x00\x40\x00\xc0", 4)}; }

// The file of a_wave() with other bytes at that place.
std::string with(std::size_t at, std::string_view bytes) {
    std::string file = wave_bytes(a_wave());
    return file.replace(at, bytes.size(), bytes);
}

std::string refusal(const std::string& file) {
    const auto wave = parse_wave(file);
    return wave ? "" : wave.error().what;
}

TEST(Wave, IsReadBackAsWritten) {
    const auto wave = parse_wave(wave_bytes(a_wave()));
    ASSERT_TRUE(wave);
    EXPECT_EQ(wave->channels, 1);
    EXPECT_EQ(wave->rate, 22050u);
    EXPECT_EQ(wave->frames, a_wave().frames);
    EXPECT_DOUBLE_EQ(wave->seconds(), 2 / 22050.0);
    EXPECT_DOUBLE_EQ(wave->peak(), 0.5);
}

TEST(Wave, OfEightBitsHasItsMiddleAt128) {
    EXPECT_DOUBLE_EQ((Wave{1, 8000, 8, "\x80\x80"}).peak(), 0.0);
    EXPECT_DOUBLE_EQ((Wave{2, 8000, 8, std::string("\x80\x00", 2)}).peak(), 1.0);
}

TEST(Wave, WhatWouldCrashTheMixerIsRefused) {
    EXPECT_EQ(refusal(with(22, std::string("\0\0", 2))), "0 channels");
    EXPECT_EQ(refusal(with(22, std::string("\3\0", 2))), "3 channels");
    EXPECT_EQ(refusal(with(24, std::string("\0\0\0\0", 4))), "0 Hz");
    EXPECT_EQ(refusal(with(24, "\xff\xff\xff\xff")), "4294967295 Hz");
    EXPECT_EQ(refusal(with(34, std::string("\0\0", 2))), "0 bits a sample");
    EXPECT_EQ(refusal(with(32, std::string("\0\0", 2))), "the size of a frame contradicts channels and bits");
    EXPECT_EQ(refusal(with(20, std::string("\2\0", 2))), "not PCM but Microsoft ADPCM");
    EXPECT_EQ(refusal(with(20, std::string("\x11\0", 2))), "not PCM but IMA ADPCM");
    EXPECT_EQ(refusal(with(20, "\xfe\xff")), "not PCM but coding 65534");
    EXPECT_EQ(refusal(with(22, "\xff\xff")), "65535 channels");
    EXPECT_EQ(refusal(with(24, std::string("\x0a\0\0\0", 4))), "10 Hz");
}

TEST(Wave, OfAnotherKindIsRefusedByName) {
    const auto says = [](const std::string& bytes) { return refusal(bytes + std::string(64, '\0')); };
    EXPECT_EQ(says("MThd"), "not a RIFF WAVE file but a MIDI file");
    EXPECT_EQ(says("OggS"), "not a RIFF WAVE file but an Ogg file");
    EXPECT_EQ(says("ID3\4"), "not a RIFF WAVE file but an MP3 file");
    EXPECT_EQ(says("\xff\xfb\x90"), "not a RIFF WAVE file but an MP3 file");
    EXPECT_EQ(says("fLaC"), "not a RIFF WAVE file but a FLAC file");
    EXPECT_EQ(says(std::string(1080, '\0') + "M.K."), "not a RIFF WAVE file but a music module");
    EXPECT_EQ(says("IMPM"), "not a RIFF WAVE file but a music module");
    EXPECT_EQ(says("RF64"), "not a RIFF WAVE file but a WAV file of another kind (RF64)");
    EXPECT_EQ(refusal("Ogg"), "not a RIFF WAVE file") << "cut before it says what it is";
    EXPECT_EQ(refusal("OggS"), "not a RIFF WAVE file but an Ogg file");
}

TEST(Wave, ThatClaimsMoreThanThereIsIsRefused) {
    EXPECT_EQ(refusal(with(40, "\xff\xff\xff\x7f")), "no whole chunk \"data\"");
    EXPECT_EQ(refusal(with(16, "\xff\xff\xff\xff")), "no whole chunk \"fmt \"");
    EXPECT_EQ(refusal(with(40, "\xff\xff\xff\xff")), "no whole chunk \"data\"") << "4 GB";
    EXPECT_EQ(refusal(with(40, std::string("\0\0\0\0", 4))), "no sound in it");
    EXPECT_EQ(refusal(with(40, std::string("\1\0\0\0", 4))), "no sound in it");
    EXPECT_EQ(refusal(std::string(most_wave_bytes + 1, 'R')), "the sound file is over 2 MiB");
}

TEST(Wave, CutAnywhereIsRefused) {
    const std::string whole = wave_bytes(a_wave());
    for (std::size_t length = 0; length < whole.size(); ++length) {
        EXPECT_NE(refusal(whole.substr(0, length)), "") << length;
    }
}

TEST(Wave, ForeignChunksArePassedOverAndNeverReachTheMixer) {
    std::string file = wave_bytes(a_wave());
    file.insert(36, std::string("LIST\3\0\0\0abc\0", 12));
    const auto wave = parse_wave(file);
    ASSERT_TRUE(wave);
    EXPECT_EQ(wave_bytes(*wave), wave_bytes(a_wave()));
}

}  // namespace
}  // namespace palpera::audio
