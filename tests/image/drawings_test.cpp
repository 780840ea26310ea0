// The drawn radiographs that are shipped, and the program that makes them.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>

#include "engine/base/file.h"
#include "engine/image/image.h"

namespace palpera::image {
namespace {

namespace fs = std::filesystem;

const fs::path folder = fs::path(PALPERA_SOURCE_DIR) / "assets" / "radiographs";

std::vector<std::string> drawings() {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder)) {
        if (entry.path().extension() == ".png") names.push_back(entry.path().stem().string());
    }
    std::sort(names.begin(), names.end());
    return names;
}

std::string name_of(const testing::TestParamInfo<std::string>& info) {
    std::string name;
    for (char c : info.param) {
        if (c != '_') name += c;
    }
    return name;
}

class Drawing : public testing::TestWithParam<std::string> {};

TEST_P(Drawing, IsASoundImageAndSmall) {
    const fs::path file = folder / (GetParam() + ".png");
    const auto image = read(file);
    ASSERT_TRUE(image) << image.error().message();
    EXPECT_EQ(image->width, 900);
    EXPECT_EQ(image->height, 700);
    EXPECT_LT(fs::file_size(file), 300'000u);
}

TEST_P(Drawing, IsWhatItsGeneratorMakes) {
    if (std::system("python3 -c '' >/dev/null 2>&1") != 0) GTEST_SKIP() << "there is no python3 here";
    const fs::path made = fs::path(testing::TempDir()) / ("drawn_" + GetParam());
    fs::create_directories(made);
    const std::string command =
        "python3 -B '" + (folder / "generate.py").string() + "' '" + made.string() + "' " + GetParam();
    ASSERT_EQ(std::system(command.c_str()), 0);
    const auto kept = base::read_file(folder / (GetParam() + ".png"), most_bytes);
    const auto again = base::read_file(made / (GetParam() + ".png"), most_bytes);
    ASSERT_TRUE(kept && again);
    EXPECT_TRUE(*kept == *again) << "run assets/radiographs/generate.py, look at the drawing, and keep both";
}

INSTANTIATE_TEST_SUITE_P(Shipped, Drawing, testing::ValuesIn(drawings()), name_of);

TEST(Drawings, AreEightAndUnderTheLicenceOfTheAssets) {
    EXPECT_EQ(drawings().size(), 8u);
    const auto licence = base::read_file(fs::path(PALPERA_SOURCE_DIR) / "assets" / "LICENSE", 1 << 16);
    ASSERT_TRUE(licence);
    EXPECT_NE(licence->find("drawn radiographs"), std::string::npos);
}

}  // namespace
}  // namespace palpera::image
