#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/base/digest.h"
#include "engine/base/history.h"
#include "engine/library/action.h"
#include "engine/patient/moment.h"

namespace palpera::encounter {

using base::LocalText;
using base::Minutes;
using library::Action;
using library::Side;

// A fact as the student learnt it.
struct Shown {
    std::string fact;
    Side side = Side::none;
    script::Value value;
    int action = 0;  // number of the action, from 1
    Minutes at;
    friend bool operator==(const Shown&, const Shown&) = default;
};

// One thing that came back: what the patient says, what is found, what a result tells.
struct Piece {
    enum class Kind : std::uint8_t { says, finds, value, tells, notice, image };
    Kind kind = Kind::says;
    std::string id;  // of its text; of an image the drawing's
    // With place-holders. The patient's, who outlives it; nothing of a value, an image and a notice: there `id` is a key of
    // the interface's texts.
    const LocalText* text = nullptr;
    Side side = Side::none;
    std::optional<int> pain;                                     // NRS provoked
    std::optional<double> value;                                 // in the catalogue entry's unit
    std::vector<std::pair<std::string, script::Value>> numbers;  // what the place-holders stand for, as of then
};

struct Response {
    std::vector<Piece> pieces;
    std::vector<Shown> revealed;
    friend bool operator==(const Response&, const Response&);
    // BLAKE2b over ids, sides and numbers, never over text: the same in every language.
    base::Digest digest() const;
};

struct Event {
    int n = 0;      // from 1
    Minutes at;     // when the act began
    Minutes until;  // when it was done
    int visit = 1;
    Action action;
    Response response;
};

// A test that was ordered.
struct Order {
    std::string test;
    Side side = Side::none;
    int action = 0;  // that ordered it
    Minutes ordered, due;
    bool cancelled = false;
    int read = 0;                // the action that first read it; 0: unread
    std::vector<Piece> pieces;   // what it will tell: decided when it was taken
    std::vector<Shown> reveals;  // `action` and `at` are those of the order
};

// A visit or more with one patient. Only carry_out changes it. A copy shares the past and goes its own way from there:
// it costs no more after many acts than after none.
struct Encounter {
    const patient::Patient* patient = nullptr;
    patient::Progress progress;
    base::History<Event> events;
    base::History<Shown> shown;
    base::SharedVector<Order> orders;
    base::SharedVector<std::pair<int, int>> noted;  // (action whose findings were noted, action that noted them)
    base::SharedVector<int> taken_back;             // actions
    std::string position = "standing";
    int cost = 0;  // SEK so far
    bool visit_open = true;
    std::optional<Minutes> planned_visit;
    bool finished = false;

    explicit Encounter(const patient::Patient& of);
    // With a record of more than the patient's own conditions ask about.
    Encounter(const patient::Patient& of, std::shared_ptr<const patient::Layout> layout);
};

// Why an act cannot be carried out: a key of the interface's texts ("refusal/not_come_yet"), and what it is about.
struct Refusal {
    std::string key;
    std::string about;
};

// Looks at ids, sides and the state of things; changes nothing.
std::optional<Refusal> find_refusal(const Encounter& encounter, const Action& action);

// find_refusal has found none. The act takes its time, costs what it costs, and gives its response, which is also the
// last event's.
const Response& carry_out(Encounter& encounter, const Action& action);

// The words of a `say` as what they were understood as: questions, or a courtesy; set before it is carried out.
// `understood_by`: the digest of the model in hex, where one did.
void understand(Action& say, std::vector<std::string> meanings, std::string understood_by = {});
std::vector<std::string> understood(const Action& say);
// The act that one of these is: "ask where", "say greeting".
std::string act_of(const patient::Patient& patient, const std::string& meaning);
// Whether something was asked and understood: a courtesy and words that mean nothing ask nothing.
bool asks(const patient::Patient& patient, const Action& action);
// The last question that was asked and answered, which a follow-up takes its subject from; empty: none was.
std::string last_question(const Encounter& encounter);

}  // namespace palpera::encounter
