#include "engine/anatomy/best_fit.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "engine/anatomy/damage.h"
#include "engine/anatomy/reading.h"

namespace palpera::anatomy {
namespace {

// How likely it is that an examiner finds alteration where there is none, where patients differ, and where there is.
// Ordering values: examination of strength, skin and reflexes is imperfect both ways.
constexpr double where_normal = 0.05, where_patients_differ = 0.5, where_altered = 0.95;

double chance(bool altered, bool uncertain) {
    return uncertain ? where_patients_differ : altered ? where_altered : where_normal;
}

template <class List, class Losses, class Read>
double looked_up(const List& list, const Losses& losses, const Sighting& sighting, const Read& read) {
    const auto* found = find(list, sighting.id);
    return read(losses[static_cast<std::size_t>(found - list.data())][sighting.side]);
}

// The chance of finding that altered with this deficit.
double chance_of(const Atlas& atlas, const Deficit& deficit, const Sighting& sighting) {
    switch (sighting.of) {
        case Sighting::Of::zone:
            return looked_up(atlas.zones, deficit.zones, sighting, [](const SkinLoss& loss) {
                const Reading reading = read_pinprick(loss.pinprick);
                return chance(reading.grade < 2, reading.uncertain);
            });
        case Sighting::Of::muscle:
            return looked_up(atlas.muscles, deficit.muscles, sighting, [](double loss) {
                const PowerReading reading = read_power(loss);
                return chance(reading.power != Power::five, reading.uncertain);
            });
        case Sighting::Of::reflex:
            return looked_up(atlas.reflexes, deficit.reflexes, sighting, [](double loss) {
                const Reading reading = read_reflex(loss);
                return chance(reading.grade < 2, reading.uncertain);
            });
        case Sighting::Of::special_test: break;
    }
    return looked_up(atlas.special_tests, deficit.special_tests, sighting,
                     [](Sign sign) { return chance(sign == Sign::positive, sign == Sign::variable); });
}

bool is_known(const Atlas& atlas, const Sighting& sighting) {
    switch (sighting.of) {
        case Sighting::Of::zone: return find(atlas.zones, sighting.id);
        case Sighting::Of::muscle: return find(atlas.muscles, sighting.id);
        case Sighting::Of::reflex: return find(atlas.reflexes, sighting.id);
        case Sighting::Of::special_test: break;
    }
    return find(atlas.special_tests, sighting.id);
}

// Every kind of single lesion, whole, on that side.
std::vector<Lesion> candidates(const Atlas& atlas, Sides sides) {
    std::vector<Lesion> all;
    for (std::size_t i = 0; i < root_count; ++i) {
        all.push_back({{"root_" + std::string(name(static_cast<Root>(i)))}, "root", sides, complete});
    }
    for (const Nerve& nerve : atlas.nerves) {
        if (nerve.is_plexus()) all.push_back({{nerve.id}, "plexus", sides, complete});
    }
    for (const LesionSite& site : atlas.lesion_sites) all.push_back({{site.structure}, site.id, sides, complete});
    for (const char* stage : {"toes", "ankle", "mid_calf", "knee"}) {
        all.push_back({{std::string(polyneuropathy)}, stage, Sides::both, complete});
    }
    return all;
}

struct Weighed {
    Fit fit;
    double likelihood = 0;  // its logarithm
};

Weighed weigh(const Atlas& atlas, const Lesion& lesion, const std::vector<Sighting>& sightings) {
    // The same lesion on both sides is two, and so less likely than a single one.
    const bool twofold = lesion.sides == Sides::both && !has_no_side(atlas, lesion);
    Weighed weighed{{lesion, 0, {}}, twofold ? std::log(where_normal) : 0};
    const Deficit deficit = anatomy::deficit(atlas, {lesion});
    std::size_t known = 0;
    for (std::size_t i = 0; i < sightings.size(); ++i) {
        if (!is_known(atlas, sightings[i])) continue;
        const double altered = chance_of(atlas, deficit, sightings[i]);
        const double agreed = sightings[i].altered ? altered : 1 - altered;
        weighed.likelihood += std::log(agreed);
        weighed.fit.fit += agreed;
        if (agreed < where_patients_differ) weighed.fit.contradicted.push_back(i);
        ++known;
    }
    if (known > 0) weighed.fit.fit /= static_cast<double>(known);
    return weighed;
}

Sides sides_of(const std::vector<Sighting>& sightings) {
    bool right = false, left = false;
    for (const Sighting& one : sightings) (one.side == Side::right ? right : left) |= one.altered;
    return right && left ? Sides::both : left ? Sides::left : Sides::right;
}

}  // namespace

std::vector<Fit> best_fit(const Atlas& atlas, const std::vector<Sighting>& sightings, std::size_t most) {
    const bool any = std::any_of(sightings.begin(), sightings.end(),
                                 [&](const Sighting& one) { return one.altered && is_known(atlas, one); });
    if (!any) return {};
    std::vector<Weighed> weighed;
    for (Lesion& lesion : candidates(atlas, sides_of(sightings))) {
        // The severity that fits best; of equals the milder.
        std::optional<Weighed> best;
        for (double severity : {partial, 0.75, complete}) {
            lesion.severity = severity;
            Weighed one = weigh(atlas, lesion, sightings);
            if (!best || one.likelihood > best->likelihood + 1e-9) best = std::move(one);
        }
        weighed.push_back(std::move(*best));
    }
    std::stable_sort(weighed.begin(), weighed.end(),
                     [](const Weighed& a, const Weighed& b) { return a.likelihood > b.likelihood; });
    std::vector<Fit> fits;
    for (Weighed& one : weighed) {
        if (fits.size() < most) fits.push_back(std::move(one.fit));
    }
    return fits;
}

const std::string& name_of(const Lesion& lesion) {
    return lesion.level == "root" || lesion.level == "plexus" ? lesion.structures.front() : lesion.level;
}

}  // namespace palpera::anatomy
