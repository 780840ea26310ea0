#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "engine/anatomy/deficit.h"

namespace palpera::anatomy {

enum class Modality { light_touch, pinprick, temperature, vibration };

// Where patients with the same lesion differ in the structure or test `id`: is this one who is affected? The same for
// every repeat.
bool is_affected(std::string_view id, std::uint64_t variant);

// Reads a deficit as an examiner does, comparing the sides. What differs between patients with the same lesion is
// settled by the variant and stays so however often one looks. An answer is the id of a wording in Atlas::findings;
// empty where all is normal. The atlas and the deficit outlive it.
class Examiner {
public:
    Examiner(const Atlas& atlas, const Deficit& deficit, std::uint64_t variant)
        : atlas_(atlas), deficit_(deficit), variant_(variant) {}

    std::string skin(Modality modality, std::string_view zone, Side side) const;
    std::string power(std::string_view muscle, Side side) const;
    std::string reflex(std::string_view reflex, Side side) const;
    bool is_positive(std::string_view special_test, Side side) const;

private:
    int grade(Modality modality, const Zone& zone, Side side) const;
    bool is_affected(std::string_view id) const { return anatomy::is_affected(id, variant_); }

    const Atlas& atlas_;
    const Deficit& deficit_;
    std::uint64_t variant_;
};

}  // namespace palpera::anatomy
