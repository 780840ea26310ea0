#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/anatomy/atlas.h"

namespace palpera::anatomy {

// Which of these nerves supplies most of a zone: its fibres are followed towards the spine until they come to one of
// them. Index in `nerves`, ids of the atlas; nothing where none of them supplies more than a third of it.
std::optional<std::size_t> territory_of(const Atlas& atlas, const Zone& zone,
                                        const std::vector<std::string_view>& nerves);

}  // namespace palpera::anatomy
