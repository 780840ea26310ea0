#include "engine/ui/key_taps.h"

#include <gtest/gtest.h>

namespace palpera::ui {
namespace {

// As GLFW numbers keys and modifiers.
constexpr int unknown_key = -1, key_2 = 50, key_a = 65, key_down = 264, key_left_control = 341;
constexpr int with_shift = 1, with_control = 2;

TEST(KeyTaps, KeyThatIsUpAgainBeforeTheFrameIsShownInIt) {
    ImGuiIO io;
    KeyTaps taps;
    taps.pressed(key_a, 0);
    EXPECT_TRUE(taps.show_next(io));
    EXPECT_TRUE(io.KeysDown[key_a]);
    taps.show_now(io);
    EXPECT_FALSE(io.KeysDown[key_a]);
    EXPECT_FALSE(taps.show_next(io));
}

TEST(KeyTaps, KeyStillDownIsShownWithTheControlKeyThatIsUpAgain) {
    ImGuiIO io;
    KeyTaps taps;
    taps.pressed(key_left_control, 0);
    taps.pressed(key_2, with_control);
    io.KeysDown[key_2] = true;
    EXPECT_TRUE(taps.show_next(io));
    EXPECT_TRUE(io.KeyCtrl);
    EXPECT_TRUE(io.KeysDown[key_2]);
    taps.show_now(io);
    EXPECT_FALSE(io.KeyCtrl) << "what is typed next is no command";
    EXPECT_TRUE(io.KeysDown[key_2]);
}

TEST(KeyTaps, TwoPressesOfOneKeyAreShownOneAfterTheOther) {
    ImGuiIO io;
    KeyTaps taps;
    taps.pressed(key_down, 0);
    taps.pressed(key_down, with_shift);
    EXPECT_TRUE(taps.show_next(io));
    EXPECT_FALSE(io.KeyShift);
    taps.show_now(io);
    io.KeysDownDuration[key_down] = 0;  // as ImGui has it after the frame
    EXPECT_TRUE(taps.show_next(io));
    EXPECT_FALSE(io.KeysDown[key_down]) << "up for a frame, or it would be taken for held on";
    taps.show_now(io);
    io.KeysDownDuration[key_down] = -1;
    EXPECT_TRUE(taps.show_next(io));
    EXPECT_TRUE(io.KeyShift);
    taps.show_now(io);
    EXPECT_FALSE(taps.show_next(io));
}

TEST(KeyTaps, KeyThatGlfwDoesNotKnowIsPassedOver) {
    ImGuiIO io;
    KeyTaps taps;
    taps.pressed(unknown_key, 0);
    EXPECT_FALSE(taps.show_next(io));
}

}  // namespace
}  // namespace palpera::ui
