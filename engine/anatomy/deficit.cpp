#include "engine/anatomy/deficit.h"

#include <algorithm>
#include <numeric>

#include "engine/anatomy/damage.h"
#include "engine/anatomy/limits.h"

namespace palpera::anatomy {
namespace {

// What is left of light touch and pinprick where one root alone is cut: its neighbours overlap (neurological tables,
// "Reading a loss value").
constexpr double most_light_touch_of_a_root = 0.7, most_pinprick_of_a_root = 0.9;

double both(double one, double other) { return 1 - (1 - one) * (1 - other); }

// The losses of one side. Targets are asked for one by one; losses of nerves are kept.
class OneSide {
public:
    OneSide(const Atlas& atlas, Damage damage) : atlas_(atlas), damage_(std::move(damage)) {
        for (const Damage::Plexus& one : damage_.plexuses) passing_.push_back(passing_through(one.plexus));
        std::size_t roots = 0;
        for (std::size_t root = 0; root < root_count; ++root) {
            roots +=
                std::any_of(damage_.roots.begin(), damage_.roots.end(), [&](const auto& one) { return one[root] > 0; });
        }
        single_root_ = roots == 1;
    }

    SkinLoss skin(const Zone& zone) const {
        std::vector<Branch> supply;
        for (const NerveShare& one : zone.nerves) supply.push_back({one.nerve, 1, one.share});
        const double roots = of_roots(zone.dermatomes);
        const double others = both(both(of_plexuses(zone.dermatomes, supply), of_nerves(supply)), of_length(zone.path));
        const double most_touch = single_root_ ? most_light_touch_of_a_root : 1;
        const double most_pinprick = single_root_ ? most_pinprick_of_a_root : 1;
        return {both(roots, others), both(std::min(roots, most_touch), others),
                both(std::min(roots, most_pinprick), others)};
    }

    double muscle(const Muscle& muscle) const {
        return both(supplied(muscle.roots, muscle.innervation), of_length(muscle.path) / 2);
    }

    double reflex(const Reflex& reflex) const {
        return both(supplied(reflex.roots, reflex.arc), of_length(reflex.path));
    }

    Sign sign(const Criterion& criterion, const Deficit& deficit, Side side) const {
        switch (criterion.kind) {
            case Criterion::Kind::weak: return sign(deficit.muscles[criterion.target][side], criterion.from);
            case Criterion::Kind::numb: return sign(deficit.zones[criterion.target][side].fibres, criterion.from);
            case Criterion::Kind::lesion_at: return sign_of_sites(criterion.sites);
            case Criterion::Kind::tension: return sign_of_tension(criterion.tension);
            default: return sign_of_parts(criterion, deficit, side);
        }
    }

private:
    double supplied(const RootShares& roots, const std::vector<Branch>& supply) const {
        return both(both(of_roots(roots), of_plexuses(roots, supply)), of_nerves(supply));
    }

    double of_roots(const RootShares& shares) const {
        double loss = 0;
        for (const auto& severities : damage_.roots) {
            double sum = 0;
            for (const RootShare& one : shares) sum += one.share * severities[static_cast<std::size_t>(one.root)];
            loss = both(loss, std::min(sum, 1.0));
        }
        return loss;
    }

    double of_plexuses(const RootShares& shares, const std::vector<Branch>& supply) const {
        double loss = 0;
        for (std::size_t i = 0; i < damage_.plexuses.size(); ++i) {
            double passing = 0, carried = 0;
            for (const Branch& branch : supply) passing += branch.share * passing_[i][branch.nerve];
            for (const RootShare& root : atlas_.nerves[damage_.plexuses[i].plexus].carries) {
                for (const RootShare& one : shares) carried += one.root == root.root ? one.share * root.share : 0;
            }
            loss = both(loss, std::min(damage_.plexuses[i].severity * passing * carried, 1.0));
        }
        return loss;
    }

    // How much of each nerve comes of that plexus. Parents are asked first; the graph has no circle.
    std::vector<double> passing_through(std::size_t plexus) const {
        std::vector<double> passing(atlas_.nerves.size(), -1);
        for (std::size_t child : atlas_.nerves[plexus].children) passing[child] = 1;
        for (std::size_t nerve = 0; nerve < passing.size(); ++nerve) pass(nerve, passing);
        return passing;
    }
    double pass(std::size_t nerve, std::vector<double>& passing) const {
        if (passing[nerve] >= 0) return passing[nerve];
        double sum = 0;
        for (const Branch& parent : atlas_.nerves[nerve].parents) sum += parent.share * pass(parent.nerve, passing);
        return passing[nerve] = sum;
    }

    double of_nerves(const std::vector<Branch>& supply) const {
        double loss = 0;
        for (const auto& points : damage_.nerves) {
            double sum = 0;
            for (const Branch& branch : supply) sum += branch.share * of_nerve(points, branch.nerve, branch.at);
            loss = both(loss, sum);
        }
        return loss;
    }

    // What has left a nerve at that position or beyond: hurt on the nerve itself or on what it comes of.
    double of_nerve(const std::vector<Damage::Point>& points, std::size_t nerve, double at) const {
        double own = 0, inherited = 0;
        for (const Damage::Point& point : points) {
            if (point.nerve == nerve && !exceeds(point.at, at)) own = std::max(own, point.severity);
        }
        for (const Branch& parent : atlas_.nerves[nerve].parents) {
            inherited += parent.share * of_nerve(points, parent.nerve, parent.at);
        }
        return both(own, inherited);
    }

    // Over eight centimetres of path from nothing to all.
    double of_length(double path) const {
        double loss = 0;
        for (const Damage::Stocking& one : damage_.stockings) {
            loss = both(loss, one.severity * std::clamp(1 - (one.threshold - path) / 8, 0.0, 1.0));
        }
        return loss;
    }

    static Sign sign(double loss, double from) { return reaches(loss, from) ? Sign::positive : Sign::negative; }

    Sign sign_of_sites(const std::vector<std::size_t>& sites) const {
        const bool hurt =
            std::find_first_of(sites.begin(), sites.end(), damage_.sites.begin(), damage_.sites.end()) != sites.end();
        return hurt ? Sign::positive : Sign::negative;
    }

    Sign sign_of_tension(const RootShares& chances) const {
        double chance = 0;
        for (const RootShare& one : chances) {
            if (damage_.compressed[static_cast<std::size_t>(one.root)]) chance = std::max(chance, one.share);
        }
        if (reaches(chance, 0.6)) return Sign::positive;
        return reaches(chance, 0.2) ? Sign::variable : Sign::negative;
    }

    Sign sign_of_parts(const Criterion& criterion, const Deficit& deficit, Side side) const {
        const bool any = criterion.kind == Criterion::Kind::any;
        Sign sign = any ? Sign::negative : Sign::positive;
        for (const Criterion& part : criterion.parts) {
            const Sign one = this->sign(part, deficit, side);
            sign = any ? std::max(sign, one) : std::min(sign, one);
        }
        return sign;
    }

    const Atlas& atlas_;
    Damage damage_;
    std::vector<std::vector<double>> passing_;  // for each plexus the share of each nerve
    bool single_root_ = false;
};

// The midline fails only where both sides are lost.
template <class List>
void join_midline(const List& structures, std::vector<PerSide<double>>& losses) {
    for (std::size_t i = 0; i < structures.size(); ++i) {
        if (!structures[i].sided) losses[i].right = losses[i].left = std::min(losses[i].right, losses[i].left);
    }
}

}  // namespace

Deficit deficit(const Atlas& atlas, const std::vector<Lesion>& lesions) {
    Deficit deficit{
        std::vector<PerSide<SkinLoss>>(atlas.zones.size()), std::vector<PerSide<double>>(atlas.muscles.size()),
        std::vector<PerSide<double>>(atlas.reflexes.size()), std::vector<PerSide<Sign>>(atlas.special_tests.size())};
    const OneSide right(atlas, damage(atlas, lesions, Side::right)), left(atlas, damage(atlas, lesions, Side::left));
    for (Side side : {Side::right, Side::left}) {
        const OneSide& body = side == Side::right ? right : left;
        for (std::size_t i = 0; i < atlas.zones.size(); ++i) deficit.zones[i][side] = body.skin(atlas.zones[i]);
        for (std::size_t i = 0; i < atlas.muscles.size(); ++i) deficit.muscles[i][side] = body.muscle(atlas.muscles[i]);
        for (std::size_t i = 0; i < atlas.reflexes.size(); ++i)
            deficit.reflexes[i][side] = body.reflex(atlas.reflexes[i]);
    }
    join_midline(atlas.muscles, deficit.muscles);
    join_midline(atlas.reflexes, deficit.reflexes);
    for (Side side : {Side::right, Side::left}) {
        const OneSide& body = side == Side::right ? right : left;
        for (std::size_t i = 0; i < atlas.special_tests.size(); ++i) {
            const std::optional<Criterion>& rule = atlas.special_tests[i].rule;
            if (rule) deficit.special_tests[i][side] = body.sign(*rule, deficit, side);
        }
    }
    return deficit;
}

}  // namespace palpera::anatomy
