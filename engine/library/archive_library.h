#pragma once

// The rest of the library's values: what only the compiled library holds. See archive.h.

#include "engine/library/archive.h"

namespace palpera::library {
template <class Archive>
void serialize(Archive& archive, ActPattern& pattern) {
    auto& [verb, subject, where] = pattern;
    archive(verb, subject, where);
}
template <class Archive>
void serialize(Archive& archive, FoundSign& sign) {
    auto& [verb, subject, look] = sign;
    archive(verb, subject, look);
}
template <class Archive>
void serialize(Archive& archive, Fact& fact) {
    auto& [id, type, sided, grows, least, most, normal, yes, no, label, words, derived] = fact;
    archive(id, type, sided, grows, least, most, normal, yes, no, label, words, derived);
}
template <class Archive>
void serialize(Archive& archive, Entry& entry) {
    auto& [id, name, also, group, minutes, cost, invasive, reference] = entry;
    archive(id, name, also, group, minutes, cost, invasive, reference);
}
template <class Archive>
void serialize(Archive& archive, Group& group) {
    auto& [id, name, kind, icon] = group;
    archive(id, name, kind, icon);
}
template <class Archive>
void serialize(Archive& archive, Courtesy& courtesy) {
    archive(cereal::base_class<Entry>(&courtesy), courtesy.answers);
}
template <class Archive>
void serialize(Archive& archive, FollowUp& follow_up) {
    auto& [id, words, asks, after] = follow_up;
    archive(id, words, asks, after);
}
template <class Archive>
void serialize(Archive& archive, Question& question) {
    archive(cereal::base_class<Entry>(&question), question.answers);
}
template <class Archive>
void serialize(Archive& archive, Tool& tool) {
    auto& [verb, name, group, icon, key, minutes, finds] = tool;
    archive(verb, name, group, icon, key, minutes, finds);
}
template <class Archive>
void serialize(Archive& archive, Examination& examination) {
    archive(cereal::base_class<Entry>(&examination), examination.verb, examination.subject, examination.sided,
            examination.unit, examination.decimals, examination.responses);
}
template <class Archive>
void serialize(Archive& archive, LocalUnit& local) {
    auto& [unit, factor, decimals] = local;
    archive(unit, factor, decimals);
}
template <class Archive>
void serialize(Archive& archive, Range& range) {
    auto& [id, when, from, to] = range;
    archive(id, when, from, to);
}
template <class Archive>
void serialize(Archive& archive, Test& test) {
    archive(cereal::base_class<Entry>(&test), test.sided, test.unit, test.decimals, test.units, test.ranges,
            test.normal, test.delay, test.radiation, test.responses);
}
template <class Archive>
void serialize(Archive& archive, Drawing& drawing) {
    auto& [id, name, view] = drawing;
    archive(id, name, view);
}
template <class Archive>
void serialize(Archive& archive, Contraindication& contraindication) {
    auto& [id, when, severity, why, claims, beyond] = contraindication;
    archive(id, when, severity, why, claims, beyond);
}
template <class Archive>
void serialize(Archive& archive, Drug& drug) {
    archive(cereal::base_class<Entry>(&drug), drug.atc, drug.form, drug.dose_unit, drug.choices, drug.most,
            drug.most_a_day, drug.usual_times, drug.facts, drug.contraindicated);
}
template <class Archive>
void serialize(Archive& archive, Treatment& treatment) {
    archive(cereal::base_class<Entry>(&treatment), treatment.contraindicated);
}
template <class Archive>
void serialize(Archive& archive, Service& service) {
    archive(cereal::base_class<Entry>(&service), service.delay, service.level);
}
template <class Archive>
void serialize(Archive& archive, Diagnosis& diagnosis) {
    archive(cereal::base_class<Entry>(&diagnosis), diagnosis.icd10);
}
template <class Archive>
void serialize(Archive& archive, Catalogue& catalogue) {
    auto& [facts, vocabulary, topics, examination_groups, test_groups, treatment_groups, advice_groups, categories,
           questions, courtesies, follow_ups, order_words, tools, examinations, tests, drawings, drugs, treatments,
           advice, services, diagnoses] = catalogue;
    archive(facts, vocabulary, topics, examination_groups, test_groups, treatment_groups, advice_groups, categories,
            questions, courtesies, follow_ups, order_words, tools, examinations, tests, drawings, drugs, treatments,
            advice, services, diagnoses);
}
template <class Archive>
void serialize(Archive& archive, StepAct& step) {
    auto& [act, credit] = step;
    archive(act, credit);
}
template <class Archive>
void serialize(Archive& archive, Step& step) {
    auto& [id, strength, domain, text, why, when, acts, at_least, severity, vital, until_visit, until, lost, claims,
           beyond] = step;
    archive(id, strength, domain, text, why, when, acts, at_least, severity, vital, until_visit, until, lost, claims,
            beyond);
}
template <class Archive>
void serialize(Archive& archive, Precedence& precedence) {
    auto& [id, first, then, text, why, claims, beyond] = precedence;
    archive(id, first, then, text, why, claims, beyond);
}
template <class Archive>
void serialize(Archive& archive, Guideline& guideline) {
    auto& [id, version, title, source, concerns, steps, order, accept] = guideline;
    archive(id, version, title, source, concerns, steps, order, accept);
}
template <class Archive>
void serialize(Archive& archive, Claim& claim) {
    auto& [id, source, text, strength, section] = claim;
    archive(id, source, text, strength, section);
}
template <class Archive>
void serialize(Archive& archive, SourceDocument& source) {
    auto& [id, title] = source;
    archive(id, title);
}
template <class Archive>
void serialize(Archive& archive, ExcusedClaim& excused) {
    auto& [claim, reason] = excused;
    archive(claim, reason);
}
template <class Archive>
void serialize(Archive& archive, Blueprint& blueprint) {
    auto& [scoring_version, necessary_care, order, stewardship, diagnosis, pass, cap, cap_when_wrong, cap_when_missed,
           harm, budget, over_budget, per_100_kr, per_10_minutes, radiation, invasive, question, examination, other_act,
           category_credit, why] = blueprint;
    archive(scoring_version, necessary_care, order, stewardship, diagnosis, pass, cap, cap_when_wrong, cap_when_missed,
            harm, budget, over_budget, per_100_kr, per_10_minutes, radiation, invasive, question, examination,
            other_act, category_credit, why);
}
template <class Archive>
void serialize(Archive& archive, ScriptedResponse& scripted) {
    auto& [act, responses] = scripted;
    archive(act, responses);
}
template <class Archive>
void serialize(Archive& archive, DeclaredLesion& one) {
    auto& [id, lesion, where, follows_severity, when] = one;
    auto& [structures, level, sides, severity] = lesion;
    archive(id, structures, level, sides, severity, where, follows_severity, when);
}
template <class Archive>
void serialize(Archive& archive, Picture& picture) {
    auto& [facts, lesions, answers, findings, results, weekly, returns, events, outcome, claims, beyond] = picture;
    archive(facts, lesions, answers, findings, results, weekly, returns, events, outcome, claims, beyond);
}
template <class Archive>
void serialize(Archive& archive, ConditionModel& model) {
    auto& [id, file, picture] = model;
    archive(id, file, picture);
}
template <class Archive>
void serialize(Archive& archive, CaseCondition& condition) {
    auto& [id, side, severity] = condition;
    archive(id, side, severity);
}
template <class Archive>
void serialize(Archive& archive, Comorbidity& comorbidity) {
    auto& [id, picture, medicines] = comorbidity;
    archive(id, picture, medicines);
}
template <class Archive>
void serialize(Archive& archive, Variation& variation) {
    auto& [side, age, severity, also] = variation;
    archive(side, age, severity, also);
}
template <class Archive>
void serialize(Archive& archive, Feature& feature) {
    auto& [id, shows, two_ways] = feature;
    archive(id, shows, two_ways);
}
template <class Archive>
void serialize(Archive& archive, Phrasing& phrasing) {
    auto& [question, words, line, column] = phrasing;
    archive(question, words, line, column);
}
template <class Archive>
void serialize(Archive& archive, CaseFile& file) {
    auto& [id, folder, language, version, title, complaint, setting, area, difficulty, minutes, horizon, name,
           occupation, work, home, female, age, height, weight, medicines, conditions, picture, guidelines, vary,
           features, phrasings] = file;
    archive(id, folder, language, version, title, complaint, setting, area, difficulty, minutes, horizon, name,
            occupation, work, home, female, age, height, weight, medicines, conditions, picture, guidelines, vary,
            features, phrasings);
}
template <class Archive>
void serialize(Archive& archive, LikelyFinding& finding) {
    auto& [id, group, when, mapped, otherwise] = finding;
    archive(id, group, when, mapped, otherwise);
}
template <class Archive>
void serialize(Archive& archive, LikelyCondition& condition) {
    auto& [id, weight, areas, likely] = condition;
    archive(id, weight, areas, likely);
}
template <class Archive>
void serialize(Archive& archive, Likelihoods& likelihoods) {
    auto& [findings, conditions, elsewhere, something_else, damping] = likelihoods;
    archive(findings, conditions, elsewhere, something_else, damping);
}
template <class Archive>
void serialize(Archive& archive, Library& library) {
    auto& [atlas, catalogue, sources, claims, excused, blueprint, conditions, likelihoods, guidelines,
           earlier_guidelines, cases, index] = library;
    archive(atlas, catalogue, sources, claims, excused, blueprint, conditions, likelihoods, guidelines,
            earlier_guidelines, cases);
    static_cast<void>(index);  // made from the others, faster than it is read
}
}  // namespace palpera::library
