#pragma once

// Everything a panel draws with.
//
// A panel is one function: it gets the context, what to show as plain rows, and its own state (what the user left on
// the screen). It draws, and gives back what the user asked for. It changes nothing else.
//
//     struct TopicsState { std::string search; };
//     std::optional<Ask> draw_topics(ui::Ui& ui, ui::Rect place, const TopicRows& rows, TopicsState& state) {
//         std::optional<Ask> asked;
//         ui::Area area(ui, "history.topics", place, {.ground = ui::Role::surface2, .line_right = true});
//         {
//             ui::Line line(ui, 32);
//             line.from_right();
//             ui::text(ui, rows.asked_count, ui::caption);
//             line.from_left();
//             ui::text(ui, rows.heading, ui::card_heading);
//         }
//         ui::search_field(ui, "history.search", state.search, rows.search_hint, rows.clear_tip);
//         for (const TopicRow& row : rows.topics)
//             if (ui::list_row(ui, "history.topic." + row.id, row.label, {.icon = row.icon, .trailing = row.count}))
//                 asked = Ask{row.id};
//         if (ui::button(ui, "history.ask", rows.ask_label, {.kind = ui::ButtonKind::primary})) asked = Ask{};
//         return asked;
//     }
//
// - `name` is stable and unique on the screen ("history.ask"); it is never shown and never translated. Tests press it.
// - Measures are pixels at 100 %, as LOOK draws them; `ui.px(16)` makes pixels of the window. Rect is always pixels.
// - Widgets stand below each other, as wide as their place. `Line` puts them side by side, `Columns` in cells, `Card`
// on
//   a card, `Area` in a part of the window that scrolls alone; `gap` adds height.
// - Text comes from the string table; long text ends in an ellipsis with a tooltip, or wraps (`paragraph`).
// - Keys: `ui.key(Key::escape)`, `ui.typed(U'/')`. Tab, arrows in lists, Enter and Space work without help.
// - Something that moves or counts asks for its next frame: `ui.redraw.in(1.0)`. Nothing else is drawn while idle.
// - Tests draw a panel with tests/ui/driver.h: press, type, read, look at the picture, run the layout lint.
#include "engine/ui/buttons.h"
#include "engine/ui/cards.h"
#include "engine/ui/charts.h"
#include "engine/ui/choices.h"
#include "engine/ui/context.h"
#include "engine/ui/fields.h"
#include "engine/ui/icons.h"
#include "engine/ui/interaction.h"
#include "engine/ui/layout.h"
#include "engine/ui/overlay.h"
#include "engine/ui/paint.h"
#include "engine/ui/person.h"
#include "engine/ui/probability_chart.h"
#include "engine/ui/speech.h"
#include "engine/ui/swim_lane.h"
#include "engine/ui/table.h"
#include "engine/ui/text.h"
