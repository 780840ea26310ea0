#include <algorithm>
#include <array>

#include "engine/base/text.h"
#include "engine/encounter/visits.h"

namespace palpera::encounter {
namespace {

using library::Verb;
using patient::PatientAct;

bool awaited(const Encounter& encounter, const std::string& test) {
    return std::any_of(encounter.orders.begin(), encounter.orders.end(), [&](const Order& order) {
        return order.test == test && !order.cancelled && order.due > encounter.progress.now;
    });
}

bool has_come(const Encounter& encounter, const std::string& test) {
    return std::any_of(encounter.orders.begin(), encounter.orders.end(), [&](const Order& order) {
        return order.test == test && !order.cancelled && order.due <= encounter.progress.now;
    });
}

std::optional<Refusal> refused_side(const PatientAct& act, const Action& action) {
    if (!act.sided && action.side != Side::none && action.side != Side::midline) {
        return Refusal{"refusal/no_sides", action.act()};
    }
    if (act.sided && action.side == Side::midline) return Refusal{"refusal/not_in_the_midline", action.act()};
    return std::nullopt;
}

std::optional<Refusal> refused_number(const Encounter& encounter, const Action& action) {
    if (action.number < 1 || action.number > static_cast<int>(encounter.events.size())) {
        return Refusal{"refusal/no_such_action", std::to_string(action.number)};
    }
    const Event& meant = encounter.events[static_cast<std::size_t>(action.number - 1)];
    if (action.verb == Verb::take_back && !library::is_question(meant.action.verb)) {
        return Refusal{"refusal/only_questions_are_taken_back", std::to_string(action.number)};
    }
    if (action.verb == Verb::note_finding && meant.response.revealed.empty() && meant.response.pieces.empty()) {
        return Refusal{"refusal/nothing_to_note", std::to_string(action.number)};
    }
    return std::nullopt;
}

std::optional<Refusal> refused_wait(const Encounter& encounter, const Action& action) {
    if (is_past_horizon(encounter, encounter.progress.now + action.span())) {
        return Refusal{"refusal/past_horizon", ""};
    }
    return std::nullopt;
}

// What cannot be read back from a journal is refused before it is written to one.
std::optional<Refusal> refused_text(const Action& action) {
    const std::string_view text = base::trimmed(action.text);
    if (text.empty() && action.verb != Verb::decline) return Refusal{"refusal/no_text", ""};
    if (library::trouble_with_text(text).empty()) return std::nullopt;
    const bool long_text = base::code_points(text).size() > library::most_text_characters;
    return Refusal{long_text ? "refusal/text_too_long" : "refusal/text_unreadable", ""};
}

std::optional<Refusal> refused_position(const Action& action) {
    constexpr std::array<std::string_view, 5> known{"standing", "sitting", "supine", "prone", "side"};
    if (std::find(known.begin(), known.end(), action.subject) != known.end()) return std::nullopt;
    return Refusal{"refusal/unknown", action.subject};
}

// "light_touch ZONE ZONE": a zone that can be marked is one whose sensation can be tested.
std::optional<Refusal> refused_border(const Encounter& encounter, const Action& action) {
    const std::vector<std::string_view> words = base::split(action.subject, ' ');
    for (std::size_t i = 1; i < words.size(); ++i) {
        const std::string act = "sensation " + std::string(words[0]) + " " + std::string(words[i]);
        if (!encounter.patient->acts.contains(act)) return Refusal{"refusal/unknown", std::string(words[i])};
    }
    return std::nullopt;
}

}  // namespace

std::optional<Refusal> find_refusal(const Encounter& encounter, const Action& action) {
    if (encounter.finished) return Refusal{"refusal/finished", ""};
    const bool opens = needs_visit(action.verb) && !encounter.visit_open;
    if (opens && is_past_horizon(encounter, next_visit_at(encounter))) return Refusal{"refusal/past_horizon", ""};
    const auto known = [&](const std::string& act) { return encounter.patient->acts.find(act); };
    const auto end = encounter.patient->acts.end();
    switch (action.verb) {
        case Verb::note:
        case Verb::decline: return refused_text(action);
        case Verb::link:
        case Verb::differential:
        case Verb::diagnose:
        case Verb::follow_up:
        case Verb::sick_note:
        case Verb::finish: return std::nullopt;
        case Verb::position: return refused_position(action);
        case Verb::border: return refused_border(encounter, action);
        case Verb::wait: return refused_wait(encounter, action);
        case Verb::end_visit:
            if (!encounter.visit_open) return Refusal{"refusal/visit_has_ended", ""};
            return std::nullopt;
        case Verb::say:
            if (auto refusal = refused_text(action)) return refusal;
            for (const std::string& question : understood(action)) {
                if (known(act_of(*encounter.patient, question)) == end) return Refusal{"refusal/unknown", question};
            }
            return std::nullopt;
        case Verb::take_back:
        case Verb::note_finding: return refused_number(encounter, action);
        case Verb::read:
            if (has_come(encounter, action.subject)) return std::nullopt;
            if (awaited(encounter, action.subject)) return Refusal{"refusal/not_come_yet", action.subject};
            return Refusal{"refusal/not_ordered", action.subject};
        case Verb::cancel:
            if (awaited(encounter, action.subject)) return std::nullopt;
            return Refusal{has_come(encounter, action.subject) ? "refusal/has_come" : "refusal/not_ordered",
                           action.subject};
        case Verb::change:
        case Verb::stop:
            if (known("prescribe " + action.subject) == end) return Refusal{"refusal/unknown", action.subject};
            if (!takes(encounter, action.subject)) return Refusal{"refusal/not_taken", action.subject};
            return std::nullopt;
        default: break;
    }
    const auto act = known(action.act());
    if (act == end) return Refusal{"refusal/unknown", action.act()};
    return refused_side(act->second, action);
}

}  // namespace palpera::encounter
