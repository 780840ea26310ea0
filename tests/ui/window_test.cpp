#include "engine/ui/window.h"

#include <gtest/gtest.h>
#include <imgui.h>

#include <cstdlib>
#include <filesystem>
#include <string>

#include "engine/base/file.h"
#include "engine/ui/fonts.h"

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

std::string bytes_of(const std::filesystem::path& file) {
    const auto bytes = base::read_file(file, 64 << 20);
    return bytes ? *bytes : std::string();
}

// What a text needs of its font: where each glyph lies in the sheet, how wide it is, and the sheet.
std::string drawn(const ImFontAtlas& atlas) {
    std::string result(reinterpret_cast<const char*>(atlas.TexPixelsAlpha8),
                       static_cast<std::size_t>(atlas.TexWidth) * static_cast<std::size_t>(atlas.TexHeight));
    for (const ImFont* font : atlas.Fonts) {
        result += std::to_string(font->Ascent) + ' ' + std::to_string(font->FallbackChar) + ' ' +
                  std::to_string(font->EllipsisChar) + ' ' + std::to_string(font->FontSize);
        for (ImWchar sign : {u'a', u'Å', u'0', u'\u2026', u'\uE5CA', u'\uFFFF'}) {
            const ImFontGlyph* glyph = font->FindGlyph(sign);
            result.append(reinterpret_cast<const char*>(glyph), sizeof *glyph);
            result += std::to_string(font->GetCharAdvance(sign));
        }
    }
    return result;
}

class KeptGlyphs : public testing::Test {
protected:
    void SetUp() override { std::filesystem::remove_all(file_.parent_path()); }
    // The fonts of one start of the program.
    std::string start(float scale = 1) {
        ImFontAtlas atlas;
        EXPECT_TRUE(build_fonts(atlas, PALPERA_FONT_FOLDER, scale, 1, file_));
        return drawn(atlas);
    }
    // Tests run beside each other: a folder for each.
    const std::filesystem::path file_ =
        std::filesystem::path(testing::TempDir()) /
        ("kept_glyphs_" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name())) / "glyphs.bin";
};

TEST_F(KeptGlyphs, AreTheSameAsDrawnOnes) {
    ImFontAtlas atlas;
    ASSERT_TRUE(build_fonts(atlas, PALPERA_FONT_FOLDER, 1));
    EXPECT_TRUE(start() == drawn(atlas));
    ASSERT_FALSE(bytes_of(file_).empty());
    EXPECT_TRUE(start() == drawn(atlas));
}

TEST_F(KeptGlyphs, OfAnotherTextSizeAreDrawnAnew) {
    const std::string usual = start(), large = start(2);
    EXPECT_TRUE(usual != large);
    EXPECT_TRUE(start(2) == large);
    EXPECT_TRUE(start() == usual);
}

TEST_F(KeptGlyphs, ThatAreDamagedOrCutAreDrawnAnew) {
    const std::string usual = start(), whole = bytes_of(file_);
    ASSERT_FALSE(whole.empty());
    for (std::size_t at : {std::size_t{3}, std::size_t{40}, std::size_t{120}, whole.size() / 2, whole.size() - 1}) {
        std::string damaged = whole;
        damaged[at] = static_cast<char>(damaged[at] ^ 0x40);
        ASSERT_TRUE(base::write_file(file_, damaged));
        EXPECT_TRUE(start() == usual) << at;
        EXPECT_EQ(bytes_of(file_).size(), whole.size()) << "kept again " << at;
        ASSERT_TRUE(base::write_file(file_, std::string_view(whole).substr(0, at)));
        EXPECT_TRUE(start() == usual) << at;
    }
}

TEST_F(KeptGlyphs, AreDoneWithoutWhereTheFolderCannotBeMade) {
    std::filesystem::create_directories(file_.parent_path().parent_path());
    ASSERT_TRUE(base::write_file(file_.parent_path(), "a file where the folder should be"));
    ImFontAtlas atlas;
    ASSERT_TRUE(build_fonts(atlas, PALPERA_FONT_FOLDER, 1));
    EXPECT_TRUE(start() == drawn(atlas));
    std::filesystem::remove(file_.parent_path());
}

}  // namespace
}  // namespace palpera::ui
