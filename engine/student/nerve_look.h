#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "engine/anatomy/atlas.h"
#include "engine/student/root_look.h"

namespace palpera::student {

// The nerves of the skin of the lower limb and the lower back that have a territory on the map, ids of the atlas. No
// two look alike, and neighbours differ in their pattern.
const std::vector<std::string_view>& mapped_nerves();
RootLook look_of_nerve(std::size_t mapped);
// Index in mapped_nerves().
std::optional<std::size_t> mapped_nerve(const anatomy::Atlas& atlas, const anatomy::Zone& zone);

}  // namespace palpera::student
