#include "engine/proof/rehearsal.h"

#include <algorithm>

#include "engine/proof/texts.h"

namespace palpera::proof {
namespace {

using script::Slots;

constexpr std::int64_t one_week = base::weeks(1).value;

Action wait_of(std::int64_t weeks) { return action_of("wait " + std::to_string(weeks) + " weeks"); }

// In the longest unit that says it exactly.
Action wait_for(base::Minutes span) {
    const std::int64_t minutes = std::max<std::int64_t>(1, span.value);
    for (const auto& [unit, length] :
         {std::pair("weeks", one_week), std::pair("days", base::days(1).value), std::pair("hours", std::int64_t{60})})
        if (minutes % length == 0) return action_of("wait " + std::to_string(minutes / length) + " " + unit);
    return action_of("wait " + std::to_string(minutes) + " minutes");
}

}  // namespace

// Whatever some condition of the patient asks whether it was done, and the drugs that change a fact.
std::vector<std::string> Rehearsal::movers() const {
    std::set<std::string> acts;
    const Slots& slots = stage_.patient().layout->slots;
    for (Slots::Slot slot = 0; slot < slots.size(); ++slot)
        if (slots.asks(slot) == Slots::Asks::since) acts.insert(slots.name(slot));
    for (const auto& entry : stage_.patient().acts)
        if (!entry.second.facts.empty()) acts.insert(entry.first);
    return {acts.begin(), acts.end()};
}

void Rehearsal::find_targets() {
    targets_.clear();
    const auto add = [&](const std::string& act, const patient::PatientAct& entry, library::Side side) {
        Target target{act, &entry, side, {}};
        bool any = false;
        for (const auto& response : entry.responses(side)) {
            target.keys.push_back(text_key(response));
            any = any || left_.contains(target.keys.back());
        }
        if (any) targets_.push_back(std::move(target));
    };
    for (const auto& [act, entry] : stage_.patient().acts) {
        if (!entry.sided) {
            add(act, entry, library::Side::none);
        } else {
            add(act, entry, library::Side::right);
            add(act, entry, library::Side::left);
        }
    }
}

// Would the act tell a wanted text now?
bool Rehearsal::answer(const Target& target) {
    const encounter::Encounter& encounter = stage_.encounter();
    const patient::Responses& responses = target.entry->responses(target.side);
    const auto* response = patient::chosen(responses, patient::Moment(*encounter.patient, encounter.progress));
    auto action = response ? action_for(stage_, target.act) : std::nullopt;
    if (!action) return false;
    const auto place =
        std::find_if(responses.begin(), responses.end(), [&](const auto& one) { return &one == response; });
    const std::string& key = target.keys[static_cast<std::size_t>(place - responses.begin())];
    if (left_.erase(key) == 0) return false;
    if (target.entry->sided) action->side = target.side;
    Actions course = so_far_;
    course.push_back(*action);
    if (action->verb == Verb::order) {
        course.push_back(wait_for(target.entry->delay));
        course.push_back(action_of("read " + action->subject));
    }
    found_.emplace(key, std::move(course));
    return true;
}

// Everything that would be answered, found and reported now.
void Rehearsal::look() {
    if (!stage_.encounter().visit_open) return;
    bool any = false;
    for (const Target& target : targets_) any = answer(target) || any;
    if (any) find_targets();
}

void Rehearsal::note(const encounter::Event& event) {
    for (const encounter::Piece& piece : event.response.pieces) {
        if (!piece.text) continue;
        std::string key = text_key(piece.id, *piece.text);
        if (left_.erase(key) > 0) found_.emplace(std::move(key), so_far_);
    }
}

void Rehearsal::rehearse(const Actions& first, std::size_t act_at_visit, base::Minutes between) {
    const auto act = [&](const Action& action) {
        if (!stage_.act(action)) return false;
        so_far_.push_back(action);
        note(stage_.encounter().events.back());
        return true;
    };
    so_far_.clear();
    const std::int64_t weeks = between.value / one_week;
    for (std::size_t visit = 1;; ++visit) {
        act(action_of("ask presenting_complaint"));
        look();
        if (visit == act_at_visit) {
            for (const Action& action : first) act(action);
            look();
        }
        if (left_.empty() || weeks == 0 || !act(wait_of(weeks))) break;
    }
    act(Action{});
    stage_.finish();
}

std::map<std::string, Actions> Rehearsal::find(const std::set<std::string>& wanted) {
    left_ = wanted;
    found_.clear();
    find_targets();
    std::vector<Actions> firsts{{}};
    Actions together;
    for (const std::string& name : movers()) {
        const auto action = action_for(stage_, name);
        if (!action || action->verb == Verb::diagnose || action->verb == Verb::finish) continue;
        firsts.push_back({*action});
        together.push_back(*action);
    }
    firsts.push_back(together);
    firsts.push_back(conforming_course(stage_).actions);
    for (const std::size_t act_at_visit : {1u, 2u}) {
        for (const std::int64_t weeks : {2, 1, 6, 0, 12}) {
            for (const Actions& first : firsts) {
                if (left_.empty()) return std::move(found_);
                rehearse(first, act_at_visit, base::weeks(weeks));
            }
        }
    }
    return std::move(found_);
}

}  // namespace palpera::proof
