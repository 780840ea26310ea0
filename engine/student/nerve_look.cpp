#include "engine/student/nerve_look.h"

#include <array>

#include "engine/anatomy/territory.h"

namespace palpera::student {
namespace {

using Pattern = ui::ZonePaint::Pattern;
using ui::Role;

struct Mapped {
    std::string_view nerve;
    RootLook look;
};
// From the back down to the sole.
constexpr std::array<Mapped, 15> mapped{{{"dorsal_rami_lumbar", {Pattern::lines, Role::zone_s1}},
                                         {"dorsal_rami_sacral", {Pattern::none, Role::zone_l5}},
                                         {"lateral_femoral_cutaneous", {Pattern::diagonals, Role::zone_l5}},
                                         {"anterior_femoral_cutaneous", {Pattern::none, Role::zone_s1}},
                                         {"medial_femoral_cutaneous", {Pattern::cross, Role::zone_l5}},
                                         {"obturator_cutaneous", {Pattern::diagonals, Role::zone_l4}},
                                         {"posterior_femoral_cutaneous", {Pattern::dots, Role::zone_s1}},
                                         {"saphenous", {Pattern::lines, Role::zone_l4}},
                                         {"lateral_sural_cutaneous", {Pattern::cross, Role::zone_s1}},
                                         {"superficial_fibular", {Pattern::dots, Role::zone_l5}},
                                         {"deep_fibular", {Pattern::none, Role::zone_l4}},
                                         {"sural", {Pattern::diagonals, Role::zone_s1}},
                                         {"medial_calcaneal", {Pattern::dots, Role::zone_l4}},
                                         {"medial_plantar", {Pattern::cross, Role::zone_l4}},
                                         {"lateral_plantar", {Pattern::lines, Role::zone_l5}}}};

}  // namespace

const std::vector<std::string_view>& mapped_nerves() {
    static const std::vector<std::string_view> all = [] {
        std::vector<std::string_view> nerves;
        for (const Mapped& one : mapped) nerves.push_back(one.nerve);
        return nerves;
    }();
    return all;
}

RootLook look_of_nerve(std::size_t index) { return mapped[index].look; }

std::optional<std::size_t> mapped_nerve(const anatomy::Atlas& atlas, const anatomy::Zone& zone) {
    return anatomy::territory_of(atlas, zone, mapped_nerves());
}

}  // namespace palpera::student
