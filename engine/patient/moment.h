#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "engine/base/history.h"
#include "engine/patient/patient.h"
#include "engine/script/program.h"

namespace palpera::patient {

// Where the patient is in the course of things: moved only by pass_time and by what the student does. Copies are cheap:
// numbers over the slots of the patient, and a shared history. The patient outlives it.
struct Progress {
    // To be read; changed by the functions below, which keep the record.
    Minutes now;
    int visit = 1;
    int weeks_passed = 0;
    std::vector<int> severity;  // percent, one a course
    std::vector<int> happened;  // events that have, in their order

    explicit Progress(const Patient& patient);
    // With more slots than the patient's own conditions need.
    Progress(const Patient& patient, std::shared_ptr<const Layout> layout);

    void advance(Minutes span);
    void open_visit();
    void become(std::vector<int> severity_now);
    void set(std::string_view fact, const script::Value& value);
    void show(std::string_view fact);
    // What was carried out before keeps its time.
    void carry_out(std::string act, Minutes at);

    // What an event or the student has made of the fact; nothing: it is as the course has it.
    const script::Value* set_value(std::string_view fact) const;
    bool has_shown(std::string_view fact) const;  // of whichever side
    std::optional<Minutes> done_at(std::string_view act) const;

    // As it was before an act that began at the moment: its doings and what it made of the facts are those of `before`.
    Progress without_act(const Progress& before, Minutes at, const std::vector<std::string>& facts) const;

    const Layout& layout() const { return *layout_; }
    const double* record() const { return record_.data(); }

private:
    using Slot = Layout::Slot;
    struct Done {
        std::string act;
        Minutes at;
    };
    void refresh(Slot slot);
    void restore(std::string_view fact, const script::Value* value);
    std::optional<Slot> id_of(std::string_view fact) const;
    const script::Value* set_value(Slot id) const;

    const Patient* patient_;
    std::shared_ptr<const Layout> layout_;
    std::vector<double> record_;
    std::vector<std::pair<Slot, script::Value>> set_;  // by the slot of whether the fact has been shown
    base::History<Done> done_;
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

    // Of a condition compiled over the slots of the progress.
    bool holds(const script::Program& program) const { return program.run(progress_->record()) == script::Truth::yes; }

private:
    std::optional<script::Value> value(std::string_view fact, const PatientFact& known, Side side) const;
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
