#include "engine/anatomy/territory.h"

#include <algorithm>

namespace palpera::anatomy {
namespace {

// Adds a share to the nearest of the named nerves that it comes through.
void follow(const Atlas& atlas, std::size_t nerve, double share, const std::vector<std::string_view>& nerves,
            std::vector<double>& supplies) {
    const auto named = std::find(nerves.begin(), nerves.end(), atlas.nerves[nerve].id);
    if (named != nerves.end()) {
        supplies[static_cast<std::size_t>(named - nerves.begin())] += share;
        return;
    }
    for (const Branch& parent : atlas.nerves[nerve].parents)
        follow(atlas, parent.nerve, share * parent.share, nerves, supplies);
}

}  // namespace

std::optional<std::size_t> territory_of(const Atlas& atlas, const Zone& zone,
                                        const std::vector<std::string_view>& nerves) {
    std::vector<double> supplies(nerves.size(), 0);
    for (const NerveShare& supply : zone.nerves) follow(atlas, supply.nerve, supply.share, nerves, supplies);
    const auto most = std::max_element(supplies.begin(), supplies.end());
    if (most == supplies.end() || *most * 3 <= 1) return std::nullopt;
    return static_cast<std::size_t>(most - supplies.begin());
}

}  // namespace palpera::anatomy
