// The drawn radiographs of a result: which one, how near, whose side, and that it is a drawing.
#include <algorithm>

#include "engine/student/investigations_parts.h"
#include "engine/ui/icons.h"

namespace palpera::student {
namespace {

using present::DrawingRow;
using ui::Rect;
using ui::Role;

constexpr float zoom_step = 1.25f;
constexpr ui::TextLook told{ui::Type::caption, ui::Weight::strong, Role::film_text};
constexpr ui::TextLook quiet{ui::Type::caption, ui::Weight::regular, Role::film_text2};

// "Side view", or "Side view, left" where both sides were taken.
std::string label_of(const Investigating& now, const std::vector<DrawingRow>& drawings, const DrawingRow& row) {
    const bool two_sides =
        std::any_of(drawings.begin(), drawings.end(), [&](const DrawingRow& other) { return other.side != row.side; });
    return two_sides ? row.view + ", " + present::side_text(row.side, now.view.context) : row.view;
}

void choose_drawing(Investigating& now, const std::vector<DrawingRow>& drawings) {
    if (drawings.size() < 2) return;
    std::vector<ui::Option> options;
    for (std::size_t i = 0; i < drawings.size(); ++i) {
        options.push_back({std::to_string(i), label_of(now, drawings, drawings[i])});
    }
    InvestigationsState::Film& film = now.state.film;
    const int chosen = ui::segmented(now.ui, "investigations.drawing", options, film.drawing, true);
    if (chosen == film.drawing) return;
    film.drawing = chosen;
    film.view = {};
}

void draw_tools(Investigating& now, const std::vector<DrawingRow>& drawings) {
    ui::Ui& ui = now.ui;
    ui::PictureView& view = now.state.film.view;
    ui::Line line(ui, 36, 4);
    line.from_right();
    const bool whole = ui::icon_button(ui, "investigations.film.whole", ui::icon::center_focus_strong,
                                       now.words("investigations/zoom_whole"));
    const bool closer =
        ui::icon_button(ui, "investigations.film.in", ui::icon::zoom_in, now.words("investigations/zoom_in"));
    const bool further =
        ui::icon_button(ui, "investigations.film.out", ui::icon::zoom_out, now.words("investigations/zoom_out"));
    line.from_left();
    choose_drawing(now, drawings);
    if (closer || ui.typed(U'+')) view.zoom_by(zoom_step);
    if (further || ui.typed(U'-')) view.zoom_by(1 / zoom_step);
    if (whole || ui.typed(U'0')) view = {};
}

void draw_side_mark(Investigating& now, Rect film, library::Side side) {
    if (side != library::Side::right && side != library::Side::left) return;
    ui::Ui& ui = now.ui;
    const Rect plate = ui::rect({film.min.x + ui.px(8), film.min.y + ui.px(8)}, {ui.px(28), ui.px(28)});
    ui::fill(ui, plate, Role::film, 4, 0.8f);
    const char* mark = side == library::Side::right ? "investigations/mark_right" : "investigations/mark_left";
    ui::draw_text(ui, plate, now.words(mark), {ui::Type::reading, ui::Weight::strong, Role::film_text}, 0.5f);
}

void draw_picture(Investigating& now, Rect place, const DrawingRow& row) {
    ui::Ui& ui = now.ui;
    const ui::Picture& picture = ui.pictures.of(row.id);
    if (!picture.trouble.empty()) {
        ui::draw_text(ui, place, now.words("investigations/drawing_missing"), told, 0.5f);
        return;
    }
    const std::string label = now.view.context.fill("investigations/drawing_of", {{"name", row.name}});
    ui::light_box(ui, "investigations.film", place, picture, now.state.film.view,
                  {.label = label, .mirrored = row.side == library::Side::left});
    draw_side_mark(now, place, row.side);
}

}  // namespace

void draw_light_box(Investigating& now, const std::vector<DrawingRow>& drawings) {
    ui::Ui& ui = now.ui;
    InvestigationsState::Film& film = now.state.film;
    if (film.order != now.state.open_order) film = {now.state.open_order, 0, {}};
    film.drawing = std::clamp(film.drawing, 0, static_cast<int>(drawings.size()) - 1);
    draw_tools(now, drawings);
    const DrawingRow& row = drawings[static_cast<std::size_t>(film.drawing)];
    const float padding = ui.px(8), width = ui::width_left(ui);
    const ui::Lines view = ui::wrap(ui, row.view, told, width - 2 * padding);
    const ui::Lines note = ui::wrap(ui, now.words("investigations/drawing_label"), quiet, width - 2 * padding);
    // Large text must not push the drawing out of its pane.
    const float picture_height = std::min((width - 2 * padding) * 7 / 9, ui::window_rect().height() / 2);
    const Rect box = ui::claim(ui, {width, picture_height + view.size.y + note.size.y + 4 * padding});
    ui::fill(ui, box, Role::film, 8);
    const Rect place =
        ui::rect({box.min.x + padding, box.min.y + padding}, {box.width() - 2 * padding, picture_height});
    draw_picture(now, place, row);
    ui::draw_lines(ui, {place.min.x, place.max.y + padding}, view, told);
    ui::draw_lines(ui, {place.min.x, place.max.y + padding + view.size.y + ui.px(2)}, note, quiet);
    ui.registry.add({.kind = ui::ItemKind::text,
                     .label = row.view + ". " + now.words("investigations/drawing_label"),
                     .rect = box,
                     .clip = box,
                     .scrolls = true});
}

}  // namespace palpera::student
