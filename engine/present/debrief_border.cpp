#include "engine/present/debrief_border.h"

#include <algorithm>
#include <cmath>

#include "engine/anatomy/best_fit.h"
#include "engine/anatomy/reading.h"
#include "engine/base/text.h"
#include "engine/present/body_answers.h"

namespace palpera::present {
namespace {

using encounter::Encounter;
using library::Side;
using library::Verb;
using Zones = std::vector<std::string>;

constexpr std::size_t most_fits = 3, every_lesion = 500;

anatomy::Side side_in(Side side) { return side == Side::left ? anatomy::Side::left : anatomy::Side::right; }

bool holds(const Zones& zones, const std::string& zone) {
    return std::find(zones.begin(), zones.end(), zone) != zones.end();
}

// The zones in both, of those in either.
int overlap(const Zones& a, const Zones& b) {
    const auto common = std::count_if(a.begin(), a.end(), [&](const std::string& zone) { return holds(b, zone); });
    const auto either = static_cast<std::ptrdiff_t>(a.size() + b.size()) - common;
    return either == 0
               ? 0
               : static_cast<int>(std::lround(100.0 * static_cast<double>(common) / static_cast<double>(either)));
}

// As it was just before an act: the same acts carried out again.
Encounter before(const Encounter& encounter, int action) {
    Encounter past(*encounter.patient);
    for (const encounter::Event& event : encounter.events) {
        if (event.n >= action) break;
        encounter::carry_out(past, event.action);
    }
    return past;
}

// Where an examiner who felt every zone then would have found less than on a healthy skin.
Zones not_felt(const Context& context, const Encounter& past, const std::string& modality, Side side) {
    Zones zones;
    for (const anatomy::Zone& zone : context.library.atlas.zones) {
        library::Action action;
        action.verb = Verb::sensation;
        action.subject = modality + " " + zone.id;
        if (zone.sided) action.side = side;
        if (zone.intimate || !past.patient->acts.contains(action.act())) continue;
        Encounter felt = past;
        encounter::carry_out(felt, action);
        for (const BodyAnswer& answer : body_answers(context, felt, felt.events[felt.events.size() - 1].n)) {
            if (answer.side == side && answer.sign) zones.push_back(zone.id);
        }
    }
    return zones;
}

std::string names_of(const Context& context, const Zones& zones) {
    std::vector<std::string> names;
    for (const std::string& id : zones) {
        const anatomy::Zone* zone = find(context.library.atlas.zones, id);
        names.push_back(zone ? context.in(zone->name) : id);
    }
    return base::joined(names, ", ");
}

std::string lesion_name(const Context& context, const anatomy::Lesion& lesion) {
    const anatomy::Atlas& atlas = context.library.atlas;
    if (const anatomy::LesionSite* site = find(atlas.lesion_sites, lesion.level)) return context.in(site->name);
    const std::string& structure = lesion.structures.front();
    if (structure.starts_with("root_")) return context.fill("debrief/border_root", {{"root", structure.substr(5)}});
    if (const anatomy::Nerve* nerve = find(atlas.nerves, structure)) return context.in(nerve->name);
    return context("debrief/border_polyneuropathy");
}

// Where this lesion alone takes sensation.
Zones territory(const Context& context, const anatomy::Lesion& lesion, const DebriefBorder& border) {
    const anatomy::Atlas& atlas = context.library.atlas;
    const anatomy::Deficit deficit = anatomy::deficit(atlas, {lesion});
    Zones zones;
    for (std::size_t i = 0; i < atlas.zones.size(); ++i) {
        const anatomy::SkinLoss& loss = deficit.zones[i][side_in(border.side)];
        const anatomy::Reading reading = border.modality == "light_touch" ? anatomy::read_light_touch(loss.light_touch)
                                                                          : anatomy::read_pinprick(loss.pinprick);
        if (reading.grade < 2 && !atlas.zones[i].intimate) zones.push_back(atlas.zones[i].id);
    }
    return zones;
}

// The lesions that are possible at all, whole or in part, by how well their area is the drawn one.
void find_fits(const Context& context, const Zones& drawn, DebriefBorder& border) {
    std::vector<anatomy::Sighting> sightings;
    for (const anatomy::Zone& zone : context.library.atlas.zones) {
        if (zone.intimate) continue;
        sightings.push_back({anatomy::Sighting::Of::zone, zone.id, side_in(border.side), holds(drawn, zone.id)});
    }
    for (const anatomy::Fit& fit : anatomy::best_fit(context.library.atlas, sightings, every_lesion)) {
        BorderFit row{anatomy::name_of(fit.lesion), lesion_name(context, fit.lesion), 0, {}, {}};
        anatomy::Lesion lesion = fit.lesion;
        for (double severity : {anatomy::complete, 0.75, anatomy::partial}) {
            lesion.severity = severity;
            Zones zones = territory(context, lesion, border);
            const int share = overlap(drawn, zones);
            if (share <= row.overlap) continue;
            row.overlap = share;
            row.zones = std::move(zones);
        }
        row.overlap_text = percent(row.overlap, context.language);
        if (row.overlap > 0) border.fits.push_back(std::move(row));
    }
    std::stable_sort(border.fits.begin(), border.fits.end(),
                     [](const BorderFit& a, const BorderFit& b) { return a.overlap > b.overlap; });
    if (border.fits.size() > most_fits) border.fits.resize(most_fits);
}

DebriefBorder border_of(const Context& context, const Encounter& encounter, const encounter::Event& event) {
    DebriefBorder border;
    const std::vector<std::string_view> words = base::split(event.action.subject, ' ');
    border.action = event.n;
    border.side = event.action.side == Side::left ? Side::left : Side::right;
    border.modality = words.front();
    const Zones drawn(words.begin() + 1, words.end());
    const Zones lost = not_felt(context, before(encounter, event.n), border.modality, border.side);
    for (const anatomy::Zone& zone : context.library.atlas.zones) {
        const bool in_drawn = holds(drawn, zone.id), in_lost = holds(lost, zone.id);
        if (in_drawn && in_lost) border.both.push_back(zone.id);
        if (in_drawn && !in_lost) border.drawn_only.push_back(zone.id);
        if (!in_drawn && in_lost) border.true_only.push_back(zone.id);
    }
    border.both_names = names_of(context, border.both);
    border.drawn_only_names = names_of(context, border.drawn_only);
    border.true_only_names = names_of(context, border.true_only);
    border.overlap = overlap(drawn, lost);
    const std::string modality = context("examination/tool_" + border.modality);
    border.title = moment(event.at, context) + " · " + modality + ", " +
                   context(border.side == Side::left ? "general/left" : "general/right");
    border.summary = lost.empty()
                         ? context("debrief/border_nothing_lost")
                         : context.fill("debrief/border_overlap", {{"share", percent(border.overlap, context.language)},
                                                                   {"both", std::to_string(border.both.size())},
                                                                   {"lost", std::to_string(lost.size())}});
    find_fits(context, drawn, border);
    return border;
}

}  // namespace

std::vector<std::string> border_lines(const Context& context, const DebriefBorder& border) {
    std::vector<std::string> lines{border.summary};
    const auto add = [&](const char* key, const std::string& names) {
        if (!names.empty()) lines.push_back(context(key) + ": " + names + ".");
    };
    add("debrief/border_both", border.both_names);
    add("debrief/border_drawn_only", border.drawn_only_names);
    add("debrief/border_true_only", border.true_only_names);
    std::vector<std::string> fits;
    for (const BorderFit& fit : border.fits) {
        fits.push_back(context.fill("debrief/border_fit", {{"name", fit.name}, {"share", fit.overlap_text}}));
    }
    if (!fits.empty()) lines.push_back(context("debrief/border_fits") + ": " + base::joined(fits, "; ") + ".");
    return lines;
}

std::vector<DebriefBorder> debrief_borders(const Context& context, const Encounter& encounter) {
    std::vector<const encounter::Event*> newest;
    for (const encounter::Event& event : encounter.events) {
        if (event.action.verb != Verb::border) continue;
        const auto modality = [](const encounter::Event& of) {
            return of.action.subject.substr(0, of.action.subject.find(' '));
        };
        std::erase_if(newest, [&](const encounter::Event* other) {
            return other->action.side == event.action.side && modality(*other) == modality(event);
        });
        newest.push_back(&event);
    }
    std::vector<DebriefBorder> borders;
    for (const encounter::Event* event : newest) borders.push_back(border_of(context, encounter, *event));
    return borders;
}

}  // namespace palpera::present
