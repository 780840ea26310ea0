#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "engine/encounter/encounter.h"
#include "engine/library/library.h"

namespace palpera::pathway {

using base::LocalText;
using base::Minutes;
using library::Verb;

// A step of one of the case's guidelines.
class Statement {
public:
    std::string id;  // GUIDELINE/STEP
    const library::Guideline* guideline = nullptr;
    const library::Step* step = nullptr;
    int expected_from = 0;  // the first visit in which its condition was true and findable; 0: it never was
    Minutes due;            // until when it earns full points, of one that has such a bound
    bool has_due = false;
    bool excused = false;  // by `decline` with a reason that holds, or because none of its acts may be given

    // Is it a thing to do for this patient, and worth points?
    bool asks_for_credit() const { return !excused && would_ask(); }
    // Would it be, if nothing excused it? An excused one neither earns nor costs.
    bool is_excused() const { return excused && would_ask(); }

private:
    bool would_ask() const;
};

// An act that a statement accepts.
struct Fit {
    std::size_t statement = 0;
    int credit = 100;   // percent
    bool holds = true;  // was the statement's condition true just before the act?
};

// An act that a statement warns of, or the catalogue does.
struct Harm {
    std::string statement;
    library::Domain domain = library::Domain::safety;
    int severity = 1;
    bool known = true;  // what makes it harmful had been shown before
    bool never = false;
    const std::vector<std::string>* claims = nullptr;
    std::string beyond;
    LocalText text, why;
};

// One thing done. A `say` that was understood as three questions is three acts.
struct Act {
    int n = 0;
    Minutes at;
    int visit = 1;
    Verb verb = Verb::finish;
    std::string subject;
    std::string name;                  // "VERB SUBJECT"
    bool right = false, left = false;  // which side it was done on; both false: it has no sides
    const library::Action* action = nullptr;
    bool cancelled = false;   // an order taken back before it was carried out
    bool taken_back = false;  // words that were understood as something else than was meant
    bool harmful = false;     // known to be
    bool wrong_unit = false;
    std::vector<Fit> fits;
    std::vector<Harm> harms;

    bool is_question() const { return verb == Verb::ask; }
};

// What was done, act by act, against what the guidelines said at each moment: the encounter played again.
struct Course {
    const library::Library* library = nullptr;
    const library::CaseFile* file = nullptr;
    const encounter::Encounter* encounter = nullptr;
    std::vector<Statement> statements;
    std::vector<Act> acts;
    std::vector<Minutes> visit_ends;  // of visit 1, 2 ...: the moment at which it was closed, or the last that we know

    const patient::Patient& patient() const { return *encounter->patient; }
};
Course course_of(const library::Library& library, const library::CaseFile& file, const encounter::Encounter& encounter);

// Does the pattern mean this act on this patient?
bool accepts(const library::ActPattern& pattern, const Act& act, const patient::Patient& patient);

}  // namespace palpera::pathway
