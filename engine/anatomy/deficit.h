#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "engine/anatomy/atlas.h"
#include "engine/anatomy/lesion.h"

namespace palpera::anatomy {

// A value for the right and one for the left side.
template <class T>
struct PerSide {
    T right{}, left{};
    T& operator[](Side side) { return side == Side::right ? right : left; }
    const T& operator[](Side side) const { return side == Side::right ? right : left; }
};

// How much is lost, 0 (nothing) to 1 (all). A single root seldom takes all sensation, because its neighbours overlap:
// what is felt is then less lost than the fibres are.
struct SkinLoss {
    double fibres = 0;
    double light_touch = 0, pinprick = 0;
};

enum class Sign : std::uint8_t { negative, variable, positive };

// What the lesions take from the body; every list is parallel to the one of the atlas. A midline structure has the
// same loss on both sides: it fails only where both are lost.
struct Deficit {
    std::vector<PerSide<SkinLoss>> zones;
    std::vector<PerSide<double>> muscles, reflexes;
    std::vector<PerSide<Sign>> special_tests;
};

Deficit deficit(const Atlas& atlas, const std::vector<Lesion>& lesions);

// Why a lesion is none, in English; empty where it is one.
std::string trouble_with(const Atlas& atlas, const Lesion& lesion);

// The cauda equina, the conus and polyneuropathy: always on both sides.
bool has_no_side(const Atlas& atlas, const Lesion& lesion);

}  // namespace palpera::anatomy
