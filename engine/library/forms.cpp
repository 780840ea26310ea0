#include "engine/library/forms.h"

#include "engine/library/form_parts.h"
#include "engine/library/found_sign.h"
#include "engine/library/pathways.h"

namespace palpera::library::forms {

using namespace document::form;
using document::Form;
using document::Part;

namespace {

constexpr double amount = 1e6, laboratory_value = 1e9;

template <class Word>
std::vector<std::string> names_of_all(Word last) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i <= static_cast<std::size_t>(last); ++i) names.emplace_back(name(static_cast<Word>(i)));
    return names;
}

Part name_part() { return required("name", words(name_length), "How it is called on the screen."); }
Part also_part() {
    return optional("also", words(sentence_length), "What else one may type for it, separated by semicolons.");
}
Part minutes_part() { return optional("minutes", whole(0, 600), "Minutes of the visit it takes."); }
Part cost_part() { return optional("cost", whole(0, 100'000), "SEK, a teaching value."); }
Part reference_part() { return optional("reference", text(report_length), "Where the figures come from."); }
Part invasive_part() { return optional("invasive", whole(0, 3), "How invasive it is, 0 to 3."); }
Part sided_part() { return optional("sided", flag(), "There is a right and a left one."); }
Part unit_part(std::string about) { return optional("unit", text(name_length), std::move(about)); }
Part decimals_part() { return optional("decimals", whole(0, 3), "Decimals shown."); }
Part group_part(std::string key) { return required(std::move(key), id(), "One of the groups above."); }

Form groups() {
    return entries(
        map({name_part(), optional("icon", icon(), "A name among the Material Icons."),
             optional("kind", one_of({"laboratory", "imaging", "physiology"}), "Of tests: what they are.")}));
}
Part groups_part(std::string key) { return required(std::move(key), groups(), "The headings, in their order."); }

Form range() {
    return map({when("Whom it fits; the first that does holds."),
                required("from", number(-amount, laboratory_value), "The lowest normal value."),
                required("to", number(-amount, laboratory_value), "The highest normal value.")});
}

Form local_unit() {
    return map({required("unit", text(name_length), "The unit as it is written there."),
                optional("factor", number(0, amount), "What a value is multiplied by."), decimals_part()});
}

std::vector<Part> measure_parts() {
    return {name_part(),         also_part(),
            group_part("group"), minutes_part(),
            cost_part(),         invasive_part(),
            reference_part(),    optional("contraindicated", contraindications(), "For whom it is unsuitable.")};
}

Form step() {
    const Form shared_credit = map(
        {required("act", act(), "The act."), optional("credit", share(), "The part of the step's points it earns.")});
    return map({required("strength", one_of(names_of_all(Strength::never)), "How strongly the source puts it."),
                required("domain", one_of(names_of_all(Domain::follow_up)), "What part of the care it belongs to."),
                required("text", words(sentence_length), "What is expected, in a line."),
                required("why", words(text_length), "Why, as the debrief tells it."),
                when("Of whom; left out: always."),
                required("acts", list(either(shared_credit, act()), 1), "Any of these acts fulfils it."),
                optional("at_least", whole(1, 50), "How many of the acts; 1 unless said."),
                optional("severity", whole(1, 3), "Of avoid and never: how much harm, 1 to 3."),
                optional("vital", flag(), "Of must: where it is missed the case cannot be passed."),
                optional("until",
                         written("a time", "^(end of visit [1-9][0-9]*|[0-9]+ (minute|hour|day|week|month|year)s?)$"),
                         "Full points until then: `end of visit 1`, or a span since arrival."),
                optional("lost", span(), "After `until` the points fall to nothing in this time."), claims_part(),
                beyond_part()})
        .with_one_of({"claims", "beyond"}, "no-source", "a step cites claims, or a reference beyond the sources",
                     "add claims: [...] or beyond: \"...\"");
}

Form precedence() {
    return map({required("first", id(), "The step that comes first."), required("then", id(), "The step after it."),
                required("text", words(sentence_length), "The order, in a line."),
                required("why", words(text_length), "Why, as the debrief tells it."), claims_part(), beyond_part()})
        .with_one_of({"claims", "beyond"}, "no-source", "an order cites its source",
                     "add claims: [...] or beyond: \"...\"");
}

Form patient() {
    return map({required("name", text(60), "The patient's name, the same in every language."),
                required("sex", one_of({"female", "male"}), "Female or male."),
                required("age", whole(0, 120), "Years."),
                required("height", quantity("length", {"cm"}, 40, 230), "Such as 165 cm."),
                required("weight", quantity("mass", {"kg"}, 2, 350), "Such as 84 kg."),
                required("occupation", words(title_length), "On the card."),
                required("work", words(text_length), "A sentence or two on work, in the patient's words."),
                required("home", words(text_length), "A sentence or two on home, in the patient's words."),
                optional("medicines", medicines(), "What the patient takes, by drug.")});
}

Form variation() {
    const Form comorbidity = map(joined(picture_parts(), {optional("medicines", medicines(), "What it adds.")}));
    return map({optional("side", list(one_of({"right", "left"})), "Sides; the first is the case's."),
                optional("age", list(whole(0, 120)), "Ages; the first is the case's."),
                optional("severity", list(share()), "Severities; the first is the case's."),
                optional("also", entries(comorbidity), "Harmless other things the patient may have.")});
}

}  // namespace

Form facts() {
    const Form normal = written("yes, no, a number, a span or a word", "");
    const Form fact =
        map({optional("kind", one_of({"flag", "number", "span", "word"}), "What its value is; flag unless said."),
             optional("sided", flag(), "A value for each side."),
             optional("grows", flag(), "A span that the time since arrival is added to."),
             optional("yes", words(name_length), "Of a flag: how it reads among the findings when present."),
             optional("no", words(name_length), "Of a flag: how it reads when absent."),
             optional("normal", normal, "What holds where nothing says otherwise; of a flag no."),
             optional("label", words(name_length), "Of all but flags: how it is called."), unit_part("Of a number."),
             optional("least", number(-laboratory_value, laboratory_value), "Of a number."),
             optional("most", number(-laboratory_value, laboratory_value), "Of a number."),
             optional("words", entries(words(name_length)), "Of a word: what it may be, and how each reads."),
             optional("derived", list(written("a sign", "^(" + sign_words() + ") [a-z0-9_-]+( [a-z0-9_-]+)?$"), 1),
                      "Of a flag: true where the patient's lesions give one of these, such as `weak gastrocnemius`.")});
    return file({required("facts", entries(fact), "What is true or not of a patient.")});
}

Form questions() {
    const Form question =
        map({group_part("topic"), required("ask", words(sentence_length), "The question as it is put."), also_part(),
             minutes_part(), required("answers", responses(), "What a patient answers whose case says nothing.")});
    const Form courtesy = map({name_part(), required("answers", responses(), "What the patient says to it.")});
    const Form follow_up =
        map({required("words", words(sentence_length), "How it may be put, separated by semicolons."),
             required("asks", id(), "The question that it is then."),
             optional("after", list(id()), "Topics and questions it may follow; left out: any question.")});
    return file({groups_part("topics"), required("questions", entries(question), "What can be asked."),
                 optional("courtesies", entries(courtesy), "What is said to a patient that asks nothing."),
                 optional("follow_ups", entries(follow_up), "Questions that take their subject from the one before."),
                 optional("order_words", words(report_length),
                          "What an order has beside the thing ordered: `measure; refer to`; separated by semicolons.")});
}

Form phrasings() {
    return file({required("phrasings", entries_by("question", list(text(sentence_length))),
                          "Other ways to put each question.")});
}

Form out_of_scope() {
    return file({required("out_of_scope", list(text(sentence_length)),
                          "What may be typed that is none of the questions: orders, explanations, other matters."),
                 optional("courtesies", entries_by("courtesy", list(text(sentence_length))),
                          "Ways to greet, thank, comfort: what is said that asks nothing and is answered.")});
}

Form examinations() {
    const Form tool = map({name_part(), group_part("group"), required("minutes", whole(0, 60), "Minutes it takes."),
                           required("icon", icon(), "A name among the Material Icons."),
                           optional("key", text(1), "The letter that takes it."),
                           optional("finds", words(text_length), "What is found when nothing is wrong.")});
    const Form examination =
        map({optional("name", words(name_length), "How it is called on the screen."), also_part(), minutes_part(),
             cost_part(), reference_part(), sided_part(), unit_part("Of a measurement."), decimals_part(),
             optional("normal", number(-amount, amount), "Of a measurement: what a healthy patient has."),
             optional("says", words(text_length), "The patient's words."),
             optional("finds", words(report_length), "What is seen or felt when nothing is wrong."),
             optional("pain", whole(0, 10), "Pain provoked, NRS 0 to 10."), reveals_part(),
             optional("variants", entries(response()), "Where findings differ by the patient's facts."), claims_part(),
             beyond_part()});
    return file(
        {groups_part("groups"), required("tools", entries(tool), "The verbs of examination."),
         required("examinations", entries_by_any("", examination), "Acts that have more to say than their tool.")});
}

Form tests() {
    const Form normal = either(entries(number(-amount, laboratory_value)), number(-amount, laboratory_value));
    const Form units = map({optional("sv", local_unit(), "In Swedish."), optional("nb", local_unit(), "In Norwegian."),
                            optional("en", local_unit(), "In English.")});
    const Form test =
        map({group_part("group"), name_part(), also_part(), sided_part(), unit_part("As UCUM writes it."),
             optional("units", units, "Where a country writes it otherwise."), decimals_part(),
             optional("ranges", entries(range()), "What is normal; the first that fits the patient."),
             optional("normal", normal, "What a healthy patient has: a number, or one for each range."),
             optional("finds", words(report_length), "The report when nothing is wrong."), image_part(),
             optional("variants", entries(result()), "Reports that differ by the patient's facts."), reveals_part(),
             cost_part(), minutes_part(), required("delay", span(), "The time until the result is there."),
             optional("radiation", whole(0, 3), "How much it radiates, 0 to 3."), invasive_part(), reference_part()});
    return file({groups_part("groups"), required("tests", entries(test), "What can be ordered.")});
}

Form drawings() {
    const Form drawing = map({required("name", words(name_length), "What is to be seen, for who cannot see it."),
                              required("view", words(name_length), "How it was taken, which gives nothing away.")});
    return file({required("drawings", entries(drawing), "The pictures of results, by the name of their PNG.")});
}

Form drugs() {
    const Form dose = map({required("unit", one_of({"mg", "g", "ug"}), "What doses are given in."),
                           required("choices", list(number(0, amount), 1), "The doses offered."),
                           required("most", number(0, amount), "The highest single dose of an adult."),
                           required("most_a_day", number(0, amount), "The highest dose of a day."),
                           optional("usual_times", whole(1, 24), "How often a day it is usually taken.")});
    const Form drug =
        map({name_part(), also_part(), required("form", words(name_length), "Such as tablet."),
             optional("atc", text(name_length), "The ATC code, where verified."),
             required("dose", dose, "What can be prescribed."), cost_part(),
             optional("facts", list(reference("fact")), "True of a patient who takes it."),
             optional("contraindicated", contraindications(), "For whom it is unsuitable."), reference_part()});
    return file({required("drugs", entries(drug), "What can be prescribed.")});
}

Form treatments() {
    return file({groups_part("groups"), required("treatments", entries(map(measure_parts())), "What can be done.")});
}
Form advice() {
    return file({groups_part("groups"), required("advice", entries(map(measure_parts())), "What can be advised.")});
}

Form services() {
    const Form service = map(
        {name_part(), also_part(), minutes_part(), cost_part(), optional("delay", span(), "The routine waiting time."),
         optional("level", one_of({"primary", "specialist"}), "The level of care."), reference_part()});
    return file({required("services", entries(service), "Where a patient can be referred.")});
}

Form diagnoses() {
    const Form diagnosis =
        map({name_part(), also_part(), optional("icd10", list(text(20)), "Codes, a source's own first."),
             group_part("category")});
    return file({groups_part("categories"), required("diagnoses", entries(diagnosis), "What can be diagnosed.")});
}

Form claims() {
    const Form source = map({required("title", words(sentence_length), "Its title, publisher and date."),
                             optional("kind", text(sentence_length), "What kind of document it is."),
                             optional("authority", whole(1, 9), "Its weight among the sources; 1 is the highest.")});
    const Form claim = map({required("text", words(text_length), "The statement in the project's own words."),
                            optional("strength", text(name_length), "How strongly the source puts it."),
                            optional("section", text(name_length), "Where in the source."),
                            optional("condition", text(name_length), "What it is about."),
                            optional("kind", text(name_length), "What kind of statement it is."),
                            optional("quantifier", text(sentence_length), "Of how many it is said."),
                            optional("line", whole(1, 1'000'000), "Its line in the source.")});
    return file({required("sources", entries_by_any("", source), "The source documents."),
                 required("claims", entries_by_any("", claim), "Their statements, by id, such as HS-021.")});
}

Form uncited() {
    const Form group =
        map({required("reason", text(sentence_length), "Why nothing in the library has to rest on them."),
             required("claims", list(reference_by_any("claim"), 1), "Statements of guidelines/claims.yaml.")});
    return file({required("excused", entries(group), "Groups of claims, each with its reason.")});
}

Form blueprint() {
    const Form points = whole(0, 100);
    const Form weight = number(0, 100);
    return file(
        {optional("scoring_version", whole(1, 2),
                  "The rules by which the weights are meant; 1 where it is not there. Results are told with it."),
         required("components",
                  map({required("necessary_care", points, "Points."), required("order", points, "Points."),
                       required("stewardship", points, "Points."), required("diagnosis", points, "Points.")}),
                  "The parts of the score; they sum to 100."),
         required("pass", whole(1, 100), "The pass mark."),
         required("cap_when_never", points, "The most points when something was done that must never be."),
         optional("cap_when_wrong", points, "The most points when another diagnosis was made."),
         optional("cap_when_missed", points, "The most points when a vital step was missed."),
         required("harm_per_severity", weight, "Points off for each degree of harm."),
         required("category_credit", share(), "What the right category is worth of the diagnosis."),
         required(
             "stewardship",
             map({required("budget", number(0.1, 1000), "The burden at which nothing is left."),
                  optional("over_budget", weight, "Points off for each burden beyond the budget."),
                  required("per_100_kr", weight, "Burden."), required("per_10_minutes", weight, "Burden."),
                  required("radiation", weight, "Burden of a degree."),
                  required("invasive", weight, "Burden of a degree."), required("question", weight, "Burden of one."),
                  required("examination", weight, "Burden of one."), required("other_act", weight, "Burden of one.")}),
             "The burden of what was not needed."),
         optional("why", entries(words(text_length)), "The reason for each weight.")});
}

Form guideline() {
    const Form accept = entries_by("condition", list(reference("diagnosis")));
    return file({required("title", words(title_length), "What it is called."),
                 required("source", words(sentence_length), "Whose, what, from when and until when."),
                 required("version", whole(1, 10'000), "Counted up when what it asks for changes."),
                 optional("concerns", list(reference("condition"), 1),
                          "The conditions whose patients it scores; left out: any patient."),
                 optional("terms", entries(condition_of_when()), "Names for conditions, used in `when` below."),
                 required("steps", entries(step()), "What is expected, or to be left alone."),
                 optional("order", entries(precedence()), "Steps that belong in one order."),
                 optional("diagnosis",
                          map({optional("accept", accept, "Diagnoses that count as the condition, by condition.")}),
                          "What counts as the right diagnosis.")});
}

Form condition() {
    return file(joined(picture_parts(), course_parts()))
        .with_one_of({"sources"}, "no-source", "a condition cites the claims or references it rests on",
                     "add sources: {claims: [...]}");
}

Form patient_case() {
    const Form affliction = map({optional("side", one_of({"right", "left", "both", "midline"}), "The affected side."),
                                 optional("severity", share(), "How bad it is at arrival, such as 60 %.")});
    const Form feature = map({required("shows", list(reference("fact"), 1), "The facts that must be discoverable."),
                              optional("two_ways", flag(), "`no` marks a single way to it on purpose.")});
    const std::vector<Part> before{
        required("version", whole(1, 10'000), "Counted up when the case changes."),
        required("title", words(title_length), "Neutral: it hints at no diagnosis."),
        required("setting", one_of({"primary_care", "emergency", "home"}), "Where the patient is seen."),
        required("area", one_of({"foot", "leg", "back"}), "The part of the body."),
        required("difficulty", whole(1, 5), "1 to 5."),
        required("minutes", whole(1, 240), "The length of the first visit."),
        required("horizon", span({1}, {10 * base::one(base::TimeUnit::years).value}), "When the debrief looks back."),
        required("patient", patient(), "Who comes."),
        required("complaint", words(sentence_length), "On the card, and the answer to the opening question."),
        required("conditions", entries_by("condition", affliction), "What the patient has.")};
    const std::vector<Part> after{
        required("guidelines", list(reference("guideline")), "What the care is scored by."),
        optional("vary", variation(), "The axes along which the case varies; seed 0 is the case as written."),
        optional("features", entries(feature), "What must be discoverable."),
        optional("phrasings", entries_by("question", words(text_length)),
                 "Further ways to put a question to this patient, separated by semicolons.")};
    return file(joined(joined(joined(before, picture_parts()), course_parts()), after));
}

}  // namespace palpera::library::forms
