// How it went for the patient, and the course by the guideline that lies nearest to the student's.
#include "engine/student/debrief_parts.h"

namespace palpera::student {
namespace {

// Chooses the line that explains a step, where lanes and lines stand.
void show_line(DebriefPart& part, const present::DebriefStep& step) {
    part.state.page = DebriefPage::overview;
    part.state.compact_page = 2;
    choose_line(part, static_cast<int>(step.line));
    if (!passes(part.debrief.lines[step.line], part.state.filter)) part.state.filter = 2;
    part.state.follow = true;
}

void draw_step(DebriefPart& part, std::size_t index, float time) {
    ui::Ui& ui = part.ui;
    const present::DebriefStep& step = part.debrief.course[index];
    const bool narrow = ui::size_class(ui).width == ui::Width::compact;
    const float width = ui::width_left(ui), words = ui.px(76) + (narrow ? 0 : time);
    const float half = narrow ? width - words : (width - words) * 0.42f;
    const ui::Lines title = ui::wrap(ui, step.title, ui::body_strong, half - ui.px(12));
    const std::string told = narrow ? step.time + "  " + step.act : step.act;
    const ui::Lines act = ui::wrap(ui, told, ui::body_quiet, (narrow ? half : width - words - half) - ui.px(8));
    const float text = narrow ? title.size.y + act.size.y : std::max(title.size.y, act.size.y);
    const ui::Rect place = ui::claim(ui, {width, std::round(std::max(text, ui.px(20)) + ui.px(16))});
    const std::string name = "debrief.step." + std::to_string(index);
    const ui::Touch touch =
        ui::touch(ui, place, {.name = name, .kind = ui::ItemKind::row, .label = step.title, .rounding = 6});
    if (touch.hovered) ui::fill(ui, place, ui::Role::surface2, 6);
    if (touch.pressed) show_line(part, step);
    const float top = std::round(place.min.y + ui.px(8));
    ui::draw_text(ui, {{place.min.x, top}, {place.min.x + ui.px(24), top + ui.px(20)}}, std::to_string(index + 1),
                  {ui::Type::body, ui::Weight::regular, ui::Role::ink3, true}, 1);
    if (const auto outcome = outcome_of(step.mark))
        ui::draw_outcome(ui, {place.min.x + ui.px(46), top + ui.px(10)}, *outcome);
    const float x = place.min.x + ui.px(68);
    ui::draw_lines(ui, {x, top}, title, ui::body_strong);
    if (narrow) return ui::draw_lines(ui, {x, top + title.size.y}, act, ui::body_quiet);
    ui::draw_text(ui, {{x + half, top}, {x + half + time, top + ui.px(20)}}, step.time,
                  {ui::Type::body, ui::Weight::regular, ui::Role::ink2, true});
    ui::draw_lines(ui, {x + half + time, top}, act, ui::body_quiet);
}

}  // namespace

void draw_story(DebriefPart& part) {
    if (part.debrief.story.empty()) return;
    ui::Card card(part.ui);
    ui::paragraph(part.ui, part.debrief.story_title, ui::card_heading);
    for (const std::string& line : part.debrief.story) ui::paragraph(part.ui, line, ui::reading);
}

void draw_course(DebriefPart& part) {
    ui::Ui& ui = part.ui;
    ui::Card card(ui);
    ui::paragraph(ui, part.words("debrief/course_title"), ui::card_heading);
    ui::paragraph(ui, part.debrief.course_summary, ui::body_quiet);
    ui::gap(ui, 4);
    float time = 0;
    for (const present::DebriefStep& step : part.debrief.course)
        time =
            std::max(time, ui::measure(ui, step.time, {ui::Type::body, ui::Weight::regular, ui::Role::ink2, true}).x);
    for (std::size_t i = 0; i < part.debrief.course.size(); ++i) {
        const ImVec2 at = ImGui::GetCursorScreenPos();
        ui::horizontal_line(ui, at.x, at.x + ui::width_left(ui), at.y);
        draw_step(part, i, time + ui.px(20));
    }
}

}  // namespace palpera::student
