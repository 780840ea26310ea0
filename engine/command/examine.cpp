#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>

#include "engine/anatomy/deficit.h"
#include "engine/anatomy/reading.h"
#include "engine/base/file.h"
#include "engine/base/text.h"
#include "engine/command/verbs.h"

namespace palpera::command {
namespace {

using anatomy::Atlas;
using anatomy::Lesion;
using anatomy::Side;
using nlohmann::json;
using nlohmann::ordered_json;

constexpr std::size_t most_bytes = 16 * 1024 * 1024;
constexpr std::size_t most_lesions = 10'000, most_structures = 50;

// What the file should have held, and where in it.
struct Unexpected {
    std::string where, wanted;
};

struct Named {
    std::string id;
    Lesion lesion;
};

std::string text_of(const json& value, const std::string& where) {
    if (!value.is_string()) throw Unexpected{where, "a text"};
    return value.get<std::string>();
}

const json& part(const json& object, const char* key, const std::string& where) {
    const auto found = object.find(key);
    if (found == object.end() || found->is_null()) throw Unexpected{where, std::string("\"") + key + "\""};
    return *found;
}

std::vector<std::string> structures_of(const json& value, const std::string& where) {
    if (value.is_string()) return {value.get<std::string>()};
    if (!value.is_array() || value.empty() || value.size() > most_structures) {
        throw Unexpected{where, "the id of a structure, or a list of up to " + std::to_string(most_structures)};
    }
    std::vector<std::string> structures;
    for (const json& item : value) structures.push_back(text_of(item, where));
    return structures;
}

double severity_of(const json& value, const std::string& where) {
    if (value == "complete") return anatomy::complete;
    if (value == "partial") return anatomy::partial;
    if (value == "irritative") return anatomy::irritative;
    if (!value.is_number() || !(value.get<double>() >= 0 && value.get<double>() <= 1)) {
        throw Unexpected{where, "complete, partial, irritative or a number from 0 to 1"};
    }
    return value.get<double>();
}

anatomy::Sides sides_of(const json& value, const std::string& where) {
    if (value == "right") return anatomy::Sides::right;
    if (value == "left") return anatomy::Sides::left;
    if (value == "both" || value == "midline") return anatomy::Sides::both;
    throw Unexpected{where, "right, left, both or midline"};
}

Named lesion_of(const json& object, const std::string& where, const Atlas& atlas) {
    if (!object.is_object()) throw Unexpected{where, "a lesion"};
    Named named;
    if (const auto id = object.find("id"); id != object.end() && !id->is_null()) {
        named.id = text_of(*id, where + "/id");
    }
    named.lesion.structures = structures_of(part(object, "structure", where), where + "/structure");
    named.lesion.level = text_of(part(object, "level", where), where + "/level");
    named.lesion.sides = object.contains("side") || !anatomy::has_no_side(atlas, named.lesion)
                             ? sides_of(part(object, "side", where), where + "/side")
                             : anatomy::Sides::both;
    named.lesion.severity = severity_of(part(object, "completeness", where), where + "/completeness");
    const std::string trouble = anatomy::trouble_with(atlas, named.lesion);
    if (!trouble.empty()) throw Unexpected{where, "a lesion (" + trouble + ")"};
    return named;
}

std::vector<Named> lesions_in(const json& document, const Atlas& atlas) {
    if (!document.is_object()) throw Unexpected{"/", "a lesion, or {\"lesions\":[...]}"};
    const auto list = document.find("lesions");
    if (list == document.end()) return {lesion_of(document, "", atlas)};
    if (!list->is_array() || list->size() > most_lesions) {
        throw Unexpected{"/lesions", "a list of up to " + std::to_string(most_lesions) + " lesions"};
    }
    std::vector<Named> lesions;
    for (std::size_t i = 0; i < list->size(); ++i) {
        lesions.push_back(lesion_of((*list)[i], "/lesions/" + std::to_string(i), atlas));
    }
    return lesions;
}

constexpr std::array<std::pair<Side, const char*>, 2> each_side{{{Side::right, "right"}, {Side::left, "left"}}};

// For each structure and side; once, as midline, for what lies there.
template <class List, class Show>
ordered_json rows(const List& structures, const Show& show) {
    ordered_json shown = ordered_json::array();
    for (std::size_t i = 0; i < structures.size(); ++i) {
        for (const auto& [side, word] : each_side) {
            if (!structures[i].sided && side == Side::left) continue;
            ordered_json row = show(i, side, structures[i].sided ? word : "midline");
            if (!row.is_null()) shown.push_back(std::move(row));
        }
    }
    return shown;
}

// What is normal is left out.
ordered_json zones_of(const Atlas& atlas, const anatomy::Deficit& deficit) {
    return rows(atlas.zones, [&](std::size_t i, Side side, const char* word) -> ordered_json {
        const int touch = anatomy::read_light_touch(deficit.zones[i][side].light_touch).grade;
        const int pinprick = anatomy::read_pinprick(deficit.zones[i][side].pinprick).grade;
        if (touch == 2 && pinprick == 2) return nullptr;
        return {{"zone", atlas.zones[i].id}, {"side", word}, {"light_touch", touch}, {"pinprick", pinprick}};
    });
}

ordered_json muscles_of(const Atlas& atlas, const anatomy::Deficit& deficit) {
    return rows(atlas.muscles, [&](std::size_t i, Side side, const char* word) -> ordered_json {
        const anatomy::Power power = anatomy::read_power(deficit.muscles[i][side]).power;
        if (power == anatomy::Power::five) return nullptr;
        return {{"muscle", atlas.muscles[i].id}, {"side", word}, {"mrc", anatomy::written(power)}};
    });
}

ordered_json reflexes_of(const Atlas& atlas, const anatomy::Deficit& deficit) {
    return rows(atlas.reflexes, [&](std::size_t i, Side side, const char* word) -> ordered_json {
        const int grade = anatomy::read_reflex(deficit.reflexes[i][side]).grade;
        if (grade == 2) return nullptr;
        return {{"reflex", atlas.reflexes[i].id}, {"side", word}, {"grade", grade}};
    });
}

// Every test on both sides, also one of the midline: a lesion has a side even where the test has none.
ordered_json tests_of(const Atlas& atlas, const anatomy::Deficit& deficit) {
    ordered_json shown = ordered_json::array();
    for (std::size_t i = 0; i < atlas.special_tests.size(); ++i) {
        for (const auto& [side, word] : each_side) {
            const bool positive = deficit.special_tests[i][side] == anatomy::Sign::positive;
            shown.push_back({{"test", atlas.special_tests[i].id}, {"side", word}, {"positive", positive}});
        }
    }
    return shown;
}

ordered_json examined(const Atlas& atlas, const Named& named) {
    const anatomy::Deficit deficit = anatomy::deficit(atlas, {named.lesion});
    return {{"id", named.id.empty() ? ordered_json() : ordered_json(named.id)},
            {"zones", zones_of(atlas, deficit)},
            {"muscles", muscles_of(atlas, deficit)},
            {"reflexes", reflexes_of(atlas, deficit)},
            {"tests", tests_of(atlas, deficit)}};
}

void lay_out(const ordered_json& row, std::ostream& out) {
    out << (row["id"].is_null() ? "lesion" : row["id"].get<std::string>()) << ":\n";
    const auto line = [&](const ordered_json& one, const char* what, const std::string& reading) {
        out << "  " << one[what].get<std::string>() << ' ' << one["side"].get<std::string>() << ": " << reading << '\n';
    };
    const auto digit = [](const ordered_json& number) { return std::to_string(number.get<int>()); };
    for (const ordered_json& one : row["zones"]) {
        line(one, "zone", "light touch " + digit(one["light_touch"]) + ", pinprick " + digit(one["pinprick"]));
    }
    for (const ordered_json& one : row["muscles"]) line(one, "muscle", "MRC " + one["mrc"].get<std::string>());
    for (const ordered_json& one : row["reflexes"]) line(one, "reflex", digit(one["grade"]));
    for (const ordered_json& one : row["tests"]) {
        if (one["positive"].get<bool>()) line(one, "test", "positive");
    }
}

// "FILE:LINE:COLUMN" of a byte, counted from 1.
std::string place_in(const std::string& bytes, std::size_t byte, const std::string& file) {
    const std::string_view before = std::string_view(bytes).substr(0, byte == 0 ? 0 : byte - 1);
    const std::size_t line = 1 + static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
    const std::size_t start = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
    const auto columns = std::count_if(before.begin() + static_cast<std::ptrdiff_t>(start), before.end(),
                                       [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
    return file + ":" + std::to_string(line) + ":" + std::to_string(columns + 1);
}

}  // namespace

int examine(const Options& options, const Surroundings& surroundings) {
    const std::string& file = options.names.front();
    const base::Result<std::string> bytes = base::read_file(file, most_bytes);
    if (!bytes) return unreadable(bytes.error(), options, surroundings);
    base::Diagnostics found;
    const Atlas atlas = anatomy::read_atlas(surroundings.places.anatomy, found);
    if (found.errors() > 0) return unreadable(found, options, surroundings);
    ordered_json shown = ordered_json::array();
    try {
        for (const Named& named : lesions_in(json::parse(*bytes), atlas)) shown.push_back(examined(atlas, named));
    } catch (const Unexpected& unexpected) {
        return unreadable(
            {file, unexpected.wanted + " was expected at " + unexpected.where, "see palpera help examine"}, options,
            surroundings);
    } catch (const json::parse_error& trouble) {
        return unreadable(
            {place_in(*bytes, trouble.byte, file), "not JSON: " + base::printable(trouble.what()), "mend the file"},
            options, surroundings);
    }
    if (options.json) {
        surroundings.out << shown.dump(-1, ' ', false, json::error_handler_t::replace) << '\n';
    } else {
        for (const ordered_json& row : shown) lay_out(row, surroundings.out);
    }
    return 0;
}

}  // namespace palpera::command
