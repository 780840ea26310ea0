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

void read_sites(const View& root, Atlas& atlas) {
    root.only({"language", "regions", "sites"});
    for (const auto& [id, view] : root.required("regions").entries()) {
        view.only({"name"});
        atlas.regions.emplace_back(id, view.required("name").words());
    }
    for (const auto& [id, view] : root.required("sites").entries()) {
        view.only({"name", "also", "sided", "source", "region", "kind", "views"});
        Site site;
        read_structure(id, view, site);
        site.region = view.required("region").id();
        bool known = false;
        for (const auto& region : atlas.regions) known = known || region.first == site.region;
        if (!known) view["region"].complain("unknown-region", "no region is called " + site.region);
        for (const auto& [name, point] : view["views"].entries()) site.views[name] = read_point(point);
        atlas.sites.push_back(std::move(site));
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
        test.how = view.required("how").words();
        if (view["sensitivity"] && view["specificity"] && view["statistic_source"]) {
            test.statistics = view["sensitivity"].text() + " / " + view["specificity"].text() + ", " +
                              view["statistic_source"].text();
        }
        atlas.special_tests.push_back(std::move(test));
    }
}

void read_simple(const View& root, const char* part, std::vector<Structure>& list) {
    for (const auto& [id, view] : root.required(part).entries()) {
        Structure structure;
        read_structure(id, view, structure);
        list.push_back(std::move(structure));
    }
}

void read_figure(const View& root, Atlas& atlas) {
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

void check_views(const std::filesystem::path& folder, const Atlas& atlas, base::Diagnostics& diagnostics) {
    for (const Site& site : atlas.sites) {
        for (const auto& [view, point] : site.views) {
            if (find(atlas.figure, view)) continue;
            diagnostics.add({(folder / "sites.yaml").string(), 0, 0, base::Severity::error, "unknown-view",
                             "the site " + site.id + " lies in the view " + view + ", which the figure does not have",
                             ""});
        }
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
    with("sites.yaml", [&](const View& root) { read_sites(root, atlas); });
    with("joints.yaml", [&](const View& root) { read_joints(root, atlas); });
    with("muscles.yaml", [&](const View& root) { read_simple(root, "muscles", atlas.muscles); });
    with("reflexes.yaml", [&](const View& root) { read_simple(root, "reflexes", atlas.reflexes); });
    with("zones.yaml", [&](const View& root) { read_simple(root, "zones", atlas.zones); });
    with("arteries.yaml", [&](const View& root) { read_simple(root, "arteries", atlas.arteries); });
    with("special_tests.yaml", [&](const View& root) { read_special_tests(root, atlas); });
    with("figure.yaml", [&](const View& root) { read_figure(root, atlas); });
    check_views(folder, atlas, diagnostics);
    return atlas;
}

}  // namespace palpera::anatomy
