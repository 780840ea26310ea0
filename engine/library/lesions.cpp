#include "engine/library/lesions.h"

#include <algorithm>
#include <array>

#include "engine/anatomy/best_fit.h"

namespace palpera::library {
namespace {

using anatomy::Examiner;

constexpr std::array<std::pair<std::string_view, Verb>, 4> words{
    {{"numb", Verb::sensation}, {"weak", Verb::strength}, {"reduced", Verb::reflex}, {"positive", Verb::test}}};

// Patients with the same deficit differ in what lies in the uncertain bands; so many are looked at.
constexpr std::uint64_t patients = 16;

std::size_t count(const FoundSign& sign, const anatomy::Atlas& atlas, const anatomy::Deficit& deficit) {
    std::size_t found = 0;
    for (std::uint64_t variant = 0; variant < patients; ++variant) {
        found += is_there(sign, Examiner(atlas, deficit, variant), anatomy::Side::right);
    }
    return found;
}

anatomy::Sighting::Of kind_of(Verb verb) {
    switch (verb) {
        case Verb::sensation: return anatomy::Sighting::Of::zone;
        case Verb::strength: return anatomy::Sighting::Of::muscle;
        case Verb::reflex: return anatomy::Sighting::Of::reflex;
        default: return anatomy::Sighting::Of::special_test;
    }
}

// What the scripted facts, taken as an examiner's findings, point to; empty: to nothing.
std::string pointed_to(const Picture& picture, const Catalogue& catalogue, const anatomy::Atlas& atlas) {
    std::vector<anatomy::Sighting> sightings;
    for (const auto& [id, value] : picture.facts) {
        const Fact* fact = find(catalogue.facts, id);
        if (!fact || fact->derived.size() != 1) continue;
        const FoundSign& sign = fact->derived.front();
        sightings.push_back({kind_of(sign.verb), sign.subject, anatomy::Side::right, value == script::Value(true)});
    }
    const std::vector<anatomy::Fit> fits = anatomy::best_fit(atlas, sightings, 1);
    return fits.empty() ? "" : anatomy::name_of(fits.front().lesion);
}

// The lesions of an affected right side: as declared, or as mild as they may be.
std::vector<anatomy::Lesion> lesions_of(const Picture& picture, bool mildest) {
    std::vector<anatomy::Lesion> lesions;
    for (const DeclaredLesion& one : picture.lesions) {
        if (mildest && (one.follows_severity || !one.when.always())) continue;
        anatomy::Lesion lesion = one.lesion;
        if (one.follows_severity) lesion.severity = anatomy::complete;
        const bool other = one.where == Where::other || one.where == Where::left;
        lesion.sides = one.where == Where::both ? anatomy::Sides::both
                       : other                  ? anatomy::Sides::left
                                                : anatomy::Sides::right;
        lesions.push_back(std::move(lesion));
    }
    return lesions;
}

}  // namespace

std::optional<FoundSign> found_sign(std::string_view written) {
    const std::size_t space = written.find(' ');
    if (space == std::string_view::npos) return std::nullopt;
    const auto found = std::find_if(words.begin(), words.end(),
                                    [&](const auto& one) { return one.first == written.substr(0, space); });
    if (found == words.end()) return std::nullopt;
    return FoundSign{found->second, std::string(written.substr(space + 1))};
}

bool is_known(const FoundSign& sign, const anatomy::Atlas& atlas) {
    switch (sign.verb) {
        case Verb::sensation: return find(atlas.zones, sign.subject);
        case Verb::strength: return find(atlas.muscles, sign.subject);
        case Verb::reflex: return find(atlas.reflexes, sign.subject);
        default: return find(atlas.special_tests, sign.subject);
    }
}

bool is_there(const FoundSign& sign, const Examiner& examiner, anatomy::Side side) {
    switch (sign.verb) {
        case Verb::sensation: return !examiner.skin(anatomy::Modality::pinprick, sign.subject, side).empty();
        case Verb::strength: return !examiner.power(sign.subject, side).empty();
        case Verb::reflex: return !examiner.reflex(sign.subject, side).empty();
        default: return examiner.is_positive(sign.subject, side);
    }
}

bool may_be_there(const FoundSign& sign, const anatomy::Atlas& atlas, const anatomy::Deficit& deficit) {
    return count(sign, atlas, deficit) > 0;
}

bool must_be_there(const FoundSign& sign, const anatomy::Atlas& atlas, const anatomy::Deficit& deficit) {
    return count(sign, atlas, deficit) == patients;
}

void warn_of_contradictions(const document::View& facts, const Picture& picture, const Catalogue& catalogue,
                            const anatomy::Atlas& atlas, base::Diagnostics& diagnostics) {
    if (picture.lesions.empty()) return;
    const anatomy::Deficit most = anatomy::deficit(atlas, lesions_of(picture, false));
    const anatomy::Deficit least = anatomy::deficit(atlas, lesions_of(picture, true));
    for (const auto& [id, view] : facts.entries()) {
        const Fact* fact = find(catalogue.facts, id);
        if (!fact || fact->derived.empty()) continue;
        const auto& signs = fact->derived;
        const bool present = view.flag();
        const bool agrees =
            present ? std::any_of(signs.begin(), signs.end(),
                                  [&](const FoundSign& sign) { return may_be_there(sign, atlas, most); })
                    : std::none_of(signs.begin(), signs.end(),
                                   [&](const FoundSign& sign) { return must_be_there(sign, atlas, least); });
        if (agrees) continue;
        const std::string elsewhere = pointed_to(picture, catalogue, atlas);
        diagnostics.add({view.file(), view.place().line, view.place().column, base::Severity::warning,
                         "contradicts-lesion",
                         id + (present ? ": yes, but the lesions do not give it" : ": no, but the lesions give it") +
                             (elsewhere.empty() ? "" : "; what is scripted points to " + elsewhere),
                         "leave it out: it follows from the lesions, or mend them"});
    }
}

}  // namespace palpera::library
