#include "engine/anatomy/examiner.h"

#include "engine/anatomy/reading.h"

namespace palpera::anatomy {
namespace {

constexpr int normal = 2;

Side opposite(Side side) { return side == Side::right ? Side::left : Side::right; }

template <class List>
std::size_t place_of(const List& list, const typename List::value_type& item) {
    return static_cast<std::size_t>(&item - list.data());
}

std::string word_of(Modality modality) {
    switch (modality) {
        case Modality::light_touch: return "touch";
        case Modality::pinprick: return "pinprick";
        case Modality::temperature: return "temperature";
        case Modality::vibration: break;
    }
    return "vibration";
}

std::string word_of(Power power) {
    constexpr const char* words[] = {"none", "flicker", "no_gravity", "gravity", "four_minus", "four", "four_plus"};
    return std::string("power_") + words[static_cast<std::size_t>(power)];
}

std::string word_of(Reflex::Kind kind, int grade, bool other_no_better) {
    if (kind == Reflex::Kind::superficial) return grade == 0 ? "superficial_absent" : "superficial_reduced";
    return std::string(grade == 0 ? "reflex_absent" : "reflex_reduced") + (other_no_better ? "_both" : "");
}

}  // namespace

// FNV-1a over the id and the variant; a bit from its middle.
bool is_affected(std::string_view id, std::uint64_t variant) {
    std::uint64_t hash = 14695981039346656037u ^ variant;
    for (const char letter : id) hash = (hash ^ static_cast<unsigned char>(letter)) * 1099511628211u;
    hash ^= hash >> 32;
    return ((hash * 0x9E3779B97F4A7C15u) >> 40 & 1u) != 0;
}

// Temperature goes with pinprick, vibration with touch: thin and thick fibres.
int Examiner::grade(Modality modality, const Zone& zone, Side side) const {
    const SkinLoss& loss = deficit_.zones[place_of(atlas_.zones, zone)][side];
    const bool thin = modality == Modality::pinprick || modality == Modality::temperature;
    const Reading reading = thin ? read_pinprick(loss.pinprick) : read_light_touch(loss.light_touch);
    return reading.uncertain && !is_affected(zone.id) ? normal : reading.grade;
}

std::string Examiner::skin(Modality modality, std::string_view id, Side side) const {
    const Zone* zone = find(atlas_.zones, id);
    if (!zone) return {};
    const int here = grade(modality, *zone, side), there = grade(modality, *zone, opposite(side));
    if (here == normal) {
        const bool pricks_dully = grade(Modality::pinprick, *zone, side) < normal;
        return modality == Modality::light_touch && pricks_dully ? "touch_as_other_side" : "";
    }
    return word_of(modality) + (here == 0 ? "_absent" : there <= here ? "_altered_both" : "_altered");
}

std::string Examiner::power(std::string_view id, Side side) const {
    const Muscle* muscle = find(atlas_.muscles, id);
    if (!muscle) return {};
    const auto of = [&](Side one) {
        const PowerReading reading = read_power(deficit_.muscles[place_of(atlas_.muscles, *muscle)][one]);
        return reading.uncertain && !is_affected(id) ? Power::five : reading.power;
    };
    const Power here = of(side), there = of(opposite(side));
    if (here == Power::five) return {};
    if (muscle->by_function) return here <= Power::flicker ? "function_absent" : "function_reduced";
    return word_of(here) + (here >= Power::four_minus && there <= here ? "_both" : "");
}

std::string Examiner::reflex(std::string_view id, Side side) const {
    const Reflex* reflex = find(atlas_.reflexes, id);
    if (!reflex) return {};
    const auto of = [&](Side one) {
        const Reading reading = read_reflex(deficit_.reflexes[place_of(atlas_.reflexes, *reflex)][one]);
        return reading.uncertain && !is_affected(id) ? normal : reading.grade;
    };
    const int here = of(side), there = of(opposite(side));
    if (here == normal) return {};
    // What is only there in disease of the cord is not missed; a plantar response that is lost is mute.
    if (reflex->kind == Reflex::Kind::pathological) return id == "plantar_response" && here == 0 ? "plantar_mute" : "";
    return word_of(reflex->kind, here, there <= here);
}

bool Examiner::is_positive(std::string_view id, Side side) const {
    const SpecialTest* test = find(atlas_.special_tests, id);
    if (!test) return false;
    const Sign sign = deficit_.special_tests[place_of(atlas_.special_tests, *test)][side];
    return sign == Sign::positive || (sign == Sign::variable && is_affected(id));
}

}  // namespace palpera::anatomy
