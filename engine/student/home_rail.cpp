#include <algorithm>

#include "engine/student/home_parts.h"

namespace palpera::student {
namespace {

using Kind = HomeAsk::Kind;
using Page = HomeState::Page;
using ui::Ui;

std::string upper(std::string_view code) {
    std::string letters(code);
    for (char& letter : letters) letter = static_cast<char>(letter - 'a' + 'A');
    return letters;
}

struct Entry {
    const char* name;
    const char* icon;
    const char* key;
    Page page;
};
constexpr Entry entries[] = {{"home.library", ui::icon::folder_open, "home/library", Page::library},
                             {"home.ongoing", ui::icon::play_arrow, "home/in_progress", Page::ongoing}};

std::string count_of(const HomeView& view, const Entry& entry) {
    return entry.page == Page::ongoing && !view.ongoing.empty() ? std::to_string(view.ongoing.size()) : "";
}

// The full name of each language in itself.
std::string own_name(const HomeView& view, base::Language language) {
    return view.context("settings/language_" + std::string(base::code(language)));
}

void take(HomeState& state, Page page) {
    state.page = page;
    state.menu = false;
}

MaybeAsk draw_languages(Ui& ui, const HomeView& view) {
    std::vector<ui::Option> options;
    int chosen = 0;
    for (base::Language language : base::every_language) {
        if (language == view.context.language) chosen = static_cast<int>(options.size());
        options.push_back({std::string(base::code(language)), upper(base::code(language))});
    }
    const int now = ui::segmented(ui, "home.language", options, chosen, false, true);
    if (now == chosen) return std::nullopt;
    return HomeAsk{Kind::language, "", 0, base::every_language[static_cast<std::size_t>(now)]};
}

struct Tool {
    const char* name;
    const char* icon;  // nothing: the words "A+"
    std::string tip;
    Kind kind;
};

std::vector<Tool> tools(const HomeView& view) {
    const auto& words = view.context;
    return {{"home.theme", view.dark ? ui::icon::light_mode : ui::icon::dark_mode,
             words(view.dark ? "settings/theme_light" : "settings/theme_dark"), Kind::theme},
            {"home.text_size", nullptr,
             words(view.text_percent >= 200 ? "settings/smaller_text" : "settings/larger_text"), Kind::text_size},
            {"home.keyboard", ui::icon::keyboard, words("keyboard/title"), Kind::keyboard}};
}

bool draw_tool(Ui& ui, const Tool& tool, bool smaller) {
    if (tool.icon) return ui::icon_button(ui, tool.name, tool.icon, tool.tip, {.border = true});
    const ui::Rect place = ui::claim(ui, {ui.px(36), ui.px(36)});
    const ui::Touch touched = ui::touch(ui, place, {.name = tool.name, .label = tool.tip});
    ui::fill(ui, place, touched.hovered ? ui::Role::surface2 : ui::Role::surface, 8);
    ui::outline(ui, place, ui::Role::line, 8);
    ui::draw_text(ui, place, smaller ? "A−" : "A+", ui::body_strong, 0.5f);
    ui::tooltip(ui, touched, tool.tip);
    return touched.pressed;
}

void draw_person(Ui& ui, const HomeView& view) {
    if (view.name.empty()) return;
    ui::Line line(ui, 40, 10);
    ui::avatar(ui, view.name, view.name, 32);
    ui::text(ui, view.name, ui::body_strong);
}

MaybeAsk draw_foot(Ui& ui, const HomeView& view) {
    ui::text(ui, view.context("home/language"), ui::caption_strong);
    MaybeAsk asked = draw_languages(ui, view);
    ui::gap(ui, 4);
    {
        ui::Line line(ui, 36);
        for (const Tool& tool : tools(view)) {
            if (draw_tool(ui, tool, view.text_percent >= 200)) asked = HomeAsk{tool.kind};
        }
    }
    ui::divider(ui, 10);
    draw_person(ui, view);
    if (ui::list_row(ui, "home.settings", view.context("home/settings"), {.icon = ui::icon::settings})) {
        asked = HomeAsk{Kind::settings};
    }
    return asked;
}

MaybeAsk draw_wide_rail(Ui& ui, ui::Rect place, const HomeView& view, HomeState& state) {
    ui::fill(ui, place, ui::Role::surface);
    ui::vertical_line(ui, place.max.x - std::max(1.0f, ui.px(1)), place.min.y, place.max.y);
    // The foot keeps its place; in a low window the entries above it scroll.
    const ui::Rect foot = ui::cut_bottom(ui, place, view.name.empty() ? 184.0f : 228.0f);
    {
        ui::Area area(ui, "home.rail", place, {.padding = 12, .padding_y = 20});
        {
            ui::Line line(ui, 28);
            line.space(12);
            ui::brand_mark(ui, 24, view.context("program/name"));
        }
        ui::gap(ui, 12);
        for (const Entry& entry : entries) {
            const std::string count = count_of(view, entry);
            if (ui::list_row(
                    ui, entry.name, view.context(entry.key),
                    {.icon = entry.icon, .trailing = count, .selected = state.page == entry.page, .height = 40})) {
                take(state, entry.page);
            }
        }
    }
    ui::Area area(ui, "home.rail_foot", foot, {.padding = 20, .padding_y = 4, .scrolls = false, .new_column = false});
    return draw_foot(ui, view);
}

// A square with an icon, and what it is as its tip.
bool rail_icon(Ui& ui, const char* name, const char* icon, const std::string& tip, bool selected) {
    const ui::Rect place = ui::claim(ui, {ui.px(48), ui.px(40)});
    const ui::Touch touched =
        ui::touch(ui, place, {.name = name, .kind = ui::ItemKind::row, .label = tip, .checked = selected});
    if (selected || touched.hovered) {
        ui::fill(ui, place, selected ? ui::Role::primary_tint : ui::Role::sunken, 8);
    }
    ui::draw_icon(ui, place.middle(), icon, 24, selected ? ui::Role::primary : ui::Role::ink2);
    ui::tooltip(ui, touched, tip);
    return touched.pressed;
}

MaybeAsk draw_language_list(Ui& ui, ui::Rect beside, const HomeView& view, HomeState& state) {
    MaybeAsk asked;
    ui::Popover list(ui, "home.languages", {beside.max.x + ui.px(8), beside.max.y}, ui.px(180), true);
    for (base::Language language : base::every_language) {
        const std::string name = "home.language." + std::string(base::code(language));
        if (ui::list_row(ui, name, own_name(view, language), {.selected = language == view.context.language})) {
            asked = HomeAsk{Kind::language, "", 0, language};
            state.languages = false;
        }
    }
    if (list.clicked_outside() || ui.key(ui::Key::escape)) state.languages = false;
    return asked;
}

MaybeAsk draw_narrow_rail(Ui& ui, ui::Rect place, const HomeView& view, HomeState& state) {
    MaybeAsk asked;
    ui::Area area(ui, "home.rail", place,
                  {.ground = ui::Role::surface, .padding = 8, .padding_y = 20, .scrolls = false, .line_right = true});
    {
        ui::Line line(ui, 28);
        line.space(12);
        ui::brand_mark(ui, 24);
    }
    ui::gap(ui, 12);
    for (const Entry& entry : entries) {
        if (rail_icon(ui, entry.name, entry.icon, view.context(entry.key), state.page == entry.page)) {
            take(state, entry.page);
        }
    }
    const float foot = 5 * 44 + 8;
    ImGui::SetCursorScreenPos({place.min.x + ui.px(8), place.max.y - ui.px(foot)});
    const bool was_open = state.languages;
    const ui::Rect at = ui::rect(ImGui::GetCursorScreenPos(), {ui.px(48), ui.px(36)});
    if (ui::button(ui, "home.language", upper(base::code(view.context.language)),
                   {.kind = ui::ButtonKind::text, .fill_width = true})) {
        state.languages = !was_open;
    }
    if (state.languages && was_open) asked = draw_language_list(ui, at, view, state);
    for (const Tool& tool : tools(view)) {
        ui::Line line(ui, 40);
        line.space(6);
        if (draw_tool(ui, tool, view.text_percent >= 200)) asked = HomeAsk{tool.kind};
    }
    if (rail_icon(ui, "home.settings", ui::icon::settings, view.context("home/settings"), false)) {
        asked = HomeAsk{Kind::settings};
    }
    return asked;
}

MaybeAsk draw_menu(Ui& ui, ui::Rect bar, const HomeView& view, HomeState& state) {
    MaybeAsk asked;
    ui::Popover menu(ui, "home.menu_list", {bar.max.x - ui.px(264), bar.max.y + ui.px(4)}, ui.px(248), false);
    for (const Entry& entry : entries) {
        const std::string count = count_of(view, entry);
        if (ui::list_row(ui, entry.name, view.context(entry.key),
                         {.icon = entry.icon, .trailing = count, .selected = state.page == entry.page})) {
            take(state, entry.page);
        }
    }
    const auto leave = [&](const char* name, const char* icon, const char* key, Kind kind) {
        if (!ui::list_row(ui, name, view.context(key), {.icon = icon})) return;
        asked = HomeAsk{kind};
        state.menu = false;
    };
    leave("home.keyboard", ui::icon::keyboard, "keyboard/title", Kind::keyboard);
    leave("home.settings", ui::icon::settings, "home/settings", Kind::settings);
    if (menu.clicked_outside() || ui.key(ui::Key::escape)) state.menu = false;
    return asked;
}

}  // namespace

MaybeAsk draw_rail(Ui& ui, ui::Rect place, const HomeView& view, HomeState& state, bool words) {
    return words ? draw_wide_rail(ui, place, view, state) : draw_narrow_rail(ui, place, view, state);
}

MaybeAsk draw_compact_bar(Ui& ui, ui::Rect place, const HomeView& view, HomeState& state) {
    MaybeAsk asked;
    const bool was_open = state.menu;
    {
        ui::Area bar(
            ui, "home.bar", place,
            {.ground = ui::Role::surface, .padding = 16, .padding_y = 0, .scrolls = false, .line_bottom = true});
        ui::Line line(ui, 48);
        line.from_right();
        if (ui::button(ui, "home.menu", view.context("general/menu"),
                       {.kind = ui::ButtonKind::quiet, .icon = ui::icon::list})) {
            state.menu = !was_open;
        }
        line.from_left();
        ui::brand_mark(ui, 24, view.context("program/name"));
    }
    if (state.menu && was_open) asked = draw_menu(ui, place, view, state);
    return asked;
}

}  // namespace palpera::student
