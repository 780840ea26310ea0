#include "engine/anatomy/read_nervous.h"

#include <cmath>
#include <functional>

namespace palpera::anatomy {
namespace {

using document::View;

template <class List>
std::size_t place_of(const List& list, std::string_view id) {
    const auto* found = find(list, id);
    return found ? static_cast<std::size_t>(found - list.data()) : 0;
}

// Written with two decimals; what is off by more is a mistake.
void check_sum(const View& view, double sum) {
    if (!view || std::abs(sum - 1) < 1e-6) return;
    view.complain("sum", "the shares sum to " + std::to_string(sum).substr(0, 5) + ", not to 1");
}

RootShares read_roots(const View& view) {
    RootShares roots;
    for (const auto& [id, share] : view.entries()) {
        if (const std::optional<Root> root = root_named(id)) roots.push_back({*root, share.number()});
    }
    return roots;
}

RootShares read_whole(const View& view) {
    RootShares roots = read_roots(view);
    double sum = 0;
    for (const RootShare& one : roots) sum += one.share;
    check_sum(view, sum);
    return roots;
}

std::vector<Branch> read_branches(const View& view, const Atlas& atlas) {
    std::vector<Branch> branches;
    double sum = 0;
    for (const View& item : view.items()) {
        branches.push_back(
            {place_of(atlas.nerves, item["nerve"].text()), item["at"].number(), item["share"].number(1)});
        sum += branches.back().share;
    }
    if (!branches.empty()) check_sum(view, sum);
    return branches;
}

// Nerves speak of each other, so that their ids are known only once all have been seen.
bool is_nerve(const View& view, const Atlas& atlas) {
    if (!view || find(atlas.nerves, view.text())) return static_cast<bool>(view);
    view.complain("unknown-name", "no nerve is called " + view.text());
    return false;
}

void read_relations(const View& view, const Atlas& atlas, Nerve& nerve) {
    bool known = true;
    for (const View& item : view["parents"].items()) known = is_nerve(item["nerve"], atlas) && known;
    if (known) nerve.parents = read_branches(view["parents"], atlas);
    for (const View& item : view["children"].items()) {
        if (is_nerve(item, atlas)) nerve.children.push_back(place_of(atlas.nerves, item.text()));
    }
    for (const View& item : view["roots"].items()) {
        if (const std::optional<Root> root = root_named(item.text())) nerve.roots.push_back(*root);
    }
    nerve.carries = read_roots(view["carries"]);
}

// Is the nerve its own ancestor?
bool runs_in_a_circle(const Atlas& atlas, std::size_t nerve) {
    std::vector<bool> seen(atlas.nerves.size());
    const std::function<bool(std::size_t)> climbs_to_start = [&](std::size_t at) {
        for (const Branch& parent : atlas.nerves[at].parents) {
            if (parent.nerve == nerve) return true;
            if (seen[parent.nerve]) continue;
            seen[parent.nerve] = true;
            if (climbs_to_start(parent.nerve)) return true;
        }
        return false;
    };
    return climbs_to_start(nerve);
}

void cut_circles(const View& root, Atlas& atlas) {
    std::size_t at = 0;
    for (const auto& [id, view] : root["nerves"].entries()) {
        if (runs_in_a_circle(atlas, at)) {
            view["parents"].complain("circle", id + " is its own ancestor");
            atlas.nerves[at].parents.clear();
        }
        ++at;
    }
}

Criterion read_parts(const View& view, const Atlas& atlas, Criterion::Kind kind) {
    Criterion criterion;
    criterion.kind = kind;
    for (const View& item : view.items()) criterion.parts.push_back(read_criterion(item, atlas));
    return criterion;
}

Criterion::Kind kind_of(const View& view) {
    if (view.has("weak")) return Criterion::Kind::weak;
    if (view.has("numb")) return Criterion::Kind::numb;
    return view.has("lesion_at") ? Criterion::Kind::lesion_at : Criterion::Kind::tension;
}

}  // namespace

void read_nerves(const View& root, Atlas& atlas) {
    const auto nerves = root["nerves"].entries();
    for (const auto& [id, view] : nerves) {
        Nerve nerve;
        nerve.id = id;
        nerve.name = view["name"].words();
        atlas.nerves.push_back(std::move(nerve));
    }
    std::size_t at = 0;
    for (const auto& [id, view] : nerves) read_relations(view, atlas, atlas.nerves[at++]);
    cut_circles(root, atlas);
}

std::vector<Mention> read_lesion_sites(const View& root, Atlas& atlas) {
    std::vector<Mention> mentions;
    for (const auto& [id, view] : root["lesion_sites"].entries()) {
        LesionSite site{id, view["name"].words(), view["structure"].text(), {}, read_roots(view["roots"])};
        const bool known = find(atlas.nerves, site.structure) || site.structure == "cauda_equina" ||
                           site.structure == "conus_medullaris";
        if (!known) view["structure"].complain("unknown-name", "no nerve is called " + site.structure);
        for (const View& point : view["points"].items()) {
            site.points.push_back({place_of(atlas.nerves, point["nerve"].text()), point["at"].number(),
                                   point["vulnerability"].number(1)});
        }
        atlas.lesion_sites.push_back(std::move(site));
        for (const View& test : view["tests"].items()) mentions.push_back({test.text(), test.file(), test.place()});
    }
    return mentions;
}

void complain_of_unknown(const std::vector<Mention>& mentions, const Atlas& atlas, base::Diagnostics& diagnostics) {
    for (const Mention& one : mentions) {
        if (find(atlas.special_tests, one.id)) continue;
        diagnostics.add({one.file, one.place.line, one.place.column, base::Severity::error, "unknown-name",
                         "no special test is called " + one.id, ""});
    }
}

void read_supply(const View& view, const Atlas& atlas, Muscle& muscle) {
    muscle.roots = read_whole(view["roots"]);
    muscle.innervation = read_branches(view["innervation"], atlas);
    muscle.path = view["path"].quantity().first;
    muscle.by_function = view["scale"].one_of() == 1;
}

void read_supply(const View& view, const Atlas& atlas, Reflex& reflex) {
    reflex.roots = read_whole(view["roots"]);
    reflex.arc = read_branches(view["arc"], atlas);
    reflex.path = view["path"].quantity().first;
    reflex.kind = static_cast<Reflex::Kind>(view["kind"].one_of());
}

void read_supply(const View& view, const Atlas& atlas, Zone& zone) {
    zone.dermatomes = read_whole(view["dermatomes"]);
    double sum = 0;
    for (const auto& [id, share] : view["nerves"].entries()) {
        zone.nerves.push_back({place_of(atlas.nerves, id), share.number()});
        sum += share.number();
    }
    check_sum(view["nerves"], sum);
    zone.path = view["path"].quantity().first;
    zone.key_level = view["key_point"]["level"].text();
    zone.key_point = view["key_point"]["where"].words();
}

Criterion read_criterion(const View& view, const Atlas& atlas) {
    if (view.has("any")) return read_parts(view["any"], atlas, Criterion::Kind::any);
    if (view.has("all")) return read_parts(view["all"], atlas, Criterion::Kind::all);
    Criterion criterion;
    criterion.kind = kind_of(view);
    if (view["weak"]) criterion.target = place_of(atlas.muscles, view["weak"].text());
    if (view["numb"]) criterion.target = place_of(atlas.zones, view["numb"].text());
    criterion.from = view["from"].number();
    for (const View& site : view["lesion_at"].items()) {
        criterion.sites.push_back(place_of(atlas.lesion_sites, site.text()));
    }
    criterion.tension = read_roots(view["tension"]);
    return criterion;
}

}  // namespace palpera::anatomy
