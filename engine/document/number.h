#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace palpera::document {

// -?[0-9]+(\.[0-9]+)?, at most 15 digits, no leading zero: what every reader and writer of YAML takes alike.
std::optional<double> number_of(std::string_view text);

// The number that was probably meant by `0,6`, `60 %`, `043`, `0x2B`, `1e3`; nothing where it cannot be told.
// `fraction` says that numbers up to 1 are wanted, so that 60 % is 0.6.
std::string meant_number(std::string_view text, bool fraction);

// The shortest decimal that reads back as `value`.
std::string number_text(double value);

// "0 to 120", "at least 0", "at most 1"; empty where both ends are open.
std::string range_text(double least, double most);

}  // namespace palpera::document
