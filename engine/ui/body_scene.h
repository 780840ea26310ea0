#pragma once

#include <imgui.h>

#include <cstdint>
#include <memory>
#include <vector>

#include "engine/body/body.h"
#include "engine/body/camera.h"
#include "engine/body/signs.h"
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
    std::shared_ptr<const body::SkinLook> look;  // what signs of disease make of the skin; nothing: none
    body::Camera camera;
    float tone = 0.35f;                    // of the skin, 0 light to 1 dark
    std::vector<ZonePaint> paint;          // by zone, right and left after each other; empty: none is painted
    bool couch = false;                    // it lies or sits on one
    float seat = 0;                        // how high the couch is, cm
    int width = 1, height = 1;             // pixels
    float scale = 1;                       // of sizes on the screen
    bool moving = false;                   // something moves: edges are smoothed when it has stopped
    float ground_from = 0, ground_to = 1;  // its part of the room behind it, from top to foot
    Appearance appearance = Appearance::light;
    friend bool operator==(const BodyScene&, const BodyScene&) = default;
};

// Who makes pictures of bodies: the window, or a test. Without one the flat figure serves.
class BodyArtist {
public:
    virtual ~BodyArtist() = default;
    // The picture, its bottom row first as OpenGL has it; nothing where it cannot be drawn.
    virtual ImTextureID draw(const BodyScene& scene) = 0;
    // Drawn by the processor: while it moves, the coarse body is enough.
    virtual bool is_slow() const = 0;
};

}  // namespace palpera::ui
