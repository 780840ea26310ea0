#include "engine/ui/body_shader.h"

namespace palpera::ui::body_shader {

const char* const skin_vertex = R"(#version 150
in vec3 at;
in vec3 normal;
in vec3 place;      // along, anterior, lateral
in vec4 kind;       // light, cover, chart, side
in vec4 tint;       // of signs of disease: colour and share
uniform mat4 view;
uniform vec3 eye, right, up, towards;
out vec3 n, ray;
out vec3 map;
out vec2 light_cover;
out vec4 sign;
flat out int chart;
flat out int side;
void main() {
    gl_Position = view * vec4(at, 1);
    n = vec3(dot(normal, right), dot(normal, up), dot(normal, towards));
    vec3 to_eye = eye - at;
    ray = vec3(dot(to_eye, right), dot(to_eye, up), dot(to_eye, towards));
    map = place;
    light_cover = vec2(kind.x / 255.0, (kind.y - 128.0) / 40.0);
    sign = tint;
    chart = int(kind.z);
    side = int(kind.w);
}
)";

// llvmpipe takes both sides of every branch: where no zone is painted the skin has a shader that knows of none.
const char* const skin_plain = "#version 150\n";
const char* const skin_painted = "#version 150\n#define PAINTED\n";
const char* const skin_fragment = R"(
in vec3 n, ray;
in vec3 map;
in vec2 light_cover;
in vec4 sign;
flat in int chart;
flat in int side;
uniform vec3 skin, cloth;
uniform float dark;
#ifdef PAINTED
uniform sampler2D zones;       // number of the zone
uniform sampler2D paints;      // by zone and side: colour and fill; pattern and outline
uniform vec4 cells[16];        // where a chart lies in `zones`: x, y, width, height
uniform vec2 extents[16];
uniform float scale;
#endif
out vec4 colour;

#ifdef PAINTED
int number_at(ivec2 place, vec4 cell) {
    int height = int(cell.w);
    place.y = place.y - height * int(floor(float(place.y) / cell.w));
    place.x = clamp(place.x, 0, int(cell.z) - 1);
    return int(texelFetch(zones, ivec2(cell.xy) + place, 0).r * 255.0 + 0.5);
}

// Of the four nearest numbers the one that counts most: clean borders at any size.
int zone_at(vec2 p, vec4 cell) {
    vec2 q = p - 0.5;
    ivec2 corner = ivec2(floor(q));
    vec2 f = q - vec2(corner);
    int a = number_at(corner, cell), d = number_at(corner + ivec2(1, 1), cell);
    int b = number_at(corner + ivec2(1, 0), cell), c = number_at(corner + ivec2(0, 1), cell);
    if (a == b && a == c && a == d) return a;
    float wa = (1 - f.x) * (1 - f.y), wb = f.x * (1 - f.y), wc = (1 - f.x) * f.y, wd = f.x * f.y;
    float sa = wa + (b == a ? wb : 0.0) + (c == a ? wc : 0.0) + (d == a ? wd : 0.0);
    float sb = wb + (a == b ? wa : 0.0) + (c == b ? wc : 0.0) + (d == b ? wd : 0.0);
    float sc = wc + (a == c ? wa : 0.0) + (b == c ? wb : 0.0) + (d == c ? wd : 0.0);
    float sd = wd + (a == d ? wa : 0.0) + (b == d ? wb : 0.0) + (c == d ? wc : 0.0);
    float most = max(max(sa, sb), max(sc, sd));
    return most == sa ? a : most == sb ? b : most == sc ? c : d;
}

float pattern_at(int pattern) {
    vec2 p = gl_FragCoord.xy / scale;
    if (pattern == 1) return step(mod(p.y, 6.0), 1.6);
    if (pattern == 2) {
        vec2 q = mod(vec2(p.x + 3.5 * mod(floor(p.y / 6.0), 2.0), p.y), vec2(7.0, 6.0)) - vec2(3.5, 3.0);
        return 1 - smoothstep(1.3, 2.0, length(q));
    }
    if (pattern == 3) return step(mod(p.x + p.y, 8.0), 2.0);
    if (pattern == 4) return max(step(mod(p.x + p.y, 9.0), 1.6), step(mod(p.x - p.y, 9.0), 1.6));
    return 0.0;
}
#endif

void main() {
    vec3 N = normalize(n), V = normalize(ray);
    float light = clamp(light_cover.x, 0.0, 1.0);
    float cover = light_cover.y;
    float edge = max(fwidth(cover), 1e-4);
    float worn = smoothstep(-edge, edge, cover);
    vec3 albedo = skin;
    // A little more blood where the skin is thin: hands, feet and what juts out.
    float ruddy = chart >= 10 ? 0.55 : chart >= 3 && chart <= 8 ? 0.4 : 0.0;
    albedo *= mix(vec3(1.0), vec3(1.0, 0.945, 0.925), ruddy);
    if (chart >= 11 || (chart >= 4 && chart <= 8)) {
        // Nails.
        bool toe = chart >= 11;
        float size = length(map.yz);
        float angle = toe ? atan(map.z, map.y) : atan(map.z, -map.y);
        vec2 q = vec2((map.x - (toe ? 0.86 : 0.92)) / (toe ? 0.135 : 0.115), angle / (toe ? 0.72 : 0.75));
        float away = pow(dot(q * q, q * q), 0.25);
        float soft = max(fwidth(away), 0.02);
        float nail = 1 - smoothstep(1 - soft, 1 + soft, away);
        float rim = smoothstep(0.78, 0.98, away) * nail;
        albedo = mix(albedo, mix(albedo, vec3(0.97, 0.86, 0.82), 0.42) * (1 - 0.22 * rim), nail);
    }
    // On dark skin it is seen less.
    albedo = mix(albedo, sign.rgb * (0.35 + 0.65 * max(max(skin.r, skin.g), skin.b)), sign.a);
    albedo = mix(albedo, cloth, worn);
    // The seam's shadow and stitch.
    albedo *= 1 - 0.16 * smoothstep(0.55, 0.0, abs(cover - 0.02)) * worn;
    albedo *= 1 - 0.10 * (smoothstep(0.05, 0.0, abs(cover - 0.95))) * worn;

    vec3 key = normalize(vec3(-0.46, 0.62, 0.64)), fill = normalize(vec3(0.78, 0.1, 0.5));
    float lambert = dot(N, key);
    float diffuse = max(0.0, (lambert + 0.34) / 1.34);
    diffuse = diffuse * (0.55 + 0.45 * diffuse) + 0.09 * diffuse;
    float shade = mix(0.30, 1.0, light);
    float crease = 1 - light;
    vec3 lit = vec3(0.80, 0.785, 0.765) * diffuse * mix(0.62, 1.0, shade);
    lit += vec3(0.125, 0.14, 0.16) * max(0.0, (dot(N, fill) + 0.3) / 1.3) * shade;
    lit += (0.325 + 0.07 * N.y) * vec3(1.0, 1.0, 1.015) * shade;
    float terminator = smoothstep(0.55, 0.0, abs(lambert + 0.02)) * 0.5 + crease * 0.6;
    vec3 warm = mix(vec3(1.0), vec3(1.07, 0.965, 0.90), clamp(terminator, 0.0, 1.0) * (1 - worn));
    vec3 result = albedo * lit * warm;
    float fresnel = pow(clamp(1 - dot(N, V), 0.0, 1.0), 3.0);
    result += fresnel * 0.16 * shade * mix(albedo, vec3(1.0), 0.35) * (0.6 + 0.4 * N.y);
    vec3 H = normalize(key + V);
    result += pow(max(0.0, dot(N, H)), 18.0) * 0.05 * shade * (1 - 0.6 * worn);
    result *= mix(1.0, 0.86, dark);

#ifdef PAINTED
    {
        vec4 cell = cells[chart];
        vec2 reach = extents[chart];
        float angle = atan(map.z, map.y) / 6.28318530718 + 0.5;
        vec2 p = vec2((map.x - reach.x) / (reach.y - reach.x), angle) * cell.zw;
        int zone = zone_at(p, cell);
        float square = max(dot(map.yz, map.yz), 1e-6);
        vec2 dx = vec2(dFdx(map.x), (map.y * dFdx(map.z) - map.z * dFdx(map.y)) / square / 6.28318530718);
        vec2 dy = vec2(dFdy(map.x), (map.y * dFdy(map.z) - map.z * dFdy(map.y)) / square / 6.28318530718);
        dx = dx * vec2(1.0 / (reach.y - reach.x), 1.0) * cell.zw * 1.5 * scale;
        dy = dy * vec2(1.0 / (reach.y - reach.x), 1.0) * cell.zw * 1.5 * scale;
        int side_row = side * 2;
        if (zone > 0) {
            vec4 fill_paint = texelFetch(paints, ivec2(zone, side_row), 0);
            vec4 line_paint = texelFetch(paints, ivec2(zone, side_row + 1), 0);
            if (fill_paint.a > 0.0 || line_paint.g > 0.0) {
                float mark = pattern_at(int(line_paint.r * 255.0 + 0.5));
                vec3 tone = fill_paint.rgb;
                float cover_all = fill_paint.a;
                result = mix(result, tone * (0.62 + 0.42 * dot(lit, vec3(0.33))), cover_all);
                result = mix(result, tone, mark * min(1.0, cover_all * 2.2) * 0.75);
                bool border = zone_at(p + dx, cell) != zone || zone_at(p - dx, cell) != zone ||
                              zone_at(p + dy, cell) != zone || zone_at(p - dy, cell) != zone;
                if (border) result = mix(result, tone * 0.85, line_paint.g);
            }
        }
    }
#endif
    colour = vec4(clamp(result, 0.0, 1.0), 1.0);
}
)";

// The room behind the body, and under it the shadow where it stands or lies.
const char* const ground_vertex = R"(#version 150
in vec2 corner;
uniform mat4 view;
uniform vec4 reach;   // of the floor's shadow: least x and z, most x and z
uniform int on_floor;
out vec2 place;
void main() {
    if (on_floor == 0) {
        place = corner * 0.5 + 0.5;
        gl_Position = vec4(corner, 0.9999, 1);
    } else {
        place = corner * 0.5 + 0.5;
        gl_Position = view * vec4(mix(reach.x, reach.z, place.x), 0.0, mix(reach.y, reach.w, place.y), 1);
    }
}
)";

const char* const ground_fragment = R"(#version 150
in vec2 place;
uniform int on_floor;
uniform vec3 top, foot;
uniform sampler2D shadow;
out vec4 colour;
void main() {
    if (on_floor == 0) colour = vec4(mix(foot, top, place.y), 1);
    else colour = vec4(foot * 0.25, texture(shadow, place).r * 0.55);
}
)";

const char* const couch_vertex = R"(#version 150
in vec3 at;
in vec3 normal;
uniform mat4 view;
out vec3 n;
void main() {
    gl_Position = view * vec4(at, 1);
    n = normal;
}
)";

const char* const couch_fragment = R"(#version 150
in vec3 n;
uniform vec3 tone;
out vec4 colour;
void main() {
    vec3 N = normalize(n);
    float lit = 0.72 + 0.26 * N.y + 0.06 * N.z;
    colour = vec4(tone * lit, 1);
}
)";

}  // namespace palpera::ui::body_shader
