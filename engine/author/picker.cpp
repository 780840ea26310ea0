#include <algorithm>

#include "engine/author/defaults.h"
#include "engine/author/fields.h"
#include "engine/author/names.h"
#include "engine/author/sections.h"
#include "engine/base/text.h"
#include "engine/library/known.h"

namespace palpera::author {
namespace {

using ui::Ui;

constexpr std::size_t most_shown = 60;

bool is_there(const document::Node& node, const std::string& id) {
    return node.find(id) || std::any_of(node.items.begin(), node.items.end(),
                                        [&](const document::Node& item) { return item.text == id; });
}

FieldAsk addition(const FieldsView& view, const FieldsState& state, const std::string& id) {
    const document::Node& into = *document::node_at(view.document.root, state.picking);
    if (state.into_list) {
        return {document::Insert{state.picking, into.items.size(), "", document::word_value(id)}, ""};
    }
    const bool is_value = state.form.kind == document::Form::Kind::anything;
    const document::Form form = is_value ? library::Known(view.context.library).value(state.kind, id) : state.form;
    return {document::Insert{state.picking, into.entries.size(), id, default_value(form, state.kind)}, ""};
}

// What was added comes into view, wherever on the page it stands: of a group the foot.
void show_addition(Ui& ui, const FieldsState& state, const document::Insert& added) {
    const bool is_group = added.value.kind == document::Node::Kind::map;
    ui.focus.move_to((is_group ? "add." : "field.") + name_of(state.picking) + "/" + added.key);
}

MaybeFieldAsk draw_choices(Ui& ui, const FieldsView& view, const FieldsState& state, const document::Node& into) {
    MaybeFieldAsk asked;
    std::vector<Choice> list = found(choices(view.context, state.kind), state.search);
    std::erase_if(list, [&](const Choice& choice) { return is_there(into, choice.id); });
    if (list.empty())
        ui::empty_state(ui, ui::icon::search, view.context("editor/no_hits"), view.context("editor/no_hits_hint"));
    for (std::size_t i = 0; i < std::min(list.size(), most_shown); ++i) {
        const Choice& choice = list[i];
        const std::string& label = choice.name.empty() ? choice.id : choice.name;
        if (ui::list_row(ui, "pick." + choice.id, label, {.second_line = choice.id, .height = 44}))
            asked = addition(view, state, choice.id);
    }
    return asked;
}

// A name of the author's own: of a variant, an event, a feature.
MaybeFieldAsk draw_own_name(Ui& ui, const FieldsView& view, FieldsState& state, const document::Node& into) {
    const bool fits = base::is_id(state.search) && !is_there(into, state.search);
    const ui::FieldTouch touch =
        ui::text_field(ui, "pick.name", state.search, {.hint = view.context("editor/new_name_hint")});
    const bool pressed = ui::button(ui, "pick.add", view.context("editor/add"),
                                    {.kind = ui::ButtonKind::primary,
                                     .disabled_because = fits ? std::string_view() : view.context("editor/id_form")});
    if (!fits || (!pressed && !touch.entered)) return std::nullopt;
    return addition(view, state, state.search);
}

}  // namespace

MaybeFieldAsk draw_picker(Ui& ui, const FieldsView& view, FieldsState& state) {
    const document::Node* into = state.picking.empty() ? nullptr : document::node_at(view.document.root, state.picking);
    if (!into) return std::nullopt;
    MaybeFieldAsk asked;
    const bool from_list = !choices(view.context, state.kind).empty();
    const float most = std::min(560.0f, ui::size_class(ui).logical.y - 40);
    ui::Modal modal(ui, "pick", 480, from_list ? most : 0);
    bool closed = modal.dismissed();
    {
        ui::Line line(ui, 36);
        line.from_right();
        if (ui::icon_button(ui, "pick.close", ui::icon::close, view.context("editor/close"))) closed = true;
        line.from_left();
        ui::text(ui, label_of(view.context, std::get<std::string>(state.picking.back())), ui::card_heading);
    }
    ui::gap(ui, 8);
    if (from_list) {
        ui::search_field(ui, "pick.search", state.search, view.context("editor/pick_search"),
                         view.context("editor/clear_search"));
        asked = draw_choices(ui, view, state, *into);
    } else {
        asked = draw_own_name(ui, view, state, *into);
    }
    if (asked && !state.into_list) show_addition(ui, state, std::get<document::Insert>(asked->edit));
    if (closed || asked) state.picking.clear();
    return asked;
}

}  // namespace palpera::author
