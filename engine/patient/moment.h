#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "engine/patient/patient.h"
#include "engine/script/condition.h"

namespace palpera::patient {

// Where the patient is in the course of things: moved only by pass_time and by what the student does.
struct Progress {
    Minutes now;
    int visit = 1;
    std::vector<int> severity;                 // percent, one a course
    std::map<std::string, script::Value> set;  // facts that events have set
    std::vector<int> happened;                 // events that have, in their order
    std::map<std::string, Minutes> done;       // act -> when first carried out
    std::set<std::string> shown;               // facts the student has been shown, of whichever side
    int weeks_passed = 0;

    explicit Progress(const Patient& patient);
};

// What is true at a moment; answers conditions.
class Moment : public script::Facts {
public:
    Moment(const Patient& patient, const Progress& progress) : patient_(&patient), progress_(&progress) {}

    // Without a side a sided fact reads: for a flag, present on either side; else on the side of the complaint.
    std::optional<script::Value> value(std::string_view fact) const override;
    std::optional<script::Value> value(std::string_view fact, Side side) const;
    bool shown(std::string_view fact) const override;
    std::optional<Minutes> since(std::string_view act) const override;

private:
    const Patient* patient_;
    const Progress* progress_;
};

// The first variant whose condition is known to hold; nothing where none does.
const library::Response* chosen(const Responses& responses, const Moment& moment);

// The responses of an act on a side (none for what has no sides); nothing: the patient has no such act.
const Responses* responses_of(const Patient& patient, std::string_view act, Side side);

// Moves the clock: weekly changes of severity at each week since arrival, events when their condition first holds
// (looked at every day of longer spans and at the end).
void pass_time(const Patient& patient, Progress& progress, Minutes span);

// Would some act that is open now reveal the fact? What the engine itself keeps (age, severity ...) always counts.
bool is_findable(const Patient& patient, const Progress& progress, std::string_view fact);

}  // namespace palpera::patient
