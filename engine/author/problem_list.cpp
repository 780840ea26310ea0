#include <algorithm>

#include "engine/author/case_screen.h"
#include "engine/author/sections.h"

namespace palpera::author {
namespace {

using ui::Role;
using ui::Ui;

bool is_error(const editor::Problem& problem) { return problem.complaint.severity == base::Severity::error; }

void draw_counts(Ui& ui, const CaseView& view) {
    const auto errors = std::count_if(view.problems.begin(), view.problems.end(), is_error);
    const auto warnings = static_cast<std::ptrdiff_t>(view.problems.size()) - errors;
    ui::Line line(ui, 32, 8);
    ui::text(ui, view.context("editor/problems"), ui::card_heading);
    if (errors > 0)
        ui::chip(ui, view.context.fill("editor/errors", {{"n", std::to_string(errors)}}),
                 {.tint = Role::harm_tint, .ink = Role::harm, .icon = ui::icon::error});
    if (warnings > 0)
        ui::chip(ui, view.context.fill("editor/warnings", {{"n", std::to_string(warnings)}}),
                 {.tint = Role::missed_tint, .ink = Role::missed, .icon = ui::icon::warning_amber});
}

void go_to(Ui& ui, const editor::Problem& problem, CaseState& state) {
    state.section = section_of(problem.field);
    state.page = CaseState::Page::form;
    ui.focus.move_to("field." + name_of(problem.field));
}

}  // namespace

void draw_problems(Ui& ui, ui::Rect place, const CaseView& view, CaseState& state) {
    ui::Area area(ui, "case.problems", place,
                  {.ground = Role::surface, .padding = 16, .padding_y = 8, .line_top = true});
    draw_counts(ui, view);
    if (view.problems.empty()) ui::remark(ui, ui::icon::check_circle, view.context("editor/no_problems"), Role::ok);
    for (std::size_t i = 0; i < view.problems.size(); ++i) {
        const editor::Problem& problem = view.problems[i];
        const base::Diagnostic& complaint = problem.complaint;
        const std::string where =
            complaint.file + ", " + view.context.fill("editor/line", {{"n", std::to_string(complaint.line)}});
        const std::string what =
            complaint.hint.empty() ? complaint.message : complaint.message + " – " + complaint.hint;
        const bool pressed = ui::list_row(ui, "problem." + std::to_string(i), what,
                                          {.icon = is_error(problem) ? ui::icon::error : ui::icon::warning_amber,
                                           .icon_role = is_error(problem) ? Role::harm : Role::missed,
                                           .trailing = where,
                                           .height = 32,
                                           .flush = true});
        if (pressed) go_to(ui, problem, state);
    }
}

}  // namespace palpera::author
