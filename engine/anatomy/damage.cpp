#include "engine/anatomy/damage.h"

#include <algorithm>

#include "engine/anatomy/deficit.h"
#include "engine/anatomy/tissue_signs.h"

namespace palpera::anatomy {
namespace {

bool is_on(const Lesion& lesion, Side side) {
    if (lesion.sides == Sides::both) return true;
    return (lesion.sides == Sides::right) == (side == Side::right);
}

void add_site(const Atlas& atlas, const LesionSite& site, double severity, Damage& damage) {
    damage.sites.push_back(static_cast<std::size_t>(&site - atlas.lesion_sites.data()));
    std::vector<Damage::Point> points;
    for (const LesionPoint& point : site.points) {
        points.push_back({point.nerve, point.at, severity >= complete ? 1 : severity * point.vulnerability});
    }
    if (!points.empty()) damage.nerves.push_back(std::move(points));
    if (site.roots.empty()) return;
    std::array<double, root_count> roots{};
    for (const RootShare& one : site.roots) {
        roots[static_cast<std::size_t>(one.root)] = severity * one.share;
        // The conus is cord: it puts no root under tension.
        damage.compressed[static_cast<std::size_t>(one.root)] |= site.structure == "cauda_equina";
    }
    damage.roots.push_back(roots);
}

void add_structures(const Atlas& atlas, const Lesion& lesion, Damage& damage) {
    std::array<double, root_count> roots{};
    bool any_root = false;
    for (const std::string& structure : lesion.structures) {
        if (const std::optional<Root> root = root_of(structure)) {
            roots[static_cast<std::size_t>(*root)] = lesion.severity;
            damage.compressed[static_cast<std::size_t>(*root)] = true;
            any_root = true;
        } else if (const Nerve* nerve = find(atlas.nerves, structure); nerve && nerve->is_plexus()) {
            damage.plexuses.push_back({static_cast<std::size_t>(nerve - atlas.nerves.data()), lesion.severity});
        }
    }
    if (any_root) damage.roots.push_back(roots);
}

}  // namespace

std::optional<double> threshold_of(std::string_view stage) {
    if (stage == "toes") return 112;
    if (stage == "ankle") return 100;
    if (stage == "mid_calf") return 86;
    if (stage == "knee") return 72;
    return std::nullopt;
}

std::optional<Root> root_of(std::string_view structure) {
    return structure.starts_with("root_") ? root_named(structure.substr(5)) : std::nullopt;
}

bool has_no_side(const Atlas& atlas, const Lesion& lesion) {
    if (threshold_of(lesion.level)) return true;
    if (lesion.level == tissue_level) {
        return std::none_of(lesion.structures.begin(), lesion.structures.end(), [&](const std::string& structure) {
            const Tissue* tissue = find(atlas.tissues, structure);
            return !tissue || tissue->sided;
        });
    }
    const LesionSite* site = find(atlas.lesion_sites, lesion.level);
    return site && !site->roots.empty();
}

Damage damage(const Atlas& atlas, const std::vector<Lesion>& lesions, Side side) {
    Damage damage;
    for (const Lesion& lesion : lesions) {
        if (lesion.severity <= 0 || !(is_on(lesion, side) || has_no_side(atlas, lesion))) continue;
        add_structures(atlas, lesion, damage);
        if (const std::optional<double> threshold = threshold_of(lesion.level)) {
            damage.stockings.push_back({*threshold, lesion.severity});
        } else if (const LesionSite* site = find(atlas.lesion_sites, lesion.level)) {
            add_site(atlas, *site, lesion.severity, damage);
        }
    }
    return damage;
}

}  // namespace palpera::anatomy
