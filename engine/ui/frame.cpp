#include "engine/ui/frame.h"

#include <algorithm>

namespace palpera::ui {

void Redraw::in(double seconds) { wish_ = wish_ ? std::min(*wish_, seconds) : seconds; }

void Pacing::drawn(std::optional<double> wish, double now) {
    if (frames_due_ > 0) --frames_due_;
    next_.reset();
    if (wish) next_ = now + std::max(0.0, *wish);
}

bool Pacing::must_draw(double now) const { return frames_due_ > 0 || (next_ && now >= *next_); }

std::optional<double> Pacing::sleep(double now) const {
    if (frames_due_ > 0) return 0;
    if (!next_) return std::nullopt;
    return std::max(0.0, *next_ - now);
}

}  // namespace palpera::ui
