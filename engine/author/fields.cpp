#include "engine/author/fields.h"

#include "engine/author/defaults.h"
#include "engine/author/fields_parts.h"
#include "engine/author/names.h"
#include "engine/author/sections.h"
#include "engine/document/sheet.h"
#include "engine/library/known.h"

namespace palpera::author {
namespace {

using document::Form;
using document::Node;
using document::Path;
using ui::Ui;

Path below(const Path& path, document::Step step) {
    Path longer = path;
    longer.push_back(std::move(step));
    return longer;
}

bool is_group(const Form& form, const Node& node) {
    const Form& one = document::chosen(form, &node);
    return one.kind == Form::Kind::map || one.kind == Form::Kind::entries || one.kind == Form::Kind::values ||
           one.kind == Form::Kind::list;
}

// Draws what the form holds, deeper and deeper.
class FormPainter {
public:
    FormPainter(Ui& ui, const FieldsView& view, FieldsState& state) : ui_(ui), view_(view), state_(state) {}

    void value(const Form& given, const Path& path, std::string_view kind) {
        const Node* node = document::node_at(view_.document.root, path);
        if (!node) return;
        const Form& form = document::chosen(given, node);
        const Field field{form, *node, path, "field." + name_of(path)};
        switch (form.kind) {
            case Form::Kind::map: return map(field, kind);
            case Form::Kind::entries: return entries(field, form.what, form.inner[0]);
            case Form::Kind::values: return entries(field, form.what, document::form::anything());
            case Form::Kind::list: return list(field);
            default: take(draw_scalar(ui_, view_, field));
        }
    }

    MaybeFieldAsk asked() { return std::move(asked_); }

private:
    void take(MaybeFieldAsk ask) {
        if (ask) asked_ = std::move(ask);
    }
    std::string words(const std::string& key) const { return view_.context(key); }

    void map(const Field& field, std::string_view kind) {
        for (const document::Part& part : field.form.parts) {
            const Node* node = field.node.find(part.key);
            if (!node) continue;
            labelled(part, *node, below(field.path, part.key), kind);
            ui::gap(ui_, 6);
        }
        add_part(field, kind);
    }

    // The label and help left of a short field, above a group.
    void labelled(const document::Part& part, const Node& node, const Path& path, std::string_view kind) {
        const bool stacked = is_group(part.form, node) || ui::size_class(ui_).width == ui::Width::compact ||
                             ui::width_left(ui_) < ui_.px(540);
        if (stacked) {
            heading(part, path);
            return value(part.form, path, kind);
        }
        ui::Columns columns(ui_, {264, 0}, 12);
        columns.next();
        heading(part, path);
        columns.next();
        value(part.form, path, kind);
    }

    void heading(const document::Part& part, const Path& path) {
        ui::Line line(ui_, 36, 4);
        line.from_right();
        if (!part.required &&
            ui::icon_button(ui_, "remove." + name_of(path), ui::icon::close, words("editor/remove"), {.size = 28}))
            asked_ = FieldAsk{document::Remove{path}, ""};
        static_cast<void>(ui::icon_button(ui_, "help." + name_of(path), ui::icon::help_outline,
                                          words("help/" + part.key), {.size = 28}));
        line.from_left();
        ui::text(ui_, label_of(view_.context, part.key), ui::body);
    }

    // Optional parts that are not there yet.
    void add_part(const Field& field, std::string_view kind) {
        std::vector<ui::Option> options;
        std::vector<const document::Part*> parts;
        for (const document::Part& part : field.form.parts) {
            if (part.required || field.node.find(part.key)) continue;
            parts.push_back(&part);
            options.push_back({part.key, label_of(view_.context, part.key)});
        }
        if (parts.empty()) return;
        options.insert(options.begin(), ui::Option{"none", words("editor/add_field")});
        const int chosen = ui::combo(ui_, "add." + name_of(field.path), options, 0, 220, true);
        if (chosen <= 0) return;
        const document::Part& part = *parts[static_cast<std::size_t>(chosen - 1)];
        asked_ = FieldAsk{
            document::Insert{field.path, field.node.entries.size(), part.key, default_value(part.form, kind)}, ""};
    }

    void entries(const Field& field, const std::string& kind, const Form& inner) {
        for (const document::Entry& entry : field.node.entries) {
            const Path path = below(field.path, entry.key);
            const Form of = field.form.kind == Form::Kind::values
                                ? library::Known(view_.context.library).value(kind, entry.key)
                                : inner;
            ui::Card card(ui_, {.padding = 12, .space_after = 8});
            entry_heading(kind, entry.key, path);
            value(of, path, kind);
        }
        add_button(field, inner, kind);
    }

    void entry_heading(const std::string& kind, const std::string& key, const Path& path) {
        const std::string name = name_of_id(view_.context, kind, key);
        ui::Line line(ui_, 28, 8);
        line.from_right();
        if (ui::icon_button(ui_, "remove." + name_of(path), ui::icon::close, words("editor/remove"), {.size = 28}))
            asked_ = FieldAsk{document::Remove{path}, ""};
        line.from_left();
        ui::text(ui_, name.empty() ? key : name, ui::body_strong);
    }

    void add_button(const Field& field, const Form& inner, const std::string& kind) {
        if (ui::button(ui_, "add." + name_of(field.path), words("editor/add"),
                       {.kind = ui::ButtonKind::text, .size = ui::ButtonSize::small, .icon = ui::icon::add}))
            begin_picking(state_, field, inner, kind);
    }

    void list(const Field& field) {
        const Form& inner = field.form.inner[0];
        if (inner.kind == Form::Kind::reference) return references(field, inner);
        if (field.node.kind == Node::Kind::text)
            return take(draw_scalar(ui_, view_, {inner, field.node, field.path, field.name}));
        for (std::size_t i = 0; i < field.node.items.size(); ++i) {
            const Path path = below(field.path, i);
            ui::Columns columns(ui_, {0, 36}, 8);
            columns.next();
            value(inner, path, "");
            columns.next();
            if (ui::icon_button(ui_, "remove." + name_of(path), ui::icon::close, words("editor/remove")))
                asked_ = FieldAsk{document::Remove{path}, ""};
        }
        if (field.node.items.empty() || inner.kind != Form::Kind::map) {
            if (ui::button(ui_, "add." + name_of(field.path), words("editor/add"),
                           {.kind = ui::ButtonKind::text, .size = ui::ButtonSize::small, .icon = ui::icon::add}))
                asked_ = FieldAsk{document::Insert{field.path, field.node.items.size(), "", default_value(inner)}, ""};
        }
    }

    // Chips that flow.
    void references(const Field& field, const Form& inner) {
        bool first = true;
        for (std::size_t i = 0; i < field.node.items.size(); ++i) {
            const Path path = below(field.path, i);
            const std::string& id = field.node.items[i].text;
            const std::string name = name_of_id(view_.context, inner.what, id);
            const std::string remove = "remove." + name_of(path);
            const ui::ChipLook look{.remove_name = remove, .remove_tip = words("editor/remove")};
            const std::string& label = name.empty() ? id : name;
            ui::flow(ui_, ui::chip_width(ui_, label, look), first);
            if (ui::chip(ui_, label, look).removed) asked_ = FieldAsk{document::Remove{path}, ""};
        }
        if (field.node.kind == Node::Kind::text)
            return take(draw_scalar(ui_, view_, {inner, field.node, field.path, field.name}));
        ui::gap(ui_, 4);
        add_button(field, inner, inner.what);
    }

    Ui& ui_;
    const FieldsView& view_;
    FieldsState& state_;
    MaybeFieldAsk asked_;
};

}  // namespace

std::string label_of(const present::Context& context, const std::string& key) {
    const std::string word = "field/" + key;
    return context.words.has(word) ? context(word) : key;
}

void begin_picking(FieldsState& state, const Field& field, const Form& inner, std::string kind) {
    state.picking = field.path;
    state.kind = std::move(kind);
    state.into_list = field.form.kind == Form::Kind::list;
    state.form = inner;
    state.search.clear();
}

MaybeFieldAsk draw_fields(Ui& ui, const FieldsView& view, const Form& form, const Path& path, FieldsState& state) {
    FormPainter painter(ui, view, state);
    painter.value(form, path, "");
    return painter.asked();
}

}  // namespace palpera::author
