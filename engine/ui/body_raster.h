#pragma once

#include "engine/image/image.h"
#include "engine/ui/body_scene.h"

namespace palpera::ui {

// The same scene without OpenGL 3.2, drawn by the processor: a plain body with the same zones, places and poses,
// without shadows, patterns finer than a zone's lines, and smooth edges. Rows from the foot up, as BodyArtist gives
// them.
image::Image rasterised(const BodyScene& scene);

}  // namespace palpera::ui
