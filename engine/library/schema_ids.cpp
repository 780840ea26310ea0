#include <algorithm>
#include <array>
#include <utility>

#include "engine/library/known.h"
#include "engine/library/schema_values.h"

namespace palpera::library {
namespace {

using base::Language;
using Named = std::vector<std::pair<std::string, std::string>>;  // id and what it stands for, in English

constexpr std::array<std::string_view, 13> kinds{"fact",      "claim",     "question",   "test",    "drawing",
                                                 "drug",      "treatment", "advice",     "service", "diagnosis",
                                                 "condition", "guideline", "examination"};
// What may follow an act: on which side of the patient.
constexpr const char* with_side = "^[^ ]+( [^ ]+)* (affected|other|both|right|left|any)$";

template <class List>
Named named(const List& list) {
    Named result;
    for (const auto& item : list) result.emplace_back(item.id, item.name.in(Language::en));
    return result;
}

template <class List>
void add_acts(Named& acts, Verb verb, const List& list, const std::string& between = " ") {
    for (const auto& item : list) {
        acts.emplace_back(std::string(name(verb)) + between + item.id, item.name.in(Language::en));
    }
}

// Every examination of the atlas and the catalogue, each once.
Named examinations(const Library& library) {
    const anatomy::Atlas& atlas = library.atlas;
    Named acts;
    for (Verb verb : {Verb::inspect, Verb::palpate, Verb::auscultate}) add_acts(acts, verb, atlas.sites);
    for (const anatomy::Joint& joint : atlas.joints) add_acts(acts, Verb::move, joint.movements, " " + joint.id + " ");
    add_acts(acts, Verb::strength, atlas.muscles);
    add_acts(acts, Verb::reflex, atlas.reflexes);
    for (const char* modality : {" light_touch ", " pinprick ", " vibration ", " temperature "}) {
        add_acts(acts, Verb::sensation, atlas.zones, modality);
    }
    add_acts(acts, Verb::sensation, atlas.sites, " vibration ");
    add_acts(acts, Verb::test, atlas.special_tests);
    add_acts(acts, Verb::pulse, atlas.arteries);
    for (const Examination& own : library.catalogue.examinations) {
        acts.emplace_back(own.id, own.name.in(Language::en));
    }
    std::stable_sort(acts.begin(), acts.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    const auto same = [](const auto& a, const auto& b) { return a.first == b.first; };
    acts.erase(std::unique(acts.begin(), acts.end(), same), acts.end());
    return acts;
}

Named other_acts(const Library& library) {
    const Catalogue& catalogue = library.catalogue;
    Named acts;
    add_acts(acts, Verb::ask, catalogue.questions);
    add_acts(acts, Verb::say, catalogue.courtesies);
    for (Verb verb : {Verb::order, Verb::cancel, Verb::read}) add_acts(acts, verb, catalogue.tests);
    for (Verb verb : {Verb::prescribe, Verb::change, Verb::stop}) add_acts(acts, verb, catalogue.drugs);
    add_acts(acts, Verb::treat, catalogue.treatments);
    add_acts(acts, Verb::advise, catalogue.advice);
    add_acts(acts, Verb::refer, catalogue.services);
    for (Verb verb : {Verb::differential, Verb::diagnose}) {
        acts.emplace_back(std::string(name(verb)) + " any", "");
        add_acts(acts, verb, catalogue.diagnoses);
    }
    return acts;
}

Json words_of(const Named& named) {
    Json list = Json::array();
    for (const auto& [id, about] : named) list.push_back(id);
    return {{"enum", list}};
}

// As keys of a map, each with what it stands for, which editors show while completing.
Json keys_of(const Named& named, bool sided) {
    Json properties = Json::object();
    for (const auto& [id, about] : named) {
        properties[id] = about.empty() ? Json::object() : Json{{"description", about}};
    }
    Json keys{{"type", "object"}, {"properties", properties}, {"additionalProperties", false}};
    if (sided) keys["patternProperties"] = {{with_side, Json::object()}};
    return keys;
}

Json values_of_facts(const Catalogue& catalogue) {
    Json properties = Json::object();
    for (const Fact& fact : catalogue.facts) {
        const LocalText& about = fact.type.kind == script::Kind::flag ? fact.yes : fact.label;
        Json value{{"description", about.in(Language::en)}};
        value.update(scalar_schema(value_form(fact)));
        properties[fact.id] = value;
    }
    return {{"type", "object"}, {"properties", properties}, {"additionalProperties", false}};
}

// Any act: one of the examinations or the others, with a side or without, or one of the verbs that take no id.
Json any_act(const Library& library) {
    const Json bare{{"type", "string"},
                    {"pattern",
                     "^(say|take_back|position|border|note|note_finding|follow_up|"
                     "sick_note|decline|wait|end_visit|finish)( .*)?$"}};
    const Json sided{{"type", "string"}, {"pattern", with_side}};
    return {{"anyOf", Json::array({ids_reference("", "examination"), words_of(other_acts(library)), sided, bare})}};
}

}  // namespace

bool has_ids(std::string_view kind) { return std::find(kinds.begin(), kinds.end(), kind) != kinds.end(); }

std::string ids_schema(const Library& library) {
    const Catalogue& catalogue = library.catalogue;
    const Known known(library);
    Json definitions = Json::object();
    for (std::string_view kind : kinds) {
        if (kind != "examination") definitions[std::string(kind)] = {{"enum", known.all(kind)}};
    }
    const Named examined = examinations(library);
    definitions["examination"] = words_of(examined);
    definitions["act"] = any_act(library);
    definitions["keys_of_question"] = keys_of(named(catalogue.questions), true);
    definitions["keys_of_test"] = keys_of(named(catalogue.tests), true);
    definitions["keys_of_examination"] = keys_of(examined, true);
    definitions["keys_of_drug"] = keys_of(named(catalogue.drugs), false);
    definitions["keys_of_diagnosis"] = keys_of(named(catalogue.diagnoses), false);
    Named conditions;
    for (const ConditionModel& model : library.conditions) conditions.emplace_back(model.id, "");
    definitions["keys_of_condition"] = keys_of(conditions, false);
    definitions["values_of_declared_fact"] = values_of_facts(catalogue);
    const Json schema{
        {"$schema", schema_draft}, {"title", "Palpera: the ids of the library"}, {"definitions", definitions}};
    return schema.dump(1) + "\n";
}

}  // namespace palpera::library
