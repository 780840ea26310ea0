#include "engine/library/form_parts.h"

#include <utility>

namespace palpera::library::forms {

using namespace document::form;
using document::Form;
using document::Part;

Form condition_of_when() { return written("a condition", "^[^\\n]{1,1000}$").named("condition"); }
Form act() { return written("an act", "").named("act"); }
Form icon() { return id(); }

Part when(std::string about) { return optional("when", condition_of_when(), std::move(about)); }
Part claims_part() {
    return optional("claims", list(reference_by_any("claim"), 1),
                    "The statements of guidelines/claims.yaml it rests on.");
}
Part beyond_part() {
    return optional("beyond", text(sentence_length), "A reference for what no source document says.");
}
Part reveals_part() {
    return optional("reveals", list(reference("fact")),
                    "The facts it shows; their value is what is true of the patient then.");
}

Form sources() {
    return map({claims_part(), optional("beyond", list(text(sentence_length)), "References beyond the claims.")})
        .with_one_of({"claims", "beyond"}, "no-source", "sources cite claims, or references beyond them");
}

Part image_part() {
    return optional("image", list(reference("drawing")), "What the result shows: drawings of assets/radiographs.");
}

namespace {

Form response_with(std::vector<Part> more) {
    return map(joined(
                   {when("Given where this holds; left out: always. The first that holds is given."),
                    optional("says", words(text_length), "The patient's words."),
                    optional("finds", words(report_length), "What the examiner sees or feels; of a test its report."),
                    optional("pain", whole(0, 10), "Pain provoked, NRS 0 to 10."),
                    optional("value", number(-1e9, 1e9), "In the unit of the catalogue's entry."), reveals_part(),
                    claims_part(), beyond_part()},
                   std::move(more)))
        .with_one_of({"says", "finds", "pain", "value", "image", "reveals"}, "empty-response",
                     "a response has says, finds, value or named variants");
}

}  // namespace

Form response() { return response_with({}).named("response"); }
Form result() { return response_with({image_part()}).named("result"); }

Form responses() { return one_or_named(response()).named("responses"); }

Form contraindications() {
    return entries(map({required("when", condition_of_when(), "Of whom it holds."),
                        required("severity", whole(1, 3), "How much harm it may do, 1 to 3."),
                        required("why", words(text_length), "Why, as the student is told afterwards."), claims_part(),
                        beyond_part()}));
}

Form medicines() {
    return entries_by("drug",
                      map({required("dose", quantity("mass", {"mg", "g", "ug"}, -1e9, 1e9), "One dose, such as 50 mg."),
                           optional("times", whole(1, 24), "How often a day."),
                           optional("as_needed", flag(), "Taken only when needed."),
                           optional("unusual", flag(), "A dose above the catalogue's highest is meant.")}));
}

Form lesion() {
    return map({required("structure", list(text(64), 1, 50), "root_L5, a nerve, a plexus; one or several."),
                required("level", id(), "A lesion site, root, plexus, or a stage of polyneuropathy."),
                optional("side", one_of({"affected", "other", "both", "right", "left", "midline"}),
                         "Affected unless said."),
                required("completeness",
                         written("a completeness", "^(complete|partial|irritative|severity|[0-9]{1,3} ?%)$"),
                         "complete, partial, irritative, a share, or severity: that of the condition."),
                when("There is this lesion where it holds; left out: always.")})
        .named("lesion");
}

std::vector<Part> picture_parts() {
    return {optional("facts", values_of("declared fact"), "What is true; sided facts hold on the affected side."),
            optional("lesions", entries(lesion()), "From which sensation, strength, reflexes and tests follow."),
            optional("answers", entries_by_any("question", responses()), "What the patient answers, by question."),
            optional("findings", entries_by_any("examination", responses()),
                     "What is found, by act, such as `palpate plantar_fascia_insertion`."),
            optional("results", entries_by_any("test", one_or_named(result()).named("results")),
                     "What tests show, by test.")};
}

std::vector<Part> course_parts() {
    const Form weekly =
        map({when("In which weeks."),
             required("change", whole(-100, 100), "Percentage points of severity, added each such week.")});
    const Form visit = map({when("At which later visits."),
                            required("says", words(text_length), "The patient's first words."), reveals_part()});
    const Form event = map({required("when", condition_of_when(), "It happens once, when this first holds."),
                            optional("sets", values_of("declared fact"), "The facts it makes true or not."),
                            optional("says", words(text_length), "The patient's words at the next contact."),
                            optional("tells", words(text_length), "What the debrief tells.")});
    const Form ending =
        map({when("For which courses."), required("tells", words(text_length), "How it went, told in the debrief.")});
    return {optional("course", map({optional("weekly", entries(weekly), "Changes of severity week by week.")}),
                     "How the severity changes."),
            optional("returns", entries(visit), "The patient's first words at a later visit; the first that holds."),
            optional("events", entries(event), "What happens by itself."),
            optional("outcome", entries(ending), "How it is at the case's horizon; the first that holds."),
            optional("sources", sources(), "What it rests on.")};
}

std::vector<Part> joined(std::vector<Part> one, std::vector<Part> other) {
    for (Part& part : other) one.push_back(std::move(part));
    return one;
}

}  // namespace palpera::library::forms
