// What an act is about: does it exist, has it sides, how is it called.
#include <algorithm>

#include "engine/base/text.h"
#include "engine/library/catalogue.h"

namespace palpera::library {
namespace {

template <class List>
std::vector<std::string> ids_of(const List& list) {
    std::vector<std::string> ids;
    for (const auto& item : list) ids.push_back(item.id);
    return ids;
}

template <class List>
std::string missing(const char* what, const List& list, std::string_view id) {
    if (find(list, id)) return {};
    const std::vector<std::string> near = base::nearest(id, ids_of(list));
    return std::string("no ") + what + " is called " + base::quoted(id) +
           (near.empty() ? "" : "; nearest: " + base::joined(near, ", "));
}

std::pair<std::string_view, std::string_view> halves(std::string_view subject) {
    const std::size_t space = subject.find(' ');
    if (space == std::string_view::npos) return {subject, {}};
    return {subject.substr(0, space), subject.substr(space + 1)};
}

template <class Named>
LocalText named(const Named* entry) {
    if (!entry) return {};
    return entry->name;
}

const Examination* own_entry(const Catalogue& catalogue, Verb verb, std::string_view subject) {
    return find(catalogue.examinations, std::string(name(verb)) + " " + std::string(subject));
}

std::string trouble_with_movement(const anatomy::Atlas& atlas, std::string_view subject) {
    const auto [joint_id, movement] = halves(subject);
    const anatomy::Joint* joint = find(atlas.joints, joint_id);
    return joint ? missing("movement of this joint", joint->movements, movement)
                 : missing("joint", atlas.joints, joint_id);
}

std::string trouble_with_sensation(const anatomy::Atlas& atlas, std::string_view subject) {
    static const std::vector<std::string> modalities{"light_touch", "pinprick", "vibration", "temperature"};
    const auto [modality, zone] = halves(subject);
    if (std::find(modalities.begin(), modalities.end(), modality) == modalities.end()) {
        return "sensation is tested by light_touch, pinprick, vibration or temperature";
    }
    if (modality == "vibration" && find(atlas.sites, zone)) return {};
    return missing("zone", atlas.zones, zone);
}

std::string trouble_with_zones(const anatomy::Atlas& atlas, std::string_view subject) {
    const std::vector<std::string_view> parts = base::split(subject, ' ');
    for (std::size_t i = 1; i < parts.size(); ++i) {
        std::string trouble = missing("zone", atlas.zones, parts[i]);
        if (!trouble.empty()) return trouble;
    }
    return {};
}

// Gaits, measurements: what only the catalogue knows.
std::string trouble_with_own(const Catalogue& catalogue, Verb verb, std::string_view subject) {
    if (own_entry(catalogue, verb, subject)) return {};
    std::vector<std::string> known;
    for (const Examination& entry : catalogue.examinations) {
        if (entry.verb == verb) known.push_back(entry.subject);
    }
    const std::vector<std::string> near = base::nearest(subject, known);
    return std::string("nothing called ") + base::quoted(subject) + " can be done by " + std::string(name(verb)) +
           (near.empty() ? "" : "; nearest: " + base::joined(near, ", "));
}

}  // namespace

const Tool* tool_of(const Catalogue& catalogue, Verb verb) {
    const auto found =
        std::find_if(catalogue.tools.begin(), catalogue.tools.end(), [&](const Tool& t) { return t.verb == verb; });
    return found == catalogue.tools.end() ? nullptr : &*found;
}

std::string trouble_with(const Catalogue& catalogue, const anatomy::Atlas& atlas, Verb verb, std::string_view subject) {
    switch (verb) {
        case Verb::say: return subject.empty() ? std::string() : missing("courtesy", catalogue.courtesies, subject);
        case Verb::ask: return missing("question", catalogue.questions, subject);
        case Verb::inspect:
        case Verb::palpate:
        case Verb::auscultate: return missing("site", atlas.sites, subject);
        case Verb::move: return trouble_with_movement(atlas, subject);
        case Verb::gait:
        case Verb::measure: return trouble_with_own(catalogue, verb, subject);
        case Verb::strength: return missing("muscle", atlas.muscles, subject);
        case Verb::reflex: return missing("reflex", atlas.reflexes, subject);
        case Verb::sensation: return trouble_with_sensation(atlas, subject);
        case Verb::border: return trouble_with_zones(atlas, subject);
        case Verb::test: return missing("special test", atlas.special_tests, subject);
        case Verb::pulse: return missing("artery", atlas.arteries, subject);
        case Verb::order:
        case Verb::cancel:
        case Verb::read: return missing("test", catalogue.tests, subject);
        case Verb::prescribe:
        case Verb::change:
        case Verb::stop: return missing("drug", catalogue.drugs, subject);
        case Verb::treat: return missing("treatment", catalogue.treatments, subject);
        case Verb::advise: return missing("advice", catalogue.advice, subject);
        case Verb::refer: return missing("service", catalogue.services, subject);
        case Verb::differential:
        case Verb::diagnose:
            return subject.empty() || subject == "any" ? std::string()
                                                       : missing("diagnosis", catalogue.diagnoses, subject);
        case Verb::position: {
            static const std::vector<std::string_view> known{"standing", "sitting", "supine", "prone", "side"};
            const bool is_known = std::find(known.begin(), known.end(), subject) != known.end();
            return is_known ? std::string() : "a position is standing, sitting, supine, prone or side";
        }
        default: return {};
    }
}

bool is_sided(const Catalogue& catalogue, const anatomy::Atlas& atlas, Verb verb, std::string_view subject) {
    const auto sided = [](const auto* structure) { return structure && structure->sided; };
    switch (verb) {
        case Verb::inspect:
        case Verb::palpate:
        case Verb::auscultate: return sided(find(atlas.sites, subject));
        case Verb::move: return sided(find(atlas.joints, halves(subject).first));
        case Verb::strength: return sided(find(atlas.muscles, subject));
        case Verb::reflex: return sided(find(atlas.reflexes, subject));
        case Verb::sensation: {
            const std::string_view place = halves(subject).second;
            return sided(find(atlas.zones, place)) || sided(find(atlas.sites, place));
        }
        case Verb::border: return true;
        case Verb::test: return sided(find(atlas.special_tests, subject));
        case Verb::pulse: return sided(find(atlas.arteries, subject));
        case Verb::measure: return sided(own_entry(catalogue, verb, subject));
        case Verb::order:
        case Verb::cancel:
        case Verb::read: return sided(find(catalogue.tests, subject));
        default: return false;
    }
}

LocalText name_of(const Catalogue& catalogue, const anatomy::Atlas& atlas, Verb verb, std::string_view subject) {
    if (const Examination* own = own_entry(catalogue, verb, subject); own && !own->name.empty()) return own->name;
    switch (verb) {
        case Verb::say: return named(find(catalogue.courtesies, subject));
        case Verb::ask: return named(find(catalogue.questions, subject));
        case Verb::inspect:
        case Verb::palpate:
        case Verb::auscultate: return named(find(atlas.sites, subject));
        case Verb::move: {
            const auto [joint, movement] = halves(subject);
            const anatomy::Joint* found = find(atlas.joints, joint);
            return found ? named(find(found->movements, movement)) : LocalText{};
        }
        case Verb::strength: return named(find(atlas.muscles, subject));
        case Verb::reflex: return named(find(atlas.reflexes, subject));
        case Verb::sensation: {
            const std::string_view place = halves(subject).second;
            const LocalText zone = named(find(atlas.zones, place));
            return zone.empty() ? named(find(atlas.sites, place)) : zone;
        }
        case Verb::test: return named(find(atlas.special_tests, subject));
        case Verb::pulse: return named(find(atlas.arteries, subject));
        case Verb::order:
        case Verb::cancel:
        case Verb::read: return named(find(catalogue.tests, subject));
        case Verb::prescribe:
        case Verb::change:
        case Verb::stop: return named(find(catalogue.drugs, subject));
        case Verb::treat: return named(find(catalogue.treatments, subject));
        case Verb::advise: return named(find(catalogue.advice, subject));
        case Verb::refer: return named(find(catalogue.services, subject));
        default: return {};
    }
}

}  // namespace palpera::library
