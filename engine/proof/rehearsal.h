#pragma once

#include <map>
#include <set>

#include "engine/proof/calendar.h"
#include "engine/proof/plan.h"

namespace palpera::proof {

// Looks for courses on which something is said: tries what may move the patient, alone and together, with visits at the
// breakpoints of time, and looks at every moment at everything that would be answered then.
class Rehearsal {
public:
    explicit Rehearsal(Stage& stage) : stage_(stage) {}

    // Courses by which the texts are shown, by the id of the text; for as many as it finds.
    std::map<std::string, Actions> find(const std::set<std::string>& wanted);

private:
    using Wanted = std::set<std::string>;
    void rehearse(const Actions& first, std::size_t act_at_visit, base::Minutes between);
    void look();
    void note(const encounter::Event& event);
    struct Target {  // an act that may tell a wanted text, on one side
        std::string act;
        const patient::PatientAct* entry = nullptr;
        library::Side side = library::Side::none;
        std::vector<std::string> keys;  // by response
    };
    void find_targets();
    bool answer(const Target& target);
    std::vector<std::string> movers() const;

    Stage& stage_;
    Wanted left_;
    std::vector<Target> targets_;
    std::map<std::string, Actions> found_;
    Actions so_far_;
};

}  // namespace palpera::proof
