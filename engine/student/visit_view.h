#pragma once

#include <string>
#include <utility>
#include <vector>

#include "engine/dialogue/questions.h"
#include "engine/encounter/encounter.h"
#include "engine/present/context.h"
#include "engine/ui/widgets.h"

namespace palpera::student {

class Bodies;

// What the stages of a visit are drawn from. Nothing of it changes while a frame is drawn.
struct VisitView {
    const present::Context& context;
    const encounter::Encounter& encounter;
    const dialogue::QuestionFinder& finder;
    Bodies* bodies = nullptr;  // nothing where bodies cannot be made
    bool is_exam = false;  // nothing that is typed is completed: no suggestion gives a question away
};

// What the student asked for in this frame, to be carried out in this order when it has been drawn.
using Actions = std::vector<library::Action>;

inline library::Action act(library::Verb verb, std::string subject = {}) {
    library::Action action;
    action.verb = verb;
    action.subject = std::move(subject);
    return action;
}

}  // namespace palpera::student
