#include "engine/ui/table.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "engine/ui/icons.h"
#include "engine/ui/interaction.h"
#include "engine/ui/paint.h"

namespace palpera::ui {
namespace {

constexpr float inset = 8;  // of the first and last column

}  // namespace

Table::Table(Ui& ui, std::vector<TableColumn> columns, bool heads) : ui_(ui), columns_(std::move(columns)) {
    float room = width_left(ui) - 2 * ui.px(inset), fixed = 0;
    int sharing = 0;
    for (const TableColumn& column : columns_) {
        fixed += column.width > 0 ? std::round(ui.px(column.width)) : 0;
        sharing += column.width > 0 ? 0 : 1;
    }
    float share = sharing > 0 ? std::max(ui.px(40), (room - fixed) / static_cast<float>(sharing)) : 0;
    // Where even that does not fit, all columns give way alike.
    float squeeze = std::min(1.0f, room / std::max(1.0f, fixed + share * static_cast<float>(sharing)));
    float x = ImGui::GetCursorScreenPos().x + ui.px(inset);
    for (const TableColumn& column : columns_) {
        float width = (column.width > 0 ? std::round(ui.px(column.width)) : share) * squeeze;
        left_.push_back(std::round(x));
        width_.push_back(width);
        x += width;
    }
    if (!heads) return;
    row_ = claim(ui, {width_left(ui), ui.px(28)});
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        Rect place{{left_[i], row_.min.y}, {left_[i] + width_[i] - ui.px(8), row_.max.y}};
        draw_text(ui, place, columns_[i].head, caption_strong, columns_[i].right ? 1.0f : 0.0f);
    }
    first_ = false;
    ImGui::SetCursorScreenPos({row_.min.x, row_.max.y});
    below_ = ImGui::GetCursorScreenPos();
}

Table::~Table() {
    if (!first_) ImGui::SetCursorScreenPos({below_.x, below_.y + ImGui::GetStyle().ItemSpacing.y});
}

bool Table::row(TableRowLook look) {
    if (!first_) ImGui::SetCursorScreenPos(below_);
    look_ = look;
    next_ = 0;
    row_ = claim(ui_, {width_left(ui_), std::round(ui_.px(look.height))});
    below_ = {row_.min.x, row_.max.y};
    ImGui::SetCursorScreenPos(below_);
    Touch t;
    if (!look.name.empty())
        t = touch(
            ui_, row_,
            {.name = look.name, .kind = ItemKind::row, .label = look.label, .checked = look.selected, .rounding = 4});
    if (look.selected)
        fill(ui_, row_, Role::primary_tint, 4);
    else if (look.flagged && !look.plain)
        fill(ui_, row_, Role::missed_tint);
    else if (t.hovered)
        fill(ui_, row_, Role::surface2);
    if (!first_) horizontal_line(ui_, row_.min.x, row_.max.x, row_.min.y);
    first_ = false;
    return t.pressed;
}

Rect Table::cell(bool cursor) {
    std::size_t i = std::min(next_++, columns_.size() - 1);
    Rect place{{left_[i], row_.min.y}, {left_[i] + width_[i] - ui_.px(8), row_.max.y}};
    if (cursor) ImGui::SetCursorScreenPos({place.min.x, place.min.y + ui_.px(4)});
    return place;
}

void Table::text(std::string_view words, TextLook look) {
    bool first_cell = next_ == 0;
    std::size_t i = std::min(next_, columns_.size() - 1);
    if (columns_[i].right) look.digits_alike = true;
    if (first_cell && look_.flagged && !look_.plain) look.weight = Weight::strong;
    draw_text(ui_, cell(), words, look, columns_[i].right ? 1.0f : 0.0f);
}

void Table::two_lines(std::string_view words, std::string_view below) {
    Rect place = cell();
    float middle = std::round(place.middle().y + ui_.px(2));
    draw_text(ui_, {{place.min.x, middle - ui_.px(20)}, {place.max.x, middle}}, words,
              {Type::body, look_.selected ? Weight::strong : Weight::regular, Role::ink});
    draw_text(ui_, {{place.min.x, middle}, {place.max.x, middle + ui_.px(16)}}, below, caption);
}

void Table::value(std::string_view number, Flag flag) {
    bool bold = flag != Flag::none && !look_.plain;
    text(number, {Type::body, bold ? Weight::strong : Weight::regular, Role::ink, true});
}

void Table::flag(Flag flag, std::string_view word) {
    Rect place = cell();
    if (flag == Flag::none) return;
    Role role = look_.plain ? Role::ink2 : Role::missed;
    draw_icon(ui_, {place.min.x + ui_.px(8), place.middle().y},
              flag == Flag::high ? icon::arrow_upward : icon::arrow_downward, 16, role);
    draw_text(ui_, {{place.min.x + ui_.px(18), place.min.y}, {place.max.x + ui_.px(8), place.max.y}}, word,
              {Type::caption, Weight::strong, role});
}

void Table::awaited(std::string_view when) {
    Rect place = cell();
    draw_icon(ui_, {place.max.x - ui_.px(8), place.middle().y}, icon::hourglass_top, 16, Role::ink2);
    if (!when.empty()) draw_text(ui_, {place.min, {place.max.x - ui_.px(20), place.max.y}}, when, caption, 1);
}

void Table::range(const RangeMark& mark) {
    Rect place = cell();
    draw_range(ui_, place, mark);
}

void Table::group(std::string_view words) {
    if (!first_) ImGui::SetCursorScreenPos(below_);
    Rect place = claim(ui_, {width_left(ui_), std::round(ui_.px(28))});
    draw_text(ui_, {{place.min.x + ui_.px(inset), place.min.y + ui_.px(6)}, place.max}, words, caption_strong);
    below_ = {place.min.x, place.max.y};
    ImGui::SetCursorScreenPos(below_);
    first_ = true;
}

bool finding_row(Ui& ui, std::string_view label, const FindingCell& right, const FindingCell& left, FindingLook look) {
    float column = std::round(ui.px(look.column)), gap = ui.px(4);
    float room = width_left(ui) - 2 * column - gap;
    bool single = left.empty() && !right.empty();
    Lines lines = wrap(ui, label, body, room - ui.px(8), look.most_lines);
    float height = lines.size.y + (look.second_line.empty() ? 0 : std::round(ui.px(16)));
    Rect place = claim(ui, {width_left(ui), std::max(std::round(ui.px(28)), height + ui.px(6))});
    Touch t;
    if (!look.name.empty())
        t = touch(ui, place, {.name = look.name, .kind = ItemKind::row, .label = label, .rounding = 6});
    if (t.hovered) fill(ui, place, Role::surface2, 6);
    float y = std::round(place.middle().y - height / 2);
    draw_lines(ui, {place.min.x, y}, lines, body);
    ui.registry.add(
        {.kind = ItemKind::text, .label = std::string(label), .rect = place, .clip = place, .scrolls = true});
    if (!look.second_line.empty())
        draw_text(ui, {{place.min.x, y + lines.size.y}, {place.min.x + room, y + height}}, look.second_line, caption);
    float x = place.max.x - 2 * column - gap;
    auto side = [&](const FindingCell& cell, float from, float to) {
        if (cell.empty()) return;
        Rect at{{from, std::round(place.middle().y - ui.px(12))}, {to, std::round(place.middle().y + ui.px(12))}};
        bool marked = cell.abnormal && !look.plain;
        if (marked) fill(ui, at, Role::missed_tint, 6);
        TextLook words{Type::body, marked ? Weight::strong : Weight::regular, marked ? Role::missed : Role::ink2};
        if (measure(ui, cell.words, words).x > at.width()) words.type = Type::caption;
        draw_text(ui, at.grown(-1), cell.words, words, 0.5f);
    };
    side(right, x, single ? place.max.x : x + column);
    side(left, x + column + gap, place.max.x);
    return t.pressed;
}

void finding_head(Ui& ui, std::string_view label, std::string_view count, std::string_view right, std::string_view left,
                  float column) {
    float wide = std::round(ui.px(column));
    Rect place = claim(ui, {width_left(ui), ui.px(28)});
    float room = place.width() - 2 * wide - ui.px(4), words = std::min(measure(ui, label, card_heading).x + 1, room);
    draw_text(ui, {place.min, {place.min.x + words, place.max.y}}, label, card_heading);
    if (room - words > ui.px(20))
        draw_text(ui, {{place.min.x + words + ui.px(4), place.min.y}, {place.min.x + room, place.max.y}}, count,
                  {Type::reading, Weight::regular, Role::ink2});
    float x = place.max.x - 2 * wide - ui.px(4);
    draw_text(ui, {{x, place.min.y}, {x + wide, place.max.y}}, right, caption_strong, 0.5f);
    draw_text(ui, {{place.max.x - wide, place.min.y}, place.max}, left, caption_strong, 0.5f);
    horizontal_line(ui, place.min.x, place.max.x, place.max.y);
}

void finding_group(Ui& ui, const char* icon, std::string_view words) {
    Rect place = claim(ui, {width_left(ui), ui.px(24)});
    if (icon != nullptr) draw_icon(ui, {place.min.x + ui.px(8), place.middle().y}, icon, 16, Role::ink2);
    draw_text(ui, {{place.min.x + (icon != nullptr ? ui.px(22) : 0), place.min.y}, place.max}, words, caption_strong);
}

}  // namespace palpera::ui
