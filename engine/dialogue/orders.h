#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/library/library.h"

namespace palpera::dialogue {

// What words order to be done: "take the blood pressure", "refer to physiotherapy".
struct Order {
    library::Verb verb = library::Verb::order;
    std::string subject;  // empty: several are meant as well as one, such as "take blood tests"
};

// Found by the words of the catalogue; nothing where no order is heard. To be asked of words that are no question.
std::optional<Order> order_in(const library::Library& library, base::Language language, std::string_view typed);

}  // namespace palpera::dialogue
