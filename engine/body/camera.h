#pragma once

#include "engine/body/skin.h"

namespace palpera::body {

// From where the body is seen. `turn`: degrees about the vertical, 0 from in front, 90 from the patient's left;
// `tilt`: 90 from above, -90 from below; `height`: centimetres at the target that fill the picture from top to bottom.
struct Camera {
    float turn = 0, tilt = 0;
    Vector target{0, 88, 0};
    float height = 190;
    friend bool operator==(const Camera&, const Camera&) = default;

    static constexpr float view_angle = 20;  // degrees, from top to bottom: hardly any perspective
    float distance() const;
    Vector right() const, up() const, towards() const;  // of the picture; from the target to the eye
    Vector eye() const { return target + towards() * distance(); }
};

// Places of a picture: -1 to 1 to the right and up, times `aspect` (width divided by height) to the right.
Ray ray(const Camera& camera, float x, float y);
struct Seen {
    float x = 0, y = 0;  // as of ray()
    float far = 0;       // from the eye along its direction, cm
};
Seen seen(const Camera& camera, Vector point);

// What a camera sees of a posed skin, coarsely: enough to tell whether a place lies in front or behind.
class Sight {
public:
    Sight(const PosedSkin& posed, const Camera& camera);
    bool sees(Vector point) const;
    // Hidden for its cell, and not for one beside it: a ray tells.
    bool is_near_edge(Vector point) const;

private:
    bool sees_in(Vector point, int right, int up) const;

    Camera camera_;
    int cells_;  // along an edge of the square of 2 by 2 around the middle, which is kept
    std::vector<float> nearest_;
};

// Between two cameras, the shorter way round.
Camera between(const Camera& from, const Camera& to, float part);

}  // namespace palpera::body
