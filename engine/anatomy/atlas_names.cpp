#include "engine/anatomy/atlas_names.h"

#include <algorithm>

namespace palpera::anatomy {
namespace {

template <class List>
std::vector<std::string> ids(const List& list) {
    std::vector<std::string> all;
    for (const auto& one : list) all.push_back(one.id);
    return all;
}

}  // namespace

std::vector<std::string> AtlasNames::all(std::string_view kind) const {
    if (kind == "nerve") return ids(atlas_.nerves);
    if (kind == "muscle") return ids(atlas_.muscles);
    if (kind == "zone") return ids(atlas_.zones);
    if (kind == "lesion site") return ids(atlas_.lesion_sites);
    if (kind == "special test") return ids(atlas_.special_tests);
    if (kind == "site") return ids(atlas_.sites);
    if (kind == "joint") return ids(atlas_.joints);
    if (kind == "artery") return ids(atlas_.arteries);
    std::vector<std::string> roots;
    for (std::size_t i = 0; kind == "root" && i < root_count; ++i) roots.emplace_back(name(static_cast<Root>(i)));
    return roots;
}

bool AtlasNames::has(std::string_view kind) const { return !all(kind).empty(); }

bool AtlasNames::knows(std::string_view kind, std::string_view id) const {
    if (kind == "root") return root_named(id).has_value();
    if (kind == "nerve") return find(atlas_.nerves, id) != nullptr;
    const std::vector<std::string> known = all(kind);
    return std::find(known.begin(), known.end(), id) != known.end();
}

}  // namespace palpera::anatomy
