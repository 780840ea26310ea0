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

// A cord winds, a scar is a line; the rest is round with a soft edge. From 1 in the middle to 0.
float strength(const SkinSign& sign, Vector from_middle) {
    const float away = length(from_middle);
    if (sign.look == SkinSign::Look::varicose) {
        const float winds = 0.7f * std::sin(from_middle.y * 1.3f);
        const float beside = std::hypot(from_middle.x - winds, from_middle.z);
        return (1 - smooth_step(0.35f, 0.9f, beside)) * (1 - smooth_step(sign.radius * 0.8f, sign.radius, away));
    }
    if (sign.look == SkinSign::Look::scar) {
        const float beside = std::hypot(from_middle.x, from_middle.z);
        return (1 - smooth_step(0.2f, 0.6f, beside)) * (1 - smooth_step(sign.radius * 0.8f, sign.radius, away));
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
        const Vector middle = points[anchor(body, *place, on.side)].rest;
        const Tint tint = tint_of(on.sign->look);
        for (std::size_t i = 0; i < points.size(); ++i) {
            const Vector from_middle = points[i].rest - middle;
            if (std::abs(from_middle.y) > on.sign->radius || std::abs(from_middle.x) > on.sign->radius) continue;
            const float here = strength(*on.sign, from_middle);
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
