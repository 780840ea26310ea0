#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "engine/body/places.h"

namespace palpera::body {

// A sign of a disease on the skin, around a site: a colour, a shape, or both.
struct SkinSign {
    enum class Look : std::uint8_t { redness, swelling, bruise, varicose, callus, scar, wasting };
    Look look = Look::redness;
    std::string site;
    float radius = 3;  // cm
    float height = 0;  // cm that it stands out; below 0 it is sunken
};

// assets/body/signs.yaml, by the fact that it shows. A site without a place is complained of.
using SkinSigns = std::map<std::string, std::vector<SkinSign>, std::less<>>;
SkinSigns read_signs(const std::filesystem::path& file, const Places& places, base::Diagnostics& diagnostics);

struct SignOn {
    const SkinSign* sign = nullptr;
    Side side = Side::right;
    friend bool operator==(const SignOn&, const SignOn&) = default;
};

// What signs make of each point of a skin: a colour with how much of it (red, green, blue, share), and how far it is
// moved along its normal, in centimetres. Empty where there are none.
struct SkinLook {
    std::vector<std::array<std::uint8_t, 4>> tints;
    std::vector<float> heights;
};
SkinLook look_of(const Body& body, const Places& places, const std::vector<SignOn>& signs);
void swell(PosedSkin& posed, const SkinLook& look);

}  // namespace palpera::body
