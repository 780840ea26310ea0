#pragma once

#include "engine/author/fields.h"

namespace palpera::author {

// One field: its place, and what it may hold.
struct Field {
    const document::Form& form;
    const document::Node& node;
    const document::Path& path;
    std::string name;  // "field.patient/age"
};

// A text, number, flag or word in the width that there is; with the complaint below it.
MaybeFieldAsk draw_scalar(ui::Ui& ui, const FieldsView& view, const Field& field);

// Opens the picker for a list or map.
void begin_picking(FieldsState& state, const Field& field, const document::Form& inner, std::string kind);

}  // namespace palpera::author
