// The body without OpenGL 3.2.
#include "engine/ui/body_raster.h"

#include <gtest/gtest.h>

#include <cstdlib>

#include "tests/ui/raster.h"

namespace palpera::ui {
namespace {

BodyScene coarse_scene() {
    base::Diagnostics diagnostics;
    const std::atomic<bool> stop{false};
    BodyScene scene;
    auto table = std::make_shared<const body::Table>(body::read_table(PALPERA_SOURCE_DIR "/assets/body", diagnostics));
    scene.body = body::make_body(table, {}, false, stop);
    scene.posed = std::make_shared<body::PosedSkin>(body::posed(*scene.body, body::pose_of(*scene.body, "standing")));
    scene.zones = std::make_shared<const body::ZoneMap>(
        body::read_zone_map(PALPERA_SOURCE_DIR "/assets/body/zones.yaml", diagnostics));
    scene.paint.resize(2 * scene.zones->zones().size());
    scene.camera.target.y = 44;
    scene.camera.height = 100;
    scene.width = scene.height = 300;
    return scene;
}

std::size_t different(const image::Image& a, const image::Image& b) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < a.rgba.size(); i += 4) {
        count += std::abs(a.rgba[i] - b.rgba[i]) + std::abs(a.rgba[i + 2] - b.rgba[i + 2]) > 12 ? 1 : 0;
    }
    return count;
}

TEST(BodyRaster, ShowsTheBodyBeforeTheRoom) {
    BodyScene scene = coarse_scene();
    const image::Image body = rasterised(scene);
    scene.camera.target = {0, 1000, 0};
    const image::Image room = rasterised(scene);
    const auto share = static_cast<double>(different(body, room)) / (300 * 300);
    EXPECT_GT(share, 0.12);
    EXPECT_LT(share, 0.6);
}

TEST(BodyRaster, PaintsAZoneOnItsOwnSideOnly) {
    BodyScene scene = coarse_scene();
    const image::Image plain = rasterised(scene);
    const int zone = scene.zones->index("leg_anterior_shin");
    ASSERT_GE(zone, 0);
    scene.paint[2 * static_cast<std::size_t>(zone)] = {ZonePaint::Pattern::lines, Role::zone_l4, 0.5f, 1};
    const image::Image painted = rasterised(scene);
    std::size_t on_left = 0, on_right = 0;  // of the picture
    for (int y = 0; y < 300; ++y) {
        for (int x = 0; x < 300; ++x) {
            const auto at = static_cast<std::size_t>(y * 300 + x) * 4;
            const bool changed = plain.rgba[at] != painted.rgba[at] || plain.rgba[at + 2] != painted.rgba[at + 2];
            (x < 150 ? on_left : on_right) += changed ? 1 : 0;
        }
    }
    EXPECT_GT(on_left, 300u) << "the patient's right shin is on the left of the picture";
    EXPECT_EQ(on_right, 0u);
    if (const char* folder = std::getenv("PALPERA_SHEETS")) {
        ui_test::Picture picture{300, 300, {}};
        for (int y = 299; y >= 0; --y) {
            for (int x = 0; x < 300; ++x) {
                const auto at = static_cast<std::size_t>(y * 300 + x) * 4;
                picture.rgb.insert(picture.rgb.end(), painted.rgba.begin() + static_cast<std::ptrdiff_t>(at),
                                   painted.rgba.begin() + static_cast<std::ptrdiff_t>(at) + 3);
            }
        }
        ui_test::write_png(std::string(folder) + "/raster.png", picture);
    }
}

}  // namespace
}  // namespace palpera::ui
