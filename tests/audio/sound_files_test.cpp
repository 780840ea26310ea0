#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <filesystem>

#include "engine/audio/wave.h"
#include "engine/base/file.h"

namespace palpera::audio {
namespace {

namespace fs = std::filesystem;

const fs::path folder = fs::path(PALPERA_SOURCE_DIR) / "assets" / "sound";

double decibel(double amplitude) { return 20 * std::log10(amplitude); }

Wave sound(const fs::path& path) {
    const auto file = base::read_file(path, most_wave_bytes);
    const auto wave = file ? parse_wave(*file) : base::Result<Wave>(file.error());
    EXPECT_TRUE(wave) << path << ": " << wave.error().message();
    return wave ? *wave : Wave{};
}

std::vector<fs::path> sounds() {
    std::vector<fs::path> found;
    for (const auto& entry : fs::directory_iterator(folder)) {
        if (entry.path().extension() == ".wav") found.push_back(entry.path());
    }
    return found;
}

TEST(SoundFiles, AreShortSoftAndSmall) {
    EXPECT_EQ(sounds().size(), 7u);
    for (const fs::path& path : sounds()) {
        const Wave wave = sound(path);
        EXPECT_EQ(wave.channels, 1) << path;
        EXPECT_GE(wave.rate, 22050u) << path;
        EXPECT_GT(wave.seconds(), 0.2) << path;
        EXPECT_LT(wave.seconds(), 0.8) << path;
        EXPECT_LT(decibel(wave.peak()), -6) << path;
        EXPECT_GT(decibel(wave.peak()), -20) << path;
        EXPECT_LT(fs::file_size(path), 80u * 1024) << path;
    }
}

TEST(SoundFiles, ASharperPainIsLouderInBothVoices) {
    for (const std::string voice : {"lower", "higher"}) {
        const double mild = sound(folder / ("mild_pain_" + voice + ".wav")).peak();
        const double middle = sound(folder / ("pain_" + voice + ".wav")).peak();
        const double sharp = sound(folder / ("sharp_pain_" + voice + ".wav")).peak();
        EXPECT_LT(mild, middle) << voice;
        EXPECT_LT(middle, sharp) << voice;
    }
}

TEST(SoundFiles, BeginAndEndInSilenceSoThatNothingClicks) {
    for (const fs::path& path : sounds()) {
        Wave wave = sound(path);
        const std::string all = wave.frames;
        ASSERT_GT(all.size(), 40u);
        wave.frames = all.substr(0, 20);
        EXPECT_LT(wave.peak(), 0.01) << path;
        wave.frames = all.substr(all.size() - 20);
        EXPECT_LT(wave.peak(), 0.01) << path;
    }
}

TEST(SoundFiles, AreWhatTheirGeneratorMakes) {
    if (std::system("python3 -c '' >/dev/null 2>&1") != 0) GTEST_SKIP() << "there is no python3 here";
    const fs::path made = fs::path(testing::TempDir()) / "palpera_generated_sounds";
    fs::remove_all(made);
    fs::create_directories(made);
    const std::string command = "python3 -B '" + (folder / "generate.py").string() + "' '" + made.string() + "'";
    ASSERT_EQ(std::system(command.c_str()), 0);
    for (const fs::path& path : sounds()) {
        const auto kept = base::read_file(path, most_wave_bytes);
        const auto again = base::read_file(made / path.filename(), most_wave_bytes);
        ASSERT_TRUE(kept && again) << path;
        EXPECT_TRUE(*kept == *again) << path;
    }
    EXPECT_EQ(std::distance(fs::directory_iterator(made), {}), static_cast<std::ptrdiff_t>(sounds().size()));
    fs::remove_all(made);
}

}  // namespace
}  // namespace palpera::audio
