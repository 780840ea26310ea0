#include "engine/present/examination.h"

#include <algorithm>
#include <array>

namespace palpera::present {
namespace {

using encounter::Encounter;
using encounter::Event;
using library::Side;
using library::Verb;

// The four ways in which sensation is tested, each a tool of its own.
struct Modality {
    const char *id, *name_key, *icon, *key;
};
constexpr std::array modalities{Modality{"light_touch", "examination/tool_light_touch", "brush", "L"},
                                Modality{"pinprick", "examination/tool_pinprick", "push_pin", "S"},
                                Modality{"vibration", "examination/tool_vibration", "vibration", "V"},
                                Modality{"temperature", "examination/tool_temperature", "thermostat", "E"}};

void add_tool(const Context& context, const library::Tool& tool, std::vector<ToolRow>& tools) {
    // The patient's position is set by a control of its own.
    if (tool.verb == Verb::position) return;
    if (tool.verb != Verb::sensation) {
        tools.push_back({tool.verb, "", context.in(tool.name), tool.icon, tool.key});
        return;
    }
    for (const Modality& one : modalities) {
        tools.push_back({Verb::sensation, one.id, context(one.name_key), one.icon, one.key});
    }
}

std::string region_name(const Context& context, const std::string& id) {
    for (const auto& [known, name] : context.library.atlas.regions) {
        if (known == id) return context.in(name);
    }
    return {};
}

using Targets = std::vector<TargetRow>;

template <class Places>
void add_places(const Context& context, const Places& places, const std::string& before, Targets& targets) {
    for (const auto& place : places) {
        targets.push_back({.subject = before + place.id,
                           .name = context.in(place.name),
                           .region = region_name(context, place.region),
                           .sided = place.sided,
                           .views = place.views});
    }
}

void add_joints(const Context& context, Targets& targets) {
    for (const anatomy::Joint& joint : context.library.atlas.joints) {
        for (const anatomy::Movement& movement : joint.movements) {
            targets.push_back({.subject = joint.id + " " + movement.id,
                               .name = context.in(movement.name),
                               .region = context.in(joint.name),
                               .sided = joint.sided});
        }
    }
}

template <class Structures>
void add_structures(const Context& context, const Structures& structures, Targets& targets) {
    for (const anatomy::Structure& one : structures) {
        targets.push_back({.subject = one.id, .name = context.in(one.name), .sided = one.sided});
    }
}

void add_special_tests(const Context& context, Targets& targets) {
    for (const anatomy::SpecialTest& test : context.library.atlas.special_tests) {
        targets.push_back({.subject = test.id,
                           .name = context.in(test.name),
                           .region = region_name(context, test.region),
                           .sided = test.sided});
    }
}

// Gaits and measurements: what only the catalogue knows.
void add_entries(const Context& context, Verb verb, Targets& targets) {
    for (const library::Examination& entry : context.library.catalogue.examinations) {
        if (entry.verb != verb) continue;
        targets.push_back({.subject = entry.subject, .name = context.in(entry.name), .sided = entry.sided});
    }
}

Targets targets_of(const Context& context, const ToolRow& tool) {
    const anatomy::Atlas& atlas = context.library.atlas;
    Targets targets;
    switch (tool.verb) {
        case Verb::inspect:
        case Verb::palpate:
        case Verb::auscultate: add_places(context, atlas.sites, "", targets); break;
        case Verb::sensation: add_places(context, atlas.zones, tool.modality + " ", targets); break;
        case Verb::move: add_joints(context, targets); break;
        case Verb::strength: add_structures(context, atlas.muscles, targets); break;
        case Verb::reflex: add_structures(context, atlas.reflexes, targets); break;
        case Verb::pulse: add_structures(context, atlas.arteries, targets); break;
        case Verb::test: add_special_tests(context, targets); break;
        default: add_entries(context, tool.verb, targets); break;
    }
    return targets;
}

void mark_done(const Encounter& encounter, Verb verb, TargetRow& row) {
    for (const Event& event : encounter.events) {
        if (event.action.verb != verb || event.action.subject != row.subject) continue;
        row.done = true;
        row.done_right = row.done_right || event.action.side != Side::left;
        row.done_left = row.done_left || event.action.side != Side::right;
    }
}

// Of the same numbering as targets_of.
const library::Search& search_of(const library::Index& index, Verb verb) {
    switch (verb) {
        case Verb::inspect:
        case Verb::palpate:
        case Verb::auscultate: return index.sites;
        case Verb::sensation: return index.zones;
        case Verb::move: return index.movements;
        case Verb::strength: return index.muscles;
        case Verb::reflex: return index.reflexes;
        case Verb::pulse: return index.arteries;
        case Verb::test: return index.special_tests;
        case Verb::gait: return index.gaits;
        default: return index.measurements;
    }
}

Targets best_first(const Context& context, Verb verb, Targets& targets, std::string_view typed) {
    Targets rows;
    for (const library::Search::Hit& hit : search_of(context.library.index(), verb).find(typed, context.language)) {
        rows.push_back(std::move(targets[hit.entry]));
        rows.back().found_by = hit.by;
    }
    return rows;
}

}  // namespace

std::vector<ToolGroup> tool_groups(const Context& context) {
    const library::Catalogue& catalogue = context.library.catalogue;
    std::vector<ToolGroup> groups;
    for (const library::Group& group : catalogue.examination_groups) {
        ToolGroup row{context.in(group.name), {}};
        for (const library::Tool& tool : catalogue.tools) {
            if (tool.group == group.id) add_tool(context, tool, row.tools);
        }
        if (!row.tools.empty()) groups.push_back(std::move(row));
    }
    return groups;
}

std::vector<TargetRow> target_rows(const Context& context, const Encounter& encounter, const ToolRow& tool,
                                   std::string_view typed) {
    Targets targets = targets_of(context, tool);
    for (TargetRow& target : targets) mark_done(encounter, tool.verb, target);
    const bool blank = typed.find_first_not_of(' ') == std::string_view::npos;
    return blank ? targets : best_first(context, tool.verb, targets, typed);
}

}  // namespace palpera::present
