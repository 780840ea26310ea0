#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/anatomy/atlas.h"
#include "engine/base/language.h"
#include "engine/base/time.h"
#include "engine/library/action.h"
#include "engine/script/condition.h"

namespace palpera::library {

using base::LocalText;
using base::Minutes;

// What an examination finds by which a fact is true: "numb foot_dorsum_first_web".
struct FoundSign {
    // sensation: numb; strength: weak; reflex: reduced; test: positive; palpate: tender, or what is seen or felt of
    // `look`; pulse: faint; move: limited
    Verb verb = Verb::sensation;
    std::string subject;                // of a movement the joint and the movement: "ankle plantarflexion"
    std::optional<anatomy::Look> look;  // of a site
};

// One thing that is true or not of a patient, and how it reads among the findings.
struct Fact {
    std::string id;
    script::FactType type;
    bool sided = false;
    bool grows = false;               // a span that the time since arrival is added to
    double least = -1e9, most = 1e9;  // of a number
    std::optional<script::Value> normal;
    LocalText yes, no;               // of a flag
    LocalText label;                 // of the others
    std::vector<LocalText> words;    // of a word fact: in the order of type.words
    std::vector<FoundSign> derived;  // of a flag: true where the patient's lesions give one of these
};

// What is answered, found or reported; one of several variants of which the first whose condition holds is given.
struct Response {
    std::string id;  // where it stands in its file; its texts are id/says and id/finds
    script::Condition when;
    LocalText says;
    LocalText finds;
    std::optional<int> pain;          // NRS
    std::optional<double> value;      // in the catalogue entry's unit
    std::vector<std::string> images;  // of a test's result: ids of drawings
    std::vector<std::string> reveals;
    std::vector<std::string> claims;
    std::string beyond;  // reference for what no source document says
    friend bool operator==(const Response&, const Response&) = default;
};
using Responses = std::vector<Response>;

struct Entry {
    std::string id;
    LocalText name;
    LocalText also;
    std::string group;
    int minutes = 0;   // of the visit
    int cost = 0;      // SEK, a teaching value
    int invasive = 0;  // 0 to 3
    std::string reference;
};

struct Group {
    std::string id;
    LocalText name;
    std::string kind;  // of tests: laboratory, imaging, physiology
    std::string icon;
};

struct Question : Entry {  // group is the topic, name the question as asked
    Responses answers;
};

// What is said to a patient that asks nothing: a greeting, thanks, comfort. `say ID` is its act, which costs nothing.
struct Courtesy : Entry {
    Responses answers;
};

// Further ways to put a question, of one case: understood as that question word for word.
struct Phrasing {
    std::string question;
    LocalText words;  // separated by semicolons
    int line = 0, column = 0;  // of the case's file
};

// A question that takes its subject from the one before: "and at night?".
struct FollowUp {
    std::string id;
    LocalText words;                 // how it may be put, separated by semicolons
    std::string asks;                // the question it is then
    std::vector<std::string> after;  // topics and questions that it may follow; none: any
};

struct Tool {
    Verb verb = Verb::palpate;
    LocalText name;
    std::string group;
    std::string icon;
    std::string key;  // the letter that takes the tool
    int minutes = 1;
    LocalText finds;  // when nothing is wrong
};

struct Examination : Entry {  // id is the act: "palpate heel_centre"
    Verb verb = Verb::palpate;
    std::string subject;
    bool sided = false;
    std::string unit;  // of a measurement
    int decimals = 0;
    Responses responses;
};

struct LocalUnit {
    std::string unit;
    double factor = 1;
    int decimals = 0;
};
struct Range {
    std::string id;
    script::Condition when;
    double from = 0, to = 0;
};
struct Test : Entry {
    bool sided = false;
    std::string unit;
    int decimals = 0;
    std::map<base::Language, LocalUnit> units;
    std::vector<Range> ranges;
    std::map<std::string, double> normal;                  // by range id
    static constexpr const char* otherwise = "otherwise";  // its id for patients in none of these ranges
    Minutes delay;
    int radiation = 0;    // 0 to 3
    Responses responses;  // of an unscripted patient
};

// A drawn picture of a result, assets/radiographs/ID.png. It shows the right side.
struct Drawing {
    std::string id;
    LocalText name;  // what is to be seen, for who cannot see it: "heel from the side, spur"
    LocalText view;  // how it was taken, which gives nothing away: "Side view"
};

struct Contraindication {
    std::string id;
    script::Condition when;
    int severity = 1;  // 1 to 3
    LocalText why;
    std::vector<std::string> claims;
    std::string beyond;
};

struct Drug : Entry {
    std::string atc;
    LocalText form;
    std::string dose_unit;
    std::vector<double> choices;
    double most = 0, most_a_day = 0;
    int usual_times = 1;
    std::vector<std::string> facts;
    std::vector<Contraindication> contraindicated;
};
struct Treatment : Entry {
    std::vector<Contraindication> contraindicated;
};
struct Service : Entry {
    Minutes delay;
    std::string level;
};
struct Diagnosis : Entry {  // group is the category
    std::vector<std::string> icd10;
};

// Everything that can be asked, examined, ordered, prescribed, advised or referred to in any case.
struct Catalogue {
    std::vector<Fact> facts;
    script::Vocabulary vocabulary;  // of the facts and of those the engine keeps itself
    std::vector<Group> topics, examination_groups, test_groups, treatment_groups, advice_groups, categories;
    std::vector<Question> questions;
    std::vector<Courtesy> courtesies;
    std::vector<FollowUp> follow_ups;  // the first that fits holds
    LocalText order_words;             // "measure; refer to": what an order may begin with or hold beside its matter
    std::vector<Tool> tools;
    std::vector<Examination> examinations;
    std::vector<Test> tests;
    std::vector<Drawing> drawings;
    std::vector<Drug> drugs;
    std::vector<Treatment> treatments;  // treat
    std::vector<Treatment> advice;      // advise
    std::vector<Service> services;
    std::vector<Diagnosis> diagnoses;
};

using anatomy::find;

const Tool* tool_of(const Catalogue& catalogue, Verb verb);

// What is wrong with the ids of an act ("palpate hael" -> unknown site, nearest ...), or nothing. A diagnosis "any"
// passes. Word facts, doses and sides are not looked at.
std::string trouble_with(const Catalogue& catalogue, const anatomy::Atlas& atlas, Verb verb, std::string_view subject);

// Has what the act speaks of a right and a left?
bool is_sided(const Catalogue& catalogue, const anatomy::Atlas& atlas, Verb verb, std::string_view subject);

// How the act is called: "Palpate: heel centre" without the tool, only what it is done to.
LocalText name_of(const Catalogue& catalogue, const anatomy::Atlas& atlas, Verb verb, std::string_view subject);

}  // namespace palpera::library
