#pragma once

#include <algorithm>
#include <cmath>

namespace palpera::body {

// A point or a direction. In the world x is to the patient's left, y up, z forward, in centimetres; in the frame of a
// bone x is distal, y anterior, z lateral.
struct Vector {
    float x = 0, y = 0, z = 0;

    friend Vector operator+(Vector a, Vector b) { return {a.x + b.x, a.y + b.y, a.z + b.z}; }
    friend Vector operator-(Vector a, Vector b) { return {a.x - b.x, a.y - b.y, a.z - b.z}; }
    friend Vector operator*(Vector a, float k) { return {a.x * k, a.y * k, a.z * k}; }
    Vector& operator+=(Vector b) { return *this = *this + b; }
    friend bool operator==(const Vector&, const Vector&) = default;
};

inline float dot(Vector a, Vector b) { return a.x * b.x + a.y * b.y + a.z * b.z; }
inline Vector cross(Vector a, Vector b) {
    return {a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x};
}
inline float length(Vector a) { return std::sqrt(dot(a, a)); }
inline Vector unit(Vector a) {
    const float size = length(a);
    return size > 0 ? a * (1 / size) : a;
}
inline Vector mirrored(Vector a) { return {-a.x, a.y, a.z}; }
inline Vector mixed(Vector a, Vector b, float part) { return a + (b - a) * part; }

inline float mixed(float a, float b, float part) { return a + (b - a) * part; }
inline float smooth_step(float from, float to, float at) {
    const float t = std::clamp((at - from) / (to - from), 0.0f, 1.0f);
    return t * t * (3 - 2 * t);
}

// Where a bone stands: its head and its three axes, of unit length. On the right side the axes are the left one's
// mirrored, so that the same coordinates mean the same place of the body.
struct Frame {
    Vector head;
    Vector distal{1, 0, 0}, anterior{0, 1, 0}, lateral{0, 0, 1};

    Vector world(Vector inside) const { return head + turned(inside); }
    Vector turned(Vector inside) const { return distal * inside.x + anterior * inside.y + lateral * inside.z; }
    Vector inside(Vector point) const { return unturned(point - head); }
    Vector unturned(Vector direction) const {
        return {dot(direction, distal), dot(direction, anterior), dot(direction, lateral)};
    }
};

}  // namespace palpera::body
