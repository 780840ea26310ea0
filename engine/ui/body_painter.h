#pragma once

#include <imgui.h>

#include <memory>

#include "engine/ui/body_scene.h"

namespace palpera::ui {

// Draws a body into a texture of its own with OpenGL 3.2. Nothing is made before the first picture is asked for; the
// context must be current then, and when this ends.
class BodyPainter : public BodyArtist {
public:
    BodyPainter();
    ~BodyPainter() override;
    BodyPainter(const BodyPainter&) = delete;
    BodyPainter& operator=(const BodyPainter&) = delete;

    ImTextureID draw(const BodyScene& scene) override;
    bool is_slow() const override;
    // While the context is still there.
    void clear();

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace palpera::ui
