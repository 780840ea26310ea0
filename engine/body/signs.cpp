#include "engine/body/signs.h"

#include <cmath>

#include "engine/body/forms.h"
#include "engine/document/view.h"

namespace palpera::body {
namespace {

struct Tint {
    std::array<std::uint8_t, 3> colour;
    float share;  // at its middle
};

Tint tint_of(SkinSign::Look look) {
    switch (look) {
        case SkinSign::Look::redness: return {{205, 62, 52}, 0.5f};
        case SkinSign::Look::swelling: return {{214, 120, 100}, 0.12f};
        case SkinSign::Look::bruise: return {{78, 58, 112}, 0.55f};
        case SkinSign::Look::varicose: return {{66, 84, 140}, 0.6f};
        case SkinSign::Look::callus: return {{214, 184, 120}, 0.55f};
        case SkinSign::Look::scar: return {{232, 190, 182}, 0.6f};
        case SkinSign::Look::wasting: break;
    }
    return {{0, 0, 0}, 0};
}

// A place near a sign, on the skin as it lies at its middle: down the limb, across it, and how deep below or above.
struct Spread {
    float along = 0, across = 0, deep = 0;
};
Spread spread_out(Vector from_middle, Vector normal) {
    const Vector down = unit(Vector{0, -1, 0} + normal * normal.y);
    return {dot(from_middle, down), dot(from_middle, cross(normal, down)), dot(from_middle, normal)};
}

// A cord winds, a scar is a line; the rest is round with a soft edge. From 1 in the middle to 0. A line is wider than
// the corners of the skin are apart, or it would break up; the limb curves away below it, but its other side has none
// of it.
float strength(const SkinSign& sign, Vector from_middle, Vector normal) {
    const float away = length(from_middle);
    const bool is_cord = sign.look == SkinSign::Look::varicose;
    if (is_cord || sign.look == SkinSign::Look::scar) {
        const Spread at = spread_out(from_middle, normal);
        const float winds = is_cord ? 0.8f * std::sin(at.along * 0.9f) : 0;
        const float line = 1 - smooth_step(0.3f, is_cord ? 1.1f : 0.8f, std::abs(at.across - winds));
        const float end = 1 - smooth_step(sign.radius * 0.8f, sign.radius, away);
        return at.deep < -4 ? 0 : line * end;
    }
    return 1 - smooth_step(sign.look == SkinSign::Look::callus ? sign.radius * 0.5f : 0, sign.radius, away);
}

}  // namespace

SkinSigns read_signs(const std::filesystem::path& file, const Places& places, base::Diagnostics& diagnostics) {
    SkinSigns signs;
    const auto read = [&](const document::View& root) {
        for (const auto& [fact, list] : root["signs"].entries()) {
            for (const document::View& view : list.items()) {
                SkinSign sign;
                sign.look = static_cast<SkinSign::Look>(view["look"].one_of());
                sign.site = view["site"].text();
                sign.radius = static_cast<float>(view["radius"].number());
                if (view["height"]) sign.height = static_cast<float>(view["height"].number());
                if (!places.find(Place::Kind::site, sign.site)) {
                    view["site"].complain("unknown-name", "no site of places.yaml is called " + sign.site);
                    continue;
                }
                signs[fact].push_back(std::move(sign));
            }
        }
    };
    document::read_file(file, document::catalogue_limits, forms::signs(), document::Names(), diagnostics, read);
    return signs;
}

SkinLook look_of(const Body& body, const Places& places, const std::vector<SignOn>& signs) {
    SkinLook look;
    const auto& points = body.skin.points;
    for (const SignOn& on : signs) {
        const Place* place = places.find(Place::Kind::site, on.sign->site);
        if (!place) continue;
        look.tints.resize(points.size());
        look.heights.resize(points.size());
        const SkinPoint& at = points[anchor(body, *place, on.side)];
        const Vector middle = at.rest;
        const Tint tint = tint_of(on.sign->look);
        for (std::size_t i = 0; i < points.size(); ++i) {
            const Vector from_middle = points[i].rest - middle;
            if (std::abs(from_middle.y) > on.sign->radius || std::abs(from_middle.x) > on.sign->radius) continue;
            const float here = strength(*on.sign, from_middle, at.normal);
            look.heights[i] += here * on.sign->height;
            const auto share = static_cast<std::uint8_t>(here * tint.share * 255 + 0.5f);
            if (share > look.tints[i][3]) look.tints[i] = {tint.colour[0], tint.colour[1], tint.colour[2], share};
        }
    }
    return look;
}

void swell(PosedSkin& posed, const SkinLook& look) {
    for (std::size_t i = 0; i < look.heights.size(); ++i) {
        posed.points[i] += posed.normals[i] * (look.heights[i] * posed.scale);
    }
}

}  // namespace palpera::body
