#include "engine/ui/body_raster.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "engine/ui/body_tones.h"

namespace palpera::ui {
namespace {

using body::Vector;

// A corner of the skin in the picture: pixels from the left and from the foot, and how far it is from the eye.
struct Corner {
    float x = 0, y = 0, far = 0, light = 0;
};

struct Canvas {
    int width = 0, height = 0;
    image::Image picture;
    std::vector<float> nearest;

    Canvas(int w, int h) : width(w), height(h), picture{w, h, {}} {
        const auto pixels = static_cast<std::size_t>(w) * static_cast<std::size_t>(h);
        picture.rgba.resize(pixels * 4);
        nearest.assign(pixels, std::numeric_limits<float>::max());
    }
    void put(std::size_t pixel, Vector tone) {
        const auto byte = [](float value) {
            return static_cast<std::uint8_t>(std::clamp(value, 0.0f, 1.0f) * 255 + 0.5f);
        };
        picture.rgba[4 * pixel] = byte(tone.x);
        picture.rgba[4 * pixel + 1] = byte(tone.y);
        picture.rgba[4 * pixel + 2] = byte(tone.z);
        picture.rgba[4 * pixel + 3] = 255;
    }
};

void paint_room(const BodyScene& scene, Canvas& canvas) {
    const Vector top = tone_of(colour(scene.appearance, Role::figure_top));
    const Vector foot = tone_of(colour(scene.appearance, Role::figure_foot));
    for (int y = 0; y < canvas.height; ++y) {
        const float up = (static_cast<float>(y) + 0.5f) / static_cast<float>(canvas.height);
        const Vector tone = body::mixed(top, foot, body::mixed(scene.ground_to, scene.ground_from, up));
        for (int x = 0; x < canvas.width; ++x) canvas.put(static_cast<std::size_t>(y * canvas.width + x), tone);
    }
}

std::vector<Corner> corners_of(const BodyScene& scene) {
    const body::PosedSkin& posed = *scene.posed;
    const float half = static_cast<float>(scene.height) / 2;
    const Vector key = body::unit({-0.46f, 0.62f, 0.64f});
    const Vector right = scene.camera.right(), up = scene.camera.up(), towards = scene.camera.towards();
    std::vector<Corner> corners;
    corners.reserve(posed.points.size());
    for (std::size_t i = 0; i < posed.points.size(); ++i) {
        const body::Seen seen = body::seen(scene.camera, posed.points[i]);
        const Vector n = posed.normals[i];
        const Vector in_view{body::dot(n, right), body::dot(n, up), body::dot(n, towards)};
        const float lit = std::max(0.0f, (body::dot(in_view, key) + 0.34f) / 1.34f);
        const float shade = 0.30f + 0.70f * scene.body->skin.points[i].light;
        corners.push_back({static_cast<float>(scene.width) / 2 + seen.x * half, half + seen.y * half, seen.far,
                           (0.4f + 0.72f * lit) * shade});
    }
    return corners;
}

bool is_marked(ZonePaint::Pattern pattern, float x, float y) {
    using Pattern = ZonePaint::Pattern;
    const auto within = [](float value, float every, float wide) {
        return value - every * std::floor(value / every) < wide;
    };
    switch (pattern) {
        case Pattern::lines: return within(y, 6, 1.6f);
        case Pattern::dots: return within(x, 7, 3) && within(y, 6, 3);
        case Pattern::diagonals: return within(x + y, 8, 2);
        case Pattern::cross: return within(x + y, 9, 1.6f) || within(x - y, 9, 1.6f);
        case Pattern::none: break;
    }
    return false;
}

// What the skin looks like at a place of a triangle.
class SkinTone {
public:
    explicit SkinTone(const BodyScene& scene) : scene_(scene), skin_(skin_tone(scene.tone)) {}

    Vector at(const std::array<std::uint32_t, 3>& of, const std::array<float, 3>& shares, float light, float x,
              float y) const {
        const auto& points = scene_.body->skin.points;
        const body::SkinPoint &a = points[of[0]], &b = points[of[1]], &c = points[of[2]];
        const float cover = shares[0] * a.cover + shares[1] * b.cover + shares[2] * c.cover;
        Vector tone = (cover > 0 ? cloth_tone : tinted(of, shares)) * light;
        if (!scene_.zones || scene_.paint.empty()) return tone;
        const auto mix = [&](float p, float q, float r) { return shares[0] * p + shares[1] * q + shares[2] * r; };
        const body::Coordinates place{mix(a.place.along, b.place.along, c.place.along),
                                      mix(a.place.anterior, b.place.anterior, c.place.anterior),
                                      mix(a.place.lateral, b.place.lateral, c.place.lateral)};
        const int zone = scene_.zones->at(a.chart, place);
        const std::size_t index =
            2 * static_cast<std::size_t>(std::max(0, zone)) + (a.side == body::Side::left ? 1 : 0);
        if (zone < 0 || index >= scene_.paint.size()) return tone;
        const ZonePaint& paint = scene_.paint[index];
        const float fill = std::max(paint.fill, 0.3f * paint.outline);
        if (fill <= 0) return tone;
        const Vector ink = tone_of(colour(scene_.appearance, paint.role));
        const float scale = std::max(0.5f, scene_.scale);
        const bool marked = is_marked(paint.pattern, x / scale, y / scale);
        return body::mixed(tone, ink, marked ? std::min(1.0f, fill * 2.2f) : fill);
    }

private:
    // With what signs of disease make of it.
    Vector tinted(const std::array<std::uint32_t, 3>& of, const std::array<float, 3>& shares) const {
        if (!scene_.look || scene_.look->tints.empty()) return skin_;
        Vector ink;
        float share = 0;
        for (std::size_t k = 0; k < 3; ++k) {
            const auto& tint = scene_.look->tints[of[k]];
            ink += Vector{static_cast<float>(tint[0]), static_cast<float>(tint[1]), static_cast<float>(tint[2])} *
                   (shares[k] / 255);
            share += shares[k] * static_cast<float>(tint[3]) / 255;
        }
        return body::mixed(skin_, ink, share);
    }

    const BodyScene& scene_;
    Vector skin_;
};

void paint_triangle(const std::array<std::uint32_t, 3>& of, const std::vector<Corner>& corners, const SkinTone& skin,
                    Canvas& canvas) {
    const Corner &a = corners[of[0]], &b = corners[of[1]], &c = corners[of[2]];
    const float area = (b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y);
    if (area <= 1e-6f) return;  // seen from inside, or edge on
    const int x0 = std::max(0, static_cast<int>(std::floor(std::min({a.x, b.x, c.x}))));
    const int x1 = std::min(canvas.width - 1, static_cast<int>(std::ceil(std::max({a.x, b.x, c.x}))));
    const int y0 = std::max(0, static_cast<int>(std::floor(std::min({a.y, b.y, c.y}))));
    const int y1 = std::min(canvas.height - 1, static_cast<int>(std::ceil(std::max({a.y, b.y, c.y}))));
    for (int row = y0; row <= y1; ++row) {
        for (int column = x0; column <= x1; ++column) {
            const float x = static_cast<float>(column) + 0.5f, y = static_cast<float>(row) + 0.5f;
            const float u = ((b.x - x) * (c.y - y) - (c.x - x) * (b.y - y)) / area;
            const float v = ((c.x - x) * (a.y - y) - (a.x - x) * (c.y - y)) / area;
            const float w = 1 - u - v;
            if (u < 0 || v < 0 || w < 0) continue;
            const float far = u * a.far + v * b.far + w * c.far;
            const auto pixel = static_cast<std::size_t>(row * canvas.width + column);
            if (far >= canvas.nearest[pixel]) continue;
            canvas.nearest[pixel] = far;
            canvas.put(pixel, skin.at(of, {u, v, w}, u * a.light + v * b.light + w * c.light, x, y));
        }
    }
}

}  // namespace

image::Image rasterised(const BodyScene& scene) {
    Canvas canvas(std::max(1, scene.width), std::max(1, scene.height));
    paint_room(scene, canvas);
    const std::vector<Corner> corners = corners_of(scene);
    const SkinTone skin(scene);
    const auto& triangles = scene.body->skin.triangles;
    for (std::size_t i = 0; i + 2 < triangles.size(); i += 3) {
        paint_triangle({triangles[i], triangles[i + 1], triangles[i + 2]}, corners, skin, canvas);
    }
    return std::move(canvas.picture);
}

}  // namespace palpera::ui
