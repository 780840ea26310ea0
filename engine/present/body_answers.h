#pragma once

#include <string>
#include <vector>

#include "engine/present/context.h"

namespace palpera::present {

// How the body of one side answered an act of examination, for whoever draws it. It says no more than the read-out.
struct BodyAnswer {
    library::Side side = library::Side::right;
    bool sign = false;       // found as it is in no healthy patient
    double extent = 1;       // of a reflex or of power: 0 nothing, 1 as in the healthy; 1 for whatever has no grade
    int pain = 0;            // NRS provoked
    std::string grade = {};  // as it is written: "4-/5" of power, "1+" of a reflex; empty where there is none
    friend bool operator==(const BodyAnswer&, const BodyAnswer&) = default;
};

// The right side first; only the side that was examined. Nothing for what is no examination.
std::vector<BodyAnswer> body_answers(const Context& context, const encounter::Encounter& encounter, int action);

// Whether that side answered in the catalogue's words for a healthy body, where it has one answer. What such an
// answer tells of a larger part, "sensation of the foot is reduced", is of that part and not of the place.
bool is_healthy_answer(const Context& context, const encounter::Event& event, library::Side side);

// Whether the patient has this sign now: it is seen, whether or not it has been looked for. A fact without sides is of
// the side of the complaint, and of the right one where that has none.
bool has_sign(const encounter::Encounter& encounter, const std::string& fact, library::Side side);

}  // namespace palpera::present
