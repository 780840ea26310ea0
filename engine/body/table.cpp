#include "engine/body/table.h"

#include <algorithm>
#include <array>

#include "engine/body/forms.h"
#include "engine/document/view.h"

namespace palpera::body {
namespace {

using document::View;

float real(const View& view, float otherwise = 0) { return static_cast<float>(view.number(otherwise)); }

std::vector<float> reals(const View& view) {
    std::vector<float> numbers;
    for (const View& item : view.items()) numbers.push_back(real(item));
    return numbers;
}

Vector vector(const View& view) {
    const std::vector<float> n = reals(view);
    return n.size() == 3 ? Vector{n[0], n[1], n[2]} : Vector{};
}

template <class List>
int index_of(const List& list, std::string_view name) {
    const auto found = std::find_if(list.begin(), list.end(), [&](const auto& item) { return item.name == name; });
    return found == list.end() ? -1 : static_cast<int>(found - list.begin());
}

// The index of what is named there; complains, and is 0, where nothing is.
template <class List>
int named(const List& list, const View& view, const char* what) {
    const int index = index_of(list, view.text());
    if (view && index < 0) view.complain("unknown-name", std::string("no ") + what + " is called " + view.text());
    return std::max(0, index);
}

void read_skeleton(const View& root, Table& table) {
    for (const auto& [name, view] : root["bones"].entries()) {
        Bone bone;
        bone.parent = view["parent"] ? named(table.bones, view["parent"], "bone") : -1;
        bone.name = name;
        bone.sided = view["sided"].flag();
        bone.local = view["local"].flag();
        bone.spine = view["spine"].flag();
        bone.head = vector(view["head"]);
        bone.tail = vector(view["tail"]);
        bone.anterior = vector(view["anterior"]);
        table.bones.push_back(std::move(bone));
    }
    for (const auto& [name, view] : root["groups"].entries()) {
        const int parent = view["parent"] ? named(table.groups, view["parent"], "group") : -1;
        table.groups.push_back({name, parent, view["sided"].flag(), real(view["blend"])});
    }
}

std::vector<Station> read_stations(const View& list) {
    std::vector<Station> stations;
    for (const View& item : list.items()) {
        const std::vector<float> n = reals(item);
        if (n.size() == 8) stations.push_back({n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7]});
    }
    for (std::size_t i = 1; i < stations.size(); ++i) {
        if (stations[i].distal > stations[i - 1].distal) continue;
        list.complain("order", "stations go from proximal to distal");
        return {};
    }
    return stations;
}

std::optional<Parameter> read_parameter(const View& view) {
    if (!view) return std::nullopt;
    return static_cast<Parameter>(view.one_of());
}

// What a shape of that kind cannot be without.
bool is_whole(const Shape& shape) {
    switch (shape.kind) {
        case Shape::Kind::loft: return shape.stations.size() > 1;
        case Shape::Kind::ellipsoid: return shape.radii.x > 0 && shape.radii.y > 0 && shape.radii.z > 0;
        case Shape::Kind::round_cone: return shape.points.size() == 2;
        case Shape::Kind::tube: return shape.points.size() > 1;
        case Shape::Kind::floor: return true;
    }
    return false;
}

void read_shapes(const View& root, Table& table) {
    for (const View& view : root["shapes"].items()) {
        Shape shape;
        shape.kind = static_cast<Shape::Kind>(view["shape"].one_of());
        shape.group = named(table.groups, view["in"]["group"], "group");
        shape.bone = named(table.bones, view["in"]["bone"], "bone");
        shape.blend = real(view["in"]["blend"]);
        shape.carve = view["carve"].flag();
        shape.pair = view["pair"].flag();
        shape.stations = read_stations(view["stations"]);
        shape.female = read_stations(view["female"]);
        shape.centre = vector(view["centre"]);
        shape.radii = vector(view["radii"]);
        shape.tilt = real(view["tilt"]);
        shape.lean = real(view["lean"]);
        for (const View& point : view["points"].items()) {
            const std::vector<float> n = reals(point);
            if (n.size() == 4) shape.points.push_back({{n[0], n[1], n[2]}, n[3]});
        }
        if (view["end"]) {
            shape.end_bone = named(table.bones, view["end"]["bone"], "bone");
            shape.end = vector(view["end"]["at"]);
        }
        shape.plane = real(view["plane"]);
        shape.when = read_parameter(view["when"]);
        if (!is_whole(shape) || (!shape.female.empty() && shape.female.size() != shape.stations.size())) {
            view.complain("shape", "this shape lacks a part of what makes it one");
            continue;
        }
        table.shapes.push_back(std::move(shape));
    }
    for (const View& view : root["nails"].items()) {
        const std::vector<float> at = reals(view["at"]), radii = reals(view["radii"]);
        if (at.size() != 2 || radii.size() != 2) continue;
        table.nails.push_back({named(table.bones, view["bone"], "bone"), at[0], at[1], radii[0], radii[1]});
    }
}

void read_proportions(const View& root, Table& table) {
    for (const View& view : root["proportions"].items()) {
        table.proportions.push_back({static_cast<Parameter>(view["parameter"].one_of()),
                                     named(table.bones, view["bone"], "bone"),
                                     static_cast<Proportion::Of>(view["of"].one_of()), real(view["share"])});
    }
}

std::vector<Turn> read_turns(const View& list, const Table& table) {
    std::vector<Turn> turns;
    for (const View& turn : list.items()) {
        const std::size_t side = turn["side"] ? turn["side"].one_of() : 2;
        turns.push_back({named(table.bones, turn["bone"], "bone"), side != 1, side != 0,
                         static_cast<Turn::Axis>(turn["axis"].one_of()), real(turn["degrees"])});
    }
    return turns;
}

// The pose of that name above; complains where there is none.
const Pose* pose_above(const View& view, const Table& table) {
    const auto known = table.poses.find(view.text());
    if (known != table.poses.end()) return &known->second;
    view.complain("unknown-name", "no pose above is called " + view.text());
    return nullptr;
}

void read_poses(const View& root, Table& table) {
    for (const auto& [name, view] : root["poses"].entries()) {
        Pose pose;
        if (view["from"]) {
            if (const Pose* from = pose_above(view["from"], table)) pose = *from;
        }
        if (view["root"]) pose.root = static_cast<Pose::Root>(view["root"].one_of());
        for (const Turn& turn : read_turns(view["turns"], table)) pose.turns.push_back(turn);
        table.poses[name] = std::move(pose);
    }
}

std::vector<std::string> read_words(const View& list) {
    std::vector<std::string> words;
    for (const View& word : list.items()) words.push_back(word.text());
    return words;
}

void read_demonstrations(const View& root, Table& table) {
    for (const char* verb : {"test", "reflex", "move", "strength", "withdrawal"}) {
        const std::string_view of = verb;
        for (const auto& [name, view] : root[verb].entries()) {
            if (!pose_above(view["from"], table)) continue;
            Demonstration shown;
            shown.from = view["from"].text();
            shown.seconds = real(view["seconds"], 1.6f);
            shown.quick = view["quick"].flag();
            shown.absolute = of == "move" || of == "strength";
            shown.turns = read_turns(view["turns"], table);
            shown.found = read_turns(view["found"], table);
            shown.limit = real(view["limit"], 1);
            shown.presses = read_words(view["presses"]);
            table.demonstrations[std::string(verb) + " " + name] = std::move(shown);
        }
    }
}

GaitCurve read_curve(const View& view, const Table& table) {
    GaitCurve curve;
    curve.bone = named(table.bones, view["bone"], "bone");
    curve.axis = static_cast<Turn::Axis>(view["axis"].one_of());
    if (view["of"]) curve.of = static_cast<GaitCurve::Of>(view["of"].one_of());
    const std::vector<float> degrees = reals(view["degrees"]);
    for (std::size_t i = 0; i < std::min(degrees.size(), curve.degrees.size()); ++i) curve.degrees[i] = degrees[i];
    return curve;
}

void read_walks(const View& root, Table& table) {
    for (const auto& [name, view] : root["walks"].entries()) {
        Walk walk;
        const std::string from = view["from"].text();
        const auto like = std::find_if(table.walks.begin(), table.walks.end(),
                                       [&from](const Walk& other) { return other.name == from; });
        if (view["from"] && like == table.walks.end()) {
            view["from"].complain("unknown-name", "no walk above is called " + view["from"].text());
        } else if (view["from"]) {
            walk = *like;
        }
        walk.name = name;
        walk.act = view["act"].text();
        walk.signs = read_words(view["signs"]);
        walk.seconds = real(view["seconds"], walk.seconds);
        walk.stance = real(view["stance"], walk.stance);
        for (const View& item : view["curves"].items()) {
            const GaitCurve curve = read_curve(item, table);
            std::erase_if(walk.curves, [&](const GaitCurve& old) {
                return old.bone == curve.bone && old.axis == curve.axis && old.of == curve.of;
            });
            walk.curves.push_back(curve);
        }
        table.walks.push_back(std::move(walk));
    }
}

}  // namespace

int Table::bone(std::string_view name) const { return index_of(bones, name); }
int Table::group(std::string_view name) const { return index_of(groups, name); }

Table read_table(const std::filesystem::path& folder, base::Diagnostics& diagnostics) {
    Table table;
    const auto with = [&](const char* name, const document::Form& form, const auto& read) {
        document::read_file(folder / name, document::catalogue_limits, form, document::Names(), diagnostics, read);
    };
    with("shapes.yaml", forms::shapes(), [&](const View& root) {
        read_skeleton(root, table);
        read_shapes(root, table);
        read_proportions(root, table);
    });
    with("poses.yaml", forms::poses(), [&](const View& root) {
        read_poses(root, table);
        read_demonstrations(root, table);
        read_walks(root, table);
    });
    return table;
}

}  // namespace palpera::body
