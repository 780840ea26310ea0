#include "engine/anatomy/tissue_signs.h"

#include <algorithm>

#include "engine/anatomy/limits.h"

namespace palpera::anatomy {
namespace {

constexpr double worst_pain = 10;

void add_share(double& to, double share) { to = 1 - (1 - to) * (1 - std::min(share, 1.0)); }
void add_pain(double& to, double pain) { to = worst_pain - (worst_pain - to) * (1 - std::min(pain / worst_pain, 1.0)); }

double between(double from, double to, double share) { return from + (to - from) * share; }

std::vector<Side> sides_of(const Lesion& lesion, bool sided) {
    if (!sided || lesion.sides == Sides::both) return {Side::right, Side::left};
    return {lesion.sides == Sides::right ? Side::right : Side::left};
}

// The worse of the two.
void join(PerSide<double>& one) { one.right = one.left = std::max(one.right, one.left); }
void join(PerSide<MovementSign>& one) {
    one.right = one.left = {std::max(one.right.pain, one.left.pain), std::max(one.right.lost, one.left.lost)};
}
void join(PerSide<TestSign>& one) {
    one.right = one.left = {std::max(one.right.sign, one.left.sign), std::max(one.right.pain, one.left.pain)};
}

template <class List, class Signs>
void join_midline(const List& structures, Signs& signs) {
    for (std::size_t i = 0; i < structures.size(); ++i) {
        if (!structures[i].sided) join(signs[i]);
    }
}

class Gathering {
public:
    explicit Gathering(const Atlas& atlas) : atlas_(atlas) {
        signs_.tenderness.resize(atlas.sites.size());
        for (auto& look : signs_.looks) look.resize(atlas.sites.size());
        for (const Joint& joint : atlas.joints) signs_.movements.emplace_back(joint.movements.size());
        signs_.pulses.resize(atlas.arteries.size());
        signs_.special_tests.resize(atlas.special_tests.size());
    }

    void add(const Lesion& lesion) {
        if (lesion.severity <= 0) return;
        for (const std::string& structure : lesion.structures) {
            const Tissue* tissue = lesion.level == tissue_level ? find(atlas_.tissues, structure) : nullptr;
            if (!tissue) continue;
            for (Side side : sides_of(lesion, tissue->sided)) add(*tissue, lesion.severity, side);
        }
        for (const TenderNerve& nerve : atlas_.tender_nerves) {
            if (atlas_.lesion_sites[nerve.lesion_site].id != lesion.level) continue;
            for (Side side : sides_of(lesion, true)) add_tenderness(nerve.tender, 1, side);
        }
    }

    TissueSigns whole() && {
        join_midline(atlas_.sites, signs_.tenderness);
        for (auto& look : signs_.looks) join_midline(atlas_.sites, look);
        join_midline(atlas_.special_tests, signs_.special_tests);
        for (std::size_t i = 0; i < atlas_.joints.size(); ++i) {
            if (atlas_.joints[i].sided) continue;
            for (PerSide<MovementSign>& movement : signs_.movements[i]) join(movement);
        }
        return std::move(signs_);
    }

private:
    void add_tenderness(const std::vector<Effect>& effects, double severity, Side side) {
        for (const Effect& one : effects) add_pain(signs_.tenderness[one.at][side], one.most * severity);
    }

    void add(const Tissue& tissue, double severity, Side side) {
        add_tenderness(tissue.tender, severity, side);
        for (std::size_t i = 0; i < tissue.looks.size(); ++i) {
            for (const Effect& one : tissue.looks[i]) add_share(signs_.looks[i][one.at][side], one.most * severity);
        }
        for (std::size_t i = 0; i < tissue.loading.size(); ++i) {
            add_pain(signs_.loading[i][side], tissue.loading[i] * severity);
        }
        for (const MovementEffect& one : tissue.movements) {
            MovementSign& sign = signs_.movements[one.joint][one.movement][side];
            add_pain(sign.pain, one.pain * severity);
            add_share(sign.lost, one.lost * severity);
        }
        for (const Effect& one : tissue.pulses) add_share(signs_.pulses[one.at][side], one.most * severity);
        for (const TestEffect& one : tissue.special_tests) add(one, severity, signs_.special_tests[one.test][side]);
        if (tissue.ankle_brachial_index) lower(*tissue.ankle_brachial_index, severity, side);
    }

    static void add(const TestEffect& effect, double severity, TestSign& sign) {
        if (!reaches(severity, effect.from)) return;
        sign.sign = std::max(sign.sign, effect.sometimes ? Sign::variable : Sign::positive);
        add_pain(sign.pain, effect.pain * severity);
    }

    // Of several narrowings the worst one counts.
    void lower(const std::array<IndexRange, 2>& ends, double severity, Side side) {
        const IndexRange range{between(ends[0].least, ends[1].least, severity),
                               between(ends[0].most, ends[1].most, severity)};
        std::optional<IndexRange>& index = signs_.ankle_brachial_index[side];
        index = index ? IndexRange{std::min(index->least, range.least), std::min(index->most, range.most)} : range;
    }

    const Atlas& atlas_;
    TissueSigns signs_;
};

}  // namespace

TissueSigns tissue_signs(const Atlas& atlas, const std::vector<Lesion>& lesions) {
    Gathering gathering(atlas);
    for (const Lesion& lesion : lesions) gathering.add(lesion);
    return std::move(gathering).whole();
}

Grade read_look(double extent) {
    if (!reaches(extent, 0.2)) return Grade::none;
    return reaches(extent, 0.5) ? Grade::marked : Grade::slight;
}

Tenderness read_tenderness(double pain) {
    if (!reaches(pain, 2)) return Tenderness::none;
    if (!reaches(pain, 3.5)) return Tenderness::slight;
    return reaches(pain, 6.5) ? Tenderness::marked : Tenderness::clear;
}

bool is_limited(double lost) { return reaches(lost, 0.1); }

Pulse read_pulse(double lost) {
    if (!reaches(lost, 0.3)) return Pulse::normal;
    return reaches(lost, 0.8) ? Pulse::absent : Pulse::weak;
}

}  // namespace palpera::anatomy
