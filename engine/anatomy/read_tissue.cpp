#include "engine/anatomy/read_tissue.h"

namespace palpera::anatomy {
namespace {

using document::View;

template <class List>
std::vector<Effect> read_effects(const View& view, const List& list) {
    std::vector<Effect> effects;
    for (const auto& [id, most] : view.entries()) {
        if (const auto* one = find(list, id)) {
            effects.push_back({static_cast<std::size_t>(one - list.data()), most.number()});
        }
    }
    return effects;
}

std::vector<MovementEffect> read_movements(const View& view, const Atlas& atlas) {
    std::vector<MovementEffect> effects;
    for (const auto& [joint_id, movements] : view.entries()) {
        const Joint* joint = find(atlas.joints, joint_id);
        if (!joint) continue;
        for (const auto& [id, effect] : movements.entries()) {
            const Movement* movement = find(joint->movements, id);
            if (!movement) {
                effect.complain("unknown-name", joint_id + " has no movement " + id);
                continue;
            }
            effects.push_back({static_cast<std::size_t>(joint - atlas.joints.data()),
                               static_cast<std::size_t>(movement - joint->movements.data()), effect["pain"].number(),
                               effect["lost"].number()});
        }
    }
    return effects;
}

std::vector<TestEffect> read_tests(const View& view, const Atlas& atlas) {
    std::vector<TestEffect> effects;
    for (const auto& [id, effect] : view.entries()) {
        const SpecialTest* test = find(atlas.special_tests, id);
        if (!test) continue;
        if (test->positive.in(base::Language::en).empty()) {
            effect.complain("unworded", id + " does not say what is found where it is positive",
                            "write `positive` in special_tests.yaml");
        }
        effects.push_back({static_cast<std::size_t>(test - atlas.special_tests.data()), effect["from"].number(),
                           effect["pain"].number(), effect["sometimes"].flag()});
    }
    return effects;
}

IndexRange read_range(const View& view) {
    const std::vector<View> ends = view.items();
    if (ends.size() != 2) return {};
    const IndexRange range{ends[0].number(), ends[1].number()};
    if (range.least > range.most) view.complain("range", "the least is above the most");
    return range;
}

std::optional<std::array<IndexRange, 2>> read_index(const View& view) {
    if (!view) return std::nullopt;
    const IndexRange mildest = read_range(view["mildest"]), severest = read_range(view["severest"]);
    if (severest.least > mildest.least || severest.most > mildest.most) {
        view["severest"].complain("range", "the severest lesion has a higher index than the mildest");
    }
    return std::array{mildest, severest};
}

Tissue read_tissue(const std::string& id, const View& view, const Atlas& atlas) {
    Tissue tissue;
    tissue.id = id;
    tissue.name = view["name"].words();
    tissue.also = view["also"].words();
    tissue.sided = view["sided"].flag(true);
    tissue.source = view["source"].text();
    tissue.tender = read_effects(view["tender"], atlas.sites);
    for (std::size_t i = 0; i < look_names.size(); ++i) {
        tissue.looks[i] = read_effects(view[look_names[i]], atlas.sites);
    }
    for (std::size_t i = 0; i < load_names.size(); ++i) {
        tissue.loading[i] = view["loading"][load_names[i]].number();
    }
    tissue.movements = read_movements(view["movements"], atlas);
    tissue.pulses = read_effects(view["pulses"], atlas.arteries);
    tissue.special_tests = read_tests(view["special_tests"], atlas);
    tissue.ankle_brachial_index = read_index(view["ankle_brachial_index"]);
    return tissue;
}

}  // namespace

void read_tissues(const View& root, Atlas& atlas) {
    for (const auto& [id, view] : root["tissues"].entries()) {
        if (find(atlas.nerves, id)) view.complain("taken", "a nerve is called " + id);
        atlas.tissues.push_back(read_tissue(id, view, atlas));
    }
    for (const auto& [id, view] : root["tender_nerves"].entries()) {
        const LesionSite* site = find(atlas.lesion_sites, id);
        if (!site) continue;
        atlas.tender_nerves.push_back(
            {static_cast<std::size_t>(site - atlas.lesion_sites.data()), read_effects(view, atlas.sites)});
    }
}

}  // namespace palpera::anatomy
