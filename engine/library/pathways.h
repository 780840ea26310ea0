#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/library/catalogue.h"

namespace palpera::library {

enum class Strength : std::uint8_t { must, should, may, avoid, never };
enum class Domain : std::uint8_t {
    history,
    examination,
    investigations,
    diagnosis,
    treatment,
    safety,
    efficiency,
    follow_up
};
inline constexpr std::size_t domain_count = 8;
std::string_view name(Strength strength);
std::string_view name(Domain domain);

struct StepAct {
    ActPattern act;
    int credit = 100;  // percent of the step's points
};

// One statement of a guideline: what is expected of whom, or to be left alone.
struct Step {
    std::string id;
    Strength strength = Strength::should;
    Domain domain = Domain::history;
    LocalText text, why;
    script::Condition when;
    std::vector<StepAct> acts;
    int at_least = 1;
    int severity = 0;              // of avoid and never: 1 to 3
    bool vital = false;            // of must: where it is missed the case cannot be passed
    int until_visit = 0;           // full points until the end of this visit; 0: no such bound
    std::optional<Minutes> until;  // full points until then, counted from arrival
    Minutes lost{0};               // after that points fall evenly to nothing in this time
    std::vector<std::string> claims;
    std::string beyond;
};

// Two steps whose acts belong in one order.
struct Precedence {
    std::string id;
    std::string first, then;
    LocalText text, why;
    std::vector<std::string> claims;
    std::string beyond;
};

struct Guideline {
    std::string id;
    int version = 1;
    LocalText title, source;
    std::vector<std::string> concerns;  // conditions; none: any patient
    std::vector<Step> steps;
    std::vector<Precedence> order;
    std::map<std::string, std::vector<std::string>> accept;  // condition -> diagnoses that count as it
};

// Which version of each guideline, by its id.
using GuidelineVersions = std::vector<std::pair<std::string, int>>;

struct Claim {
    std::string id;      // HS-033
    std::string source;  // HS
    LocalText text;
    std::string strength, section;
};
struct SourceDocument {
    std::string id;
    LocalText title;
};
// A claim that no guideline and no case need take up, and why: uncited.yaml.
struct ExcusedClaim {
    std::string claim;
    std::string reason;
};

// The weights of the score. Points are out of 100; published with every result.
struct Blueprint {
    int scoring_version = 2;  // the rules by which these weights are meant (pathway/score.h)
    int necessary_care = 40, order = 15, stewardship = 20, diagnosis = 25;
    int pass = 60;
    int cap_when_never = 49;
    int cap_when_wrong = 100;   // 100: none
    int cap_when_missed = 100;  // a vital step; 100: none
    double harm_per_severity = 5;
    double budget = 12;      // burden at which nothing is left of stewardship
    double over_budget = 0;  // points off for each burden beyond that
    double per_100_kr = 0.5, per_10_minutes = 0.5, radiation = 2, invasive = 4;
    double question = 0.1, examination = 0.2, other_act = 1;
    int category_credit = 50;              // percent of the diagnosis component
    std::map<std::string, LocalText> why;  // by the names above, as blueprint.yaml writes them: for the reader
};

}  // namespace palpera::library
