#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/present/visit.h"
#include "engine/ui/widgets.h"

namespace palpera::student {

// What is chosen from, in a modal with a search. Lists stand in the catalogue's order until something is typed.
struct ChoiceList {
    std::string_view name;  // stable; the field is NAME.search, a line NAME.ACT
    std::string_view heading = {}, hint = {};
    std::vector<present::Choices> from = {};
    std::function<bool(const present::ChoiceRow&)> belongs = {};  // none: all do
    std::function<bool(const present::ChoiceRow&)> taken = {};    // already chosen: ticked, and not chosen again
};

// The act of the line that was chosen. Choosing and Esc close the list: `open` becomes false and `search` empty.
std::optional<std::string> draw_choices(ui::Ui& ui, const present::Context& context, const ChoiceList& list,
                                        std::string& search, bool& open);

}  // namespace palpera::student
