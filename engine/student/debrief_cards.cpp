// The cards over the lanes: the score, and where and how its points arose.
#include <algorithm>
#include <cmath>

#include "engine/student/debrief_parts.h"

namespace palpera::student {
namespace {

constexpr float ring = 128;
constexpr float row = 24;  // a bar with the space below it

bool has_win(const DebriefPart& part) { return !part.debrief.biggest_win.empty(); }

void draw_win(DebriefPart& part) {
    ui::Ui& ui = part.ui;
    ui::gap(ui, 4);
    {
        ui::Line line(ui, 24, 6);
        ui::icon_picture(ui, ui::icon::trending_up, 20, ui::Role::primary);
        ui::text(ui, part.words("debrief/biggest_win"), ui::body_strong);
    }
    ui::paragraph(ui, part.debrief.biggest_win, ui::body_quiet);
}

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
    if (has_win(part)) draw_win(part);
}

void draw_bars(DebriefPart& part, const std::vector<present::DebriefBar>& bars) {
    float label = 0;
    for (const present::DebriefBar& bar : bars)
        label = std::max(label, ui::measure(part.ui, bar.name, ui::body_quiet).x / part.ui.scale);
    for (const present::DebriefBar& bar : bars) {
        const ui::Role role = bar.weak ? ui::Role::missed : ui::Role::primary;
        ui::bar_row(part.ui, bar.name, part.grown * bar.percent / 100.0, bar.value, role, label + 12,
                    bar.weak ? ui::icon::south_east : nullptr);
    }
}

// A component's name may be long and its value is a sum: the bar stands below both.
void draw_component(DebriefPart& part, const present::DebriefBar& bar) {
    ui::Ui& ui = part.ui;
    {
        ui::Line line(ui, 20);
        line.from_right();
        if (bar.weak) ui::icon_picture(ui, ui::icon::south_east, 16, ui::Role::missed);
        ui::text(ui, bar.value, {ui::Type::body, ui::Weight::strong, ui::Role::ink, true});
        line.from_left();
        ui::text(ui, bar.name, ui::body_quiet);
    }
    ui::bar(ui, part.grown * bar.percent / 100.0, bar.weak ? ui::Role::missed : ui::Role::primary);
    ui::gap(ui, 2);
}

void draw_domains(DebriefPart& part) { draw_bars(part, part.debrief.domains); }

void draw_components(DebriefPart& part) {
    for (const present::DebriefBar& bar : part.debrief.components) draw_component(part, bar);
}

// As high as its words need, so that the cards of a row end on one line.
float height_of(const DebriefPart& part, const std::string& words, ui::TextLook look, float width) {
    return ui::wrap(part.ui, words, look, part.ui.px(width)).size.y / part.ui.scale;
}

float score_height(const DebriefPart& part, float card) {
    const float width = card - ring - 48;
    const float words = 24 + 16 + height_of(part, part.debrief.headline, ui::card_heading, width) +
                        height_of(part, part.debrief.summary, ui::body_quiet, width);
    const float win = has_win(part) ? 40 + height_of(part, part.debrief.biggest_win, ui::body_quiet, width) : 0;
    return 32 + std::max(ring, words + win);
}

float story_height(const DebriefPart& part, float card) {
    if (part.debrief.story.empty()) return 0;
    float height = 32 + height_of(part, part.debrief.story_title, ui::card_heading, card - 32);
    for (const std::string& line : part.debrief.story) height += 4 + height_of(part, line, ui::reading, card - 32);
    return height + 12;
}

float parts_height(const DebriefPart& part) { return 32 + 40 + row * static_cast<float>(part.debrief.domains.size()); }

}  // namespace

void draw_score(DebriefPart& part, float least_height) {
    ui::Ui& ui = part.ui;
    ui::Card card(ui, {.least_height = least_height});
    const float needs = score_height(part, ui::width_left(ui) / ui.scale + 32);
    ui::gap(ui, std::max(0.0f, (least_height - needs) / 2));
    ui::Columns columns(ui, {ring, 0}, 16);
    columns.next();
    ui::score_ring(ui, part.grown * part.debrief.score / 100.0, std::to_string(part.debrief.score), ring,
                   {.pass_mark = part.debrief.pass_mark / 100.0, .note = part.words("debrief/of_hundred")});
    columns.next();
    draw_words(part);
}

void draw_parts(DebriefPart& part, float least_height) {
    ui::Ui& ui = part.ui;
    ui::Card card(ui, {.least_height = least_height});
    const bool points = part.state.parts == 1;
    {
        ui::Line line(ui, 32);
        line.from_right();
        part.state.parts = ui::segmented(
            ui, "debrief.parts",
            {{"domains", part.words("debrief/show_domains")}, {"components", part.words("debrief/show_components")}},
            part.state.parts, true);
        line.from_left();
        ui::text(
            ui,
            points ? part.debrief.score_text + " " + part.words("debrief/of_hundred") : part.words("debrief/domains"),
            ui::card_heading);
    }
    ui::gap(ui, 4);
    if (points)
        draw_components(part);
    else
        draw_domains(part);
}

void draw_all_parts(DebriefPart& part) {
    {
        ui::Card card(part.ui);
        ui::paragraph(part.ui, part.words("debrief/domains"), ui::card_heading);
        ui::gap(part.ui, 2);
        draw_domains(part);
    }
    ui::Card card(part.ui);
    ui::paragraph(part.ui, part.words("debrief/components") + ": " + part.debrief.score_text, ui::card_heading);
    ui::gap(part.ui, 2);
    draw_components(part);
}

void draw_summary_cards(DebriefPart& part, bool chart) {
    const float room = ui::width_left(part.ui) / part.ui.scale;
    const float parts = chart ? 340 : 380;
    const float score = chart ? std::clamp(room * 0.31f, 400.0f, 560.0f) : room - parts - 12;
    // Beside the parts there is room for how it went, where the probabilities stand elsewhere.
    const float story = chart ? 0 : story_height(part, score);
    const float height = std::max(score_height(part, score) + story, parts_height(part));
    ui::Columns columns(part.ui, chart ? std::vector<float>{score, parts, 0} : std::vector<float>{0, parts}, 12);
    columns.next();
    draw_score(part, height - story);
    if (!chart) draw_story(part);
    columns.next();
    draw_parts(part, height);
    if (!chart) return;
    columns.next();
    draw_chart_card(part, height);
}

}  // namespace palpera::student
