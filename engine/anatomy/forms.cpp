#include "engine/anatomy/forms.h"

#include <utility>

#include "engine/anatomy/tissue.h"

namespace palpera::anatomy::forms {

using namespace document::form;
using document::Form;
using document::Part;

namespace {

std::vector<Part> structure_parts() {
    return {required("name", words(), "How it is called on the screen."),
            optional("also", words(), "What else one may type for it, separated by semicolons."),
            optional("sided", flag(), "There is a right and a left one; yes unless said."),
            optional("intimate", flag(), "Examined by name and with consent, never drawn."),
            optional("source", text(), "Where it is described.")};
}

std::vector<Part> with(std::vector<Part> parts, std::vector<Part> more) {
    for (Part& part : more) parts.push_back(std::move(part));
    return parts;
}

Form point() { return tuple(number(0, 1), 2, "point", "a point is two numbers, [x, y], from 0 to 1"); }

std::vector<Part> place_parts() {
    return {required("region", id(), "The region of the body."),
            optional("views", entries(point()), "Where it lies on the figure of the right side, by view.")};
}

// Shares of what comes from each root or nerve.
Form shares(const char* kind) { return entries_by(kind, number(0, 1)); }

Form path() { return quantity("length", {"cm"}, 0, 200); }

// Where something leaves nerves.
Form branches(const Form& nerve) {
    return list(map({required("nerve", nerve, "The nerve it leaves."),
                     required("at", number(0, 1), "Where: 0 proximal, 1 distal."),
                     optional("share", number(0, 1), "How much of its fibres come that way; all unless said.")}),
                1);
}

std::vector<Part> supplied_parts(const char* by, const char* about) {
    return {required("roots", shares("root"), "How much comes from each root; sums to 1."),
            required("main_root", reference("root"), "The root that counts the most."),
            required(by, branches(reference("nerve")), about),
            required("path", path(), "Orders what polyneuropathy takes first; no measurement."),
            optional("note", text(), "For the author.")};
}

// What makes a test positive. One such criterion, without the parts of `any` and `all`.
Form plain_criterion() {
    return map({optional("weak", reference("muscle"), "A muscle whose loss is `from` or more."),
                optional("numb", reference("zone"), "A zone whose loss is `from` or more."),
                optional("from", number(0, 1), "The least loss."),
                optional("lesion_at", list(reference("lesion site"), 1), "There is a lesion at one of these."),
                optional("tension", shares("root"), "A root is compressed: the chance of a positive test.")})
        .with_one_of({"weak", "numb", "lesion_at", "tension"}, "criterion",
                     "a criterion says weak, numb, lesion_at or tension");
}

Form criterion() {
    Form form = plain_criterion();
    form.parts.push_back(optional("any", list(plain_criterion(), 2), "One of these."));
    form.parts.push_back(optional("all", list(plain_criterion(), 2), "All of these."));
    return form.with_one_of({"weak", "numb", "lesion_at", "tension", "any", "all"}, "criterion",
                            "a criterion says weak, numb, lesion_at, tension, any or all");
}

std::vector<Part> published_parts() {
    return {optional("sensitivity", text(), "As published."),
            optional("specificity", text(), "As published."),
            optional("statistic_source", text(), "Where they are published."),
            optional("source_check", one_of({"abstract", "secondary", "recall"}), "How far the source was checked."),
            optional("other_statistics", text(), "What else is published."),
            optional("target_condition", text(), "What it is a test of."),
            optional("frequency_in_target", text(), "How often it is positive there."),
            optional("caveat", text(), "What to beware of.")};
}

}  // namespace

Form figure() {
    Form outline = list(point(), 3);
    outline.rule = "outline";
    outline.message = "an outline has three points at the least";
    const Form view = map({required("name", words(), "How it is called on the screen."),
                           required("aspect", number(0.1, 10), "Width divided by height."),
                           required("outline", outline, "A closed polygon."),
                           optional("lines", list(list(point())), "Inner lines.")});
    return file({required("views", entries(view), "The views of the flat figure.")});
}

Form sites() {
    const Form region = map({required("name", words(), "How it is called on the screen.")});
    const Form site =
        map(with(with(structure_parts(), place_parts()), {optional("kind", text(), "What kind of structure it is.")}));
    return file({required("regions", entries(region), "The parts of the body."),
                 required("sites", entries(site), "What can be inspected, palpated and auscultated.")});
}

Form zones() {
    const Form key_point =
        map({required("level", text(), "The ISNCSCI level."), required("where", words(), "Where the point lies.")});
    const Form zone =
        map(with(with(structure_parts(), place_parts()),
                 {optional("faces", list(text()), "From where it is seen."),
                  required("dermatomes", shares("root"), "How much of it each root supplies; sums to 1."),
                  required("nerves", shares("nerve"), "How much of it each cutaneous nerve supplies; sums to 1."),
                  optional("key_point", key_point, "The ISNCSCI key point that lies in it."),
                  required("path", path(), "Orders what polyneuropathy takes first; no measurement."),
                  optional("certainty", one_of({"high", "medium", "low"}), "Low where maps clearly differ."),
                  optional("note", text(), "For the author.")}));
    return file({required("zones", entries(zone), "Areas of the skin.")});
}

Form nerves() {
    const Form nerve = map(
        {required("name", words(), "How it is called."),
         optional("kind", text(), "nerve, branch, division, trunk, cord, plexus, dorsal_rami."),
         optional("limb", text(), "Where it runs."), optional("modality", text(), "mixed, sensory, motor, autonomic."),
         optional("parents", branches(id()), "What it leaves; shares sum to 1."),
         required("roots", list(reference("root"), 1), "The roots whose fibres it carries."),
         optional("carries", shares("root"), "Of a plexus: how much of each root passes."),
         optional("children", list(id()), "Of a plexus: the nerves that come of it."),
         optional("discriminator", text(), "What tells its lesion from others."),
         optional("note", text(), "For the author."), optional("source", text(), "Where it is described.")});
    return file({required("nerves", entries(nerve), "The nerves, in any order.")});
}

Form lesion_sites() {
    const Form point = map({required("nerve", reference("nerve"), "The nerve that is hurt."),
                            required("at", number(0, 1), "Where: 0 proximal, 1 distal."),
                            optional("vulnerability", number(0, 1), "Beside the site's other points; 1 unless said.")});
    const Form site =
        map({required("name", words(), "How it is called."),
             required("structure", id(), "The nerve, or cauda_equina or conus_medullaris."),
             optional("points", list(point, 1), "What is hurt."),
             optional("roots", shares("root"), "The roots that are hurt on both sides."),
             optional("causes", text(), "Why."), optional("weak", text(), "For the author: what is weak."),
             optional("numb", text(), "For the author: what is numb."),
             optional("spared", text(), "For the author: what is spared."),
             optional("reflexes", text(), "For the author: what becomes of the reflexes."),
             optional("mimics", text(), "What looks alike."),
             optional("tests", list(id()), "The special tests one does."),
             optional("source", text(), "Where it is described.")})
            .with_one_of({"points", "roots"}, "lesion-site", "a lesion site has points on nerves or roots");
    return file({required("lesion_sites", entries(site), "Where nerves are trapped or hurt.")});
}

Form joints() {
    const Form range = tuple(number(-180, 180), 2, "range", "a range is two numbers in degrees, [from, to]");
    const Form age = map({required("from", whole(0, 120), "The youngest, in years."),
                          required("to", whole(0, 120), "The oldest, in years."),
                          required("female", number(-180, 180), "How far it goes on average, in degrees."),
                          required("male", number(-180, 180), "How far it goes on average, in degrees."),
                          required("reference", text(), "The study that measured it.")});
    const Form movement = map({required("name", words(), "How it is called on the screen."),
                               optional("also", words(), "What else one may type for it."),
                               required("normal", range, "The usual range of an adult in degrees, [from, to]."),
                               optional("ages", list(age, 1), "Ages of which a study says otherwise."),
                               optional("reference", text(), "Where the range comes from.")});
    const Form joint = map(with(structure_parts(), {required("movements", entries(movement), "How it can be moved.")}));
    return file({required("joints", entries(joint), "The joints.")});
}

Form special_tests() {
    const std::vector<Part> meaning{
        optional("region", id(), "The region of the body."),
        required("how", words(), "How it is done and what it shows."),
        optional("category", text(), "What kind of test it is."),
        optional("stresses", text(), "What it puts under strain."),
        optional("positive_if", text(), "When it counts as positive."),
        optional("positive", words(), "What is found where it is positive."),
        optional("positive_in", list(text()), "Conditions in which it is positive."),
        optional("negative_in", list(text()), "Conditions in which it is negative."),
        optional("kind", one_of({"derived", "derived_variable", "scripted", "measured", "score"}),
                 "Whether it follows from the lesion."),
        optional("rule", criterion(), "From which lesion it follows."),
        optional("pain", number(0, 10), "Of a rule: how much it hurts where the severest lesion makes it positive.")};
    const Form test = map(with(with(structure_parts(), meaning), published_parts()));
    return file({required("special_tests", entries(test), "The special tests.")});
}

Form muscles() {
    const Form muscle =
        map(with(with(structure_parts(), supplied_parts("innervation", "Its motor branches; shares sum to 1.")),
                 {optional("action", text(), "The movement that is tested."),
                  optional("key_level", text(), "The ISNCSCI level whose key muscle it is."),
                  optional("scale", one_of({"mrc", "function"}), "How it is graded; by MRC unless said.")}));
    return file({required("muscles", entries(muscle), "The muscles.")});
}

Form reflexes() {
    const Form reflex =
        map(with(with(structure_parts(), supplied_parts("arc", "The nerve of its arc; shares sum to 1.")),
                 {required("kind", one_of({"stretch", "superficial", "pathological"}), "What kind of reflex it is."),
                  optional("technique", text(), "How it is elicited."),
                  optional("muscle", reference("muscle"), "The muscle that answers."),
                  optional("grading", text(), "How it is graded where not 0 to 4.")}));
    return file({required("reflexes", entries(reflex), "The reflexes.")});
}

Form findings() {
    const Form wording = map({optional("finds", words(), "What the examiner sees or feels."),
                              optional("says", words(), "The patient's words.")})
                             .with_one_of({"finds", "says"}, "empty-response", "a finding has finds or says");
    return file({required("findings", entries(wording), "How what follows from a lesion is told.")});
}

Form arteries() {
    return file({required("arteries", entries(map(structure_parts())), "Arteries whose pulse can be felt.")});
}

Form tissues() {
    const Form pain = number(0, 10), share = number(0, 1);
    const Form movement = map({optional("pain", pain, "What the movement hurts."),
                               optional("lost", share, "How much of the normal range is lost.")});
    const Form test = map({required("from", share, "The least severity that makes it positive."),
                           optional("pain", pain, "What it hurts."),
                           optional("sometimes", flag(), "Patients with the same lesion differ.")});
    const Form range = tuple(number(0, 2), 2, "range", "a range is two numbers, [from, to]");
    const Form index = map({required("mildest", range, "Of the slightest lesion, [from, to]."),
                            required("severest", range, "Of the severest lesion, [from, to].")});
    std::vector<Part> loads;
    for (const char* load : load_names) loads.push_back(optional(load, pain, "What it hurts."));
    std::vector<Part> parts{optional("kind", text(), "What kind of tissue it is."),
                            optional("tender", entries_by("site", pain), "Pain on pressure, by site."),
                            optional("loading", map(std::move(loads)), "Pain on loading the leg."),
                            optional("movements", entries_by("joint", entries(movement)), "By joint and movement."),
                            optional("pulses", entries_by("artery", number(0, 5)), "What is lost of them."),
                            optional("ankle_brachial_index", index, "Where it is lowered."),
                            optional("special_tests", entries_by("special test", test), "What becomes positive.")};
    for (const char* look : look_names) {
        parts.push_back(optional(look, entries_by("site", share), "What is seen or felt, by site."));
    }
    const Form tissue = map(with(structure_parts(), std::move(parts)));
    const Form tender = entries_by("lesion site", entries_by("site", pain));
    return file({required("tissues", entries(tissue), "Lesions of tissues that are no nerves."),
                 optional("tender_nerves", tender, "Where a trapped nerve is tender.")});
}

}  // namespace palpera::anatomy::forms
