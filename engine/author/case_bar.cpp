#include "engine/author/case_screen.h"

namespace palpera::author {
namespace {

using Kind = CaseAsk::Kind;
using ui::Ui;

std::string upper(std::string_view code) {
    std::string letters(code);
    for (char& letter : letters) letter = static_cast<char>(letter - 'a' + 'A');
    return letters;
}

std::string title_of(const CaseView& view) {
    const auto& document = view.open.main().document;
    const document::Node* title = document ? document->root.find("title") : nullptr;
    const std::string id = view.open.folder().filename().string();
    return title && !title->text.empty() ? title->text : id;
}

void draw_title(Ui& ui, const CaseView& view) {
    const std::string below = view.open.folder().filename().string() + " · " +
                              view.context(view.open.is_changed() ? "editor/not_saved" : "editor/saved");
    const ui::Rect place = ui::claim(ui, {std::min(ui.px(320), ui::width_left(ui)), ui.px(40)});
    const float middle = place.min.y + ui.px(22);
    ui::draw_text(ui, {place.min, {place.max.x, middle}}, title_of(view), ui::body_strong);
    ui::draw_text(ui, {{place.min.x, middle}, place.max}, below, ui::caption);
}

MaybeCaseAsk draw_languages(Ui& ui, const CaseView& view) {
    std::vector<ui::Option> options;
    int chosen = 0;
    for (base::Language language : base::every_language) {
        if (language == view.context.language) chosen = static_cast<int>(options.size());
        options.push_back({std::string(base::code(language)), upper(base::code(language))});
    }
    const int now = ui::segmented(ui, "case.language", options, chosen, true);
    if (now == chosen) return std::nullopt;
    return CaseAsk{Kind::language, {}, base::every_language[static_cast<std::size_t>(now)]};
}

// From the right: what is needed most stands outermost.
MaybeCaseAsk draw_tools(Ui& ui, const CaseView& view, bool compact) {
    const auto& words = view.context;
    MaybeCaseAsk asked;
    const std::string_view nothing_to_save = view.open.is_changed() ? std::string_view() : words("editor/saved");
    if (ui::button(ui, "case.save", words("editor/save"),
                   {.kind = ui::ButtonKind::primary, .icon = ui::icon::save, .disabled_because = nothing_to_save}))
        asked = CaseAsk{Kind::save};
    if (!compact) {
        if (ui::icon_button(ui, "case.theme", ui::icon::brightness_6, words("editor/theme")))
            asked = CaseAsk{Kind::theme};
        if (ui::icon_button(ui, "case.text_size", ui::icon::zoom_in, words("editor/text_size")))
            asked = CaseAsk{Kind::text_size};
        if (MaybeCaseAsk language = draw_languages(ui, view)) asked = language;
    }
    const std::string_view no_redo = view.open.can_redo() ? std::string_view() : words("editor/redo");
    const std::string_view no_undo = view.open.can_undo() ? std::string_view() : words("editor/undo");
    if (ui::icon_button(ui, "case.redo", ui::icon::redo, words("editor/redo"), {.disabled_because = no_redo}))
        asked = CaseAsk{Kind::redo};
    if (ui::icon_button(ui, "case.undo", ui::icon::undo, words("editor/undo"), {.disabled_because = no_undo}))
        asked = CaseAsk{Kind::undo};
    return asked;
}

}  // namespace

MaybeCaseAsk draw_case_bar(Ui& ui, ui::Rect place, const CaseView& view) {
    ui::Area area(ui, "case.bar", place,
                  {.ground = ui::Role::surface, .padding = 16, .padding_y = 0, .scrolls = false, .line_bottom = true});
    const bool compact = ui::size_class(ui).width == ui::Width::compact;
    ui::Line line(ui, 56, compact ? 4.0f : 8.0f);
    line.from_right();
    MaybeCaseAsk asked = draw_tools(ui, view, compact);
    line.from_left();
    if (ui::icon_button(ui, "case.back", ui::icon::arrow_back, view.context("editor/back")))
        asked = CaseAsk{Kind::leave};
    if (!compact) ui::brand_mark(ui, 24);
    draw_title(ui, view);
    return asked;
}

}  // namespace palpera::author
