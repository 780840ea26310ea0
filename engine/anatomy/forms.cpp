#include "engine/anatomy/forms.h"

#include <utility>

namespace palpera::anatomy::forms {

using namespace document::form;
using document::Form;
using document::Part;

namespace {

std::vector<Part> structure_parts() {
    return {required("name", words(), "How it is called on the screen."),
            optional("also", words(), "What else one may type for it, separated by semicolons."),
            optional("sided", flag(), "There is a right and a left one; yes unless said."),
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
    return file({required("zones", entries(map(with(structure_parts(), place_parts()))), "Areas of the skin.")});
}

Form joints() {
    const Form range = tuple(number(-180, 180), 2, "range", "a range is two numbers in degrees, [from, to]");
    const Form movement = map({required("name", words(), "How it is called on the screen."),
                               optional("also", words(), "What else one may type for it."),
                               required("normal", range, "The usual range in degrees, [from, to]."),
                               optional("reference", text(), "Where the range comes from.")});
    const Form joint = map(with(structure_parts(), {required("movements", entries(movement), "How it can be moved.")}));
    return file({required("joints", entries(joint), "The joints.")});
}

Form special_tests() {
    const Form test = map(with(structure_parts(), {optional("region", id(), "The region of the body."),
                                                   required("how", words(), "How it is done and what it shows."),
                                                   optional("sensitivity", text(), "As published."),
                                                   optional("specificity", text(), "As published."),
                                                   optional("statistic_source", text(), "Where they are published."),
                                                   optional("other_statistics", text(), "What else is published."),
                                                   optional("target_condition", text(), "What it is a test of.")}));
    return file({required("special_tests", entries(test), "The special tests.")});
}

Form structures(const char* part) {
    return file({required(part, entries(map(structure_parts())), "What can be examined, by id.")});
}

}  // namespace palpera::anatomy::forms
