#include <gtest/gtest.h>

#include <cmath>

#include "engine/audio/audio.h"

namespace palpera::audio {
namespace {

TEST(PainCue, TheMoreTenderTheSharperAndTheLouder) {
    EXPECT_EQ(pain_cue(0.2, Voice::lower).sound, Sound::mild_pain_lower);
    EXPECT_EQ(pain_cue(0.5, Voice::lower).sound, Sound::pain_lower);
    EXPECT_EQ(pain_cue(0.9, Voice::lower).sound, Sound::sharp_pain_lower);
    float before = 0;
    for (int percent = 1; percent <= 100; ++percent) {
        const float loudness = pain_cue(percent / 100.0, Voice::higher).loudness;
        EXPECT_GT(loudness, before) << percent;
        before = loudness;
    }
    EXPECT_EQ(before, 1.0F);
}

TEST(PainCue, EachVoiceHasItsOwnSounds) {
    for (const double tenderness : {0.1, 0.5, 1.0}) {
        EXPECT_NE(pain_cue(tenderness, Voice::lower).sound, pain_cue(tenderness, Voice::higher).sound);
    }
}

TEST(PainCue, WhatDoesNotHurtIsSilentAndNonsenseIsBounded) {
    EXPECT_EQ(pain_cue(0, Voice::lower).loudness, 0);
    EXPECT_EQ(pain_cue(-3, Voice::lower).loudness, 0);
    EXPECT_EQ(pain_cue(std::nan(""), Voice::lower).loudness, 0);
    EXPECT_EQ(pain_cue(7, Voice::lower), pain_cue(1, Voice::lower));
}

}  // namespace
}  // namespace palpera::audio
