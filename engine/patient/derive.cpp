#include "engine/patient/derive.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "engine/anatomy/examiner.h"
#include "engine/library/found_sign.h"
#include "engine/patient/condition_parts.h"

namespace palpera::patient {
namespace {

using anatomy::Examiner;
using anatomy::Modality;
using library::Fact;
using library::FoundSign;
using library::Response;
using library::Side;
using library::Verb;

anatomy::Side side_in(Side side) { return side == Side::left ? anatomy::Side::left : anatomy::Side::right; }

// "pinprick foot_lateral_border"; nothing for what has no modality of the skin.
struct SkinAct {
    Modality modality;
    std::string zone;
};
std::optional<SkinAct> skin_act(const std::string& subject) {
    const std::size_t space = subject.find(' ');
    if (space == std::string::npos) return std::nullopt;
    const std::string word = subject.substr(0, space), zone = subject.substr(space + 1);
    if (word == "light_touch") return SkinAct{Modality::light_touch, zone};
    if (word == "pinprick") return SkinAct{Modality::pinprick, zone};
    if (word == "temperature") return SkinAct{Modality::temperature, zone};
    return SkinAct{Modality::vibration, zone};
}

}  // namespace

Derivation::Derivation(const library::Library& library, const std::vector<OwnLesion>& lesions, const Sufferer& sufferer)
    : library_(library), sufferer_(sufferer) {
    if (lesions.empty()) return;
    for (const OwnLesion& one : lesions) {
        anatomy::Lesion worst = one.lesion;
        worst.severity = anatomy::complete;
        alone_.push_back(anatomy::deficit(library_.atlas, {worst}));
    }
    std::vector<std::size_t> sometimes;
    std::optional<std::size_t> course;
    int at_arrival = 0;
    for (std::size_t i = 0; i < lesions.size(); ++i) {
        if (!lesions[i].when.always()) sometimes.push_back(i);
        if (!course && lesions[i].follows) {
            course = lesions[i].follows;
            at_arrival = static_cast<int>(lesions[i].lesion.severity * 100 + 0.5);
        }
    }
    // Most lesions first, so that the first state whose condition holds is the one with all of them.
    std::vector<std::size_t> subsets(std::size_t{1} << sometimes.size());
    for (std::size_t i = 0; i < subsets.size(); ++i) subsets[i] = i;
    std::stable_sort(subsets.begin(), subsets.end(),
                     [](std::size_t a, std::size_t b) { return std::popcount(a) > std::popcount(b); });
    run_ = course ? 101 : 1;
    for (std::size_t subset : subsets) {
        if (!course) {
            add_state(lesions, sometimes, subset, std::nullopt);
            continue;
        }
        for (int severity = 100; severity >= 0; --severity) {
            if (subset == 0 && severity == at_arrival) arrival_ = states_.size();
            add_state(lesions, sometimes, subset, severity);
        }
    }
    if (!course) arrival_ = states_.size() - 1;
}

void Derivation::add_state(const std::vector<OwnLesion>& lesions, const std::vector<std::size_t>& sometimes,
                           std::size_t subset, std::optional<int> severity) {
    State state;
    state.usual = subset == 0;
    state.severity = severity;
    std::optional<std::size_t> course;
    std::vector<anatomy::Lesion> there;
    state.severities.resize(lesions.size());
    for (std::size_t i = 0; i < lesions.size(); ++i) {
        if (!course) course = lesions[i].follows;
        const auto place = std::find(sometimes.begin(), sometimes.end(), i);
        if (place != sometimes.end()) {
            if ((subset >> (place - sometimes.begin()) & 1u) == 0) continue;
            state.when = both(state.when, lesions[i].when);
        }
        there.push_back(lesions[i].lesion);
        if (severity && lesions[i].follows && lesions[i].follows == course) there.back().severity = *severity / 100.0;
        state.severities[i] = there.back().severity;
    }
    if (severity && *severity > 0) state.when = both(state.when, severity_from(*course, *severity));
    state.deficit = anatomy::deficit(library_.atlas, there);
    state.tissues = anatomy::tissue_signs(library_.atlas, there);
    states_.push_back(std::move(state));
}

Response Derivation::response(const State& state, Verb verb, const std::string& subject, Side side) const {
    const anatomy::Atlas& atlas = library_.atlas;
    const Examiner examiner(atlas, state.deficit, sufferer_.variant);
    Response response;
    std::string wording;
    const auto* test = find(atlas.special_tests, library::test_of(verb, subject));
    if (verb == Verb::strength) wording = examiner.power(subject, side_in(side));
    if (verb == Verb::reflex) wording = examiner.reflex(subject, side_in(side));
    if (const std::optional<SkinAct> act = skin_act(subject); verb == Verb::sensation && act) {
        wording = examiner.skin(act->modality, act->zone, side_in(side));
    }
    if (test) {
        const bool either = verb == Verb::gait && examiner.is_positive(test->id, anatomy::Side::left);
        if (!either && !examiner.is_positive(test->id, side_in(side))) return {};
        const int pain = pain_of(state, *test, side);
        wording = pain > 0 ? "familiar_pain" : "";
        response.id = "positive";
        response.finds = test->positive;
        if (pain > 0) response.pain = pain;
    }
    if (const auto* words = find(atlas.findings, wording)) {
        response.id = wording;
        response.says = words->says;
        if (!test) response.finds = words->finds;
    }
    if (response.id.empty()) return {};
    response.id = "lesions/" + std::string(library::name(verb)) + " " + subject + "/" + response.id;
    if (response.pain) response.id += "/" + std::to_string(*response.pain);
    for (const Fact& fact : library_.catalogue.facts) {
        const bool reveals = std::any_of(fact.derived.begin(), fact.derived.end(), [&](const FoundSign& sign) {
            return library::looks_for(verb, subject, sign) && library::is_there(sign, examiner, side_in(side));
        });
        if (reveals && wording != "touch_as_other_side") response.reveals.push_back(fact.id);
    }
    return response;
}

library::Responses Derivation::responses(Verb verb, const std::string& subject, Side side) const {
    return over_states([&](const State& state) { return response(state, verb, subject, side); });
}

// A lesion that hardly takes anything hurts half as much as one that takes all: a root is tender before it is weak.
int Derivation::pain_of(const State& state, const anatomy::SpecialTest& test, Side side) const {
    const std::size_t place = static_cast<std::size_t>(&test - library_.atlas.special_tests.data());
    double strongest = 0;
    for (std::size_t i = 0; i < alone_.size(); ++i) {
        const bool behind = alone_[i].special_tests[place][side_in(side)] != anatomy::Sign::negative;
        if (behind) strongest = std::max(strongest, state.severities[i]);
    }
    return static_cast<int>(std::lround(test.pain * (1 + strongest) / 2));
}

library::Responses Derivation::tissue_responses(Verb verb, const std::string& subject, Side side,
                                                const std::vector<std::string>& otherwise) const {
    return over_states([&](const State& state) { return tissue_response(state, verb, subject, side, otherwise); });
}

Response Derivation::tissue_response(const State& state, Verb verb, const std::string& subject, Side side,
                                     const std::vector<std::string>& otherwise) const {
    std::optional<Response> found =
        patient::tissue_response(library_.atlas, state.tissues, verb, subject, side, sufferer_);
    if (!found) return {};
    found->id = "tissues/" + std::string(library::name(verb)) + " " + subject + "/" + found->id;
    for (const Fact& fact : library_.catalogue.facts) {
        const bool told = std::find(otherwise.begin(), otherwise.end(), fact.id) != otherwise.end();
        // A movement is felt through a whole limb; what is touched or looked at is one place.
        const bool one_place = verb != Verb::move;
        if (tissues_show(state, fact, verb, subject, side) ||
            (told && !(one_place && holds(state, fact, fact.sided ? side : Side::none)))) {
            found->reveals.push_back(fact.id);
        }
    }
    return *std::move(found);
}

// What is found only ever becomes less as lesions heal, so each run of states, from severe to mild, is looked at where
// one response gives way to the next, and not at all where the worst of it gives none.
template <class Respond>
library::Responses Derivation::over_states(const Respond& respond) const {
    const auto same = [](const Response& a, const Response& b) { return a.id == b.id && a.reveals == b.reveals; };
    library::Responses result;
    for (std::size_t run = 0; run < states_.size(); run += run_) {
        const std::size_t end = run + run_;
        for (std::size_t first = run; first < end;) {
            Response one = respond(states_[first]);
            if (one.id.empty()) break;
            std::size_t last = first, other = end;
            while (other - last > 1) {
                const std::size_t middle = last + (other - last) / 2;
                (same(respond(states_[middle]), one) ? last : other) = middle;
            }
            one.when = states_[last].when;
            result.push_back(std::move(one));
            first = other;
        }
    }
    return result;
}

bool Derivation::is_there(const State& state, const FoundSign& sign, Side side) const {
    return library::is_there(sign, Examiner(library_.atlas, state.deficit, sufferer_.variant), side_in(side)) ||
           library::is_there(sign, library_.atlas, state.tissues, side_in(side), sufferer_.variant);
}

bool Derivation::holds(const State& state, const Fact& fact, Side side) const {
    return std::any_of(fact.derived.begin(), fact.derived.end(), [&](const FoundSign& sign) {
        if (side != Side::none) return is_there(state, sign, side);
        return is_there(state, sign, Side::right) || is_there(state, sign, Side::left);
    });
}

bool Derivation::holds(const Fact& fact, Side side) const { return holds(arrival(), fact, side); }

bool Derivation::shows(const Fact& fact, Verb verb, const std::string& subject, Side side) const {
    const std::vector<std::string> shown = response(arrival(), verb, subject, side).reveals;
    return std::find(shown.begin(), shown.end(), fact.id) != shown.end() ||
           tissues_show(arrival(), fact, verb, subject, side);
}

bool Derivation::tissues_show(const State& state, const Fact& fact, Verb verb, const std::string& subject,
                              Side side) const {
    const auto there = [&](const FoundSign& sign, anatomy::Side one) {
        return library::is_there(sign, library_.atlas, state.tissues, one, sufferer_.variant);
    };
    return std::any_of(fact.derived.begin(), fact.derived.end(), [&](const FoundSign& sign) {
        if (!library::looks_for(verb, subject, sign)) return false;
        return (side != Side::left && there(sign, anatomy::Side::right)) ||
               (side != Side::right && there(sign, anatomy::Side::left));
    });
}

std::vector<library::Event> Derivation::changes(const Fact& fact) const {
    std::vector<library::Event> events;
    if (is_empty() || fact.derived.empty()) return events;
    const auto add = [&](script::Condition when, bool value) {
        library::Event event;
        event.id = "lesions/" + fact.id + "/" + std::to_string(events.size());
        event.when = std::move(when);
        event.sets[fact.id] = value;
        events.push_back(std::move(event));
    };
    const bool now = holds(fact, Side::none);
    if (!now && !holds(states_.front(), fact, Side::none)) return events;
    // The mildest state in which it holds, of those with the usual lesions; states stand from severe to mild.
    const State* mildest = nullptr;
    for (const State& state : states_) {
        if (!holds(state, fact, Side::none)) continue;
        if (state.usual) mildest = &state;
        if (!state.usual && !now && (!state.severity || state.severity == arrival().severity)) add(state.when, true);
    }
    if (!arrival().severity) return events;
    if (now && mildest && *mildest->severity > 0) add(opposite(mildest->when), false);
    if (!now && mildest) add(mildest->when, true);
    return events;
}

}  // namespace palpera::patient
