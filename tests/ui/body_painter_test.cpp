#include "engine/ui/body_painter.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

#include "tests/ui/gl_artist.h"
#include "tests/ui/raster.h"

namespace palpera::ui {
namespace {

std::shared_ptr<const body::Table> table() {
    static const auto read = [] {
        base::Diagnostics diagnostics;
        return std::make_shared<const body::Table>(body::read_table(PALPERA_SOURCE_DIR "/assets/body", diagnostics));
    }();
    return read;
}

std::shared_ptr<const body::ZoneMap> zones() {
    static const auto read = [] {
        base::Diagnostics diagnostics;
        return std::make_shared<const body::ZoneMap>(
            body::read_zone_map(PALPERA_SOURCE_DIR "/assets/body/zones.yaml", diagnostics));
    }();
    return read;
}

std::shared_ptr<const body::Body> full_body(const body::Physique& physique) {
    static std::vector<std::shared_ptr<const body::Body>> made;
    for (const auto& body : made) {
        if (body->physique == physique) return body;
    }
    const std::atomic<bool> stop{false};
    made.push_back(body::make_body(table(), physique, true, stop));
    return made.back();
}

struct Shot {
    const char* name;
    body::Physique physique;
    const char* pose;
    body::Camera camera;
    float tone = 0.3f;
    std::vector<const char*> zones_felt = {};
};

BodyScene scene_of(const Shot& shot) {
    BodyScene scene;
    scene.body = full_body(shot.physique);
    scene.posed = std::make_shared<body::PosedSkin>(body::posed(*scene.body, body::pose_of(*scene.body, shot.pose)));
    scene.zones = zones();
    scene.camera = shot.camera;
    scene.tone = shot.tone;
    scene.couch = std::string(shot.pose) != "standing" && std::string(shot.pose) != "sitting";
    scene.width = scene.height = 360;
    scene.paint.resize(shot.zones_felt.empty() ? 0 : 2 * zones()->zones().size());
    for (const char* id : shot.zones_felt) {
        const int zone = zones()->index(id);
        EXPECT_GE(zone, 0) << id;
        scene.paint[2 * static_cast<std::size_t>(zone)] = {ZonePaint::Pattern::lines, Role::zone_l4, 0.5f, 1};
    }
    return scene;
}

// As the eye has it: the top row first, no opacity.
ui_test::Picture upright(const image::Image& image) {
    ui_test::Picture picture{image.width, image.height, {}};
    for (int y = image.height - 1; y >= 0; --y) {
        for (int x = 0; x < image.width; ++x) {
            const auto at = static_cast<std::size_t>(y * image.width + x) * 4;
            picture.rgb.insert(picture.rgb.end(), image.rgba.begin() + static_cast<std::ptrdiff_t>(at),
                               image.rgba.begin() + static_cast<std::ptrdiff_t>(at + 3));
        }
    }
    return picture;
}

void expect_like_golden(const ui_test::Picture& now, const std::string& name) {
    const std::filesystem::path path = std::filesystem::path(PALPERA_GOLDEN_FOLDER) / ("body-" + name + ".png");
    if (std::getenv("PALPERA_UPDATE_GOLDEN") != nullptr) {
        EXPECT_TRUE(ui_test::write_png(path, now));
        return;
    }
    const ui_test::Picture kept = ui_test::read_png(path);
    ASSERT_EQ(kept.rgb.size(), now.rgb.size()) << path << ": run with PALPERA_UPDATE_GOLDEN=1 if it is right";
    std::size_t differing = 0;
    for (std::size_t i = 0; i < now.rgb.size(); ++i) differing += std::abs(now.rgb[i] - kept.rgb[i]) > 24 ? 1 : 0;
    const double part = static_cast<double>(differing) / static_cast<double>(now.rgb.size());
    if (part > 0.005) ui_test::write_png("body-" + name + ".now.png", now);
    EXPECT_LE(part, 0.005) << name;
}

const std::vector<Shot>& shots() {
    const body::Physique man, woman{.female = true, .age = 46, .height = 168, .weight = 66};
    const body::Physique child{.age = 8, .height = 128, .weight = 26}, heavy{.age = 55, .weight = 112};
    static const std::vector<Shot> all{
        {"front", man, "standing", {}},
        {"back", man, "standing", {.turn = 180}},
        {"left", woman, "standing", {.turn = 90, .target = {0, 84, 0}}, 0.6f},
        {"right-quarter", woman, "standing", {.turn = -40, .target = {0, 84, 0}}, 0.1f},
        {"sole", man, "standing", {0, -76, {0, 2, 3}, 44}},
        {"foot", man, "standing", {-40, 22, {-10, 7, 4}, 34}},
        {"calves", man, "standing", {180, 4, {0, 26, 0}, 62}},
        {"child", child, "standing", {.turn = 25, .target = {0, 64, 0}, .height = 142}, 0.4f},
        {"heavy", heavy, "standing", {.turn = 30}, 0.75f},
        {"supine", man, "supine", {-90, 42, {0, 10, 0}, 118}},
        {"sitting", woman, "sitting", {38, 10, {0, 62, 10}, 150}, 0.2f},
        {"felt",
         man,
         "standing",
         {-12, 4, {-8, 26, 0}, 62},
         0.3f,
         {"leg_medial_lower", "knee_medial", "foot_dorsum_central"}}};
    return all;
}

TEST(BodyPainter, DrawsTwelveViewsAsAnIllustratorLeftThem) {
    ui_test::GlArtist artist;
    ASSERT_TRUE(artist.is_sound());
    for (const Shot& shot : shots()) {
        ASSERT_NE(artist.draw(scene_of(shot)), nullptr) << shot.name;
        expect_like_golden(upright(artist.picture()), shot.name);
    }
}

TEST(BodyPainter, DrawsTheSameSceneOnce) {
    ui_test::GlArtist artist;
    ASSERT_TRUE(artist.is_sound());
    BodyScene scene = scene_of(shots().front());
    artist.draw(scene);
    artist.draw(scene);
    EXPECT_EQ(artist.drawn(), 1);
    scene.camera.turn += 5;
    artist.draw(scene);
    EXPECT_EQ(artist.drawn(), 2);
}

}  // namespace
}  // namespace palpera::ui
