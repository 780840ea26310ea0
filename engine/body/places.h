#pragma once

#include <functional>
#include <string>
#include <vector>

#include "engine/body/body.h"
#include "engine/body/camera.h"
#include "engine/body/zone_map.h"

namespace palpera::body {

// Where a structure of the atlas is met on the skin of the left side, in the frame of a bone.
struct Place {
    enum class Kind : std::uint8_t { site, artery, reflex, muscle, joint };
    Kind kind = Kind::site;
    std::string id;
    int bone = 0;
    Vector at;
};

struct Places {
    std::vector<Place> all;
    const Place* find(Place::Kind kind, std::string_view id) const;
};
// assets/body/places.yaml
Places read_places(const std::filesystem::path& file, const Table& table, base::Diagnostics& diagnostics);

// The corner of the skin nearest to a place: it moves with every pose.
std::uint32_t anchor(const Body& body, const Place& place, Side side);

// The corner in the midst of a zone of one side, the farthest from its borders; nothing where the skin has none of it.
std::optional<std::uint32_t> midst(const Body& body, const ZoneMap& zones, int zone, Side side);

// From where a corner of the skin is seen best: along its normal, with this much of the body around it.
Camera facing(const PosedSkin& posed, std::uint32_t corner, float height);
// As near to that as nothing of the body stands between: the inner side of a foot is seen past the other one. From
// above only where it lies on a couch.
// `sees`: whether what is hit there will do; unless given, the skin within two centimetres.
struct ClearView {
    Camera camera;
    bool is_clear = false;
};
ClearView clear_view(const Body& body, const PosedSkin& posed, std::uint32_t corner, float height, bool lies = false,
                     const std::function<bool(const Hit&)>& sees = {});

}  // namespace palpera::body
