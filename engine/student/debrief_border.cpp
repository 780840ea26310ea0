// The numb area that the student drew, over the one that was there.
#include <algorithm>

#include "engine/student/debrief_parts.h"
#include "engine/student/root_look.h"

namespace palpera::student {
namespace {

using Pattern = ui::ZonePaint::Pattern;

constexpr float picture_height = 300;

// The three areas differ in pattern before they differ in colour.
struct AreaLook {
    const char* key;
    Pattern pattern;
    ui::Role role;
};
constexpr AreaLook in_both{"debrief/border_both", Pattern::diagonals, ui::Role::ok};
constexpr AreaLook only_drawn{"debrief/border_drawn_only", Pattern::lines, ui::Role::missed};
constexpr AreaLook only_true{"debrief/border_true_only", Pattern::dots, ui::Role::late};

void paint(const body::ZoneMap& map, const std::vector<std::string>& zones, body::Side side, const AreaLook& look,
           std::vector<ui::ZonePaint>& paints) {
    for (const std::string& zone : zones) {
        const int index = map.index(zone);
        if (index < 0) continue;
        const std::size_t place = 2 * static_cast<std::size_t>(index) + (side == body::Side::left ? 1 : 0);
        paints[place] = {look.pattern, look.role, 0.4f, 1};
    }
}

// Turned to a zone of what was drawn, or of what was lost, that nothing hides.
void turn_to(DebriefPart& part, const present::DebriefBorder& border, body::Side side) {
    BodyView& view = part.state.body;
    if (part.state.body_of == part.state.border) return;
    part.state.body_of = part.state.border;
    std::optional<body::Camera> camera;
    for (const auto* zones : {&border.both, &border.drawn_only, &border.true_only}) {
        for (std::size_t i = 0; i < zones->size(); ++i) {
            const auto corner = view.corner_of_zone((*zones)[(i + zones->size() / 2) % zones->size()], side);
            if (!corner) continue;
            const body::ClearView clear = body::clear_view(view.body(), view.posed(), *corner, 48, view.lies());
            if (!camera) camera = clear.camera;
            if (clear.is_clear) return view.fly_to(clear.camera, part.ui);
        }
    }
    if (camera) view.fly_to(*camera, part.ui);
}

// Turned by dragging, as at the examination.
void draw_body_of(DebriefPart& part, const present::DebriefBorder& border, float width) {
    ui::Ui& ui = part.ui;
    BodyView& view = part.state.body;
    const body::Side side = border.side == library::Side::left ? body::Side::left : body::Side::right;
    const ui::Rect place = ui::claim(ui, {width, ui.px(picture_height)});
    turn_to(part, border, side);
    const ui::Touch touch = ui::touch(
        ui, place, {.name = "debrief.border.body", .label = part.words("debrief/border_body"), .rounding = 8});
    const ImVec2 moved = ImGui::GetIO().MouseDelta;
    if (touch.held) view.turn_by(-moved.x * 0.45f / ui.scale, moved.y * 0.45f / ui.scale);
    std::vector<ui::ZonePaint> paints(2 * view.zones().zones().size());
    paint(view.zones(), border.both, side, in_both, paints);
    paint(view.zones(), border.drawn_only, side, only_drawn, paints);
    paint(view.zones(), border.true_only, side, only_true, paints);
    const ImTextureID picture = view.picture(ui, place, place, touch.held, std::move(paints));
    if (picture == nullptr) return;
    ImGui::GetWindowDrawList()->AddImageRounded(picture, place.min, place.max, {0, 1}, {1, 0}, IM_COL32_WHITE,
                                                ui.px(8));
}

void draw_area(DebriefPart& part, const AreaLook& look, const std::string& names) {
    if (names.empty()) return;
    ui::Ui& ui = part.ui;
    const float mark = ui.px(26);
    const std::string words = part.words(look.key) + ": " + names + ".";
    const ui::Lines lines = ui::wrap(ui, words, ui::body, ui::width_left(ui) - mark);
    const ui::Rect place = ui::claim(ui, {ui::width_left(ui), lines.size.y + ui.px(6)});
    const ui::Rect swatch = ui::rect({place.min.x, place.min.y + ui.px(3)}, {ui.px(16), ui.px(14)});
    draw_swatch(ui, swatch, look.pattern, look.role);
    ui::draw_lines(ui, {place.min.x + mark, place.min.y}, lines, ui::body);
    ui.registry.add({.kind = ui::ItemKind::text, .label = words, .rect = place, .clip = place, .scrolls = true});
}

void draw_words(DebriefPart& part, const present::DebriefBorder& border) {
    ui::Ui& ui = part.ui;
    ui::text(ui, border.title, ui::caption);
    ui::paragraph(ui, border.summary, ui::reading);
    ui::gap(ui, 4);
    draw_area(part, in_both, border.both_names);
    draw_area(part, only_drawn, border.drawn_only_names);
    draw_area(part, only_true, border.true_only_names);
    if (border.fits.empty()) return;
    ui::gap(ui, 4);
    ui::text(ui, part.words("debrief/border_fits"), ui::caption_strong);
    for (const present::BorderFit& fit : border.fits) {
        const std::string words =
            part.words.fill("debrief/border_fit", {{"name", fit.name}, {"share", fit.overlap_text}});
        ui::paragraph(ui, words, &fit == &border.fits.front() ? ui::body_strong : ui::body);
    }
}

}  // namespace

void draw_borders(DebriefPart& part) {
    const auto& borders = part.debrief.borders;
    if (borders.empty()) return;
    ui::Ui& ui = part.ui;
    part.state.border = std::clamp(part.state.border, 0, static_cast<int>(borders.size()) - 1);
    const present::DebriefBorder& border = borders[static_cast<std::size_t>(part.state.border)];
    if (ui.artist != nullptr && part.body.bodies != nullptr && part.body.encounter != nullptr)
        part.state.body.meet(ui, *part.body.bodies, part.words, *part.body.encounter);
    ui::Card card(ui);
    ui::paragraph(ui, part.words("debrief/border_title"), ui::card_heading);
    if (borders.size() > 1) {
        std::vector<ui::Option> options;
        for (const present::DebriefBorder& one : borders) options.push_back({std::to_string(one.action), one.title});
        part.state.border = ui::combo(ui, "debrief.border", options, part.state.border);
    }
    if (!part.state.body.is_there()) return draw_words(part, border);
    if (ui::size_class(ui).width == ui::Width::compact) {
        draw_words(part, border);
        return draw_body_of(part, border, ui::width_left(ui));
    }
    ui::Columns columns(ui, {0, 420}, 24);
    columns.next();
    draw_words(part, border);
    columns.next();
    draw_body_of(part, border, ui::width_left(ui));
}

}  // namespace palpera::student
