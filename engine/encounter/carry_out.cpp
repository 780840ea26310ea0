#include <algorithm>
#include <cassert>

#include "engine/base/text.h"
#include "engine/encounter/encounter.h"
#include "engine/encounter/visits.h"

namespace palpera::encounter {
namespace {

using library::Verb;
using patient::Moment;
using patient::PatientAct;

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
        remember();
        event_.until = encounter_.progress.now;
        encounter_.events.push_back(std::move(event_));
    }

private:
    void remember() {
        patient::Progress& progress = encounter_.progress;
        if (action_.verb == Verb::say) return;  // its questions have been
        progress.carry_out(action_.act(), event_.at);
        if (action_.verb != Verb::diagnose) return;
        progress.carry_out("diagnose any", event_.at);
        for (const auto& [diagnosis, percent] : action_.probabilities) {
            progress.carry_out("diagnose " + diagnosis, event_.at);
        }
    }

    const patient::Patient& patient() const { return *encounter_.patient; }
    Moment moment() const { return Moment(patient(), encounter_.progress); }

    void open_visit() {
        patient::Progress& progress = encounter_.progress;
        patient::pass_time(patient(), progress, next_visit_at(encounter_) - progress.now);
        encounter_.visit_open = true;
        progress.open_visit();
        tell_return();
    }

    void tell_return() {
        const Moment now = moment();
        for (int index : encounter_.progress.happened) {
            const library::Event& event = patient().events[static_cast<std::size_t>(index)];
            if (!event.says.empty() && !told(event.id)) add_text(Piece::Kind::says, event.id, event.says, Side::none);
        }
        for (const auto& one : patient().returns) {
            if (!now.holds(one.program)) continue;
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
        piece.text = &text;
        piece.side = side;
        fill_numbers(piece);
        event_.response.pieces.push_back(std::move(piece));
        return event_.response.pieces.back();
    }

    void fill_numbers(Piece& piece) const {
        if (!piece.text) return;
        for (const std::string& name : place_holders(*piece.text)) {
            if (std::optional<script::Value> value = moment().value(name)) piece.numbers.emplace_back(name, *value);
        }
    }

    void notice(std::string key) {
        Piece piece;
        piece.kind = Piece::Kind::notice;
        piece.id = std::move(key);
        event_.response.pieces.push_back(std::move(piece));
    }

    // What of a fact an act on that side tells now.
    std::optional<Shown> telling(const std::string& fact, Side side) const {
        const auto declared = patient().facts.find(fact);
        const bool sided = declared != patient().facts.end() && declared->second.sided && side != Side::none;
        std::optional<script::Value> value = sided ? moment().value(fact, side) : moment().value(fact);
        if (!value) return std::nullopt;
        return Shown{fact, sided ? side : Side::none, std::move(*value), event_.n, encounter_.progress.now};
    }

    void reveal(const std::string& fact, Side side) {
        if (std::optional<Shown> shown = telling(fact, side)) reveal(std::move(*shown));
    }

    void reveal(Shown shown) {
        encounter_.progress.show(shown.fact);
        encounter_.shown.push_back(shown);
        event_.response.revealed.push_back(std::move(shown));
    }

    static std::vector<Piece> pieces_of(const library::Response& response, Side side, bool light) {
        std::vector<Piece> pieces;
        const auto add = [&](Piece::Kind kind, const char* part, const LocalText* text = nullptr) {
            Piece piece;
            piece.kind = kind;
            piece.id = response.id + part;
            piece.text = text;
            piece.side = side;
            pieces.push_back(std::move(piece));
        };
        if (!response.finds.empty()) add(Piece::Kind::finds, "/finds", &response.finds);
        if (response.value) {
            add(Piece::Kind::value, "/value");
            pieces.back().value = response.value;
        }
        if (!response.says.empty()) add(Piece::Kind::says, "/says", &response.says);
        if (response.pain) {
            if (pieces.empty()) add(Piece::Kind::finds, "/finds");
            pieces.front().pain = light ? *response.pain / 2 : *response.pain;
        }
        for (const std::string& image : response.images) {
            add(Piece::Kind::image, "");
            pieces.back().id = image;
        }
        return pieces;
    }

    void answer(const PatientAct& act, Side side) {
        const library::Response* response = patient::chosen(act.responses(side), moment());
        if (!response) return;
        for (Piece& piece : pieces_of(*response, side, action_.light)) {
            fill_numbers(piece);
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
    void examine(const PatientAct& act) {
        if (!act.sided) {
            answer(act, Side::none);
        } else if (action_.side == Side::right || action_.side == Side::left) {
            answer(act, action_.side);
        } else {
            answer(act, Side::right);
            answer(act, Side::left);
        }
        spend(act);
    }

    void ask(const std::vector<std::string>& meanings) {
        for (const std::string& meaning : meanings) {
            const std::string act = act_of(patient(), meaning);
            const PatientAct& known = entry(act);
            answer(known, Side::none);
            encounter_.progress.carry_out(act, encounter_.progress.now);
            spend(known);
        }
        if (meanings.empty()) notice("history/not_understood");
    }

    // Without a side: that of the complaint, and both where the complaint has none.
    Side side_of_order() const {
        if (action_.side != Side::none) return action_.side;
        const bool one_sided = patient().side == Side::right || patient().side == Side::left;
        return one_sided ? patient().side : Side::both;
    }

    // Two sides of one film tell what has no sides only once.
    static void add_once(std::vector<Shown>& list, Shown shown) {
        if (std::find(list.begin(), list.end(), shown) == list.end()) list.push_back(std::move(shown));
    }

    void order() {
        const PatientAct& known = entry(action_.act());
        Order order;
        order.test = action_.subject;
        order.side = known.sided ? side_of_order() : Side::none;
        order.action = event_.n;
        order.ordered = encounter_.progress.now;
        std::vector<Side> sides{order.side};
        if (order.side == Side::both) sides = {Side::right, Side::left};
        for (Side side : sides) {
            const library::Response* response = patient::chosen(known.responses(side), moment());
            if (!response) continue;
            for (Piece& piece : pieces_of(*response, side, false)) {
                fill_numbers(piece);
                order.pieces.push_back(std::move(piece));
            }
            for (const std::string& fact : response->reveals) {
                if (auto shown = telling(fact, side)) add_once(order.reveals, std::move(*shown));
            }
        }
        spend(known);
        order.due = encounter_.progress.now + known.delay;
        notice("investigations/ordered");
        event_.response.pieces.back().value = static_cast<double>(order.due.value);
        encounter_.orders.edit().push_back(std::move(order));
    }

    void read() {
        Order* newest = nullptr;
        for (Order& order : encounter_.orders.edit()) {
            const bool here = order.test == action_.subject && !order.cancelled && order.due <= encounter_.progress.now;
            if (here && (!newest || newest->read != 0 || order.read == 0)) newest = &order;
        }
        for (const Piece& piece : newest->pieces) event_.response.pieces.push_back(piece);
        for (Shown shown : newest->reveals) {
            shown.action = event_.n;
            shown.at = encounter_.progress.now;
            reveal(std::move(shown));
        }
        if (newest->read == 0) newest->read = event_.n;
    }

    void cancel() {
        std::vector<Order>& orders = encounter_.orders.edit();
        for (auto order = orders.rbegin(); order != orders.rend(); ++order) {
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

    // Does another medicine that is taken make the fact true as well?
    bool caused_by_another(const std::string& fact) const {
        constexpr std::string_view prescribe = "prescribe ";
        return std::any_of(patient().acts.begin(), patient().acts.end(), [&](const auto& item) {
            const auto& [act, known] = item;
            if (!act.starts_with(prescribe) || act == "prescribe " + action_.subject) return false;
            const bool causes = std::find(known.facts.begin(), known.facts.end(), fact) != known.facts.end();
            return causes && takes(encounter_, act.substr(prescribe.size()));
        });
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
        for (const auto& ending : patient().outcome) {
            if (!moment().holds(ending.program)) continue;
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
            case Verb::take_back: encounter_.taken_back.edit().push_back(action_.number); break;
            case Verb::note_finding: encounter_.noted.edit().emplace_back(action_.number, event_.n); break;
            case Verb::prescribe:
                for (const std::string& fact : entry(action_.act()).facts) encounter_.progress.set(fact, true);
                spend(entry(action_.act()));
                break;
            case Verb::stop:
                for (const std::string& fact : entry("prescribe " + action_.subject).facts) {
                    if (!caused_by_another(fact)) encounter_.progress.set(fact, false);
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
            default: examine(entry(action_.act())); break;
        }
    }

    Encounter& encounter_;
    const Action& action_;
    Event event_;
};

}  // namespace

Encounter::Encounter(const patient::Patient& of) : patient(&of), progress(of) {}

Encounter::Encounter(const patient::Patient& of, std::shared_ptr<const patient::Layout> layout)
    : patient(&of), progress(of, std::move(layout)) {}

const Response& carry_out(Encounter& encounter, const Action& action) {
    assert(!find_refusal(encounter, action));
    Act(encounter, action).run();
    return encounter.events.back().response;
}

void understand(Action& say, std::vector<std::string> meanings, std::string understood_by) {
    say.subject = base::joined(meanings, " ");
    say.understood_by = std::move(understood_by);
}

std::vector<std::string> understood(const Action& say) {
    std::vector<std::string> questions;
    for (std::string_view id : base::split(say.subject, ' ')) {
        if (!id.empty()) questions.emplace_back(id);
    }
    return questions;
}

std::string act_of(const patient::Patient& patient, const std::string& meaning) {
    const std::string courtesy = "say " + meaning;
    return patient.acts.contains(courtesy) ? courtesy : "ask " + meaning;
}

bool asks(const patient::Patient& patient, const Action& action) {
    if (action.verb != Verb::say) return action.verb == Verb::ask;
    const std::vector<std::string> meanings = understood(action);
    return !meanings.empty() && patient.acts.contains("ask " + meanings.back());
}

std::string last_question(const Encounter& encounter) {
    for (std::size_t i = encounter.events.size(); i-- > 0;) {
        const Action& action = encounter.events[i].action;
        if (!asks(*encounter.patient, action)) continue;
        return action.verb == Verb::ask ? action.subject : understood(action).back();
    }
    return {};
}

}  // namespace palpera::encounter
