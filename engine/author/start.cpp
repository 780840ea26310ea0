#include "engine/author/start.h"

#include <algorithm>

#include "engine/author/names.h"

namespace palpera::author {
namespace {

using Kind = StartAsk::Kind;
using MaybeAsk = std::optional<StartAsk>;
using ui::Ui;

std::string upper(std::string_view code) {
    std::string letters(code);
    for (char& letter : letters) letter = static_cast<char>(letter - 'a' + 'A');
    return letters;
}

int draw_language_choice(Ui& ui, const char* name, base::Language language, bool small) {
    std::vector<ui::Option> options;
    for (base::Language one : base::every_language)
        options.push_back({std::string(base::code(one)), upper(base::code(one))});
    return ui::segmented(ui, name, options, static_cast<int>(language), small);
}

MaybeAsk draw_bar(Ui& ui, ui::Rect place, const present::Context& context) {
    MaybeAsk asked;
    ui::Area area(ui, "start.bar", place,
                  {.ground = ui::Role::surface, .padding = 16, .padding_y = 0, .scrolls = false, .line_bottom = true});
    ui::Line line(ui, 56, 8);
    line.from_right();
    if (ui::icon_button(ui, "start.theme", ui::icon::brightness_6, context("editor/theme")))
        asked = StartAsk{Kind::theme};
    if (ui::icon_button(ui, "start.text_size", ui::icon::zoom_in, context("editor/text_size")))
        asked = StartAsk{Kind::text_size};
    const int now = draw_language_choice(ui, "start.language", context.language, true);
    if (now != static_cast<int>(context.language))
        asked = StartAsk{Kind::language, "", base::every_language[static_cast<std::size_t>(now)]};
    line.from_left();
    ui::brand_mark(ui, 24);
    ui::text(ui, context("editor/program"), ui::card_heading);
    return asked;
}

void draw_label(Ui& ui, const std::string& words) {
    ui::gap(ui, 4);
    ui::text(ui, words, ui::caption_strong);
}

void draw_condition(Ui& ui, const present::Context& context, editor::NewCase& wanted) {
    std::vector<ui::Option> options{{"none", context("editor/new_healthy")}};
    int chosen = 0;
    for (const library::ConditionModel& model : context.library.conditions) {
        if (model.id == wanted.condition) chosen = static_cast<int>(options.size());
        options.push_back({model.id, name_of_id(context, "condition", model.id)});
    }
    draw_label(ui, context("editor/new_condition"));
    const int now = ui::combo(ui, "new.condition", options, chosen);
    wanted.condition = now > 0 ? options[static_cast<std::size_t>(now)].name : "";
}

void draw_person(Ui& ui, const present::Context& context, editor::NewCase& wanted) {
    draw_label(ui, context("editor/new_name"));
    ui::text_field(ui, "new.name", wanted.name, {.most = 60});
    draw_label(ui, context("editor/new_sex"));
    wanted.female = ui::segmented(ui, "new.sex", {{"female", context("word/female")}, {"male", context("word/male")}},
                                  wanted.female ? 0 : 1) == 0;
    draw_label(ui, context("editor/new_age"));
    ui::stepper(ui, "new.age", wanted.age, 0, 120, 1, context("editor/years"), context("editor/less"),
                context("editor/more"));
    draw_label(ui, context("editor/new_language"));
    wanted.language = base::every_language[static_cast<std::size_t>(
        draw_language_choice(ui, "new.language", wanted.language, false))];
}

// The field of an id and what is wrong with it; true where it can be taken.
bool draw_id(Ui& ui, const char* name, const present::Context& context, const std::filesystem::path& cases,
             std::string& id) {
    draw_label(ui, context("editor/new_id"));
    const std::optional<std::string> trouble = editor::trouble_with_id(cases, id);
    const bool wrong = trouble && !id.empty();
    ui::text_field(ui, name, id, {.hint = context("editor/new_id_hint"), .wrong = wrong, .most = 64});
    if (wrong) ui::paragraph(ui, context(*trouble), {ui::Type::caption, ui::Weight::regular, ui::Role::harm});
    return !trouble;
}

MaybeAsk draw_new(Ui& ui, const present::Context& context, const std::filesystem::path& cases, StartState& state) {
    ui::Card card(ui);
    ui::text(ui, context("editor/start_new"), ui::title);
    ui::paragraph(ui, context("editor/start_new_hint"), ui::body_quiet);
    ui::gap(ui, 4);
    draw_condition(ui, context, state.wanted);
    draw_person(ui, context, state.wanted);
    const bool fits = draw_id(ui, "new.id", context, cases, state.wanted.id);
    ui::gap(ui, 8);
    if (ui::button(ui, "new.create", context("editor/create"),
                   {.kind = ui::ButtonKind::primary,
                    .icon = ui::icon::add,
                    .disabled_because = fits ? std::string_view() : context("editor/id_form")}))
        return StartAsk{Kind::create};
    return std::nullopt;
}

// Every folder with a case, also one that is still in error and so in no library.
std::vector<std::string> ids_in(const std::filesystem::path& cases) {
    std::vector<std::string> ids;
    std::error_code failed;
    for (std::filesystem::directory_iterator entry(cases, failed), end; !failed && entry != end;
         entry.increment(failed)) {
        if (std::filesystem::exists(entry->path() / "case.yaml", failed))
            ids.push_back(entry->path().filename().string());
    }
    std::sort(ids.begin(), ids.end());
    return ids;
}

MaybeAsk draw_case_row(Ui& ui, const present::Context& context, const std::string& id, StartState& state) {
    const library::CaseFile* file = library::find(context.library.cases, id);
    MaybeAsk asked;
    ui::Columns columns(ui, {0, 112}, 8);
    columns.next();
    if (ui::list_row(ui, "open." + id, file ? file->name.in(context.language) : id,
                     {.icon = ui::icon::person,
                      .second_line = file ? std::string_view(file->title.in(context.language)) : std::string_view(id),
                      .height = 48}))
        asked = StartAsk{Kind::open, id};
    columns.next();
    ui::gap(ui, 4);
    if (ui::button(ui, "copy." + id, context("editor/copy"), {.kind = ui::ButtonKind::quiet})) {
        state.copying = id;
        state.copy_id.clear();
    }
    return asked;
}

MaybeAsk draw_library(Ui& ui, const present::Context& context, const std::filesystem::path& cases, StartState& state) {
    MaybeAsk asked;
    ui::text(ui, context("editor/start_open"), ui::title);
    ui::gap(ui, 4);
    ui::search_field(ui, "start.search", state.search, context("editor/start_search"), context("editor/clear_search"));
    std::vector<Choice> all;
    for (const std::string& id : ids_in(cases)) {
        const library::CaseFile* file = library::find(context.library.cases, id);
        all.push_back({id, file ? file->name.in(context.language) + " " + file->title.in(context.language) : ""});
    }
    const std::vector<Choice> list = found(all, state.search);
    if (list.empty()) ui::empty_state(ui, ui::icon::search, context("editor/no_hits"), context("editor/no_hits_hint"));
    for (const Choice& choice : list) {
        if (MaybeAsk now = draw_case_row(ui, context, choice.id, state)) asked = now;
    }
    return asked;
}

MaybeAsk draw_copying(Ui& ui, const present::Context& context, const std::filesystem::path& cases, StartState& state) {
    MaybeAsk asked;
    ui::Modal modal(ui, "copying", 420);
    ui::text(ui, context("editor/copy_title"), ui::card_heading);
    ui::paragraph(ui, context("editor/copy_hint"), ui::body_quiet);
    const bool fits = draw_id(ui, "copying.id", context, cases, state.copy_id);
    ui::gap(ui, 8);
    ui::Line line(ui, 36);
    line.from_right();
    if (ui::button(ui, "copying.go", context("editor/copy"),
                   {.kind = ui::ButtonKind::primary,
                    .disabled_because = fits ? std::string_view() : context("editor/id_form")}))
        asked = StartAsk{Kind::copy, state.copying};
    if (ui::button(ui, "copying.close", context("editor/close")) || modal.dismissed()) state.copying.clear();
    return asked;
}

}  // namespace

std::optional<StartAsk> draw_start(Ui& ui, ui::Rect place, const present::Context& context,
                                   const std::filesystem::path& cases, StartState& state) {
    MaybeAsk asked = draw_bar(ui, ui::cut_top(ui, place, 56), context);
    const bool compact = ui::size_class(ui).width == ui::Width::compact;
    if (compact) {
        ui::Area area(ui, "start.page", place, {.padding = 16});
        if (MaybeAsk now = draw_new(ui, context, cases, state)) asked = now;
        if (MaybeAsk now = draw_library(ui, context, cases, state)) asked = now;
    } else {
        {
            ui::Area area(ui, "start.new", ui::cut_left(ui, place, 420), {.padding = 24});
            if (MaybeAsk now = draw_new(ui, context, cases, state)) asked = now;
        }
        ui::Area area(ui, "start.library", place, {.ground = ui::Role::surface2, .padding = 24, .line_left = true});
        if (MaybeAsk now = draw_library(ui, context, cases, state)) asked = now;
    }
    if (!state.copying.empty()) {
        if (MaybeAsk now = draw_copying(ui, context, cases, state)) asked = now;
    }
    return asked;
}

}  // namespace palpera::author
