// What is painted on the skin: the map of the dermatomes, and what was felt where.
#include <algorithm>
#include <array>

#include "engine/student/examination_body_parts.h"
#include "engine/student/root_look.h"

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

}  // namespace

std::string zone_of(const std::string& subject) { return subject.substr(subject.find(' ') + 1); }

std::vector<ui::ZonePaint> paint_of(Examining& now, const std::string& pointed, Side side) {
    std::vector<ui::ZonePaint> paint;
    if (now.tool.verb != Verb::sensation && !now.state.shows_dermatomes) return paint;
    const body::ZoneMap& zones = now.state.body.zones();
    paint.resize(2 * zones.zones().size());
    if (now.state.shows_dermatomes) {
        for (std::size_t i = 0; i < paint.size(); ++i) {
            const std::string& id = zones.zones()[i / 2].id;
            if (is_mapped(now, id)) paint[i] = tested(now, id, mapped_fill);
        }
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

// Down the left edge, beside the body, in as many columns as it takes.
void draw_legend(const Examining& now, Rect free) {
    ui::Ui& ui = now.ui;
    const float wide = ui.px(52), high = ui.px(26), pad = ui.px(8);
    const float room = free.height() - ui.px(24) - 2 * pad;
    const int rows = std::clamp(static_cast<int>(room / high), 1, static_cast<int>(mapped.size()));
    const int columns = (static_cast<int>(mapped.size()) + rows - 1) / rows;
    const ImVec2 size{wide * static_cast<float>(columns) + 2 * pad, high * static_cast<float>(rows) + 2 * pad};
    const Rect card = ui::rect({free.min.x + ui.px(16), free.max.y - ui.px(12) - size.y}, size);
    ui::raised_ground(ui, card, 8);
    for (std::size_t i = 0; i < mapped.size(); ++i) {
        const RootLook look = look_of(mapped[i]);
        const float x = card.min.x + pad + wide * static_cast<float>(static_cast<int>(i) / rows);
        const float y = card.min.y + pad + high * static_cast<float>(static_cast<int>(i) % rows);
        draw_swatch(ui, ui::rect({x, y + ui.px(5)}, {ui.px(18), ui.px(16)}), look.pattern, look.role);
        const std::string name(anatomy::name(mapped[i]));
        ui::draw_text(ui, {{x + ui.px(23), y}, {x + wide, y + high}}, name, ui::caption_strong);
    }
}

}  // namespace palpera::student
