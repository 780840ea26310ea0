#pragma once

#include <optional>

namespace palpera::ui {

// When the window must be drawn again without input. Widgets ask; with no wish the window sleeps on.
class Redraw {
public:
    // Within this many seconds.
    void in(double seconds);
    // In the very next frame: something moves.
    void now() { in(0); }
    std::optional<double> wish() const { return wish_; }
    void clear() { wish_.reset(); }

private:
    std::optional<double> wish_;
};

// Decides when the loop draws and how long it may sleep.
class Pacing {
public:
    // After input three frames are drawn, because layout settles late.
    void input() { frames_due_ = 3; }
    // After a frame, with what it wished, at this time.
    void drawn(std::optional<double> wish, double now);
    bool must_draw(double now) const;
    // Seconds to sleep; nothing: until input comes.
    std::optional<double> sleep(double now) const;

private:
    int frames_due_ = 3;
    std::optional<double> next_;
};

}  // namespace palpera::ui
