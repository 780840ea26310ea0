#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/author/fields.h"
#include "engine/editor/problems.h"

namespace palpera::author {

struct CaseView {
    const present::Context& context;
    const editor::OpenCase& open;
    const std::vector<editor::Problem>& problems;
};

// What the author left on the screen.
struct CaseState {
    std::size_t section = 0;
    enum class Page { outline, form, problems } page = Page::form;  // of a compact window
    FieldsState fields;
};

struct CaseAsk {
    enum class Kind { edit, save, undo, redo, leave, language, theme, text_size };
    Kind kind = Kind::edit;
    FieldAsk edit = {};
    base::Language language = base::Language::en;
};
using MaybeCaseAsk = std::optional<CaseAsk>;

// The case on the desk: outline, form, problems and the file's text (look/07-editor.png).
MaybeCaseAsk draw_case(ui::Ui& ui, ui::Rect place, const CaseView& view, CaseState& state);

// Its parts.
MaybeCaseAsk draw_case_bar(ui::Ui& ui, ui::Rect place, const CaseView& view);
void draw_outline(ui::Ui& ui, ui::Rect place, const CaseView& view, CaseState& state);
// Pressing a problem goes to its field.
void draw_problems(ui::Ui& ui, ui::Rect place, const CaseView& view, CaseState& state);
void draw_source(ui::Ui& ui, ui::Rect place, const CaseView& view);

}  // namespace palpera::author
