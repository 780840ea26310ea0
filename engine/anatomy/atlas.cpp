#include "engine/anatomy/atlas.h"

#include <algorithm>

#include "engine/anatomy/forms.h"
#include "engine/document/view.h"

namespace palpera::anatomy {
namespace {

using document::View;

void read_structure(const std::string& id, const View& view, Structure& structure) {
    structure.id = id;
    structure.name = view["name"].words();
    structure.also = view["also"].words();
    structure.sided = view["sided"].flag(structure.sided);
    structure.source = view["source"].text();
}

Point read_point(const View& view) {
    const std::vector<View> numbers = view.items();
    return numbers.size() == 2 ? Point{numbers[0].number(), numbers[1].number()} : Point{};
}

std::vector<Point> read_points(const View& view) {
    std::vector<Point> points;
    for (const View& item : view.items()) points.push_back(read_point(item));
    return points;
}

std::string read_region(const View& view, const Atlas& atlas) {
    const std::string region = view.text();
    const auto known =
        std::any_of(atlas.regions.begin(), atlas.regions.end(), [&](const auto& one) { return one.first == region; });
    if (view && !known) view.complain("unknown-region", "no region is called " + region);
    return region;
}

template <class Place>
Place read_place(const std::string& id, const View& view, const Atlas& atlas) {
    Place place;
    read_structure(id, view, place);
    place.region = read_region(view["region"], atlas);
    for (const auto& [name, point] : view["views"].entries()) {
        if (!find(atlas.figure, name)) {
            point.complain("unknown-view", id + " lies in the view " + name + ", which the figure does not have");
        }
        place.views[name] = read_point(point);
    }
    return place;
}

void read_sites(const View& root, Atlas& atlas) {
    for (const auto& [id, view] : root["regions"].entries()) atlas.regions.emplace_back(id, view["name"].words());
    for (const auto& [id, view] : root["sites"].entries()) atlas.sites.push_back(read_place<Site>(id, view, atlas));
}

void read_zones(const View& root, Atlas& atlas) {
    for (const auto& [id, view] : root["zones"].entries()) atlas.zones.push_back(read_place<Zone>(id, view, atlas));
}

Movement read_movement(const std::string& id, const View& view) {
    const std::vector<View> range = view["normal"].items();
    Movement movement{id, view["name"].words(), view["also"].words(), 0, 0, view["reference"].text()};
    if (range.size() != 2) return movement;
    movement.normal_from = range[0].number();
    movement.normal_to = range[1].number();
    if (movement.normal_from > movement.normal_to) view["normal"].complain("range", "from is above to");
    return movement;
}

void read_joints(const View& root, Atlas& atlas) {
    for (const auto& [id, view] : root["joints"].entries()) {
        Joint joint;
        read_structure(id, view, joint);
        for (const auto& [movement, part] : view["movements"].entries()) {
            joint.movements.push_back(read_movement(movement, part));
        }
        atlas.joints.push_back(std::move(joint));
    }
}

void read_special_tests(const View& root, Atlas& atlas) {
    for (const auto& [id, view] : root["special_tests"].entries()) {
        SpecialTest test;
        read_structure(id, view, test);
        test.region = read_region(view["region"], atlas);
        test.how = view["how"].words();
        if (view["sensitivity"] && view["specificity"] && view["statistic_source"]) {
            test.statistics = view["sensitivity"].text() + " / " + view["specificity"].text() + ", " +
                              view["statistic_source"].text();
        }
        atlas.special_tests.push_back(std::move(test));
    }
}

void read_simple(const View& root, const char* part, std::vector<Structure>& list) {
    for (const auto& [id, view] : root[part].entries()) {
        Structure structure;
        read_structure(id, view, structure);
        list.push_back(std::move(structure));
    }
}

void read_figure(const View& root, Atlas& atlas) {
    for (const auto& [id, view] : root["views"].entries()) {
        FigureView figure{id, view["name"].words(), view["aspect"].number(1), read_points(view["outline"]), {}};
        for (const View& line : view["lines"].items()) figure.lines.push_back(read_points(line));
        atlas.figure.push_back(std::move(figure));
    }
}

}  // namespace

Atlas read_atlas(const std::filesystem::path& folder, base::Diagnostics& diagnostics) {
    Atlas atlas;
    const auto with = [&](const char* name, const document::Form& form, const auto& read) {
        document::read_file(folder / name, document::catalogue_limits, form, document::Names(), diagnostics, read);
    };
    // The figure first: places lie in its views.
    with("figure.yaml", forms::figure(), [&](const View& root) { read_figure(root, atlas); });
    with("sites.yaml", forms::sites(), [&](const View& root) { read_sites(root, atlas); });
    with("joints.yaml", forms::joints(), [&](const View& root) { read_joints(root, atlas); });
    with("muscles.yaml", forms::structures("muscles"),
         [&](const View& root) { read_simple(root, "muscles", atlas.muscles); });
    with("reflexes.yaml", forms::structures("reflexes"),
         [&](const View& root) { read_simple(root, "reflexes", atlas.reflexes); });
    with("zones.yaml", forms::zones(), [&](const View& root) { read_zones(root, atlas); });
    with("arteries.yaml", forms::structures("arteries"),
         [&](const View& root) { read_simple(root, "arteries", atlas.arteries); });
    with("special_tests.yaml", forms::special_tests(), [&](const View& root) { read_special_tests(root, atlas); });
    return atlas;
}

}  // namespace palpera::anatomy
