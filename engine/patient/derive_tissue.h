#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "engine/anatomy/tissue_signs.h"
#include "engine/library/library.h"

namespace palpera::patient {

// Whom the lesions ail. `variant` settles what differs between patients with the same lesion.
struct Sufferer {
    std::uint64_t variant = 0;
    bool female = false;
    int age = 0;  // years
};

// What an act finds of the lesions of tissues, in the words of the atlas's findings; nothing where it finds none. An
// act of no side, such as walking, finds what the worse side gives.
std::optional<library::Response> tissue_response(const anatomy::Atlas& atlas, const anatomy::TissueSigns& signs,
                                                 library::Verb verb, const std::string& subject, library::Side side,
                                                 const Sufferer& sufferer);

}  // namespace palpera::patient
