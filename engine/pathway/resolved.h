#pragma once

#include <limits>

#include "engine/pathway/ledger.h"
#include "engine/pathway/rubric.h"

namespace palpera::pathway {

// An act that a statement warns of, or the catalogue does.
struct Harm {
    Entry::Kind kind = Entry::Kind::avoided;
    std::uint32_t about = 0;  // as Entry::about
    int severity = 1;
    bool known = true;  // what makes it harmful had been shown before
    bool never = false;
};

// A course against a rubric: what was expected of the student and when, which steps each act serves, whom it harmed.
// Keeps its room between courses.
class Resolved {
public:
    explicit Resolved(const Rubric& rubric) : rubric_(&rubric) {}
    void resolve(const Course& course);
    // As if this action had not been carried out; what was expected stays as it was. 0: all were.
    void leave_out(std::uint32_t action) { left_out_ = action; }

    const Rubric& rubric() const { return *rubric_; }
    const Course& course() const { return *course_; }
    std::size_t acts() const { return course_->acts.size(); }
    const Act& act(std::size_t index) const { return course_->acts[index]; }
    bool is_left_out(std::size_t act) const { return course_->acts[act].action == left_out_; }
    bool is_harmful(std::size_t act) const { return harmful_[act] != 0; }  // known to be
    std::span<const Fit> fits(std::size_t act) const { return span_of(fits_, first_fit_, act); }
    std::span<const Harm> harms(std::size_t act) const { return span_of(harms_, first_harm_, act); }
    // Was the step's condition true just before the act?
    bool held_before(std::size_t act, std::uint32_t statement) const;
    bool holds_at_arrival(std::uint32_t statement) const {
        return hold(rubric_->terms(statement).when, Guards::View::truth, {0, 0, 1, nullptr});
    }
    // The act's number where the rubric knows one for it.
    Number number(std::size_t act) const;

    // The first visit in which the step's condition was true and findable; 0: it never was.
    int expected_from(std::uint32_t statement) const { return expected_[statement].from; }
    // Is it a thing to do for this patient, and worth points?
    bool asks_for_credit(std::uint32_t statement) const { return expected_[statement].asks; }
    // By `decline` with a reason that holds, or because none of its acts may be given. It neither earns nor costs.
    bool is_excused(std::uint32_t statement) const {
        return expected_[statement].excused && !expected_[statement].asks && would_ask(statement);
    }
    // Until when it earns full points.
    static constexpr std::int64_t no_bound = std::numeric_limits<std::int64_t>::max();
    std::int64_t due(std::uint32_t statement) const { return expected_[statement].due; }

private:
    struct Expected {
        std::int64_t due = no_bound;
        int from = 0;
        bool excused = false, done = false, asks = false;
    };
    template <class T>
    static std::span<const T> span_of(const std::vector<T>& all, const std::vector<std::uint32_t>& first,
                                      std::size_t act) {
        return {all.data() + first[act], all.data() + first[act + 1]};
    }
    bool would_ask(std::uint32_t statement) const {
        return expected_[statement].from > 0 && rubric_->terms(statement).weight > 0;
    }
    Instant before(const Act& act) const { return {act.before(), act.at, act.visit, nullptr}; }
    bool hold(Guards::Id guard, Guards::View view, const Instant& instant) const {
        return guard == Guards::always || rubric_->guards().hold(guard, view, *course_, instant, memory_);
    }
    void look(const Course::Look& look);
    bool is_forbidden(std::uint32_t statement, const Instant& instant) const;
    void look_at(std::size_t act);
    void set_bounds();

    const Rubric* rubric_;
    const Course* course_ = nullptr;
    std::vector<Expected> expected_;      // by statement
    std::vector<std::uint32_t> waiting_;  // statements that a later look may change
    std::vector<Fit> fits_, all_fits_;
    std::vector<Harm> harms_;
    std::vector<std::uint32_t> first_fit_, first_harm_;  // by act, and the end
    std::vector<std::uint8_t> harmful_;
    mutable Guards::Memory memory_;
    std::uint32_t left_out_ = 0;
};

}  // namespace palpera::pathway
