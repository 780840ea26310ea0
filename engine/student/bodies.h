#pragma once

#include <filesystem>
#include <memory>
#include <optional>

#include "engine/body/maker.h"
#include "engine/body/places.h"
#include "engine/body/signs.h"
#include "engine/body/zone_map.h"
#include "engine/patient/patient.h"

namespace palpera::student {

// The bodies of the patients, and what lies where on them. Nothing is read before the first one is asked for.
class Bodies {
public:
    // `assets`: the folder body of the assets; empty: there are none. `cache`: the user's.
    Bodies(std::filesystem::path assets, std::filesystem::path cache);

    body::Maker::Bodies of(const patient::Patient& patient);
    const body::Places& places() const { return places_; }
    const std::shared_ptr<const body::ZoneMap>& zones() const { return zones_; }
    const body::SkinSigns& signs() const { return signs_; }

private:
    std::filesystem::path assets_, cache_;
    std::shared_ptr<const body::Table> table_;
    std::shared_ptr<const body::ZoneMap> zones_;
    body::Places places_;
    body::SkinSigns signs_;
    std::unique_ptr<body::Maker> maker_;
};

inline body::Side body_side(library::Side side) {
    return side == library::Side::left ? body::Side::left : body::Side::right;
}

body::Physique physique_of(const patient::Patient& patient);
// Of the skin, 0 light to 1 dark, by the patient's skin type.
float tone_of(const patient::Patient& patient);

}  // namespace palpera::student
