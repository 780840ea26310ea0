#include <algorithm>

#include "engine/author/fields_parts.h"
#include "engine/author/sections.h"

namespace palpera::author {
namespace {

using document::Form;
using ui::Ui;

constexpr std::size_t most_segments = 5;

MaybeFieldAsk replaced(const Field& field, document::Node value, bool typed = false) {
    return FieldAsk{document::Replace{field.path, std::move(value)}, typed ? field.name : ""};
}

MaybeFieldAsk draw_flag(Ui& ui, const FieldsView& view, const Field& field) {
    const int chosen = field.node.text == "no" ? 1 : 0;
    const int now =
        ui::segmented(ui, field.name, {{"yes", view.context("editor/yes")}, {"no", view.context("editor/no")}}, chosen);
    if (now == chosen) return std::nullopt;
    return replaced(field, document::word_value(now == 0 ? "yes" : "no"));
}

std::string word_label(const FieldsView& view, const std::string& word) {
    const std::string key = "word/" + word;
    return view.context.words.has(key) ? view.context(key) : word;
}

MaybeFieldAsk draw_word(Ui& ui, const FieldsView& view, const Field& field) {
    std::vector<ui::Option> options;
    for (const std::string& word : field.form.words) options.push_back({word, word_label(view, word)});
    const auto& words = field.form.words;
    const auto found = std::find(words.begin(), words.end(), field.node.text);
    const int chosen = found == words.end() ? -1 : static_cast<int>(found - words.begin());
    const int now = options.size() <= most_segments ? ui::segmented(ui, field.name, options, chosen)
                                                    : ui::combo(ui, field.name, options, chosen);
    if (now == chosen || now < 0) return std::nullopt;
    return replaced(field, document::word_value(words[static_cast<std::size_t>(now)]));
}

bool is_short(const Form& form) {
    switch (form.kind) {
        case Form::Kind::number:
        case Form::Kind::whole:
        case Form::Kind::span:
        case Form::Kind::quantity:
        case Form::Kind::share: return true;
        default: return false;
    }
}

bool is_for_people(const Form& form) { return form.kind == Form::Kind::words || form.kind == Form::Kind::text; }

MaybeFieldAsk draw_text(Ui& ui, const Field& field, bool wrong) {
    std::string words = field.node.text;
    ui::FieldLook look{.wrong = wrong};
    if (is_short(field.form)) look.width = 160;
    const bool several_lines = words.find('\n') != std::string::npos;
    if (several_lines) {
        look.lines = 3;
        look.height = 76;
    }
    look.most = document::case_limits.text_bytes;
    const ui::FieldTouch touch = ui::text_field(ui, field.name, words, look);
    // What is longer than its field is read whole below it.
    if (is_for_people(field.form) && ui::measure(ui, words).x > ui::width_left(ui) - ui.px(24))
        ui::paragraph(ui, words, ui::body_quiet);
    if (!touch.changed) return std::nullopt;
    return replaced(field, is_for_people(field.form) ? document::text_value(words) : document::word_value(words), true);
}

}  // namespace

MaybeFieldAsk draw_scalar(Ui& ui, const FieldsView& view, const Field& field) {
    const auto problem = view.problems.find(name_of(field.path));
    MaybeFieldAsk asked;
    switch (field.form.kind) {
        case Form::Kind::flag: asked = draw_flag(ui, view, field); break;
        case Form::Kind::word: asked = draw_word(ui, view, field); break;
        default: asked = draw_text(ui, field, problem != view.problems.end());
    }
    if (problem != view.problems.end())
        ui::paragraph(ui, problem->second, {ui::Type::caption, ui::Weight::regular, ui::Role::harm});
    return asked;
}

}  // namespace palpera::author
