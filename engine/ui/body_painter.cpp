#include "engine/ui/body_painter.h"

#define GL_GLEXT_PROTOTYPES
#include <GL/gl.h>
#include <GL/glext.h>

#include <array>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>

#include "engine/ui/body_raster.h"
#include "engine/ui/body_shader.h"
#include "engine/ui/body_tones.h"

namespace palpera::ui {
namespace {

using body::Vector;

constexpr Vector couch_tone{0.83f, 0.85f, 0.85f};
constexpr int shadow_size = 96;
constexpr int most_zones = 256;

using Source = std::initializer_list<const char*>;

GLuint compiled(GLenum kind, Source parts) {
    const GLuint shader = glCreateShader(kind);
    glShaderSource(shader, static_cast<GLsizei>(parts.size()), parts.begin(), nullptr);
    glCompileShader(shader);
    GLint done = GL_FALSE;
    glGetShaderiv(shader, GL_COMPILE_STATUS, &done);
    if (done == GL_TRUE) return shader;
    glDeleteShader(shader);
    return 0;
}

// 0 where this OpenGL takes it not.
GLuint linked(Source vertex, Source fragment, Source inputs) {
    const GLuint v = compiled(GL_VERTEX_SHADER, vertex), f = compiled(GL_FRAGMENT_SHADER, fragment);
    GLuint program = 0;
    if (v != 0 && f != 0) {
        program = glCreateProgram();
        glAttachShader(program, v);
        glAttachShader(program, f);
        GLuint place = 0;
        for (const char* input : inputs) glBindAttribLocation(program, place++, input);
        glLinkProgram(program);
        GLint done = GL_FALSE;
        glGetProgramiv(program, GL_LINK_STATUS, &done);
        if (done != GL_TRUE) {
            glDeleteProgram(program);
            program = 0;
        }
    }
    glDeleteShader(v);
    glDeleteShader(f);
    return program;
}

void set(GLuint program, const char* name, Vector value) {
    glUniform3f(glGetUniformLocation(program, name), value.x, value.y, value.z);
}
void set(GLuint program, const char* name, int value) { glUniform1i(glGetUniformLocation(program, name), value); }
void set(GLuint program, const char* name, float value) { glUniform1f(glGetUniformLocation(program, name), value); }

// From the world to the picture, column after column.
std::array<float, 16> view_of(const body::Camera& camera, float aspect) {
    const Vector r = camera.right(), u = camera.up(), t = camera.towards(), eye = camera.eye();
    const float half = camera.height / 2 / camera.distance();
    const float near = std::max(5.0f, camera.distance() - 260), far = camera.distance() + 320;
    const float depth = (far + near) / (far - near), offset = -2 * far * near / (far - near);
    const std::array<Vector, 3> rows{r * (1 / (half * aspect)), u * (1 / half), t * -depth};
    const auto shift = [&](const Vector& row) { return -body::dot(row, eye); };
    return {rows[0].x,        rows[1].x, rows[2].x,      -t.x,           rows[0].y,
            rows[1].y,        rows[2].y, -t.y,           rows[0].z,      rows[1].z,
            rows[2].z,        -t.z,      shift(rows[0]), shift(rows[1]), shift(rows[2]) + offset,
            body::dot(t, eye)};
}

struct Still {  // of a corner: what no pose changes
    float along, anterior, lateral;
    std::uint8_t light, cover, chart, side;
};

void upload(GLuint buffer, GLenum target, const void* data, std::size_t bytes) {
    glBindBuffer(target, buffer);
    glBufferData(target, static_cast<GLsizeiptr>(bytes), data, GL_DYNAMIC_DRAW);
}

void input(GLuint place, int count, GLenum kind, std::size_t stride, std::size_t offset) {
    glEnableVertexAttribArray(place);
    glVertexAttribPointer(place, count, kind, GL_FALSE, static_cast<GLsizei>(stride),
                          reinterpret_cast<const void*>(offset));
}

void texture(GLuint name, GLint inner, int width, int height, GLenum format, const void* data, GLint filter) {
    glBindTexture(GL_TEXTURE_2D, name);
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glTexImage2D(GL_TEXTURE_2D, 0, inner, width, height, 0, format, GL_UNSIGNED_BYTE, data);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, filter);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, filter);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
}

// Where the body is near the plane y = 0 it is dark below.
struct Contact {
    std::array<float, 4> reach{};  // least x and z, most x and z
    std::vector<std::uint8_t> dark;
};

Contact contact_of(const body::PosedSkin& posed) {
    Contact contact;
    contact.dark.assign(shadow_size * shadow_size, 0);
    constexpr float high = 16, margin = 22;
    float x0 = 1e9f, x1 = -1e9f, z0 = 1e9f, z1 = -1e9f;
    for (const Vector& p : posed.points) {
        if (p.y > high) continue;
        x0 = std::min(x0, p.x);
        x1 = std::max(x1, p.x);
        z0 = std::min(z0, p.z);
        z1 = std::max(z1, p.z);
    }
    contact.reach = {x0 - margin, z0 - margin, x1 + margin, z1 + margin};
    std::vector<float> field(shadow_size * shadow_size, 0), other(field);
    const float dx = shadow_size / (x1 - x0 + 2 * margin), dz = shadow_size / (z1 - z0 + 2 * margin);
    for (const Vector& p : posed.points) {
        if (p.y > high) continue;
        const int x = std::clamp(static_cast<int>((p.x - contact.reach[0]) * dx), 0, shadow_size - 1);
        const int z = std::clamp(static_cast<int>((p.z - contact.reach[1]) * dz), 0, shadow_size - 1);
        float& value = field[static_cast<std::size_t>(z * shadow_size + x)];
        value = std::max(value, (1 - p.y / high) * (1 - p.y / high));
    }
    for (int pass = 0; pass < 6; ++pass) {
        const bool across = pass % 2 == 0;
        for (int z = 0; z < shadow_size; ++z) {
            for (int x = 0; x < shadow_size; ++x) {
                float sum = 0;
                constexpr int reach = 4;
                for (int k = -reach; k <= reach; ++k) {
                    const int xx = std::clamp(across ? x + k : x, 0, shadow_size - 1);
                    const int zz = std::clamp(across ? z : z + k, 0, shadow_size - 1);
                    sum += field[static_cast<std::size_t>(zz * shadow_size + xx)];
                }
                other[static_cast<std::size_t>(z * shadow_size + x)] = sum / (2 * reach + 1);
            }
        }
        field.swap(other);
    }
    for (std::size_t i = 0; i < field.size(); ++i) {
        contact.dark[i] = static_cast<std::uint8_t>(std::clamp(field[i] * 1.5f, 0.0f, 1.0f) * 255);
    }
    return contact;
}

}  // namespace

struct BodyPainter::State {
    GLuint ground = 0, couch = 0;
    std::array<GLuint, 2> skins{};     // plain and with painted zones; 0: not needed yet
    std::array<GLuint, 3> arrays{};    // skin, ground, couch
    std::array<GLuint, 6> buffers{};   // pose, still, triangles, ground, couch, tints
    std::array<GLuint, 4> textures{};  // the picture, zones, paints, shadow
    GLuint frame = 0, depth = 0, smooth_frame = 0, smooth_colour = 0, smooth_depth = 0;
    int width = 0, height = 0, smooth_width = 0, smooth_height = 0;
    bool sound = false, slow = false;
    std::optional<BodyScene> drawn, flat_drawn;
    GLsizei corners = 0, couch_corners = 0;
    Contact contact;

    State();
    ~State();
    GLuint skin_for(bool painted);
    void size(const BodyScene& scene);
    void take_body(const BodyScene& scene);
    void take_pose(const BodyScene& scene);
    void take_paint(const BodyScene& scene);
    void take_couch(const BodyScene& scene);
    void paint(const BodyScene& scene);
    ImTextureID flat(const BodyScene& scene);
    void paint_ground(const BodyScene& scene, const std::array<float, 16>& view);
    void take_zones(const BodyScene& scene, GLuint skin) const;
    void paint_skin(const BodyScene& scene, const std::array<float, 16>& view);
};

BodyPainter::State::State() {
    namespace source = body_shader;
    ground = linked({source::ground_vertex}, {source::ground_fragment}, {"corner"});
    couch = linked({source::couch_vertex}, {source::couch_fragment}, {"at", "normal"});
    sound = ground != 0 && couch != 0 && skin_for(false) != 0;
    if (const GLubyte* words = glGetString(GL_RENDERER)) {
        const std::string renderer(reinterpret_cast<const char*>(words));
        for (const char* by_processor : {"llvmpipe", "softpipe", "SwiftShader", "Software"}) {
            slow = slow || renderer.find(by_processor) != std::string::npos;
        }
    }
    glGenVertexArrays(static_cast<GLsizei>(arrays.size()), arrays.data());
    glGenBuffers(static_cast<GLsizei>(buffers.size()), buffers.data());
    glGenTextures(static_cast<GLsizei>(textures.size()), textures.data());
    for (GLuint* name : {&frame, &smooth_frame}) glGenFramebuffers(1, name);
    for (GLuint* name : {&depth, &smooth_colour, &smooth_depth}) glGenRenderbuffers(1, name);
    constexpr std::array<float, 8> corners_of_all{-1, -1, 1, -1, -1, 1, 1, 1};
    glBindVertexArray(arrays[1]);
    upload(buffers[3], GL_ARRAY_BUFFER, corners_of_all.data(), sizeof corners_of_all);
    input(0, 2, GL_FLOAT, 2 * sizeof(float), 0);
    glBindVertexArray(0);
}

BodyPainter::State::~State() {
    for (GLuint program : {skins[0], skins[1], ground, couch}) glDeleteProgram(program);
    glDeleteVertexArrays(static_cast<GLsizei>(arrays.size()), arrays.data());
    glDeleteBuffers(static_cast<GLsizei>(buffers.size()), buffers.data());
    glDeleteTextures(static_cast<GLsizei>(textures.size()), textures.data());
    for (GLuint name : {frame, smooth_frame}) glDeleteFramebuffers(1, &name);
    for (GLuint name : {depth, smooth_colour, smooth_depth}) glDeleteRenderbuffers(1, &name);
}

// 0 where this OpenGL takes it not.
GLuint BodyPainter::State::skin_for(bool painted) {
    namespace source = body_shader;
    GLuint& skin = skins[painted ? 1 : 0];
    if (skin == 0) {
        skin =
            linked({source::skin_vertex}, {painted ? source::skin_painted : source::skin_plain, source::skin_fragment},
                   {"at", "normal", "place", "kind", "tint"});
    }
    return skin;
}

void BodyPainter::State::size(const BodyScene& scene) {
    if (width != scene.width || height != scene.height) {
        width = scene.width;
        height = scene.height;
        texture(textures[0], GL_RGBA8, width, height, GL_RGBA, nullptr, GL_LINEAR);
        glBindRenderbuffer(GL_RENDERBUFFER, depth);
        glRenderbufferStorage(GL_RENDERBUFFER, GL_DEPTH_COMPONENT24, width, height);
        glBindFramebuffer(GL_FRAMEBUFFER, frame);
        glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, textures[0], 0);
        glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_DEPTH_ATTACHMENT, GL_RENDERBUFFER, depth);
        sound = sound && glCheckFramebufferStatus(GL_FRAMEBUFFER) == GL_FRAMEBUFFER_COMPLETE;
    }
    if (!scene.moving && (smooth_width != width || smooth_height != height)) {
        smooth_width = width;
        smooth_height = height;
        glBindRenderbuffer(GL_RENDERBUFFER, smooth_colour);
        glRenderbufferStorageMultisample(GL_RENDERBUFFER, 4, GL_RGBA8, width, height);
        glBindRenderbuffer(GL_RENDERBUFFER, smooth_depth);
        glRenderbufferStorageMultisample(GL_RENDERBUFFER, 4, GL_DEPTH_COMPONENT24, width, height);
        glBindFramebuffer(GL_FRAMEBUFFER, smooth_frame);
        glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, smooth_colour);
        glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_DEPTH_ATTACHMENT, GL_RENDERBUFFER, smooth_depth);
    }
}

void BodyPainter::State::take_body(const BodyScene& scene) {
    if (drawn && drawn->body == scene.body && drawn->look == scene.look) return;
    const body::Skin& of = scene.body->skin;
    std::vector<Still> still;
    still.reserve(of.points.size());
    const auto byte = [](float value) { return static_cast<std::uint8_t>(std::clamp(value, 0.0f, 255.0f)); };
    for (const body::SkinPoint& p : of.points) {
        still.push_back({p.place.along, p.place.anterior, p.place.lateral, byte(p.light * 255 + 0.5f),
                         byte(128 + p.cover * 40 + 0.5f), static_cast<std::uint8_t>(p.chart),
                         static_cast<std::uint8_t>(p.side == body::Side::left)});
    }
    glBindVertexArray(arrays[0]);
    upload(buffers[1], GL_ARRAY_BUFFER, still.data(), still.size() * sizeof(Still));
    input(2, 3, GL_FLOAT, sizeof(Still), 0);
    input(3, 4, GL_UNSIGNED_BYTE, sizeof(Still), offsetof(Still, light));
    std::vector<std::array<std::uint8_t, 4>> tints(of.points.size());
    if (scene.look && scene.look->tints.size() == tints.size()) tints = scene.look->tints;
    upload(buffers[5], GL_ARRAY_BUFFER, tints.data(), tints.size() * 4);
    glEnableVertexAttribArray(4);
    glVertexAttribPointer(4, 4, GL_UNSIGNED_BYTE, GL_TRUE, 4, nullptr);
    upload(buffers[2], GL_ELEMENT_ARRAY_BUFFER, of.triangles.data(), of.triangles.size() * sizeof(std::uint32_t));
    glBindVertexArray(0);
    corners = static_cast<GLsizei>(of.triangles.size());
}

void BodyPainter::State::take_pose(const BodyScene& scene) {
    if (drawn && drawn->posed == scene.posed) return;
    const body::PosedSkin& posed = *scene.posed;
    std::vector<Vector> both;
    both.reserve(2 * posed.points.size());
    for (std::size_t i = 0; i < posed.points.size(); ++i) {
        both.push_back(posed.points[i]);
        both.push_back(posed.normals[i]);
    }
    glBindVertexArray(arrays[0]);
    upload(buffers[0], GL_ARRAY_BUFFER, both.data(), both.size() * sizeof(Vector));
    input(0, 3, GL_FLOAT, 2 * sizeof(Vector), 0);
    input(1, 3, GL_FLOAT, 2 * sizeof(Vector), sizeof(Vector));
    glBindVertexArray(0);
    contact = contact_of(posed);
    texture(textures[3], GL_R8, shadow_size, shadow_size, GL_RED, contact.dark.data(), GL_LINEAR);
}

void BodyPainter::State::take_paint(const BodyScene& scene) {
    if (scene.zones && (!drawn || drawn->zones != scene.zones)) {
        texture(textures[1], GL_R8, body::ZoneMap::width, body::ZoneMap::height, GL_RED, scene.zones->picture().data(),
                GL_NEAREST);
    }
    if (drawn && drawn->paint == scene.paint && drawn->appearance == scene.appearance) return;
    std::vector<std::uint8_t> rows(most_zones * 4 * 4, 0);
    const auto put = [&](std::size_t zone, std::size_t row, std::array<float, 4> value) {
        for (std::size_t k = 0; k < 4; ++k) {
            rows[(row * most_zones + zone) * 4 + k] =
                static_cast<std::uint8_t>(std::clamp(value[k], 0.0f, 1.0f) * 255 + 0.5f);
        }
    };
    for (std::size_t i = 0; i < scene.paint.size() && i / 2 + 1 < most_zones; ++i) {
        const ZonePaint& paint = scene.paint[i];
        const Vector c = tone_of(colour(scene.appearance, paint.role));
        const std::size_t side = (i % 2 == 0 ? 0 : 2);  // right, then left
        put(i / 2 + 1, side, {c.x, c.y, c.z, paint.fill});
        put(i / 2 + 1, side + 1, {static_cast<float>(paint.pattern) / 255, paint.outline, 0, 0});
    }
    texture(textures[2], GL_RGBA8, most_zones, 4, GL_RGBA, rows.data(), GL_NEAREST);
}

// A pad with rounded edges below the body: two rings of corners around it.
void BodyPainter::State::take_couch(const BodyScene& scene) {
    if (drawn && drawn->posed == scene.posed && drawn->couch == scene.couch && drawn->seat == scene.seat) return;
    couch_corners = 0;
    if (!scene.couch) return;
    float x0 = -34, x1 = 34, z0 = 1e9f, z1 = -1e9f;
    for (const Vector& p : scene.posed->points) {
        z0 = std::min(z0, p.z);
        z1 = std::max(z1, p.z);
    }
    const bool seat = scene.seat > 1;
    if (seat) {
        z1 = std::min(z1, z0 + 46);
        z0 -= 22;
        x0 = -60;
        x1 = 60;
    } else {
        z0 -= 8;
        z1 -= 4;  // the feet reach over the edge
    }
    constexpr int rounds = 5, around = 4 * (rounds + 1);
    constexpr float edge = 3.2f, thick = 12, radius = 6;
    std::vector<Vector> mesh;
    const auto ring = [&](float inset, float y) {
        std::vector<Vector> points;
        for (int corner = 0; corner < 4; ++corner) {
            for (int i = 0; i <= rounds; ++i) {
                const float a = (static_cast<float>(corner) + static_cast<float>(i) / rounds) * 1.57079633f;
                const float cx = std::cos(a), cz = std::sin(a);
                const float mx = corner == 0 || corner == 3 ? x1 - radius : x0 + radius;
                const float mz = corner < 2 ? z1 - radius : z0 + radius;
                points.push_back({mx + cx * (radius - inset), scene.seat + y, mz + cz * (radius - inset)});
            }
        }
        return points;
    };
    struct Level {
        float inset, y, up;
    };
    std::vector<Level> levels;
    for (int i = 0; i <= rounds; ++i) {
        const float a = static_cast<float>(i) / rounds * 1.57079633f;
        levels.push_back({edge * (1 - std::sin(a)), -edge * (1 - std::cos(a)), std::cos(a)});
    }
    levels.push_back({0, -thick, 0});
    for (std::size_t level = 0; level + 1 < levels.size(); ++level) {
        const auto above = ring(levels[level].inset, levels[level].y);
        const auto below = ring(levels[level + 1].inset, levels[level + 1].y);
        for (int i = 0; i < around; ++i) {
            const auto a = static_cast<std::size_t>(i), b = static_cast<std::size_t>((i + 1) % around);
            const auto out = [&](std::size_t k, const Level& of_level) {
                const float angle =
                    (static_cast<float>(k / (rounds + 1)) + static_cast<float>(k % (rounds + 1)) / rounds) *
                    1.57079633f;
                const float flat = std::sqrt(std::max(0.0f, 1 - of_level.up * of_level.up));
                return Vector{std::cos(angle) * flat, of_level.up, std::sin(angle) * flat};
            };
            const auto put = [&](const Vector& p, const Vector& n) {
                mesh.push_back(p);
                mesh.push_back(n);
            };
            put(above[a], out(a, levels[level]));
            put(below[b], out(b, levels[level + 1]));
            put(below[a], out(a, levels[level + 1]));
            put(above[a], out(a, levels[level]));
            put(above[b], out(b, levels[level]));
            put(below[b], out(b, levels[level + 1]));
        }
    }
    const auto lid = ring(edge, 0);
    for (std::size_t i = 1; i + 1 < lid.size(); ++i) {
        for (std::size_t k : {std::size_t{0}, i + 1, i}) {
            mesh.push_back(lid[k]);
            mesh.push_back({0, 1, 0});
        }
    }
    glBindVertexArray(arrays[2]);
    upload(buffers[4], GL_ARRAY_BUFFER, mesh.data(), mesh.size() * sizeof(Vector));
    input(0, 3, GL_FLOAT, 2 * sizeof(Vector), 0);
    input(1, 3, GL_FLOAT, 2 * sizeof(Vector), sizeof(Vector));
    glBindVertexArray(0);
    couch_corners = static_cast<GLsizei>(mesh.size() / 2);
}

void BodyPainter::State::paint_ground(const BodyScene& scene, const std::array<float, 16>& view) {
    const auto place = [&](GLuint program) {
        glUseProgram(program);
        glUniformMatrix4fv(glGetUniformLocation(program, "view"), 1, GL_FALSE, view.data());
    };
    glDisable(GL_BLEND);
    glDisable(GL_CULL_FACE);
    glDepthMask(GL_FALSE);
    place(ground);
    const Vector top = tone_of(colour(scene.appearance, Role::figure_top)),
                 foot = tone_of(colour(scene.appearance, Role::figure_foot));
    set(ground, "top", body::mixed(top, foot, scene.ground_from));
    set(ground, "foot", body::mixed(top, foot, scene.ground_to));
    set(ground, "on_floor", 0);
    glBindVertexArray(arrays[1]);
    glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
    glDepthMask(GL_TRUE);
    if (couch_corners > 0) {
        place(couch);
        set(couch, "tone", couch_tone * (scene.appearance == Appearance::dark ? 0.42f : 1.0f));
        glBindVertexArray(arrays[2]);
        glDrawArrays(GL_TRIANGLES, 0, couch_corners);
    }
    if (scene.camera.tilt < -6) return;  // seen from below there is no floor
    glDepthMask(GL_FALSE);
    glDepthFunc(GL_LEQUAL);
    glEnable(GL_BLEND);
    glBlendFunc(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA);
    glEnable(GL_POLYGON_OFFSET_FILL);
    glPolygonOffset(-2, -4);
    place(ground);
    set(ground, "on_floor", 1);
    glUniform4fv(glGetUniformLocation(ground, "reach"), 1, contact.reach.data());
    set(ground, "shadow", 0);
    glActiveTexture(GL_TEXTURE0);
    glBindTexture(GL_TEXTURE_2D, textures[3]);
    glBindVertexArray(arrays[1]);
    glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
    glDisable(GL_POLYGON_OFFSET_FILL);
    glDisable(GL_BLEND);
    glDepthMask(GL_TRUE);
}

void BodyPainter::State::take_zones(const BodyScene& scene, GLuint skin) const {
    set(skin, "scale", std::max(0.5f, scene.scale));
    std::array<float, 4 * body::chart_count> cells{};
    std::array<float, 2 * body::chart_count> extents{};
    for (int i = 0; i < body::chart_count; ++i) {
        const auto k = static_cast<std::size_t>(i);
        const auto cell = body::ZoneMap::cell(static_cast<body::Chart>(i));
        const auto reach = body::extent(static_cast<body::Chart>(i));
        cells[4 * k] = static_cast<float>(cell.x);
        cells[4 * k + 1] = static_cast<float>(cell.y);
        cells[4 * k + 2] = static_cast<float>(cell.width);
        cells[4 * k + 3] = static_cast<float>(cell.height);
        extents[2 * k] = reach.from;
        extents[2 * k + 1] = reach.to;
    }
    glUniform4fv(glGetUniformLocation(skin, "cells"), body::chart_count, cells.data());
    glUniform2fv(glGetUniformLocation(skin, "extents"), body::chart_count, extents.data());
    set(skin, "zones", 0);
    set(skin, "paints", 1);
    glActiveTexture(GL_TEXTURE1);
    glBindTexture(GL_TEXTURE_2D, textures[2]);
    glActiveTexture(GL_TEXTURE0);
    glBindTexture(GL_TEXTURE_2D, textures[1]);
}

void BodyPainter::State::paint_skin(const BodyScene& scene, const std::array<float, 16>& view) {
    const bool painted = scene.zones && std::any_of(scene.paint.begin(), scene.paint.end(), [](const ZonePaint& paint) {
                             return paint.fill > 0 || paint.outline > 0;
                         });
    const GLuint skin = skin_for(painted);
    sound = sound && skin != 0;
    glUseProgram(skin);
    glUniformMatrix4fv(glGetUniformLocation(skin, "view"), 1, GL_FALSE, view.data());
    set(skin, "eye", scene.camera.eye());
    set(skin, "right", scene.camera.right());
    set(skin, "up", scene.camera.up());
    set(skin, "towards", scene.camera.towards());
    set(skin, "skin", skin_tone(scene.tone));
    set(skin, "cloth", cloth_tone);
    set(skin, "dark", scene.appearance == Appearance::dark ? 1.0f : 0.0f);
    if (painted) take_zones(scene, skin);
    glEnable(GL_CULL_FACE);
    glCullFace(GL_BACK);
    glFrontFace(GL_CCW);
    glBindVertexArray(arrays[0]);
    glDrawElements(GL_TRIANGLES, corners, GL_UNSIGNED_INT, nullptr);
    glDisable(GL_CULL_FACE);
}

void BodyPainter::State::paint(const BodyScene& scene) {
    glBindFramebuffer(GL_FRAMEBUFFER, scene.moving ? frame : smooth_frame);
    glViewport(0, 0, width, height);
    glDisable(GL_SCISSOR_TEST);
    glEnable(GL_DEPTH_TEST);
    glDepthFunc(GL_LESS);
    glClear(GL_DEPTH_BUFFER_BIT);
    const auto view = view_of(scene.camera, static_cast<float>(width) / static_cast<float>(height));
    paint_ground(scene, view);
    glDepthFunc(GL_LESS);
    paint_skin(scene, view);
    glDisable(GL_DEPTH_TEST);
    if (!scene.moving) {
        glBindFramebuffer(GL_READ_FRAMEBUFFER, smooth_frame);
        glBindFramebuffer(GL_DRAW_FRAMEBUFFER, frame);
        glBlitFramebuffer(0, 0, width, height, 0, 0, width, height, GL_COLOR_BUFFER_BIT, GL_NEAREST);
    }
    glBindVertexArray(0);
    glUseProgram(0);
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
}

// By the processor, where this OpenGL cannot: the same zones and places, plainly.
ImTextureID BodyPainter::State::flat(const BodyScene& scene) {
    slow = true;
    if (flat_drawn != scene) {
        GLint bound = 0;
        glGetIntegerv(GL_TEXTURE_BINDING_2D, &bound);
        const image::Image picture = rasterised(scene);
        texture(textures[0], GL_RGBA8, picture.width, picture.height, GL_RGBA, picture.rgba.data(), GL_LINEAR);
        glBindTexture(GL_TEXTURE_2D, static_cast<GLuint>(bound));
        flat_drawn = scene;
    }
    return reinterpret_cast<ImTextureID>(static_cast<std::intptr_t>(textures[0]));
}

BodyPainter::BodyPainter() = default;
BodyPainter::~BodyPainter() = default;
void BodyPainter::clear() { state_.reset(); }
bool BodyPainter::is_slow() const { return state_ && state_->slow; }

ImTextureID BodyPainter::draw(const BodyScene& scene) {
    if (!scene.body || !scene.posed || scene.width < 1 || scene.height < 1) return nullptr;
    if (!state_) state_ = std::make_unique<State>();
    State& state = *state_;
    if (!state.sound) return state.flat(scene);
    if (state.drawn != scene) {
        GLint bound = 0;
        glGetIntegerv(GL_TEXTURE_BINDING_2D, &bound);
        state.size(scene);
        state.take_body(scene);
        state.take_pose(scene);
        state.take_paint(scene);
        state.take_couch(scene);
        if (state.sound) state.paint(scene);
        state.drawn = scene;
        glBindTexture(GL_TEXTURE_2D, static_cast<GLuint>(bound));
    }
    if (!state.sound) return state.flat(scene);
    return reinterpret_cast<ImTextureID>(static_cast<std::intptr_t>(state.textures[0]));
}

}  // namespace palpera::ui
