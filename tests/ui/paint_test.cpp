#include "engine/ui/paint.h"

#include <gtest/gtest.h>
#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <functional>

#include "tests/ui/driver.h"

namespace palpera::ui {
namespace {

using ui_test::Picture;
using ui_test::UiDriver;

// Draw commands of the last frame that clear.
int clearings() {
    const ImDrawData& drawn = *ImGui::GetDrawData();
    int count = 0;
    for (int i = 0; i < drawn.CmdListsCount; ++i)
        count += static_cast<int>(std::ranges::count_if(
            drawn.CmdLists[i]->CmdBuffer, [](const ImDrawCmd& command) { return command.UserCallback != nullptr; }));
    return count;
}

int greatest_difference(const Picture& a, const Picture& b) {
    int most = a.rgb.size() == b.rgb.size() ? 0 : 255;
    for (std::size_t i = 0; i < a.rgb.size() && most < 255; ++i) most = std::max(most, std::abs(a.rgb[i] - b.rgb[i]));
    return most;
}

class Grounds : public testing::Test {
protected:
    // The same drawn by clearing and by triangles: they look alike. Gives how many grounds were cleared.
    static int cleared(const std::function<void(Ui&)>& draw, UiDriver::Options options = {}) {
        UiDriver driver(
            [&](Ui& ui) {
                ImGui::SetNextWindowPos({0, 0});
                ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
                ImGui::Begin("grounds", nullptr, ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBackground);
                draw(ui);
                ImGui::End();
            },
            options);
        const int count = clearings();
        const Picture with = driver.picture();
        driver.ui().clear_ground = nullptr;
        driver.frame();
        EXPECT_EQ(clearings(), 0);
        EXPECT_LE(greatest_difference(with, driver.picture()), 1);
        return count;
    }
};

TEST_F(Grounds, LargeOpaqueOnesAreClearedAndLookAsPaintedOnes) {
    EXPECT_EQ(cleared([](Ui& ui) { fill(ui, {{100, 50}, {500, 300}}, Role::surface); }), 1);
    EXPECT_EQ(cleared([](Ui& ui) { fill(ui, {{100, 50}, {500, 300}}, Role::surface, 12); }), 1);
    EXPECT_EQ(cleared([](Ui& ui) { card_ground(ui, {{100, 50}, {500, 300}}); }), 1);
    EXPECT_EQ(cleared(
                  [](Ui& ui) {
                      card_ground(ui, {{100, 50}, {900, 700}});
                  },
                  {.text_scale = 2, .appearance = Appearance::dark}),
              1);
    EXPECT_EQ(cleared([](Ui& ui) { raised_ground(ui, {{100, 50}, {500, 300}}); }), 1);
}

TEST_F(Grounds, SmallSeeThroughAndCrookedOnesArePainted) {
    EXPECT_EQ(cleared([](Ui& ui) { fill(ui, {{100, 50}, {180, 130}}, Role::surface); }), 0);
    EXPECT_EQ(cleared([](Ui& ui) { fill(ui, {{100, 50}, {500, 300}}, Role::ink, 0, 0.5f); }), 0);
    EXPECT_EQ(cleared([](Ui& ui) { fill(ui, {{100.4f, 50}, {500.4f, 300}}, Role::surface, 12); }), 0);
}

TEST_F(Grounds, AreCutWhereTheirAreaIsCut) {
    const auto half_seen = [](Ui& ui) {
        ImGui::GetWindowDrawList()->PushClipRect({200, 100}, {400, 200}, true);
        fill(ui, {{100, 50}, {500, 300}}, Role::primary, 12);
        fill(ui, {{100, 400}, {500, 700}}, Role::primary);  // out of sight
        ImGui::GetWindowDrawList()->PopClipRect();
    };
    EXPECT_EQ(cleared(half_seen), 1);
}

TEST_F(Grounds, FadeFromOneColourToTheOther) {
    EXPECT_GT(cleared([](Ui& ui) { fade(ui, {{0, 0}, {1440, 900}}, Role::figure_top, Role::figure_foot); }), 3);
    const auto faded = [](Ui& ui) { fade(ui, {{0, 0}, {1440, 900}}, Role::ink, Role::surface); };
    UiDriver driver([&](Ui& ui) {
        ImGui::SetNextWindowPos({0, 0});
        ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
        ImGui::Begin("grounds", nullptr, ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBackground);
        faded(ui);
        ImGui::End();
    });
    const Picture picture = driver.picture();
    const auto red = [&](int row) { return static_cast<int>(picture.rgb[static_cast<std::size_t>(row) * 1440 * 3]); };
    EXPECT_NEAR(red(0), colour(Appearance::light, Role::ink).red, 1);
    EXPECT_NEAR(red(899), colour(Appearance::light, Role::surface).red, 1);
    for (int row = 1; row < 900; ++row) EXPECT_LE(std::abs(red(row) - red(row - 1)), 1) << row;
}

}  // namespace
}  // namespace palpera::ui
