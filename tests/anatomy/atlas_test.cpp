#include "engine/anatomy/atlas.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

namespace palpera::anatomy {
namespace {

namespace fs = std::filesystem;
using Lines = std::vector<std::string>;

// An atlas of one heel, written to a folder of its own; tests change its files.
class SmallAtlas : public testing::Test {
protected:
    void SetUp() override {
        folder_ = fs::path(testing::TempDir()) / ("atlas_" + std::to_string(::getpid()) + "_" +
                                                  testing::UnitTest::GetInstance()->current_test_info()->name());
        with("figure.yaml",
             "language: en\nviews:\n    sole: {name: \"Sole\", aspect: 0.5, outline: [[0, 0], [1, 0], [1, 1]]}\n");
        with("sites.yaml",
             "language: en\nregions:\n    foot: {name: \"Foot\"}\nsites:\n"
             "    heel: {name: \"Heel\", region: foot, views: {sole: [0.5, 0.9]}}\n    back: {name: \"Back\", sided: "
             "no, region: foot}\n");
        with("joints.yaml",
             "language: en\njoints:\n    ankle: {name: \"Ankle\", movements: {plantarflexion: {name: \"Down\", normal: "
             "[0, 50]}}}\n");
        with("muscles.yaml", "language: en\nmuscles:\n    soleus: {name: \"Soleus\"}\n");
        with("reflexes.yaml", "language: en\nreflexes:\n    achilles: {name: \"Achilles\"}\n");
        with("zones.yaml",
             "language: en\nzones:\n    sole_heel: {name: \"Heel skin\", region: foot, views: {sole: [0.5, 0.9]}}\n");
        with("arteries.yaml", "language: en\narteries:\n    dorsalis_pedis: {name: \"Dorsalis pedis\"}\n");
        with("special_tests.yaml",
             "language: en\nspecial_tests:\n    windlass: {name: \"Windlass\", how: \"Bend the toes up.\", region: "
             "foot}\n");
    }
    void TearDown() override { fs::remove_all(folder_); }

    void with(const std::string& file, const std::string& text) {
        fs::create_directories(folder_);
        std::ofstream(folder_ / file, std::ios::binary) << text;
    }
    Atlas read() {
        diagnostics_ = {};
        return read_atlas(folder_, diagnostics_);
    }
    Lines errors() const {
        Lines lines;
        for (const base::Diagnostic& one : diagnostics_.sorted()) {
            if (one.severity != base::Severity::error) continue;
            lines.push_back(fs::path(one.file).filename().string() + ":" + std::to_string(one.line) + ":" +
                            std::to_string(one.column) + " " + one.rule);
        }
        return lines;
    }

    fs::path folder_;
    base::Diagnostics diagnostics_;
};

TEST_F(SmallAtlas, IsReadWhole) {
    const Atlas atlas = read();
    EXPECT_EQ(errors(), Lines{});
    ASSERT_TRUE(find(atlas.sites, "heel"));
    EXPECT_DOUBLE_EQ(find(atlas.sites, "heel")->views.at("sole").y, 0.9);
    EXPECT_TRUE(find(atlas.sites, "heel")->sided);
    EXPECT_FALSE(find(atlas.sites, "back")->sided);
    EXPECT_DOUBLE_EQ(find(atlas.joints, "ankle")->movements.at(0).normal_to, 50);
    EXPECT_EQ(find(atlas.zones, "sole_heel")->region, "foot");
    EXPECT_EQ(atlas.figure.at(0).outline.size(), 3u);
    EXPECT_FALSE(find(atlas.sites, "elbow"));
}

TEST_F(SmallAtlas, APlaceInAViewTheFigureLacksIsToldWhereItStands) {
    with("sites.yaml",
         "language: en\nregions:\n    foot: {name: \"Foot\"}\nsites:\n    heel: {name: \"Heel\", region: foot, views: "
         "{soul: [0.5, 0.9]}}\n");
    read();
    EXPECT_EQ(errors(), Lines{"sites.yaml:5:54 unknown-view"});
}

TEST_F(SmallAtlas, ARegionMustExist) {
    with("zones.yaml", "language: en\nzones:\n    sole_heel: {name: \"Heel skin\", region: hand}\n");
    read();
    EXPECT_EQ(errors(), Lines{"zones.yaml:3:44 unknown-region"});
}

TEST_F(SmallAtlas, AMisspeltKeyIsNamed) {
    with("muscles.yaml", "language: en\nmuscles:\n    soleus: {name: \"Soleus\", sidde: no}\n");
    read();
    EXPECT_EQ(errors(), Lines{"muscles.yaml:3:30 unknown-key"});
}

TEST_F(SmallAtlas, PointsAndRangesArePairsWithinTheirBounds) {
    with("figure.yaml",
         "language: en\nviews:\n    sole: {name: \"Sole\", aspect: 0.5, outline: [[0, 0], [1.2, 0], [1]]}\n");
    with("joints.yaml",
         "language: en\njoints:\n    ankle: {name: \"Ankle\", movements: {plantarflexion: {name: \"Down\", normal: "
         "[0]}}}\n");
    read();
    ASSERT_EQ(errors().size(), 3u);
    EXPECT_EQ(errors()[0].substr(0, 16), "figure.yaml:3:58");
    EXPECT_EQ(errors()[1], "figure.yaml:3:67 point");
    EXPECT_EQ(errors()[2].substr(errors()[2].find(' ')), " range");
}

TEST_F(SmallAtlas, AMissingFileIsTold) {
    fs::remove(folder_ / "reflexes.yaml");
    const Atlas atlas = read();
    EXPECT_EQ(errors(), Lines{"reflexes.yaml:0:0 unreadable"});
    EXPECT_FALSE(atlas.sites.empty()) << "the rest is still there";
}

TEST(ShippedAtlas, IsWithoutAComplaintAndSpeaksThreeLanguages) {
    base::Diagnostics diagnostics;
    const Atlas atlas = read_atlas(fs::path(PALPERA_SOURCE_DIR) / "assets" / "anatomy", diagnostics);
    for (const base::Diagnostic& one : diagnostics.sorted()) ADD_FAILURE() << base::format(one);
    const auto named = [](const auto& list) {
        EXPECT_FALSE(list.empty());
        for (const auto& item : list) {
            for (base::Language language : base::every_language)
                EXPECT_FALSE(item.name.in(language).empty()) << item.id;
        }
    };
    named(atlas.sites);
    named(atlas.joints);
    named(atlas.muscles);
    named(atlas.reflexes);
    named(atlas.zones);
    named(atlas.arteries);
    named(atlas.special_tests);
    for (const Joint& joint : atlas.joints) {
        for (const Movement& movement : joint.movements)
            EXPECT_LT(movement.normal_from, movement.normal_to) << joint.id;
    }
}

TEST(ShippedAtlas, NamesEachStructureOnce) {
    base::Diagnostics diagnostics;
    const Atlas atlas = read_atlas(fs::path(PALPERA_SOURCE_DIR) / "assets" / "anatomy", diagnostics);
    const auto once = [](const auto& list) {
        std::map<std::string, int> count;
        for (const auto& item : list) EXPECT_EQ(++count[item.id], 1) << item.id;
    };
    once(atlas.sites);
    once(atlas.muscles);
    once(atlas.zones);
    once(atlas.special_tests);
}

}  // namespace
}  // namespace palpera::anatomy
