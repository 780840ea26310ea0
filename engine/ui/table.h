#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/ui/charts.h"
#include "engine/ui/context.h"
#include "engine/ui/text.h"

namespace palpera::ui {

struct TableColumn {
    std::string head = {};
    float width = 0;     // pixels at 100 %; 0 or less shares the rest
    bool right = false;  // numbers stand right
};

enum class Flag { none, low, high };

struct TableRowLook {
    bool flagged = false;  // missed_tint ground, first cell strong
    bool selected = false;
    std::string_view name = {};  // given: the row can be pressed
    std::string_view label = {};
    float height = 32;
    bool plain = false;  // in exams nothing is flagged by colour
};

// Rows of cells with hairlines between them. Cells are drawn in the order of the columns.
class Table {
public:
    Table(Ui& ui, std::vector<TableColumn> columns, bool heads = true);
    ~Table();
    Table(const Table&) = delete;
    Table& operator=(const Table&) = delete;

    bool row(TableRowLook look = {});  // true when pressed
    void text(std::string_view words, TextLook look = {});
    void two_lines(std::string_view words, std::string_view below);
    // A number, and for a flagged one the arrow and the word ("High") in the column after it.
    void value(std::string_view number, Flag flag = Flag::none);
    void flag(Flag flag, std::string_view word);
    void awaited(std::string_view when);
    void range(const RangeMark& mark);
    // The next cell, for drawings and widgets of one's own: `cursor` puts ImGui's cursor there.
    Rect cell(bool cursor = false);
    void skip() { cell(); }
    // A caption over the rows that follow.
    void group(std::string_view words);

private:
    Ui& ui_;
    std::vector<TableColumn> columns_;
    std::vector<float> left_, width_;
    Rect row_;
    TableRowLook look_;
    std::size_t next_ = 0;
    bool first_ = true;
    ImVec2 below_;
};

struct FindingCell {
    std::string words = {};
    bool abnormal = false;
    bool empty() const { return words.empty(); }
};
struct FindingLook {
    std::string_view second_line = {};
    std::string_view name = {};  // given: it can be pressed, to note it or to go there
    bool plain = false;          // in exams
    float column = 60;
    int most_lines = 2;  // of the label
};
// A finding with its right and left side; `left` empty and `right` filled: one value for both.
bool finding_row(Ui& ui, std::string_view label, const FindingCell& right, const FindingCell& left,
                 FindingLook look = {});
void finding_head(Ui& ui, std::string_view label, std::string_view count, std::string_view right, std::string_view left,
                  float column = 60);
void finding_group(Ui& ui, const char* icon, std::string_view words);

}  // namespace palpera::ui
