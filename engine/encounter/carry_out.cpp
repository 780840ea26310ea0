#include <algorithm>
#include <cassert>

#include "engine/base/text.h"
#include "engine/encounter/encounter.h"

namespace palpera::encounter {
namespace {

using library::Verb;
using patient::Moment;
using patient::PatientAct;

// Acts that happen between patient and student; the others are done at the desk and open no visit.
bool needs_visit(Verb verb) {
    switch (verb) {
        case Verb::take_back:
        case Verb::read:
        case Verb::note_finding:
        case Verb::note:
        case Verb::link:
        case Verb::differential:
        case Verb::diagnose:
        case Verb::decline:
        case Verb::wait:
        case Verb::end_visit:
        case Verb::finish: return false;
        default: return true;
    }
}

// The names of the place-holders of a text: {age}, {symptom_duration}.
std::vector<std::string> place_holders(const LocalText& text) {
    std::vector<std::string> names;
    const std::string& words = text.in(base::Language::en);
    for (std::size_t at = words.find('{'); at != std::string::npos; at = words.find('{', at + 1)) {
        const std::size_t end = words.find('}', at);
        if (end == std::string::npos) break;
        names.push_back(words.substr(at + 1, end - at - 1));
    }
    return names;
}

// One act being carried out.
class Act {
public:
    Act(Encounter& encounter, const Action& action) : encounter_(encounter), action_(action) {
        event_.n = static_cast<int>(encounter.events.size()) + 1;
        event_.action = action;
    }

    void run() {
        if (needs_visit(action_.verb) && !encounter_.visit_open) open_visit();
        event_.at = encounter_.progress.now;
        event_.visit = encounter_.progress.visit;
        respond();
        encounter_.progress.done.emplace(action_.act(), event_.at);
        event_.until = encounter_.progress.now;
        encounter_.events.push_back(std::move(event_));
    }

private:
    const patient::Patient& patient() const { return *encounter_.patient; }
    Moment moment() const { return Moment(patient(), encounter_.progress); }

    void open_visit() {
        patient::Progress& progress = encounter_.progress;
        const Minutes tomorrow{(progress.now.value / base::days(1).value + 1) * base::days(1).value};
        const bool planned = encounter_.planned_visit && *encounter_.planned_visit > progress.now;
        const bool waited = progress.now.value % base::days(1).value == 0 && progress.now > last_contact();
        if (planned && !waited) {
            patient::pass_time(patient(), progress, *encounter_.planned_visit - progress.now);
        } else if (!waited) {
            patient::pass_time(patient(), progress, tomorrow - progress.now);
        }
        encounter_.visit_open = true;
        ++progress.visit;
        tell_return();
    }

    Minutes last_contact() const { return encounter_.events.empty() ? Minutes{-1} : encounter_.events.back().at; }

    void tell_return() {
        const Moment now = moment();
        for (int index : encounter_.progress.happened) {
            const library::Event& event = patient().events[static_cast<std::size_t>(index)];
            if (!event.says.empty() && !told(event.id)) add_text(Piece::Kind::says, event.id, event.says, Side::none);
        }
        for (const library::Return& one : patient().returns) {
            if (script::evaluate(one.when, now) != script::Truth::yes) continue;
            add_text(Piece::Kind::says, one.id, one.says, Side::none);
            for (const std::string& fact : one.reveals) reveal(fact, Side::none);
            return;
        }
    }

    bool told(const std::string& id) const {
        for (const Event& event : encounter_.events) {
            for (const Piece& piece : event.response.pieces) {
                if (piece.id == id) return true;
            }
        }
        return false;
    }

    Piece& add_text(Piece::Kind kind, std::string id, const LocalText& text, Side side) {
        Piece piece;
        piece.kind = kind;
        piece.id = std::move(id);
        piece.text = text;
        piece.side = side;
        for (const std::string& name : place_holders(text)) {
            if (std::optional<script::Value> value = moment().value(name)) piece.numbers.emplace_back(name, *value);
        }
        event_.response.pieces.push_back(std::move(piece));
        return event_.response.pieces.back();
    }

    void notice(std::string key) {
        Piece piece;
        piece.kind = Piece::Kind::notice;
        piece.id = std::move(key);
        event_.response.pieces.push_back(std::move(piece));
    }

    void reveal(const std::string& fact, Side side) {
        const auto declared = patient().facts.find(fact);
        const bool sided = declared != patient().facts.end() && declared->second.sided;
        const std::optional<script::Value> value =
            sided && side != Side::none ? moment().value(fact, side) : moment().value(fact);
        if (value) reveal(fact, sided ? side : Side::none, *value);
    }

    void reveal(const std::string& fact, Side side, script::Value value) {
        Shown shown{fact, side, std::move(value), event_.n, encounter_.progress.now};
        encounter_.progress.shown.insert(fact);
        encounter_.shown.push_back(shown);
        event_.response.revealed.push_back(std::move(shown));
    }

    static std::vector<Piece> pieces_of(const library::Response& response, Side side, bool light) {
        std::vector<Piece> pieces;
        const auto add = [&](Piece::Kind kind, const std::string& part, const LocalText& text) {
            Piece piece;
            piece.kind = kind;
            piece.id = response.id + part;
            piece.text = text;
            piece.side = side;
            pieces.push_back(std::move(piece));
        };
        if (!response.finds.empty()) add(Piece::Kind::finds, "/finds", response.finds);
        if (response.value) {
            add(Piece::Kind::value, "/value", {});
            pieces.back().value = response.value;
        }
        if (!response.says.empty()) add(Piece::Kind::says, "/says", response.says);
        if (response.pain) {
            if (pieces.empty()) add(Piece::Kind::finds, "/finds", {});
            pieces.front().pain = light ? *response.pain / 2 : *response.pain;
        }
        return pieces;
    }

    void answer(const std::string& act, Side side) {
        const patient::Responses* responses = patient::responses_of(patient(), act, side);
        const library::Response* response = responses ? patient::chosen(*responses, moment()) : nullptr;
        if (!response) return;
        for (Piece& piece : pieces_of(*response, side, action_.light)) {
            for (const std::string& name : place_holders(piece.text)) {
                if (std::optional<script::Value> value = moment().value(name)) piece.numbers.emplace_back(name, *value);
            }
            event_.response.pieces.push_back(std::move(piece));
        }
        for (const std::string& fact : response->reveals) reveal(fact, side);
    }

    const PatientAct& entry(const std::string& act) const { return patient().acts.at(act); }

    void spend(const PatientAct& act) {
        encounter_.cost += act.cost;
        patient::pass_time(patient(), encounter_.progress, {act.minutes});
    }

    // Without a side an examination of something that has sides compares both.
    void examine(const std::string& act) {
        const PatientAct& known = entry(act);
        if (!known.sided) {
            answer(act, Side::none);
        } else if (action_.side == Side::right || action_.side == Side::left) {
            answer(act, action_.side);
        } else {
            answer(act, Side::right);
            answer(act, Side::left);
        }
        spend(known);
    }

    void ask(const std::vector<std::string>& questions) {
        for (const std::string& question : questions) {
            answer("ask " + question, Side::none);
            encounter_.progress.done.emplace("ask " + question, encounter_.progress.now);
            spend(entry("ask " + question));
        }
        if (questions.empty()) notice("history/not_understood");
    }

    void order() {
        const PatientAct& known = entry(action_.act());
        Order order;
        order.test = action_.subject;
        order.side = !known.sided ? Side::none : action_.side == Side::none ? patient().side : action_.side;
        order.action = event_.n;
        order.ordered = encounter_.progress.now;
        std::vector<Side> sides{order.side};
        if (order.side == Side::both) sides = {Side::right, Side::left};
        for (Side side : sides) {
            const patient::Responses* responses = patient::responses_of(patient(), action_.act(), side);
            const library::Response* response = responses ? patient::chosen(*responses, moment()) : nullptr;
            if (!response) continue;
            for (Piece& piece : pieces_of(*response, side, false)) order.pieces.push_back(std::move(piece));
            for (const std::string& fact : response->reveals) {
                if (auto value = moment().value(fact, side)) order.reveals.emplace_back(fact, *value);
            }
        }
        spend(known);
        order.due = encounter_.progress.now + known.delay;
        notice("investigations/ordered");
        event_.response.pieces.back().value = static_cast<double>(order.due.value);
        encounter_.orders.push_back(std::move(order));
    }

    void read() {
        Order* newest = nullptr;
        for (Order& order : encounter_.orders) {
            const bool here = order.test == action_.subject && !order.cancelled && order.due <= encounter_.progress.now;
            if (here && (!newest || newest->read != 0 || order.read == 0)) newest = &order;
        }
        for (const Piece& piece : newest->pieces) event_.response.pieces.push_back(piece);
        for (const auto& [fact, value] : newest->reveals) reveal(fact, newest->side, value);
        if (newest->read == 0) newest->read = event_.n;
    }

    void cancel() {
        for (auto order = encounter_.orders.rbegin(); order != encounter_.orders.rend(); ++order) {
            if (order->test != action_.subject || order->cancelled || order->due <= encounter_.progress.now) continue;
            order->cancelled = true;
            encounter_.cost -= entry("order " + order->test).cost;
            return;
        }
    }

    void wait() {
        if (action_.span() >= base::days(1)) encounter_.visit_open = false;
        patient::pass_time(patient(), encounter_.progress, action_.span());
    }

    void finish() {
        encounter_.visit_open = false;
        patient::Progress& progress = encounter_.progress;
        if (progress.now < patient().horizon) {
            patient::pass_time(patient(), progress, patient().horizon - progress.now);
        }
        for (int index : progress.happened) {
            const library::Event& event = patient().events[static_cast<std::size_t>(index)];
            if (!event.tells.empty()) add_text(Piece::Kind::tells, event.id + "/tells", event.tells, Side::none);
        }
        for (const library::Ending& ending : patient().outcome) {
            if (script::evaluate(ending.when, moment()) != script::Truth::yes) continue;
            add_text(Piece::Kind::tells, ending.id, ending.tells, Side::none);
            break;
        }
        encounter_.finished = true;
    }

    void respond() {
        switch (action_.verb) {
            case Verb::ask: ask({action_.subject}); break;
            case Verb::say: ask(understood(action_)); break;
            case Verb::border: patient::pass_time(patient(), encounter_.progress, {1}); break;
            case Verb::position: encounter_.position = action_.subject; break;
            case Verb::order: order(); break;
            case Verb::read: read(); break;
            case Verb::cancel: cancel(); break;
            case Verb::take_back: encounter_.taken_back.push_back(action_.number); break;
            case Verb::note_finding: encounter_.noted.emplace_back(action_.number, event_.n); break;
            case Verb::prescribe:
                for (const std::string& fact : entry(action_.act()).facts) encounter_.progress.set[fact] = true;
                spend(entry(action_.act()));
                break;
            case Verb::stop:
                for (const std::string& fact : entry("prescribe " + action_.subject).facts) {
                    encounter_.progress.set[fact] = false;
                }
                break;
            case Verb::treat:
            case Verb::advise:
            case Verb::refer: spend(entry(action_.act())); break;
            case Verb::follow_up: encounter_.planned_visit = encounter_.progress.now + action_.span(); break;
            case Verb::wait: wait(); break;
            case Verb::end_visit: encounter_.visit_open = false; break;
            case Verb::finish: finish(); break;
            case Verb::note:
            case Verb::link:
            case Verb::differential:
            case Verb::diagnose:
            case Verb::change:
            case Verb::sick_note:
            case Verb::decline: break;
            default: examine(action_.act()); break;
        }
    }

    Encounter& encounter_;
    const Action& action_;
    Event event_;
};

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

bool takes(const Encounter& encounter, const std::string& drug) {
    const auto& medicines = encounter.patient->medicines;
    const bool from_before = std::any_of(medicines.begin(), medicines.end(),
                                         [&](const library::Medicine& medicine) { return medicine.drug == drug; });
    return from_before || encounter.progress.done.contains("prescribe " + drug);
}

std::optional<Refusal> refused_side(const PatientAct& act, const Action& action) {
    if (!act.sided && action.side != Side::none && action.side != Side::midline) {
        return Refusal{"refusal/no_sides", action.act()};
    }
    if (act.sided && action.side == Side::midline) return Refusal{"refusal/not_in_the_midline", action.act()};
    return std::nullopt;
}

std::optional<Refusal> refused_number(const Encounter& encounter, const Action& action) {
    if (action.number > static_cast<int>(encounter.events.size())) {
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

}  // namespace

Encounter::Encounter(const patient::Patient& of) : patient(&of), progress(of) {}

std::optional<Refusal> find_refusal(const Encounter& encounter, const Action& action) {
    if (encounter.finished) return Refusal{"refusal/finished", ""};
    const auto known = [&](const std::string& act) { return encounter.patient->acts.find(act); };
    const auto end = encounter.patient->acts.end();
    switch (action.verb) {
        case Verb::note:
        case Verb::link:
        case Verb::differential:
        case Verb::diagnose:
        case Verb::follow_up:
        case Verb::sick_note:
        case Verb::decline:
        case Verb::wait:
        case Verb::finish:
        case Verb::position:
        case Verb::border: return std::nullopt;
        case Verb::end_visit:
            if (!encounter.visit_open) return Refusal{"refusal/visit_has_ended", ""};
            return std::nullopt;
        case Verb::say:
            for (const std::string& question : understood(action)) {
                if (known("ask " + question) == end) return Refusal{"refusal/unknown", question};
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

const Response& carry_out(Encounter& encounter, const Action& action) {
    assert(!find_refusal(encounter, action));
    Act(encounter, action).run();
    return encounter.events.back().response;
}

void understand(Action& say, std::vector<std::string> questions) { say.subject = base::joined(questions, " "); }

std::vector<std::string> understood(const Action& say) {
    std::vector<std::string> questions;
    for (std::string_view id : base::split(say.subject, ' ')) {
        if (!id.empty()) questions.emplace_back(id);
    }
    return questions;
}

}  // namespace palpera::encounter
