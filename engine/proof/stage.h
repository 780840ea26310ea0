#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/pathway/scorer.h"

namespace palpera::proof {

using library::Action;
using library::Verb;
using Actions = std::vector<Action>;

// What a course through a case came to.
struct Played {
    Actions actions;               // that were carried out, `finish` last
    std::int64_t millipoints = 0;  // 0 .. 100,000
    std::array<pathway::Share, pathway::component_count> components;
    bool capped = false;
};

// One variant of a case, made ready to be played and scored again and again, by the very encounter and scorer that
// students meet. One thread at a time. Library and case must outlive it.
class Stage {
public:
    // Null: the variant does not compile; `palpera check` says why.
    static std::unique_ptr<Stage> of(const library::Library& library, const library::CaseFile& file,
                                     std::uint64_t seed);
    Stage(const Stage&) = delete;
    Stage& operator=(const Stage&) = delete;

    const library::Library& library() const { return rubric_.library(); }
    const library::CaseFile& file() const { return rubric_.file(); }
    const patient::Patient& patient() const { return *patient_; }
    const pathway::Rubric& rubric() const { return rubric_; }

    // A visit in the making: carries the action out unless it is refused.
    bool act(const Action& action);
    const encounter::Encounter& encounter() const { return writer_.encounter(); }
    // Finishes the visit in the making, if it is not, and scores it; the next begins anew.
    Played finish();
    // A whole course; what is refused on the way is left out.
    Played play(const Actions& actions);
    // Of the course that was finished last: its lines, and what was expected.
    const pathway::Scorer& scorer() const { return scorer_; }
    const pathway::Score& score() const { return *score_; }
    const pathway::Course& course() const { return course_; }
    pathway::ScoreSheet sheet() const;  // in words

    // Everything that can be asked, examined, ordered, prescribed, done, advised and referred to, each once, in that
    // order; on both sides.
    const Actions& everything() const { return everything_; }
    // The questions, examinations and orders that may tell of the fact in some response, in that order.
    const std::vector<std::string>& ways_to(const std::string& fact) const;

private:
    Stage(std::unique_ptr<patient::Patient> patient, const library::Library& library, const library::CaseFile& file);

    std::unique_ptr<patient::Patient> patient_;
    pathway::Rubric rubric_;
    pathway::CourseWriter writer_;
    pathway::Scorer scorer_;
    pathway::Course course_;
    const pathway::Score* score_ = nullptr;
    Actions done_;
    Actions everything_;
    std::map<std::string, std::vector<std::string>> ways_;  // by fact
};

// The act as somebody who means it does it: the usual dose, on the patient's bad side, routinely. Nothing: no such act
// can be written ("change" and the like, that need more than a name).
std::optional<Action> action_for(const Stage& stage, const std::string& act);
// Of a pattern of a guideline: the side is the one it asks for.
std::optional<Action> action_for(const Stage& stage, const library::ActPattern& pattern);
// A line of the action language that is known to be sound.
Action action_of(const std::string& line);
// The course as a journal that `palpera play` and `palpera score` take.
std::string journal_of(const Stage& stage, const Actions& actions);

}  // namespace palpera::proof
