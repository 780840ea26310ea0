#include <algorithm>

#include "engine/anatomy/damage.h"
#include "engine/anatomy/deficit.h"
#include "engine/anatomy/tissue_signs.h"

namespace palpera::anatomy {
namespace {

bool comes_of(const Atlas& atlas, std::size_t nerve, std::size_t ancestor) {
    if (nerve == ancestor) return true;
    const auto& parents = atlas.nerves[nerve].parents;
    return std::any_of(parents.begin(), parents.end(),
                       [&](const Branch& parent) { return comes_of(atlas, parent.nerve, ancestor); });
}

// Does the site lie on that nerve, on what it comes of, or on what comes of it?
bool lies_on(const Atlas& atlas, const LesionSite& site, const Nerve& nerve) {
    if (site.structure == nerve.id) return true;
    const auto at = static_cast<std::size_t>(&nerve - atlas.nerves.data());
    return std::any_of(site.points.begin(), site.points.end(), [&](const LesionPoint& point) {
        return comes_of(atlas, at, point.nerve) || comes_of(atlas, point.nerve, at);
    });
}

std::string trouble_of_nerve(const Atlas& atlas, const Nerve& nerve, const std::string& level) {
    if (nerve.is_plexus()) return level == "plexus" ? "" : nerve.id + " is a plexus: its level is plexus";
    const LesionSite* site = find(atlas.lesion_sites, level);
    if (!site) return "a lesion of " + nerve.id + " needs a lesion site as its level; none is called " + level;
    return lies_on(atlas, *site, nerve) ? "" : level + " does not lie on " + nerve.id;
}

std::string trouble_of(const Atlas& atlas, const std::string& structure, const Lesion& lesion) {
    if (root_of(structure)) {
        const bool alone = std::all_of(lesion.structures.begin(), lesion.structures.end(),
                                       [](const std::string& one) { return root_of(one).has_value(); });
        return !alone || lesion.level == "root" ? "" : "the level of a root is root, not " + lesion.level;
    }
    if (structure == polyneuropathy) {
        return threshold_of(lesion.level)
                   ? ""
                   : "a stage of polyneuropathy is toes, ankle, mid_calf or knee, not " + lesion.level;
    }
    if (structure == "cauda_equina" || structure == "conus_medullaris") {
        const LesionSite* site = find(atlas.lesion_sites, lesion.level);
        return site && site->structure == structure ? ""
                                                    : "no lesion site of " + structure + " is called " + lesion.level;
    }
    if (find(atlas.tissues, structure)) {
        return lesion.level == tissue_level ? "" : "the level of a tissue is tissue, not " + lesion.level;
    }
    if (lesion.level == tissue_level) return "no tissue is called " + structure;
    const Nerve* nerve = find(atlas.nerves, structure);
    return nerve ? trouble_of_nerve(atlas, *nerve, lesion.level)
                 : "no nerve, plexus, root or tissue is called " + structure;
}

}  // namespace

std::string trouble_with(const Atlas& atlas, const Lesion& lesion) {
    if (lesion.structures.empty()) return "a lesion has a structure";
    if (!(lesion.severity >= 0 && lesion.severity <= 1)) return "a completeness lies between 0 and 1";
    for (const std::string& structure : lesion.structures) {
        if (std::string trouble = trouble_of(atlas, structure, lesion); !trouble.empty()) return trouble;
    }
    return {};
}

}  // namespace palpera::anatomy
