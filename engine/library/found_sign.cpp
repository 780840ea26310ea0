#include "engine/library/found_sign.h"

#include <algorithm>
#include <array>

namespace palpera::library {
namespace {

using anatomy::Atlas;
using anatomy::Examiner;
using anatomy::Look;
using anatomy::TissueSigns;

struct Word {
    std::string_view word;
    Verb verb;
    std::optional<Look> look{};
};
constexpr std::array<Word, 16> words{{{"numb", Verb::sensation},
                                      {"weak", Verb::strength},
                                      {"reduced", Verb::reflex},
                                      {"positive", Verb::test},
                                      {"tender", Verb::palpate},
                                      {"faint", Verb::pulse},
                                      {"limited", Verb::move},
                                      {"swollen", Verb::palpate, Look::swelling},
                                      {"warm", Verb::palpate, Look::warmth},
                                      {"red", Verb::palpate, Look::redness},
                                      {"bruised", Verb::palpate, Look::bruising},
                                      {"cool", Verb::palpate, Look::coolness},
                                      {"pale", Verb::palpate, Look::pallor},
                                      {"thickened", Verb::palpate, Look::thickening},
                                      {"gapped", Verb::palpate, Look::gap},
                                      {"tense", Verb::palpate, Look::tension}}};

template <class List>
std::optional<std::size_t> place_of(const List& list, std::string_view id) {
    const auto* found = find(list, id);
    return found ? std::optional(static_cast<std::size_t>(found - list.data())) : std::nullopt;
}

// A movement by its joint and its own name.
struct Moved {
    std::size_t joint, movement;
};
std::optional<Moved> moved(const Atlas& atlas, std::string_view subject) {
    const std::size_t space = subject.find(' ');
    const auto joint = place_of(atlas.joints, subject.substr(0, space));
    if (!joint || space == std::string_view::npos) return std::nullopt;
    const auto movement = place_of(atlas.joints[*joint].movements, subject.substr(space + 1));
    return movement ? std::optional(Moved{*joint, *movement}) : std::nullopt;
}

bool is_touched(const FoundSign& sign, const TissueSigns& tissues, std::size_t site, anatomy::Side side) {
    if (sign.look) return anatomy::read_look(tissues.look(*sign.look)[site][side]) != anatomy::Grade::none;
    return anatomy::read_tenderness(tissues.tenderness[site][side]) != anatomy::Tenderness::none;
}

bool is_positive(const FoundSign& sign, anatomy::Sign found, std::uint64_t variant) {
    if (found == anatomy::Sign::variable) return anatomy::is_affected(sign.subject, variant);
    return found == anatomy::Sign::positive;
}

// "pinprick foot_lateral_border" looks at foot_lateral_border.
std::string_view zone_in(std::string_view subject) {
    const std::size_t space = subject.find(' ');
    return space == std::string_view::npos ? std::string_view() : subject.substr(space + 1);
}

template <std::size_t size>
bool contains(const std::array<Look, size>& looks, Look look) {
    return std::find(looks.begin(), looks.end(), look) != looks.end();
}

}  // namespace

std::optional<FoundSign> found_sign(std::string_view written) {
    const std::size_t space = written.find(' ');
    if (space == std::string_view::npos) return std::nullopt;
    const auto found =
        std::find_if(words.begin(), words.end(), [&](const Word& one) { return one.word == written.substr(0, space); });
    if (found == words.end()) return std::nullopt;
    return FoundSign{found->verb, std::string(written.substr(space + 1)), found->look};
}

std::string sign_words() {
    std::string all;
    for (const Word& one : words) all += (all.empty() ? "" : "|") + std::string(one.word);
    return all;
}

bool is_known(const FoundSign& sign, const Atlas& atlas) {
    switch (sign.verb) {
        case Verb::sensation: return find(atlas.zones, sign.subject);
        case Verb::strength: return find(atlas.muscles, sign.subject);
        case Verb::reflex: return find(atlas.reflexes, sign.subject);
        case Verb::palpate: return find(atlas.sites, sign.subject);
        case Verb::pulse: return find(atlas.arteries, sign.subject);
        case Verb::move: return moved(atlas, sign.subject).has_value();
        default: return find(atlas.special_tests, sign.subject);
    }
}

bool is_there(const FoundSign& sign, const Examiner& examiner, anatomy::Side side) {
    switch (sign.verb) {
        case Verb::sensation: return !examiner.skin(anatomy::Modality::pinprick, sign.subject, side).empty();
        case Verb::strength: return !examiner.power(sign.subject, side).empty();
        case Verb::reflex: return !examiner.reflex(sign.subject, side).empty();
        case Verb::test: return examiner.is_positive(sign.subject, side);
        default: return false;
    }
}

bool is_there(const FoundSign& sign, const Atlas& atlas, const TissueSigns& tissues, anatomy::Side side,
              std::uint64_t variant) {
    if (sign.verb == Verb::palpate) {
        const auto site = place_of(atlas.sites, sign.subject);
        return site && is_touched(sign, tissues, *site, side);
    }
    if (sign.verb == Verb::pulse) {
        const auto artery = place_of(atlas.arteries, sign.subject);
        return artery && anatomy::read_pulse(tissues.pulses[*artery][side]) != anatomy::Pulse::normal;
    }
    if (sign.verb == Verb::move) {
        const std::optional<Moved> at = moved(atlas, sign.subject);
        return at && anatomy::is_limited(tissues.movements[at->joint][at->movement][side].lost);
    }
    const auto test = sign.verb == Verb::test ? place_of(atlas.special_tests, sign.subject) : std::nullopt;
    return test && is_positive(sign, tissues.special_tests[*test][side].sign, variant);
}

std::string test_of(Verb verb, const std::string& subject) {
    if (verb == Verb::test) return subject;
    if (verb == Verb::gait) return subject == "heels" ? "heel_walk" : subject == "toes" ? "toe_walk" : "";
    if (verb == Verb::measure && subject == "ankle_brachial_index") return "abi";
    return {};
}

bool looks_for(Verb verb, const std::string& subject, const FoundSign& sign) {
    if (sign.verb == Verb::test) return sign.subject == test_of(verb, subject);
    if (sign.look && sign.subject == subject) {
        return (verb == Verb::palpate && contains(felt, *sign.look)) ||
               (verb == Verb::inspect && contains(seen, *sign.look));
    }
    if (sign.verb != verb || sign.look) return false;
    return verb == Verb::sensation ? sign.subject == zone_in(subject) : sign.subject == subject;
}

}  // namespace palpera::library
