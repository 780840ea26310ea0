#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/base/time.h"

namespace palpera::present {

// A probability from a place on the axis of the lanes on.
struct DebriefBelief {
    base::Minutes at;
    int thousandths = 0;
    friend bool operator==(const DebriefBelief&, const DebriefBelief&) = default;
};

struct DebriefHypothesis {
    std::string condition;  // its id; empty: something else
    std::string name;
    bool right = false;                    // what the patient had
    std::vector<DebriefBelief> supported;  // by what had been shown; the first from arrival
    std::vector<DebriefBelief> student;    // each time that the student gave probabilities
};

// A place on the axis at which something changed, with all that held from there on.
struct DebriefMoment {
    base::Minutes at;
    int action = 0;       // 0: arrival
    std::string what;     // "10:31 · Styrka, stortåns sträckare, höger"
    std::string readout;  // the same, and a line for each hypothesis
};

// What one question, examination or result told and what it cost.
struct DebriefTold {
    int action = 0;
    base::Minutes at;  // on the axis
    std::string time, act;
    int millibits = 0;  // thousandths of a bit
    std::string bits;   // "0,84"
    std::string change;  // "Hälsporre 34 % → 61 %": the hypothesis that moved most; empty: none moved a whole per cent
    std::string cost;    // "2 min", "1 min · 450 kr"
    std::string published;    // of a special test: sensitivity, specificity and their source; empty: none is known
    bool never_read = false;  // ordered, and the result was not looked at
};

// What the findings supported beside what the student thought.
struct DebriefReasoning {
    std::string why_not;                        // why nothing can be shown; empty: it can, and is below
    std::vector<DebriefHypothesis> hypotheses;  // what the patient had first, something else last
    std::string choice;                         // which hypotheses these are, of how many
    std::vector<DebriefMoment> moments;         // in their order
    std::optional<DebriefMoment> turn;          // of what told most: `what` is the act alone
    std::vector<DebriefTold> told;              // as time went
    std::string summary;                        // what told most, and what told nothing but cost
    bool asked_student = true;                  // did the student ever give probabilities?
};

}  // namespace palpera::present
