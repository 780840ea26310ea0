#pragma once

#include <imgui.h>

#include <memory>

#include "engine/ui/body_scene.h"

namespace palpera::ui {

// Draws a body into a texture of its own, with the OpenGL context that is current when it is made and used.
class BodyPainter {
public:
    BodyPainter();
    ~BodyPainter();
    BodyPainter(const BodyPainter&) = delete;
    BodyPainter& operator=(const BodyPainter&) = delete;

    // The picture, its bottom row first as OpenGL has it; nothing where this OpenGL cannot draw it.
    ImTextureID draw(const BodyScene& scene);

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace palpera::ui
