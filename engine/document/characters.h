#pragma once

#include <string>
#include <string_view>

#include "engine/base/diagnostic.h"

namespace palpera::document {

// Whether the bytes are text that a person can read as it stands: UTF-8, no control characters, no hidden marks that
// turn the direction of reading, lines ended by LF or CRLF, indented by spaces. Complains of what is not.
bool is_readable(const std::string& name, std::string_view bytes, base::Diagnostics& diagnostics);

// The length of the byte order mark at the start: 3 or 0.
std::size_t byte_order_mark(std::string_view bytes);

// What is wrong with a text made by escapes such as "\x1b": "control character U+001B", or nothing.
std::string unreadable_character(std::string_view text);

// A key, path or word in a complaint: `age`, escaped and cut as base::quoted does.
std::string marked(std::string_view text);

}  // namespace palpera::document
