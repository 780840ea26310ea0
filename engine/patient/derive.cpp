#include "engine/patient/derive.h"

#include <algorithm>
#include <bit>

#include "engine/anatomy/examiner.h"
#include "engine/library/lesions.h"
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

// Walking on heels and toes is a gait, and a special test by its rule.
std::string test_of(Verb verb, const std::string& subject) {
    if (verb == Verb::test) return subject;
    if (verb != Verb::gait) return {};
    return subject == "heels" ? "heel_walk" : subject == "toes" ? "toe_walk" : "";
}

bool is_tension(const anatomy::SpecialTest& test) {
    return test.rule && test.rule->kind == anatomy::Criterion::Kind::tension;
}

}  // namespace

bool looks_for(Verb verb, const std::string& subject, const FoundSign& sign) {
    if (sign.verb == Verb::test) return sign.subject == test_of(verb, subject);
    if (sign.verb != verb) return false;
    if (verb != Verb::sensation) return sign.subject == subject;
    const std::optional<SkinAct> act = skin_act(subject);
    return act && act->zone == sign.subject;
}

Derivation::Derivation(const library::Library& library, const std::vector<OwnLesion>& lesions, std::uint64_t variant)
    : library_(library), variant_(variant) {
    if (lesions.empty()) return;
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
    for (std::size_t i = 0; i < lesions.size(); ++i) {
        if (!course) course = lesions[i].follows;
        const auto place = std::find(sometimes.begin(), sometimes.end(), i);
        if (place != sometimes.end()) {
            if ((subset >> (place - sometimes.begin()) & 1u) == 0) continue;
            state.when = both(state.when, lesions[i].when);
        }
        there.push_back(lesions[i].lesion);
        if (severity && lesions[i].follows && lesions[i].follows == course) there.back().severity = *severity / 100.0;
    }
    if (severity && *severity > 0) state.when = both(state.when, severity_from(*course, *severity));
    state.deficit = anatomy::deficit(library_.atlas, there);
    states_.push_back(std::move(state));
}

Response Derivation::response(const State& state, Verb verb, const std::string& subject, Side side) const {
    const anatomy::Atlas& atlas = library_.atlas;
    const Examiner examiner(atlas, state.deficit, variant_);
    Response response;
    std::string wording;
    const auto* test = find(atlas.special_tests, test_of(verb, subject));
    if (verb == Verb::strength) wording = examiner.power(subject, side_in(side));
    if (verb == Verb::reflex) wording = examiner.reflex(subject, side_in(side));
    if (const std::optional<SkinAct> act = skin_act(subject); verb == Verb::sensation && act) {
        wording = examiner.skin(act->modality, act->zone, side_in(side));
    }
    if (test) {
        const bool either = verb == Verb::gait && examiner.is_positive(test->id, anatomy::Side::left);
        if (!either && !examiner.is_positive(test->id, side_in(side))) return {};
        wording = is_tension(*test) ? "familiar_pain" : "";
        response.id = "positive";
        response.finds = test->positive;
    }
    if (const auto* words = find(atlas.findings, wording)) {
        response.id = wording;
        response.says = words->says;
        if (!test) response.finds = words->finds;
    }
    if (response.id.empty()) return {};
    response.id = "lesions/" + std::string(library::name(verb)) + " " + subject + "/" + response.id;
    for (const Fact& fact : library_.catalogue.facts) {
        const bool reveals = std::any_of(fact.derived.begin(), fact.derived.end(), [&](const FoundSign& sign) {
            return looks_for(verb, subject, sign) && library::is_there(sign, examiner, side_in(side));
        });
        if (reveals && wording != "touch_as_other_side") response.reveals.push_back(fact.id);
    }
    return response;
}

library::Responses Derivation::responses(Verb verb, const std::string& subject, Side side) const {
    library::Responses result;
    for (std::size_t i = 0; i < states_.size(); ++i) {
        Response one = response(states_[i], verb, subject, side);
        if (one.id.empty()) continue;
        one.when = states_[i].when;
        // The same as at the next higher severity: its condition is the wider one.
        const bool wider = !result.empty() && i > 0 && states_[i].usual == states_[i - 1].usual &&
                           states_[i].severity && states_[i - 1].severity == *states_[i].severity + 1 &&
                           result.back().id == one.id && result.back().reveals == one.reveals;
        if (wider) {
            result.back() = std::move(one);
        } else {
            result.push_back(std::move(one));
        }
    }
    return result;
}

bool Derivation::holds(const State& state, const Fact& fact, Side side) const {
    const Examiner examiner(library_.atlas, state.deficit, variant_);
    return std::any_of(fact.derived.begin(), fact.derived.end(), [&](const FoundSign& sign) {
        if (side != Side::none) return library::is_there(sign, examiner, side_in(side));
        return library::is_there(sign, examiner, anatomy::Side::right) ||
               library::is_there(sign, examiner, anatomy::Side::left);
    });
}

bool Derivation::holds(const Fact& fact, Side side) const { return holds(arrival(), fact, side); }

bool Derivation::shows(const Fact& fact, Verb verb, const std::string& subject, Side side) const {
    const std::vector<std::string> shown = response(arrival(), verb, subject, side).reveals;
    return std::find(shown.begin(), shown.end(), fact.id) != shown.end();
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
