#include "engine/patient/derive_tissue.h"

#include <algorithm>
#include <cmath>

#include "engine/library/found_sign.h"

namespace palpera::patient {
namespace {

using anatomy::Grade;
using anatomy::Load;
using anatomy::Look;
using library::Response;
using library::Side;
using library::Verb;

template <class T, class Worse>
const T& of_side(const anatomy::PerSide<T>& both, Side side, const Worse& worse) {
    if (side == Side::left) return both.left;
    if (side == Side::right) return both.right;
    return worse(both.right, both.left) ? both.right : both.left;
}
double of_side(const anatomy::PerSide<double>& both, Side side) { return of_side(both, side, std::greater<>()); }

template <class List>
std::optional<std::size_t> place_of(const List& list, const std::string& id) {
    const auto* found = find(list, id);
    return found ? std::optional(static_cast<std::size_t>(found - list.data())) : std::nullopt;
}

// Sentences of the atlas's findings, one after the other.
class Telling {
public:
    explicit Telling(const anatomy::Atlas& atlas) : atlas_(atlas) {}

    void tell(const std::string& wording) {
        const auto* words = find(atlas_.findings, wording);
        if (!words) return;
        add(wording, words->finds);
        if (response_.says.empty()) response_.says = words->says;
    }
    void add(const std::string& name, const base::LocalText& finds) {
        response_.id += (response_.id.empty() ? "" : "+") + name;
        for (base::Language language : base::every_language) {
            std::string& text = response_.finds.in(language);
            text += (text.empty() ? "" : " ") + finds.in(language);
        }
    }
    // A wording that speaks of a range, in degrees as a goniometer is read.
    void tell_range(const std::string& wording, double reached, double usual) {
        const auto* words = find(atlas_.findings, wording);
        if (!words) return;
        base::LocalText finds = words->finds;
        for (base::Language language : base::every_language) {
            fill(finds.in(language), "{reached}", reached);
            fill(finds.in(language), "{usual}", usual);
        }
        add(wording + "/" + std::to_string(nearest_five(reached)), finds);
        if (response_.says.empty()) response_.says = words->says;
    }
    void measures(double value) { response_.value = std::round(value * 100) / 100; }
    void hurts(double pain) {
        const int rounded = static_cast<int>(std::lround(pain));
        if (rounded > 0) response_.pain = std::max(response_.pain.value_or(0), rounded);
    }

    std::optional<Response> told() const {
        if (response_.id.empty()) return std::nullopt;
        Response response = response_;
        if (response.pain) response.id += "/" + std::to_string(*response.pain);
        if (response.value) response.id += "/" + std::to_string(std::lround(*response.value * 100));
        return response;
    }

private:
    static int nearest_five(double degrees) { return static_cast<int>(std::lround(degrees / 5)) * 5; }
    static void fill(std::string& text, const std::string& name, double degrees) {
        const std::size_t at = text.find(name);
        if (at != std::string::npos) text.replace(at, name.size(), std::to_string(nearest_five(degrees)));
    }

    const anatomy::Atlas& atlas_;
    Response response_;
};

void tell_pressure(double pain, Telling& telling) {
    using anatomy::Tenderness;
    const Tenderness found = anatomy::read_tenderness(pain);
    if (found == Tenderness::none) return;
    telling.tell(found == Tenderness::slight  ? "tender_slight"
                 : found == Tenderness::clear ? "tender"
                                              : "tender_marked");
    telling.hurts(pain);
}

template <class Looks>
void tell_looks(const Looks& looks, const anatomy::TissueSigns& signs, std::size_t site, Side side, Telling& telling) {
    for (Look look : looks) {
        const Grade grade = anatomy::read_look(of_side(signs.look(look)[site], side));
        if (grade == Grade::none) continue;
        const std::string name = anatomy::look_names[static_cast<std::size_t>(look)];
        telling.tell(name + (grade == Grade::slight ? "_slight" : "_marked"));
    }
}

void tell_movement(const anatomy::Atlas& atlas, const anatomy::TissueSigns& signs, const std::string& subject,
                   Side side, const Sufferer& sufferer, Telling& telling) {
    const std::size_t space = subject.find(' ');
    const auto joint = place_of(atlas.joints, subject.substr(0, space));
    if (!joint || space == std::string::npos) return;
    const auto movement = place_of(atlas.joints[*joint].movements, subject.substr(space + 1));
    if (!movement) return;
    const auto worse = [](const auto& one, const auto& other) {
        return one.pain + one.lost >= other.pain + other.lost;
    };
    const anatomy::MovementSign sign = of_side(signs.movements[*joint][*movement], side, worse);
    const bool painful = std::lround(sign.pain) > 0;
    const double usual = anatomy::usual_end(atlas.joints[*joint].movements[*movement], sufferer.female, sufferer.age);
    if (anatomy::is_limited(sign.lost)) {
        telling.tell_range(painful ? "movement_reduced_painful" : "movement_reduced", usual * (1 - sign.lost), usual);
    } else if (painful) {
        telling.tell("movement_painful");
    }
    telling.hurts(sign.pain);
}

std::optional<Load> load_of(Verb verb, const std::string& subject) {
    if (verb == Verb::gait && subject == "normal") return Load::walking;
    if (verb == Verb::gait && subject == "heels") return Load::heel_walking;
    if (verb == Verb::gait && subject == "toes") return Load::toe_walking;
    if (verb == Verb::test && subject == "single_leg_heel_raise") return Load::heel_raise;
    if (verb == Verb::test && subject == "hop_test") return Load::hopping;
    return std::nullopt;
}

void tell_load(const anatomy::TissueSigns& signs, Load load, Side side, Telling& telling) {
    const double pain = of_side(signs.on(load), side);
    if (std::lround(pain) < 1) return;
    if (load == Load::walking) {
        telling.tell(pain < 3.5 ? "walks_sparing" : "walks_limping");
    } else {
        telling.tell("load_painful");
    }
    telling.hurts(pain);
}

// Is the test positive on that side; of no side, on either?
bool is_positive(const anatomy::Atlas& atlas, const anatomy::TissueSigns& signs, const std::string& test, Side side,
                 std::uint64_t variant) {
    const library::FoundSign positive{Verb::test, test, std::nullopt};
    const auto there = [&](anatomy::Side one) { return library::is_there(positive, atlas, signs, one, variant); };
    return (side != Side::left && there(anatomy::Side::right)) || (side != Side::right && there(anatomy::Side::left));
}

void tell_test(const anatomy::Atlas& atlas, const anatomy::TissueSigns& signs, const std::string& test, Side side,
               Telling& telling) {
    const auto place = place_of(atlas.special_tests, test);
    if (!place) return;
    telling.add("positive", atlas.special_tests[*place].positive);
    const auto worse = [](const auto& one, const auto& other) { return one.pain >= other.pain; };
    telling.hurts(of_side(signs.special_tests[*place], side, worse).pain);
    const auto& index = side == Side::left ? signs.ankle_brachial_index.left : signs.ankle_brachial_index.right;
    if (test == "abi" && index) telling.measures((index->least + index->most) / 2);
}

void tell_pulse(double lost, Telling& telling) {
    const anatomy::Pulse pulse = anatomy::read_pulse(lost);
    if (pulse != anatomy::Pulse::normal) telling.tell(pulse == anatomy::Pulse::weak ? "pulse_weak" : "pulse_absent");
}

}  // namespace

std::optional<Response> tissue_response(const anatomy::Atlas& atlas, const anatomy::TissueSigns& signs, Verb verb,
                                        const std::string& subject, Side side, const Sufferer& sufferer) {
    Telling telling(atlas);
    const auto site = place_of(atlas.sites, subject);
    if (verb == Verb::palpate && site) {
        tell_pressure(of_side(signs.tenderness[*site], side), telling);
        tell_looks(library::felt, signs, *site, side, telling);
    }
    if (verb == Verb::inspect && site) tell_looks(library::seen, signs, *site, side, telling);
    if (verb == Verb::move) tell_movement(atlas, signs, subject, side, sufferer, telling);
    if (const std::string test = library::test_of(verb, subject);
        is_positive(atlas, signs, test, side, sufferer.variant)) {
        tell_test(atlas, signs, test, side, telling);
    } else if (const std::optional<Load> load = load_of(verb, subject)) {
        tell_load(signs, *load, side, telling);
    }
    const auto artery = verb == Verb::pulse ? place_of(atlas.arteries, subject) : std::nullopt;
    if (artery) tell_pulse(of_side(signs.pulses[*artery], side), telling);
    return telling.told();
}

}  // namespace palpera::patient
