#pragma once

#include <optional>
#include <string>

#include "engine/editor/new_case.h"
#include "engine/present/context.h"
#include "engine/ui/widgets.h"

namespace palpera::author {

struct StartState {
    std::string search;
    editor::NewCase wanted;
    std::string copying;  // the case of which a copy is asked for
    std::string copy_id;
};

struct StartAsk {
    enum class Kind { create, open, copy, language, theme, text_size };
    Kind kind = Kind::open;
    std::string case_id = {};  // of open and copy: the original
    base::Language language = base::Language::en;
};

// The first page: a new case from a condition, or one of the library to open or copy. `cases` is where new ones go.
std::optional<StartAsk> draw_start(ui::Ui& ui, ui::Rect place, const present::Context& context,
                                   const std::filesystem::path& cases, StartState& state);

}  // namespace palpera::author
