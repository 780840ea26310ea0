#include "engine/ui/key_taps.h"

#include <GLFW/glfw3.h>
#include <gtest/gtest.h>

namespace palpera::ui {
namespace {

TEST(KeyTaps, KeyThatIsUpAgainBeforeTheFrameIsShownInIt) {
    ImGuiIO io;
    KeyTaps taps;
    taps.pressed(GLFW_KEY_A, 0);
    EXPECT_TRUE(taps.show_next(io));
    EXPECT_TRUE(io.KeysDown[GLFW_KEY_A]);
    taps.show_now(io);
    EXPECT_FALSE(io.KeysDown[GLFW_KEY_A]);
    EXPECT_FALSE(taps.show_next(io));
}

TEST(KeyTaps, KeyStillDownIsShownWithTheControlKeyThatIsUpAgain) {
    ImGuiIO io;
    KeyTaps taps;
    taps.pressed(GLFW_KEY_LEFT_CONTROL, 0);
    taps.pressed(GLFW_KEY_2, GLFW_MOD_CONTROL);
    io.KeysDown[GLFW_KEY_2] = true;
    EXPECT_TRUE(taps.show_next(io));
    EXPECT_TRUE(io.KeyCtrl);
    EXPECT_TRUE(io.KeysDown[GLFW_KEY_2]);
    taps.show_now(io);
    EXPECT_FALSE(io.KeyCtrl) << "what is typed next is no command";
    EXPECT_TRUE(io.KeysDown[GLFW_KEY_2]);
}

TEST(KeyTaps, TwoPressesOfOneKeyAreShownOneAfterTheOther) {
    ImGuiIO io;
    KeyTaps taps;
    taps.pressed(GLFW_KEY_DOWN, 0);
    taps.pressed(GLFW_KEY_DOWN, GLFW_MOD_SHIFT);
    EXPECT_TRUE(taps.show_next(io));
    EXPECT_FALSE(io.KeyShift);
    taps.show_now(io);
    io.KeysDownDuration[GLFW_KEY_DOWN] = 0;  // as ImGui has it after the frame
    EXPECT_TRUE(taps.show_next(io));
    EXPECT_FALSE(io.KeysDown[GLFW_KEY_DOWN]) << "up for a frame, or it would be taken for held on";
    taps.show_now(io);
    io.KeysDownDuration[GLFW_KEY_DOWN] = -1;
    EXPECT_TRUE(taps.show_next(io));
    EXPECT_TRUE(io.KeyShift);
    taps.show_now(io);
    EXPECT_FALSE(taps.show_next(io));
}

TEST(KeyTaps, KeyThatGlfwDoesNotKnowIsPassedOver) {
    ImGuiIO io;
    KeyTaps taps;
    taps.pressed(GLFW_KEY_UNKNOWN, 0);
    EXPECT_FALSE(taps.show_next(io));
}

}  // namespace
}  // namespace palpera::ui
