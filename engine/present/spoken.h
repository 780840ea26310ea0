#pragma once

#include <optional>
#include <string>

#include "engine/dialogue/questions.h"
#include "engine/present/context.h"

namespace palpera::present {

// Sets what the words of a `say` mean to the finder, said now to this patient.
void understand(library::Action& say, const encounter::Encounter& encounter, const dialogue::QuestionFinder& finder);

// Where something is done that was ordered in the field for questions.
struct Pointer {
    enum class Stage { examination, investigations, assessment } stage = Stage::examination;
    std::string text;  // "Det görs under Undersökning: Blodtryck."
};
// Of words that were understood as no question; nothing: they order nothing either. Found by the catalogue's words.
std::optional<Pointer> pointer(const Context& context, const encounter::Event& event);

// A piece of an answer as this patient says it: who likes to talk says a few words more, who worries asks back now and
// then, and what has been said in the same visit is said to be so. The facts are those of the piece; what is added tells
// none. Words that order something point to where it is done. Of any other act as text_of.
std::string spoken(const encounter::Piece& piece, const encounter::Event& event, const encounter::Encounter& encounter,
                   const Context& context);

}  // namespace palpera::present
