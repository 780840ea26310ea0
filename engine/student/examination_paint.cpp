// What is painted on the skin: the map of the dermatomes or of the nerves, and what was felt where.
#include <algorithm>
#include <array>
#include <cmath>

#include "engine/student/examination_body_parts.h"
#include "engine/student/nerve_look.h"

namespace palpera::student {

using library::Side;
using library::Verb;
using ui::Rect;
using ui::Role;

namespace {

constexpr float mapped_fill = 0.16f;
// The roots of the lower limb: no two of them look alike.
constexpr std::array mapped{anatomy::Root::L2, anatomy::Root::L3, anatomy::Root::L4,
                            anatomy::Root::L5, anatomy::Root::S1, anatomy::Root::S2};

bool is_mapped(const Examining& now, const std::string& id) {
    const anatomy::Zone* zone = anatomy::find(now.view.context.library.atlas.zones, id);
    return zone && !zone->dermatomes.empty() &&
           std::find(mapped.begin(), mapped.end(), heaviest(*zone)) != mapped.end();
}

// What a tested zone looks like: the root that most of its fibres come from says how.
ui::ZonePaint tested(const Examining& now, const std::string& id, float fill) {
    const anatomy::Zone* zone = anatomy::find(now.view.context.library.atlas.zones, id);
    const RootLook look = zone && !zone->dermatomes.empty() ? look_of(heaviest(*zone)) : look_of(anatomy::Root::L4);
    return {look.pattern, look.role, fill, 1};
}

ui::ZonePaint mapped_look(const Examining& now, const std::string& id) {
    if (now.state.map == SkinMap::dermatomes)
        return is_mapped(now, id) ? tested(now, id, mapped_fill) : ui::ZonePaint{};
    const anatomy::Atlas& atlas = now.view.context.library.atlas;
    const anatomy::Zone* zone = anatomy::find(atlas.zones, id);
    const auto nerve = zone ? mapped_nerve(atlas, *zone) : std::nullopt;
    if (!nerve) return {};
    const RootLook look = look_of_nerve(*nerve);
    return {look.pattern, look.role, mapped_fill, 1};
}

}  // namespace

std::string zone_of(const std::string& subject) { return subject.substr(subject.find(' ') + 1); }

std::vector<ui::ZonePaint> paint_of(Examining& now, const std::string& pointed, Side side) {
    std::vector<ui::ZonePaint> paint;
    if (now.tool.verb != Verb::sensation && now.state.map == SkinMap::none) return paint;
    const body::ZoneMap& zones = now.state.body.zones();
    paint.resize(2 * zones.zones().size());
    if (now.state.map != SkinMap::none) {
        for (std::size_t i = 0; i < paint.size(); ++i) paint[i] = mapped_look(now, zones.zones()[i / 2].id);
    }
    if (now.tool.verb != Verb::sensation) return paint;
    const auto place = [&](const std::string& zone, Side of) -> ui::ZonePaint* {
        const int index = zones.index(zone);
        return index < 0 ? nullptr : &paint[2 * static_cast<std::size_t>(index) + (of == Side::left ? 1 : 0)];
    };
    for (const present::BodyMark& mark : present::body_marks(now.view.context, now.view.encounter)) {
        if (mark.verb != Verb::sensation || !mark.subject.starts_with(now.tool.modality + " ")) continue;
        if (ui::ZonePaint* zone = place(zone_of(mark.subject), mark.side))
            *zone = tested(now, zone_of(mark.subject), mark.abnormal ? 0.55f : 0.22f);
    }
    for (const auto& [zone, of] : marked_zones(now)) {
        if (ui::ZonePaint* marked = place(zone, of)) {
            if (marked->fill <= 0) marked->role = Role::primary;
            marked->outline = 1;
            marked->fill = std::max(marked->fill, 0.12f);
        }
    }
    if (pointed.empty()) return paint;
    for (Side of : {Side::right, Side::left}) {
        if (of != side && !now.state.compare) continue;
        ui::ZonePaint* zone = place(zone_of(pointed), of);
        if (!zone) continue;
        if (zone->fill <= 0) *zone = {ui::ZonePaint::Pattern::none, Role::primary, 0.22f, 1};
        zone->outline = 1;
    }
    return paint;
}

namespace {

struct Explained {
    RootLook look;
    std::string words;
};

// Those of which some skin faces the student.
std::vector<Explained> nerves_in_picture(const Examining& now, Rect place) {
    const BodyView& view = now.state.body;
    const anatomy::Atlas& atlas = now.view.context.library.atlas;
    const float wide = place.width() / place.height();
    std::vector<bool> seen(mapped_nerves().size(), false);
    for (std::size_t i = 0; i < view.posed().points.size(); i += 11) {
        const body::SkinPoint& point = view.body().skin.points[i];
        const int zone = view.zones().at(point.chart, point.place);
        const body::Vector at = view.posed().points[i];
        const body::Seen there = body::seen(view.camera(), at);
        if (zone < 0 || std::abs(there.x) > wide || std::abs(there.y) > 1) continue;
        if (body::dot(view.posed().normals[i], body::unit(view.camera().eye() - at)) < 0.2f) continue;
        const anatomy::Zone* of = anatomy::find(atlas.zones, view.zones().zones()[static_cast<std::size_t>(zone)].id);
        if (const auto nerve = of ? mapped_nerve(atlas, *of) : std::nullopt) seen[*nerve] = true;
    }
    std::vector<Explained> all;
    for (std::size_t i = 0; i < seen.size(); ++i) {
        const anatomy::Nerve* nerve = anatomy::find(atlas.nerves, mapped_nerves()[i]);
        if (!seen[i] || !nerve) continue;
        const std::string& name = now.view.context.in(nerve->name);
        all.push_back({look_of_nerve(i), name.substr(0, name.find(" ("))});
    }
    return all;
}

std::vector<Explained> explained(const Examining& now, Rect place) {
    if (now.state.map == SkinMap::nerves) return nerves_in_picture(now, place);
    std::vector<Explained> all;
    for (anatomy::Root root : mapped) all.push_back({look_of(root), std::string(anatomy::name(root))});
    return all;
}

}  // namespace

// Down the left edge, beside the body, in as many columns as it takes; what finds no room in half the picture's width
// is left out and told where it is pointed at.
void draw_legend(const Examining& now, Rect place, Rect free) {
    ui::Ui& ui = now.ui;
    std::vector<Explained> all = explained(now, place);
    if (all.empty()) return;
    const float high = ui.px(26), pad = ui.px(8), swatch = ui.px(23);
    float wide = ui.px(52);
    for (const Explained& one : all)
        wide = std::max(wide, swatch + ui::measure(ui, one.words, ui::caption_strong).x + ui.px(8));
    const auto most_rows = std::max(1, static_cast<int>((free.height() - ui.px(24) - 2 * pad) / high));
    const auto most_columns = std::max(1, static_cast<int>((free.width() / 2 - 2 * pad) / wide));
    all.resize(std::min(all.size(), static_cast<std::size_t>(most_rows * most_columns)));
    const int count = static_cast<int>(all.size());
    const int rows = std::min(most_rows, count), columns = (count + rows - 1) / rows;
    const ImVec2 size{wide * static_cast<float>(columns) + 2 * pad, high * static_cast<float>(rows) + 2 * pad};
    const Rect card = ui::rect({free.min.x + ui.px(16), free.max.y - ui.px(12) - size.y}, size);
    ui::raised_ground(ui, card, 8);
    for (int i = 0; i < count; ++i) {
        const Explained& one = all[static_cast<std::size_t>(i)];
        const float x = card.min.x + pad + wide * static_cast<float>(i / rows);
        const float y = card.min.y + pad + high * static_cast<float>(i % rows);
        draw_swatch(ui, ui::rect({x, y + ui.px(5)}, {ui.px(18), ui.px(16)}), one.look.pattern, one.look.role);
        ui::draw_text(ui, {{x + swatch, y}, {x + wide, y + high}}, one.words, ui::caption_strong);
    }
}

}  // namespace palpera::student
