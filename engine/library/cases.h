#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/anatomy/lesion.h"
#include "engine/library/catalogue.h"

namespace palpera::library {

// What an act on this patient gives: an answer, a finding or a result.
struct ScriptedResponse {
    ActPattern act;
    Responses responses;
};

// A lesion from which sensation, strength, reflexes and special tests follow (docs/anatomy.md).
struct DeclaredLesion {
    std::string id;
    anatomy::Lesion lesion;  // its sides come of `where`
    Where where = Where::affected;
    bool follows_severity = false;  // of the condition; otherwise the lesion's own holds
    script::Condition when;
};

struct WeeklyChange {
    std::string id;
    script::Condition when;
    int change = 0;  // percentage points of severity
};
struct Return {  // the patient's first words at a later visit
    std::string id;
    script::Condition when;
    LocalText says;
    std::vector<std::string> reveals;
};
struct Event {
    std::string id;
    script::Condition when;
    std::map<std::string, script::Value> sets;
    LocalText says, tells;  // the patient's words at the next contact; what the debrief tells
};
struct Ending {
    std::string id;
    script::Condition when;
    LocalText tells;
};

// What a condition does to any patient who has it; in a case file, what this patient overrides.
struct Picture {
    std::map<std::string, script::Value> facts;
    std::vector<DeclaredLesion> lesions;
    std::vector<ScriptedResponse> answers, findings, results;
    std::vector<WeeklyChange> weekly;
    std::vector<Return> returns;
    std::vector<Event> events;
    std::vector<Ending> outcome;
    std::vector<std::string> claims;
    std::vector<std::string> beyond;
};

struct ConditionModel {
    std::string id;
    std::string file;
    Picture picture;
};

struct Medicine {
    std::string drug;
    double dose = 0;
    std::string unit;
    int times = 1;
    bool as_needed = false;
};

struct CaseCondition {
    std::string condition;
    Side side = Side::none;
    int severity = 50;  // percent; 0: present, but not what the patient has come for and no part of the diagnosis
};

struct Comorbidity {
    std::string id;
    Picture picture;
    std::vector<Medicine> medicines;
};

// The axes along which a case varies; the case as written is the first of each. An empty axis does not vary.
struct Variation {
    std::vector<Side> side;
    std::vector<int> age;
    std::vector<int> severity;
    std::vector<Comorbidity> also;
    std::size_t count() const;  // at least 1
};

struct Feature {
    std::string id;
    std::vector<std::string> shows;  // facts
    bool two_ways = true;
};

struct CaseFile {
    std::string id;
    std::string folder;
    base::Language language = base::Language::sv;
    int version = 1;
    LocalText title, complaint;
    std::string setting, area;
    int difficulty = 1;
    int minutes = 20;
    Minutes horizon{0};
    LocalText name, occupation, work, home;  // name: the same in every language unless translated
    bool female = true;
    int age = 0;
    double height = 0, weight = 0;  // cm, kg
    std::vector<Medicine> medicines;
    std::vector<CaseCondition> conditions;
    Picture picture;
    std::vector<std::string> guidelines;
    Variation vary;
    std::vector<Feature> features;
    std::vector<Phrasing> phrasings;

    std::vector<CaseCondition> to_diagnose() const;  // those of some severity
};

}  // namespace palpera::library
