#pragma once

#include <string>
#include <string_view>

#include "engine/ui/context.h"

namespace palpera::ui {

// One primary button a view. Destructive has harm ink; filled harm stands only in its confirmation.
enum class ButtonKind { primary, secondary, quiet, text, destructive, destructive_filled };
enum class ButtonSize { small, normal, large };  // 28, 36, 44 high

struct ButtonLook {
    ButtonKind kind = ButtonKind::secondary;
    ButtonSize size = ButtonSize::normal;
    const char* icon = nullptr;  // before the label
    const char* icon_after = nullptr;
    std::string_view key_cap = {};  // the key that does the same, shown on the button
    bool fill_width = false;
    float height = 0;                        // pixels at 100 %, where size is not enough (the question field's button)
    std::string_view disabled_because = {};  // not empty: the button is off, and its tooltip says why
};

bool button(Ui& ui, std::string_view name, std::string_view label, ButtonLook look = {});
// In pixels of the window, for lines that must be measured before they are drawn.
float button_width(const Ui& ui, std::string_view label, const ButtonLook& look = {});

struct IconButtonLook {
    bool border = false;
    float size = 36;
    bool primary = false;
    std::string_view disabled_because = {};
};
// `tip` says what the icon means; it is the name a screen reader or a test reads.
bool icon_button(Ui& ui, std::string_view name, const char* icon, std::string_view tip, IconButtonLook look = {});

// "+ Note" beside an answer; once noted an ok chip with a tick that takes the note back when pressed.
bool note_button(Ui& ui, std::string_view name, std::string_view label, bool noted);

// A key as it is printed on the keyboard: 18 high, hairline.
void key_cap(Ui& ui, std::string_view key);
float draw_key_cap(Ui& ui, ImVec2 left_middle, std::string_view key, Role ink = Role::ink3, Role border = Role::line);

}  // namespace palpera::ui
