#include "engine/anatomy/atlas.h"

#include <optional>

#include "engine/document/view.h"

namespace palpera::anatomy {
namespace {

using document::Source;
using document::View;

std::optional<Source> open(const std::filesystem::path& folder, const std::string& file,
                           base::Diagnostics& diagnostics) {
    return Source::read(folder / file, (folder / file).string(), document::catalogue_limits, diagnostics);
}

void read_structure(const std::string& id, const View& view, Structure& structure) {
    structure.id = id;
    structure.name = view.required("name").words();
    if (view["also"]) structure.also = view["also"].words();
    if (view["sided"]) structure.sided = view["sided"].flag();
    if (view["source"]) structure.source = view["source"].text();
}

Point read_point(const View& view) {
    const std::vector<View> numbers = view.items();
    if (numbers.size() != 2) {
        view.complain("point", "a point is two numbers, [x, y], from 0 to 1");
        return {};
    }
    return {numbers[0].number(0, 1), numbers[1].number(0, 1)};
}

std::vector<Point> read_points(const View& view) {
    std::vector<Point> points;
    for (const View& item : view.items()) points.push_back(read_point(item));
    return points;
}

std::string read_region(const View& view, const Atlas& atlas) {
    const std::string region = view.id();
    for (const auto& known : atlas.regions) {
        if (known.first == region) return region;
    }
    view.complain("unknown-region", "no region is called " + region);
    return region;
}

template <class Place>
Place read_place(const std::string& id, const View& view, const Atlas& atlas) {
    Place place;
    read_structure(id, view, place);
    place.region = read_region(view.required("region"), atlas);
    for (const auto& [name, point] : view["views"].entries()) {
        if (!find(atlas.figure, name)) {
            point.complain("unknown-view", id + " lies in the view " + name + ", which the figure does not have");
        }
        place.views[name] = read_point(point);
    }
    return place;
}

void read_sites(const View& root, Atlas& atlas) {
    root.only({"language", "regions", "sites"});
    for (const auto& [id, view] : root.required("regions").entries()) {
        view.only({"name"});
        atlas.regions.emplace_back(id, view.required("name").words());
    }
    for (const auto& [id, view] : root.required("sites").entries()) {
        view.only({"name", "also", "sided", "source", "region", "kind", "views"});
        atlas.sites.push_back(read_place<Site>(id, view, atlas));
    }
}

void read_zones(const View& root, Atlas& atlas) {
    root.only({"language", "zones"});
    for (const auto& [id, view] : root.required("zones").entries()) {
        view.only({"name", "also", "sided", "source", "region", "views"});
        atlas.zones.push_back(read_place<Zone>(id, view, atlas));
    }
}

void read_joints(const View& root, Atlas& atlas) {
    root.only({"language", "joints"});
    for (const auto& [id, view] : root.required("joints").entries()) {
        view.only({"name", "also", "sided", "source", "movements"});
        Joint joint;
        read_structure(id, view, joint);
        for (const auto& [movement_id, part] : view.required("movements").entries()) {
            part.only({"name", "also", "normal", "reference"});
            Movement movement;
            movement.id = movement_id;
            movement.name = part.required("name").words();
            if (part["also"]) movement.also = part["also"].words();
            const std::vector<View> range = part.required("normal").items();
            if (range.size() == 2) {
                movement.normal_from = range[0].number(-180, 180);
                movement.normal_to = range[1].number(-180, 180);
            } else {
                part["normal"].complain("range", "a range is two numbers in degrees, [from, to]");
            }
            if (part["reference"]) movement.reference = part["reference"].text();
            joint.movements.push_back(std::move(movement));
        }
        atlas.joints.push_back(std::move(joint));
    }
}

void read_special_tests(const View& root, Atlas& atlas) {
    root.only({"language", "special_tests"});
    for (const auto& [id, view] : root.required("special_tests").entries()) {
        view.only({"name", "also", "sided", "source", "region", "how", "sensitivity", "specificity", "statistic_source",
                   "other_statistics", "target_condition"});
        SpecialTest test;
        read_structure(id, view, test);
        if (view["region"]) test.region = read_region(view["region"], atlas);
        test.how = view.required("how").words();
        if (view["sensitivity"] && view["specificity"] && view["statistic_source"]) {
            test.statistics = view["sensitivity"].text() + " / " + view["specificity"].text() + ", " +
                              view["statistic_source"].text();
        }
        atlas.special_tests.push_back(std::move(test));
    }
}

void read_simple(const View& root, const char* part, std::vector<Structure>& list) {
    root.only({"language", part});
    for (const auto& [id, view] : root.required(part).entries()) {
        view.only({"name", "also", "sided", "source"});
        Structure structure;
        read_structure(id, view, structure);
        list.push_back(std::move(structure));
    }
}

void read_figure(const View& root, Atlas& atlas) {
    root.only({"language", "views"});
    for (const auto& [id, view] : root.required("views").entries()) {
        view.only({"name", "aspect", "outline", "lines"});
        FigureView figure;
        figure.id = id;
        figure.name = view.required("name").words();
        figure.aspect = view.required("aspect").number(0.1, 10);
        figure.outline = read_points(view.required("outline"));
        if (figure.outline.size() < 3) view["outline"].complain("outline", "an outline has three points at the least");
        for (const View& line : view["lines"].items()) figure.lines.push_back(read_points(line));
        atlas.figure.push_back(std::move(figure));
    }
}

}  // namespace

Atlas read_atlas(const std::filesystem::path& folder, base::Diagnostics& diagnostics) {
    Atlas atlas;
    const auto with = [&](const std::string& file, const auto& read) {
        const std::optional<Source> source = open(folder, file, diagnostics);
        if (!source) return;
        read(View(*source, diagnostics));
        source->complain_of_unused(diagnostics);
    };
    with("figure.yaml", [&](const View& root) { read_figure(root, atlas); });  // first: places lie in its views
    with("sites.yaml", [&](const View& root) { read_sites(root, atlas); });
    with("joints.yaml", [&](const View& root) { read_joints(root, atlas); });
    with("muscles.yaml", [&](const View& root) { read_simple(root, "muscles", atlas.muscles); });
    with("reflexes.yaml", [&](const View& root) { read_simple(root, "reflexes", atlas.reflexes); });
    with("zones.yaml", [&](const View& root) { read_zones(root, atlas); });
    with("arteries.yaml", [&](const View& root) { read_simple(root, "arteries", atlas.arteries); });
    with("special_tests.yaml", [&](const View& root) { read_special_tests(root, atlas); });
    return atlas;
}

}  // namespace palpera::anatomy
