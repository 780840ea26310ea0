#include <gtest/gtest.h>

#include "tests/library/small_library.h"

namespace palpera::library {
namespace {

class Names : public testing::Test {
protected:
    SmallLibrary small_;
    const Library library_ = small_.read();

    std::string trouble(std::string_view line) const {
        const auto pattern = parse_pattern(line);
        if (!pattern) return pattern.error().what;
        return trouble_with(library_.catalogue, library_.atlas, pattern->verb, pattern->subject);
    }
    bool sided(std::string_view line) const {
        const auto pattern = parse_pattern(line);
        return is_sided(library_.catalogue, library_.atlas, pattern->verb, pattern->subject);
    }
    std::string called(std::string_view line) const {
        const auto pattern = parse_pattern(line);
        return name_of(library_.catalogue, library_.atlas, pattern->verb, pattern->subject).in(base::Language::en);
    }
};

TEST_F(Names, WhatExistsHasNoTrouble) {
    for (const char* line : {"ask where",
                             "palpate heel_centre",
                             "inspect heel_centre",
                             "auscultate heel_centre",
                             "move ankle plantarflexion",
                             "gait normal",
                             "measure weight",
                             "strength tibialis_anterior",
                             "sensation light_touch sole_lateral",
                             "sensation vibration heel_centre",
                             "test windlass",
                             "order haemoglobin",
                             "read xray_heel",
                             "cancel xray_heel",
                             "prescribe naproxen",
                             "change naproxen",
                             "stop naproxen",
                             "treat insole",
                             "advise good_shoes",
                             "refer physiotherapist",
                             "diagnose sore_heel",
                             "diagnose any",
                             "position prone",
                             "follow_up",
                             "finish"}) {
        EXPECT_EQ(trouble(line), "") << line;
    }
}

TEST_F(Names, WhatDoesNotExistIsNamedWithTheNearest) {
    EXPECT_EQ(trouble("ask wher"), "no question is called \"wher\"; nearest: where");
    EXPECT_NE(trouble("palpate heel_center").find("nearest: heel_centre"), std::string::npos);
    EXPECT_NE(trouble("move ankle plantarflexio").find("nearest: plantarflexion"), std::string::npos);
    EXPECT_NE(trouble("move ankel plantarflexion").find("no joint is called \"ankel\""), std::string::npos);
    EXPECT_EQ(trouble("gait sideways"), "nothing called \"sideways\" can be done by gait");
    EXPECT_NE(trouble("measure wieght").find("nearest: weight"), std::string::npos);
    EXPECT_NE(trouble("sensation tickle sole_lateral").find("light_touch"), std::string::npos);
    EXPECT_NE(trouble("sensation light_touch heel_centre").find("no zone"), std::string::npos);
    EXPECT_NE(trouble("order haemoglobine").find("nearest: haemoglobin"), std::string::npos);
    EXPECT_NE(trouble("diagnose sore_hell").find("nearest: sore_heel"), std::string::npos);
    EXPECT_NE(trouble("position upside").find("standing"), std::string::npos);
    for (const char* line :
         {"strength x", "reflex x", "test x", "pulse x", "prescribe x", "treat x", "advise x", "refer x"}) {
        EXPECT_NE(trouble(line).find("is called \"x\""), std::string::npos) << line;
    }
}

TEST_F(Names, TheZonesOfABorderMustExist) {
    const auto with = [&](const char* subject) {
        return trouble_with(library_.catalogue, library_.atlas, Verb::border, subject);
    };
    EXPECT_EQ(with("light_touch sole_lateral sole_mid_central"), "");
    EXPECT_NE(with("light_touch sole_lateral nowhere").find("\"nowhere\""), std::string::npos);
}

TEST_F(Names, WhatComesInPairsHasSides) {
    EXPECT_TRUE(sided("palpate heel_centre"));
    EXPECT_TRUE(sided("move ankle plantarflexion"));
    EXPECT_TRUE(sided("sensation light_touch sole_lateral"));
    EXPECT_TRUE(sided("order xray_heel"));
    EXPECT_FALSE(sided("order haemoglobin"));
    EXPECT_FALSE(sided("gait normal"));
    EXPECT_FALSE(sided("measure weight"));
    EXPECT_FALSE(sided("ask where"));
}

TEST_F(Names, AnActIsCalledByWhatItIsDoneTo) {
    EXPECT_EQ(called("ask where"), "Where does it hurt?");
    EXPECT_EQ(called("order xray_heel"), "X-ray of the heel");
    EXPECT_EQ(called("gait normal"), "Gait");
    EXPECT_EQ(called("stop naproxen"), "Naproxen");
    EXPECT_EQ(called("advise good_shoes"), "Good shoes");
    EXPECT_FALSE(called("move ankle plantarflexion").empty());
    EXPECT_FALSE(called("sensation vibration heel_centre").empty());
    EXPECT_EQ(called("ask nothing_known"), "");
}

}  // namespace
}  // namespace palpera::library
