#include "engine/student/choice_list.h"

#include <algorithm>

namespace palpera::student {
namespace {

constexpr std::size_t most_rows = 400;  // more than any list of the catalogue holds

std::vector<present::ChoiceRow> rows_of(const present::Context& context, const ChoiceList& list,
                                        const std::string& search) {
    std::vector<present::ChoiceRow> rows;
    for (present::Choices from : list.from) {
        for (present::ChoiceRow& row : present::choice_rows(context, from, search, most_rows))
            rows.push_back(std::move(row));
    }
    if (list.belongs) std::erase_if(rows, [&](const present::ChoiceRow& row) { return !list.belongs(row); });
    return rows;
}

// What belongs together stands together: groups where the catalogue first names them, and in them its order.
void gather_groups(std::vector<present::ChoiceRow>& rows) {
    std::vector<std::string> groups;
    for (const present::ChoiceRow& row : rows) {
        if (std::ranges::find(groups, row.group) == groups.end()) groups.push_back(row.group);
    }
    std::ranges::stable_sort(
        rows, {}, [&](const present::ChoiceRow& row) { return std::ranges::find(groups, row.group) - groups.begin(); });
}

// Gives the place in `rows` of the one that was pressed.
std::optional<std::size_t> draw_rows(ui::Ui& ui, const ChoiceList& list, const std::vector<present::ChoiceRow>& rows,
                                     bool grouped) {
    std::optional<std::size_t> pressed;
    std::string group;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const present::ChoiceRow& row = rows[i];
        if (grouped && row.group != group) ui::list_heading(ui, row.group);
        group = row.group;
        const bool taken = list.taken && list.taken(row);
        const std::string name = std::string(list.name) + "." + row.act;
        ui::RowLook look{.second_line = row.detail, .done = taken, .height = 32, .most_lines = 3};
        if (ui::list_row(ui, name, row.name, look) && !taken) pressed = i;
    }
    return pressed;
}

}  // namespace

std::optional<std::string> draw_choices(ui::Ui& ui, const present::Context& context, const ChoiceList& list,
                                        std::string& search, bool& open) {
    const std::string field = std::string(list.name) + ".search", close = std::string(list.name) + ".close";
    const bool opens = ui.registry.find_before(field) == nullptr;
    ui::Modal modal(ui, list.name, 480);
    if (opens) ui.focus.move_to(field);
    {
        ui::Line line(ui, 36);
        line.from_right();
        if (ui::icon_button(ui, close, ui::icon::close, context("general/close"))) open = false;
        line.from_left();
        ui::text(ui, list.heading, ui::card_heading);
    }
    const ui::FieldTouch typed = ui::search_field(ui, field, search, list.hint, context("general/clear_search"), {}, 0);
    std::vector<present::ChoiceRow> rows = rows_of(context, list, search);
    if (search.empty()) gather_groups(rows);
    std::optional<std::size_t> chosen;
    if (!rows.empty() && (typed.entered || (typed.active && ui.key(ui::Key::down))))
        ui.focus.move_to(std::string(list.name) + "." + rows.front().act);
    ui::gap(ui, 4);
    {
        const float room = ui::window_rect().height() - ui.px(32 + 40 + 36 + 36 + 24);
        const ui::Rect place = ui::rect(ImGui::GetCursorScreenPos(), {ui::width_left(ui), std::min(room, ui.px(400))});
        ui::Area area(ui, std::string(list.name) + ".rows", place, {.padding = 4, .new_column = false});
        if (rows.empty())
            ui::empty_state(ui, ui::icon::search, context.fill("general/no_hits", {{"text", search}}),
                            context("general/no_hits_hint"));
        if (const auto pressed = draw_rows(ui, list, rows, search.empty())) chosen = pressed;
    }
    if (modal.dismissed()) open = false;
    std::optional<std::string> act;
    if (chosen) act = rows[*chosen].act;
    if (act) open = false;
    if (!open) search.clear();
    return act;
}

}  // namespace palpera::student
