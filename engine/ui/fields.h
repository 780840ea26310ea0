#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/ui/context.h"

namespace palpera::ui {

struct FieldLook {
    std::string_view hint = {};
    const char* icon = nullptr;
    std::string_view key_cap = {};   // shown while the field is empty and not in use
    std::string_view trailing = {};  // "6 of 212"
    float width = 0;                 // pixels at 100 %; 0: all there is
    float height = 36;
    bool reading_size = false;
    std::string_view clear_tip = {};  // given: a button that empties it
    bool wrong = false;               // border in harm; the reason stands below it as text
    int lines = 1;                    // more: a note of several lines
    std::size_t most = 2000;          // bytes
};

struct FieldTouch {
    bool changed = false;
    bool entered = false;  // Enter was pressed in it
    bool active = false;
};

FieldTouch text_field(Ui& ui, std::string_view name, std::string& words, FieldLook look = {});
// With the magnifier, a button that empties it and the key cap `/`, which moves the focus here.
FieldTouch search_field(Ui& ui, std::string_view name, std::string& words, std::string_view hint,
                        std::string_view clear_tip, std::string_view trailing = {}, float width = 0);
// The field of the history, 52 high in reading size.
FieldTouch question_field(Ui& ui, std::string_view name, std::string& words, std::string_view hint, float width = 0);

// A number with minus and plus; arrow keys change it by `step`. True when it changed.
bool stepper(Ui& ui, std::string_view name, int& number, int least, int most, int step, std::string_view unit,
             std::string_view less_tip, std::string_view more_tip);

struct SliderLook {
    bool leading = false;  // the first of its list: its track in primary
    float width = 0;       // pixels at 100 %; 0: all there is
    bool ticks = true;     // at 25, 50 and 75
};
// 0 to 100: arrow 1, Shift and arrow 5, digits type a number. True when it changed.
bool slider(Ui& ui, std::string_view name, std::string_view label, int& percent, SliderLook look = {});

struct Suggestion {
    std::string name = {};  // stable, such as an intent's id
    std::string words = {};
    std::vector<std::pair<std::size_t, std::size_t>> matches = {};  // bytes [begin, end) that the typed words matched
    std::string topic = {};                                         // on the chip at the right
};
struct SuggestionWords {
    std::string heading = {}, choose = {}, ask = {};  // "Did you mean", and what arrows and Enter do
};
// A popover above the field at `field`; up and down choose while the field keeps the keys. Gives the one taken by a
// press (Enter is the field's), and keeps `chosen` within the list.
int suggestions(Ui& ui, std::string_view name, Rect field, const std::vector<Suggestion>& list, int& chosen,
                const SuggestionWords& words);

}  // namespace palpera::ui
