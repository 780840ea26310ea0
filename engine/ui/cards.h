#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/ui/context.h"
#include "engine/ui/text.h"

namespace palpera::ui {

struct CardLook {
    float padding = 16;  // 12 where it is dense
    bool selected = false;
    std::string_view button = {};  // a stable name: the whole card can be pressed
    std::string_view label = {};   // what such a card is called
    float least_height = 0;        // pixels at 100 %, so that neighbours are alike
    Role ground = Role::surface;   // another ground has no hairline and no shadow: the hero banner
    float space_after = 12;
};

// A white card as wide as its place and as high as what is drawn until it ends.
class Card {
public:
    explicit Card(Ui& ui, CardLook look = {});
    ~Card();
    Card(const Card&) = delete;
    Card& operator=(const Card&) = delete;
    // The whole card was pressed (a frame late: its height is known only at its end).
    bool pressed() const { return pressed_; }

private:
    Ui& ui_;
    CardLook look_;
    ImDrawListSplitter splitter_;
    ImVec2 at_;
    Box outer_;
    int reserved_ = -1;
    bool pressed_ = false;
};

struct ChipLook {
    Role tint = Role::sunken;
    Role ink = Role::ink2;
    const char* icon = nullptr;
    std::string_view name = {};         // given: it can be pressed
    std::string_view remove_name = {};  // given: a close button with this name
    std::string_view remove_tip = {};
    bool dashed = false;    // an empty place: "+ Finding"
    bool outlined = false;  // hairline on surface: a source
};
struct ChipTouch {
    bool pressed = false, removed = false;
};
ChipTouch chip(Ui& ui, std::string_view label, ChipLook look = {});
float chip_width(const Ui& ui, std::string_view label, const ChipLook& look = {});
// A chip with the outcome's shape, tint and word.
void outcome_chip(Ui& ui, Outcome outcome, std::string_view word);
// The shape and, beside it, word and count: the legend of the swim-lane.
void outcome_legend(Ui& ui, Outcome outcome, std::string_view word, int count);
// Moves to a new line when the next thing of this width (pixels of the window) does not fit; for chips and pills.
void flow(Ui& ui, float next_width, bool& first, float gap = 4);

struct RowLook {
    const char* icon = nullptr;
    Role icon_role = Role::ink2;
    bool icon_primary_when_selected = true;
    std::string_view second_line = {};
    std::string_view trailing = {};  // caption at the right
    const char* trailing_icon = nullptr;
    Role trailing_role = Role::ink3;
    std::string_view key_cap = {};
    bool selected = false;
    bool filled = false;  // selected in primary: the tool in hand
    bool strong = false;
    bool open = false;  // a topic that is unfolded: surface with hairline
    bool done = false;  // a tick before it and quiet ink: already asked
    float height = 36;
    float indent = 0;
    float icon_size = 20;
    bool flush = false;  // on a card: the words stand at its padding, the ground reaches beyond
    int most_lines = 1;
};
// A line of a list that can be pressed.
bool list_row(Ui& ui, std::string_view name, std::string_view label, RowLook look = {});
// A small heading in a list or panel.
void list_heading(Ui& ui, std::string_view words);
// A hairline over the width.
void divider(Ui& ui, float space = 8);
// Words in the middle of a hairline: "The visit began 10:00".
void divider_with_words(Ui& ui, std::string_view words);

// Nothing here yet: what it is, what to do, one small button. True when that is pressed.
bool empty_state(Ui& ui, const char* icon, std::string_view what, std::string_view hint,
                 std::string_view button_name = {}, std::string_view button_label = {});
// A tinted box with icon and words: tips, warnings.
void notice(Ui& ui, const char* icon, std::string_view words, Role role, Role tint);
// Icon and words of one kind on a line: "No hindrance in the record".
void remark(Ui& ui, const char* icon, std::string_view words, Role role);
// Label above a number and a note: time, cost, findings.
void figure_of(Ui& ui, std::string_view label, std::string_view number, std::string_view note);

}  // namespace palpera::ui
