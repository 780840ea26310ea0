#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "engine/script/program.h"

namespace palpera::patient {

struct Patient;

// Where what conditions ask about a patient stands in the record of a Progress, and which of it moves by itself. Every
// fact of the patient has a slot of whether it has been shown.
struct Layout {
    using Slot = script::Slots::Slot;
    script::Slots slots;
    std::vector<double> arrival;  // the record as the patient comes in
    std::vector<Slot> clock;      // grow with the time that passes: elapsed, the spans since acts
    struct Growing {
        Slot fact, shown;  // `shown`: the fact's slot of whether it has been
    };
    std::vector<Growing> growing;   // facts that do so until an event sets them
    std::vector<Slot> of_severity;  // follow from how severe the courses are
    std::optional<Slot> visit;
};

// For conditions compiled over these slots: the patient's own, and more after them. The patient is complete.
std::shared_ptr<const Layout> layout_of(const Patient& patient, script::Slots slots);

// Compiles every condition of the patient over slots of its own: after composing, and after reading from a file.
void compile_conditions(Patient& patient);

}  // namespace palpera::patient
