#pragma once

#include <memory>

#include "engine/image/image.h"
#include "engine/ui/body_painter.h"

namespace palpera::ui_test {

// The painter of the window with an OpenGL of no display; its pictures are read back, for UiDriver to draw.
class GlArtist : public ui::BodyArtist {
public:
    GlArtist();
    ~GlArtist() override;
    GlArtist(const GlArtist&) = delete;
    GlArtist& operator=(const GlArtist&) = delete;

    // False where this machine has no OpenGL 3.2 without a display.
    bool is_sound() const { return state_ != nullptr; }
    ImTextureID draw(const ui::BodyScene& scene) override;
    bool is_slow() const override { return false; }
    const image::Image& picture() const { return picture_; }
    int drawn() const { return drawn_; }  // scenes that were not the same as before

private:
    struct State;
    std::unique_ptr<State> state_;
    image::Image picture_;
    ui::BodyScene last_;
    int drawn_ = 0;
};

}  // namespace palpera::ui_test
