#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "engine/body/body.h"
#include "engine/body/camera.h"
#include "engine/body/zone_map.h"
#include "engine/ui/theme.h"

namespace palpera::ui {

// How a zone is painted on the skin: never by colour alone.
struct ZonePaint {
    enum class Pattern : std::uint8_t { none, lines, dots, diagonals, cross };
    Pattern pattern = Pattern::none;
    Role role = Role::primary;
    float fill = 0;     // 0 to 1
    float outline = 0;  // 0 to 1
    friend bool operator==(const ZonePaint&, const ZonePaint&) = default;
};

// What the picture of a body shows. It is drawn again only when something here has changed.
struct BodyScene {
    std::shared_ptr<const body::Body> body;
    std::shared_ptr<const body::PosedSkin> posed;
    std::shared_ptr<const body::ZoneMap> zones;
    body::Camera camera;
    float tone = 0.35f;            // of the skin, 0 light to 1 dark
    std::vector<ZonePaint> paint;  // by zone, right and left after each other; empty: none is painted
    bool couch = false;            // it lies or sits on one
    float seat = 0;                // how high the couch is, cm
    int width = 1, height = 1;     // pixels
    float scale = 1;               // of sizes on the screen
    bool moving = false;           // something moves: edges are smoothed when it has stopped
    Appearance appearance = Appearance::light;
    friend bool operator==(const BodyScene&, const BodyScene&) = default;
};

}  // namespace palpera::ui
