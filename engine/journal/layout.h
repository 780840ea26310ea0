#pragma once

#include <string>
#include <string_view>

#include "engine/journal/journal.h"

namespace palpera::journal {

// Inside the room: the bytes of a file.
inline constexpr std::string_view first_line = "palpera-journal-1\n";

// Length, checksum and body of a header or record of 1 to most_record_bytes bytes.
std::string framed(std::string_view body);
// h(0) and h(n).
base::Digest head_of_header(std::string_view header);
base::Digest head_after(const base::Digest& before, std::string_view record);

}  // namespace palpera::journal
