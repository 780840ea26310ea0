#include "engine/ui/window.h"

#include <gtest/gtest.h>
#include <imgui.h>

#include <cstdlib>

namespace palpera::ui {
namespace {

TEST(Window, SaysWhatToDoWhenThereIsNoDisplay) {
    // In a process of its own: the display of this one may be needed by others.
    EXPECT_EXIT(
        {
            unsetenv("DISPLAY");
            unsetenv("WAYLAND_DISPLAY");
            auto window = Window::open({.title = "Palpera", .fonts = "nowhere"});
            bool told =
                !window && window.error().what.find("display") != std::string::npos && !window.error().hint.empty();
            std::exit(told ? 0 : 1);
        },
        testing::ExitedWithCode(0), "");
}

TEST(Fonts, SayWhichFileIsMissing) {
    ImFontAtlas atlas;
    auto fonts = build_fonts(atlas, "no/such/folder", 1);
    ASSERT_FALSE(fonts.has_value());
    EXPECT_NE(fonts.error().where.find("Inter-Regular.otf"), std::string::npos);
    EXPECT_FALSE(fonts.error().hint.empty());
}

}  // namespace
}  // namespace palpera::ui
