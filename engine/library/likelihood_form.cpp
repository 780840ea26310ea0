#include "engine/library/form_parts.h"
#include "engine/library/forms.h"

namespace palpera::library::forms {

using namespace document::form;
using document::Form;
using document::Part;

namespace {

Form level() { return id(); }  // one of the file's own

Form finding() {
    return map({required("text", text(name_length), "What is found, for those who read the file."),
                required("kind", one_of({"history", "exam", "test"}), "Where it comes from."),
                required("group", id(), "One of the groups above."),
                required("background", level(), "With every condition that does not list it."),
                optional("question", reference("question"), "What asks for it."),
                optional("test", id(), "What examines it, where that has a name."),
                optional("when", condition_of_when(), "Which facts show it; age and sex are always known."),
                optional("not_mapped", text(name_length), "Why no fact shows it.")})
        .with_one_of({"when", "not_mapped"}, "not-mapped", "a finding says which facts show it, or why none does",
                     "add when: a condition, or not_mapped: \"why\"");
}

// A level alone, or with what it rests on.
Form likelihood() {
    const Form sourced =
        map({required("level", level(), "How likely, one of the levels above."),
             required("basis", one_of({"study", "definition", "claim", "specific"}),
                      "What the level rests on; specific: estimated for this condition."),
             optional("published", text(name_length), "The figure as published."),
             optional("citation", text(name_length), "Where it was published."),
             optional("claims", list(text(name_length), 1), "Statements of the sources, such as HS-031."),
             optional("note", text(sentence_length), "What a reader should know of it.")});
    return either(sourced, level());
}

Form likely_condition() {
    return map({required("frequency", id(), "How often it is seen, one of the frequencies above."),
                required("areas", list(one_of({"foot", "leg", "back"}), 1), "Where patients with it point."),
                optional("must_not_miss", flag(), "To miss it is dangerous."),
                optional("told_apart_by", text(sentence_length), "What tells it from its neighbours."),
                optional("lesion", text(name_length), "Its lesion, structure/level."),
                required("findings", entries(likelihood()),
                         "Findings that differ from their background, or were looked at.")});
}

}  // namespace

Form likelihoods() {
    const Form certain_of_nothing = number(0.001, 0.999);
    const Form level_of = map({required("p", certain_of_nothing, "How likely: never 0, never 1."),
                               optional("meaning", text(sentence_length), "In words.")});
    const Form other = map({required("prior", share(), "Its share of the beginning."),
                            required("at_least", level(), "No finding is rarer with it than this.")});
    return file(
        {required("levels", entries(level_of), "The scale of likelihoods."),
         required("frequencies", entries(number(0.001, 1000)), "How often conditions are seen: weights."),
         required("elsewhere", number(0.001, 1), "The part of a weight that is left in other areas of the body."),
         required("something_else", other, "What is none of the conditions below."),
         required("damping", list(number(0, 1), 1, 20), "Powers within a group, the strongest finding first."),
         required("groups", entries(text(name_length)), "Findings that belong together."),
         required("findings", entries(finding()), "What tells the conditions apart."),
         required("conditions", entries_by("diagnosis", likely_condition()), "The conditions that are told apart.")});
}

}  // namespace palpera::library::forms
