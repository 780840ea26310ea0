#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>

// The lesion model written a second time, in another language, from its description alone (reference.py).
namespace palpera::anatomy {
namespace {

namespace fs = std::filesystem;

TEST(ReferenceModel, FindsTheSameDeficitForEveryKindOfLesionAsTheProgramAsBuilt) {
    if (std::system("python3 -c 'import yaml' >/dev/null 2>&1") != 0) GTEST_SKIP() << "no python3 with yaml here";
    const fs::path root(PALPERA_SOURCE_DIR);
    const std::string command = "python3 -B '" + (root / "tests" / "anatomy" / "reference.py").string() +
                                "' '" PALPERA_PROGRAM "' '" + (root / "assets" / "anatomy").string() + "' 2>&1";
    FILE* pipe = ::popen(command.c_str(), "r");
    ASSERT_TRUE(pipe);
    std::string told;
    for (int letter = 0; (letter = std::fgetc(pipe)) != EOF;) told += static_cast<char>(letter);
    EXPECT_EQ(::pclose(pipe), 0) << told;
    EXPECT_NE(told.find(" lesions, 0 differences"), std::string::npos) << told;
}

}  // namespace
}  // namespace palpera::anatomy
