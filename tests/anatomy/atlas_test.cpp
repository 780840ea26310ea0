#include "engine/anatomy/atlas.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>

#include "tests/anatomy/small_atlas.h"

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
        for (const auto& [file, text] : small_atlas()) with(file, text);
    }
    void TearDown() override { fs::remove_all(folder_); }

    void with(const std::string& file, const std::string& text) {
        fs::create_directories(folder_);
        std::ofstream(folder_ / file, std::ios::binary) << text;
    }
    void replace(const std::string& file, const std::string& from, const std::string& to) {
        std::string text = small_atlas().at(file);
        ASSERT_NE(text.find(from), std::string::npos) << from;
        with(file, text.replace(text.find(from), from.size(), to));
    }
    // Another place of a file that has been changed.
    void replace_more(const std::string& file, const std::string& from, const std::string& to) {
        std::ifstream in(folder_ / file, std::ios::binary);
        std::string text{std::istreambuf_iterator<char>(in), {}};
        ASSERT_NE(text.find(from), std::string::npos) << from;
        with(file, text.replace(text.find(from), from.size(), to));
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
    with("zones.yaml",
         "language: en\nzones:\n    sole_heel: {name: \"Heel skin\", region: hand, dermatomes: {S1: 1}, nerves: "
         "{tibial: 1}, path: 102 cm}\n");
    read();
    EXPECT_EQ(errors(), Lines{"zones.yaml:3:44 unknown-region"});
}

TEST_F(SmallAtlas, AMisspeltKeyIsNamed) {
    with("arteries.yaml", "language: en\narteries:\n    dorsalis_pedis: {name: \"Dorsalis pedis\", sidde: no}\n");
    read();
    EXPECT_EQ(errors(), Lines{"arteries.yaml:3:46 unknown-key"});
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

TEST_F(SmallAtlas, AMovementGoesAsFarAsIsUsualAtTheAgeAndElseAsInAnAdult) {
    with(
        "joints.yaml",
        "language: en\njoints:\n    hip: {name: \"Hip\", movements: {flexion: {name: \"Bend\", normal: [0, 120], ages: "
        "[{from: 2, to: 8, female: 140.8, male: 131.1, reference: \"Soucie 2011\"}]}}}\n");
    const Atlas atlas = read();
    const Movement& flexion = find(atlas.joints, "hip")->movements.at(0);
    EXPECT_DOUBLE_EQ(usual_end(flexion, true, 6), 140.8);
    EXPECT_DOUBLE_EQ(usual_end(flexion, false, 8), 131.1);
    EXPECT_DOUBLE_EQ(usual_end(flexion, false, 9), 120);
    EXPECT_DOUBLE_EQ(usual_end(flexion, true, 70), 120);
}

TEST_F(SmallAtlas, SharesThatDoNotSumToOneAreTold) {
    replace("muscles.yaml", "S1: 0.6", "S1: 0.5");
    replace("zones.yaml", "plantar: 1", "plantar: 0.9");
    replace("nerves.yaml", "at: 0.9}", "at: 0.9, share: 0.7}");
    read();
    EXPECT_EQ(errors(), (Lines{"muscles.yaml:3:37 sum", "nerves.yaml:3:41 sum", "zones.yaml:3:106 sum"}));
}

TEST_F(SmallAtlas, WhatIsNotInTheAtlasIsTold) {
    replace("muscles.yaml", "nerve: tibial", "nerve: tibail");
    replace("zones.yaml", "{S1: 1}", "{S9: 1}");
    replace("lesion_sites.yaml", "[windlass]", "[windless]");
    replace("nerves.yaml", "[tibial]}", "[tibia]}");
    replace("special_tests.yaml", "weak: soleus", "weak: solues");
    read();
    EXPECT_EQ(errors(), (Lines{"lesion_sites.yaml:3:93 unknown-name", "muscles.yaml:3:94 unknown-nerve",
                               "nerves.yaml:5:76 unknown-name", "special_tests.yaml:4:90 unknown-muscle",
                               "zones.yaml:3:89 sum", "zones.yaml:3:90 id"}));
}

TEST_F(SmallAtlas, ANerveThatIsItsOwnAncestorIsTold) {
    replace("nerves.yaml", "tibial: {name: \"Tibial\",",
            "tibial: {name: \"Tibial\", parents: [{nerve: plantar, at: 1}],");
    read();
    EXPECT_EQ(errors(), (Lines{"nerves.yaml:3:41 circle"}));
}

TEST_F(SmallAtlas, ARuleThatSaysNothingIsTold) {
    replace("special_tests.yaml", "weak: soleus, from", "from");
    read();
    EXPECT_EQ(errors(), (Lines{"special_tests.yaml:4:83 criterion"}));
}

TEST_F(SmallAtlas, WhatIsIntimateIsNeverDrawn) {
    replace("zones.yaml", "region: foot", "intimate: yes, region: foot");
    const Atlas atlas = read();
    EXPECT_EQ(errors(), (Lines{"zones.yaml:3:72 intimate"}));
    EXPECT_TRUE(find(atlas.zones, "sole_heel")->views.empty());
}

TEST_F(SmallAtlas, ATissueSpeaksOnlyOfWhatTheAtlasHas) {
    replace("tissues.yaml", "tender: {heel: 8}", "tender: {hell: 8}");
    replace_more("tissues.yaml", "plantarflexion", "plantarflexian");
    replace_more("tissues.yaml", "{squeeze:", "{squeze:");
    replace_more("tissues.yaml", "{dorsalis_pedis:", "{dorsalis:");
    replace_more("tissues.yaml", "    tunnel:", "    tunel:");
    read();
    EXPECT_EQ(errors(), (Lines{"tissues.yaml:3:45 unknown-site", "tissues.yaml:3:85 unknown-name",
                               "tissues.yaml:3:122 unknown-test", "tissues.yaml:4:49 unknown-artery",
                               "tissues.yaml:6:12 unknown-site"}));
}

TEST_F(SmallAtlas, ATestThatATissueMakesPositiveSaysWhatIsFound) {
    replace("tissues.yaml", "{squeeze:", "{windlass:");
    read();
    ASSERT_EQ(errors().size(), 1u);
    EXPECT_EQ(errors()[0].substr(errors()[0].find(' ')), " unworded");
}

TEST_F(SmallAtlas, AnIndexFallsWithTheSeverity) {
    replace("tissues.yaml", "severest: [0.2, 0.4]", "severest: [0.2, 0.95]");
    replace_more("tissues.yaml", "mildest: [0.8, 0.9]", "mildest: [0.92, 0.9]");
    read();
    ASSERT_EQ(errors().size(), 2u);
    for (const std::string& error : errors()) EXPECT_EQ(error.substr(error.find(' ')), " range");
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
    const auto follows_from_a_tissue = [&](const SpecialTest& test) {
        return std::any_of(atlas.tissues.begin(), atlas.tissues.end(), [&](const Tissue& tissue) {
            return std::any_of(tissue.special_tests.begin(), tissue.special_tests.end(),
                               [&](const TestEffect& one) { return &atlas.special_tests[one.test] == &test; });
        });
    };
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
    named(atlas.nerves);
    named(atlas.lesion_sites);
    for (const Wording& one : atlas.findings) {
        for (base::Language language : base::every_language) {
            EXPECT_EQ(one.finds.in(language).empty(), one.finds.empty()) << one.id;
            EXPECT_EQ(one.says.in(language).empty(), one.says.empty()) << one.id;
        }
    }
    named(atlas.tissues);
    for (const SpecialTest& test : atlas.special_tests) {
        for (base::Language language : base::every_language)
            EXPECT_NE(test.positive.in(language).empty(), test.rule.has_value() || follows_from_a_tissue(test))
                << test.id;
    }
    for (const Joint& joint : atlas.joints) {
        for (const Movement& movement : joint.movements)
            EXPECT_LT(movement.normal_from, movement.normal_to) << joint.id;
    }
}

TEST(ShippedAtlas, IsWhole) {
    base::Diagnostics diagnostics;
    const Atlas atlas = read_atlas(fs::path(PALPERA_SOURCE_DIR) / "assets" / "anatomy", diagnostics);
    EXPECT_EQ(atlas.zones.size(), 115u);
    EXPECT_EQ(atlas.muscles.size(), 58u);
    EXPECT_EQ(atlas.reflexes.size(), 17u);
    EXPECT_EQ(atlas.nerves.size(), 115u);
    EXPECT_EQ(atlas.lesion_sites.size(), 54u);
    EXPECT_EQ(atlas.special_tests.size(), 75u);
    EXPECT_EQ(
        std::count_if(atlas.zones.begin(), atlas.zones.end(), [](const Zone& zone) { return !zone.key_level.empty(); }),
        28);
    for (const Zone& zone : atlas.zones) EXPECT_EQ(zone.region == "perineum", zone.intimate) << zone.id;
}

// A nerve carries the roots of what it supplies; ISNCSCI key points have their root as the heaviest.
TEST(ShippedAtlas, AgreesWithItself) {
    base::Diagnostics diagnostics;
    const Atlas atlas = read_atlas(fs::path(PALPERA_SOURCE_DIR) / "assets" / "anatomy", diagnostics);
    const auto carries = [&](std::size_t nerve, Root root) {
        const auto& roots = atlas.nerves[nerve].roots;
        return std::find(roots.begin(), roots.end(), root) != roots.end();
    };
    for (const Muscle& muscle : atlas.muscles) {
        for (const RootShare& one : muscle.roots) {
            const bool carried = std::any_of(muscle.innervation.begin(), muscle.innervation.end(),
                                             [&](const Branch& branch) { return carries(branch.nerve, one.root); });
            EXPECT_TRUE(carried) << muscle.id << ' ' << name(one.root);
        }
    }
    for (const Zone& zone : atlas.zones) {
        const auto heaviest =
            std::max_element(zone.dermatomes.begin(), zone.dermatomes.end(),
                             [](const RootShare& a, const RootShare& b) { return a.share < b.share; });
        if (!zone.key_level.empty()) {
            EXPECT_EQ(name(heaviest->root), zone.key_level.substr(0, zone.key_level.find('-'))) << zone.id;
        }
        for (const RootShare& one : zone.dermatomes) {
            const bool carried = std::any_of(zone.nerves.begin(), zone.nerves.end(),
                                             [&](const NerveShare& share) { return carries(share.nerve, one.root); });
            EXPECT_TRUE(carried) << zone.id << ' ' << name(one.root);
        }
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
