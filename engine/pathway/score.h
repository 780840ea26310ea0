#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/encounter/encounter.h"
#include "engine/library/library.h"

namespace palpera::pathway {

using base::LocalText;
using base::Minutes;

// The newest rules; blueprint.yaml says by which a library scores. Version 1 differs in the nearest course and the
// process fitness, which did not look at the order of the steps.
inline constexpr int scoring_version = 2;

// Why a line of the ledger stands there: a closed set (SCORING.md 4.1).
enum class Reason : std::uint8_t {
    done_in_time,
    late,
    too_early,
    out_of_order,
    missing,
    missing_justified,
    unneeded,
    duplicate,
    cancelled_in_time,
    unjustified_when_ordered,
    harmful,
    harmful_in_hindsight,
    not_scorable
};
std::string_view name(Reason reason);

// The five marks a student sees; not_scorable has none.
enum class Mark : std::uint8_t { matched, missed, late, unneeded, harmful, none };
Mark mark_of(Reason reason);
std::string_view name(Mark mark);

enum class Component : std::uint8_t { necessary_care, order, stewardship, diagnosis, harm };
inline constexpr std::size_t component_count = 5;
std::string_view name(Component component);

// One line: so many points for this statement, for this reason. Points are thousandths.
struct LedgerLine {
    std::string statement;  // GUIDELINE/STEP, or a statement of the blueprint such as "stewardship/coverage"
    Component component = Component::necessary_care;
    library::Domain domain = library::Domain::history;
    Reason reason = Reason::not_scorable;
    std::int64_t points = 0, of = 0;
    std::optional<Minutes> at;
    std::vector<int> actions;
    std::vector<std::string> claims;
    std::string beyond;
    LocalText text, why;
};

struct Share {
    std::int64_t points = 0, of = 0;
};

// Where a step of the nearest conforming course was done; 0: it was not.
struct CourseStep {
    std::string step;
    int action = 0;
};

// When the guideline wanted what, for the swim-lane.
struct Window {
    std::string statement;
    library::Domain domain = library::Domain::history;
    Minutes from, until;
    LocalText text;
};

struct ScoreSheet {
    std::string case_id;
    int case_version = 0;
    std::vector<std::pair<std::string, int>> guidelines;
    std::uint64_t seed = 0;
    int scoring_version = 0;       // of the rules it was made by
    std::int64_t millipoints = 0;  // exactly the sum of the ledger
    bool passed = false;
    struct Cap {
        int at = 0;  // points
        std::string statement;
        LocalText reason;
    };
    std::optional<Cap> cap;
    std::array<Share, component_count> components;  // without the correction, and so are the domains
    std::array<Share, library::domain_count> domains;
    std::int64_t correction = 0;  // of the sum, by the cap or because it fell below nothing
    std::vector<LedgerLine> ledger;
    std::vector<CourseStep> nearest_course;
    std::vector<Window> windows;
    std::int64_t process_fitness = 0;  // thousandths
    struct Win {
        std::string statement;
        std::int64_t gain = 0;
    };
    std::optional<Win> biggest_win;
    int pass_mark = 0;

    double score() const;  // 0..100, one decimal
};

// Everything a score rests on: the patient's case and its guidelines. An encounter never sees it.
//
// - A step is expected when its condition is true, as far as that can be found out, at the beginning or end of a visit;
//   an act in an earlier visit is too early. Expected `must` and `should` steps share necessary care by 4 and 2.
// - Contraindications of all its acts excuse a step, and so does `decline STEP FACT` where the fact is true and occurs
//   in a contraindication of one of its acts or in a step that says to avoid one. It then neither earns nor costs.
// - A precedence counts where both its steps are expected; with none, necessary care has the points of order as well.
// - What an avoid or never step or a contraindication forbids is harmful where what had been shown before makes its
//   condition true, harmful in hindsight where it only was true. A harmful act earns nothing and is unneeded as well.
// - A harmful diagnosis apart, holding one wrong diagnosis so firmly that even equal probabilities would have scored
//   more caps the score, as breaking a `never` step does. Burden beyond the budget costs points of its own.
// - Free: the acts of `may` steps, looking again at a later visit, comparing sides, words taken back as misunderstood.
ScoreSheet score(const library::Library& library, const library::CaseFile& file, const encounter::Encounter& encounter);

class Rubric;
struct Course;
// The same of what has been made ready: many courses of one patient (scorer.h, for numbers alone).
ScoreSheet sheet_of(const Rubric& rubric, const Course& course);

}  // namespace palpera::pathway
