#include "engine/library/lesions.h"

#include <algorithm>
#include <optional>

#include "engine/anatomy/best_fit.h"
#include "engine/library/found_sign.h"

namespace palpera::library {
namespace {

// Patients with the same lesion differ in what lies in the uncertain bands; so many are looked at.
constexpr std::uint64_t patients = 16;

bool is_of_nerves(const DeclaredLesion& one) { return one.lesion.level != anatomy::tissue_level; }

// The lesions of an affected right side, all of them as severe as they may be, or those that are always there.
std::vector<anatomy::Lesion> lesions_of(const Picture& picture, bool at_their_worst) {
    std::vector<anatomy::Lesion> lesions;
    for (const DeclaredLesion& one : picture.lesions) {
        if (!at_their_worst && !one.when.always()) continue;
        anatomy::Lesion lesion = one.lesion;
        // A patient of half the severity stands for those whose lesion heals and grows.
        if (one.follows_severity) lesion.severity = at_their_worst ? anatomy::complete : anatomy::partial;
        const bool other = one.where == Where::other || one.where == Where::left;
        lesion.sides = one.where == Where::both ? anatomy::Sides::both
                       : other                  ? anatomy::Sides::left
                                                : anatomy::Sides::right;
        lesions.push_back(std::move(lesion));
    }
    return lesions;
}

// What lesions give on the affected side of those patients.
class Given {
public:
    Given(const anatomy::Atlas& atlas, const std::vector<anatomy::Lesion>& lesions)
        : atlas_(atlas), deficit_(anatomy::deficit(atlas, lesions)), tissues_(anatomy::tissue_signs(atlas, lesions)) {}

    bool in_any(const FoundSign& sign) const { return patients_with(sign) > 0; }
    bool in_all(const FoundSign& sign) const { return patients_with(sign) == patients; }

private:
    std::size_t patients_with(const FoundSign& sign) const {
        std::size_t found = 0;
        for (std::uint64_t variant = 0; variant < patients; ++variant) {
            found += is_there(sign, anatomy::Examiner(atlas_, deficit_, variant), anatomy::Side::right) ||
                     is_there(sign, atlas_, tissues_, anatomy::Side::right, variant);
        }
        return found;
    }

    const anatomy::Atlas& atlas_;
    anatomy::Deficit deficit_;
    anatomy::TissueSigns tissues_;
};

// Is it told by a sign that nothing but lesions of the kind that are declared can give? A heel may be tender, and a
// torn tendon weak, for more reasons than one; sensation, reflexes and pulses speak plainly.
bool is_plain(const FoundSign& sign, const Picture& picture, const anatomy::Atlas& atlas) {
    const bool nerves = std::any_of(picture.lesions.begin(), picture.lesions.end(), is_of_nerves);
    const bool tissues = std::any_of(picture.lesions.begin(), picture.lesions.end(), std::not_fn(is_of_nerves));
    switch (sign.verb) {
        case Verb::sensation:
        case Verb::strength:
        case Verb::reflex: return nerves;
        case Verb::pulse: return tissues;
        case Verb::test: return nerves && find(atlas.special_tests, sign.subject)->rule;
        default: return false;
    }
}

std::optional<anatomy::Sighting::Of> kind_of(Verb verb) {
    switch (verb) {
        case Verb::sensation: return anatomy::Sighting::Of::zone;
        case Verb::strength: return anatomy::Sighting::Of::muscle;
        case Verb::reflex: return anatomy::Sighting::Of::reflex;
        case Verb::test: return anatomy::Sighting::Of::special_test;
        default: return std::nullopt;
    }
}

// What the scripted facts, taken as an examiner's findings, point to; empty: to nothing.
std::string pointed_to(const Picture& picture, const Catalogue& catalogue, const anatomy::Atlas& atlas) {
    std::vector<anatomy::Sighting> sightings;
    for (const auto& [id, value] : picture.facts) {
        const Fact* fact = find(catalogue.facts, id);
        if (!fact || fact->derived.size() != 1) continue;
        const FoundSign& sign = fact->derived.front();
        const auto kind = kind_of(sign.verb);
        if (kind) sightings.push_back({*kind, sign.subject, anatomy::Side::right, value == script::Value(true)});
    }
    const std::vector<anatomy::Fit> fits = anatomy::best_fit(atlas, sightings, 1);
    return fits.empty() ? "" : anatomy::name_of(fits.front().lesion);
}

}  // namespace

void warn_of_contradictions(const document::View& facts, const Picture& picture, const Catalogue& catalogue,
                            const anatomy::Atlas& atlas, base::Diagnostics& diagnostics) {
    if (picture.lesions.empty()) return;
    // Looked for when a fact first asks: few files script what follows from lesions.
    std::optional<Given> at_most, at_least;
    const auto given = [&](std::optional<Given>& kept, bool at_their_worst) -> const Given& {
        if (!kept) kept.emplace(atlas, lesions_of(picture, at_their_worst));
        return *kept;
    };
    for (const auto& [id, view] : facts.entries()) {
        const Fact* fact = find(catalogue.facts, id);
        if (!fact || fact->derived.empty()) continue;
        const auto& signs = fact->derived;
        const bool present = view.flag();
        const bool plain =
            std::all_of(signs.begin(), signs.end(), [&](const auto& one) { return is_plain(one, picture, atlas); });
        const bool contradicts =
            present ? plain && std::none_of(signs.begin(), signs.end(),
                                            [&](const auto& one) { return given(at_most, true).in_any(one); })
                    : std::any_of(signs.begin(), signs.end(),
                                  [&](const auto& one) { return given(at_least, false).in_all(one); });
        if (!contradicts) continue;
        const std::string elsewhere = pointed_to(picture, catalogue, atlas);
        diagnostics.add({view.file(), view.place().line, view.place().column, base::Severity::warning,
                         "contradicts-lesion",
                         id + (present ? ": yes, but the lesions do not give it" : ": no, but the lesions give it") +
                             (elsewhere.empty() ? "" : "; what is scripted points to " + elsewhere),
                         "leave it out: it follows from the lesions, or mend them"});
    }
}

}  // namespace palpera::library
