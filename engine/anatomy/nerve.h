#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "engine/anatomy/root.h"
#include "engine/base/language.h"

namespace palpera::anatomy {

// Where something leaves a nerve. A position is a number from 0 (proximal) to 1 (distal) along one nerve: it orders
// branches and is no length.
struct Branch {
    std::size_t nerve = 0;  // in Atlas::nerves
    double at = 0;
    double share = 1;  // of the fibres of what leaves there
};

struct NerveShare {
    std::size_t nerve = 0;
    double share = 0;
};

// A nerve, a branch, a division, a trunk, a cord, a plexus or the dorsal rami of a part of the spine.
struct Nerve {
    std::string id;
    base::LocalText name;
    std::vector<Branch> parents;  // shares sum to 1; none: it comes of the roots or of a plexus
    std::vector<Root> roots;
    RootShares carries;                 // of a plexus, a trunk, a cord: how much of each root passes through it
    std::vector<std::size_t> children;  // of the same: the nerves that come of it
    bool is_plexus() const { return !carries.empty(); }
};

// A point of a nerve that a lesion hurts, with its vulnerability beside the other points of the same site.
struct LesionPoint {
    std::size_t nerve = 0;
    double at = 0;
    double vulnerability = 1;
};

// Where nerves are trapped or hurt; or the cauda equina and the conus, whose roots are hurt on both sides.
struct LesionSite {
    std::string id;
    base::LocalText name;
    std::string structure;  // the nerve, or cauda_equina or conus_medullaris
    std::vector<LesionPoint> points;
    RootShares roots;
};

}  // namespace palpera::anatomy
