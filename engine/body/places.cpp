#include "engine/body/places.h"

#include <numbers>

#include "engine/body/forms.h"
#include "engine/document/view.h"

namespace palpera::body {
namespace {

// How far from its own borders a place of a chart lies in a zone, in steps of the search.
int depth_in_zone(const ZoneMap& zones, int zone, const SkinPoint& point) {
    const Extent reach = extent(point.chart);
    const float step_along = (reach.to - reach.from) / 120, step_around = 4;
    int depth = 0;
    for (; depth < 12; ++depth) {
        const float k = static_cast<float>(depth + 1);
        for (int direction = 0; direction < 8; ++direction) {
            const float angle = static_cast<float>(direction) * std::numbers::pi_v<float> / 4;
            if (zones.at(point.chart, point.place.along + std::cos(angle) * k * step_along,
                         point.place.around() + std::sin(angle) * k * step_around) != zone) {
                return depth;
            }
        }
    }
    return depth;
}

}  // namespace

const Place* Places::find(Place::Kind kind, std::string_view id) const {
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Place& place) { return place.kind == kind && place.id == id; });
    return found == all.end() ? nullptr : &*found;
}

Places read_places(const std::filesystem::path& file, const Table& table, base::Diagnostics& diagnostics) {
    Places places;
    const auto read = [&](const document::View& root) {
        const std::pair<const char*, Place::Kind> parts[] = {{"sites", Place::Kind::site},
                                                             {"arteries", Place::Kind::artery},
                                                             {"reflexes", Place::Kind::reflex},
                                                             {"muscles", Place::Kind::muscle},
                                                             {"joints", Place::Kind::joint}};
        for (const auto& [part, kind] : parts) {
            for (const auto& [id, view] : root[part].entries()) {
                const int bone = table.bone(view["bone"].text());
                if (bone < 0) {
                    view["bone"].complain("unknown-name", "no bone is called " + view["bone"].text());
                    continue;
                }
                const std::vector<document::View> at = view["at"].items();
                if (at.size() != 3) continue;
                places.all.push_back({kind,
                                      id,
                                      bone,
                                      {static_cast<float>(at[0].number()), static_cast<float>(at[1].number()),
                                       static_cast<float>(at[2].number())}});
            }
        }
    };
    document::read_file(file, document::catalogue_limits, forms::places(), document::Names(), diagnostics, read);
    return places;
}

std::uint32_t anchor(const Body& body, const Place& place, Side side) {
    const Joint& joint = body.skeleton.joint(place.bone, Side::left);
    const Vector scaled{place.at.x * joint.scale.x, place.at.y * joint.scale.y, place.at.z * joint.scale.z};
    Vector at = joint.rest.world(scaled);
    if (side == Side::right) at = mirrored(at);
    std::uint32_t nearest = 0;
    float least = 1e18f;
    for (std::uint32_t i = 0; i < body.skin.points.size(); ++i) {
        const SkinPoint& point = body.skin.points[i];
        const Vector apart = point.rest - at;
        const float square = dot(apart, apart);
        if (point.side != side || square >= least) continue;
        least = square;
        nearest = i;
    }
    return nearest;
}

std::optional<std::uint32_t> midst(const Body& body, const ZoneMap& zones, int zone, Side side) {
    std::vector<std::pair<std::uint32_t, int>> all;
    int deepest = 0;
    Vector mean;
    for (std::uint32_t i = 0; i < body.skin.points.size(); ++i) {
        const SkinPoint& point = body.skin.points[i];
        if (point.side != side || zones.at(point.chart, point.place) != zone) continue;
        all.emplace_back(i, depth_in_zone(zones, zone, point));
        deepest = std::max(deepest, all.back().second);
        mean += point.rest;
    }
    if (all.empty()) return std::nullopt;
    mean = mean * (1 / static_cast<float>(all.size()));
    // Of what lies well within, the nearest to the middle: the chart itself may end before the zone does.
    std::erase_if(all, [&](const auto& one) { return 2 * one.second < deepest; });
    const auto away = [&](const auto& one) { return length(body.skin.points[one.first].rest - mean); };
    return std::min_element(all.begin(), all.end(), [&](const auto& a, const auto& b) { return away(a) < away(b); })
        ->first;
}

Camera facing(const PosedSkin& posed, std::uint32_t corner, float height) {
    const Vector normal = posed.normals[corner];
    const float degrees = 180 / std::numbers::pi_v<float>;
    return {std::atan2(normal.x, normal.z) * degrees,
            std::clamp(std::asin(std::clamp(normal.y, -1.0f, 1.0f)) * degrees, -80.0f, 80.0f), posed.points[corner],
            height};
}

ClearView clear_view(const Body& body, const PosedSkin& posed, std::uint32_t corner, float height, bool lies,
                     const std::function<bool(const Hit&)>& sees) {
    const Charts charts(*body.table, body.skeleton);
    const Camera straight = facing(posed, corner, height);
    const SkinPoint& of = body.skin.points[corner];
    const auto will_do = [&](const Hit& on) {
        return sees ? sees(on) : on.side == of.side && length(on.rest - of.rest) < 2;
    };
    // Nearest first: how far the eye turns aside, and up or down.
    for (float aside : {0.0f, 18.0f, 36.0f, 55.0f, 68.0f, 80.0f, 95.0f}) {
        for (int direction = 0; direction < (aside > 0 ? 16 : 1); ++direction) {
            const float angle = static_cast<float>(direction) * std::numbers::pi_v<float> / 8;
            Camera camera = straight;
            camera.turn += aside * std::cos(angle);
            camera.tilt = std::clamp(camera.tilt + aside * std::sin(angle), lies ? 5.0f : -80.0f, 85.0f);
            const Seen there = seen(camera, posed.points[corner]);
            const auto on = hit(body.skin, posed, charts, ray(camera, there.x, there.y));
            if (on && will_do(*on)) return {camera, true};
        }
    }
    return {straight, false};
}

}  // namespace palpera::body
