#include "engine/student/debrief.h"

#include <algorithm>

#include "engine/student/debrief_parts.h"

namespace palpera::student {
namespace {

constexpr float bar_height = 56;
constexpr float tabs_beside = 1220;  // from this width of the window on the tabs stand beside title and buttons
// Below this the list under the lanes has no room to scroll alone, and the whole page scrolls.
constexpr float least_list = 200;

void draw_tabs(DebriefPart& part, ui::Rect place) {
    part.state.page = ui::stage_tabs(part.ui, place,
                                     {{"debrief.overview", part.words("debrief/tab_overview")},
                                      {"debrief.reasoning", part.words("debrief/tab_reasoning")},
                                      {"debrief.course", part.words("debrief/tab_course")},
                                      {"debrief.log", part.words("debrief/tab_log")},
                                      {"debrief.sources", part.words("debrief/tab_sources")}},
                                     part.state.page);
}

// `narrow`: the tabs stand in a bar of their own.
void draw_top_bar(DebriefPart& part, ui::Rect place, bool compact, bool narrow) {
    ui::Ui& ui = part.ui;
    ui::Area area(ui, "debrief.top", place,
                  {.ground = ui::Role::surface, .padding = 16, .padding_y = 0, .scrolls = false, .line_bottom = true});
    ui::Rect tabs;
    {
        ui::Line line(ui, bar_height - 1, 12);
        if (!compact) ui::brand_mark(ui, 24);
        if (ui::icon_button(ui, "debrief.back", ui::icon::arrow_back, part.words("general/back")))
            part.asked = DebriefAsk{DebriefAsk::Kind::close};
        line.from_right();
        if (ui::button(ui, "debrief.again", part.words("debrief/again"),
                       {.kind = ui::ButtonKind::primary, .icon = ui::icon::replay}))
            part.asked = DebriefAsk{DebriefAsk::Kind::again};
        if (ui::button(ui, "debrief.save", part.words(compact ? "debrief/save" : "debrief/save_pdf"),
                       {.icon = ui::icon::file_download}))
            part.state.saving = true;
        line.from_left();
        const float title_width = compact ? line.left() : std::min(line.left(), ui.px(260));
        const ui::Rect title = line.place({title_width, ui.px(40)});
        const float middle = title.middle().y;
        ui::draw_text(ui, {title.min, {title.max.x, middle + ui.px(2)}}, part.words("debrief/title"), ui::card_heading);
        ui::draw_text(ui, {{title.min.x, middle + ui.px(2)}, title.max}, part.debrief.person, ui::caption);
        if (!compact && !narrow) tabs = line.place({line.left(), ui.px(bar_height)});
    }
    if (compact || narrow) return;
    tabs.min.y = place.min.y;
    tabs.max.y = place.max.y;
    draw_tabs(part, tabs);
}

void draw_list_card(DebriefPart& part, LineShape shape) {
    {
        ui::Card card(part.ui, {.space_after = 0});
        draw_lines_head(part);
        draw_lines(part, shape);
    }
}

// Where there is room the list scrolls alone, so that the lanes stay in sight while it follows.
void draw_list_area(DebriefPart& part, ui::Rect place, LineShape shape) {
    ui::card_ground(part.ui, place);
    ui::Rect head = ui::cut_top(part.ui, place, 52);
    {
        ui::Area area(part.ui, "debrief.list.head", head, {.padding = 16, .padding_y = 10, .scrolls = false});
        draw_lines_head(part);
    }
    place.max.y -= part.ui.px(4);
    ui::Area area(part.ui, "debrief.list", place, {.padding = 16, .padding_y = 0, .new_column = false});
    draw_lines(part, shape);
}

void draw_overview(DebriefPart& part, ui::Rect place, const ui::SizeClass& size) {
    ui::Ui& ui = part.ui;
    const LineShape shape = size.logical.x < 1180 ? LineShape::stacked : LineShape::row;
    ui::Area area(ui, "debrief.page", place, {.padding = 16});
    const bool chart_above = size.width >= ui::Width::wide;
    draw_summary_cards(part, chart_above);
    draw_revision(part);
    draw_lanes(part);
    if (!chart_above) {
        draw_chosen_line(part);
        draw_chart_card(part, 240);
        return draw_list_card(part, shape);
    }
    const ui::Rect rest = area.rest();
    if (!size.is_short && rest.height() >= ui.px(least_list)) return draw_list_area(part, rest, shape);
    draw_chosen_line(part);
    draw_list_card(part, shape);
}

void draw_compact_page(DebriefPart& part, ui::Rect place) {
    ui::Area area(part.ui, "debrief.page", place, {.padding = 16});
    switch (part.state.compact_page) {
        case 0:
            draw_score(part, 0);
            draw_revision(part);
            draw_story(part);
            draw_all_parts(part);
            break;
        case 1:
            draw_borders(part);
            draw_reasoning(part);
            break;
        case 2:
            draw_list_card(part, LineShape::stacked);
            ui::gap(part.ui, 12);
            draw_course(part);
            break;
        case 3: draw_journal(part); break;
        default: draw_sources(part);
    }
}

void draw_compact(DebriefPart& part, ui::Rect place) {
    draw_top_bar(part, ui::cut_top(part.ui, place, bar_height), true, false);
    part.state.compact_page =
        ui::bottom_bar(part.ui, ui::cut_bottom(part.ui, place, bar_height),
                       {{"debrief.page.score", ui::icon::insights, part.words("debrief/score")},
                        {"debrief.page.reasoning", ui::icon::query_stats, part.words("debrief/page_reasoning")},
                        {"debrief.page.steps", ui::icon::list, part.words("debrief/page_steps")},
                        {"debrief.page.log", ui::icon::history, part.words("debrief/page_log")},
                        {"debrief.page.sources", ui::icon::menu_book, part.words("debrief/tab_sources")}},
                       part.state.compact_page);
    draw_compact_page(part, place);
}

void draw_pages(DebriefPart& part, ui::Rect place, const ui::SizeClass& size) {
    const bool narrow = size.logical.x < tabs_beside;
    draw_top_bar(part, ui::cut_top(part.ui, place, bar_height), false, narrow);
    if (narrow) {
        const ui::Rect bar = ui::cut_top(part.ui, place, bar_height);
        ui::Area area(part.ui, "debrief.tabs", bar,
                      {.ground = ui::Role::surface, .padding = 0, .scrolls = false, .line_bottom = true});
        draw_tabs(part, bar);
    }
    if (part.state.page == DebriefPage::overview) return draw_overview(part, place, size);
    ui::Area area(part.ui, "debrief.page", place, {.padding = 16});
    switch (part.state.page) {
        case DebriefPage::reasoning: draw_borders(part); return draw_reasoning(part);
        case DebriefPage::course: draw_story(part); return draw_course(part);
        case DebriefPage::log: return draw_journal(part);
        default: draw_sources(part);
    }
}

void draw_question(DebriefPart& part) {
    if (part.state.rewind == 0) return;
    const auto line = std::ranges::find(part.journal, part.state.rewind, &present::JournalLine::action);
    const std::string time = line == part.journal.end() ? std::string() : line->time;
    const std::string question = part.words.fill("debrief/rewind_question", {{"time", time}});
    const ui::Reply reply = ui::ask(part.ui, {.name = "debrief.rewinding",
                                              .question = question,
                                              .consequence = part.words("debrief/rewind_text"),
                                              .safe = part.words("general/cancel"),
                                              .go = part.words("debrief/rewind_here")});
    if (reply == ui::Reply::go) part.asked = DebriefAsk{DebriefAsk::Kind::rewind, part.state.rewind};
    if (reply != ui::Reply::none) part.state.rewind = 0;
}

// Where to and as what; the way there is remembered by who saves it.
void draw_saving(DebriefPart& part) {
    if (!part.state.saving) return;
    ui::Ui& ui = part.ui;
    const bool opens = !ui.registry.find_before("debrief.saving.go");
    ui::Modal sheet(ui, "debrief.saving", 480);
    ui::text(ui, part.words("debrief/save_title"), ui::title);
    ui::gap(ui, 8);
    part.state.as_text =
        ui::segmented(ui, "debrief.saving.as", {{"pdf", "PDF"}, {"text", part.words("debrief/save_text")}},
                      part.state.as_text ? 1 : 0) == 1;
    ui::gap(ui, 8);
    ui::text(ui, part.words("debrief/save_folder"), ui::caption_strong);
    ui::text_field(ui, "debrief.saving.folder", part.state.folder, {.most = 1000});
    const std::string name = part.state.file + (part.state.as_text ? ".txt" : ".pdf");
    ui::paragraph(ui, part.words.fill("debrief/save_named", {{"name", name}}), ui::caption);
    ui::gap(ui, 12);
    bool go = false, cancel = false;
    {
        ui::Line line(ui, 36, 12);
        line.from_right();
        go = ui::button(ui, "debrief.saving.go", part.words("debrief/save"), {.kind = ui::ButtonKind::primary});
        cancel = ui::button(ui, "debrief.saving.cancel", part.words("general/cancel"), {.kind = ui::ButtonKind::quiet});
    }
    if (opens) ui.focus.move_to("debrief.saving.go", false);
    if (go) part.asked = DebriefAsk{DebriefAsk::Kind::save};
    if (go || cancel || sheet.dismissed()) part.state.saving = false;
}

// Rings and bars grow once, 400 ms; afterwards nothing moves and the window sleeps.
double grown(ui::Ui& ui, DebriefState& state) {
    constexpr double whole = 0.4;
    if (state.opened < 0) state.opened = ui.now;
    const double share = (ui.now - state.opened) / whole;
    if (ui.reduce_motion || share >= 1) return 1;
    ui.redraw.now();
    const double left = 1 - std::max(0.0, share);
    return 1 - left * left * left;
}

}  // namespace

std::optional<ui::Outcome> outcome_of(pathway::Mark mark) {
    switch (mark) {
        case pathway::Mark::matched: return ui::Outcome::matched;
        case pathway::Mark::missed: return ui::Outcome::missed;
        case pathway::Mark::late: return ui::Outcome::late;
        case pathway::Mark::unneeded: return ui::Outcome::unneeded;
        case pathway::Mark::harmful: return ui::Outcome::harmful;
        case pathway::Mark::none: return std::nullopt;
    }
    return std::nullopt;
}

void draw_rewind(DebriefPart& part, const std::string& name, int action) {
    if (ui::button(part.ui, name, part.words("debrief/rewind_here"),
                   {.size = ui::ButtonSize::small, .icon = ui::icon::replay}))
        part.state.rewind = action;
}

std::optional<DebriefAsk> draw_debrief(ui::Ui& ui, ui::Rect place, const present::Context& context,
                                       const present::Debrief& debrief,
                                       const std::vector<present::JournalLine>& journal, DebriefState& state,
                                       const DebriefBody& body) {
    DebriefPart part{ui, context, debrief, journal, state, grown(ui, state), body, {}};
    const ui::SizeClass size = ui::size_class(ui);
    const bool asking = state.rewind != 0 || state.saving;
    if (size.width == ui::Width::compact)
        draw_compact(part, place);
    else
        draw_pages(part, place, size);
    draw_question(part);
    draw_saving(part);
    if (!asking && !part.asked && ui.key(ui::Key::escape)) part.asked = DebriefAsk{DebriefAsk::Kind::close};
    return part.asked;
}

}  // namespace palpera::student
