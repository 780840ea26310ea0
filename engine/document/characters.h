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

// What is wrong with a text that was not in a readable file, such as one made by the escape "\x1b" or typed: "control
// character U+001B", "a byte that is not UTF-8: 0xE4", or nothing. Line feeds and tabs are right.
std::string unreadable_character(std::string_view text);

// A key, path or word in a complaint: `age`, escaped and cut as base::quoted does.
std::string marked(std::string_view text);

}  // namespace palpera::document
