#include "engine/anatomy/atlas.h"

#include <algorithm>

#include "engine/anatomy/atlas_names.h"
#include "engine/anatomy/forms.h"
#include "engine/anatomy/read_nervous.h"
#include "engine/anatomy/read_tissue.h"
#include "engine/document/view.h"

namespace palpera::anatomy {
namespace {

using document::View;

void read_structure(const std::string& id, const View& view, Structure& structure) {
    structure.id = id;
    structure.name = view["name"].words();
    structure.also = view["also"].words();
    structure.sided = view["sided"].flag(structure.sided);
    structure.intimate = view["intimate"].flag();
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
    if (place.intimate && !place.views.empty()) {
        view["views"].complain("intimate", id + " is examined by name only and never drawn");
        place.views.clear();
    }
    return place;
}

void read_sites(const View& root, Atlas& atlas) {
    for (const auto& [id, view] : root["regions"].entries()) atlas.regions.emplace_back(id, view["name"].words());
    for (const auto& [id, view] : root["sites"].entries()) atlas.sites.push_back(read_place<Site>(id, view, atlas));
}

void read_zones(const View& root, Atlas& atlas) {
    for (const auto& [id, view] : root["zones"].entries()) {
        Zone zone = read_place<Zone>(id, view, atlas);
        read_supply(view, atlas, zone);
        atlas.zones.push_back(std::move(zone));
    }
}

AgeRange read_age_range(const View& view) {
    const AgeRange range{view["from"].whole(), view["to"].whole(), view["female"].number(), view["male"].number(),
                         view["reference"].text()};
    if (range.from > range.to) view["from"].complain("range", "from is above to");
    return range;
}

Movement read_movement(const std::string& id, const View& view) {
    const std::vector<View> range = view["normal"].items();
    Movement movement{id, view["name"].words(), view["also"].words(), 0, 0, view["reference"].text()};
    for (const View& item : view["ages"].items()) movement.ages.push_back(read_age_range(item));
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

// A figure that nobody has checked is not shown.
std::string statistics_of(const View& view) {
    const bool checked = !view["source_check"] || view["source_check"].text() != "recall";
    if (!checked || !view["sensitivity"] || !view["specificity"] || !view["statistic_source"]) return {};
    return view["sensitivity"].text() + " / " + view["specificity"].text() + ", " + view["statistic_source"].text();
}

void read_special_tests(const View& root, Atlas& atlas) {
    for (const auto& [id, view] : root["special_tests"].entries()) {
        SpecialTest test;
        read_structure(id, view, test);
        test.region = read_region(view["region"], atlas);
        test.how = view["how"].words();
        test.positive = view["positive"].words();
        if (view["rule"]) test.rule = read_criterion(view["rule"], atlas);
        test.pain = view["pain"].number();
        test.statistics = statistics_of(view);
        atlas.special_tests.push_back(std::move(test));
    }
}

// Muscles and reflexes.
template <class Supplied>
void read_supplied(const View& list, Atlas& atlas, std::vector<Supplied>& all) {
    for (const auto& [id, view] : list.entries()) {
        Supplied one;
        read_structure(id, view, one);
        read_supply(view, atlas, one);
        all.push_back(std::move(one));
    }
}

void read_arteries(const View& root, Atlas& atlas) {
    for (const auto& [id, view] : root["arteries"].entries()) {
        Structure artery;
        read_structure(id, view, artery);
        atlas.arteries.push_back(std::move(artery));
    }
}

void read_findings(const View& root, Atlas& atlas) {
    for (const auto& [id, view] : root["findings"].entries()) {
        atlas.findings.push_back({id, view["finds"].words(), view["says"].words()});
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

double usual_end(const Movement& movement, bool female, int age) {
    const auto fits = [age](const AgeRange& range) { return range.from <= age && age <= range.to; };
    const auto found = std::find_if(movement.ages.begin(), movement.ages.end(), fits);
    if (found == movement.ages.end()) return movement.normal_to;
    return female ? found->female : found->male;
}

Atlas read_atlas(const std::filesystem::path& folder, base::Diagnostics& diagnostics) {
    Atlas atlas;
    const AtlasNames names(atlas);
    std::vector<Mention> mentions;
    const auto with = [&](const char* name, const document::Form& form, const auto& read) {
        document::read_file(folder / name, document::catalogue_limits, form, names, diagnostics, read);
    };
    // What others speak of comes before them: the figure and the regions, nerves, what nerves supply, lesions, tests,
    // tissues.
    with("figure.yaml", forms::figure(), [&](const View& root) { read_figure(root, atlas); });
    with("sites.yaml", forms::sites(), [&](const View& root) { read_sites(root, atlas); });
    with("joints.yaml", forms::joints(), [&](const View& root) { read_joints(root, atlas); });
    with("nerves.yaml", forms::nerves(), [&](const View& root) { read_nerves(root, atlas); });
    with("muscles.yaml", forms::muscles(),
         [&](const View& root) { read_supplied(root["muscles"], atlas, atlas.muscles); });
    with("reflexes.yaml", forms::reflexes(),
         [&](const View& root) { read_supplied(root["reflexes"], atlas, atlas.reflexes); });
    with("zones.yaml", forms::zones(), [&](const View& root) { read_zones(root, atlas); });
    with("arteries.yaml", forms::arteries(), [&](const View& root) { read_arteries(root, atlas); });
    with("lesion_sites.yaml", forms::lesion_sites(),
         [&](const View& root) { mentions = read_lesion_sites(root, atlas); });
    with("special_tests.yaml", forms::special_tests(), [&](const View& root) { read_special_tests(root, atlas); });
    with("findings.yaml", forms::findings(), [&](const View& root) { read_findings(root, atlas); });
    with("tissues.yaml", forms::tissues(), [&](const View& root) { read_tissues(root, atlas); });
    complain_of_unknown(mentions, atlas, diagnostics);
    return atlas;
}

}  // namespace palpera::anatomy
