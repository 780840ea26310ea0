#include <algorithm>
#include <cmath>

#include "engine/student/home_parts.h"

namespace palpera::student {
namespace {

using Kind = HomeAsk::Kind;
using present::CaseRow;
using present::ResumeRow;
using ui::Role;
using ui::TextLook;
using ui::Type;
using ui::Ui;
using ui::Weight;

std::string name_of(const CaseRow& row) { return "home.case." + row.id; }

// The ring, the mark of a visit that waits, or the word "New".
void draw_standing(Ui& ui, const HomeView& view, const CaseRow& row) {
    if (row.state == CaseRow::State::open) {
        ui::score_ring(ui, 0.5, "", 44, {.role = Role::brand_accent, .icon = ui::icon::pause});
    } else if (row.best) {
        ui::score_ring(ui, *row.best / 100.0, std::to_string(*row.best), 44,
                       {.role = row.passed ? Role::ok : Role::primary});
    } else {
        ui::chip(ui, view.context("home/card_new"), {.tint = Role::info_tint, .ink = Role::focus});
    }
}

// Who it is beside the standing; a long occupation takes more lines rather than being cut.
void draw_person(Ui& ui, const HomeView& view, const CaseRow& row) {
    const bool fresh = row.state == CaseRow::State::fresh && !row.best;
    const float standing = fresh ? ui::chip_width(ui, view.context("home/card_new")) / ui.scale + 1 : 44;
    ui::Columns columns(ui, {44, 0, standing}, 12);
    columns.next();
    ui::avatar(ui, row.id, row.name, 44);
    columns.next();
    ui::text(ui, row.name, ui::body_strong);
    ui::paragraph(ui, row.person, {Type::caption, Weight::regular, Role::ink2}, 3);
    columns.next();
    if (fresh) ui::gap(ui, 10);
    draw_standing(ui, view, row);
}

void draw_tags(Ui& ui, const CaseRow& row) {
    bool first = true;
    for (const std::string& tag : {row.area, row.setting}) {
        ui::flow(ui, ui::chip_width(ui, tag), first);
        ui::chip(ui, tag);
    }
}

void draw_line_of(Ui& ui, const CaseRow& row) {
    const bool open = row.state == CaseRow::State::open;
    ui::Line line(ui, 20, 16);
    line.from_right();
    ui::text(ui, row.done_text,
             open ? TextLook{Type::caption, Weight::strong, Role::missed}
                  : TextLook{Type::caption, Weight::regular, Role::ink2});
    line.from_left();
    ui::difficulty(ui, row.difficulty, row.difficulty_text);
    const TextLook small{Type::caption, Weight::regular, Role::ink2};
    const ui::Rect place = ui::claim(ui, {ui.px(22) + ui::measure(ui, row.minutes, small).x + 1, ui.px(20)});
    ui::draw_icon(ui, {place.min.x + ui.px(8), place.middle().y}, ui::icon::schedule, 16, Role::ink2);
    ui::draw_text(ui, {{place.min.x + ui.px(22), place.min.y}, place.max}, row.minutes, small);
}

// Four stages on a line: begun ones filled with a tick, the others hollow.
void draw_stages(Ui& ui, const ResumeRow& resume) {
    const float height = ui.px(64);
    const ui::Rect place = ui::claim(ui, {ui::width_left(ui), height});
    const float step = place.width() / static_cast<float>(std::max<std::size_t>(1, resume.stages.size()));
    const float y = place.min.y + ui.px(10), radius = ui.px(7);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    for (std::size_t i = 0; i < resume.stages.size(); ++i) {
        const ResumeRow::Stage& stage = resume.stages[i];
        const float x = place.min.x + step * static_cast<float>(i) + radius;
        const Role role = stage.begun ? Role::hero_accent : Role::hero_text2;
        if (i + 1 < resume.stages.size()) {
            const bool on = stage.begun && resume.stages[i + 1].begun;
            list.AddLine({x + radius + ui.px(4), y}, {x + step - radius - ui.px(4), y},
                         ui.colour(on ? Role::hero_accent : Role::hero_text2, on ? 1 : 0.35f), ui.px(2));
        }
        if (stage.begun) {
            list.AddCircleFilled({x, y}, radius, ui.colour(role));
            ui::draw_icon(ui, {x, y}, ui::icon::check, 16, Role::hero);
        } else {
            list.AddCircle({x, y}, radius - ui.px(1), ui.colour(role, 0.8f), 0, ui.px(1.5f));
        }
        const TextLook look{Type::caption, stage.begun ? Weight::strong : Weight::regular,
                            stage.begun ? Role::hero_text : Role::hero_text2};
        const ui::Lines words = ui::wrap(ui, stage.name, look, step - ui.px(8), 2);
        ui::draw_lines(ui, {x - radius, y + ui.px(14)}, words, look);
        if (!stage.begun) continue;
        const TextLook quiet{Type::caption, Weight::regular, Role::hero_text2};
        const float below = y + ui.px(14) + words.size.y;
        ui::draw_text(ui, {{x - radius, below}, {x - radius + step - ui.px(8), below + ui.px(18)}}, stage.count, quiet);
    }
}

void draw_hero_words(Ui& ui, const ResumeRow& resume) {
    ui::text(ui, resume.when, {Type::caption, Weight::regular, Role::hero_text2});
    ui::paragraph(ui, resume.patient.complaint, {Type::reading, Weight::strong, Role::hero_text});
    ui::paragraph(ui, resume.patient.name + ", " + resume.patient.person,
                  {Type::body, Weight::regular, Role::hero_text2});
}

bool draw_hero_button(Ui& ui, const HomeView& view, bool fill) {
    return ui::button(ui, "home.resume", view.context("home/resume_button"),
                      {.kind = ui::ButtonKind::quiet,
                       .size = ui::ButtonSize::large,
                       .icon = ui::icon::play_arrow,
                       .fill_width = fill});
}

void draw_domains(Ui& ui, const present::ProgressSummary& progress) {
    for (const present::DomainBar& bar : progress.domains) {
        ui::bar_row(ui, bar.name, bar.percent / 100.0, std::to_string(bar.percent),
                    bar.weak ? Role::missed : Role::primary, 112);
    }
}

}  // namespace

MaybeAsk draw_hero(Ui& ui, const HomeView& view) {
    if (!view.resume) return std::nullopt;
    const ResumeRow& resume = *view.resume;
    bool pressed = false;
    {
        const bool compact = ui::size_class(ui).width == ui::Width::compact;
        ui::Card card(ui, {.padding = compact ? 16.0f : 20.0f, .ground = Role::hero, .space_after = 16});
        if (compact) {
            draw_hero_words(ui, resume);
            ui::gap(ui, 8);
            pressed = draw_hero_button(ui, view, true);
        } else {
            const float button = ui::button_width(ui, view.context("home/resume_button"),
                                                  {.size = ui::ButtonSize::large, .icon = ui::icon::play_arrow}) /
                                 ui.scale;
            const float words = std::min(320.0f, ui::width_left(ui) / ui.scale * 0.32f);
            ui::Columns columns(ui, {56, words, 0, button + 2}, 20);
            columns.next();
            ui::gap(ui, 8);
            ui::avatar(ui, resume.patient.id, resume.patient.name, 56);
            columns.next();
            draw_hero_words(ui, resume);
            columns.next();
            ui::gap(ui, 8);
            draw_stages(ui, resume);
            columns.next();
            ui::gap(ui, 14);
            pressed = draw_hero_button(ui, view, false);
        }
    }
    if (!pressed) return std::nullopt;
    return HomeAsk{Kind::resume, resume.patient.id, resume.open_index};
}

bool draw_case_card(Ui& ui, const HomeView& view, const CaseRow& row, float& height, float tallest) {
    const std::string name = name_of(row);
    const std::string label = row.name + ", " + row.person + ". " + row.complaint;
    ui::Card card(ui, {.button = name, .label = label, .least_height = 204, .space_after = 16});
    const float top = ImGui::GetCursorScreenPos().y, more = std::max(0.0f, tallest - height);
    draw_person(ui, view, row);
    ui::gap(ui, 8);
    ui::paragraph(ui, row.complaint, ui::card_heading);
    ui::gap(ui, 8 + more);
    draw_tags(ui, row);
    ui::gap(ui, 10);
    draw_line_of(ui, row);
    const float now = (ImGui::GetCursorScreenPos().y - top) / ui.scale - more;
    if (std::abs(now - height) > 1) {
        height = now;
        ui.redraw.now();
    }
    return card.pressed();
}

void draw_progress(Ui& ui, const HomeView& view) {
    const present::ProgressSummary& progress = view.progress;
    const auto& words = view.context;
    ui::Card card(ui, {.space_after = 16});
    ui::text(ui, words("home/progress_title"), ui::card_heading);
    ui::gap(ui, 8);
    if (!progress.mean) {
        ui::empty_state(ui, ui::icon::insights, words("home/progress_empty"), words("home/progress_empty_hint"));
        return;
    }
    const bool beside = ui::width_left(ui) > ui.px(480);
    {
        ui::Columns columns(ui, beside ? std::vector<float>{72, 160, 0} : std::vector<float>{72, 0}, 16);
        columns.next();
        ui::score_ring(ui, *progress.mean / 100.0, std::to_string(*progress.mean), 72);
        columns.next();
        ui::gap(ui, 16);
        ui::paragraph(ui, progress.line, ui::body_quiet);
        if (beside) {
            columns.next();
            draw_domains(ui, progress);
        }
    }
    if (beside) return;
    ui::gap(ui, 8);
    draw_domains(ui, progress);
}

}  // namespace palpera::student
