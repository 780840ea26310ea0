// The cards over the lanes: the score, where and how its points arose, and how it went.
#include <algorithm>
#include <cmath>

#include "engine/student/debrief_parts.h"

namespace palpera::student {
namespace {

constexpr float ring = 128;

void draw_words(DebriefPart& part) {
    ui::Ui& ui = part.ui;
    const present::Debrief& debrief = part.debrief;
    ui::ChipLook look{.tint = ui::Role::missed_tint, .ink = ui::Role::missed, .icon = ui::icon::info};
    if (debrief.passed) look = {.tint = ui::Role::ok_tint, .ink = ui::Role::ok, .icon = ui::icon::check_circle};
    // A chip is one line; where it is too long the same words wrap.
    if (ui::chip_width(ui, debrief.verdict, look) <= ui::width_left(ui))
        ui::chip(ui, debrief.verdict, look);
    else
        ui::remark(ui, look.icon, debrief.verdict, look.ink);
    ui::gap(ui, 4);
    ui::paragraph(ui, debrief.headline, ui::card_heading);
    ui::paragraph(ui, debrief.summary, ui::body_quiet);
}

void draw_bars(DebriefPart& part, const std::vector<present::DebriefBar>& bars) {
    float label = 0;
    for (const present::DebriefBar& bar : bars)
        label = std::max(label, ui::measure(part.ui, bar.name, ui::body_quiet).x / part.ui.scale);
    for (const present::DebriefBar& bar : bars) {
        const ui::Role role = bar.weak ? ui::Role::missed : ui::Role::primary;
        ui::bar_row(part.ui, bar.name, bar.percent / 100.0, bar.value, role, label + 12,
                    bar.weak ? ui::icon::south_east : nullptr);
    }
}

// As high as its words need, so that the four cards end on one line.
float height_of(const DebriefPart& part, const std::string& words, ui::TextLook look, float width) {
    return ui::wrap(part.ui, words, look, part.ui.px(width)).size.y / part.ui.scale;
}

float score_words_height(const DebriefPart& part, float width) {
    return 24 + 16 + height_of(part, part.debrief.headline, ui::card_heading, width) +
           height_of(part, part.debrief.summary, ui::body_quiet, width);
}

float bars_height(const DebriefPart& part) { return 32 + 30 + 24 * static_cast<float>(part.debrief.domains.size()); }

float story_height(const DebriefPart& part, float width) {
    float height = 32 + 24 + 8;
    for (const std::string& line : part.debrief.story) height += height_of(part, line, ui::body_quiet, width) + 4;
    height += height_of(part, part.debrief.story_title, ui::card_heading, width) - 24;
    if (!part.debrief.biggest_win.empty())
        height += 24 + 24 + height_of(part, part.debrief.biggest_win, ui::body_quiet, width);
    return height;
}

}  // namespace

void draw_score(DebriefPart& part, float least_height) {
    ui::Ui& ui = part.ui;
    ui::Card card(ui, {.least_height = least_height});
    const float words = score_words_height(part, ui::width_left(ui) / ui.scale - ring - 16);
    ui::gap(ui, std::max(0.0f, (least_height - 32 - std::max(ring, words)) / 2));
    ui::Columns columns(ui, {ring, 0}, 16);
    columns.next();
    ui::score_ring(ui, part.debrief.score / 100.0, std::to_string(part.debrief.score), ring,
                   {.pass_mark = part.debrief.pass_mark / 100.0, .note = part.words("debrief/of_hundred")});
    columns.next();
    draw_words(part);
}

void draw_domains(DebriefPart& part, float least_height) {
    ui::Card card(part.ui, {.least_height = least_height});
    ui::paragraph(part.ui, part.words("debrief/domains"), ui::card_heading);
    ui::gap(part.ui, 2);
    draw_bars(part, part.debrief.domains);
}

void draw_components(DebriefPart& part, float least_height) {
    ui::Ui& ui = part.ui;
    ui::Card card(ui, {.least_height = least_height});
    const ui::TextLook digits{ui::Type::body, ui::Weight::strong, ui::Role::ink, true};
    {
        ui::Line line(ui, 24);
        line.from_right();
        ui::text(ui, part.debrief.score_text, {ui::Type::reading, ui::Weight::strong, ui::Role::ink, true});
        line.from_left();
        ui::text(ui, part.words("debrief/components"), ui::card_heading);
    }
    ui::gap(ui, 2);
    for (const present::DebriefBar& bar : part.debrief.components) {
        {
            ui::Line line(ui, 20);
            line.from_right();
            if (bar.weak) ui::icon_picture(ui, ui::icon::south_east, 16, ui::Role::missed);
            ui::text(ui, bar.value, digits);
            line.from_left();
            ui::text(ui, bar.name, ui::body_quiet);
        }
        ui::bar(ui, bar.percent / 100.0, bar.weak ? ui::Role::missed : ui::Role::primary);
        ui::gap(ui, 2);
    }
}

void draw_story(DebriefPart& part, float least_height) {
    ui::Ui& ui = part.ui;
    ui::Card card(ui, {.least_height = least_height});
    ui::paragraph(ui, part.debrief.story_title, ui::card_heading);
    for (const std::string& line : part.debrief.story) ui::paragraph(ui, line, ui::body_quiet);
    if (part.debrief.biggest_win.empty()) return;
    ui::gap(ui, 8);
    {
        ui::Line line(ui, 24, 6);
        ui::icon_picture(ui, ui::icon::trending_up, 20, ui::Role::primary);
        ui::text(ui, part.words("debrief/biggest_win"), ui::body_strong);
    }
    ui::paragraph(ui, part.debrief.biggest_win, ui::body_quiet);
}

// Two by two: a window of average width has no room for four side by side.
void draw_cards_in_two_rows(DebriefPart& part) {
    const float room = ui::width_left(part.ui) / part.ui.scale, half = std::floor((room - 12) / 2);
    const float top = std::max(32 + score_words_height(part, half - ring - 48), story_height(part, half - 32));
    const float foot = bars_height(part);
    ui::Columns columns(part.ui, 2, 12);
    columns.next();
    draw_score(part, top);
    draw_domains(part, foot);
    columns.next();
    draw_story(part, top);
    draw_components(part, foot);
}

void draw_summary_cards(DebriefPart& part) {
    ui::Ui& ui = part.ui;
    const float room = ui::width_left(ui) / ui.scale;
    if (room < 1150) return draw_cards_in_two_rows(part);
    const float domains = room < 1300 ? 258 : 300, components = room < 1300 ? 298 : 340;
    const float score = std::max(330.0f, (room - domains - components - 36) * 0.54f);
    const float story = room - score - domains - components - 36;
    const float height =
        std::max({32 + score_words_height(part, score - ring - 48), story_height(part, story - 32), bars_height(part)});
    ui::Columns columns(ui, {score, domains, components, 0}, 12);
    columns.next();
    draw_score(part, height);
    columns.next();
    draw_domains(part, height);
    columns.next();
    draw_components(part, height);
    columns.next();
    draw_story(part, height);
}

}  // namespace palpera::student
