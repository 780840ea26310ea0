#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "engine/anatomy/deficit.h"
#include "engine/anatomy/reading.h"

namespace palpera::anatomy {

inline const Atlas& shipped_atlas() {
    static const Atlas atlas = [] {
        base::Diagnostics diagnostics;
        return read_atlas(std::filesystem::path(PALPERA_SOURCE_DIR) / "assets" / "anatomy", diagnostics);
    }();
    return atlas;
}

inline Lesion root(const std::string& name, double severity = complete, Sides sides = Sides::right) {
    return {{"root_" + name}, "root", sides, severity};
}
inline Lesion at_site(const std::string& site, double severity = complete, Sides sides = Sides::right) {
    return {{find(shipped_atlas().lesion_sites, site)->structure}, site, sides, severity};
}
inline Lesion of_plexus(const std::string& plexus, double severity = complete, Sides sides = Sides::right) {
    return {{plexus}, "plexus", sides, severity};
}
inline Lesion stocking(const std::string& stage, double severity = complete) {
    return {{"polyneuropathy_length_dependent"}, stage, Sides::both, severity};
}

// A patient with these lesions, as an examiner finds the right side unless another is said.
class Examined {
public:
    explicit Examined(std::vector<Lesion> lesions)
        : atlas_(shipped_atlas()), deficit_(deficit(atlas_, std::move(lesions))) {}

    double lost(const std::string& muscle, Side side = Side::right) const {
        return deficit_.muscles[place(atlas_.muscles, muscle)][side];
    }
    std::string power(const std::string& muscle, Side side = Side::right) const {
        return written(read_power(lost(muscle, side)).power);
    }
    double numb(const std::string& zone, Side side = Side::right) const { return skin(zone)[side].fibres; }
    int touch(const std::string& zone, Side side = Side::right) const {
        return read_light_touch(skin(zone)[side].light_touch).grade;
    }
    int pinprick(const std::string& zone, Side side = Side::right) const {
        return read_pinprick(skin(zone)[side].pinprick).grade;
    }
    int jerk(const std::string& reflex, Side side = Side::right) const {
        return read_reflex(deficit_.reflexes[place(atlas_.reflexes, reflex)][side]).grade;
    }
    bool positive(const std::string& test, Side side = Side::right) const { return sign(test, side) == Sign::positive; }
    Sign sign(const std::string& test, Side side = Side::right) const {
        return deficit_.special_tests[place(atlas_.special_tests, test)][side];
    }
    const Deficit& whole() const { return deficit_; }

private:
    template <class List>
    static std::size_t place(const List& list, const std::string& id) {
        return static_cast<std::size_t>(find(list, id) - list.data());
    }
    const PerSide<SkinLoss>& skin(const std::string& zone) const { return deficit_.zones[place(atlas_.zones, zone)]; }

    const Atlas& atlas_;
    Deficit deficit_;
};

}  // namespace palpera::anatomy
