#pragma once

#include <map>
#include <optional>
#include <string>

#include "engine/document/edit.h"
#include "engine/document/form.h"
#include "engine/present/context.h"
#include "engine/ui/widgets.h"

namespace palpera::author {

// What the form is drawn from.
struct FieldsView {
    const present::Context& context;
    const document::Document& document;
    const std::map<std::string, std::string>& problems;  // by the field's name: the first complaint
};

// What the author left on the form.
struct FieldsState {
    document::Path picking;  // the list or map to which something is being added
    std::string kind;        // of id that is picked; empty: a name of the author's own
    bool into_list = false;
    document::Form form;  // of what is added
    std::string search;
    std::size_t first = 0;
};

// One change that the author asked for. Letters typed into one field have the same tag.
struct FieldAsk {
    document::Edit edit;
    std::string tag;
};
using MaybeFieldAsk = std::optional<FieldAsk>;

// The fields of one value, generated from its form, one below the other.
MaybeFieldAsk draw_fields(ui::Ui& ui, const FieldsView& view, const document::Form& form, const document::Path& path,
                          FieldsState& state);

// The list from which an id is picked, over the page, while one is being picked.
MaybeFieldAsk draw_picker(ui::Ui& ui, const FieldsView& view, FieldsState& state);

// How a field is called: "Sökorsak".
std::string label_of(const present::Context& context, const std::string& key);

}  // namespace palpera::author
