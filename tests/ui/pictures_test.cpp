#include "engine/ui/pictures.h"

#include <gtest/gtest.h>

namespace palpera::ui {
namespace {

const std::filesystem::path folder = std::filesystem::path(PALPERA_SOURCE_DIR) / "assets" / "radiographs";

TEST(Pictures, AreMadeOnceAndTakenBackAtTheEnd) {
    int made = 0, back = 0, card = 0;
    {
        Pictures pictures;
        pictures.draw_with(
            folder,
            [&](const image::Image& image) {
                ++made;
                EXPECT_EQ(image.rgba.size(), 900u * 700u * 4u);
                return &card;
            },
            [&](ImTextureID texture) {
                ++back;
                EXPECT_EQ(texture, &card);
            });
        for (int frame = 0; frame < 3; ++frame) {
            EXPECT_EQ(pictures.of("heel_lateral_normal").texture, &card);
            EXPECT_EQ(pictures.of("heel_lateral_normal").width, 900);
        }
        EXPECT_EQ(made, 1);
        EXPECT_EQ(back, 0);
    }
    EXPECT_EQ(back, 1);
}

TEST(Pictures, ThatCannotBeReadSayWhyAndAreNotTriedAgainEachFrame) {
    Pictures pictures;
    pictures.draw_with(
        folder, [](const image::Image&) { return nullptr; }, [](ImTextureID) {});
    const Picture& missing = pictures.of("none");
    EXPECT_EQ(missing.texture, nullptr);
    EXPECT_NE(missing.trouble.find("none.png"), std::string::npos);
    EXPECT_EQ(&pictures.of("none"), &missing);
}

}  // namespace
}  // namespace palpera::ui
