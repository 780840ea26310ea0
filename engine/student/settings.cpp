#include "engine/student/settings.h"

#include <algorithm>

#include "engine/base/language.h"

namespace palpera::student {
namespace {

using store::Settings;
using ui::Ui;

void label(Ui& ui, const std::string& words) {
    ui::gap(ui, 8);
    ui::text(ui, words, ui::caption_strong);
}

bool draw_language(Ui& ui, const present::Context& words, Settings& settings) {
    std::vector<ui::Option> options;
    int chosen = 0;
    for (base::Language language : base::every_language) {
        const std::string code(base::code(language));
        if (language == words.language) chosen = static_cast<int>(options.size());
        options.push_back({code, words("settings/language_" + code)});
    }
    const int now = ui::segmented(ui, "settings.language", options, chosen);
    if (now == chosen) return false;
    settings.language = options[static_cast<std::size_t>(now)].name;
    return true;
}

bool draw_theme(Ui& ui, const present::Context& words, Settings& settings) {
    const int now = ui::segmented(ui, "settings.theme",
                                  {{"light", words("settings/theme_light"), ui::icon::light_mode},
                                   {"dark", words("settings/theme_dark"), ui::icon::dark_mode}},
                                  settings.dark ? 1 : 0);
    const bool changed = settings.dark != (now == 1);
    settings.dark = now == 1;
    return changed;
}

bool draw_toggle(Ui& ui, const char* name, const std::string& words, const std::string& note, bool& on) {
    const bool pressed = ui::toggle(ui, name, words, on);
    if (!note.empty()) ui::paragraph(ui, note, ui::caption);
    if (pressed) on = !on;
    return pressed;
}

bool draw_look(Ui& ui, const present::Context& words, Settings& settings) {
    label(ui, words("settings/language"));
    bool changed = draw_language(ui, words, settings);
    label(ui, words("settings/theme"));
    changed |= draw_theme(ui, words, settings);
    label(ui, words("settings/text_size") + ", %");
    changed |= ui::stepper(ui, "settings.text_size", settings.text_percent, 100, 200, 25, "",
                           words("settings/smaller_text"), words("settings/larger_text"));
    return changed;
}

bool draw_sound(Ui& ui, const present::Context& words, Settings& settings) {
    bool changed = draw_toggle(ui, "settings.sound", words("settings/sound"), "", settings.sound);
    changed |= draw_toggle(ui, "settings.captions", words("settings/captions"), words("settings/captions_hint"),
                           settings.captions);
    changed |= draw_toggle(ui, "settings.reduce_motion", words("settings/reduce_motion"),
                           words("settings/reduce_motion_hint"), settings.reduce_motion);
    return changed;
}

struct KeyRow {
    std::vector<std::string> caps;
    const char* key;
};

void draw_key_row(Ui& ui, const present::Context& words, const KeyRow& row) {
    ui::Columns columns(ui, {132, 0}, 12);
    columns.next();
    {
        ui::Line line(ui, 24, 4);
        for (const std::string& cap : row.caps) ui::key_cap(ui, cap);
    }
    columns.next();
    ui::gap(ui, 2);
    ui::paragraph(ui, words(row.key));
}

}  // namespace

SettingsReply draw_settings(Ui& ui, const present::Context& context, const std::filesystem::path& journals,
                            Settings& settings) {
    const bool opens = !ui.registry.find_before("settings.close");
    ui::Modal sheet(ui, "settings", 480);
    ui::text(ui, context("settings/title"), ui::title);
    label(ui, context("settings/name"));
    bool changed =
        ui::text_field(ui, "settings.name", settings.name, {.hint = context("settings/name_hint"), .most = 80}).changed;
    changed |= draw_look(ui, context, settings);
    ui::divider(ui, 12);
    changed |= draw_sound(ui, context, settings);
    ui::divider(ui, 12);
    ui::text(ui, context("settings/journal_folder"), ui::caption_strong);
    ui::paragraph(ui, journals.string(), ui::body_quiet);
    ui::gap(ui, 8);
    ui::notice(ui, ui::icon::info, context("program/teaching_notice_long"), ui::Role::focus, ui::Role::info_tint);
    ui::gap(ui, 12);
    const bool closed = ui::button(ui, "settings.close", context("general/close"),
                                   {.kind = ui::ButtonKind::primary, .fill_width = true});
    if (opens) ui.focus.move_to("settings.language." + std::string(base::code(context.language)), false);
    if (closed || sheet.dismissed()) return SettingsReply::closed;
    return changed ? SettingsReply::changed : SettingsReply::open;
}

bool draw_keyboard_help(Ui& ui, const present::Context& context) {
    ui::Modal sheet(ui, "keyboard", 480);
    ui::text(ui, context("keyboard/title"), ui::title);
    ui::gap(ui, 8);
    const std::string tab = context("keyboard/key_tab"), shift = context("keyboard/key_shift"),
                      ctrl = context("keyboard/key_ctrl"), enter = context("keyboard/key_enter"),
                      escape = context("keyboard/key_escape");
    const std::vector<KeyRow> rows{{{tab}, "keyboard/tab"},
                                   {{shift, tab}, "keyboard/shift_tab"},
                                   {{"F6"}, "keyboard/f6"},
                                   {{"←", "↑", "→", "↓"}, "keyboard/arrows"},
                                   {{enter}, "keyboard/enter"},
                                   {{escape}, "keyboard/escape"},
                                   {{"/"}, "keyboard/slash"},
                                   {{ctrl, "1"}, "keyboard/ctrl_1"},
                                   {{ctrl, "2"}, "keyboard/ctrl_2"},
                                   {{ctrl, "3"}, "keyboard/ctrl_3"},
                                   {{ctrl, "4"}, "keyboard/ctrl_4"},
                                   {{ctrl, "N"}, "keyboard/ctrl_n"},
                                   {{ctrl, "M"}, "keyboard/ctrl_m"},
                                   {{"A", "…", "Z"}, "keyboard/tool_keys"},
                                   {{"←", "→"}, "keyboard/slider_arrows"},
                                   {{"+", "-", "0"}, "keyboard/film_keys"},
                                   {{"F1"}, "keyboard/f1"}};
    for (const KeyRow& row : rows) draw_key_row(ui, context, row);
    ui::gap(ui, 12);
    const bool closed = ui::button(ui, "keyboard.close", context("general/close"),
                                   {.kind = ui::ButtonKind::primary, .fill_width = true});
    return !closed && !sheet.dismissed();
}

}  // namespace palpera::student
