#include "engine/body/forms.h"

#include "engine/body/chart.h"

namespace palpera::body::forms {

using namespace document::form;
using document::Form;

namespace {

constexpr double far_away = 400;  // cm: nothing of a body is farther from anything

Form centimetres() { return number(-far_away, far_away); }
Form vector() { return tuple(centimetres(), 3, "vector", "a vector is three numbers"); }
Form pair() { return tuple(centimetres(), 2, "pair", "two numbers are expected"); }
Form parameter() { return one_of({"female", "weight", "pregnancy", "child", "old"}); }

Form bone() {
    return map({optional("parent", id(), "The bone that moves it."), optional("sided", flag(), "One on each side."),
                optional("local", flag(), "Its places are given in the parent's frame."),
                optional("spine", flag(), "A part of the trunk, moved by height."),
                required("head", vector(), "Where it turns."), required("tail", vector(), "Where it points to."),
                required("anterior", vector(), "About where its front is.")});
}

Form group() {
    return map({optional("parent", id(), "The group it blends with."), optional("sided", flag(), "One on each side."),
                required("blend", number(0, 40), "How wide it blends with its parent, in centimetres.")});
}

Form shape() {
    const Form place = map({required("group", id(), "What it melts into."), required("bone", id(), "Where it stands."),
                            required("blend", number(0, 40), "How wide it blends, in centimetres.")});
    const Form station = tuple(centimetres(), 8, "station",
                               "a station is [d, centre a, centre l, anterior, posterior, lateral, medial, exponent]");
    const Form ball = tuple(centimetres(), 4, "point", "a point is [d, a, l, radius]");
    return map({required("shape", one_of({"loft", "ellipsoid", "round_cone", "tube", "floor"}), "Its kind."),
                required("in", place, "Where it belongs."), optional("carve", flag(), "Taken away, not added."),
                optional("pair", flag(), "On both sides of a bone in the middle."),
                optional("stations", list(station, 2), "The sections of a loft."),
                optional("female", list(station, 2), "The sections of a woman's loft."),
                optional("centre", vector(), "Of an ellipsoid."), optional("radii", vector(), "Of an ellipsoid."),
                optional("tilt", number(-180, 180), "Degrees from distal towards anterior."),
                optional("lean", number(-180, 180), "Degrees from distal towards lateral."),
                optional("points", list(ball, 2, 16), "Of round cones and tubes."),
                optional("end", map({required("bone", id(), "Whose frame."), required("at", vector(), "Where.")}),
                         "The last point stands in another bone's frame."),
                optional("plane", centimetres(), "Of a floor: what lies below is flattened."),
                optional("when", parameter(), "It is there as far as this is.")});
}

}  // namespace

Form shapes() {
    const Form proportion =
        map({required("parameter", parameter(), "What changes it."), required("bone", id(), "Whose shapes."),
             required("of", one_of({"girth", "length", "width", "spread", "tilt"}), "Which of them."),
             required("share", number(-60, 60), "How much, for a parameter of one.")});
    const Form nail = map({required("bone", id(), "Of the toe."), required("at", pair(), "d and l."),
                           required("radii", pair(), "Of d and l.")});
    return file({required("bones", entries(bone()), "From the root outwards."),
                 required("groups", entries(group()), "From the trunk outwards."),
                 required("shapes", list(shape()), "In the order in which they are folded."),
                 optional("nails", list(nail), "The nails of the toes."),
                 optional("proportions", list(proportion), "How age, sex and weight change them.")});
}

Form poses() {
    const Form turn =
        map({required("bone", id(), "Which joint."), optional("side", one_of({"left", "right"}), "Or both."),
             required("axis", one_of({"flex", "abduct", "rotate"}), "About which axis."),
             required("degrees", number(-180, 180), "From the position at rest.")});
    const Form pose = map({optional("root", one_of({"stand", "supine", "prone", "side"}), "How the body lies."),
                           optional("from", id(), "A pose above that this one adds to."),
                           optional("turns", list(turn), "The joints, one after the other.")});
    const Form shown = map({required("from", id(), "How the patient lies."),
                            optional("seconds", number(0.1, 10), "How long it takes."),
                            optional("quick", flag(), "A jerk, not a movement that is led and held."),
                            optional("turns", list(turn), "Of the side that is examined where they say right."),
                            optional("found", list(turn), "Instead, where the sign is there."),
                            optional("limit", number(0, 1), "How far it goes where the sign is there."),
                            optional("presses", list(id()), "The sites under the examiner's hand.")});
    const Form curve = map({required("bone", id(), "The bone that turns."),
                            required("axis", one_of({"flex", "abduct", "rotate"}), "About which axis."),
                            optional("of", one_of({"each", "affected", "other", "middle"}), "Of which side."),
                            required("degrees", tuple(number(-180, 180), 8, "curve", "a curve is eight angles"),
                                     "Through a stride from when the heel meets the ground.")});
    const Form walk = map({required("act", one_of({"normal", "heels", "toes"}), "What the patient is asked for."),
                           optional("from", id(), "A walk above that this one changes."),
                           optional("signs", list(id()), "Facts any of which makes it so; none: the healthy way."),
                           optional("seconds", number(0.4, 4), "How long a stride takes."),
                           optional("stance", number(0.3, 0.8), "The affected foot's share of it on the ground."),
                           optional("curves", list(curve), "The joints.")});
    return file({required("poses", entries(pose), "By name."),
                 optional("test", entries(shown), "What is seen of special tests."),
                 optional("reflex", entries(shown), "What is seen of reflexes."),
                 optional("move", entries(shown), "The ends of movements, from the anatomical position."),
                 optional("strength", entries(shown), "What a muscle does, from the anatomical position."),
                 optional("withdrawal", entries(shown), "How the patient draws back from a pain of 10."),
                 optional("walks", entries(walk), "Ways to walk, in the order in which their signs are looked for.")});
}

Form zones() {
    const Form corner = tuple(number(-540, 540), 2, "corner", "a corner is [along, around]");
    std::vector<std::string> charts;
    for (int i = 0; i < chart_count; ++i) charts.emplace_back(name(static_cast<Chart>(i)));
    const Form outline = map({required("chart", one_of(charts), "On which map of the skin."),
                              required("corners", list(corner, 3), "A closed polygon.")});
    const Form zone = map({required("follows", text(), "The authority whose border this is."),
                           required("outlines", list(outline, 1), "Its parts, one a chart.")});
    return file({required("zones", entries(zone), "By the atlas's id.")});
}

Form places() {
    const Form place = map({required("bone", id(), "In whose frame."), required("at", vector(), "[d, a, l]")});
    return file({required("sites", entries(place), "Of the atlas's sites."),
                 optional("arteries", entries(place), "Where the pulse is felt."),
                 optional("reflexes", entries(place), "Where the hammer strikes."),
                 optional("muscles", entries(place), "The belly, or where it is tested."),
                 optional("joints", entries(place), "Where the joint is seen.")});
}

Form signs() {
    const Form sign =
        map({required("look", one_of({"redness", "swelling", "bruise", "varicose", "callus", "scar", "wasting"}),
                      "What is seen."),
             required("site", id(), "Around which site of places.yaml."),
             required("radius", number(0.2, 40), "How wide, cm."),
             optional("height", number(-5, 5), "How far it stands out, cm; below 0 it is sunken.")});
    return file({required("signs", entries(list(sign, 1)), "By the fact that they show.")});
}

}  // namespace palpera::body::forms
