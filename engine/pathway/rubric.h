#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "engine/pathway/antichain.h"
#include "engine/pathway/guards.h"

namespace palpera::pathway {

// A step of one of the case's guidelines.
struct Statement {
    std::string id;  // GUIDELINE/STEP
    const library::Guideline* guideline = nullptr;
    const library::Step* step = nullptr;
    std::uint32_t rank = 0;  // so that the order of declarations never moves a point
    std::uint32_t slot = 0;  // where its acts begin among those that its guideline may want
    // By each of its acts: any of these being true forbids it. Empty where some act is never forbidden.
    std::vector<std::vector<Guards::Id>> forbidden;
};

// What scoring looks at again and again, close together.
struct Terms {
    Guards::Id when = Guards::always;
    int weight = 0;           // in necessary care: must 4, should 2, otherwise 0
    int wanted = 1;           // acts
    int until_visit = 0;      // 0: no such bound
    std::int64_t until = -1;  // minutes; -1: no such bound
    std::int64_t lost = 0;    // minutes in which points fall to nothing
    std::uint32_t guideline = 0;
    bool warns = false;  // of an act: avoid and never
    bool may_be_forbidden = false;
    bool is_only_allowed = false;  // may
    bool vital = false;            // of must: where it is missed the case cannot be passed
};

// A step accepts an act.
struct Fit {
    std::uint32_t statement = 0;
    int credit = 100;  // percent
};

// What the catalogue says against a drug, a treatment or advice.
struct Against {
    const library::Contraindication* what = nullptr;
    Guards::Id when = Guards::always;
};

struct PrecedenceRule {
    const library::Guideline* guideline = nullptr;
    const library::Precedence* precedence = nullptr;
    std::uint32_t first = 0, then = 0;  // statements
    std::uint32_t rank = 0;             // by GUIDELINE/PRECEDENCE
};

// Everything that the guidelines, the catalogue and the blueprint say of one patient, worked out as far as it can be
// before anything was done: conditions compiled, acts numbered, burdens summed. Made once for each patient, then used
// for every course. Library, case and patient must outlive it.
class Rubric {
public:
    Rubric(const library::Library& library, const library::CaseFile& file, const patient::Patient& patient);
    Rubric(const Rubric&) = delete;
    Rubric& operator=(const Rubric&) = delete;

    const library::Library& library() const { return *library_; }
    const library::Blueprint& blueprint() const { return library_->blueprint; }
    const library::CaseFile& file() const { return *file_; }
    const patient::Patient& patient() const { return *patient_; }
    const Numbering& numbering() const { return numbering_; }
    const Guards& guards() const { return guards_; }

    const std::vector<Statement>& statements() const { return statements_; }
    const Terms& terms(std::size_t statement) const { return terms_[statement]; }
    const std::vector<std::uint32_t>& by_rank() const { return by_rank_; }  // statements
    const std::vector<PrecedenceRule>& precedences() const { return precedences_; }
    std::size_t guidelines() const { return orders_.size(); }
    // Of the acts that a guideline wants: each step as often as it wants one, those of one step in a chain.
    const StepOrder& order(std::size_t guideline) const { return orders_[guideline]; }

    // Which steps accept an act that is done on these sides, by statement. Not those that look at probabilities.
    std::span<const Fit> fits(Number act, Act::Sides sides) const {
        if (act >= kinds_.size()) return {};
        return {fits_.data() + kinds_[act].fits[sides], fits_.data() + kinds_[act].fits[sides + 1u]};
    }
    // Acts that no number stands for.
    Number number_of_other(const std::string& name) const;
    // The steps that accept a differential or diagnosis, by statement.
    void append_fits(const Course& course, const Act& act, std::vector<Fit>& to) const;
    std::span<const Against> against(Number act) const {
        if (act >= kinds_.size()) return {};
        return {against_.data() + kinds_[act].against, kinds_[act].against_count};
    }
    const std::vector<Against>& all_against() const { return against_; }
    std::uint32_t place_of(const Against& one) const { return static_cast<std::uint32_t>(&one - against_.data()); }

    // What an act costs where it was not needed, in thousandths of burden.
    std::int64_t burden(const Act& act) const;
    // Which act a `stop` takes back.
    Number stopped_by(Number act) const { return act < kinds_.size() ? kinds_[act].stops : no_number; }

    // The outcome that a stated diagnosis counts as: a condition of the case, or itself; and its category.
    struct Outcomes {
        std::uint32_t own = 0, category = 0;
    };
    Outcomes outcomes(const Course& course, Number diagnosis) const;
    const std::vector<Outcomes>& present() const { return present_; }  // of the conditions to be diagnosed

    // Does what forbids one of the step's acts, a contraindication or a step to avoid, ask for the fact?
    bool speaks_against(const Statement& statement, const std::string& fact) const;

private:
    struct Kind {
        std::int64_t burden = 0, burden_cancelled = 0;
        std::uint32_t against = 0, against_count = 0;
        std::array<std::uint32_t, 5> fits{};  // where those on no side, right, left, both begin and end
        Number stops = no_number;
    };
    struct Weighing {  // a step that looks at probabilities
        Verb verb = Verb::diagnose;
        std::uint32_t statement = 0;
        bool any = false;
        Number diagnosis = no_number;
        std::string id;
        int credit = 100;
    };
    struct Pattern {
        std::uint32_t statement = 0;
        int credit = 100;
        library::Where where = library::Where::affected;
    };
    using Patterns = std::map<std::string, std::vector<Pattern>>;  // by "VERB SUBJECT"
    void add_statements();
    void add_guards();
    void add_precedences();
    void add_orders();
    void add_kinds();
    void add_outcomes();
    Patterns patterns();
    void add_fits(const std::vector<Pattern>& patterns, std::size_t sides);
    std::int64_t burden_of(const std::string& name, Verb verb, bool cancelled) const;
    std::string meant_by(const std::string& diagnosis) const;
    std::string category_of(const std::string& diagnosis) const;

    const library::Library* library_;
    const library::CaseFile* file_;
    const patient::Patient* patient_;
    Numbering numbering_;
    Guards guards_;
    std::vector<Statement> statements_;
    std::vector<Terms> terms_;  // by statement
    std::vector<std::uint32_t> by_rank_;
    std::vector<PrecedenceRule> precedences_;
    std::vector<StepOrder> orders_;
    std::vector<Kind> kinds_;  // by act
    std::vector<Fit> fits_;
    std::map<std::string, Number> other_acts_;  // that a step accepts, numbered on from the numbering
    std::vector<Weighing> weighings_;           // by statement
    std::vector<Against> against_;
    std::map<std::string, std::uint32_t> outcome_numbers_;
    std::vector<Outcomes> outcomes_, present_;  // outcomes: by diagnosis
};

// What the catalogue says against an act; nothing where it knows none such.
const std::vector<library::Contraindication>* contraindications(const library::Catalogue& catalogue, Verb verb,
                                                                const std::string& subject);
// The verb and the rest of "VERB SUBJECT".
std::pair<Verb, std::string> parts_of_name(const std::string& act);

}  // namespace palpera::pathway
