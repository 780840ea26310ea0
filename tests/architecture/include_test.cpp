#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include "tests/architecture/source_tree.h"

namespace palpera::architecture {
namespace {

std::vector<std::string> words_of(const std::string& text) {
    std::istringstream stream(text);
    return {std::istream_iterator<std::string>(stream), {}};
}

std::string text_of(const std::string& path) {
    std::ifstream stream(std::string(PALPERA_SOURCE_DIR) + "/" + path, std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

// The words of set(NAME ...) or of NAME ... ) in a CMake file; empty where there are none.
std::vector<std::string> cmake_list(const std::string& text, const std::string& pattern) {
    std::smatch found;
    return std::regex_search(text, found, std::regex(pattern)) ? words_of(found[1]) : std::vector<std::string>{};
}

std::ptrdiff_t place(const std::string& room) {
    const auto& rooms = rooms_in_order();
    return std::find(rooms.begin(), rooms.end(), room) - rooms.begin();
}

TEST(Includes, PointOnlyToRoomsAbove) {
    std::size_t seen = 0;
    for (const SourceFile& file : source_tree()) {
        if (!is_cpp(file)) continue;
        for (const Include& include : includes_of(file)) {
            ++seen;
            const std::string wrong = complaint(file.path, include);
            EXPECT_TRUE(wrong.empty()) << file.path << ":" << include.line << ": " << include.name << ": " << wrong;
        }
    }
    EXPECT_GT(seen, 100u) << "the tree was not read";
}

TEST(Includes, ThatRunTheWrongWayAreFound) {
    EXPECT_NE(complaint("engine/base/text.cpp", {1, true, "engine/journal/journal.h"}), "");
    EXPECT_NE(complaint("engine/encounter/reply.cpp", {1, true, "engine/dialogue/dialogue.h"}), "");
    EXPECT_NE(complaint("engine/base/text.cpp", {1, true, "tests/architecture/source_tree.h"}), "");
    EXPECT_NE(complaint("engine/base/text.cpp", {1, true, "text.h"}), "") << "written from its own folder";
    EXPECT_EQ(complaint("engine/journal/chain.cpp", {1, true, "engine/base/text.h"}), "");
    EXPECT_EQ(complaint("engine/base/text.cpp", {1, true, "engine/base/text.h"}), "");
    EXPECT_EQ(complaint("tests/base/text_test.cpp", {1, true, "engine/base/text.h"}), "");
}

TEST(Includes, OfDisplayAndSoundStandWithThePanelsAlone) {
    for (const char* header : {"imgui.h", "imgui_internal.h", "GLFW/glfw3.h", "SDL2/SDL_mixer.h", "SDL.h"}) {
        EXPECT_NE(complaint("engine/present/rows.cpp", {1, false, header}), "") << header;
        EXPECT_NE(complaint("engine/command/play.cpp", {1, true, header}), "") << header;
    }
    EXPECT_EQ(complaint("engine/ui/theme.cpp", {1, false, "imgui.h"}), "");
    EXPECT_EQ(complaint("engine/audio/mixer.cpp", {1, false, "SDL_mixer.h"}), "");
    EXPECT_NE(complaint("engine/student/panel.cpp", {1, false, "SDL_mixer.h"}), "");
}

TEST(Rooms, AreBuiltInTheOrderOfTheHouse) {
    const std::string cmake = text_of("engine/CMakeLists.txt");
    std::vector<std::string> built = cmake_list(cmake, R"(set\(ROOMS\s+([^)]*)\))");
    const std::vector<std::string> display = cmake_list(cmake, R"(set\(DISPLAY_ROOMS\s+([^)]*)\))");
    ASSERT_FALSE(built.empty());
    built.insert(built.end(), display.begin(), display.end());
    EXPECT_TRUE(
        std::is_sorted(built.begin(), built.end(), [](const auto& a, const auto& b) { return place(a) < place(b); }));
    built.emplace_back("app");
    const std::set<std::string> known(built.begin(), built.end());
    for (const SourceFile& file : source_tree()) {
        const std::string room = room_of(file.path);
        const bool is_known = room.empty() || known.contains(room);
        EXPECT_TRUE(is_known) << file.path << " is in no room";
    }
}

TEST(Rooms, SayInTheirBuildFilesThatTheyUseRoomsAboveOnly) {
    for (const SourceFile& file : source_tree()) {
        const std::string room = room_of(file.path);
        if (room.empty() || !file.path.ends_with("CMakeLists.txt")) continue;
        for (const std::string& used : cmake_list(file.text, R"(\bUSES\s+([a-z_\s]*))")) {
            EXPECT_LT(place(used), place(room)) << file.path << ": " << used;
        }
    }
}

}  // namespace
}  // namespace palpera::architecture
