#include "engine/author/case_screen.h"

#include <algorithm>

#include "engine/author/sections.h"
#include "engine/library/forms.h"

namespace palpera::author {
namespace {

using ui::Role;
using ui::Ui;

constexpr auto key_s = static_cast<ui::Key>('S');

// The form of the whole file, cut down to one section.
document::Form form_of(const Section& section) {
    static const document::Form whole = library::forms::patient_case();
    document::Form form = document::form::map({});
    for (const std::string& key : section.keys) {
        if (const document::Part* part = whole.part(key)) form.parts.push_back(*part);
    }
    return form;
}

std::map<std::string, std::string> problems_by_field(const CaseView& view) {
    std::map<std::string, std::string> result;
    for (const editor::Problem& problem : view.problems) {
        if (problem.file == 0 && problem.complaint.severity == base::Severity::error)
            result.emplace(name_of(problem.field), problem.complaint.message);
    }
    return result;
}

MaybeCaseAsk draw_form(Ui& ui, ui::Rect place, const CaseView& view, CaseState& state) {
    const Section& section = sections()[state.section];
    ui::Area area(ui, std::string("case.form.") + section.name, place, {.padding = 24, .padding_y = 16});
    ui::text(ui, view.context(std::string("section/") + section.name), ui::title);
    ui::gap(ui, 8);
    const auto& document = view.open.main().document;
    if (!document) {
        ui::notice(ui, ui::icon::error, view.context("editor/broken_hint"), Role::harm, Role::harm_tint);
        return std::nullopt;
    }
    const document::Form form = form_of(section);
    const bool empty = std::none_of(form.parts.begin(), form.parts.end(),
                                    [&](const document::Part& part) { return document->root.find(part.key); });
    if (empty)
        ui::empty_state(ui, section.icon, view.context("editor/empty_section"),
                        view.context("editor/empty_section_hint"));
    const std::map<std::string, std::string> problems = problems_by_field(view);
    const FieldsView fields{view.context, *document, problems};
    MaybeFieldAsk asked;
    {
        ui::Card card(ui);
        asked = draw_fields(ui, fields, form, {}, state.fields);
    }
    if (MaybeFieldAsk picked = draw_picker(ui, fields, state.fields)) asked = std::move(picked);
    if (!asked) return std::nullopt;
    return CaseAsk{CaseAsk::Kind::edit, *std::move(asked)};
}

MaybeCaseAsk keys(Ui& ui) {
    if (ui.key(key_s, true)) return CaseAsk{CaseAsk::Kind::save};
    if (ui.in_field()) return std::nullopt;  // a field takes its own letters back
    if (ui.key(ui::Key::z, true)) return CaseAsk{CaseAsk::Kind::undo};
    if (ui.key(ui::Key::y, true) || ui.key(ui::Key::z, true, true)) return CaseAsk{CaseAsk::Kind::redo};
    return std::nullopt;
}

MaybeCaseAsk draw_compact(Ui& ui, ui::Rect place, const CaseView& view, CaseState& state) {
    const ui::Rect bar = ui::cut_bottom(ui, place, 60);
    MaybeCaseAsk asked;
    switch (state.page) {
        case CaseState::Page::outline: draw_outline(ui, place, view, state); break;
        case CaseState::Page::form: asked = draw_form(ui, place, view, state); break;
        case CaseState::Page::problems: draw_problems(ui, place, view, state); break;
    }
    const std::vector<ui::BarPage> pages{
        {"bar.outline", ui::icon::list, view.context("editor/sections")},
        {"bar.form", ui::icon::edit_note, view.context(std::string("section/") + sections()[state.section].name)},
        {"bar.problems", ui::icon::warning_amber, view.context("editor/problems")}};
    state.page = static_cast<CaseState::Page>(ui::bottom_bar(ui, bar, pages, static_cast<int>(state.page)));
    return asked;
}

MaybeCaseAsk draw_columns(Ui& ui, ui::Rect place, const CaseView& view, CaseState& state) {
    const ui::SizeClass size = ui::size_class(ui);
    const bool source = size.width != ui::Width::medium;
    draw_outline(ui, ui::cut_left(ui, place, source ? 256.0f : 220.0f), view, state);
    if (source) draw_source(ui, ui::cut_right(ui, place, size.width == ui::Width::extra ? 480.0f : 344.0f), view);
    draw_problems(ui, ui::cut_bottom(ui, place, size.is_short ? 112.0f : 148.0f), view, state);
    return draw_form(ui, place, view, state);
}

}  // namespace

void draw_outline(Ui& ui, ui::Rect place, const CaseView& view, CaseState& state) {
    ui::Area area(ui, "case.outline", place, {.ground = Role::surface2, .padding = 12, .line_right = true});
    for (std::size_t i = 0; i < sections().size(); ++i) {
        const Section& section = sections()[i];
        bool wrong = false, doubtful = false;
        for (const editor::Problem& problem : view.problems) {
            if (section_of(problem.field) != i) continue;
            (problem.complaint.severity == base::Severity::error ? wrong : doubtful) = true;
        }
        const char* mark = wrong ? ui::icon::error : doubtful ? ui::icon::warning_amber : nullptr;
        if (ui::list_row(ui, std::string("section.") + section.name,
                         view.context(std::string("section/") + section.name),
                         {.icon = section.icon,
                          .trailing_icon = mark,
                          .trailing_role = wrong ? Role::harm : Role::missed,
                          .selected = i == state.section})) {
            state.section = i;
            state.page = CaseState::Page::form;
        }
    }
}

MaybeCaseAsk draw_case(Ui& ui, ui::Rect place, const CaseView& view, CaseState& state) {
    MaybeCaseAsk asked = keys(ui);
    if (MaybeCaseAsk tool = draw_case_bar(ui, ui::cut_top(ui, place, 56), view)) asked = tool;
    const bool compact = ui::size_class(ui).width == ui::Width::compact;
    MaybeCaseAsk edit = compact ? draw_compact(ui, place, view, state) : draw_columns(ui, place, view, state);
    return edit ? edit : asked;
}

}  // namespace palpera::author
