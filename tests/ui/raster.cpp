#include "tests/ui/raster.h"

#include <stb/stb_image.h>
#include <stb/stb_image_write.h>

#include <algorithm>
#include <cmath>
#include <cstring>

#include "engine/image/image.h"

namespace palpera::ui_test {
namespace {

struct Texel {
    float r = 1, g = 1, b = 1, a = 1;
};

Texel mixed(const Texel& from, const Texel& to, float part) {
    const auto mix = [part](float p, float q) { return p * (1 - part) + q * part; };
    return {mix(from.r, to.r), mix(from.g, to.g), mix(from.b, to.b), mix(from.a, to.a)};
}

// The fonts' texture is opacity alone; a picture's has colours.
struct Texture {
    const unsigned char* bytes = nullptr;
    int width = 0, height = 0;
    bool coloured = false;

    Texel texel(int column, int row) const {
        column = std::clamp(column, 0, width - 1);
        row = std::clamp(row, 0, height - 1);
        const auto at =
            static_cast<std::size_t>(row) * static_cast<std::size_t>(width) + static_cast<std::size_t>(column);
        const auto part = [&](std::size_t i) { return static_cast<float>(bytes[i]) / 255; };
        if (!coloured) return {1, 1, 1, part(at)};
        return {part(4 * at), part(4 * at + 1), part(4 * at + 2), part(4 * at + 3)};
    }

    // Bilinear, as a graphics card does it.
    Texel at(float u, float v) const {
        float x = u * static_cast<float>(width) - 0.5f, y = v * static_cast<float>(height) - 0.5f;
        int left = static_cast<int>(std::floor(x)), top = static_cast<int>(std::floor(y));
        float fx = x - static_cast<float>(left), fy = y - static_cast<float>(top);
        const Texel above = mixed(texel(left, top), texel(left + 1, top), fx);
        return mixed(above, mixed(texel(left, top + 1), texel(left + 1, top + 1), fx), fy);
    }
};

struct Corner {
    float x, y, u, v, r, g, b, a;
};

Corner corner(const ImDrawVert& vertex) {
    auto channel = [&](int shift) { return static_cast<float>((vertex.col >> shift) & 0xFF); };
    return {vertex.pos.x,
            vertex.pos.y,
            vertex.uv.x,
            vertex.uv.y,
            channel(IM_COL32_R_SHIFT),
            channel(IM_COL32_G_SHIFT),
            channel(IM_COL32_B_SHIFT),
            channel(IM_COL32_A_SHIFT) / 255};
}

struct Clip {
    int left, top, right, bottom;
};

// A pixel on an edge belongs to one of the two triangles that share it: the top-left rule.
bool owns_edge(const Corner& from, const Corner& to) { return to.y < from.y || (to.y == from.y && to.x > from.x); }

void blend(std::uint8_t* pixel, float r, float g, float b, float a) {
    auto mix = [a](std::uint8_t below, float above) {
        return static_cast<std::uint8_t>(
            std::clamp(static_cast<float>(below) * (1 - a) + above * a + 0.5f, 0.0f, 255.0f));
    };
    pixel[0] = mix(pixel[0], r);
    pixel[1] = mix(pixel[1], g);
    pixel[2] = mix(pixel[2], b);
}

void triangle(Picture& picture, const Texture& texture, const Clip& clip, Corner a, Corner b, Corner c) {
    float area = (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
    if (area == 0) return;
    if (area < 0) {
        std::swap(b, c);
        area = -area;
    }
    int left = std::max(clip.left, static_cast<int>(std::floor(std::min({a.x, b.x, c.x}))));
    int right = std::min(clip.right, static_cast<int>(std::ceil(std::max({a.x, b.x, c.x}))) + 1);
    int top = std::max(clip.top, static_cast<int>(std::floor(std::min({a.y, b.y, c.y}))));
    int bottom = std::min(clip.bottom, static_cast<int>(std::ceil(std::max({a.y, b.y, c.y}))) + 1);
    bool ab = owns_edge(a, b), bc = owns_edge(b, c), ca = owns_edge(c, a);
    bool flat = a.u == b.u && b.u == c.u && a.v == b.v && b.v == c.v;
    const Texel flat_texel = flat ? texture.at(a.u, a.v) : Texel{};
    for (int y = top; y < bottom; ++y)
        for (int x = left; x < right; ++x) {
            float px = static_cast<float>(x) + 0.5f, py = static_cast<float>(y) + 0.5f;
            float wc = (b.x - a.x) * (py - a.y) - (b.y - a.y) * (px - a.x);
            float wa = (c.x - b.x) * (py - b.y) - (c.y - b.y) * (px - b.x);
            float wb = (a.x - c.x) * (py - c.y) - (a.y - c.y) * (px - c.x);
            if (wc < 0 || wa < 0 || wb < 0 || (wc == 0 && !ab) || (wa == 0 && !bc) || (wb == 0 && !ca)) continue;
            wa /= area;
            wb /= area;
            wc /= area;
            auto mix = [&](float p, float q, float r) { return p * wa + q * wb + r * wc; };
            const Texel cover = flat ? flat_texel : texture.at(mix(a.u, b.u, c.u), mix(a.v, b.v, c.v));
            float alpha = cover.a * mix(a.a, b.a, c.a);
            if (alpha <= 0) continue;
            auto at =
                (static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width) + static_cast<std::size_t>(x)) *
                3;
            blend(&picture.rgb[at], cover.r * mix(a.r, b.r, c.r), cover.g * mix(a.g, b.g, c.g),
                  cover.b * mix(a.b, b.b, c.b), alpha);
        }
}

// What a ui::Ui::clear_ground asks for.
void clear(Picture& picture, const Clip& clip, ImU32 colour) {
    for (int y = clip.top; y < clip.bottom; ++y)
        for (int x = clip.left; x < clip.right; ++x) {
            const int pixel = y * picture.width + x;
            for (int part = 0; part < 3; ++part)
                picture.rgb[static_cast<std::size_t>(pixel * 3 + part)] =
                    static_cast<std::uint8_t>(colour >> (8 * part) & 0xFF);
        }
}

}  // namespace

Picture rasterise(const ImDrawData& data, ui::Colour ground) {
    Picture picture{static_cast<int>(data.DisplaySize.x), static_cast<int>(data.DisplaySize.y), {}};
    picture.rgb.resize(static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height) * 3);
    for (std::size_t i = 0; i < picture.rgb.size(); i += 3) {
        picture.rgb[i] = ground.red;
        picture.rgb[i + 1] = ground.green;
        picture.rgb[i + 2] = ground.blue;
    }
    unsigned char* alpha = nullptr;
    Texture fonts{};
    ImGui::GetIO().Fonts->GetTexDataAsAlpha8(&alpha, &fonts.width, &fonts.height);
    fonts.bytes = alpha;
    for (int l = 0; l < data.CmdListsCount; ++l) {
        const ImDrawList& list = *data.CmdLists[l];
        for (const ImDrawCmd& command : list.CmdBuffer) {
            Clip clip{std::max(0, static_cast<int>(command.ClipRect.x)),
                      std::max(0, static_cast<int>(command.ClipRect.y)),
                      std::min(picture.width, static_cast<int>(command.ClipRect.z)),
                      std::min(picture.height, static_cast<int>(command.ClipRect.w))};
            if (command.UserCallback != nullptr) {
                clear(picture, clip, static_cast<ImU32>(reinterpret_cast<std::uintptr_t>(command.UserCallbackData)));
                continue;
            }
            const auto* own = static_cast<const image::Image*>(command.TextureId);
            const Texture texture = own ? Texture{own->rgba.data(), own->width, own->height, true} : fonts;
            for (unsigned i = 0; i + 2 < command.ElemCount; i += 3) {
                auto vertex = [&](unsigned k) {
                    return corner(list.VtxBuffer[static_cast<int>(
                        command.VtxOffset + list.IdxBuffer[static_cast<int>(command.IdxOffset + i + k)])]);
                };
                triangle(picture, texture, clip, vertex(0), vertex(1), vertex(2));
            }
        }
    }
    return picture;
}

Picture read_png(const std::filesystem::path& path) {
    Picture picture;
    int channels = 0;
    unsigned char* bytes = stbi_load(path.c_str(), &picture.width, &picture.height, &channels, 3);
    if (bytes == nullptr) return {};
    picture.rgb.assign(bytes,
                       bytes + static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height) * 3);
    stbi_image_free(bytes);
    return picture;
}

bool write_png(const std::filesystem::path& path, const Picture& picture) {
    return stbi_write_png(path.c_str(), picture.width, picture.height, 3, picture.rgb.data(), picture.width * 3) != 0;
}

}  // namespace palpera::ui_test
