#include <algorithm>

#include "engine/author/case_screen.h"
#include "engine/base/text.h"

namespace palpera::author {

using ui::Role;
using ui::Ui;

// The file's text, read only; the lines of the last change are marked.
void draw_source(Ui& ui, ui::Rect place, const CaseView& view) {
    ui::Area area(ui, "case.source", place, {.ground = Role::surface2, .padding = 16, .line_left = true});
    const auto& touched = view.open.touched();
    const std::size_t shown = touched ? touched->file : 0;
    const editor::OpenFile& file = view.open.files()[shown];
    ui::text(ui, view.context("editor/source"), ui::card_heading);
    ui::text(ui, file.name, ui::caption);
    ui::gap(ui, 8);
    std::size_t begin = 0;
    int number = 1;
    while (begin < file.bytes.size()) {
        const std::size_t end = std::min(file.bytes.find('\n', begin), file.bytes.size());
        const bool marked = touched && touched->begin <= end && std::max(touched->end, touched->begin + 1) > begin;
        const std::string_view line = std::string_view(file.bytes).substr(begin, end - begin);
        const std::size_t blanks = std::min(line.find_first_not_of(' '), line.size());
        const ui::TextLook look{ui::Type::caption, ui::Weight::regular, marked ? Role::ink : Role::ink2};
        const float before = ui.px(36) + ui.px(4) * static_cast<float>(blanks);
        const ui::Lines lines = ui::wrap(ui, line.substr(blanks), look, ui::width_left(ui) - before);
        const ui::Rect row = ui::claim(ui, {ui::width_left(ui), std::max(ui.px(20), lines.size.y + ui.px(4))});
        ui::gap(ui, -ImGui::GetStyle().ItemSpacing.y / ui.scale);
        if (marked) ui::fill(ui, row, Role::missed_tint, 4);
        ui::draw_text(ui, {row.min, {row.min.x + ui.px(28), row.min.y + ui.px(20)}}, std::to_string(number++),
                      ui::caption, 1);
        ui::draw_lines(ui, {row.min.x + before, row.min.y + ui.px(2)}, lines, look);
        begin = end + 1;
    }
}

}  // namespace palpera::author
